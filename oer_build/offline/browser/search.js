// @ts-check
/** @file Search in the offline copy, where Pagefind cannot run: it needs fetching, which browsers refuse from a folder. The
 * same calls and answers as Pagefind's, with less behind them: a word finds the words that begin with it, every word
 * must be found, titles count more. */

/** @typedef {[anchor: string, title: string, text: string]} Section */
/** @typedef {{url: string, title: string, description: string, weight: number, meta?: Record<string, string>, sections: Section[]}} Page */

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

/** Whether words stand side by side in a folded text, whole. @param {string} text @param {string[]} asked */
const together = (text, asked) => ` ${(text.match(WORDS) ?? []).join(" ")} `.includes(` ${asked.join(" ")} `);

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
      excerpt: parts[0]?.excerpt ?? first,
      sub_results: parts.length ? parts : [{ title: page.title, url: page.url, excerpt: first }],
    };
  }

  return {
    async options() {},
    async init() {},
    /** @param {string | null} query in quotes: the very words side by side */
    async search(query) {
      const words = fold(query ?? "").match(WORDS) ?? [];
      const asked = [...new Set(words)];
      const exact = /^\s*".+"\s*$/.test(query ?? "");
      const results = pages
        .map((page, at) => ({ page, at, score: asked.length ? score(at, asked) : query ? 0 : 1 }))
        .filter(({ at, score }) => score > 0 && (!exact || [folded[at].title, ...folded[at].sections.flatMap((one) => [one.title, one.text])].some((text) => together(text, words))))
        .sort((one, other) => other.score - one.score || one.at - other.at)
        .map(({ page, at, score }) => ({ id: page.url, score, words: [], data: () => data(at, asked) }));
      return { results };
    },
  };
}
