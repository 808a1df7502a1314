// @ts-check
/** @file A module being read: where the reader stopped, what is left, objectives ticked, done or not, and own notes. */
import { change, kept, onProgress, replace } from "./kept.js";
import { blank, keyed, timeLeft } from "./progress.js";
import { fill, inWords, tongue } from "./tongue.js";

const panel = /** @type {HTMLElement} */ (document.querySelector("[data-oer-going]"));
const module = panel.dataset.oerGoing ?? "";
const body = /** @type {HTMLElement | null} */ (document.querySelector(`.oer-body[data-oer-module="${CSS.escape(module)}"]`));
const yours = /** @type {HTMLElement | null} */ (document.querySelector(".oer-yours"));
// Plain English is for international readers, as in the rest of the page: 8 March 2027.
const language = tongue();
const headings = /** @type {HTMLElement[]} */ ([...(body?.querySelectorAll("h2[id], h3[id]") ?? [])].filter((one) => !one.closest("details, .oer-block")));

/** After so many further headings a reader who went back reads on there. */
const READ_ON = 2;

const { fault } = kept();
const recall = () => kept().progress.modules[module] ?? blank();
let entry = recall();

/** @param {(entry: import("./progress.js").Entry) => void} update @param {boolean} [reading] whether the reader only read on */
const keep = (update, reading) => {
  let done = false;
  const good = change(
    module,
    (one) => {
      update(one);
      entry = one;
      done = true;
    },
    reading,
  );
  if (!done) update(entry);
  return good;
};
/** What shows the state anew, after it has changed elsewhere. @type {(() => void)[]} */
const shows = [];

/** @param {string} name @param {ParentNode | null} [within] */
const part = (name, within = panel) => /** @type {HTMLElement | null} */ (within?.querySelector(name));
/** @param {string} at */
const day = (at) => (at ? new Intl.DateTimeFormat(language, { dateStyle: "long" }).format(new Date(at)) : "");
/** @param {HTMLElement} heading its words, without what scripts put beside them */
const words = (heading) => (heading.querySelector("[data-oer-heading]") ?? heading).textContent?.trim() ?? "";

/* What is left: the minutes that are stated, less the share of the text above the last heading that was read. */
const share = () => {
  const heading = headings.find((one) => one.id === entry.section);
  if (!heading || !body) return 0;
  const above = document.createRange();
  above.setStart(body, 0);
  above.setEndBefore(heading);
  return above.toString().length / (body.textContent?.length || 1);
};
/* It stands above the text, at its end, and in wide windows beside it, where one sees it while reading. */
const end = part(".oer-left", yours);
const contents = part(".oer-toc", document);
if (end && contents) {
  const beside = /** @type {HTMLElement} */ (end.cloneNode(true));
  beside.className = "oer-left oer-left--beside oer-js";
  const around = /** @type {HTMLElement | null} */ (panel.closest("[lang]"));
  if (around) Object.assign(beside, { lang: around.lang, dir: around.dir });
  contents.append(beside);
}
const states = document.querySelectorAll(".oer-going__state, .oer-left__state");
const tell = () => {
  const minutes = Number(panel.dataset.minutes);
  const left = minutes ? fill(panel.dataset.left, { time: inWords(timeLeft(minutes, share()), language) }) : "";
  const word = entry.done ? fill(panel.dataset.done, { date: day(entry.doneAt) }) : left;
  for (const state of states) if (state.textContent !== word) state.textContent = word;
};
if (entry.section || entry.done) tell(); // until then it stands on the page

if (fault === "damaged") part(".oer-going__fault")?.removeAttribute("hidden");

const stopped = headings.findIndex((one) => one.id === entry.section);
const resume = /** @type {HTMLAnchorElement | null} */ (part(".oer-going__resume"));
if (resume && stopped > 0 && !entry.done) {
  resume.href = `#${encodeURIComponent(entry.section)}`;
  resume.textContent = fill(panel.dataset.resume, { heading: words(headings[stopped]) });
  resume.hidden = false;
}
shows.push(() => {
  if (resume && (entry.done || !entry.section)) resume.hidden = true;
  tell();
});

/* Where the reader is: the last heading that has passed the upper third, once the reader has moved. A place further down
 * is kept until the reader goes beyond it, or reads on from an earlier one: who opens the module at its top and looks
 * around, or looks something up, does not lose the place. */
if (headings.length) {
  let waiting = 0;
  let turned = Infinity; // the earliest heading that was here since a place was kept
  const look = () => {
    waiting = 0;
    if ("oerOpening" in document.documentElement.dataset) return; // what is not laid out yet has no place (early.js)
    const passed = headings.filter((one) => one.getBoundingClientRect().top < innerHeight / 3);
    const at = passed.length - 1;
    if (at < 0) return;
    const before = headings.findIndex((one) => one.id === entry.section);
    turned = Math.min(turned, at);
    if (at === before || (at < before && at < turned + READ_ON)) return;
    turned = Infinity;
    keep((one) => (one.section = headings[at].id), true);
    tell();
  };
  addEventListener("scroll", () => (waiting ||= setTimeout(look, 250)), { passive: true });
}

/* Objectives: a box beside each, with the objective as its label. A tick is kept by a key of the words, so that it stays
 * with them when another edition has more objectives or another order. */
const objectives = /** @type {HTMLElement[]} */ ([...(body?.querySelectorAll(".oer-objectives > li") ?? [])]);
const keys = objectives.map((item, at) => item.dataset.key || at + 1);
/** Older editions kept the places: they become keys once, before the order changes again. That is no deed of the reader. */
const settle = () => {
  const { progress } = kept();
  const one = progress.modules[module];
  if (!one?.objectives.some((name) => typeof name === "number" && typeof keys[name - 1] === "string")) return;
  one.objectives = keyed(one.objectives, keys);
  replace(progress);
  entry = one;
};
settle();
for (const [at, item] of objectives.entries()) {
  const key = keys[at];
  const box = document.createElement("input");
  box.type = "checkbox";
  box.autocomplete = "off";
  box.className = "oer-objectives__box";
  const show = () => (box.checked = entry.objectives.includes(key));
  show();
  shows.push(show);
  const label = document.createElement("label");
  label.append(...item.childNodes);
  label.prepend(box);
  item.append(label);
  box.addEventListener("change", () =>
    keep((one) => {
      const others = one.objectives.filter((name) => name !== key);
      one.objectives = (box.checked ? [...others, key] : others).sort();
    }),
  );
}

/* Done, and not done after all. */
const button = /** @type {HTMLButtonElement | null} */ (part("[data-oer-done]", yours));
const said = part(".oer-yours__state", yours);
if (yours && button && said) {
  const mark = button.textContent;
  const show = () => {
    button.textContent = entry.done ? (yours.dataset.undo ?? "") : mark;
    const word = fill((entry.done ? yours.dataset.done : yours.dataset.undone), { date: day(entry.doneAt) });
    if (said.textContent !== word) said.textContent = word; // said once
  };
  show();
  shows.push(show);
  button.addEventListener("click", () => {
    const done = !entry.done; // what the button said
    const good = keep((one) => {
      one.done = done;
      one.doneAt = done ? new Date().toISOString() : "";
    });
    show();
    if (!good) said.textContent = yours.dataset.lost ?? "";
    if (entry.done && resume) resume.hidden = true;
    tell();
  });
}

/* The reader's own words: kept while they are written, and shown whole on paper. */
const field = /** @type {HTMLTextAreaElement | null} */ (part("textarea", yours));
const paper = part(".oer-yours__paper", yours);
if (yours && field && paper) {
  const hint = part(".oer-yours__kept", yours);
  let waiting = 0;
  /** What is kept, as far as this page knows: what differs from it in the field is the reader's, and not yet kept. */
  let known = entry.note;
  const mirror = () => {
    paper.textContent = field.value;
    yours.toggleAttribute("data-written", Boolean(field.value.trim()));
  };
  const write = () => {
    clearTimeout(waiting);
    waiting = 0;
    if (field.value === known) return;
    const good = keep((one) => (one.note = field.value));
    if (good) known = field.value;
    const word = (good ? yours.dataset.kept : yours.dataset.lost) ?? "";
    if (hint && hint.textContent !== word) hint.textContent = word;
  };
  // Somebody may have begun to write before this script was there.
  field.value = [known, field.value].filter(Boolean).join("\n\n");
  mirror();
  if (field.value !== known) waiting = setTimeout(write, 400);
  shows.push(() => {
    if (field.value !== known) return;
    field.value = known = entry.note;
    mirror();
  });
  field.addEventListener("input", () => {
    mirror();
    clearTimeout(waiting);
    waiting = setTimeout(write, 400);
  });
  field.addEventListener("change", write);
  addEventListener("pagehide", write);
  document.addEventListener("visibilitychange", write);
  if (fault === "closed" && hint) hint.textContent = yours.dataset.lost ?? "";
}

onProgress(() => {
  entry = recall();
  settle();
  for (const show of shows) show();
});
