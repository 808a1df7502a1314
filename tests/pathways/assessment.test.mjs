// The pure parts of the self-assessment: answers from anywhere, and the picture. Run by node's own runner.
import assert from "node:assert/strict";
import { test } from "node:test";
import { bars, beside, clean, doneIn, joined, lines, minutesIn, radar } from "../../oer_build/theme/assets/oer/assessment.js";

const LEVELS = ["Awareness", "Working", "Practitioner", "Expert"];
const ROWS = [
  { short: "C1", name: "C1 Users", said: "C1 Users: Working, needs Practitioner", held: 2, needed: 3 },
  { short: "C2", name: "C2 <Risks> & more", said: "C2 <Risks> & more: none yet, needs Awareness", held: 0, needed: 1 },
  { short: "C3", name: "C3 Teams", said: "C3 Teams: Expert", held: 4, needed: 0 },
];
const written = (drawn) =>
  typeof drawn === "string"
    ? drawn
    : `<${drawn.tag}${Object.entries(drawn.attributes).map(([name, value]) => ` ${name}="${value}"`).join("")}>${drawn.children.map(written).join("")}</${drawn.tag}>`;
const all = (drawn, tag) => (typeof drawn === "string" ? [] : [...(drawn.tag === tag ? [drawn] : []), ...drawn.children.flatMap((one) => all(one, tag))]);

for (const draw of [bars, radar]) {
  test(`${draw.name}: the same values give the same picture, other values another one`, () => {
    const one = written(draw(ROWS, LEVELS, 320, "Title", "Words"));
    assert.equal(one, written(draw(structuredClone(ROWS), LEVELS, 320, "Title", "Words")));
    assert.notEqual(one, written(draw([{ ...ROWS[0], held: 3 }, ...ROWS.slice(1)], LEVELS, 320, "Title", "Words")));
    assert.doesNotMatch(one, /NaN|Infinity|undefined/);
  });

  test(`${draw.name}: the picture has a title and a description, and names them`, () => {
    const drawn = draw(ROWS, LEVELS, 320, "Title", "Words");
    const [title, description] = drawn.children;
    assert.deepEqual([title.tag, title.children, description.tag, description.children], ["title", ["Title"], "desc", ["Words"]]);
    assert.equal(drawn.attributes["aria-labelledby"], `${title.attributes.id} ${description.attributes.id}`);
    assert.equal(drawn.attributes.role, "img");
  });
}

test("bars fill as many boxes as levels are held, and mark what is needed", () => {
  const drawn = bars(ROWS, LEVELS, 320, "", "");
  const full = all(drawn, "rect").filter((one) => String(one.attributes.class).endsWith("--held"));
  assert.equal(all(drawn, "rect").length, 12);
  assert.equal(full.length, 6);
  assert.equal(all(drawn, "path").length, 2);
});

const texts = (drawn, name) => all(drawn, "text").filter((one) => one.attributes.class === name).map((one) => one.children[0]);

test("the levels stand above the bars, or where there is no room beside the names", () => {
  assert.deepEqual(texts(bars(ROWS, LEVELS, 560, "", ""), "oer-self__head"), LEVELS);
  assert.deepEqual(texts(bars(ROWS, LEVELS, 560, "", ""), "oer-self__label"), ROWS.map((row) => row.name));
  const narrow = bars(ROWS, LEVELS, 256, "", "");
  assert.deepEqual(texts(narrow, "oer-self__head"), []);
  assert.equal(texts(narrow, "oer-self__label").join(" "), ROWS.map((row) => row.said).join(" "));
  assert.ok(texts(narrow, "oer-self__label").every((line) => 8 * line.length <= 252));
});

test("a name of several lines moves what stands below it", () => {
  const drawn = bars([{ ...ROWS[0], name: "many words ".repeat(20).trim() }, ROWS[1]], LEVELS, 560, "", "");
  const at = (tag) => all(drawn, tag).map((one) => Number(one.attributes.y));
  const names = texts(drawn, "oer-self__label").length - 1;
  assert.ok(names > 2);
  assert.ok(at("rect")[0] > at("text")[LEVELS.length + names - 1], "boxes below the last line");
  assert.ok(at("text").at(-1) > at("rect")[0] + 14 + 5, "the next name below the boxes and their mark");
  assert.ok(Number(drawn.attributes.height) >= at("rect").at(-1) + 24);
});

test("lines break at spaces, and inside a word that is too wide alone", () => {
  assert.deepEqual(lines("one two three", 60, (text) => 8 * text.length), ["one two", "three"]);
  assert.deepEqual(lines("a incomprehensible b", 48, (text) => 8 * text.length), ["a", "incomp", "rehens", "ible b"]);
  assert.deepEqual(lines("a\u00a0: b", 24, (text) => 8 * text.length), ["a\u00a0:", "b"], "not where no line may end");
});

test("rings are named from the inside out, and of very many not all", () => {
  assert.deepEqual(texts(radar(ROWS, LEVELS, 256, "", ""), "oer-self__level-name"), LEVELS);
  const many = Array.from({ length: 14 }, (_, at) => `L${at + 1}`);
  const named = texts(radar(ROWS, many, 256, "", ""), "oer-self__level-name");
  assert.ok(named.length < many.length / 2 && named.at(-1) === "L14");
  const [long] = texts(radar(ROWS, ["A level with a very long name indeed"], 256, "", ""), "oer-self__level-name");
  assert.ok(long.endsWith("…") && (8 * long.length * 12) / 14 <= 128);
  const side = (mirrored) => all(radar(ROWS, LEVELS, 256, "", "", mirrored), "text").find((one) => one.attributes.class === "oer-self__level-name").attributes.x;
  assert.deepEqual([side(false), side(true)], [132, 124]);
});

test("bars from right to left are the same bars, mirrored", () => {
  const boxes = (mirrored) => bars(ROWS, LEVELS, 320, "", "", mirrored).children.filter((one) => one.tag === "rect").map((one) => one.attributes);
  const [from, to] = [boxes(false), boxes(true)];
  assert.equal(from.length, to.length);
  from.forEach((box, at) => {
    assert.ok(Math.abs(320 - box.x - box.width - to[at].x) < 0.2, `${box.x} and ${to[at].x}`);
    assert.equal(box.class, to[at].class);
  });
});

test("a radar without a role has one shape and no second one", () => {
  const own = radar(ROWS.map((row) => ({ ...row, needed: 0 })), LEVELS, 320, "", "");
  assert.equal(all(own, "polygon").filter((one) => one.attributes.class === "oer-self__line").length, 0);
});

const GOOD = { schemaVersion: 1, statements: { users: ["b", "a", "a"] }, done: ["m2", "m1"], role: "adviser", hours: 6.5 };

test("answers come out as they went in, in order and once", () => {
  const found = clean(JSON.parse(JSON.stringify(GOOD)));
  assert.deepEqual(JSON.parse(JSON.stringify(found)), { ...GOOD, statements: { users: ["a", "b"] }, done: ["m1", "m2"] });
  assert.deepEqual(clean(JSON.parse(JSON.stringify(found))), found);
});

test("only fields that are known are taken over, and none that every object has", () => {
  const found = clean(JSON.parse('{"schemaVersion": 1, "statements": {"__proto__": ["a"], "constructor": ["b"]}, "more": 1}'));
  assert.deepEqual(Object.keys(found), ["schemaVersion", "statements", "done", "role", "hours"]);
  assert.equal(Object.getPrototypeOf(found.statements), null);
  assert.equal({}.a, undefined);
});

for (const [name, value] of Object.entries({
  nothing: null,
  "a text": "x",
  "another version": { ...GOOD, schemaVersion: 2 },
  "statements as a list": { ...GOOD, statements: [] },
  "a statement that is a number": { ...GOOD, statements: { users: [1] } },
  "modules that are no list": { ...GOOD, done: { m1: true } },
  "hours below nothing": { ...GOOD, hours: -1 },
  "hours as a text": { ...GOOD, hours: "6" },
  "a role that is a list": { ...GOOD, role: [] },
})) {
  test(`${name}: no answers`, () => assert.equal(clean(value), null));
}

test("hours are whole minutes, as on the command line", () => {
  assert.deepEqual([null, 0, 1.5, 0.99, 0.1].map(minutesIn), [null, 0, 90, 59, 6]);
});

test("what another part of the site keeps is believed only where it says done", () => {
  assert.deepEqual(doneIn({ modules: { a: { done: true }, b: { done: "yes" }, c: null, d: {} } }), ["a"]);
  for (const odd of [null, undefined, 3, "x", [], { modules: null }, { modules: "abc" }]) assert.deepEqual(doneIn(odd), []);
});

test("answers from a file join those that are here", () => {
  const here = clean({ schemaVersion: 1, statements: { a: ["x"] }, done: ["m"], role: "", hours: 3 });
  const there = clean({ schemaVersion: 1, statements: { a: ["y"], b: ["z"] }, done: ["n"], role: "r", hours: 9 });
  const made = joined(here, there);
  assert.deepEqual({ ...made.statements }, { a: ["x", "y"], b: ["z"] });
  assert.deepEqual([made.done, made.role, made.hours], [["m", "n"], "r", 3]);
});

test("what progress has as done is not taken as done a second time", () => {
  const answers = clean({ ...GOOD, done: ["a", "b"] });
  assert.deepEqual(beside(answers, ["b", "c"]).done, ["a"]);
  assert.deepEqual(answers.done, ["a", "b"], "the value itself stays");
});
