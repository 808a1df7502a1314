// @ts-check
/** @file Answers of a self-assessment and their picture, as values. Pure: knows no page and no storage. */

/** What is kept, exported and imported. `hours` is null where somebody takes as long as it takes.
 * @typedef {{schemaVersion: 1, statements: Record<string, string[]>, done: string[], role: string, hours: number | null}} Answers */
/** A competency in the picture: levels held and needed, counted from the lowest. `said`: its name with both in words.
 * @typedef {{short: string, name: string, said: string, held: number, needed: number}} Row */
/** An element of a picture. @typedef {{tag: string, attributes: Record<string, string | number>, children: (Drawn | string)[]}} Drawn */

/** @returns {Answers} */
export const nothing = () => ({ schemaVersion: 1, statements: Object.create(null), done: [], role: "", hours: null });

/** @param {unknown} value @returns {value is string[]} */
const texts = (value) => Array.isArray(value) && value.every((one) => typeof one === "string");

/** Answers from outside: the value if it is one, with the fields that we know only; null otherwise.
 * @param {any} value @returns {Answers | null} */
export function clean(value) {
  if (typeof value !== "object" || value === null || value.schemaVersion !== 1) return null;
  const { statements = {}, done = [], hours = null } = value;
  const role = value.role ?? "";
  if (typeof statements !== "object" || statements === null || Array.isArray(statements)) return null;
  if (!texts(done) || typeof role !== "string" || !(hours === null || isHours(hours))) return null;
  const made = nothing();
  for (const [competency, chosen] of Object.entries(statements)) {
    if (!texts(chosen)) return null;
    if (chosen.length) made.statements[competency] = [...new Set(chosen)].sort();
  }
  return { ...made, done: [...new Set(done)].sort(), role, hours };
}

/** What is kept here and what a file brings: the statements of both, and of the rest what is here already.
 * @param {Answers} here @param {Answers} there @returns {Answers} */
export function joined(here, there) {
  const made = nothing();
  for (const name of [...new Set([...Object.keys(here.statements), ...Object.keys(there.statements)])].sort()) {
    made.statements[name] = [...new Set([...(here.statements[name] ?? []), ...(there.statements[name] ?? [])])].sort();
  }
  return { ...made, done: [...new Set([...here.done, ...there.done])].sort(), role: here.role || there.role, hours: here.hours ?? there.hours };
}

/** Modules that are taken as done of which progress does not say so itself: from there on progress decides, and "Mark as
 * not done" in the module takes the module back. @param {Answers} answers @param {string[]} marked done as progress has it
 * @returns {Answers} */
export const beside = (answers, marked) => ({ ...answers, done: answers.done.filter((name) => !marked.includes(name)) });

/** @param {unknown} value @returns {value is number} */
export const isHours = (value) => typeof value === "number" && value >= 0 && value <= 1_000_000;

/** Hours as whole minutes, as `oer path` counts them. @param {number | null} hours */
export const minutesIn = (hours) => (hours === null ? null : Math.floor(hours * 60));

/** Modules that are done, as another part of the site keeps them; nothing where it is anything else.
 * @param {any} value @returns {string[]} */
export function doneIn(value) {
  const modules = value?.modules;
  if (typeof modules !== "object" || modules === null) return [];
  return Object.keys(modules).filter((name) => modules[name]?.done === true);
}

/** @param {string} tag @param {Record<string, string | number>} attributes @param {...(Drawn | string)} children @returns {Drawn} */
const element = (tag, attributes, ...children) => ({ tag, attributes, children });
/** @param {number} value */
const rounded = (value) => Math.round(value * 10) / 10;

/** The frame of a picture, which says in words what it shows.
 * @param {number} width @param {number} height @param {string} title @param {string} description @param {Drawn[]} parts */
const frame = (width, height, title, description, parts) =>
  element(
    "svg",
    { class: "oer-self__picture", viewBox: `0 0 ${width} ${height}`, width, height, role: "img", "aria-labelledby": "oer-picture-title oer-picture-desc" },
    element("title", { id: "oer-picture-title" }, title),
    element("desc", { id: "oer-picture-desc" }, description),
    ...parts,
  );

/** How wide a text is at 14 px, in bold. @callback Measure @param {string} text @returns {number} */
/** Without a page to ask: most letters are less wide. @type {Measure} */
const guessed = (text) => 8 * text.length;
const RING = 12 / 14;
const LEADING = 18;

/** A text in lines no wider than the room; a word that is wider alone is cut.
 * @param {string} text @param {number} room @param {Measure} measure */
export function lines(text, room, measure) {
  /** @type {string[]} */
  const made = [];
  let line = "";
  for (const word of text.split(" ")) {
    const longer = line ? `${line} ${word}` : word;
    if (line && measure(longer) > room) made.push(line);
    line = line && measure(longer) > room ? word : longer;
    while (measure(line) > room && [...line].length > 1) {
      const part = shortened(line, room, measure);
      made.push(part);
      line = line.slice(part.length);
    }
  }
  return [...made, line];
}

/** As much of a text as the room has, and a sign at least. @param {string} text @param {number} room @param {Measure} measure */
function shortened(text, room, measure) {
  const signs = [...text];
  while (signs.length > 1 && measure(signs.join("")) > room) signs.pop();
  return signs.join("");
}

/** A row of boxes for each competency, one a level: filled up to the level that is held, with a mark under the one that
 * is needed. The levels stand above; where there is no room for them, what is held and needed is said beside the name.
 * @param {Row[]} rows @param {string[]} levels titles @param {number} width @param {string} title @param {string} description
 * @param {boolean} [mirrored] from right to left @param {Measure} [measure] */
export function bars(rows, levels, width, title, description, mirrored = false, measure = guessed) {
  /** @param {number} x */
  const place = (x) => rounded(mirrored ? width - x : x);
  const step = (width - 4) / levels.length;
  const headed = levels.every((level) => measure(level) <= step - 6);
  const heads = headed ? levels.map((level, rank) => element("text", { class: "oer-self__head", x: place(2 + rank * step), y: 14 }, level)) : [];
  let top = headed ? 24 : 0;
  const parts = rows.flatMap((row) => {
    const text = lines(headed ? row.name : row.said, width - 4, measure);
    const names = text.map((line, at) => element("text", { class: "oer-self__label", x: place(2), y: top + 16 + at * LEADING }, line));
    const under = top + 22 + (text.length - 1) * LEADING;
    const boxes = levels.map((_, rank) =>
      element("rect", { class: `oer-self__part${rank < row.held ? " oer-self__part--held" : ""}`, x: place(2 + rank * step + (mirrored ? step - 3 : 0)), y: under, width: rounded(step - 3), height: 14 }),
    );
    const mark = element("path", { class: "oer-self__mark", d: `M${place(2)} ${under + 19}H${place(2 + row.needed * step - 3)}m0 -5v10` });
    top = under + 30;
    return [...names, ...boxes, ...(row.needed ? [mark] : [])];
  });
  return frame(width, top, title, description, [...heads, ...parts]);
}

/** An axis for each competency, a ring for each level, and two shapes. Rings are named along the first axis.
 * @param {Row[]} rows @param {string[]} levels titles @param {number} width @param {string} title @param {string} description
 * @param {boolean} [mirrored] whether writing runs from right to left @param {Measure} [measure] */
export function radar(rows, levels, width, title, description, mirrored = false, measure = guessed) {
  const middle = width / 2;
  const radius = middle - 34;
  /** @param {number} at @param {number} rank */
  const point = (at, rank) => {
    const angle = (2 * Math.PI * at) / rows.length;
    const far = (radius * rank) / levels.length;
    return [rounded(middle + far * Math.sin(angle)), rounded(middle - far * Math.cos(angle))];
  };
  /** @param {(row: Row) => number} rank @param {string} name */
  const shape = (rank, name) => element("polygon", { class: name, points: rows.map((row, at) => point(at, rank(row)).join(",")).join(" ") });
  const rings = levels.map((_, rank) => shape(() => rank + 1, "oer-self__ring"));
  /** Where the short names of the competencies stand. */
  const ends = rows.map((_, at) => point(at, levels.length * (1 + 18 / radius)));
  const axes = rows.flatMap((row, at) => {
    const [x2, y2] = point(at, levels.length);
    const [x, y] = ends[at];
    return [element("line", { class: "oer-self__axis", x1: middle, y1: middle, x2, y2 }), element("text", { class: "oer-self__label", x, y: rounded(y + 5), "text-anchor": "middle" }, row.short)];
  });
  const dots = rows.filter((row) => row.held).map((row) => point(rows.indexOf(row), row.held));
  /** The name of a ring, below it and beside the axis, as much of it as fits before the name of a competency. */
  const ringName = (/** @type {string} */ level, /** @type {number} */ rank) => {
    const y = point(0, rank + 1)[1] + 12;
    const sides = ends.map(([x, end], at) =>
      Math.abs(end - y + 4) < 14 && (mirrored ? x < middle - 1 : x > middle + 1) ? Math.abs(x - middle) - measure(rows[at].short) / 2 : middle,
    );
    const room = (Math.min(...sides) - 10) / RING;
    const text = measure(level) <= room ? level : `${shortened(level, room - measure("…"), measure)}…`;
    return element("text", { class: "oer-self__level-name", x: middle + (mirrored ? -4 : 4), y }, text);
  };
  // Of rings that lie close together not all are named; the outermost is.
  const each = Math.ceil((14 * levels.length) / radius);
  const names = levels.map(ringName).filter((_, rank) => levels[rank] && (levels.length - 1 - rank) % each === 0);
  return frame(width, width, title, description, [
    ...rings,
    ...axes,
    shape((row) => row.held, "oer-self__area"),
    ...dots.map(([cx, cy]) => element("circle", { class: "oer-self__dot", cx, cy, r: 4 })),
    ...(rows.some((row) => row.needed) ? [shape((row) => row.needed, "oer-self__line")] : []),
    ...names,
  ]);
}

const SVG = "http://www.w3.org/2000/svg";

/** A picture as nodes of a document. @param {Drawn} drawn @param {Document} page @returns {SVGElement} */
export function nodes(drawn, page) {
  const made = page.createElementNS(SVG, drawn.tag);
  for (const [name, value] of Object.entries(drawn.attributes)) made.setAttribute(name, String(value));
  made.append(...drawn.children.map((child) => (typeof child === "string" ? child : nodes(child, page))));
  return made;
}
