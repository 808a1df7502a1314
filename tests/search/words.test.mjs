// Words as search compares them, and the nearest of the site's own to one that was mistyped.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { distance, fold, isKnown, met, nearest, replaced, spaced, vocabulary, wordsOf } from "../../oer_build/theme/assets/oer/search-words.js";

const words = vocabulary("service services accessibility complaints consent procurement beta form from éthique DPIA need");

test("case, accents and like letters are folded as in the build", () => {
  for (const [text, folded] of JSON.parse(readFileSync(new URL("folding.json", import.meta.url), "utf8"))) {
    assert.equal(fold(text), folded, text);
  }
});

test("words are told apart by what is no letter and no figure", () => {
  assert.deepEqual(wordsOf("L’éthique, e-mail & C++ 2.0"), ["l", "ethique", "e", "mail", "c", "2", "0"]);
  assert.deepEqual(wordsOf(" … "), []);
});

/** Optimal string alignment the long way. */
function plain(a, b) {
  const table = Array.from({ length: a.length + 1 }, (_, i) => Array.from({ length: b.length + 1 }, (_, j) => i || j));
  for (let i = 0; i <= a.length; i += 1) for (let j = 0; j <= b.length; j += 1) {
    if (!i || !j) { table[i][j] = i + j; continue; }
    table[i][j] = Math.min(table[i - 1][j] + 1, table[i][j - 1] + 1, table[i - 1][j - 1] + Number(a[i - 1] !== b[j - 1]));
    if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) table[i][j] = Math.min(table[i][j], table[i - 2][j - 2] + 1);
  }
  return table[a.length][b.length];
}

test("a swap of neighbours is one mistake, and the limit holds", () => {
  assert.equal(distance("consnet", "consent", 2), 1);
  assert.equal(distance("abc", "abc", 0), 0);
  assert.equal(distance("", "abc", 2), 3);
  assert.equal(distance("abcdef", "uvwxyz", 2), 3, "more than the limit is the limit and one");
  assert.equal(distance("acessib", "accessibility", 1, true), 1, "the rest of a word that is being typed is no mistake");
  assert.equal(distance("𝒳a", "a𝒳", 1), 1, "letters outside the first plane are one letter");
});

test("the quick distance is the plain one on 3,000 pairs", () => {
  let seed = 7;
  const next = (most) => (seed = (seed * 1103515245 + 12345) % 2147483648) % most;
  const word = () => Array.from({ length: next(9) }, () => "abcd"[next(4)]).join("");
  for (let turn = 0; turn < 3000; turn += 1) {
    const [a, b, limit] = [word(), word(), next(4)];
    assert.equal(distance(a, b, limit), Math.min(plain(a, b), limit + 1), `${a} ${b} ${limit}`);
    const beginnings = Array.from({ length: b.length + 1 }, (_, at) => plain(a, b.slice(0, at)));
    assert.equal(distance(a, b, limit, true), Math.min(...beginnings, limit + 1), `${a} ${b}… ${limit}`);
  }
});

test("the nearest word is found, words of two letters are left alone", () => {
  assert.deepEqual(nearest(words, "complnts"), ["complaints"]);
  assert.deepEqual(nearest(words, "acessibilty"), ["accessibility"]);
  assert.deepEqual(nearest(words, "procurment"), ["procurement"]);
  assert.deepEqual(nearest(words, "ethqiue"), ["éthique"], "as it is written");
  assert.deepEqual(nearest(words, "dpai"), ["DPIA"]);
  assert.deepEqual(nearest(vocabulary("use user us"), "usr"), ["user", "use", "us"]);
  assert.deepEqual(nearest(words, "ne"), []);
  assert.deepEqual(nearest(words, "xylophone"), []);
  assert.deepEqual(nearest(words, "日本語の文"), []);
  assert.deepEqual(nearest(vocabulary(""), "consent"), []);
});

test("of words as near those that begin and end alike come first, then the most used", () => {
  assert.deepEqual(nearest(words, "servicee"), ["service", "services"]);
  assert.deepEqual(nearest(vocabulary("cart part port"), "pxrt"), ["part", "port"]);
  assert.deepEqual(nearest(vocabulary("cane bane lane"), "xane"), ["cane", "bane", "lane"]);
  assert.deepEqual(nearest(vocabulary("complete complaints"), "complnts"), ["complaints", "complete"]);
  assert.equal(nearest(vocabulary("cane bane lane mane"), "xane").length, 3);
});

test("half a word is forgiven too, where no whole one is near", () => {
  assert.deepEqual(nearest(words, "acessib"), ["accessibility"]);
  assert.deepEqual(nearest(words, "fromm"), ["from", "form"].slice(0, 1));
});

test("a word is known when one begins so", () => {
  assert.ok(isKnown(words, "access"));
  assert.ok(isKnown(words, "dpia"));
  assert.ok(!isKnown(words, "acess"));
});

test("other words take the place of some, and signs stay", () => {
  assert.equal(replaced("Consnet, please!  ÉTHQIUE", new Map([["consnet", "consent"], ["ethqiue", "éthique"]])), "consent, please! éthique");
});

test("what was found is held against what was asked for", () => {
  assert.equal(met("acces", ["accessible"]), "sure");
  assert.equal(met("policys", ["policy"]), "sure");
  assert.equal(met("identities", ["identity"]), "like");
  assert.equal(met("الخدمه", ["خدمه"]), "like", "languages that put letters before a word");
  assert.equal(met("servces", ["serve"]), "far");
  assert.equal(met("consnet", ["con", "const"]), "far");
  assert.equal(met("complants", ["digcomp"]), "none");
  assert.equal(met("xylophone", ["x", ""]), "none");
  assert.equal(met("xylophone", []), "none");
});

test("no mistakes are looked for in scripts without spaces", () => {
  assert.ok(spaced("الخدمة העם служба"));
  assert.ok(!spaced("公共サービス"));
  assert.ok(!spaced("บริการ"));
});
