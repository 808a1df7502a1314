// @ts-check
/** @file Pagefind as this site uses it: loaded on first use. */
import { base } from "./store.js";

/**
 * @typedef {{title: string, url: string, excerpt: string}} Part
 * @typedef {{url: string, meta: Record<string, string>, filters: Record<string, string[]>, sub_results: Part[]}} Hit
 * @typedef {{title: string, url: string, kind: string, description: string, parts: Part[]}} Found
 * @typedef {Record<string, Record<string, number>>} Facets
 */

/** @type {Promise<any> | undefined} */
let engine;

/** Loads Pagefind once. A failed load is tried anew the next time. */
export function load() {
  engine ??= import(new URL("pagefind/pagefind.js", base).href)
    .then(async (pagefind) => {
      await pagefind.options({ baseUrl: "/", excerptLength: 24 });
      await pagefind.init();
      return pagefind;
    })
    .catch((fault) => {
      engine = undefined;
      throw fault;
    });
  return engine;
}

/** @param {string} path an address as the index has it, relative to the site's root */
const address = (path) => new URL(path.replace(/^\/+/, ""), base).href;

/**
 * @param {string} query
 * @param {Record<string, string[]>} filters any of the values of each facet
 * @param {boolean} [counted] whether the facets are wanted too: they are a file of their own
 * @returns {Promise<{hits: {id: string, data: () => Promise<Hit>}[], facets: Facets, whole: Facets}>} `facets` counts
 *   under all filters, `whole` without any
 */
export async function find(query, filters, counted = false) {
  const pagefind = await load();
  if (counted) await pagefind.filters();
  /** @type {Record<string, unknown>} */
  const asked = {};
  for (const [name, values] of Object.entries(filters)) if (values.length) asked[name] = { any: values };
  const answer = await pagefind.search(query || null, { filters: asked });
  return { hits: answer.results, facets: answer.filters ?? {}, whole: answer.totalFilters ?? {} };
}

/**
 * Whether a result has to do with the question. Pagefind shortens a word that it does not know until something fits:
 * "xylophone" finds every x. A word that has only its first one or two letters in common was not meant. (Scripts
 * without letters say much in one sign; there every result counts.)
 * @param {Hit} hit
 * @param {string} query
 */
function meant(hit, query) {
  const asked = query.toLocaleLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const excerpts = hit.sub_results.map((part) => part.excerpt).join(" ");
  const marks = [...new DOMParser().parseFromString(excerpts, "text/html").querySelectorAll("mark")];
  const found = marks.flatMap((mark) => (mark.textContent ?? "").toLocaleLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
  if (!found.length || !asked.length || /[^\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{N}\p{P}\p{Z}]/u.test(query)) return true;
  return asked.some((word) => found.some((one) => one.startsWith(word.slice(0, 3))));
}

/**
 * Results as they are shown: each a page, with at most three of its parts.
 * @param {Hit[]} hits
 * @param {string} query
 * @returns {Found[]}
 */
export function pages(hits, query) {
  return hits.filter((hit) => meant(hit, query)).map((hit) => {
    const url = address(hit.url);
    const parts = hit.sub_results.map((part) => {
      const place = address(part.url);
      return { title: place.includes("#") ? part.title : "", url: place, excerpt: part.excerpt };
    });
    return {
      title: hit.meta.title ?? url,
      url,
      kind: hit.filters?.kind?.[0] ?? "",
      description: hit.meta.description ?? "",
      parts: parts.slice(0, 3),
    };
  });
}

/**
 * An excerpt as nodes: text, and <mark> around what was found. Nothing else of it becomes markup.
 * @param {string} excerpt
 */
export function marked(excerpt) {
  const whole = new DOMParser().parseFromString(excerpt, "text/html").body;
  const out = document.createDocumentFragment();
  for (const node of whole.childNodes) {
    if (node.nodeName === "MARK") {
      const mark = document.createElement("mark");
      mark.textContent = node.textContent;
      out.append(mark);
    } else out.append(node.textContent ?? "");
  }
  return out;
}

/**
 * @param {Found} page
 * @returns {HTMLLIElement}
 */
export function drawn(page) {
  const item = document.createElement("li");
  item.className = "oer-result";
  const link = document.createElement("a");
  link.className = "oer-result__link";
  link.href = page.url;
  link.textContent = page.title;
  item.append(link);
  for (const part of page.parts) {
    const line = document.createElement("p");
    line.className = "oer-result__part";
    if (part.title) {
      const section = document.createElement("a");
      section.href = part.url;
      section.textContent = part.title;
      line.append(section, ": ");
    }
    line.append(marked(part.excerpt));
    item.append(line);
  }
  return item;
}
