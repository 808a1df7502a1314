// @ts-check
/** @file The search page: facets with counts, and an address that says all of the search, so that it can be kept and sent. */
import { drawn, find, pages } from "./finder.js";

const root = /** @type {HTMLElement} */ (document.querySelector("[data-oer-search]"));
const form = /** @type {HTMLFormElement} */ (root.querySelector("form"));
const input = /** @type {HTMLInputElement} */ (form.querySelector("input[name=q]"));
const status = /** @type {HTMLElement} */ (root.querySelector("[role=status]"));
const list = /** @type {HTMLElement} */ (root.querySelector(".oer-results"));
const facetBox = /** @type {HTMLElement} */ (root.querySelector(".oer-facets"));
const more = /** @type {HTMLButtonElement | null} */ (root.querySelector(".oer-results__more"));
const words = root.dataset;

/** The facets in the order of the page: data-facets='{"kind": "Kind", ...}'. */
/** @type {Record<string, string>} */
const names = JSON.parse(words.facets || '{"kind":"Kind","level":"Level","competency":"Competency","time":"Time","language":"Language"}');
/** @type {string[]} Titles of levels, ascending. */
const levels = JSON.parse(words.levels || "[]");
/** @type {Record<string, string[]>} */
let chosen = {};
/** @type {Set<string>} */
const unfolded = new Set();
const STEP = 20;
let shown = STEP;
let asked = 0;

/** @param {string | undefined} text @param {string} fallback @param {number} count @param {string} query */
const fill = (text, fallback, count, query) => (text || fallback).replace("{count}", String(count)).replace("{query}", query);

function readAddress() {
  const query = new URLSearchParams(location.search);
  input.value = query.get("q") ?? "";
  chosen = {};
  for (const name of Object.keys(names)) chosen[name] = query.getAll(name);
}

/** @param {boolean} step whether the reader may go back to what was before */
function writeAddress(step) {
  const query = new URLSearchParams();
  if (input.value.trim()) query.set("q", input.value.trim());
  for (const [name, values] of Object.entries(chosen)) for (const value of values) query.append(name, value);
  const address = `${location.pathname}${query.size ? `?${query}` : ""}`;
  if (step) history.pushState(null, "", address);
  else history.replaceState(null, "", address);
}

/** An id for a value: no space may be in one. @param {string} name @param {string} value */
const place = (name, value) => `facet-${name}-${encodeURIComponent(value)}`;

/**
 * Where a facet is in use its other values keep their counts, so that one can add a second one.
 * @param {import("./finder.js").Facets} facets
 * @param {import("./finder.js").Facets} whole
 */
function showFacets(facets, whole) {
  const focused = document.activeElement?.id;
  const boxes = Object.entries(names).flatMap(([name, title]) => {
    const counts = chosen[name]?.length ? whole[name] : facets[name];
    const values = Object.entries(counts ?? {}).filter(([value, count]) => count > 0 || chosen[name]?.includes(value));
    for (const value of chosen[name] ?? []) if (!values.some(([one]) => one === value)) values.push([value, 0]);
    if (!values.length) return [];
    if (name === "level") values.sort(([one], [other]) => levels.indexOf(one) - levels.indexOf(other));
    const box = document.createElement("fieldset");
    box.className = "oer-facet";
    const legend = document.createElement("legend");
    legend.textContent = title;
    box.append(legend);
    const long = values.length > 10 && !unfolded.has(name);
    values.forEach(([value, count], at) => {
      const ticked = chosen[name]?.includes(value) ?? false;
      if (long && at >= 8 && !ticked) return;
      const line = document.createElement("label");
      line.className = "oer-facet__value";
      const tick = document.createElement("input");
      tick.type = "checkbox";
      tick.id = place(name, value);
      tick.checked = ticked;
      tick.addEventListener("change", () => {
        const before = chosen[name] ?? [];
        chosen[name] = tick.checked ? [...before, value] : before.filter((one) => one !== value);
        shown = STEP;
        writeAddress(true);
        ask();
      });
      const number = document.createElement("span");
      number.className = "oer-facet__count";
      number.textContent = `(${count})`;
      line.append(tick, ` ${value} `, number);
      box.append(line);
    });
    if (long) {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "oer-facet__more";
      button.textContent = fill(words.unfold, "Show all {count}", values.length, "");
      button.addEventListener("click", () => {
        unfolded.add(name);
        showFacets(facets, whole);
        document.getElementById(place(name, values[8][0]))?.focus();
      });
      box.append(button);
    }
    return [box];
  });
  facetBox.replaceChildren(...boxes);
  if (focused) document.getElementById(focused)?.focus();
}

async function ask() {
  const turn = ++asked;
  const query = input.value.trim();
  const filtered = Object.values(chosen).some((values) => values.length);
  status.textContent = fill(words.loading, "Searching…", 0, query);
  try {
    const { hits, facets, whole } = await find(query, chosen, true);
    const asking = query || filtered ? hits : [];
    const found = pages(await Promise.all(asking.slice(0, shown).map((hit) => hit.data())), query);
    if (turn !== asked) return;
    list.replaceChildren(...found.map(drawn));
    showFacets(facets, whole);
    if (more) more.hidden = asking.length <= shown || !found.length;
    const count = asking.length > shown && found.length ? asking.length : found.length;
    const about = query || Object.values(chosen).flat().join(", ");
    if (!query && !filtered) status.textContent = fill(words.start, "Type words, or choose from the lists.", 0, "");
    else if (!found.length) status.textContent = fill(words.none, "Nothing found for “{query}”.", 0, about);
    else if (count === 1) status.textContent = fill(words.one, "1 result for “{query}”.", 1, about);
    else status.textContent = fill(words.other, "{count} results for “{query}”.", count, about);
  } catch (fault) {
    if (turn !== asked) return;
    console.warn(fault);
    status.textContent = words.failed || "Search could not be loaded. The catalogue lists every module.";
  }
}

let waiting = 0;
form.addEventListener("submit", (event) => {
  event.preventDefault();
  clearTimeout(waiting);
  shown = STEP;
  writeAddress(true);
  ask();
});
input.addEventListener("input", () => {
  clearTimeout(waiting);
  waiting = setTimeout(() => {
    shown = STEP;
    writeAddress(false);
    ask();
  }, 250);
});
more?.addEventListener("click", () => {
  const last = list.children.length;
  shown += STEP;
  ask().then(() => /** @type {HTMLElement | null} */ (list.children[last]?.querySelector("a"))?.focus());
});
addEventListener("popstate", () => {
  readAddress();
  ask();
});

root.querySelectorAll("[hidden][data-js]").forEach((part) => part.removeAttribute("hidden"));
readAddress();
ask();
