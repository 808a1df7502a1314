// The search of the offline copy: the calls and answers of Pagefind, on a few pages.
import assert from "node:assert/strict";
import { test } from "node:test";
import { engine, excerpt, fold } from "../../oer_build/offline/browser/search.js";

const page = (title, ...sections) => ({
  url: `${fold(title)}/index.html`, title, description: "", weight: 1, sections,
});
const search = engine([
  page("Consent", ["", "Consent", "How to ask people."], ["forms", "Forms", "A form with a box for consent & <b>."]),
  page("Écoute", ["", "Écoute", "Listening to people. Consent once."]),
  page("公務員", ["", "公務員", "日本の公共サービス"]),
]);
const urls = async (query) => (await search.search(query)).results.map((one) => one.id);

test("words are found by how they begin, and titles come first", async () => {
  assert.deepEqual(await urls("cons"), ["consent/index.html", "ecoute/index.html"]);
  assert.deepEqual(await urls("onsent"), []);
});

test("case and accents do not matter", async () => {
  assert.deepEqual(await urls("ECOUTE"), ["ecoute/index.html"]);
  assert.deepEqual(await urls("écou"), ["ecoute/index.html"]);
});

test("every word must be on the page", async () => {
  assert.deepEqual(await urls("people listening"), ["ecoute/index.html"]);
  assert.deepEqual(await urls("people xylophone"), []);
  assert.deepEqual(await urls("..."), []);
});

test("scripts without spaces are found inside", async () => {
  assert.deepEqual(await urls("公共"), ["公務員/index.html"]);
});

test("without a query every page is listed", async () => {
  assert.equal((await search.search(null)).results.length, 3);
});

test("words in quotes stand side by side, whole", async () => {
  assert.deepEqual(await urls('"for consent"'), ["consent/index.html"]);
  assert.deepEqual(await urls('"consent for"'), []);
  assert.deepEqual(await urls('"cons"'), []);
});

test("a result leads to its parts, and an excerpt marks words and is safe HTML", async () => {
  const [first] = (await search.search("consent box")).results;
  const data = await first.data();
  assert.equal(data.meta.title, "Consent");
  assert.deepEqual(data.sub_results.map((part) => part.url), ["consent/index.html#forms", "consent/index.html"]);
  assert.equal(data.sub_results[0].excerpt, "A form with a <mark>box</mark> for <mark>consent</mark> &amp; &lt;b&gt;.");
});

test("a long text is cut around what was found", () => {
  const text = `${"word ".repeat(40)}needle ${"word ".repeat(40)}`;
  const cut = excerpt(text, ["need"]);
  assert.match(cut, /^… (word ){12}<mark>needle<\/mark>( word){11} …$/);
});
