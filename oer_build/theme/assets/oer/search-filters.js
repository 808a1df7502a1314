// @ts-check
/** @file The filters of the search page: a group of checkboxes for each facet, each with how many results it leaves. */
import { element } from "./search-results.js";
import { fill } from "./tongue.js";

/**
 * @typedef {{name: string, title: string, values: import("./search-facets.js").Count[]}} Facet
 * @typedef {Record<string, string[]>} Chosen
 */

/** So many values are shown at first, of facets that have more. */
const FIRST = 8;
/** @type {Set<string>} */
const unfolded = new Set();

/** An id for a value: no space may be in one. @param {string} name @param {string} value */
const place = (name, value) => `facet-${name}-${encodeURIComponent(value)}`;

/**
 * Draws the filters anew; focus stays on the one that it was on.
 * @param {HTMLElement} root
 * @param {Facet[]} counted
 * @param {Chosen} chosen
 * @param {import("./search-results.js").Words} words
 * @param {(chosen: Chosen) => void} choose
 */
export function facets(root, counted, chosen, words, choose) {
  const fold = /** @type {HTMLDetailsElement} */ (root.querySelector(".oer-facets"));
  const box = /** @type {HTMLElement} */ (fold.querySelector(".oer-facets__groups"));
  const number = /** @type {HTMLElement} */ (fold.querySelector(".oer-facets__chosen"));
  const focused = document.activeElement?.id;
  const count = Object.values(chosen).flat().length;
  const groups = counted.flatMap((facet) => (facet.values.length ? [group(facet, chosen, words, choose, () => facets(root, counted, chosen, words, choose))] : []));
  number.textContent = count ? fill(words.chosen, { count }) : "";
  if (count) {
    const clear = /** @type {HTMLButtonElement} */ (element("button", "oer-facet__more", words.clear ?? ""));
    clear.type = "button";
    clear.id = "facets-clear";
    clear.addEventListener("click", () => {
      choose({});
      fold.querySelector("summary")?.focus();
    });
    groups.unshift(clear);
  }
  box.replaceChildren(...groups);
  if (focused && document.activeElement?.id !== focused) document.getElementById(focused)?.focus();
}

/**
 * @param {Facet} facet
 * @param {Chosen} chosen
 * @param {import("./search-results.js").Words} words
 * @param {(chosen: Chosen) => void} choose
 * @param {() => void} again
 */
function group({ name, title, values }, chosen, words, choose, again) {
  /** @type {string[]} Titles of levels, ascending. */
  const levels = JSON.parse(words.levels || "[]");
  if (name === "level") values.sort(([one], [other]) => levels.indexOf(one) - levels.indexOf(other));
  const made = element("fieldset", "oer-facet", element("legend", "", title));
  const long = values.length > FIRST + 2 && !unfolded.has(name);
  values.forEach(([value, count], at) => {
    const ticked = chosen[name]?.includes(value) ?? false;
    if (long && at >= FIRST && !ticked) return;
    const tick = /** @type {HTMLInputElement} */ (element("input", ""));
    tick.type = "checkbox";
    tick.id = place(name, value);
    tick.checked = ticked;
    tick.addEventListener("change", () => {
      const before = chosen[name] ?? [];
      choose({ ...chosen, [name]: tick.checked ? [...before, value] : before.filter((one) => one !== value) });
    });
    made.append(element("label", "oer-facet__value", tick, ` ${value} `, element("span", "oer-facet__count", `(${count})`)));
  });
  if (long) {
    const button = /** @type {HTMLButtonElement} */ (element("button", "oer-facet__more", fill(words.all, { count: values.length }), element("span", "oer-sr", ` (${title})`)));
    button.type = "button";
    button.addEventListener("click", () => {
      unfolded.add(name);
      again();
      document.getElementById(place(name, values[FIRST][0]))?.focus();
    });
    made.append(button);
  }
  return made;
}
