// @ts-check
/** @file A question to its answer: Pagefind for the text, the glossary for other names, the site's own words for what was
 * mistyped. Everything is loaded on first use, the words only when little was found. */
import { tonguesOf, valuesOf } from "./search-facets.js";
import { ways } from "./search-names.js";
import { isKnown, met, nearest, replaced, spaced, vocabulary, WORDS, wordsOf, fold } from "./search-words.js";
import { base } from "./store.js";

/**
 * @typedef {{title: string, url: string, excerpt: string}} Part
 * @typedef {{url: string, meta: Record<string, string>, sub_results: Part[], raw_content?: string, locations?: number[]}} Hit
 * @typedef {{id: string, score: number, data: () => Promise<Hit>}} Result
 * @typedef {import("./search-facets.js").Data} Data
 * @typedef {import("./search-facets.js").Values} Values
 * @typedef {import("./search-facets.js").Tongue} Tongue
 */

/**
 * @typedef {object} Answer
 * @property {Result[]} results best first
 * @property {Map<string, Values>} pages facets by id
 * @property {Map<string, Tongue>} tongues languages by id, of pages that are in another than the site
 * @property {string[]} kinds kinds of page, in the order in which results stand
 * @property {string} instead what was looked for because nothing was found for the question; or ""
 * @property {string[]} also other names that were looked for too
 * @property {string[]} perhaps what else the reader may have meant
 * @property {{query: string, count: number}[]} shorter questions of fewer words, where nothing was found
 */

/** How many results are looked at to tell whether they have to do with the question. */
const SAMPLE = 6;
/** So few results of words that are only like those of the question are little. */
const FEW = 3;
/** How much a result for another name counts beside one for the question. */
const OTHER = 0.8;
/** @type {Data} */
const NOTHING = { ids: [], facets: {}, names: [], languages: [], tongues: {} };

/** @param {string} path */
const fetched = async (path) => {
  const answer = await fetch(new URL(path, base), { cache: "no-cache" });
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  return answer.json();
};

/** @typedef {{engines: any[], data: Data, pages: Map<string, Values>, tongues: Map<string, Tongue>}} Engine */
/** @type {Promise<Engine> | undefined} */
let engine;

/** Pagefind with the index of a language. Each is a module of its own, with the stemmer of its language. @param {string} language */
async function bundle(language) {
  const pagefind = await import(new URL(language ? `pagefind/${language}/pagefind.js` : "pagefind/pagefind.js", base).href);
  await pagefind.options({ baseUrl: "/", excerptLength: 24 });
  await pagefind.init();
  return pagefind;
}

/** Loads Pagefind once, with an index for each language. A failed load is tried anew the next time. */
export function load() {
  engine ??= (async () => {
    const [first, data] = await Promise.all([bundle(""), fetched("search/pages.json").catch((fault) => (console.warn(fault), NOTHING))]);
    const engines = [first, ...(await Promise.all(data.languages.map(bundle)))];
    return { engines, data, pages: valuesOf(data), tongues: tonguesOf(data) };
  })().catch((fault) => {
    engine = undefined;
    throw fault;
  });
  return engine;
}

/** @type {Promise<import("./search-words.js").Vocabulary> | undefined} */
let words;

/** The words of the site. Without them no mistakes are forgiven, and search goes on. */
function allWords() {
  words ??= fetched("search/words.json").then((data) => vocabulary(data.words), (fault) => {
    console.warn(fault);
    words = undefined;
    return vocabulary("");
  });
  return words;
}

/** One query to every language. @param {string | null} query @returns {Promise<Result[]>} */
async function once(query) {
  const { engines } = await load();
  const answers = await Promise.all(engines.map((one) => one.search(query)));
  return answers.flatMap((answer) => answer.results);
}

/**
 * A question with its other names: a page that several of them find comes first.
 * @param {string} query
 * @param {boolean} written only the question as it is written
 */
async function under(query, written) {
  const { data } = await load();
  const plan = written ? [{ query, exact: false, name: "" }] : ways(query, data.names);
  /** @type {Map<string, Result>} */
  const found = new Map();
  /** @type {string[]} */
  const also = [];
  for (const [at, way] of plan.entries()) {
    let results = await once(way.query);
    if (way.exact) {
      const side = new Map((await once(`"${way.query}"`)).map((one) => [one.id, one]));
      results = results.flatMap(({ id, score }) => {
        const one = side.get(id);
        return one ? [{ id, score, data: one.data }] : [];
      });
    }
    if (at && results.length) also.push(way.name);
    const weight = at ? OTHER / wordsOf(way.name).length : 1;
    for (const one of results) {
      const before = found.get(one.id);
      const score = (before?.score ?? 0) + weight * one.score;
      found.set(one.id, { id: one.id, score, data: before?.data ?? one.data });
    }
  }
  const results = [...found.values()].sort((one, other) => other.score - one.score || (one.id < other.id ? -1 : 1));
  return { results, also };
}

/** The words of a page that were found. @param {Hit} hit @returns {string[]} */
function matched(hit) {
  if (hit.raw_content && hit.locations) {
    const all = hit.raw_content.split(/[\r\n\s]+/g);
    return [...new Set(hit.locations)].flatMap((at) => wordsOf(all[at] ?? ""));
  }
  const excerpts = hit.sub_results.map((part) => part.excerpt).join(" ");
  const marks = [...new DOMParser().parseFromString(excerpts, "text/html").querySelectorAll("mark")];
  return marks.flatMap((mark) => wordsOf(mark.textContent ?? ""));
}

/**
 * The answer to a question. Pagefind shortens a word that it does not know until something fits, "xylophone" finds every
 * x: so the words that it found are held against those that were asked for.
 * @param {string} question
 * @param {boolean} [written] only what is written: no other names, nothing else instead
 * @returns {Promise<Answer>}
 */
export async function ask(question, written = false) {
  const { data, pages, tongues } = await load();
  /** @type {Answer} */
  const answer = { results: [], pages, tongues, kinds: Object.keys(data.facets.kind ?? {}), instead: "", also: [], perhaps: [], shorter: [] };
  if (!question.trim()) {
    const order = new Map(data.ids.map((id, at) => [id, at]));
    const all = await once(null);
    return { ...answer, results: all.sort((one, other) => (order.get(one.id) ?? 0) - (order.get(other.id) ?? 0)) };
  }
  Object.assign(answer, await under(question, written));
  const asked = [...new Set(wordsOf(question))];
  if (!asked.length || !spaced(question)) return answer;

  const sample = await Promise.all(answer.results.slice(0, SAMPLE).map((one) => one.data()));
  const found = new Set(sample.flatMap(matched));
  const how = new Map(asked.map((word) => [word, met(word, found)]));
  // A page that has another name of what was asked for need not have the words of the question.
  const doubted = answer.also.length ? [] : asked.filter((word) => how.get(word) !== "sure");
  if (answer.results.length && !doubted.length) return answer;

  const vocabulary = await allWords();
  const unknown = doubted.filter((word) => !isKnown(vocabulary, word));
  const near = new Map(unknown.map((word) => [word, nearest(vocabulary, word)]));
  const wrong = unknown.filter((word) => how.get(word) !== "like");
  const lost = wrong.filter((word) => !near.get(word)?.length && how.get(word) !== "far");
  const best = (/** @type {string[]} */ those) => replaced(question, new Map(those.map((word) => [word, near.get(word)?.[0] ?? word])));

  const instead = best(unknown);
  if (answer.results.length && !wrong.length) {
    answer.perhaps = instead === question ? [] : [instead];
    if (instead === question || written || answer.results.length > FEW) return answer;
    const second = await under(instead, false);
    return second.results.length > answer.results.length ? { ...answer, ...second, instead, perhaps: [] } : answer;
  }
  if (lost.length || (wrong.length && instead !== question)) Object.assign(answer, { results: [], also: [] });
  if (instead !== question && !lost.length && !written) {
    const second = await under(instead, false);
    if (second.results.length) return { ...answer, ...second, instead, perhaps: others(question, unknown, near, [instead]) };
  }
  if (instead !== question) answer.perhaps = others(question, unknown, near, []);
  if (!answer.results.length) answer.shorter = await fewerWords(instead, lost);
  return answer;
}

/**
 * What else may have been meant: the question with each of the near words.
 * @param {string} question
 * @param {string[]} unknown
 * @param {Map<string, string[]>} near
 * @param {string[]} but
 */
function others(question, unknown, near, but) {
  /** @type {Set<string>} */
  const out = new Set();
  const most = Math.max(0, ...unknown.map((word) => near.get(word)?.length ?? 0));
  for (let at = 0; at < most; at += 1) {
    out.add(replaced(question, new Map(unknown.map((word) => [word, near.get(word)?.[at] ?? near.get(word)?.[0] ?? word]))));
  }
  return [...out].filter((one) => !but.includes(one) && fold(one) !== fold(question));
}

/** Questions of fewer words that find something. @param {string} question @param {string[]} lost words that nothing is known of */
async function fewerWords(question, lost) {
  const kept = (question.match(WORDS) ?? []).filter((word) => !lost.includes(fold(word)));
  const tries = new Set([lost.length ? kept.join(" ") : "", ...(kept.length > 1 ? kept.filter((word) => [...word].length > 2) : [])]);
  const out = [];
  for (const query of [...tries].filter(Boolean).slice(0, 4)) {
    const { length } = (await under(query, false)).results;
    if (length) out.push({ query, count: length });
  }
  return out.slice(0, 3);
}
