// @ts-check
/** @file The competency map to explore: two views, choices that both follow, a role laid over them, details on demand.
 * The address keeps all of it.
 *
 * Contract: [data-oer-map] holds a <form> whose fieldset is disabled until this script runs (fields `role`, `audience`,
 * `level`, `time`, buttons [data-view]), sections [data-part=matrix] and perhaps [data-part=graph] with a
 * [data-part=window], a <dialog data-part=detail>, and JSON in `data` and `words`. Cells are td[data-cell], modules
 * a[data-module]. The server drew everything; this script adds classes and words. */
import { details } from "./map-detail.js";
import { answer, fromQuery, start, toQuery } from "./map-state.js";
import { zoomable } from "./map-zoom.js";
import { fill, tongue } from "./tongue.js";

const root = /** @type {HTMLElement} */ (document.querySelector("[data-oer-map]"));
/** @param {string} name @returns {HTMLElement} */
const part = (name) => /** @type {HTMLElement} */ (root.querySelector(`[data-part="${name}"]`));
/** @type {import("./map-state.js").Data} */
const data = JSON.parse(part("data").textContent ?? "");
/** @type {Record<string, any>} */
const words = JSON.parse(part("words").textContent ?? "");
const form = /** @type {HTMLFormElement} */ (root.querySelector("form"));
const panel = /** @type {HTMLDialogElement} */ (part("detail"));
const title = /** @type {HTMLElement} */ (panel.querySelector("h2"));
const minutes = /** @type {HTMLInputElement | null} */ (form.elements.namedItem("time"));
const graph = /** @type {HTMLElement | null} */ (root.querySelector("[data-part=window]"));
const status = part("status");
const views = /** @type {HTMLButtonElement[]} */ ([...form.querySelectorAll("[data-view]")]);
const cells = /** @type {HTMLElement[]} */ ([...root.querySelectorAll("td[data-cell]")]);
const links = /** @type {(HTMLElement | SVGElement)[]} */ ([...root.querySelectorAll("a[data-module], .oer-map__count")]);
const labels = new Map(links.map((one) => [one, one.getAttribute("aria-label")]));
const detail = details(data, words.said, words.standings);
const say = (/** @type {string} */ word, /** @type {Record<string, string | number>} */ values = {}) => fill(words.said[word] ?? "", values);

let state = start();
/** What the panel was opened from. @type {HTMLElement | SVGElement | null} */
let opener = null;

const zoom = graph
  ? zoomable(graph, () => {
      if (state.view !== "graph" || !graph.getClientRects().length) return;
      Object.assign(state, zoom?.state());
      scale();
      keep("replaceState");
    })
  : null;

function scale() {
  part("scale").textContent = new Intl.NumberFormat(tongue(), { style: "percent" }).format(state.zoom);
}

/** @param {"pushState" | "replaceState"} how */
function keep(how) {
  const query = toQuery(state);
  const address = `${location.pathname}${query ? `?${query}` : ""}${how === "replaceState" ? location.hash : ""}`;
  try {
    if (address !== `${location.pathname}${location.search}${location.hash}`) history[how](null, "", address);
  } catch {
    // An address that may not change, as in some embedded pages: the map works on.
  }
}

/** @type {ReturnType<typeof setTimeout> | undefined} */
let speaking;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let typing;

/** What matches, in words, once the reader pauses. @param {ReturnType<typeof answer>} found */
function speak(found) {
  const [count, total] = [found.matching.size, data.modules.length];
  const matched = !found.filtered ? say("all", { total }) : count ? say("some", { count, total }) : say("none");
  const role = found.role ? ` ${say("role", { role: found.role.title, needed: found.needed, taught: found.taught })}` : "";
  clearTimeout(speaking);
  speaking = setTimeout(() => {
    if (status.textContent !== matched + role) status.textContent = matched + role;
  }, 200);
}

/** A line of words in a cell; none where there are no words. @param {HTMLElement} cell @param {string} name @param {string} text */
function note(cell, name, text) {
  let line = cell.querySelector(`.${name}`);
  if (!text) return line?.remove();
  if (!line) {
    line = document.createElement("span");
    line.className = name;
    cell.append(line);
  }
  line.textContent = ` ${text}`;
}

/** What is said of a box to those who point at it. @param {SVGElement} box @param {string} text */
function pointed(box, text) {
  box.querySelector("title")?.remove();
  if (!text) return;
  const made = document.createElementNS(box.namespaceURI, "title");
  made.textContent = text;
  box.prepend(made);
}

/** @param {ReturnType<typeof answer>} found */
function mark(found) {
  for (const cell of cells) {
    const name = cell.dataset.cell ?? "";
    const [match, all] = [found.cells.get(name) ?? 0, data.cells[name]?.length ?? 0];
    const stands = found.standing.get(name);
    if (stands) cell.dataset.standing = stands;
    else delete cell.dataset.standing;
    cell.classList.toggle("oer-map__cell--off", found.filtered && !match && (!stands || stands === "beyond" || stands === "apart"));
    note(cell, "oer-map__role", stands ? (words.standings[stands] ?? "") : "");
    const beyond = stands === "beyond" || stands === "apart";
    note(cell, "oer-map__match", found.filtered && all && !beyond && match < all ? (match ? say("of", { count: match, total: all }) : say("no")) : "");
  }
  for (const link of links) {
    const name = link.dataset.module;
    if (!name) continue;
    const off = found.filtered && !found.matching.has(name);
    link.classList.toggle("oer-explore__off", off);
    const use = found.role ? say(found.helpful.has(name) ? "helps" : "aside", { role: found.role.title }) : "";
    const label = labels.get(link);
    if (label) link.setAttribute("aria-label", [label, use, off ? say("off") : ""].filter(Boolean).join(", "));
    if (link instanceof SVGElement) pointed(link, use);
    const row = link.closest("tr[data-way]");
    if (!(row instanceof HTMLTableRowElement) || row.dataset.way !== name) continue;
    row.hidden = off;
    note(row.cells[0], "oer-map__match", use);
  }
}

/** @param {ReturnType<typeof answer>} found */
function showPanel(found) {
  for (const link of links) {
    const own = link.dataset.module ?? link.closest("td")?.dataset.cell;
    link.setAttribute("aria-expanded", String(own === state.open));
  }
  for (const line of root.querySelectorAll("[data-line]")) {
    line.classList.toggle("oer-graph__line--on", (line.getAttribute("data-line") ?? "").split(" ").includes(state.open));
  }
  panel.open = Boolean(state.open);
  if (!state.open) return;
  const { title: name, content } = detail(state.open, found);
  title.textContent = name;
  part("content").replaceChildren(...content);
}

/** Shows the state. @param {boolean} [fresh] whether the view and the graph's window are set, too */
function show(fresh = false) {
  const found = answer(state, data);
  root.dataset.view = graph ? state.view : "matrix";
  for (const button of views) button.setAttribute("aria-pressed", String(button.dataset.view === state.view));
  for (const name of /** @type {const} */ (["role", "audience", "level", "time"])) {
    const field = form.elements.namedItem(name);
    const value = String(state[name] || "");
    // What was typed and is no number of minutes stays, to be put right: the browser says what is wrong with it.
    if (field instanceof HTMLInputElement && !value && !field.validity.valid) continue;
    if ((field instanceof HTMLSelectElement || field instanceof HTMLInputElement) && field.value !== value) field.value = value;
  }
  mark(found);
  showPanel(found);
  speak(found);
  if (fresh && graph && state.view === "graph") {
    zoom?.restore(state.zoom, state.at);
    scale();
  }
}

/** @param {Partial<import("./map-state.js").State>} change */
function choose(change) {
  const fresh = change.view !== undefined && change.view !== state.view;
  Object.assign(state, change);
  keep("pushState");
  show(fresh);
}

/** @param {string} open @param {HTMLElement | SVGElement | null} from */
function open(open, from) {
  if (from && !panel.contains(from)) opener = from;
  choose({ open });
  panel.scrollTop = 0;
  title.focus();
}

/** The link of what is open, in the view that is shown. */
const source = () => links.find((one) => (one.dataset.module ?? one.closest("td")?.dataset.cell) === state.open && one.getClientRects().length);

function close(focus = true) {
  const back = opener?.isConnected && opener.getClientRects().length ? opener : source();
  choose({ open: "" });
  opener = null;
  if (focus) (back ?? views[0] ?? form.querySelector("select"))?.focus();
}

/** The minutes as typed are given up, also where they are none. */
function forget() {
  clearTimeout(typing);
  if (minutes) minutes.value = "";
}

function recall() {
  forget();
  state = fromQuery(location.search, data);
  if (graph && location.hash === "#oer-order") state.view = "graph";
  if (!graph) state.view = "matrix";
  const within = panel.contains(document.activeElement);
  show(true);
  if (within && !state.open) (opener ?? views[0])?.focus();
}

for (const link of links) {
  link.setAttribute("role", "button");
  link.setAttribute("aria-haspopup", "dialog");
}
root.addEventListener("click", (event) => {
  if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || event.button) return;
  const at = /** @type {Element} */ (event.target);
  const link = /** @type {HTMLElement | SVGElement | null} */ (at.closest("a[data-module], .oer-map__count"));
  const name = link?.dataset.module ?? link?.closest("td")?.dataset.cell;
  if (link && name) {
    event.preventDefault();
    open(name, link);
    return;
  }
  const button = at.closest("button");
  if (button?.dataset.view) choose({ view: button.dataset.view === "graph" ? "graph" : "matrix" });
  else if (button?.dataset.zoom) zoom?.act(button.dataset.zoom);
  else if (button?.dataset.do === "close") close();
  else if (button?.dataset.do === "link") {
    const told = (/** @type {string} */ word) => (part("told").textContent = say(word));
    if (navigator.clipboard) navigator.clipboard.writeText(location.href).then(() => told("copied"), () => told("copy"));
    else told("copy");
  }
});
root.addEventListener("keydown", (event) => {
  const link = event.target instanceof Element ? event.target.closest("a[role=button]") : null;
  if (event.key !== " " || !link) return;
  event.preventDefault();
  link.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }));
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && panel.open && !document.querySelector("dialog:modal")) close();
});
/* The panel lies over the page: where the focus goes to something beneath it, it gives way. */
document.addEventListener("focusin", ({ target }) => {
  if (!panel.open || !(target instanceof Element) || panel.contains(target)) return;
  const [own, other] = [panel.getBoundingClientRect(), target.getBoundingClientRect()];
  const [x, y] = [other.left + other.width / 2, other.top + Math.min(other.height, innerHeight) / 2];
  if (x > own.left && x < own.right && y > own.top && y < own.bottom) close(false);
});

form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("input", ({ target }) => {
  if (target instanceof HTMLSelectElement) choose({ [target.name]: target.value });
  else if (target === minutes && minutes) {
    const time = minutes.validity.valid ? Number(minutes.value) : 0;
    clearTimeout(typing);
    typing = setTimeout(() => choose({ time }), 300);
  }
});
minutes?.addEventListener("change", () => minutes.reportValidity());
form.addEventListener("reset", (event) => {
  event.preventDefault();
  forget();
  choose({ role: "", audience: "", level: "", time: 0 });
});
addEventListener("popstate", recall);
addEventListener("hashchange", recall);

/** @type {HTMLFieldSetElement} */ (form.querySelector("fieldset")).disabled = false;
for (const one of root.querySelectorAll("[data-part=zoom]")) /** @type {HTMLElement} */ (one).hidden = false;
recall();
