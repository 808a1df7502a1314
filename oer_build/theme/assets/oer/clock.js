// @ts-check
/** @file Arithmetic of clocks: the run sheet of a session and the timer of a room. Pure: no page, no storage, and the
 * time is handed in, so that it can be tested and so that a sleeping tab loses nothing. */

const DAY = 1440;
const MINUTE = 60_000;
/** Minutes after which nobody is late any more: the page was left open. */
const PATIENCE = 240;

/**
 * @param {string} text "09:05"
 * @returns {number | null} minutes from midnight
 */
export function parse(text) {
  const found = /^(\d{1,2}):(\d{2})(?::\d{2})?$/.exec(text.trim());
  if (!found || +found[1] > 23 || +found[2] > 59) return null;
  return +found[1] * 60 + +found[2];
}

/**
 * @param {number} minutes from midnight; more than a day goes round
 * @returns {string} "09:05"
 */
export function show(minutes) {
  const at = ((Math.floor(minutes) % DAY) + DAY) % DAY;
  return `${String(Math.floor(at / 60)).padStart(2, "0")}:${String(at % 60).padStart(2, "0")}`;
}

/**
 * A time of the clock as the moment nearest to another one: a session may run past midnight.
 * @param {number} at
 * @param {number} near
 */
export const nearest = (at, near) => at + DAY * Math.round((near - at) / DAY);

/**
 * @typedef {object} Row
 * @property {number} from as things stand
 * @property {number} to as things stand
 * @property {number} planned when it should end
 * @property {"done" | "past" | "now" | "later"} state `past`: over by the clock, where nobody has said what is done
 * @property {number | null} late minutes after the planned end, of a row whose end is known
 */

/**
 * The row at hand by the clock alone; -1 before the start, and as many as there are long after the end.
 * @param {number[]} lengths
 * @param {number} since minutes since the start
 */
function atHand(lengths, since) {
  let end = 0;
  const found = lengths.findIndex((length) => since < (end += length));
  if (since < 0) return -1;
  return found >= 0 ? found : since - end < PATIENCE ? lengths.length - 1 : lengths.length;
}

/**
 * The times of a run sheet: what is over as it was, what is still to come moved by what was lost or won. While nobody
 * has said of any row that it is done, the plan stands, and the clock says what is at hand. Afterwards the row behind
 * the last one done is at hand, and what it takes longer moves the rest.
 * @param {number[]} lengths minutes of each row
 * @param {number} start minutes from midnight
 * @param {(number | null)[]} ends by row: when it was over, null where nobody said
 * @param {number} clock the time of day, in minutes from midnight
 * @returns {{rows: Row[], late: number, over: number, end: number, planned: number}} `over`: of the row at hand
 */
export function schedule(lengths, start, ends, clock) {
  const last = ends.reduce((/** @type {number} */ found, end, at) => (end === null || end === undefined ? found : at), -1);
  const whole = lengths.reduce((sum, length) => sum + length, 0);
  const current = last < 0 ? atHand(lengths, nearest(clock, start + whole / 2) - start) : last + 1;
  /** @type {Row[]} */
  const rows = [];
  let plan = start;
  let at = start;
  let over = 0;
  lengths.forEach((length, number) => {
    plan += length;
    const said = number <= last ? (ends[number] ?? null) : null;
    let to = said === null ? at + length : nearest(said, plan);
    if (number === current) {
      over = Math.max(0, nearest(clock, to) - to);
      if (over >= PATIENCE) over = 0;
      if (last >= 0) to += over;
    }
    const state = number === current ? "now" : number > current ? "later" : last < 0 ? "past" : "done";
    rows.push({ from: Math.min(at, to), to, planned: plan, state, late: said === null ? null : to - plan });
    at = to;
  });
  return { rows, late: at - plan, over, end: at, planned: plan };
}

/**
 * @typedef {object} Timer
 * @property {number} total milliseconds in all
 * @property {number | null} ends the moment at which it is over, in milliseconds of the epoch; null while it is paused
 * @property {number} left milliseconds left when it was paused
 */

/** @param {number} minutes @param {number} now @returns {Timer} */
export const started = (minutes, now) => ({ total: minutes * MINUTE, ends: now + minutes * MINUTE, left: minutes * MINUTE });

/** @param {Timer} timer @param {number} now */
export const left = (timer, now) => Math.max(0, timer.ends === null ? timer.left : timer.ends - now);

/** @param {Timer} timer @param {number} now @returns {Timer} */
export const paused = (timer, now) => ({ ...timer, left: left(timer, now), ends: null });

/** @param {Timer} timer @param {number} now @returns {Timer} */
export const resumed = (timer, now) => ({ ...timer, ends: now + left(timer, now) });

/** A minute more; a timer that is over goes on from now. @param {Timer} timer @param {number} now @returns {Timer} */
export function longer(timer, now) {
  const rest = left(timer, now) + MINUTE;
  return { total: timer.total + MINUTE, left: rest, ends: timer.ends === null ? null : now + rest };
}

/**
 * What is to be said, now that less is left than at the last look. After a sleep only the latest moment counts.
 * @param {number} total
 * @param {number} before milliseconds left at the last look
 * @param {number} after milliseconds left now
 * @returns {"" | "half" | "five" | "one" | "over"}
 */
export function moment(total, before, after) {
  /** @type {["over" | "one" | "five" | "half", number][]} */
  const moments = [["over", 0]];
  if (total > MINUTE) moments.push(["one", MINUTE]);
  if (total > 5 * MINUTE) moments.push(["five", 5 * MINUTE]);
  // Half of a short time, or half that falls near to five minutes, would be one message too many.
  if (total >= 4 * MINUTE && Math.abs(total / 2 - 5 * MINUTE) >= MINUTE) moments.push(["half", total / 2]);
  return moments.filter(([, at]) => before > at && after <= at).sort((one, two) => one[1] - two[1])[0]?.[0] ?? "";
}

/** @param {number} ms @returns {string} "12:00", and "1:05:00" from an hour on */
export function digits(ms) {
  const seconds = Math.ceil(Math.max(0, ms) / 1000);
  const minutes = Math.floor(seconds / 60);
  const tail = String(seconds % 60).padStart(2, "0");
  return minutes < 60 ? `${String(minutes).padStart(2, "0")}:${tail}` : `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, "0")}:${tail}`;
}
