// @ts-check
/** @file The details of a module or of a cell of the map, as the content of its panel. */
import { fill } from "./tongue.js";
import { base, read } from "./store.js";

/** @typedef {import("./map-state.js").Data} Data */
/** @typedef {ReturnType<typeof import("./map-state.js").answer>} Answer */

/**
 * @param {string} tag
 * @param {(Node | string)[]} content
 * @param {string} [name]
 */
function make(tag, content, name = "") {
  const made = document.createElement(tag);
  if (name) made.className = name;
  made.append(...content);
  return made;
}

/**
 * @param {Data} data
 * @param {Record<string, string>} words
 * @param {Record<string, string>} standings
 */
export function details(data, words, standings) {
  const modules = new Map(data.modules.map((one) => [one.identifier, one]));
  const names = new Map(data.competencies.map((one) => [one.identifier, one.name]));
  const titles = new Map(data.columns.map((one) => [one.identifier, one.title]));
  /** @type {Map<string, string[]>} */
  const after = new Map();
  for (const one of data.modules) for (const need of one.requires) after.set(need, [...(after.get(need) ?? []), one.identifier]);

  /** @param {string} path @param {string} text @param {string} [name] */
  function link(path, text, name = "") {
    const made = /** @type {HTMLAnchorElement} */ (make("a", [text], name));
    made.href = new URL(path, base).href;
    return made;
  }
  /** A module that opens in the panel. @param {string} identifier */
  function moduleLink(identifier) {
    const made = link(`modules/${identifier}/`, modules.get(identifier)?.title ?? identifier);
    made.dataset.module = identifier;
    made.lang = modules.get(identifier)?.language ?? "";
    if (!made.lang) made.removeAttribute("lang");
    return made;
  }
  /** @param {string} cell */
  const split = (cell) => [cell.slice(0, cell.indexOf(".")), cell.slice(cell.indexOf(".") + 1)];
  /** @param {string} cell */
  function cellTitle(cell) {
    const [competency, level] = split(cell);
    const [name, title] = [names.get(competency) ?? "", titles.get(level) ?? ""];
    return title ? `${name}: ${title}` : name;
  }
  /** @param {string} cell */
  const cellPath = (cell) => {
    const [competency, level] = split(cell);
    return `competencies/${competency}/${level ? `#${level}` : ""}`;
  };
  /** @param {string} title @param {Node[]} items @param {string} none */
  const list = (title, items, none) => [
    make("h3", [title], "oer-detail__label"),
    items.length ? make("ul", items.map((one) => make("li", [one])), "oer-detail__list") : make("p", [none], "oer-detail__none"),
  ];
  /** @param {(Node | string)[]} parts */
  const line = (...parts) => make("span", parts);
  /** @param {string} text */
  const soft = (text) => make("span", [text], "oer-detail__soft");

  /** @param {string} identifier @param {Answer} found @returns {{title: string, content: Node[]}} */
  function moduleShown(identifier, found) {
    const one = modules.get(identifier);
    if (!one) return { title: identifier, content: [] };
    const taught = data.competencies.flatMap((competency) =>
      data.columns.flatMap((column) => {
        const cell = `${competency.identifier}.${column.identifier}`;
        const here = data.cells[cell]?.find(([name]) => name === identifier);
        if (!here) return [];
        const stands = found.standing.get(cell);
        const said = [here[1], ...(found.role && stands ? [standings[stands] ?? ""] : [])].filter(Boolean).join("; ");
        return [line(link(cellPath(cell), cellTitle(cell)), " ", soft(said))];
      }),
    );
    const facts = [one.planned ? words.planned : "", one.time || words.untimed, found.filtered ? words[found.matching.has(identifier) ? "on" : "off"] : ""];
    const known = (/** @type {string[]} */ list) => list.filter((name) => modules.has(name)).map(moduleLink);
    const way = `modules/${identifier}/${!one.planned && read("view") === "teach" ? "teach/" : ""}`;
    return {
      title: one.title,
      content: [
        make("p", [facts.filter(Boolean).join(" · ")], "oer-detail__facts"),
        make("p", [link(way, words.page, "oer-button oer-button--primary")]),
        ...list(words.teaches, taught, words.nothing),
        ...list(words.before, known(one.requires), words.first),
        ...list(words.after, known(after.get(identifier) ?? []), words.last),
      ],
    };
  }

  /** @param {string} cell @param {Answer} found @returns {{title: string, content: Node[]}} */
  function cellShown(cell, found) {
    const inside = (data.cells[cell] ?? []).filter(([name]) => modules.has(name));
    const stands = found.standing.get(cell);
    const items = inside.map(([name, strength]) => {
      const one = modules.get(name);
      const off = found.filtered && !found.matching.has(name) ? words.off : "";
      return line(moduleLink(name), " ", soft([one?.planned ? words.planned : strength, one?.time, off].filter(Boolean).join(" · ")));
    });
    const role = found.role && stands && standings[stands] ? [make("p", [fill(words.stands, { role: found.role.title, words: standings[stands] })], "oer-detail__facts")] : [];
    return {
      title: cellTitle(cell),
      content: [...role, make("p", [link(cellPath(cell), words.place, "oer-button oer-button--primary")]), ...list(words.modules, items, words.nothing_yet)],
    };
  }

  /** @param {string} open @param {Answer} found */
  return (open, found) => (open.includes(".") ? cellShown(open, found) : moduleShown(open, found));
}
