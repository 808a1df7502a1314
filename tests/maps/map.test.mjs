// What the map reasons with: its address, what matches, how cells stand to a role. Run by node's own runner.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { answer, fromQuery, LEAST, MOST, nextZoom, standings, start, toQuery } from "../../oer_build/theme/assets/oer/map-state.js";

const module = (identifier, minutes, audience, more = {}) => ({ identifier, title: identifier, minutes, shortest: minutes, time: `${minutes}`, planned: false, audience, requires: [], ...more });
const DATA = {
  columns: [{ identifier: "awareness", title: "Awareness" }, { identifier: "working", title: "Working" }, { identifier: "", title: "" }],
  levels: 2,
  competencies: [{ identifier: "users", name: "C1 Users" }, { identifier: "data", name: "C2 Data" }],
  cells: {
    "users.awareness": [["a", "introduced"]],
    "users.working": [["b", "assessed"], ["later", "practised"]],
    "data.awareness": [["c", "practised"]],
    "data.": [["d", "introduced"]],
  },
  modules: [
    module("a", 30, ["all"]),
    module("b", 60, ["policy"]),
    module("c", 90, ["leaders"]),
    module("d", 0, []),
    module("later", 30, ["policy"], { planned: true }),
  ],
  roles: [{ identifier: "adviser", title: "Adviser", needs: { users: 1 } }, { identifier: "empty", title: "Empty", needs: {} }],
};
const matching = (change) => [...answer({ ...start(), ...change }, DATA).matching].sort();

for (const { about, taught, planned, need, levels, expected } of JSON.parse(readFileSync(new URL("standings.json", import.meta.url), "utf-8"))) {
  const bits = (text) => [...text].map((one) => one === "1");
  test(`a cell and a role: ${about}`, () => assert.deepEqual(standings(bits(taught), bits(planned), need ?? undefined, levels), expected));
}

test("without a choice every module is there and nothing is filtered", () => {
  const found = answer(start(), DATA);
  assert.equal(found.filtered, false);
  assert.equal(found.matching.size, DATA.modules.length);
  assert.equal(found.standing.size, 0);
});

test("who has little time finds what has a shorter way", () => {
  const data = { ...DATA, modules: [module("whole", 60, []), module("short", 60, [], { shortest: 20 })] };
  assert.deepEqual([...answer({ ...start(), time: 20 }, data).matching], ["short"]);
});

test("an audience, a time and a level choose modules, together too", () => {
  assert.deepEqual(matching({ audience: "policy" }), ["a", "b", "later"]);
  assert.deepEqual(matching({ time: 60 }), ["a", "b", "later"], "no time stated is no short time");
  assert.deepEqual(matching({ level: "working" }), ["b", "later"]);
  assert.deepEqual(matching({ level: "working", time: 30 }), ["later"]);
  assert.deepEqual(matching({ time: 1 }), []);
});

test("a role chooses what teaches the levels that it needs", () => {
  assert.deepEqual(matching({ role: "adviser" }), ["a", "b", "later"]);
  assert.deepEqual(matching({ role: "adviser", level: "working" }), ["b", "later"]);
  assert.deepEqual(matching({ role: "empty" }), []);
  const found = answer({ ...start(), role: "adviser" }, DATA);
  assert.deepEqual([found.needed, found.taught], [2, 2]);
  assert.deepEqual(Object.fromEntries(found.standing), {
    "users.awareness": "taught", "users.working": "taught", "users.": "apart",
    "data.awareness": "beyond", "data.working": "beyond", "data.": "apart",
  });
  assert.equal(found.cells.get("users.working"), 2);
  const short = answer({ ...start(), role: "adviser", time: 30, level: "awareness" }, DATA);
  assert.deepEqual([[...short.matching], [...short.helpful].sort()], [["a"], ["a", "b", "later"]], "what helps the role, whatever else is chosen");
  assert.equal(answer(start(), DATA).helpful.size, 0);
  assert.equal(found.cells.get("data.awareness"), 0);
});

test("a state goes into an address and comes back the same", () => {
  const states = [
    start(),
    { ...start(), view: "graph", role: "adviser", audience: "policy", time: 75, level: "working", open: "users.working" },
    { ...start(), view: "graph", open: "later", zoom: 1.25, at: [12, 340] },
    { ...start(), open: "data." },
    { ...start(), zoom: 0.33, at: [0, 0] },
  ];
  for (const state of states) assert.deepEqual(fromQuery(toQuery(state), DATA), state);
  assert.equal(toQuery(start()), "");
});

test("what an address asks for that is not there is left out", () => {
  for (const query of ["role=nobody&level=nowhere&audience=nobody&open=gone", "open=users.nowhere", "open=nobody.working", "view=other&time=-5&zoom=x&at=1", "time=1e9&at=a,b", "open=__proto__&role=constructor"]) {
    assert.deepEqual(fromQuery(query, DATA), start(), query);
  }
  assert.equal(fromQuery("zoom=1000", DATA).zoom, MOST);
  assert.equal(fromQuery("zoom=0.00001", DATA).zoom, LEAST);
});

test("zoom goes up and down by steps and stops at its ends", () => {
  let zoom = 1;
  for (let step = 0; step < 20; step += 1) zoom = nextZoom(zoom, 1);
  assert.equal(zoom, MOST);
  for (let step = 0; step < 40; step += 1) zoom = nextZoom(zoom, -1);
  assert.equal(zoom, LEAST);
  assert.equal(nextZoom(nextZoom(1, 1), -1), 1);
});
