// @ts-check
/** @file Zoom and pan of the graph in its scrolling window: by keyboard, by buttons, by pointer. The picture grows and
 * shrinks, the window scrolls: so touch, wheel and scroll bars do what they do everywhere. */
import { LEAST, MOST, nextZoom } from "./map-state.js";

const STEP = 80;
const KEYS = /** @type {Record<string, [number, number]>} */ ({ ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] });

/**
 * @param {HTMLElement} box the window, which holds one drawing for wide screens and one for narrow ones
 * @param {() => void} changed called when the reader has moved or zoomed
 */
export function zoomable(box, changed) {
  const drawings = /** @type {SVGSVGElement[]} */ ([...box.querySelectorAll("svg")]);
  const sizes = drawings.map((one) => ({ width: one.viewBox.baseVal.width, height: one.viewBox.baseVal.height }));
  let zoom = 1;
  const still = matchMedia("(prefers-reduced-motion: reduce)");
  const shown = () => Math.max(0, drawings.findIndex((one) => one.getClientRects().length));

  /** Where the drawing begins in the scrolled content. */
  const origin = () => {
    const [outer, inner] = [box.getBoundingClientRect(), drawings[shown()].getBoundingClientRect()];
    return { x: inner.left - outer.left - box.clientLeft + box.scrollLeft, y: inner.top - outer.top - box.clientTop + box.scrollTop };
  };
  /** The point of the drawing at a place of the window. @param {number} x @param {number} y @returns {[number, number]} */
  const point = (x, y) => {
    const { x: left, y: top } = origin();
    return [(box.scrollLeft + x - left) / zoom, (box.scrollTop + y - top) / zoom];
  };
  /** @returns {[number, number]} */
  const middle = () => [box.clientWidth / 2, box.clientHeight / 2];

  function size() {
    drawings.forEach((one, at) => {
      one.setAttribute("width", String(sizes[at].width * zoom));
      one.setAttribute("height", String(sizes[at].height * zoom));
    });
  }

  /** Brings a point of the drawing to a place of the window. @param {[number, number]} there @param {[number, number]} place */
  function bring(there, place) {
    const { x, y } = origin();
    box.scrollTo({ left: there[0] * zoom + x - place[0], top: there[1] * zoom + y - place[1], behavior: "instant" });
  }

  /** @param {number} wanted @param {[number, number]} [place] what stays where it is */
  function to(wanted, place = middle()) {
    const there = point(...place);
    zoom = Math.min(MOST, Math.max(LEAST, wanted));
    size();
    bring(there, place);
    changed();
  }

  /** @param {number} x @param {number} y in steps */
  const move = (x, y) => box.scrollBy({ left: x * STEP, top: y * STEP, behavior: still.matches ? "instant" : "smooth" });

  /** So that all of it is in the window. */
  function fit() {
    const { width, height } = sizes[shown()];
    const room = getComputedStyle(box).maxHeight === "none" ? Infinity : box.clientHeight;
    to(Math.min(1, (box.clientWidth - 2) / width, (room - 2) / height));
    box.scrollTo({ left: 0, top: 0, behavior: "instant" });
  }

  /** @param {string} what */
  function act(what) {
    if (what === "in") to(nextZoom(zoom, 1));
    else if (what === "out") to(nextZoom(zoom, -1));
    else if (what === "fit") fit();
    else if (what === "reset") {
      to(1);
      box.scrollTo({ left: 0, top: 0, behavior: "instant" });
    }
  }

  box.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const what = { "+": "in", "=": "in", "-": "out", "0": "reset" }[event.key];
    const way = event.target === box ? KEYS[event.key] : undefined;
    if (!what && !way) return;
    event.preventDefault();
    if (what) act(what);
    if (way) move(...way);
  });
  box.addEventListener(
    "wheel",
    (event) => {
      if (!event.ctrlKey) return;
      event.preventDefault();
      const frame = box.getBoundingClientRect();
      to(zoom * Math.exp(-event.deltaY / 400), [event.clientX - frame.left, event.clientY - frame.top]);
    },
    { passive: false },
  );

  /* A mouse drags; a finger scrolls already. */
  /** @type {{x: number, y: number, left: number, top: number, moved: boolean} | null} */
  let drag = null;
  box.addEventListener("dragstart", (event) => event.preventDefault());
  box.addEventListener("pointerdown", (event) => {
    if (event.pointerType === "touch" || event.button !== 0) return;
    const frame = box.getBoundingClientRect();
    if (event.clientX - frame.left > box.clientWidth || event.clientY - frame.top > box.clientHeight) return; // a scroll bar
    drag = { x: event.clientX, y: event.clientY, left: box.scrollLeft, top: box.scrollTop, moved: false };
  });
  addEventListener("pointermove", (event) => {
    if (!drag) return;
    const [x, y] = [event.clientX - drag.x, event.clientY - drag.y];
    if (!drag.moved && Math.hypot(x, y) < 5) return;
    drag.moved = true;
    box.classList.add("oer-explore__window--moving");
    box.scrollTo({ left: drag.left - x, top: drag.top - y, behavior: "instant" });
  });
  const drop = () => {
    box.classList.remove("oer-explore__window--moving");
    const moved = drag?.moved;
    drag = null;
    return moved;
  };
  addEventListener("pointerup", () => {
    if (!drop()) return;
    // The click that follows a drag is none.
    const swallow = (/** @type {Event} */ event) => {
      event.preventDefault();
      event.stopPropagation();
    };
    box.addEventListener("click", swallow, { capture: true, once: true });
    setTimeout(() => box.removeEventListener("click", swallow, { capture: true }));
  });
  addEventListener("pointercancel", drop);
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let resting;
  box.addEventListener("scroll", () => {
    clearTimeout(resting);
    resting = setTimeout(changed, 250);
  });

  return {
    act,
    /** @returns {{zoom: number, at: [number, number] | null}} */
    state: () => ({ zoom, at: box.scrollLeft || box.scrollTop ? point(...middle()) : null }),
    /** @param {number} wanted @param {[number, number] | null} at */
    restore(wanted, at) {
      zoom = wanted;
      size();
      if (at) bring(at, middle());
      else box.scrollTo({ left: 0, top: 0, behavior: "instant" });
    },
  };
}
