// @ts-check
/** @file The run sheet against the clock: times from a start that the teacher enters, what is done, and how late it is.
 *
 * Contract: a hidden [data-oer-clock] holds the form and the words; each table[data-oer-run-sheet] has rows with
 * data-minutes and, first, a cell with minutes from the start. Without this script those minutes are what one reads. */
import { parse, schedule, show } from "./clock.js";
import { recall, remember } from "./session.js";
import { fill, inWords, tongue } from "./tongue.js";

const pattern = /** @type {HTMLElement} */ (document.querySelector("[data-oer-clock]"));
const words = pattern.dataset;
const language = tongue();
const page = location.pathname.replace(/index\.html$/, "");

/** @param {number} late */
const lateness = (late) =>
  late === 0 ? (words.onTime ?? "") : fill(late > 0 ? words.late : words.early, { time: inWords(late, language) });

const minuteOfDay = () => {
  const now = new Date();
  return now.getHours() * 60 + now.getMinutes();
};

/** Text that is written only where it changes: what is marked or read aloud there is left alone.
 * @param {Element} element @param {string} text */
const put = (element, text) => {
  if (element.textContent !== text) element.textContent = text;
};

/** @param {HTMLTableElement} table */
function enhance(table) {
  const key = `run-sheet:${page}:${table.dataset.oerRunSheet}`;
  const rows = /** @type {HTMLTableRowElement[]} */ ([...table.querySelectorAll("tr[data-minutes]")]);
  const lengths = rows.map((row) => Number(row.dataset.minutes));
  const head = /** @type {HTMLElement} */ (table.querySelector("[data-clock-head]"));
  const end = /** @type {HTMLElement} */ (table.querySelector("tfoot .oer-plan__at"));
  const before = { cells: rows.map((row) => row.cells[0].textContent), end: end.textContent };
  const form = /** @type {HTMLFormElement} */ (pattern.firstElementChild?.cloneNode(true));
  const field = /** @type {HTMLInputElement} */ (form.querySelector("input[type=time]"));
  const status = /** @type {HTMLElement} */ (form.querySelector("[role=status]"));
  const reset = /** @type {HTMLButtonElement} */ (form.querySelector("[data-do=reset]"));

  /** @type {number | null} */
  let start = null;
  /** @type {(number | null)[]} */
  let ends = rows.map(() => null);

  const column = [head.parentElement, ...rows, end.parentElement].map((row, at) => {
    const cell = document.createElement(at ? "td" : "th");
    cell.className = "oer-plan__done";
    cell.hidden = true;
    if (!at) {
      cell.setAttribute("scope", "col");
      cell.textContent = words.done ?? "";
    }
    row?.append(cell);
    return cell;
  });
  const marks = rows.map((row, at) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "oer-button oer-button--quiet oer-plan__button";
    const said = document.createElement("span");
    said.className = "oer-plan__said";
    column[at + 1].append(button, said);
    button.addEventListener("click", () => {
      if (start === null) return;
      // A second press takes it back, with what came after it.
      if (ends[at] !== null) ends = ends.map((one, number) => (number < at ? one : null));
      else ends[at] = minuteOfDay();
      draw(true);
    });
    return { button, said, row };
  });

  /** Writes the times. @param {boolean} aloud whether the new state is said to a screen reader */
  function draw(aloud) {
    const running = start !== null;
    for (const cell of column) cell.hidden = !running;
    reset.hidden = !running;
    head.textContent = (running ? head.dataset.clockHead : head.dataset.minutesHead) ?? "";
    remember(key, running ? { start, ends } : null);
    if (start === null) {
      rows.forEach((row, at) => {
        row.cells[0].textContent = before.cells[at];
        row.removeAttribute("data-state");
        row.removeAttribute("aria-current");
      });
      end.textContent = before.end;
      if (aloud) status.textContent = "";
      return;
    }
    marks.forEach(({ button }, at) => {
      const pressed = ends[at];
      button.setAttribute("aria-pressed", String(pressed !== null));
      button.textContent = pressed === null ? (words.done ?? "") : fill(words.doneAt, { time: show(pressed) });
      const hidden = document.createElement("span");
      hidden.className = "oer-sr";
      hidden.textContent = ` ${fill(words.row, { number: at + 1 })}`;
      button.append(hidden);
    });
    status.setAttribute("aria-live", aloud ? "polite" : "off");
    follow(aloud);
  }

  /** What changes as time goes by: the row at hand, by how much it is over, and with it what is still to come. That is
   * seen, not said, every minute. @param {boolean} told whether the line above the plan is to be there, too */
  function follow(told) {
    if (start === null) return;
    const plan = schedule(lengths, start, ends, minuteOfDay());
    plan.rows.forEach((one, at) => {
      const { said, row } = marks[at];
      const now = one.state === "now";
      const late = now ? plan.over : (one.late ?? 0);
      put(row.cells[0], fill(words.to, { start: show(one.from), end: show(one.to) }));
      row.dataset.state = one.state;
      if (now) row.setAttribute("aria-current", "step");
      else row.removeAttribute("aria-current");
      const behind = now && late ? fill(words.over, { time: inWords(late, language) }) : "";
      put(said, now ? behind || (words.now ?? "") : one.late === null ? "" : lateness(late));
      said.dataset.late = String(late > 0);
    });
    put(end, show(plan.end));
    if (!told && !status.textContent) return;
    const known = ends.some((one) => one !== null);
    const line = !known ? words.ends : plan.late ? words.moved : words.kept;
    put(status, fill(line, { late: lateness(plan.late), planned: show(plan.planned), end: show(plan.end) }));
  }

  function tick() {
    status.setAttribute("aria-live", "off");
    follow(false);
  }

  const kept = recall(key);
  if (Number.isFinite(kept?.start) && Array.isArray(kept.ends) && kept.ends.length === rows.length) {
    start = kept.start;
    ends = kept.ends.map((/** @type {unknown} */ one) => (Number.isFinite(one) ? one : null));
    field.value = show(kept.start);
  }
  field.addEventListener("input", () => {
    start = parse(field.value);
    draw(true);
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("click", (event) => {
    const what = /** @type {HTMLElement} */ (event.target).closest("button")?.dataset.do;
    if (what === "now") {
      start = minuteOfDay();
      field.value = show(start);
    } else if (what === "reset") {
      start = null;
      ends = rows.map(() => null);
      field.value = "";
      field.focus();
    } else return;
    draw(true);
  });
  table.before(form);
  draw(false);
  setInterval(tick, 15_000);
  document.addEventListener("visibilitychange", tick);
}

for (const table of /** @type {NodeListOf<HTMLTableElement>} */ (document.querySelectorAll("table[data-oer-run-sheet]"))) enhance(table);
