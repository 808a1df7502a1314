// @ts-check
/** @file The search page: results by kind, facets with counts, and an address that says all of the search, so that it can
 * be kept and sent. */
import { ask } from "./finder.js";
import { counts, fewer, groups, passing, ranked } from "./search-facets.js";
import { facets } from "./search-filters.js";
import { element, help, LATE, notes, page, result, said, shared, tell } from "./search-results.js";
import { fill } from "./tongue.js";

const root = /** @type {HTMLElement} */ (document.querySelector("[data-oer-search]"));
const form = /** @type {HTMLFormElement} */ (root.querySelector("form"));
const input = /** @type {HTMLInputElement} */ (form.querySelector("input[name=q]"));
const status = /** @type {HTMLElement} */ (root.querySelector("[role=status]"));
const told = /** @type {HTMLElement} */ (root.querySelector(".oer-search-page__notes"));
const columns = /** @type {HTMLElement} */ (root.querySelector(".oer-search-page__columns"));
const list = /** @type {HTMLElement} */ (root.querySelector(".oer-results"));
const more = /** @type {HTMLButtonElement} */ (root.querySelector(".oer-results__more"));
const words = { ...shared(), ...root.dataset };

/** The facets in the order of the page: data-facets='{"kind": "Kind", ...}'. @type {Record<string, string>} */
const names = JSON.parse(words.facets || "{}");
/** Of a kind while there are several, and of the one that was chosen. */
const EACH = 5;
const STEP = 20;

/* Beside the results there is room for the filters; above them they are folded. */
/** @type {HTMLDetailsElement} */ (root.querySelector(".oer-facets")).open = matchMedia("(min-width: 48em)").matches;

/** All of a search, as its address says it. */
let chosen = /** @type {Record<string, string[]>} */ ({});
let show = STEP;
let written = false;
let turn = 0;
let late = 0;

/** @param {string} [typed] what the reader has typed before this script was there */
function readAddress(typed = "") {
  const query = new URLSearchParams(location.search);
  input.value = typed || (query.get("q") ?? "");
  chosen = Object.fromEntries(Object.keys(names).map((name) => [name, query.getAll(name)]));
  show = Math.min(1000, Math.max(STEP, Math.trunc(Number(query.get("show"))) || STEP));
  written = query.get("as") === "written";
}

/** @param {{q?: string, chosen?: Record<string, string[]>, show?: number, written?: boolean}} [other] */
function address({ q = input.value.trim(), chosen: those = chosen, show: many = show, written: exactly = written } = {}) {
  const query = new URLSearchParams();
  if (q) query.set("q", q);
  for (const [name, values] of Object.entries(those)) for (const value of values) query.append(name, value);
  if (exactly) query.set("as", "written");
  if (many > STEP) query.set("show", String(many));
  return location.pathname + (String(query) && `?${query}`); // older browsers do not know how many there are
}

/** @param {boolean} step whether the reader may go back to what was before */
const writeAddress = (step) => history[step ? "pushState" : "replaceState"](null, "", address());

/** @param {Record<string, string[]>} those */
function choose(those) {
  chosen = those;
  show = STEP;
  writeAddress(true);
  search();
}

/** @type {import("./search-results.js").Asking} */
function asking(text, query, exactly = false) {
  const link = /** @type {HTMLAnchorElement} */ (element("a", "oer-search-choice", text));
  link.href = address({ q: query, written: exactly, show: STEP });
  return link;
}

/** The same question with the filters of some facets left out. @param {{names: string[], count: number}} less */
function without(less) {
  const name = less.names.length > 1 ? words.unfiltered : fill(words.without, { facet: names[less.names[0]] });
  const link = /** @type {HTMLAnchorElement} */ (element("a", "oer-search-choice", fill(words.counted, { name: name ?? "", count: less.count })));
  const those = Object.fromEntries(Object.entries(chosen).map(([one, values]) => [one, less.names.includes(one) ? [] : values]));
  link.href = address({ chosen: those, show: STEP });
  return link;
}

/** The answer is there. Where there is neither a result nor a filter, no empty place keeps what helps out of sight. */
function settle() {
  list.removeAttribute("aria-busy");
  columns.hidden = columns.querySelector(".oer-facets__groups:empty") !== null;
}

async function search() {
  const mine = ++turn;
  const question = input.value.trim();
  const filters = Object.values(chosen).flat();
  const asked = Boolean(question || filters.length);
  clearTimeout(late);
  if (asked) late = setTimeout(() => (status.textContent = words.loading ?? ""), LATE);
  list.classList.toggle("oer-results--coming", asked);
  list.setAttribute("aria-busy", "true");
  try {
    const answer = await ask(question, written);
    const every = answer.results.map((one) => one.id);
    const ids = asked ? passing(every, answer.pages, chosen) : [];
    const byKind = ranked(groups(ids, answer.pages, "kind"), answer.kinds);
    const single = byKind.length === 1;
    const byId = new Map(answer.results.map((one) => [one.id, one]));
    const drawn = await Promise.all(
      byKind.map(async ([kind, own]) => {
        const hits = await Promise.all(own.slice(0, single ? show : EACH).map(async (id) => ({ id, hit: await byId.get(id)?.data() })));
        return { kind, count: own.length, items: hits.flatMap(({ id, hit }) => (hit ? [result(page(hit, answer.instead || question), id, answer, words)] : [])) };
      }),
    );
    if (mine !== turn) return;
    clearTimeout(late);
    const counted = Object.keys(names).map((name) => ({ name, title: names[name], values: counts(every, answer.pages, chosen, name) }));
    facets(root, counted, chosen, words, choose);
    list.replaceChildren(...drawn.map(({ kind, count, items }) => group(kind, count, items, single)));
    const less = ids.length ? [] : fewer(every, answer.pages, chosen).map(without);
    const beside = [...notes(answer, question, words, asking), ...(ids.length || !asked ? [] : help(answer, words, asking, less))];
    told.replaceChildren(...beside);
    more.hidden = !single || ids.length <= show;
    const about = answer.instead || question || filters.join(", ");
    const left = !ids.length && every.length > 0; // found, and left out by the filters
    tell(status, !asked ? (words.start ?? "") : left ? fill(words.filtered, { query: about }) : said(words, about, ids.length), answer, question, words, beside);
    settle();
  } catch (fault) {
    if (mine !== turn) return;
    clearTimeout(late);
    console.warn(fault);
    status.textContent = words.failed ?? "";
    settle();
  }
}

/** @param {string} kind @param {number} count @param {HTMLElement[]} items @param {boolean} single */
function group(kind, count, items, single) {
  const heading = element("h2", "oer-results__kind", fill(words.counted, { name: kind || (words.pages ?? ""), count }));
  const made = element("div", "oer-results__group", heading, element("ol", "oer-results__list", ...items));
  if (!single && kind && count > items.length) {
    const all = /** @type {HTMLButtonElement} */ (element("button", "oer-results__all", fill(words.all, { count }), element("span", "oer-sr", ` (${kind})`)));
    all.type = "button";
    all.addEventListener("click", () => {
      choose({ ...chosen, kind: [kind] });
      status.focus();
    });
    made.append(all);
  }
  return made;
}

let waiting = 0;
form.addEventListener("submit", (event) => {
  event.preventDefault();
  clearTimeout(waiting);
  written = false;
  choose(chosen);
});
input.addEventListener("input", () => {
  clearTimeout(waiting);
  waiting = setTimeout(() => {
    show = STEP;
    written = false;
    writeAddress(false);
    search();
  }, 250);
});
more.addEventListener("click", () => {
  const last = list.querySelectorAll(".oer-result").length;
  show += STEP;
  writeAddress(false);
  search().then(() => /** @type {HTMLElement | null} */ (list.querySelectorAll(".oer-result__link")[last])?.focus());
});
addEventListener("popstate", () => {
  readAddress();
  search();
});

readAddress(input.value);
search();
