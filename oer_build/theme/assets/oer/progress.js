// @ts-check
/** @file What a reader has done, as a value: read from anything, joined, counted, put in words. Knows no page and no storage. */

/**
 * @typedef {{answers: string[], right: boolean, confidence: string, attempts: number, at: string, draft?: string[], draftConfidence?: string, question?: string}} Answered
 * `attempts` is 0 where an answer was begun and never checked; `draft` is what stands in the form since the last check;
 * `question` are the words of the question, for lists of answers, which know no questions.
 * @typedef {{started: string, done: boolean, doneAt: string, at: string, seen: string, objectives: (string | number)[], quiz: Record<string, Answered>, section: string, note: string}} Entry
 * `objectives` are keys of those that are ticked; a number is of an older edition of the site (`keyed`).
 * `at` is when the reader last did something: the newer of two wins. `seen` is when the reader last read on, which takes
 * nothing away from what was done elsewhere.
 * @typedef {{schemaVersion: 1, modules: Record<string, Entry>}} Progress
 */

export const VERSION = 1;
/** Of the words of a question no more are kept. */
export const MOST_WORDS = 240;
const NAME = /^[a-z0-9][a-z0-9-]{0,79}$/;

/** @returns {Progress} */
export const nothing = () => ({ schemaVersion: VERSION, modules: Object.create(null) });

/** @returns {Entry} */
export const blank = () => ({ started: "", done: false, doneAt: "", at: "", seen: "", objectives: [], quiz: Object.create(null), section: "", note: "" });

/** @param {unknown} value */
const text = (value) => (typeof value === "string" ? value : "");
/** @param {unknown} value a moment in ISO 8601, or an empty string; moments that are written alike compare as text */
const moment = (value) => {
  const at = typeof value === "string" ? Date.parse(value) : NaN;
  return Number.isNaN(at) ? "" : new Date(at).toISOString();
};
/** @param {unknown} value */
const texts = (value) => (Array.isArray(value) ? value.filter((one) => typeof one === "string") : []);
/** @param {unknown} value @returns {Record<string, any>} */
const record = (value) => (typeof value === "object" && value !== null && !Array.isArray(value) ? /** @type {any} */ (value) : {});

/** @param {unknown} value */
const sureness = (value) => (value === "sure" || value === "unsure" ? value : "");

/** @param {unknown} value @returns {Answered} */
function answered(value) {
  const given = record(value);
  const attempts = Number.isSafeInteger(given.attempts) && given.attempts > 0 ? given.attempts : 0;
  /** @type {Answered} */
  const made = {
    answers: texts(given.answers),
    right: given.right === true,
    confidence: sureness(given.confidence),
    attempts,
    at: moment(given.at),
  };
  if (Array.isArray(given.draft)) made.draft = texts(given.draft);
  if (made.draft && sureness(given.draftConfidence)) made.draftConfidence = given.draftConfidence;
  if (text(given.question)) made.question = given.question.slice(0, MOST_WORDS);
  return made;
}

/** @param {unknown} value @returns {Entry} */
function entry(value) {
  const given = record(value);
  const made = blank();
  made.started = moment(given.started);
  made.done = given.done === true;
  made.doneAt = made.done ? moment(given.doneAt) : "";
  const objectives = Array.isArray(given.objectives) ? given.objectives : [];
  made.objectives = [...new Set(objectives.filter((one) => (typeof one === "string" ? NAME.test(one) : Number.isSafeInteger(one) && one > 0)))].sort();
  for (const [key, one] of Object.entries(record(given.quiz))) if (NAME.test(key)) made.quiz[key] = answered(one);
  made.section = text(given.section);
  made.note = text(given.note);
  const moments = [given.at, made.started, made.doneAt, ...Object.values(made.quiz).map((one) => one.at)].map(moment);
  made.seen = moment(given.seen);
  // What was only read has no deed in it; files of before `seen` tell of both by `at`.
  made.at = moment(given.at) || (made.seen ? "" : (moments.sort().pop() ?? ""));
  return made;
}

/**
 * What can be trusted of a value from outside: every field is there and of its type, what is unknown is left out.
 * @param {unknown} value
 * @returns {Progress | null} null where it is no record of progress at all, or one of another version
 */
export function clean(value) {
  const given = record(value);
  if (given.schemaVersion !== VERSION || typeof given.modules !== "object" || given.modules === null || Array.isArray(given.modules)) return null;
  const made = nothing();
  for (const [key, one] of Object.entries(given.modules)) if (NAME.test(key)) made.modules[key] = entry(one);
  return made;
}

/** @param {{at: string}} a @param {{at: string}} b whether b is the newer one */
const newer = (a, b) => b.at > a.at;

/** @param {Entry} one when the reader was last at it */
const touched = (one) => (one.seen > one.at ? one.seen : one.at);

/**
 * Two records in one, whichever way round: of each module and of each question the newer wins, what was begun was begun
 * when it was first begun, and no attempt is forgotten.
 * @param {Progress} one
 * @param {Progress} other
 * @returns {Progress}
 */
export function merge(one, other) {
  const made = nothing();
  for (const key of new Set([...Object.keys(one.modules), ...Object.keys(other.modules)])) {
    const a = one.modules[key];
    const b = other.modules[key];
    if (!a || !b) {
      made.modules[key] = a ?? b;
      continue;
    }
    const joined = { ...(newer(a, b) ? b : a), quiz: Object.create(null) };
    joined.started = [a.started, b.started].filter(Boolean).sort()[0] ?? "";
    joined.note ||= a.note || b.note;
    joined.seen = a.seen < b.seen ? b.seen : a.seen;
    joined.section = (touched(a) < touched(b) ? b : a).section || a.section || b.section;
    for (const question of new Set([...Object.keys(a.quiz), ...Object.keys(b.quiz)])) {
      const [first, second] = [a.quiz[question], b.quiz[question]];
      const words = first?.question || second?.question;
      joined.quiz[question] = !first || !second ? (first ?? second) : { ...(newer(first, second) ? second : first), attempts: Math.max(first.attempts, second.attempts), ...(words ? { question: words } : {}) };
    }
    made.modules[key] = joined;
  }
  return made;
}

/**
 * What is ticked, by keys. Older editions of the site kept the places of objectives: these are read as those of the
 * present order; what has no objective there stays as it is.
 * @param {(string | number)[]} ticked
 * @param {(string | number)[]} keys of the objectives as they stand now
 */
export const keyed = (ticked, keys) => [...new Set(ticked.map((one) => (typeof one === "number" && keys[one - 1]) || one))].sort();

/** @param {Entry | undefined} one @returns {"done" | "started" | ""} */
export const status = (one) => (one?.done ? "done" : one?.started ? "started" : "");

/** @param {Entry | undefined} one @returns {{asked: number, right: number, attempts: number}} of the questions that were checked */
export function score(one) {
  const checked = Object.values(one?.quiz ?? {}).filter((answer) => answer.attempts > 0);
  return { asked: checked.length, right: checked.filter((answer) => answer.right).length, attempts: checked.reduce((sum, answer) => sum + answer.attempts, 0) };
}

/**
 * Questions that were checked last without being right, in their order; of those that the module no longer has, none.
 * @param {Entry | undefined} one
 * @param {string[]} keys of the module's questions
 * @returns {{number: number, words: string}[]} each with its number in the module, from 1, and its words where they are kept
 */
export const notRight = (one, keys) =>
  keys.flatMap((key, at) => {
    const answer = one?.quiz[key];
    return answer?.attempts && !answer.right ? [{ number: at + 1, words: answer.question ?? "" }] : [];
  });

/**
 * @param {string[]} modules in the order of a course
 * @param {Progress} progress
 * @returns {{done: number, next: string}} how many are done, and where to go on: what was read last, or the first that is not done
 */
export function along(modules, progress) {
  const open = modules.filter((name) => !progress.modules[name]?.done);
  const begun = open.filter((name) => status(progress.modules[name]) === "started").sort((a, b) => (touched(progress.modules[b]) > touched(progress.modules[a]) ? 1 : -1));
  return { done: modules.length - open.length, next: begun[0] ?? open[0] ?? "" };
}

/** The place in a module where its reader goes on, to be put behind the module's address. @param {Entry | undefined} one */
export const place = (one) => (one?.section && !one.done ? `#${encodeURIComponent(one.section)}` : "");

/**
 * Minutes that are left: those that were stated less the share that was read, in steps of five where they are many.
 * @param {number} minutes
 * @param {number} share from 0 to 1
 */
export function timeLeft(minutes, share) {
  const left = minutes * (1 - Math.min(1, Math.max(0, share)));
  return left >= 10 ? Math.round(left / 5) * 5 : Math.ceil(left);
}

/** Minutes of many modules: of many hours whole ones. @param {number} minutes */
export const roughly = (minutes) => (minutes >= 600 ? Math.floor((minutes + 30) / 60) * 60 : timeLeft(minutes, 0));

/** @param {unknown} value a cell that no spreadsheet takes for a formula */
function cell(value) {
  const raw = String(value ?? "");
  const safe = typeof value === "string" && (/^\s*[=+\-@＝＋－＠]/.test(raw) || /^[\t\r\n]/.test(raw)) ? `'${raw}` : raw;
  return /[",\r\n;]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** @param {unknown[][]} rows after RFC 4180, with a mark that makes spreadsheets read UTF-8 */
export const csv = (rows) => `\ufeff${rows.map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`;
