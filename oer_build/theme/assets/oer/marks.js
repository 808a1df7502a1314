// @ts-check
/** @file Links to modules say in words what the reader has done with them; a course says how far the reader is. */
import { kept } from "./kept.js";
import { along, fill, status } from "./progress.js";

const footer = /** @type {HTMLElement | null} */ (document.querySelector(".oer-footer"))?.dataset;
const word = { done: footer?.done || "Done", started: footer?.started || "Started" };
const { progress } = kept();

let number = 0;
for (const link of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("a.oer-module-link[data-module]"))) {
  const state = status(progress.modules[link.dataset.module ?? ""]);
  if (!state) continue;
  const mark = document.createElement("span");
  mark.className = `oer-tag oer-state oer-state--${state}`;
  mark.id = `oer-state-${(number += 1)}`;
  mark.textContent = word[state];
  link.after(" ", mark);
  link.setAttribute("aria-describedby", mark.id);
}

const panel = /** @type {HTMLElement | null} */ (document.querySelector("[data-oer-along]"));
const bar = panel?.querySelector("progress");
const links = /** @type {HTMLAnchorElement[]} */ ([...document.querySelectorAll(".oer-syllabus a.oer-module-link[data-oer-teach]")]);
if (panel && bar && links.length) {
  const names = links.map((link) => link.dataset.module ?? "");
  const { done, next } = along(names, progress);
  bar.max = names.length;
  bar.value = done;
  const label = /** @type {HTMLElement} */ (panel.querySelector("label"));
  label.textContent = fill((next ? panel.dataset.done : panel.dataset.all) ?? "", { done, all: names.length });
  const start = /** @type {HTMLAnchorElement | null} */ (document.querySelector(".oer-start a"));
  const link = links[names.indexOf(next)];
  if (start && link && names.some((name) => status(progress.modules[name]))) {
    start.href = link.href;
    start.dataset.oerTeach = link.dataset.oerTeach;
    start.textContent = fill(panel.dataset.continue ?? "", { module: link.textContent ?? "" });
  }
}
