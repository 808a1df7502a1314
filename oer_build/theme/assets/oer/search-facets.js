// @ts-check
/** @file Facets of what was found: which pages pass, how many each value would leave, and what fewer filters would find. Pure. */

/**
 * @typedef {{ids: string[], facets: Record<string, Record<string, number[]>>, names: string[][], languages: string[],
 *   tongues: Record<string, {dir: string, pages: number[]}>}} Data
 *   `search/pages.json`
 * @typedef {Record<string, string[]>} Values of each facet
 * @typedef {{lang: string, dir: string}} Tongue the language of a text and where it begins
 * @typedef {[value: string, count: number]} Count
 */

/** The values of each page. @param {Data} data @returns {Map<string, Values>} */
export function valuesOf(data) {
  /** @type {Map<string, Values>} */
  const pages = new Map(data.ids.map((id) => [id, {}]));
  for (const [name, values] of Object.entries(data.facets)) {
    for (const [value, places] of Object.entries(values)) {
      for (const place of places) {
        const page = pages.get(data.ids[place]);
        if (page) (page[name] ??= []).push(value);
      }
    }
  }
  return pages;
}

/** The language of each page that is in another than the site. @param {Data} data @returns {Map<string, Tongue>} */
export function tonguesOf(data) {
  const found = new Map();
  for (const [lang, { dir, pages }] of Object.entries(data.tongues)) {
    for (const place of pages) found.set(data.ids[place], { lang, dir });
  }
  return found;
}

/**
 * The pages that have one of the chosen values in each facet.
 * @param {string[]} ids
 * @param {Map<string, Values>} pages
 * @param {Values} chosen
 * @param {string} [but] a facet that is left out
 */
export const passing = (ids, pages, chosen, but = "") =>
  ids.filter((id) =>
    Object.entries(chosen).every(([name, values]) => name === but || !values.length || values.some((value) => pages.get(id)?.[name]?.includes(value))),
  );

/**
 * How many results each value of a facet would leave with the filters of the other facets: the most first. A value that
 * is chosen is always there.
 * @param {string[]} ids
 * @param {Map<string, Values>} pages
 * @param {Values} chosen
 * @param {string} name
 * @returns {Count[]}
 */
export function counts(ids, pages, chosen, name) {
  /** @type {Map<string, number>} */
  const found = new Map((chosen[name] ?? []).map((value) => [value, 0]));
  for (const id of passing(ids, pages, chosen, name)) {
    for (const value of pages.get(id)?.[name] ?? []) found.set(value, (found.get(value) ?? 0) + 1);
  }
  return [...found].sort(([one, many], [other, more]) => more - many || (one < other ? -1 : 1));
}

/**
 * What would be found with the filters of one facet less, and with none: what finds something, the most first.
 * @param {string[]} ids
 * @param {Map<string, Values>} pages
 * @param {Values} chosen
 * @returns {{names: string[], count: number}[]} the facets that are left out
 */
export function fewer(ids, pages, chosen) {
  const used = Object.keys(chosen).filter((name) => chosen[name].length);
  const single = used.length > 1 ? used.map((name) => ({ names: [name], count: passing(ids, pages, chosen, name).length })) : [];
  return [...single, { names: used, count: used.length ? ids.length : 0 }]
    .filter(({ count }) => count)
    .sort((one, other) => one.names.length - other.names.length || other.count - one.count);
}

/**
 * Results by a facet, in the order in which the first of each was found; what has no value comes under "".
 * @param {string[]} ids
 * @param {Map<string, Values>} pages
 * @param {string} name
 * @returns {Map<string, string[]>}
 */
export function groups(ids, pages, name) {
  /** @type {Map<string, string[]>} */
  const found = new Map();
  for (const id of ids) {
    const value = pages.get(id)?.[name]?.[0] ?? "";
    found.set(value, [...(found.get(value) ?? []), id]);
  }
  return found;
}

/**
 * Groups in the order of a list; what the list does not name comes after it, as it was found.
 * @param {Iterable<[string, string[]]>} found
 * @param {string[]} order
 * @returns {[string, string[]][]}
 */
export function ranked(found, order) {
  const place = (/** @type {string} */ value) => (order.includes(value) ? order.indexOf(value) : order.length);
  return [...found].sort(([one], [other]) => place(one) - place(other));
}
