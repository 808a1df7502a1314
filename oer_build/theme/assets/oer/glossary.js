// @ts-check
/** @file A term explained where it stands: on hover, on focus and at the first tap of a finger, dismissed with Escape or
 * by a tap elsewhere, kept while the pointer is on it (WCAG 1.4.13). The definitions come from glossary.json when the first
 * one is asked for; the link works without, and a second tap follows it. */
import { base } from "./store.js";

/** @type {Promise<Record<string, {term: string, definition: string}>> | undefined} */
let glossary;
/** @returns {Promise<Record<string, {term: string, definition: string}>>} */
const load = () => (glossary ??= fetch(new URL("glossary.json", base)).then((answer) => (answer.ok ? answer.json() : {})).catch(() => ({})));

const note = document.createElement("div");
note.className = "oer-note";
note.id = "oer-note";
note.setAttribute("role", "tooltip");
note.hidden = true;
(document.querySelector("main") ?? document.body).append(note);

/** @type {HTMLElement | null} */
let owner = null;
/** @type {number | undefined} */
let leaving;
/** Whether this browser has the definitions: what comes after focus has gone on is not read out by itself. */
let here = false;

function hide() {
  clearTimeout(leaving);
  note.hidden = true;
  owner?.removeAttribute("aria-describedby");
  owner = null;
}

/** @param {HTMLAnchorElement} term @param {boolean} [tapped] */
async function show(term, tapped = false) {
  clearTimeout(leaving);
  if (owner === term && !tapped) return;
  hide();
  owner = term;
  note.setAttribute("aria-live", tapped || !here ? "polite" : "off");
  const found = (await load())[decodeURIComponent(term.hash.slice(1))];
  here = true;
  if (tapped && !found) location.assign(term.href);
  if (owner !== term || !found) return;
  const name = document.createElement("strong");
  name.textContent = found.term;
  note.replaceChildren(name, document.createElement("br"), found.definition);
  note.hidden = false;
  term.setAttribute("aria-describedby", note.id);
  put(term);
}

/** Below the term, or above it where there is no room below. @param {HTMLElement} term */
function put(term) {
  const place = term.getClientRects()[0] ?? term.getBoundingClientRect();
  const width = document.documentElement.clientWidth;
  const left = Math.min(Math.max(8, place.left), Math.max(8, width - note.offsetWidth - 8));
  const below = place.bottom + note.offsetHeight + 8 < innerHeight || place.top < note.offsetHeight + 8;
  note.style.left = `${left + scrollX}px`;
  note.style.top = `${scrollY + (below ? place.bottom + 2 : place.top - note.offsetHeight - 2)}px`;
}

const leave = () => {
  clearTimeout(leaving);
  leaving = setTimeout(hide, 250);
};

for (const term of /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll("a.oer-term"))) {
  let asks = false;
  term.removeAttribute("title");
  term.addEventListener("pointerdown", ({ pointerType }) => (asks = pointerType === "touch" && (owner !== term || note.hidden !== false)));
  term.addEventListener("click", (event) => {
    if (!asks) return;
    asks = false;
    event.preventDefault();
    show(term, true);
  });
  term.addEventListener("pointerenter", (event) => event.pointerType !== "touch" && show(term));
  term.addEventListener("pointerleave", (event) => event.pointerType !== "touch" && leave());
  term.addEventListener("focus", () => show(term));
  // Whoever goes on by keyboard must not find the next stop covered.
  term.addEventListener("blur", () => (note.matches(":hover") || term.matches(":hover") ? leave() : hide()));
}
// Whoever turns the screen or zooms goes on reading.
addEventListener("resize", () => owner && !note.hidden && put(owner));
note.addEventListener("pointerenter", () => clearTimeout(leaving));
note.addEventListener("pointerleave", leave);
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && !note.hidden) hide();
});
document.addEventListener("pointerdown", ({ target }) => {
  if (target instanceof Node && !owner?.contains(target) && !note.contains(target)) hide();
});
