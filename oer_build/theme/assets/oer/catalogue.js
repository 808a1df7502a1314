// @ts-check
/** @file The catalogue: filters and sorts the table that the server drew whole. The address keeps the state.
 *
 * Contract: [data-oer-catalogue] holds a form with fields named after data attributes of the rows (a text
 * field `q`, selects such as `level`, groups of radio buttons such as `kind`; an empty value wants nothing; a choice may
 * end in how many rows have it, in brackets), an element with role=status, one of class oer-catalogue__none with a button
 * that resets the form, and a <table> whose rows carry data-<field> (several values: spaces) and whose sortable headers
 * carry data-sort="text|number". For phones, where the headers are not shown: a button with data-oer-fold that opens the
 * form, and in it a select with data-oer-order, which gets its choices from the headers. */

import { fill, tongue } from "./tongue.js";

const root = /** @type {HTMLElement} */ (document.querySelector("[data-oer-catalogue]"));
const form = root.querySelector("form");
const table = root.querySelector("table");
const body = table?.tBodies[0];
const status = /** @type {HTMLElement | null} */ (root.querySelector("[role=status]"));
const nothing = /** @type {HTMLElement | null} */ (root.querySelector(".oer-catalogue__none"));
const opener = /** @type {HTMLElement | null} */ (root.querySelector("[data-oer-fold]"));
const orders = /** @type {HTMLSelectElement | null} */ (root.querySelector("[data-oer-order]"));
/** At the end of a choice: how many rows have it. */
const NUMBER = /\(\d+\)$/;
const rows = /** @type {HTMLTableRowElement[]} */ (body ? [...body.rows] : []);
const order = new Map(rows.map((row, at) => [row, at]));
const text = new Map(rows.map((row) => [row, fold(`${row.textContent} ${row.dataset.text ?? ""}`)]));
/** @type {{column: string, down: boolean}} */
let sort = { column: "", down: false };

/** @param {string} words */
function fold(words) {
  return words.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}

/** Fields by name. A group of radio buttons is one field, whose value is that of the button that is checked.
 * @type {Map<string, HTMLInputElement | HTMLSelectElement | RadioNodeList>} */
const fields = new Map();
for (const one of form?.elements ?? []) {
  const name = one instanceof HTMLInputElement || one instanceof HTMLSelectElement ? one.name : "";
  if (name) fields.set(name, /** @type {any} */ (form?.elements.namedItem(name)));
}

/** Whether a row has what one field asks for. @param {HTMLTableRowElement} row @param {string} name @param {string} value */
function has(row, name, value) {
  if (!value) return true;
  if (name === "q") return fold(value).split(/\s+/).every((word) => text.get(row)?.includes(word));
  const own = row.dataset[name] ?? "";
  const field = fields.get(name);
  if (field instanceof HTMLSelectElement && field.dataset.compare === "max") return Number(own) > 0 && Number(own) <= Number(value);
  return own.split(/\s+/).includes(value);
}

/** Whether a row has what all fields ask for, or all but one. @param {HTMLTableRowElement} row @param {string} [but] */
const wanted = (row, but = "") => [...fields].every(([name, field]) => name === but || has(row, name, field.value.trim()));

/** Each choice that says how many rows have it: the text that ends in the number, its field and its value.
 * @type {{words: Element, name: string, value: string}[]} */
const counted = [...(form?.querySelectorAll("option, input[type=radio]") ?? [])].flatMap((choice) => {
  const words = choice instanceof HTMLOptionElement ? choice : choice.nextElementSibling;
  const of = choice instanceof HTMLInputElement ? choice : choice.closest("select");
  const value = /** @type {HTMLOptionElement | HTMLInputElement} */ (choice).value;
  return words && of && value && NUMBER.test(words.textContent ?? "") ? [{ words, name: of.name, value }] : [];
});

/** Says with each choice how many rows it leaves beside what the other fields ask for. */
function recount() {
  for (const { words, name, value } of counted) {
    const left = rows.filter((row) => wanted(row, name) && has(row, name, value)).length;
    words.textContent = (words.textContent ?? "").replace(NUMBER, `(${left})`);
  }
}

function filter() {
  let count = 0;
  for (const row of rows) {
    row.hidden = !wanted(row);
    if (!row.hidden) count += 1;
  }
  recount();
  if (status) {
    const one = new Intl.PluralRules(tongue()).select(count) === "one";
    const said = !count ? root.dataset.none : one ? root.dataset.one : root.dataset.other;
    status.textContent = fill(said, { count, total: rows.length });
  }
  if (nothing) nothing.hidden = count > 0;
  if (table) table.hidden = !count;
}

/** @param {HTMLTableRowElement} row @param {number} at */
const cell = (row, at) => row.cells[at]?.dataset.value ?? row.cells[at]?.textContent?.trim() ?? "";

function arrange() {
  const heads = /** @type {HTMLElement[]} */ ([...(table?.tHead?.rows[0]?.cells ?? [])]);
  for (const head of heads) head.removeAttribute("aria-sort");
  const at = heads.findIndex((head) => head.dataset.name === sort.column);
  const sorted = [...rows];
  if (at < 0) sorted.sort((one, two) => (order.get(one) ?? 0) - (order.get(two) ?? 0));
  else {
    heads[at].setAttribute("aria-sort", sort.down ? "descending" : "ascending");
    const compare = new Intl.Collator(tongue(), { numeric: true, sensitivity: "base" }).compare;
    const number = heads[at].dataset.sort === "number";
    sorted.sort((one, two) => {
      const order = number ? Number(cell(one, at)) - Number(cell(two, at)) : compare(cell(one, at), cell(two, at));
      return sort.down ? -order : order;
    });
  }
  body?.append(...sorted);
  if (orders) orders.value = sort.column && (sort.down ? "-" : "") + sort.column;
}

/** @param {boolean} open */
function unfold(open) {
  form?.toggleAttribute("data-folded", !open);
  opener?.setAttribute("aria-expanded", String(open));
}

function keep() {
  const query = new URLSearchParams();
  for (const [name, field] of fields) if (field.value.trim()) query.set(name, field.value.trim());
  if (sort.column) query.set("sort", (sort.down ? "-" : "") + sort.column);
  const said = String(query) && `?${query}`; // older browsers do not know how many there are
  history.replaceState(null, "", `${location.pathname}${said}${location.hash}`);
}

function recall() {
  const query = new URLSearchParams(location.search);
  for (const [name, field] of fields) {
    if (field.value) continue; // typed or chosen before this script was there
    const value = query.get(name) ?? "";
    const choices = field instanceof HTMLSelectElement ? field.options : field instanceof RadioNodeList ? field : null;
    const known = !choices || [...choices].some((choice) => "value" in choice && choice.value === value);
    field.value = known ? value : "";
    const folded = field instanceof Element && field.value ? field.closest("details") : null;
    if (folded) folded.open = true;
  }
  if ([...fields.values()].some((field) => field.value)) unfold(true);
  const column = query.get("sort") ?? "";
  sort = { column: column.replace(/^-/, ""), down: column.startsWith("-") };
}

if (table && body) {
  [...(table.tHead?.rows[0]?.cells ?? [])].forEach((head, at) => {
    if (!head.dataset.sort) return;
    head.dataset.name ||= String(at);
    const [name, title] = [head.dataset.name, head.textContent ?? ""];
    orders?.add(new Option(title, name));
    orders?.add(new Option(fill(orders.dataset.reverse, { column: title }), `-${name}`));
    const button = document.createElement("button");
    button.type = "button";
    button.className = "oer-sort";
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => {
      const column = head.dataset.name ?? "";
      sort = sort.column !== column ? { column, down: false } : { column, down: !sort.down };
      arrange();
      keep();
    });
  });
  opener?.addEventListener("click", () => unfold(opener.getAttribute("aria-expanded") === "false"));
  orders?.addEventListener("change", () => {
    sort = { column: orders.value.replace(/^-/, ""), down: orders.value.startsWith("-") };
    arrange();
    keep();
  });
  if (form) {
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("input", (event) => {
      if (event.target === orders) return;
      filter();
      keep();
    });
    form.addEventListener("reset", () =>
      setTimeout(() => {
        for (const field of fields.values()) field.value = "";
        if (nothing?.contains(document.activeElement)) status?.focus(); // the button goes away
        filter();
        arrange(); // the order stays as it is
        keep();
      }),
    );
  }
  recall();
  arrange();
  filter();
}
