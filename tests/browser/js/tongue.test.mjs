// How scripts say something: with what put in, and how long it takes.
import assert from "node:assert/strict";
import { test } from "node:test";
import { fill, inWords, leftInWords } from "../../../oer_build/theme/assets/oer/tongue.js";

test("words in braces are filled once and by name", () => {
  assert.equal(fill("{a} of {b}, {c}", { a: "{b}", b: 2 }), "{b} of 2, {c}");
  assert.equal(fill("{constructor}", {}), "{constructor}");
  assert.equal(fill("{a} of {b}", { a: "$&", b: "<b>" }), "$& of <b>", "values stay as they are");
  assert.equal(fill(undefined, { a: 1 }), "");
});

test("lengths are said in the language of the page", () => {
  assert.deepEqual([4, -1, 60, 65, 80, 0].map((one) => inWords(one, "en-GB")), ["4 minutes", "1 minute", "1 hour", "1 hour 5 minutes", "1 hour 20 minutes", "0 minutes"]);
  assert.deepEqual([inWords(4, "fr"), inWords(4, "es"), inWords(60, "de")], ["4 minutes", "4 minutos", "1 Stunde"]);
  assert.equal(leftInWords(260_000, "en-GB"), "4 minutes 20 seconds");
  assert.equal(leftInWords(3_600_001, "en-GB"), "1 hour 1 second");
  assert.equal(leftInWords(0, "en-GB"), "0 seconds");
});
