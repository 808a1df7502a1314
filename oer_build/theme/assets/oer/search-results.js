// @ts-check
/** @file What the dialog and the page of search show alike: a result, what else was looked for, and where nothing was
 * found, what may help. Words come from the dialog in the header; text is set as text. */

import { wordsOf } from "./search-words.js";
import { base } from "./store.js";
import { fill } from "./tongue.js";

/**
 * @typedef {import("./finder.js").Answer} Answer
 * @typedef {import("./finder.js").Part & {under: string}} FoundPart with the title that it stands under in the index
 * @typedef {{title: string, url: string, parts: FoundPart[]}} Found
 * @typedef {Record<string, string | undefined>} Words
 * @typedef {(text: string, query: string, written?: boolean) => HTMLElement} Asking makes what asks another question
 */

const LISTED = 2;
/** After so many milliseconds without an answer a reader hears that one is coming; at every pause in typing that would be noise. */
export const LATE = 1000;

/** @returns {Words} */
export const shared = () => ({ ...document.getElementById("oer-search")?.dataset });

/** @param {string} name @param {string} kind @param {...(Node | string)} parts */
export function element(name, kind, ...parts) {
  const made = document.createElement(name);
  if (kind) made.className = kind;
  made.append(...parts);
  return made;
}

/** @param {string} path an address as the index has it, relative to the site's root */
const address = (path) => new URL(path.replace(/^\/+/, ""), base).href;

/**
 * A result as it is shown: a page, with at most so many of its parts; a single one is a section that can be opened. Of a
 * page that only collects, such as the glossary, the best of its parts is the result.
 * @param {import("./finder.js").Hit} hit
 * @param {string} question
 * @param {number} [most]
 * @returns {Found}
 */
export function page(hit, question, most = 3) {
  const url = address(hit.url);
  const parts = hit.sub_results.map((part) => {
    const place = address(part.url);
    const inside = place.includes("#");
    return { title: inside ? part.title : "", url: place, excerpt: part.excerpt, under: inside ? part.title : (hit.meta.title ?? "") };
  });
  const [best, ...others] = hit.meta.collects ? byTitle(parts.filter((part) => part.title), question) : [];
  if (best) return { title: best.title, url: best.url, parts: [{ ...best, title: "" }, ...others].slice(0, most) };
  return { title: hit.meta.title ?? url, url, parts: most === 1 ? [parts.find((part) => part.title) ?? parts[0]].filter(Boolean) : parts.slice(0, most) };
}

/**
 * Those whose title is the question first, then those whose title has all its words, then those that name it most often.
 * @param {FoundPart[]} parts
 * @param {string} question
 */
function byTitle(parts, question) {
  const asked = wordsOf(question);
  const rank = (/** @type {FoundPart} */ part) => {
    const words = wordsOf(part.title);
    const all = asked.length > 0 && asked.every((word) => words.includes(word));
    return (all ? (words.length === asked.length ? 2000 : 1000) : 0) + part.excerpt.split("<mark>").length;
  };
  return [...parts].sort((one, other) => rank(other) - rank(one));
}

/** How many were found, as it is said aloud. @param {Words} words @param {string} query @param {number} count */
export const said = (words, query, count) =>
  fill(count === 0 ? words.none : count === 1 ? words.one : words.other, { query, count });

/**
 * An excerpt as nodes: text, and <mark> around what was found. Nothing else of it becomes markup. The title that it stands
 * under is not said again, and where it begins or ends within a sentence that shows.
 * @param {string} excerpt
 * @param {string} title
 */
export function marked(excerpt, title) {
  const whole = new DOMParser().parseFromString(excerpt, "text/html").body;
  const text = whole.textContent ?? "";
  const said = [`${title}. `, `${title} `].find((one) => title && text.startsWith(one) && /\p{P} $/u.test(one));
  let skip = said?.length ?? 0;
  const out = document.createDocumentFragment();
  if (/^\p{Ll}/u.test(text.slice(skip))) out.append("… ");
  for (const node of whole.childNodes) {
    const piece = node.textContent ?? "";
    const rest = piece.slice(skip);
    skip = Math.max(0, skip - piece.length);
    if (rest) out.append(node.nodeName === "MARK" ? element("mark", "", rest) : rest);
  }
  if (/[\p{L}\p{N},;:]$/u.test(text)) out.append(" …");
  return out;
}

/** Level, time and competencies of a page in one line. @param {import("./search-facets.js").Values} values @param {Words} words */
export function about(values, words) {
  const lists = [values.level, values.time, values.competency].filter((list) => list?.length);
  return lists
    .map((list) => {
      const first = list.slice(0, LISTED).join(", ");
      return list.length > LISTED ? `${first} ${fill(words.andMore, { count: list.length - LISTED })}` : first;
    })
    .join(" · ");
}

/**
 * A result: its text is in the language of its page, the line about it in that of the site, as all around it.
 * @param {Found} page
 * @param {string} id
 * @param {Answer} answer
 * @param {Words} words
 */
export function result(page, id, answer, words) {
  const link = /** @type {HTMLAnchorElement} */ (element("a", "oer-result__link", page.title));
  link.href = page.url;
  const item = Object.assign(element("li", "oer-result", link), answer.tongues.get(id));
  const line = about(answer.pages.get(id) ?? {}, words);
  const { lang, dir } = document.documentElement;
  if (line) item.append(element("p", "oer-result__about", Object.assign(element("span", "", line), item.lang ? { lang, dir } : {})));
  for (const part of page.parts) {
    const text = element("p", "oer-result__part");
    if (part.title) {
      const section = /** @type {HTMLAnchorElement} */ (element("a", "", part.title));
      section.href = part.url;
      text.append(section, ": ");
    }
    text.append(marked(part.excerpt, part.under));
    item.append(text);
  }
  return item;
}

/** Other names as they stand in the note. @param {Answer} answer @param {Words} words */
const also = (answer, words) => fill(words.also, { names: answer.also.map((name) => fill(words.quoted, { name })).join(", ") });

/** A line of choices as it is said. @param {HTMLElement} note @param {Words} words */
function spoken(note, words) {
  const title = note.querySelector(".oer-search-note__title")?.textContent;
  const choices = [...note.querySelectorAll("li")].map((one) => one.textContent).join(", ");
  return title ? [fill(words.choices, { title, choices })] : [];
}

/**
 * Says how many were found, and to those who do not see the notes, for what and what else there is to ask.
 * @param {HTMLElement} status
 * @param {string} text
 * @param {Answer} answer
 * @param {string} question
 * @param {Words} words
 * @param {HTMLElement[]} beside what is shown with the results
 */
export function tell(status, text, answer, question, words, beside) {
  const more = [
    ...(answer.instead ? [fill(words.instead, { query: question, other: answer.instead })] : []),
    ...(answer.also.length ? [also(answer, words)] : []),
    ...beside.flatMap((note) => spoken(note, words)),
  ];
  status.replaceChildren(text, ...(more.length ? [element("span", "oer-sr", ` ${more.join(" ")}`)] : []));
}

/**
 * What the answer is an answer to, where that is not only the question.
 * @param {Answer} answer
 * @param {string} question
 * @param {Words} words
 * @param {Asking} asking
 * @returns {HTMLElement[]}
 */
export function notes(answer, question, words, asking) {
  const out = [];
  if (answer.instead) {
    const written = asking(fill(words.written, { query: question }), question, true);
    out.push(element("p", "oer-search-note", `${fill(words.instead, { query: question, other: answer.instead })} `, written));
  }
  if (answer.also.length) out.push(element("p", "oer-search-note", also(answer, words)));
  if (answer.perhaps.length && answer.results.length) out.push(list(words.perhaps, answer.perhaps.map((one) => asking(one, one))));
  return out;
}

/** A line of choices under a heading of their own. @param {string | undefined} title @param {HTMLElement[]} choices */
export function list(title, choices) {
  const lines = element("ul", "oer-search-choices", ...choices.map((choice) => element("li", "", choice)));
  return element("div", "oer-search-note", element("p", "oer-search-note__title", title ?? ""), lines);
}

/**
 * What may help where nothing was found: other words, fewer words, other ways. The ways stand in the page already.
 * @param {Answer} answer
 * @param {Words} words
 * @param {Asking} asking
 * @param {HTMLElement[]} fewer the same question with fewer filters
 */
export function help(answer, words, asking, fewer = []) {
  const shorter = answer.shorter.map(({ query, count }) => asking(fill(words.counted, { name: query, count }), query));
  return [
    ...(answer.perhaps.length && !answer.results.length ? [list(words.perhaps, answer.perhaps.map((one) => asking(one, one)))] : []),
    ...(fewer.length ? [list(words.fewer, fewer)] : []),
    ...(shorter.length ? [list(words.shorter, shorter)] : []),
  ];
}
