// @ts-check
/** @file Words as search compares them, and the nearest words of the site to one that it does not have. Pure. */

/** @typedef {{written: string[], folded: string[], all: Set<string>}} Vocabulary words in the order of their use */

/** A word. */
export const WORDS = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu;
/** Scripts that put no space between words, or say much in one sign: no mistakes are looked for in them. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
/** Letters that people write for one another and that Unicode does not take apart. @type {Record<string, string>} */
const ALIKE = { ß: "ss", œ: "oe", æ: "ae", ø: "o", ł: "l", đ: "d", ð: "d", þ: "th", ı: "i", ς: "σ", ى: "ي", ة: "ه", "ـ": "" };
const LETTERS = new RegExp(`[${Object.keys(ALIKE).join("")}]`, "gu");

/** Without case, accents and differences of spelling; search_data.py does the same. @param {string} text */
export const fold = (text) =>
  text.toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "").replace(LETTERS, (letter) => ALIKE[letter]).normalize("NFC");

/** @param {string} text */
export const wordsOf = (text) => [...text.matchAll(WORDS)].map((word) => fold(word[0])).filter(Boolean);

/** Whether mistakes can be looked for in a text. @param {string} text */
export const spaced = (text) => !UNSPACED.test(text);

/** @param {string} words as `search/words.json` has them @returns {Vocabulary} */
export function vocabulary(words) {
  const written = words ? words.split(" ") : [];
  const folded = written.map(fold);
  return { written, folded, all: new Set(folded) };
}

/**
 * Letters to add, take away, replace or exchange with the next one, to make one word of another (optimal string
 * alignment). More than `limit` is `limit + 1`.
 * @param {string} one
 * @param {string} other
 * @param {number} limit
 * @param {boolean} [open] whether `other` may go on: the distance to the nearest of its beginnings
 */
export function distance(one, other, limit, open = false) {
  const [a, b] = [[...one], [...other]];
  if (a.length - b.length > limit || (!open && b.length - a.length > limit)) return limit + 1;
  const width = open ? Math.min(b.length, a.length + limit) : b.length;
  /** @type {number[]} */
  let before = [];
  let last = Array.from({ length: width + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const line = [i];
    let least = i;
    for (let j = 1; j <= width; j += 1) {
      let cost = Math.min(last[j] + 1, line[j - 1] + 1, last[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, before[j - 2] + 1);
      line.push(cost);
      least = Math.min(least, cost);
    }
    if (least > limit && Math.min(...last) > limit) return limit + 1;
    [before, last] = [last, line];
  }
  return Math.min(open ? Math.min(...last) : last[width], limit + 1);
}

/** How many letters two words begin with alike. @param {string} one @param {string} other */
function shared(one, other) {
  let count = 0;
  while (count < one.length && one[count] === other[count]) count += 1;
  return count;
}

/** @param {string} word */
const back = (word) => [...word].reverse().join("");

/** Whether the site has a word, or one that begins so. @param {Vocabulary} words @param {string} word */
export const isKnown = (words, word) => words.all.has(word) || words.folded.some((one) => one.startsWith(word));

/** How many mistakes are forgiven. @param {string} word */
const limitOf = (word) => ([...word].length < 3 ? 0 : [...word].length < 8 ? 1 : 2);

/**
 * The words of the site that are nearest to one that it does not have: fewest mistakes first, then those that begin and
 * end most alike, then the most used. Where no whole word is near, those of which the beginning is.
 * @param {Vocabulary} words
 * @param {string} word folded
 * @param {number} [most]
 * @returns {string[]} as they are written
 */
export function nearest(words, word, most = 3) {
  const limit = limitOf(word);
  if (!limit || !spaced(word)) return [];
  for (const open of word.length > 4 ? [false, true] : [false]) {
    const near = words.folded
      .map((one, at) => ({ one, at, far: distance(word, one, limit, open) }))
      .filter(({ far }) => far <= limit)
      .map(({ one, at, far }) => ({ at, far, alike: shared(word, one) + (open ? 0 : shared(back(word), back(one))) }))
      .sort((one, other) => one.far - other.far || other.alike - one.alike || one.at - other.at);
    if (near.length) return near.slice(0, most).map(({ at }) => words.written[at]);
  }
  return [];
}

/** A query with other words in the place of some. @param {string} query @param {Map<string, string>} others by folded word */
export const replaced = (query, others) =>
  query.replace(WORDS, (word) => others.get(fold(word)) ?? word).replace(/\s+/g, " ").trim();

/**
 * How well a word that was asked for is met by the words that were found for it: "sure", "like" (another form of it),
 * "far" (the same first letters), or "none".
 * @param {string} asked
 * @param {Iterable<string>} found
 * @returns {"sure" | "like" | "far" | "none"}
 */
export function met(asked, found) {
  /** @type {"like" | "far" | "none"} */
  let best = "none";
  for (const one of found) {
    if (one.startsWith(asked) || (one.length > 2 && asked.startsWith(one) && asked.length - one.length < 4)) return "sure";
    const common = shared(asked, one);
    const inside = (asked.includes(one) && one.length / asked.length >= 0.6) || (asked.length > 2 && one.includes(asked));
    if (common / asked.length >= 0.7 || inside) best = "like";
    else if (common > 2 && best === "none") best = "far";
  }
  return best;
}
