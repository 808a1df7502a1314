// @ts-check
/** @file My learning: what this browser keeps, in tables; to a file, from a file, to paper, and away. Nothing is sent anywhere. */
import { clean as cleanAnswers, joined, nothing } from "./assessment.js";
import { kept, onProgress, replace } from "./kept.js";
import { forgetPages } from "./kept-pages.js";
import { along, clean, csv, keyed, merge, notRight, place, score, status } from "./progress.js";
import { fill, tongue } from "./tongue.js";
import { forgetSession } from "./session.js";
import { base, eraseAll, load, save } from "./store.js";

const page = /** @type {HTMLElement} */ (document.querySelector("[data-oer-learning]"));
const words = page.dataset;

/** @typedef {{title: string, path: string, teaches: [string, string][], questions: string[], objectives: string[]}} Module */
/* Of questions and objectives there are keys, in the order of the module. */
/** @type {{modules: Record<string, Module>, courses: {title: string, path: string, modules: string[]}[], competencies: {identifier: string, name: string, path: string}[], levels: {identifier: string, title: string}[]}} */
const site = JSON.parse(words.oerLearning ?? "{}");
const MOST = 5_000_000;
// Plain English is for international readers, as in the rest of the page: 8 March 2027.
const language = tongue();

/** @param {string} name @returns {HTMLElement} */
const part = (name) => /** @type {HTMLElement} */ (page.querySelector(name));
/** @param {string} at */
const day = (at) => (at ? new Intl.DateTimeFormat(language, { dateStyle: "long" }).format(new Date(at)) : "");
/** @param {string} name */
const known = (name) => (Object.hasOwn(site.modules, name) ? site.modules[name] : undefined);

/** @param {string} text @param {string} path */
function link(text, path) {
  const made = document.createElement("a");
  made.href = new URL(path, base).href;
  made.textContent = text;
  return made;
}

/** @param {string} name a module's title as a link; what the site no longer has keeps its identifier */
const titled = (name) => {
  const module = known(name);
  return module ? link(module.title, module.path) : fill(words.gone, { module: name });
};

/**
 * @param {string} table
 * @param {(string | Node)[][]} rows the first cell of each heads it
 */
function show(table, rows) {
  const body = /** @type {HTMLElement} */ (page.querySelector(`#${table} tbody`));
  const heads = [...page.querySelectorAll(`#${table} thead th`)].map((one) => one.textContent ?? "");
  body.replaceChildren(
    ...rows.map((cells) => {
      const row = document.createElement("tr");
      row.append(
        ...cells.map((content, at) => {
          const cell = document.createElement(at ? "td" : "th");
          if (at) cell.dataset.label = heads[at];
          else /** @type {HTMLTableCellElement} */ (cell).scope = "row";
          cell.append(content);
          return cell;
        }),
      );
      return row;
    }),
  );
  body.closest("section")?.toggleAttribute("hidden", !rows.length);
}

/** @param {import("./progress.js").Entry | undefined} entry */
const state = (entry) => {
  const at = status(entry);
  if (!entry || !at) return "";
  return fill(words.on, { state: (at === "done" ? words.stateDone : words.stateStarted) ?? "", date: day(at === "done" ? entry.doneAt : entry.started) });
};

/** Numbers of the objectives that are ticked, in the present order. @param {string} name @param {import("./progress.js").Entry} entry */
const ticked = (name, entry) => {
  const keys = known(name)?.objectives;
  if (!keys) return entry.objectives; // of a module that is no longer here only the keys are known
  return keyed(entry.objectives, keys).flatMap((key) => (keys.includes(String(key)) ? [keys.indexOf(String(key)) + 1] : [])).sort((a, b) => a - b);
};

/** Questions that are not yet right, with words for each. A question's place in its module is named by its number.
 * @param {string} name @param {import("./progress.js").Entry} entry */
const open = (name, entry) => notRight(entry, known(name)?.questions ?? []).map(({ number, words: said }) => ({ number, words: said || fill(words.question, { number }) }));

/** @param {{asked: number, right: number, attempts: number}} sum */
const questions = (sum) => (sum.asked ? fill(words.questions, sum) : (words.unasked ?? ""));

/** @param {{asked: number, right: number, attempts: number}[]} all */
const total = (all) => all.reduce((sum, one) => ({ asked: sum.asked + one.asked, right: sum.right + one.right, attempts: sum.attempts + one.attempts }), { asked: 0, right: 0, attempts: 0 });

function draw() {
  const { progress, fault } = kept();
  const entries = Object.entries(progress.modules);
  const names = Object.keys(site.modules);
  // In the order of the site; what it no longer has comes last.
  entries.sort(([a], [b]) => (names.indexOf(a) + 1 || Infinity) - (names.indexOf(b) + 1 || Infinity) || (a < b ? -1 : 1));
  part(".oer-learning__fault").hidden = fault !== "damaged";
  part(".oer-learning__record").hidden = !entries.length;
  const sum = total(entries.map(([, entry]) => score(entry)));
  const done = entries.filter(([, entry]) => entry.done).length;
  part(".oer-learning__sum").textContent = entries.length
    ? fill(words.sum, { started: entries.length - done, done, right: sum.right, asked: sum.asked })
    : ((fault === "closed" ? words.closed : fault ? "" : words.none) ?? "");

  show(
    "learning-courses",
    site.courses
      .filter((course) => course.modules.some((name) => status(progress.modules[name])))
      .map((course) => {
        const { done, next } = along(course.modules, progress);
        const module = known(next);
        return [link(course.title, course.path), fill(words.of, { count: done, total: course.modules.length }), module ? link(fill(words.next, { module: module.title }), module.path + place(progress.modules[next])) : (words.allDone ?? "")];
      }),
  );
  show(
    "learning-modules",
    entries.map(([name, entry]) => {
      const total = known(name)?.objectives.length ?? 0;
      return [titled(name), state(entry), total ? fill(words.of, { count: ticked(name, entry).length, total }) : String(entry.objectives.length), questions(score(entry))];
    }),
  );
  show(
    "learning-competencies",
    site.competencies.flatMap((competency) =>
      [...site.levels, { identifier: "", title: words.noLevel ?? "" }].flatMap((level) => {
        const teaching = names.filter((name) => site.modules[name].teaches.some(([one, at]) => one === competency.identifier && at === level.identifier));
        const begun = teaching.filter((name) => status(progress.modules[name]));
        if (!begun.length) return [];
        const cell = document.createElement("span");
        cell.append(fill(words.of, { count: begun.filter((name) => progress.modules[name].done).length, total: teaching.length }));
        for (const name of begun) if (progress.modules[name].done) cell.append(document.createElement("br"), titled(name));
        return [[link(competency.name, competency.path), level.title, cell, questions(total(begun.map((name) => score(progress.modules[name]))))]];
      }),
    ),
  );
  const wrong = entries.map(([name, entry]) => /** @type {const} */ ([name, open(name, entry)])).filter(([, questions]) => questions.length);
  part(".oer-learning__again").hidden = !wrong.length;
  part("#learning-again").replaceChildren(
    ...wrong.flatMap(([name, questions]) => {
      const title = document.createElement("dt");
      title.append(titled(name));
      return [
        title,
        ...questions.map((question) => {
          const made = document.createElement("dd");
          made.append(link(question.words, `${known(name)?.path}#question-${question.number}`));
          return made;
        }),
      ];
    }),
  );
  const notes = entries.filter(([, entry]) => entry.note.trim());
  part(".oer-learning__notes").hidden = !notes.length;
  part("#learning-notes").replaceChildren(
    ...notes.flatMap(([name, entry]) => {
      const [title, text] = [document.createElement("dt"), document.createElement("dd")];
      title.append(titled(name));
      text.textContent = entry.note;
      return [title, text];
    }),
  );
}

/** @param {string} text @param {string} name @param {string} type */
function download(text, name, type) {
  const made = document.createElement("a");
  made.href = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  made.download = name;
  made.click();
  setTimeout(() => URL.revokeObjectURL(made.href), 60_000);
  part(".oer-learning__said").textContent = fill(words.saved, { file: name });
}

const table = () => {
  const rows = Object.entries(kept().progress.modules).map(([name, entry]) => {
    const { asked, right, attempts } = score(entry);
    const module = known(name);
    const teaches = (module?.teaches ?? []).map(([competency, level]) => (level ? `${competency}@${level}` : competency)).join("; ");
    return [name, module?.title ?? "", status(entry), entry.started, entry.doneAt, ticked(name, entry).join("; "), asked, right, attempts, open(name, entry).map((one) => one.words).join("; "), teaches, entry.note];
  });
  return csv([["module", "title", "state", "started", "doneAt", "objectives", "questionsAnswered", "questionsRight", "attempts", "questionsNotRight", "teaches", "note"], ...rows]);
};

const ASSESSMENT = "self-assessment";
/** What is kept of "Check yourself", as a part of the file. */
const assessed = () => {
  const answers = cleanAnswers(load(ASSESSMENT).value);
  return answers ? { selfAssessment: answers } : {};
};
/** Takes over what a file has of it. What is here and cannot be read is not written over. @param {unknown} value */
function takeAnswers(value) {
  const there = cleanAnswers(value);
  const { value: before, fault } = load(ASSESSMENT);
  const here = before === null ? nothing() : cleanAnswers(before);
  return !there || !here || Boolean(fault) || save(ASSESSMENT, joined(here, there));
}

/* Browsers keep data by host. A site in a folder is seldom the only one there. */
const shared = part(".oer-learning__shared");
shared.hidden = base.pathname === "/";
shared.textContent = fill(shared.dataset.words, { address: `${location.protocol}//${location.host}` });

const asking = part("#learning-sure");
const eraser = /** @type {HTMLButtonElement} */ (part("[data-do=erase]"));
/** @param {boolean} open */
const ask = (open) => {
  asking.hidden = !open;
  eraser.setAttribute("aria-expanded", String(open));
};

/** @type {Record<string, () => void | Promise<void>>} */
const actions = {
  json: () => download(`${JSON.stringify({ ...kept().progress, ...assessed() }, null, 2)}\n`, "my-learning.json", "application/json"),
  csv: () => download(table(), "my-learning.csv", "text/csv"),
  raw: () => download(kept().text, "my-learning-damaged.txt", "text/plain"),
  print: () => print(),
  erase: () => {
    const all = Object.values(kept().progress.modules);
    const values = { modules: all.length, answers: all.reduce((sum, one) => sum + score(one).asked, 0), notes: all.filter((one) => one.note.trim()).length };
    part("#learning-asking").textContent = fill(words.asking, values);
    part(".oer-learning__erased").textContent = "";
    ask(true);
    part("[data-do=keep]").focus();
  },
  keep: () => {
    ask(false);
    eraser.focus();
  },
  really: async () => {
    const good = eraseAll();
    forgetSession();
    ask(false);
    draw();
    eraser.focus();
    const gone = await forgetPages();
    part(".oer-learning__erased").textContent = (good && gone ? words.erased : words.notErased) ?? "";
  },
};
page.addEventListener("click", (event) => {
  const button = /** @type {HTMLElement} */ (event.target).closest("button[data-do]");
  if (button instanceof HTMLElement) actions[button.dataset.do ?? ""]?.();
});
asking.addEventListener("keydown", (event) => {
  if (event.key === "Escape") actions.keep();
});

const file = /** @type {HTMLInputElement} */ (part("#learning-file"));
file.addEventListener("change", async () => {
  const chosen = file.files?.[0];
  if (!chosen) return;
  const said = part(".oer-learning__said");
  const { progress, fault } = kept();
  try {
    const value = chosen.size < MOST ? JSON.parse(await chosen.text()) : null;
    const given = clean(value);
    for (const [name, entry] of Object.entries(given?.modules ?? {})) entry.objectives = keyed(entry.objectives, known(name)?.objectives ?? []);
    if (!given) said.textContent = words.unreadable ?? "";
    else if (fault === "damaged") said.textContent = words.first ?? "";
    else if (!replace(merge(progress, given)) || !takeAnswers(value.selfAssessment)) said.textContent = words.notKept ?? "";
    else said.textContent = fill(words.imported, { count: Object.keys(given.modules).length });
  } catch {
    said.textContent = words.unreadable ?? "";
  }
  file.value = "";
  draw();
});

onProgress(draw);
draw();
