// What a reader has done, as a value. Run: node --test tests/browser/js
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

const source = readFileSync(new URL("../../../oer_build/theme/assets/oer/progress.js", import.meta.url), "utf8");
const { along, blank, clean, csv, keyed, merge, nothing, place, score, status, timeLeft } = await import(`data:text/javascript,${encodeURIComponent(source)}`);

const [EARLY, LATE] = ["2026-11-20T10:00:00.000Z", "2026-11-21T10:00:00.000Z"];
const answer = (more) => ({ answers: ["a"], right: false, confidence: "", attempts: 1, at: EARLY, ...more });
const progress = (modules) => clean({ schemaVersion: 1, modules });

test("what is no record of progress is refused", () => {
  for (const value of [null, 1, "x", [], {}, { schemaVersion: 2, modules: {} }, { schemaVersion: 1 }, { schemaVersion: 1, modules: [] }]) {
    assert.equal(clean(value), null, JSON.stringify(value));
  }
  assert.deepEqual(clean({ schemaVersion: 1, modules: {} }), nothing());
});

test("a damaged entry keeps what can be trusted of it", () => {
  const read = progress({ a: { started: "yesterday", done: "yes", objectives: [2, "X y", 1, 2, -1, "ab12", {}], quiz: { q: { attempts: -3, answers: [1, "b"], confidence: "very" }, "Bad Key": {} }, note: 7, at: EARLY }, "../b": {}, c: 4 });
  assert.deepEqual(Object.keys(read.modules), ["a", "c"]);
  const one = read.modules.a;
  assert.deepEqual([one.started, one.done, one.objectives, one.note], ["", false, [1, 2, "ab12"], ""]);
  assert.deepEqual({ ...one.quiz }, { q: { answers: ["b"], right: false, confidence: "", attempts: 0, at: "" } });
});

test("names of an object's own are no modules", () => {
  const read = clean(JSON.parse('{"schemaVersion": 1, "modules": {"__proto__": {"done": true}, "constructor": {"done": true}}}'));
  assert.deepEqual(Object.keys(read.modules), ["constructor"]);
  assert.equal({}.done, undefined);
  assert.equal(nothing().modules.constructor, undefined);
});

test("what was saved is brought in without loss", () => {
  const mine = progress({ a: { ...blank(), started: EARLY, done: true, doneAt: LATE, at: LATE, objectives: ["0a1b", "f00d"], quiz: { q: answer({ right: true, confidence: "sure", attempts: 2, draft: ["b"], draftConfidence: "unsure" }) }, section: "why", note: "=1+1\n“x”" } });
  const again = clean(JSON.parse(JSON.stringify(mine)));
  assert.deepEqual(again, mine);
  assert.deepEqual(merge(nothing(), again), mine);
  assert.deepEqual(merge(mine, again), mine);
});

test("of two the newer wins, whichever way round", () => {
  const old = progress({ a: { started: EARLY, done: true, doneAt: EARLY, at: EARLY, note: "old", quiz: { q: answer({ attempts: 5 }), only: answer() } }, b: { started: EARLY, at: EARLY } });
  const fresh = progress({ a: { started: LATE, done: false, at: LATE, note: "new", quiz: { q: answer({ right: true, attempts: 1, at: LATE }) } } });
  for (const made of [merge(old, fresh), merge(fresh, old)]) {
    const one = made.modules.a;
    assert.deepEqual([one.started, one.done, one.note], [EARLY, false, "new"]);
    assert.deepEqual([one.quiz.q.right, one.quiz.q.attempts], [true, 5], "no attempt is forgotten");
    assert.ok(one.quiz.only);
    assert.deepEqual(Object.keys(made.modules).sort(), ["a", "b"]);
  }
});

test("places of objectives, as older editions kept them, are read as keys of the present order", () => {
  assert.deepEqual(keyed([1, 3, 99], ["c", "b", "a"]), [99, "a", "c"], "what has no objective stays");
  assert.deepEqual(keyed(["a", 3, "gone"], ["c", "b", "a"]), ["a", "gone"]);
  assert.deepEqual(keyed([1, 2], []), [1, 2]);
});

test("a note is not lost to a newer visit without one", () => {
  const mine = progress({ a: { at: EARLY, note: "keep" } });
  assert.equal(merge(mine, progress({ a: { at: LATE } })).modules.a.note, "keep");
});

test("to read on here takes nothing from what was done there", () => {
  const done = progress({ a: { started: EARLY, done: true, doneAt: EARLY, at: EARLY, objectives: [1, 2], section: "one" } });
  const read = progress({ a: { started: LATE, seen: LATE, section: "two" } });
  for (const made of [merge(done, read), merge(read, done)]) {
    const one = made.modules.a;
    assert.deepEqual([one.done, one.objectives, one.section], [true, [1, 2], "two"]);
    assert.deepEqual([one.started, one.at, one.seen], [EARLY, EARLY, LATE]);
  }
});

test("an answer that was begun and not checked counts nothing", () => {
  const one = progress({ a: { quiz: { p: answer({ attempts: 0, draft: ["a"] }), q: answer({ right: true, attempts: 3 }), r: answer() } } }).modules.a;
  assert.deepEqual(score(one), { asked: 2, right: 1, attempts: 4 });
  assert.deepEqual(score(undefined), { asked: 0, right: 0, attempts: 0 });
});

test("one goes on with what was begun last, or else with the first that is not done", () => {
  const made = progress({ a: { started: EARLY, done: true }, b: { started: EARLY, at: EARLY }, d: { started: EARLY, at: LATE } });
  assert.deepEqual(along(["a", "b", "c", "d"], made), { done: 1, next: "d" });
  assert.deepEqual(along(["a", "c"], made), { done: 1, next: "c" });
  const read = progress({ b: { started: EARLY, at: EARLY, seen: LATE }, d: { started: EARLY, at: EARLY } });
  assert.equal(along(["b", "d"], read).next, "b", "to read on counts too");
  assert.deepEqual(along(["a"], made), { done: 1, next: "" });
  assert.deepEqual(["a", "b", "c"].map((name) => status(made.modules[name])), ["done", "started", ""]);
});

test("one goes on at the place in a module that is not done", () => {
  const made = progress({ a: { section: "why not" }, b: { section: "x", done: true }, c: {} });
  assert.deepEqual(["a", "b", "c", "d"].map((name) => place(made.modules[name])), ["#why%20not", "", "", ""]);
});

test("time left is the stated time less what was read", () => {
  assert.deepEqual([timeLeft(50, 0), timeLeft(50, 0.3), timeLeft(50, 0.9), timeLeft(50, 1), timeLeft(50, 7), timeLeft(0, 0)], [50, 35, 5, 0, 0, 0]);
});

test("a table is read by spreadsheets as it is meant", () => {
  assert.equal(csv([["a", "b, c", 'say "x"', -3, "two\nlines"]]), '\ufeffa,"b, c","say ""x""",-3,"two\nlines"\r\n');
  for (const evil of ["=1+1", " +1", "-1", "@x", "＝1", "\t=1", "\rx"]) assert.match(csv([[evil]]), /^\ufeff"?'/, evil);
});
