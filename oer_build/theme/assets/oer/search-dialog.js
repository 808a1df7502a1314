// @ts-check
/** @file What happens in the search dialog of the header: results by kind of page, their number said aloud. oer.js opens it. */
import { ask, load } from "./finder.js";
import { groups, ranked } from "./search-facets.js";
import { element, help, LATE, notes, page, result, said, tell } from "./search-results.js";
import { base, read, write } from "./store.js";
import { fill } from "./tongue.js";

const dialog = /** @type {HTMLDialogElement} */ (document.getElementById("oer-search"));
const input = /** @type {HTMLInputElement} */ (dialog.querySelector("input[name=q]"));
const status = /** @type {HTMLElement} */ (dialog.querySelector("[role=status]"));
const results = /** @type {HTMLElement} */ (dialog.querySelector(".oer-search__results"));
const ways = /** @type {HTMLElement | null} */ (dialog.querySelector(".oer-search__ways"));
const all = /** @type {HTMLAnchorElement} */ (dialog.querySelector(".oer-search__all"));
const slash = /** @type {HTMLInputElement} */ (dialog.querySelector(".oer-search__slash input"));
const words = dialog.dataset;
const whole = all.href;
/** So many kinds of page, and so many pages of each: the page of search has them all. */
const KINDS = 5;
const EACH = 3;
let turn = 0;
let late = 0;
let written = false;

/** What the address says of a search for words as they are written. @returns {Record<string, string>} */
const exactly = () => (written ? { as: "written" } : {});
/** @param {Record<string, string>} query */
const address = (query) => `${whole}?${new URLSearchParams(query)}`;

/** @type {import("./search-results.js").Asking} */
function asking(text, query, exactly = false) {
  const button = /** @type {HTMLButtonElement} */ (element("button", "oer-search-choice", text));
  button.type = "button";
  button.addEventListener("click", () => {
    input.value = query;
    written = exactly;
    input.focus();
    search();
  });
  return button;
}

async function search() {
  const query = input.value.trim();
  const mine = ++turn;
  clearTimeout(late);
  all.href = query ? address({ q: query, ...exactly() }) : whole;
  if (ways) ways.hidden = true;
  if (!query) {
    results.replaceChildren();
    status.textContent = "";
    return;
  }
  late = setTimeout(() => (status.textContent = words.loading ?? ""), LATE);
  try {
    const answer = await ask(query, written);
    const best = [...groups(answer.results.map((one) => one.id), answer.pages, "kind")].slice(0, KINDS);
    const shown = ranked(best, answer.kinds);
    const byId = new Map(answer.results.map((one) => [one.id, one]));
    const drawn = await Promise.all(
      shown.map(async ([kind, ids]) => {
        const hits = await Promise.all(ids.slice(0, EACH).map(async (id) => ({ id, hit: await byId.get(id)?.data() })));
        const items = hits.flatMap(({ id, hit }) => (hit ? [result(page(hit, answer.instead || query, 1), id, answer, words)] : []));
        return group(kind, ids.length, items, answer.instead || query);
      }),
    );
    if (mine !== turn) return;
    clearTimeout(late);
    const beside = [...notes(answer, query, words, asking), ...(answer.results.length ? [] : help(answer, words, asking))];
    results.replaceChildren(...beside, ...drawn);
    if (ways) ways.hidden = answer.results.length > 0;
    tell(status, said(words, answer.instead || query, answer.results.length), answer, query, words, beside);
  } catch (fault) {
    if (mine !== turn) return;
    clearTimeout(late);
    console.warn(fault);
    results.replaceChildren();
    if (ways) ways.hidden = false;
    status.textContent = words.failed ?? "";
  }
}

/** @param {string} kind @param {number} count @param {HTMLElement[]} items @param {string} query */
function group(kind, count, items, query) {
  const heading = element("h3", "oer-search__kind", fill(words.counted, { name: kind || (words.pages ?? ""), count }));
  const made = element("section", "", heading, element("ul", "oer-search__list", ...items));
  if (kind && count > items.length) {
    const more = /** @type {HTMLAnchorElement} */ (element("a", "oer-search__more", fill(words.all, { count })));
    more.href = address({ q: query, kind, ...exactly() });
    more.append(element("span", "oer-sr", ` (${kind})`));
    made.append(element("p", "oer-search__rest", more));
  }
  return made;
}

let waiting = 0;
input.addEventListener("input", () => {
  clearTimeout(waiting);
  written = false;
  waiting = setTimeout(search, 150);
});

/* Arrow keys go from the field through the results; Tab does too. */
dialog.addEventListener("keydown", (event) => {
  if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
  const stops = [input, .../** @type {NodeListOf<HTMLElement>} */ (results.querySelectorAll(".oer-result__link, .oer-search-choice"))];
  const at = stops.indexOf(/** @type {any} */ (document.activeElement));
  const next = stops[at + (event.key === "ArrowDown" ? 1 : -1)];
  if (at < 0 || !next) return;
  event.preventDefault();
  next.focus();
});

/* A result may be a part of this very page: the reader comes to it, and not back to where search was opened. */
dialog.addEventListener("click", (event) => {
  const link = event.target instanceof Element ? event.target.closest("a") : null;
  const here = link?.hash && link.href.split("#")[0] === location.href.split("#")[0];
  if (!here || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  dialog.close();
  setTimeout(() => arrive(document.getElementById(decodeURIComponent(link.hash.slice(1))))); // when the browser has gone there
});

/** Gives focus to a part of the page. @param {HTMLElement | null} part */
function arrive(part) {
  if (part && part.tabIndex < 0 && !part.hasAttribute("tabindex")) {
    part.tabIndex = -1;
    part.addEventListener("blur", () => part.removeAttribute("tabindex"), { once: true });
  }
  part?.focus({ preventScroll: true });
}

slash.checked = read("slash") !== "off";
slash.addEventListener("change", () => write("slash", slash.checked ? "" : "off"));

/* What only the dialog needs to look right comes with its code; after our other sheets, before those of a project. */
const sheet = new URL("assets/oer/search.css", base).href;
if (![...document.styleSheets].some((one) => one.href === sheet)) {
  const link = document.createElement("link");
  link.rel = "stylesheet";
  link.href = sheet;
  const ours = new URL("assets/oer/", base).href;
  const last = [...document.querySelectorAll('head link[rel="stylesheet"]')]
    .filter((one) => /** @type {HTMLLinkElement} */ (one).href.startsWith(ours))
    .at(-1);
  if (last) last.after(link);
  else document.head.append(link);
}

/* The reader may have typed while this file was on its way. */
load().catch(() => (status.textContent = words.failed ?? ""));
if (input.value.trim()) search();
