// Other names of what was asked for, and facets of what was found.
import assert from "node:assert/strict";
import { test } from "node:test";
import { counts, fewer, groups, passing, ranked, valuesOf } from "../../oer_build/theme/assets/oer/search-facets.js";
import { ways } from "../../oer_build/theme/assets/oer/search-names.js";

const terms = [
  ["artificial intelligence", "AI"],
  ["privacy impact assessment", "data protection impact assessment", "DPIA"],
  ["discovery phase", "discovery"],
  ["open licence", "share-alike"],
  ["privacy by design", "data protection by design"],
  ["digital public infrastructure", "DPI"],
  ["API", "application programming interface"],
];
const queries = (question) => ways(question, terms).map(({ query, exact }) => (exact ? `"${query}"` : query));

test("an abbreviation finds what it stands for, and is no beginning of a word", () => {
  assert.deepEqual(queries("ai"), ['"ai"', '"artificial intelligence"']);
  assert.deepEqual(queries("APIs"), ['"APIs"', '"application programming interface"']);
});

test("a term finds all its other names, side by side", () => {
  assert.deepEqual(queries("Data protection impact assessment"), ["Data protection impact assessment", '"privacy impact assessment"', '"DPIA"']);
});

test("a term in a longer question is put in its place", () => {
  assert.deepEqual(queries("who signs a DPIA, and when"), [
    "who signs a DPIA, and when",
    "who signs a privacy impact assessment and when",
    "who signs a data protection impact assessment and when",
  ]);
});

test("a name that only says more finds nothing new", () => {
  assert.deepEqual(queries("discovery"), ["discovery"]);
  assert.deepEqual(queries("discovery phase"), ["discovery phase", '"discovery"']);
});

test("the longer of two names counts, and words must be whole", () => {
  assert.deepEqual(queries("data protection by design"), ["data protection by design", '"privacy by design"']);
  assert.deepEqual(queries("aim"), ["aim"]);
  assert.deepEqual(queries("Share Alike"), ["Share Alike", '"open licence"']);
});

test("no question and no terms are no trouble", () => {
  assert.deepEqual(queries(""), [""]);
  assert.deepEqual(queries("…"), ["…"]);
  assert.equal(ways("AI", []).length, 1);
  assert.equal(ways("AI", [["AI"], [], [""]]).length, 1);
});

test("no more than four other names are looked for", () => {
  assert.equal(ways("one", [["one", "two", "three", "four", "five", "six", "seven"]]).length, 5);
});

const data = {
  ids: ["a", "b", "c", "d"],
  facets: { kind: { Module: [0, 1, 2], Story: [3] }, level: { Aware: [0], Working: [0, 1] }, time: { Short: [1, 2, 9] } },
  names: [],
  languages: [],
};
const pages = valuesOf(data);
const all = ["c", "a", "b", "d", "unknown"];

test("pages have their values, and what the file does not know has none", () => {
  assert.deepEqual(pages.get("a"), { kind: ["Module"], level: ["Aware", "Working"] });
  assert.deepEqual(pages.get("d"), { kind: ["Story"] });
  assert.equal(pages.get("unknown"), undefined);
});

test("values of one facet add, facets narrow", () => {
  assert.deepEqual(passing(all, pages, {}), all);
  assert.deepEqual(passing(all, pages, { kind: [] }), all);
  assert.deepEqual(passing(all, pages, { kind: ["Module", "Story"] }), ["c", "a", "b", "d"]);
  assert.deepEqual(passing(all, pages, { kind: ["Module"], level: ["Working"] }), ["a", "b"]);
  assert.deepEqual(passing(all, pages, { level: ["Nonsense"] }), []);
});

test("a facet counts under the filters of the others, so that a second value can be added", () => {
  assert.deepEqual(counts(all, pages, { level: ["Aware"] }, "level"), [["Working", 2], ["Aware", 1]]);
  assert.deepEqual(counts(all, pages, { level: ["Aware"] }, "kind"), [["Module", 1]]);
  assert.deepEqual(counts(all, pages, { level: ["Nonsense"] }, "level"), [["Working", 2], ["Aware", 1], ["Nonsense", 0]]);
});

test("each count is what choosing the value gives", () => {
  for (const name of Object.keys(data.facets)) {
    for (const [value, count] of counts(all, pages, { kind: ["Module"] }, name)) {
      assert.equal(passing(all, pages, { kind: ["Module"], [name]: [value] }).length, count, `${name} ${value}`);
    }
  }
});

test("fewer filters that find something are named, the fewest left out first", () => {
  assert.deepEqual(fewer(all, pages, { kind: ["Story"], level: ["Aware"] }), [
    { names: ["kind"], count: 1 },
    { names: ["level"], count: 1 },
    { names: ["kind", "level"], count: 5 },
  ]);
  assert.deepEqual(fewer(all, pages, { level: ["Nonsense"] }), [{ names: ["level"], count: 5 }]);
  assert.deepEqual(fewer([], pages, { level: ["Aware"] }), []);
  assert.deepEqual(fewer(all, pages, {}), []);
});

test("results come by kind, in the order of the best of each", () => {
  assert.deepEqual([...groups(["d", "a", "unknown", "b"], pages, "kind")], [["Story", ["d"]], ["Module", ["a", "b"]], ["", ["unknown"]]]);
  assert.deepEqual(ranked([["", ["u"]], ["Story", ["d"]], ["Module", ["a"]]], ["Module", "Course", "Story"]), [["Module", ["a"]], ["Story", ["d"]], ["", ["u"]]]);
});
