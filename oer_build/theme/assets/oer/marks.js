// @ts-check
/** @file Links to modules say in words what the reader has done with them; a course says how far the reader is. */
import { kept, onProgress } from "./kept.js";
import { along, place, roughly, status } from "./progress.js";
import { fill, inWords, tongue } from "./tongue.js";

const footer = /** @type {HTMLElement | null} */ (document.querySelector(".oer-footer"))?.dataset;
const word = { done: footer?.done || "Done", started: footer?.started || "Started" };
const marked = /** @type {HTMLElement[]} */ ([...document.querySelectorAll("a.oer-module-link[data-module]")]);
/** What stands beside a link, by its number. @type {Map<number, HTMLElement>} */
const marks = new Map();

/** @param {import("./progress.js").Progress} progress */
function mark(progress) {
  for (const [number, link] of marked.entries()) {
    const state = status(progress.modules[link.dataset.module ?? ""]);
    const mark = marks.get(number) ?? document.createElement("span");
    if (!state) {
      if (marks.delete(number)) link.removeAttribute("aria-describedby");
      mark.remove();
      continue;
    }
    mark.className = `oer-tag oer-state oer-state--${state}`;
    mark.id = `oer-state-${number + 1}`;
    mark.textContent = word[state];
    if (marks.has(number)) continue;
    marks.set(number, mark);
    link.after(" ", mark);
    link.setAttribute("aria-describedby", mark.id);
  }
}

const panel = /** @type {HTMLElement | null} */ (document.querySelector("[data-oer-along]"));
const bar = panel?.querySelector("progress");
const links = /** @type {HTMLAnchorElement[]} */ ([...document.querySelectorAll(".oer-syllabus a.oer-module-link[data-oer-teach]")]);
const start = /** @type {HTMLAnchorElement | null} */ (document.querySelector(".oer-start a"));
/** Where the button leads of whom nothing is kept. */
const first = { href: start?.getAttribute("href") ?? "", teach: start?.dataset.oerTeach ?? "", text: start?.textContent ?? "" };

/** What a module takes, as its line of the syllabus says. @param {HTMLAnchorElement} link */
const minutes = (link) => Number(/^PT(\d+)M$/.exec(link.closest("li")?.querySelector("time")?.dateTime ?? "")?.[1] ?? 0);

/** @param {import("./progress.js").Progress} progress */
function tell(progress) {
  if (!panel || !bar || !links.length) return;
  const names = links.map((link) => link.dataset.module ?? "");
  const { done, next } = along(names, progress);
  bar.max = names.length;
  bar.value = done;
  const label = /** @type {HTMLElement} */ (panel.querySelector("label"));
  const left = roughly(links.reduce((sum, link, at) => sum + (progress.modules[names[at]]?.done ? 0 : minutes(link)), 0));
  const words = !next ? panel.dataset.all : left ? panel.dataset.left : panel.dataset.done;
  label.textContent = fill(words, { done, all: names.length, time: inWords(left, tongue()) });
  if (!start) return;
  const begun = names.some((name) => status(progress.modules[name]));
  const link = begun ? links[names.indexOf(next)] : undefined;
  start.href = link ? link.href.split("#")[0] + place(progress.modules[next]) : first.href;
  start.dataset.oerTeach = link?.dataset.oerTeach ?? first.teach;
  start.textContent = link ? fill(panel.dataset.continue, { module: link.textContent ?? "" }) : first.text;
}

function show() {
  const { progress } = kept();
  mark(progress);
  tell(progress);
}

onProgress(show);
show();
