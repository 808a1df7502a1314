// @ts-check
/** @file The page of the self-assessment for the scripts that work on it: its parts, its data, its words.
 *
 * Contract: [data-oer-self-assessment] holds a <form> with a fieldset[data-competency] for each competency, its boxes in
 * [data-level], and parts named by data-part; `data` and `words` are JSON, `modules` a hidden link to each. */
import { levelsOf } from "./pathway.js";
import { fill, inWords, tongue } from "./tongue.js";

export const root = /** @type {HTMLElement} */ (document.querySelector("[data-oer-self-assessment]"));
export const form = /** @type {HTMLFormElement} */ (root.querySelector("form"));
/** @param {string} name @returns {HTMLElement} */
export const part = (name) => /** @type {HTMLElement} */ (root.querySelector(`[data-part="${name}"]`));
/** @type {import("./pathway.js").Catalogue} */
export const data = JSON.parse(part("data").textContent ?? "");
/** @type {Record<string, string>} */
const words = JSON.parse(part("words").textContent ?? "");
/** @param {string} word @param {Record<string, string | number>} [values] */
export const say = (word, values = {}) => fill(words[word] ?? "", values);

export const roleField = /** @type {HTMLSelectElement | null} */ (form.querySelector("#oer-self-role"));
export const hoursField = /** @type {HTMLInputElement | null} */ (form.querySelector("#oer-self-hours"));
export const boxes = /** @type {HTMLInputElement[]} */ ([...form.querySelectorAll("input[type=checkbox]")]);
export const links = new Map(
  [.../** @type {NodeListOf<HTMLAnchorElement>} */ (root.querySelectorAll('[data-part="modules"] a'))].map((link) => [link.dataset.module ?? "", link]),
);
/** Plain English is for international readers, as in the rest of the page: no comma before "and". */
const language = tongue();
export const levels = levelsOf(data);
export const levelTitles = new Map((data.framework?.levels ?? []).map((level) => [level.identifier, level.title]));

/** @param {string} tag @param {string} [text] @param {string} [name] */
export function make(tag, text = "", name = "") {
  const made = document.createElement(tag);
  if (name) made.className = name;
  made.textContent = text;
  return made;
}

/** @param {string[]} parts */
export const listed = (parts) => new Intl.ListFormat(language, { type: "conjunction" }).format(parts);
/** @param {number} minutes */
export const time = (minutes) => inWords(minutes, language);
/** @param {string} identifier */
export const nameOf = (identifier) => data.competencies.find((one) => one.identifier === identifier)?.title ?? identifier;
/** @param {string} identifier @returns {HTMLElement} */
export const competencyLink = (identifier) => {
  const link = make("a", nameOf(identifier), "oer-competency-link");
  const about = form.querySelector(`[data-competency="${identifier}"] .oer-self__about a`);
  if (!about) return make("span", nameOf(identifier));
  link.setAttribute("href", about.getAttribute("href") ?? "");
  return link;
};
/** @param {string} identifier @returns {Node} */
export const moduleLink = (identifier) => {
  const link = /** @type {HTMLElement | undefined} */ (links.get(identifier)?.cloneNode(true));
  if (!link) return document.createTextNode(identifier);
  link.className = "oer-module-link";
  return link;
};
/** @param {import("./pathway.js").Item} item */
export const itemName = (item) => (item.level ? say("at", { competency: nameOf(item.competency), level: levelTitles.get(item.level) ?? item.level }) : nameOf(item.competency));
/** @param {number} count how many levels @param {string} single what is said where there are no levels @param {string} none */
export const levelName = (count, single, none) => (count ? (levelTitles.get(levels[count - 1]) ?? say(single)) : say(none));
/** A text with a list of nodes for one of its {names}. @param {string} word @param {string} name @param {Node[]} list */
export function phrase(word, name, list) {
  const [before, after = ""] = (words[word] ?? "").split(`{${name}}`);
  const made = make("p", before);
  list.forEach((node, at) => made.append(...(at ? [", ", node] : [node])));
  made.append(after);
  return made;
}
