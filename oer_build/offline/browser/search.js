// @ts-check
/** @file Search in the offline copy, where Pagefind cannot run: it needs fetching, which browsers refuse from a folder. The
 * same calls and answers as Pagefind's, with less behind them: a word finds the words that begin with it, every word
 * must be found, titles count more. */

/** @typedef {[anchor: string, title: string, text: string]} Section */
/** @typedef {{url: string, title: string, description: string, weight: number, filters: Record<string, string[]>, meta?: Record<string, string>, sections: Section[]}} Page */
/** @typedef {Record<string, string | string[] | {any?: string[], all?: string[]}>} Filters */

const LETTER = /[\p{L}\p{N}]/u;
const WORDS = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu;
/** Scripts that put no space between words: there a word may begin anywhere. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const AROUND = 12;

/** Without case and accents. @param {string} text */
export const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

/** How often words of a folded text begin with a word. @param {string} text @param {string} word @param {number} [most] */
function times(text, word, most = 5) {
  let count = 0;
  for (let at = text.indexOf(word); at >= 0 && count < most; at = text.indexOf(word, at + word.length)) {
    if (at === 0 || UNSPACED.test(word) || !LETTER.test(text[at - 1])) count += 1;
  }
  return count;
}

/** @param {string} text */
const escaped = (text) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");

/** The words around the first one that was found, as HTML with <mark> around those that were.
 * @param {string} text @param {string[]} asked */
export function excerpt(text, asked) {
  const words = [...text.matchAll(WORDS)];
  const hit = words.map((word) => {
    const own = fold(word[0]);
    return asked.some((one) => (UNSPACED.test(one) ? own.includes(one) : own.startsWith(one)));
  });
  const first = Math.max(0, hit.indexOf(true));
  const [from, to] = [Math.max(0, first - AROUND), Math.min(words.length, first + AROUND)];
  if (!words.length) return escaped(text);
  let out = from > 0 ? "… " : "";
  let at = words[from].index ?? 0;
  for (let one = from; one < to; one += 1) {
    const begin = words[one].index ?? 0;
    out += escaped(text.slice(at, begin));
    at = begin + words[one][0].length;
    out += hit[one] ? `<mark>${escaped(text.slice(begin, at))}</mark>` : escaped(text.slice(begin, at));
  }
  return out + (to < words.length ? " …" : escaped(text.slice(at)));
}

/** @param {Page} page @param {Filters} filters */
const passes = (page, filters) =>
  Object.entries(filters).every(([name, wanted]) => {
    const has = page.filters[name] ?? [];
    if (typeof wanted === "string") return has.includes(wanted);
    if (Array.isArray(wanted)) return wanted.every((one) => has.includes(one));
    return (!wanted.any?.length || wanted.any.some((one) => has.includes(one))) && (wanted.all ?? []).every((one) => has.includes(one));
  });

/** Every value of every facet, with the number of pages that have it; those that none has too.
 * @param {Page[]} pages @param {Page[]} all */
function counts(pages, all) {
  /** @type {Record<string, Record<string, number>>} */
  const found = {};
  for (const page of all) for (const [name, values] of Object.entries(page.filters)) for (const value of values) (found[name] ??= {})[value] ??= 0;
  for (const page of pages) for (const [name, values] of Object.entries(page.filters)) for (const value of values) found[name][value] += 1;
  return found;
}

/** @param {Page[]} pages */
export function engine(pages) {
  const folded = pages.map((page) => ({
    title: fold(page.title),
    sections: page.sections.map(([, title, text]) => ({ title: fold(title), text: fold(text) })),
  }));

  /** How well a page answers; 0 where one of the words is not in it. @param {number} at @param {string[]} asked */
  function score(at, asked) {
    const { title, sections } = folded[at];
    let sum = 0;
    for (const word of asked) {
      let own = 10 * times(title, word, 1);
      for (const section of sections) own += 4 * times(section.title, word, 1) + times(section.text, word);
      if (!own) return 0;
      sum += Math.log2(1 + own) + (times(title, word, 1) ? 4 : 0);
    }
    return sum * pages[at].weight;
  }

  /** What a result shows: the parts of the page that hold most of the words. @param {number} at @param {string[]} asked */
  async function data(at, asked) {
    const page = pages[at];
    const parts = folded[at].sections
      .map((section, number) => ({
        number,
        words: asked.filter((word) => times(section.title, word, 1) + times(section.text, word, 1)).length,
      }))
      .filter((part) => part.words)
      .sort((one, other) => other.words - one.words || one.number - other.number)
      .map(({ number }) => {
        const [anchor, title, text] = page.sections[number];
        return { title: anchor ? title : page.title, url: anchor ? `${page.url}#${anchor}` : page.url, excerpt: excerpt(text, asked) };
      });
    const first = excerpt(page.sections[0]?.[2] ?? "", asked);
    return {
      url: page.url,
      meta: { ...page.meta, title: page.title, description: page.description },
      filters: page.filters,
      excerpt: parts[0]?.excerpt ?? first,
      sub_results: parts.length ? parts : [{ title: page.title, url: page.url, excerpt: first }],
    };
  }

  return {
    async options() {},
    async init() {},
    async filters() {
      return counts(pages, pages);
    },
    /** @param {string | null} query @param {{filters?: Filters}} [options] */
    async search(query, { filters = {} } = {}) {
      const asked = [...new Set(fold(query ?? "").match(WORDS) ?? [])];
      const ranked = pages
        .map((page, at) => ({ page, at, score: asked.length ? score(at, asked) : query ? 0 : 1 }))
        .filter((one) => one.score > 0)
        .sort((one, other) => other.score - one.score || one.at - other.at);
      const kept = ranked.filter((one) => passes(one.page, filters));
      return {
        results: kept.map(({ page, at, score }) => ({ id: page.url, score, words: [], data: () => data(at, asked) })),
        unfilteredResultCount: ranked.length,
        filters: counts(kept.map((one) => one.page), pages),
        totalFilters: counts(ranked.map((one) => one.page), pages),
      };
    },
  };
}
