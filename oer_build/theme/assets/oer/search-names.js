// @ts-check
/** @file Other names of what was asked for, from the glossary: "DPIA" and "data protection impact assessment". Pure. */
import { WORDS, wordsOf } from "./search-words.js";

/**
 * @typedef {object} Way one of the queries that answer a question
 * @property {string} query
 * @property {boolean} exact only pages that have these very words side by side
 * @property {string} name the other name that it looks for; empty for the question itself
 */

/** How many other names are looked for at once. */
const MOST = 4;
/** A name of so few letters stands for nothing that begins with it: "AI" is not "aim". */
const SHORT = 4;

/** A word as it is, or in the plural. @param {string} asked @param {string} name */
const same = (asked, name) => asked === name || asked === `${name}s` || asked === `${name}es`;

/** Where a name stands in a question. @param {string[]} asked @param {string[]} name */
function place(asked, name) {
  for (let at = 0; name.length && at + name.length <= asked.length; at += 1) {
    if (name.every((word, step) => same(asked[at + step], word))) return at;
  }
  return -1;
}

/**
 * The queries that answer a question, the question itself first. A longer name that was asked for counts before a
 * shorter one in it; a name that only says more of the same words finds nothing new.
 * @param {string} question
 * @param {string[][]} groups the names of each term
 * @returns {Way[]}
 */
export function ways(question, groups) {
  const asked = wordsOf(question);
  const all = groups.flatMap((group) =>
    group.map((name) => {
      const words = wordsOf(name);
      const at = place(asked, words);
      return { group, words, at, end: at + words.length };
    }),
  ).filter(({ at }) => at >= 0);
  const found = all.filter((one) => !all.some((other) => other.words.length > one.words.length && other.at <= one.at && other.end >= one.end));
  const whole = found.some(({ words }) => words.length === asked.length);
  /** @type {Way[]} */
  const out = [{ query: question, exact: whole && asked.length === 1 && [...asked[0]].length <= SHORT, name: "" }];
  for (const { group, words, at } of found) {
    for (const name of group) {
      const other = wordsOf(name);
      const known = words.every((word) => other.includes(word)) || out.some((way) => way.name === name);
      if (!known && out.length <= MOST) out.push({ query: whole ? name : put(question, at, words.length, name), exact: whole, name });
    }
  }
  return out;
}

/** A question with a name in the place of some of its words. @param {string} question @param {number} at @param {number} count @param {string} name */
function put(question, at, count, name) {
  const words = question.match(WORDS) ?? [];
  return [...words.slice(0, at), name, ...words.slice(at + count)].join(" ");
}
