// @ts-check
/** @file The catalogue: filters and sorts the table that the server drew whole. The address keeps the state.
 *
 * Contract: [data-oer-catalogue] holds a <form hidden> with fields named after data attributes of the rows (a text
 * field `q`, selects `level`, `competency`, `time`, `status`, `language`), an element with role=status, and a <table>
 * whose rows carry data-<field> (several values: spaces) and whose sortable headers carry data-sort="text|number". */

const root = /** @type {HTMLElement} */ (document.querySelector("[data-oer-catalogue]"));
const form = root.querySelector("form");
const table = root.querySelector("table");
const body = table?.tBodies[0];
const status = root.querySelector("[role=status]");
const rows = /** @type {HTMLTableRowElement[]} */ (body ? [...body.rows] : []);
const order = new Map(rows.map((row, at) => [row, at]));
const text = new Map(rows.map((row) => [row, fold(`${row.textContent} ${row.dataset.text ?? ""}`)]));
const language = document.documentElement.lang || undefined;
/** @type {{column: string, down: boolean}} */
let sort = { column: "", down: false };

/** @param {string} words */
function fold(words) {
  return words.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").toLocaleLowerCase();
}

/** @type {(HTMLInputElement | HTMLSelectElement)[]} */
const fields = form ? /** @type {any} */ ([...form.elements].filter((one) => "name" in one && one.name && one.tagName !== "BUTTON")) : [];

/** @param {HTMLTableRowElement} row */
const wanted = (row) =>
  fields.every((field) => {
    const value = field.value.trim();
    if (!value) return true;
    if (field.name === "q") return fold(value).split(/\s+/).every((word) => text.get(row)?.includes(word));
    const has = row.dataset[field.name] ?? "";
    if (field.dataset.compare === "max") return Number(has) > 0 && Number(has) <= Number(value);
    return has.split(/\s+/).includes(value);
  });

function filter() {
  let count = 0;
  for (const row of rows) {
    row.hidden = !wanted(row);
    if (!row.hidden) count += 1;
  }
  if (status) {
    const said = count === 1 ? root.dataset.one || "1 module of {total}" : root.dataset.other || "{count} modules of {total}";
    status.textContent = said.replace("{count}", String(count)).replace("{total}", String(rows.length));
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
    const compare = new Intl.Collator(language, { numeric: true, sensitivity: "base" }).compare;
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
  for (const field of fields) if (field.value.trim()) query.set(field.name, field.value.trim());
  if (sort.column) query.set("sort", (sort.down ? "-" : "") + sort.column);
  history.replaceState(null, "", `${location.pathname}${query.size ? `?${query}` : ""}${location.hash}`);
}

function recall() {
  const query = new URLSearchParams(location.search);
  for (const field of fields) {
    const value = query.get(field.name) ?? "";
    const known = !(field instanceof HTMLSelectElement) || [...field.options].some((option) => option.value === value);
    if (known) field.value = value;
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
    form.hidden = false;
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("input", () => {
      filter();
      keep();
    });
    form.addEventListener("reset", () =>
      setTimeout(() => {
        for (const field of fields) field.value = "";
        filter();
        keep();
      }),
    );
  }
  recall();
  arrange();
  filter();
}
