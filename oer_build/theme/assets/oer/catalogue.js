// @ts-check
/** @file The catalogue: filters and sorts the table that the server drew whole. The address keeps the state.
 *
 * Contract: [data-oer-catalogue] holds a form with fields named after data attributes of the rows (a text
 * field `q`, selects such as `level`, groups of radio buttons such as `kind`; an empty value wants nothing), an element
 * with role=status, and a <table> whose rows carry data-<field> (several values: spaces) and whose sortable headers
 * carry data-sort="text|number". */

import { fill, tongue } from "./tongue.js";

const root = /** @type {HTMLElement} */ (document.querySelector("[data-oer-catalogue]"));
const form = root.querySelector("form");
const table = root.querySelector("table");
const body = table?.tBodies[0];
const status = root.querySelector("[role=status]");
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

/** @param {HTMLTableRowElement} row */
const wanted = (row) =>
  [...fields].every(([name, field]) => {
    const value = field.value.trim();
    if (!value) return true;
    if (name === "q") return fold(value).split(/\s+/).every((word) => text.get(row)?.includes(word));
    const has = row.dataset[name] ?? "";
    if (field instanceof HTMLSelectElement && field.dataset.compare === "max") return Number(has) > 0 && Number(has) <= Number(value);
    return has.split(/\s+/).includes(value);
  });

function filter() {
  let count = 0;
  for (const row of rows) {
    row.hidden = !wanted(row);
    if (!row.hidden) count += 1;
  }
  if (status) {
    const one = new Intl.PluralRules(tongue()).select(count) === "one";
    status.textContent = fill(one ? root.dataset.one : root.dataset.other, { count, total: rows.length });
  }
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
}

function keep() {
  const query = new URLSearchParams();
  for (const [name, field] of fields) if (field.value.trim()) query.set(name, field.value.trim());
  if (sort.column) query.set("sort", (sort.down ? "-" : "") + sort.column);
  history.replaceState(null, "", `${location.pathname}${query.size ? `?${query}` : ""}${location.hash}`);
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
  const column = query.get("sort") ?? "";
  sort = { column: column.replace(/^-/, ""), down: column.startsWith("-") };
}

if (table && body) {
  [...(table.tHead?.rows[0]?.cells ?? [])].forEach((head, at) => {
    if (!head.dataset.sort) return;
    head.dataset.name ||= String(at);
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
  if (form) {
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("input", () => {
      filter();
      keep();
    });
    form.addEventListener("reset", () =>
      setTimeout(() => {
        for (const field of fields.values()) field.value = "";
        filter();
        keep();
      }),
    );
  }
  recall();
  arrange();
  filter();
}
