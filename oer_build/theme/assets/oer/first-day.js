// @ts-check
/** @file The calendar file of a programme for a first day of one's own: the published one with its dates moved.
 *
 * Contract: [data-oer-first-day] is a <form hidden> with a date field `start`, an element with role=status, and
 * data-calendar (address of the file), data-first (date of its day 1), data-name (of the new file). What it makes is
 * what `oer calendar` writes. Nothing leaves the browser. */

import { tongue } from "./tongue.js";

const form = /** @type {HTMLFormElement} */ (document.querySelector("[data-oer-first-day]"));
const field = /** @type {HTMLInputElement} */ (form.elements.namedItem("start"));
const status = /** @type {HTMLElement} */ (form.querySelector("[role=status]"));
const DAY = 86_400_000;

/** @param {string} date ISO 8601, or without hyphens */
const at = (date) => Date.UTC(+date.slice(0, 4), +date.replace(/-/g, "").slice(4, 6) - 1, +date.replace(/-/g, "").slice(6, 8));

/** @param {number} time */
const compact = (time) => new Date(time).toISOString().slice(0, 10).replace(/-/g, "");

/**
 * The calendar with every time moved by the same number of days. Lines that are folded begin with a space (RFC 5545,
 * 3.1), so none of these four is ever folded or part of a text.
 * @param {string} text
 * @param {string} first
 * @param {string} start
 */
function moved(text, first, start) {
  const days = at(start) - at(first);
  return text
    .replace(/^(DTSTART|DTEND):(\d{8})T/gm, (_line, name, date) => `${name}:${compact(at(date) + days)}T`)
    .replace(/^UID:([0-9a-f-]{36})\r?$/gm, (_line, own) => `UID:${own}-${compact(at(start))}\r`)
    .replace(/^STATUS:TENTATIVE/gm, "STATUS:CONFIRMED");
}

/** @param {string} text @param {string} name */
function save(text, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "text/calendar;charset=utf-8" }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), DAY / 1440);
}

form.hidden = false;
field.value ||= form.dataset.first ?? "";
form.addEventListener("submit", async (event) => {
  event.preventDefault();
  if (!field.value) {
    status.textContent = form.dataset.choose ?? "";
    return;
  }
  try {
    const answer = await fetch(form.dataset.calendar ?? "");
    if (!answer.ok) throw new Error(String(answer.status));
    const name = `${form.dataset.name}-${field.value}.ics`;
    save(moved(await answer.text(), form.dataset.first ?? field.value, field.value), name);
    // Plain English is for international readers, as in the rest of the page: 8 March 2027.
    const language = tongue();
    const date = new Intl.DateTimeFormat(language, { dateStyle: "full", timeZone: "UTC" });
    status.textContent = (form.dataset.made ?? "{file}").replace("{file}", name).replace("{date}", date.format(at(field.value)));
  } catch (fault) {
    console.info(fault);
    status.textContent = form.dataset.failed ?? "";
  }
});
