// @ts-check
/** @file What happens in the search dialog of the header: results by kind of page, their number said aloud. oer.js opens it. */
import { drawn, find, load, pages } from "./finder.js";
import { read, write } from "./store.js";

const dialog = /** @type {HTMLDialogElement} */ (document.getElementById("oer-search"));
const input = /** @type {HTMLInputElement} */ (dialog.querySelector("input[name=q]"));
const status = /** @type {HTMLElement} */ (dialog.querySelector("[role=status]"));
const results = /** @type {HTMLElement} */ (dialog.querySelector(".oer-search__results"));
const all = /** @type {HTMLAnchorElement} */ (dialog.querySelector(".oer-search__all"));
const slash = /** @type {HTMLInputElement} */ (dialog.querySelector(".oer-search__slash input"));
const words = dialog.dataset;
const whole = all.href;
const MOST = 12;
let asked = 0;

/** @param {string | undefined} text @param {string} query @param {number} count */
const fill = (text, query, count) => (text ?? "").replace("{query}", query).replace("{count}", String(count));

async function ask() {
  const query = input.value.trim();
  const turn = ++asked;
  all.href = query ? `${whole}?q=${encodeURIComponent(query)}` : whole;
  if (!query) {
    results.replaceChildren();
    status.textContent = "";
    return;
  }
  status.textContent = words.loading ?? "";
  try {
    const { hits } = await find(query, {});
    const found = pages(await Promise.all(hits.slice(0, MOST).map((hit) => hit.data())), query);
    if (turn !== asked) return;
    show(found);
    const count = found.length < MOST ? found.length : hits.length;
    status.textContent = fill(count === 0 ? words.none : count === 1 ? words.one : words.other, query, count);
  } catch (fault) {
    if (turn !== asked) return;
    console.warn(fault);
    results.replaceChildren();
    status.textContent = words.failed ?? "";
  }
}

/** @param {import("./finder.js").Found[]} found */
function show(found) {
  /** @type {Map<string, import("./finder.js").Found[]>} */
  const kinds = new Map();
  for (const page of found) {
    const kind = page.kind || words.pages || "";
    kinds.set(kind, [...(kinds.get(kind) ?? []), page]);
  }
  results.replaceChildren(
    ...[...kinds].map(([kind, members]) => {
      const group = document.createElement("section");
      const heading = document.createElement("h3");
      heading.className = "oer-search__kind";
      heading.textContent = kind;
      const list = document.createElement("ul");
      list.className = "oer-search__list";
      list.append(...members.map(drawn));
      group.append(heading, list);
      return group;
    }),
  );
}

let waiting = 0;
input.addEventListener("input", () => {
  clearTimeout(waiting);
  waiting = setTimeout(ask, 150);
});

/* Arrow keys go from the field through the results; Tab does too. */
dialog.addEventListener("keydown", (event) => {
  if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
  const stops = [input, .../** @type {NodeListOf<HTMLElement>} */ (results.querySelectorAll(".oer-result__link"))];
  const at = stops.indexOf(/** @type {any} */ (document.activeElement));
  const next = stops[at + (event.key === "ArrowDown" ? 1 : -1)];
  if (at < 0 || !next) return;
  event.preventDefault();
  next.focus();
});

dialog.querySelector("[data-close]")?.addEventListener("click", () => dialog.close());
dialog.addEventListener("click", (event) => {
  if (event.target === dialog) dialog.close(); // the backdrop
});
slash.checked = read("slash") !== "off";
slash.addEventListener("change", () => write("slash", slash.checked ? "" : "off"));

/* The reader may have typed while this file was on its way. */
load().catch(() => (status.textContent = words.failed ?? ""));
if (input.value.trim()) ask();
