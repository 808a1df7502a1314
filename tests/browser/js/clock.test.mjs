// The arithmetic of run sheet and timer: no page, no clock but the one that is handed in.
import assert from "node:assert/strict";
import { test } from "node:test";
import * as clock from "../../../oer_build/theme/assets/oer/clock.js";

const MINUTE = 60_000;

test("times of day are read as browsers write them", () => {
  assert.equal(clock.parse("09:05"), 545);
  assert.equal(clock.parse("23:59:30"), 1439);
  for (const wrong of ["", "9", "24:00", "12:60", "noon"]) assert.equal(clock.parse(wrong), null);
  for (const minutes of [0, 1, 545, 1439]) assert.equal(clock.parse(clock.show(minutes)), minutes);
  assert.equal(clock.show(1440 + 5), "00:05");
  assert.equal(clock.show(-5), "23:55");
});

test("a plan begins at its start and goes on without gaps", () => {
  const { rows, end, planned, late } = clock.schedule([5, 10, 20], 540, [null, null, null], 540);
  assert.deepEqual(rows.map((row) => [row.from, row.to, row.state]), [[540, 545, "now"], [545, 555, "later"], [555, 575, "later"]]);
  assert.deepEqual([end, planned, late], [575, 575, 0]);
});

test("what runs late moves what is still to come", () => {
  const { rows, end, planned, late } = clock.schedule([5, 10, 20], 540, [549, null, null], 549);
  assert.deepEqual([rows[0].to, rows[0].late, rows[0].state], [549, 4, "done"]);
  assert.deepEqual([rows[1].from, rows[1].to, rows[1].state], [549, 559, "now"]);
  assert.deepEqual([rows[2].from, rows[2].to, rows[2].planned], [559, 579, 575]);
  assert.deepEqual([late, end, planned], [4, 579, 575]);
});

test("what is early moves it forward, and time is won back", () => {
  const early = clock.schedule([5, 10, 20], 540, [543, null, null], 543);
  assert.deepEqual([early.late, early.end], [-2, 573]);
  const back = clock.schedule([5, 10, 20], 540, [549, 555, null], 555);
  assert.deepEqual([back.rows[0].late, back.rows[1].late, back.late, back.end], [4, 0, 0, 575]);
});

test("a line that nobody marked is done with the one after it", () => {
  const { rows, late } = clock.schedule([5, 10, 20], 540, [null, 558, null], 558);
  assert.deepEqual(rows.map((row) => row.state), ["done", "done", "now"]);
  assert.deepEqual(rows.map((row) => row.late), [null, 3, null]);
  assert.equal(late, 3);
  const hasty = clock.schedule([5, 10, 20], 540, [null, null, 541], 541);
  assert.ok(hasty.rows.every((row) => row.from <= row.to));
});

test("a session may run past midnight", () => {
  const { rows, late } = clock.schedule([30, 30], 23 * 60 + 40, [12, null], 15);
  assert.equal(late, 2);
  assert.equal(clock.show(rows[0].to), "00:12");
  assert.equal(clock.show(rows[1].to), "00:42");
});

test("while nothing is said to be done the clock says what is at hand, and the plan stands", () => {
  const at = (/** @type {number} */ now) => {
    const { rows, over, end, late } = clock.schedule([5, 10, 20], 540, [null, null, null], now);
    assert.deepEqual([end, late], [575, 0]);
    return [rows.map((row) => row.state).join(" "), over];
  };
  assert.deepEqual(at(530), ["later later later", 0], "before the start");
  assert.deepEqual(at(540), ["now later later", 0]);
  assert.deepEqual(at(545), ["past now later", 0]);
  assert.deepEqual(at(574), ["past past now", 0]);
  assert.deepEqual(at(580), ["past past now", 5], "past the end");
  assert.deepEqual(at(575 + 240), ["past past past", 0], "the page was left open");
});

test("what the line at hand takes longer moves the rest, once it is known what is done", () => {
  const { rows, over, late, end } = clock.schedule([5, 10, 20], 540, [545, null, null], 562);
  assert.deepEqual(rows.map((row) => [row.from, row.to, row.state]), [[540, 545, "done"], [545, 562, "now"], [562, 582, "later"]]);
  assert.deepEqual([over, late, end], [7, 7, 582]);
  const left = clock.schedule([5, 10, 20], 540, [545, null, null], 900);
  assert.deepEqual([left.over, left.end], [0, 575], "the page was left open");
});

test("with all lines done nothing is at hand", () => {
  const { rows, end } = clock.schedule([5, 10], 540, [545, 556], 700);
  assert.deepEqual(rows.map((row) => row.state), ["done", "done"]);
  assert.equal(end, 556);
});

test("a timer is a moment, not a count", () => {
  let timer = clock.started(12, 1000);
  assert.equal(clock.left(timer, 1000), 12 * MINUTE);
  assert.equal(clock.left(timer, 1000 + 5 * MINUTE), 7 * MINUTE, "nobody looked for five minutes");
  timer = clock.paused(timer, 1000 + 5 * MINUTE);
  assert.equal(clock.left(timer, 9e9), 7 * MINUTE);
  timer = clock.resumed(timer, 9e9);
  assert.equal(clock.left(timer, 9e9 + MINUTE), 6 * MINUTE);
  assert.equal(clock.left(timer, 9e12), 0);
});

test("a minute more, while it runs, while it is paused, and when it is over", () => {
  const timer = clock.started(2, 0);
  assert.equal(clock.left(clock.longer(timer, MINUTE), MINUTE), 2 * MINUTE);
  assert.equal(clock.left(clock.longer(clock.paused(timer, MINUTE), 99 * MINUTE), 999 * MINUTE), 2 * MINUTE);
  assert.equal(clock.left(clock.longer(timer, 99 * MINUTE), 99 * MINUTE), MINUTE);
});

test("the moments that are said, each once", () => {
  const said = (/** @type {number} */ minutes) => {
    const total = minutes * MINUTE;
    const found = [];
    for (let left = total; left > 0; left -= 250) {
      const what = clock.moment(total, left, left - 250);
      if (what) found.push([what, (left - 250) / MINUTE]);
    }
    return found;
  };
  assert.deepEqual(said(12), [["half", 6], ["five", 5], ["one", 1], ["over", 0]]);
  assert.deepEqual(said(30), [["half", 15], ["five", 5], ["one", 1], ["over", 0]]);
  assert.deepEqual(said(10), [["five", 5], ["one", 1], ["over", 0]], "half of ten minutes is said as five");
  assert.deepEqual(said(5), [["half", 2.5], ["one", 1], ["over", 0]]);
  assert.deepEqual(said(3), [["one", 1], ["over", 0]]);
  assert.deepEqual(said(1), [["over", 0]]);
});

test("after a sleep only what counts now is said", () => {
  assert.equal(clock.moment(12 * MINUTE, 11 * MINUTE, 0.5 * MINUTE), "one");
  assert.equal(clock.moment(12 * MINUTE, 11 * MINUTE, 0), "over");
  assert.equal(clock.moment(12 * MINUTE, 0, 0), "", "the end is said once");
  assert.equal(clock.moment(12 * MINUTE, 4 * MINUTE, 3 * MINUTE), "");
});

test("digits that can be read across a room", () => {
  assert.equal(clock.digits(12 * MINUTE), "12:00");
  assert.equal(clock.digits(59_001), "01:00");
  assert.equal(clock.digits(65 * MINUTE), "1:05:00");
  assert.equal(clock.digits(-5), "00:00");
});
