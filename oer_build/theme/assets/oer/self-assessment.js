// @ts-check
/** @file The self-assessment: answers are kept in this browser, and levels, gaps and the pathway follow each change.
 * Nothing is fetched. */
import { beside, clean, doneIn, isHours, joined, minutesIn, nothing } from "./assessment.js";
import { boxes, data, form, hoursField, links, part, roleField, root, say, time } from "./assessment-page.js";
import { gaps, marks, measure, MOST_AXES, picture, table, way } from "./assessment-result.js";
import { heldLevels, neededRanks, pathway } from "./pathway.js";
import { load, onChange, save } from "./store.js";

const KEY = "self-assessment";
const MOST_BYTES = 1_000_000;

let answers = nothing();
/** Kept answers that cannot be read are not written over: the reader decides about them. */
let damaged = false;

/** @param {string} word @param {Record<string, string>} [values] */
const notice = (word, values) => (part("notice").textContent = word ? say(word, values) : "");
/** What a button did, said beside it. @param {string} word @param {Record<string, string>} [values] */
const tell = (word, values) => (part("told").textContent = say(word, values));

function recall() {
  const { value, fault } = load(KEY);
  const found = value === null ? nothing() : clean(value);
  damaged = fault === "damaged" || !found;
  answers = found ?? nothing();
  settle();
  notice(damaged ? "damaged" : fault === "closed" ? "closed" : "");
}

function keep() {
  if (!damaged && !save(KEY, answers)) notice("closed");
}

/** Modules that are marked as done in this browser. */
const marked = () => doneIn(load("progress").value);
/** These, and those of an imported file; some may be of another edition of the site. */
const everDone = () => [...new Set([...answers.done, ...marked()])].sort();
/** What is marked as done here need not be taken as done, and must not stay so when the mark is taken away. */
function settle() {
  const before = answers.done.length;
  answers = beside(answers, marked());
  if (answers.done.length < before) keep();
}
const done = () => everDone().filter((name) => links.has(name));

/** What was chosen before this script was there is the reader's too. */
function takeOver() {
  const begun = boxes.filter((box) => box.checked !== box.defaultChecked);
  for (const { name, value } of begun) answers.statements[name] = [...new Set([...(answers.statements[name] ?? []), value])].sort();
  if (roleField?.value) answers.role = roleField.value;
  if (hoursField?.value && isHours(Number(hoursField.value))) answers.hours = Number(hoursField.value);
  if (begun.length || roleField?.value || hoursField?.value) keep();
}

function fill() {
  for (const box of boxes) box.checked = answers.statements[box.name]?.includes(box.value) ?? false;
  if (roleField) {
    roleField.value = answers.role;
    if (roleField.selectedIndex < 0) roleField.value = "";
  }
  if (hoursField) hoursField.value = answers.hours === null ? "" : String(answers.hours);
}

/** @param {Event} event */
function change({ target }) {
  if (!(target instanceof HTMLInputElement || target instanceof HTMLSelectElement)) return;
  if (target === roleField) answers.role = target.value;
  else if (target === hoursField) {
    const hours = target.value === "" ? null : Number(target.value);
    answers.hours = isHours(hours) ? hours : null;
  } else if (target instanceof HTMLInputElement && target.type === "checkbox") {
    const chosen = new Set(answers.statements[target.name]);
    chosen[target.checked ? "add" : "delete"](target.value);
    if (chosen.size) answers.statements[target.name] = [...chosen].sort();
    else delete answers.statements[target.name];
  } else return;
  keep();
  show("when the reader pauses");
}

/** @type {ReturnType<typeof setTimeout> | undefined} */
let speaking;

/** @param {string} text what is said, once the reader pauses; at first it is a text like any other */
function speak(text) {
  clearTimeout(speaking);
  const status = part("status");
  const say = () => {
    if (status.textContent !== text) status.textContent = text;
  };
  if (status.textContent) speaking = setTimeout(say, 400);
  else say();
}

/** Draws the picture again, for another kind or another width. @type {() => void} */
let draw = () => {};

/** Until the pathway is worked out again, or the next part of the page is shown. @type {ReturnType<typeof setTimeout> | undefined} */
let seeking;

/** Does one after the other, each in a task of its own: a slow machine stays ready for its reader.
 * @param {(() => void)[]} steps */
function inTurn([step, ...rest]) {
  step();
  if (rest.length) seeking = setTimeout(inTurn, 0, rest);
}

/** @param {"at once" | "when the reader pauses" | "in turn"} [when] the pathway may take a slow machine a moment: while the
 * reader chooses it waits for more of the same; on a page that is only opened each part comes by itself */
function show(when = "at once") {
  const role = data.roles.find((one) => one.identifier === roleField?.value);
  const needed = role ? neededRanks(data, role) : new Map();
  const rows = data.competencies.map((one, at) => ({
    identifier: one.identifier,
    short: one.humanCodingScheme || String(at + 1),
    name: one.humanCodingScheme || data.competencies.length > MOST_AXES ? one.title : `${at + 1}. ${one.title}`,
    held: heldLevels(data, one, answers.statements[one.identifier] ?? []),
    needed: needed.has(one.identifier) ? needed.get(one.identifier) + 1 : 0,
  }));
  const touched = rows.filter((row) => row.held || row.needed);
  const shown = rows.length > MOST_AXES && touched.length ? touched : rows;
  draw = () => picture(shown, role?.title ?? "");
  const steps = [
    ...rows.map((row) => () => marks(row, answers.statements)),
    () => measure()?.("0"),
    draw,
    () => table(shown, role !== undefined),
    () => showWay(role, rows),
  ];
  clearTimeout(seeking);
  if (when === "in turn") inTurn(steps);
  else {
    const last = when === "at once" ? steps.length : steps.length - 1;
    for (const step of steps.slice(0, last)) step();
    if (last < steps.length) seeking = setTimeout(steps[last], 150);
  }
}

/** What is missing for a role, and the way there. @param {import("./pathway.js").Role | undefined} role
 * @param {{held: number}[]} rows */
function showWay(role, rows) {
  const minutes = minutesIn(answers.hours);
  const found = role ? pathway(data, role, { statements: answers.statements, done: done() }, minutes) : null;
  gaps(found, answers.statements);
  way(found, done(), answers.done, minutes);
  const items = found?.gaps.reduce((sum, gap) => sum + gap.items.length, 0) ?? 0;
  if (!found || !role) speak(say("said_levels", { held: rows.filter((row) => row.held).length, count: rows.length }));
  else if (!items) speak(say("said_none", { role: role.title }));
  else speak(say("said_gaps", { role: role.title, levels: items, modules: found.steps.length, time: time(found.minutes) }));
}

/* --- Taking answers along, and away -------------------------------------------------------------------------------- */

function download() {
  const link = document.createElement("a");
  const text = JSON.stringify({ ...answers, done: everDone() }, null, 2);
  link.href = URL.createObjectURL(new Blob([`${text}\n`], { type: "application/json" }));
  link.download = "self-assessment.json";
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  tell("exported", { file: link.download });
}

/** @param {File} file */
async function take(file) {
  let value;
  try {
    if (file.size > MOST_BYTES) throw new RangeError("too large");
    value = JSON.parse(await file.text());
  } catch {
    tell("not_json");
    return;
  }
  // A file of "My learning" has the answers as one of its parts.
  const part = value?.selfAssessment ?? value;
  const found = part?.statements === undefined ? null : clean(part);
  if (!found) {
    tell("not_ours");
    return;
  }
  answers = joined(answers, found);
  damaged = false;
  settle();
  fill();
  show();
  notice("");
  tell("imported");
  keep();
}

/** A module of a file is not taken as done any more. @param {string} name */
function takeBack(name) {
  answers.done = answers.done.filter((one) => one !== name);
  keep();
  show();
  tell("taken_back", { module: links.get(name)?.textContent ?? name });
  part("rest").focus();
}

function erase() {
  if (!confirm(say("confirm"))) return;
  answers = nothing();
  damaged = false;
  const good = save(KEY, null);
  fill();
  show();
  notice(good ? "" : "closed");
  if (good) tell("erased");
}

function print() {
  show();
  document.body.dataset.oerPrint = "plan";
  addEventListener("afterprint", () => delete document.body.dataset.oerPrint, { once: true });
  globalThis.print();
}

part("rest")?.addEventListener("click", ({ target }) => {
  const name = target instanceof Element && target.closest("button")?.dataset.takeBack;
  if (name) takeBack(name);
});
const file = /** @type {HTMLInputElement} */ (part("file"));
/** @type {Record<string, () => void>} */
const deeds = { print, erase, export: download, import: () => file.click() };
for (const button of /** @type {NodeListOf<HTMLButtonElement>} */ (root.querySelectorAll("[data-do]"))) {
  button.addEventListener("click", () => deeds[button.dataset.do ?? ""]?.());
}
file.addEventListener("change", async () => {
  const [chosen] = file.files ?? [];
  if (chosen) await take(chosen);
  file.value = "";
});
form.addEventListener("submit", (event) => event.preventDefault());
// At once, and not when a field is left: the page would move under the click that leaves it.
form.addEventListener("input", change);
hoursField?.addEventListener("change", () => hoursField?.reportValidity());
part("view").addEventListener("change", () => draw());
matchMedia("(min-width: 45em)").addEventListener("change", () => draw());
onChange([KEY, "progress"], () => {
  recall();
  fill();
  show();
});

recall();
const asked = new URLSearchParams(location.search).get("role");
if (asked && data.roles.some((one) => one.identifier === asked)) {
  answers.role = asked;
  keep();
  try {
    history.replaceState(null, "", location.pathname + location.hash); // after a reload the reader's own choice counts
  } catch {
    // A page that was opened from a folder keeps its address.
  }
}
takeOver();
fill();
part("without").hidden = true;
part("whole").hidden = false;
show("in turn");
