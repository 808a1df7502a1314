// @ts-check
/** @file The result of the self-assessment on its page: counts beside the boxes, picture, table, gaps, pathway. */
import { bars, nodes, radar } from "./assessment.js";
import { boxes, competencyLink, data, form, itemName, levelName, levels, levelTitles, links, listed, make, moduleLink, nameOf, part, phrase, root, say, time } from "./assessment-page.js";
import { statementsOf } from "./pathway.js";

/** @typedef {Omit<import("./assessment.js").Row, "said"> & {identifier: string}} Line */
/** @typedef {Record<string, string[]>} Chosen identifiers of true statements by competency */

/** Beyond, a radar cannot be read, and competencies that are neither held nor needed are left out. */
export const MOST_AXES = 12;

/** Folded parts that the reader has opened. @type {Set<string>} */
const opened = new Set();

/** @param {Chosen} chosen @param {string} identifier @param {string} level */
const counted = (chosen, identifier, level) => {
  const competency = data.competencies.find((one) => one.identifier === identifier);
  const statements = competency ? statementsOf(competency, level) : [];
  const known = chosen[identifier] ?? [];
  return { true: statements.filter((one) => known.includes(one)).length, count: statements.length, enough: Math.ceil((statements.length * 3) / 4) };
};

/** What stands beside the boxes of a competency. @param {Line} row @param {Chosen} chosen */
export function marks(row, chosen) {
  const field = form.querySelector(`[data-competency="${row.identifier}"]`);
  const now = field?.querySelector('[data-part="now"]');
  if (now) now.textContent = say("now", { level: levelName(row.held, "held", "none_held") });
  for (const level of /** @type {NodeListOf<HTMLElement>} */ (field?.querySelectorAll("details[data-level]") ?? [])) {
    const count = level.querySelector('[data-part="count"]');
    const held = levels.indexOf(level.dataset.level ?? "") < row.held;
    if (count) count.textContent = say(held ? "level_held" : "level_count", counted(chosen, row.identifier, level.dataset.level ?? ""));
  }
}

/** @type {CanvasRenderingContext2D | null | undefined} */
let ruler;

/** How wide texts of the picture are in the letters of this page; undefined where a browser does not tell. The first time
 * takes some milliseconds: a browser looks for the letters. */
export function measure() {
  if (ruler === undefined) {
    ruler = document.createElement("canvas").getContext("2d");
    if (ruler) ruler.font = `600 14px ${getComputedStyle(root).fontFamily}`;
  }
  return ruler ? (/** @type {string} */ text) => /** @type {CanvasRenderingContext2D} */ (ruler).measureText(text).width : undefined;
}

/** @param {Line[]} rows @param {string} role */
export function picture(rows, role) {
  const round = rows.length > 2 && rows.length <= MOST_AXES;
  part("view").hidden = !round;
  const kind = round && /** @type {HTMLInputElement | null} */ (root.querySelector("[name=oer-picture]:checked"))?.value === "radar" ? radar : bars;
  const width = matchMedia("(min-width: 45em)").matches ? 560 : 256;
  const named = rows.map((row) => ({ row, values: { competency: row.name, held: levelName(row.held, "held", "none_held"), needed: levelName(row.needed, "needed", "not_needed") } }));
  const description = named.map(({ values }) => say(role ? "picture_line" : "picture_own", values)).join(" ");
  const lines = named.map(({ row, values }) => ({ ...row, said: say(row.needed ? "bar_role" : "bar_own", values) }));
  const titles = levels.map((one) => levelTitles.get(one) ?? "");
  const title = say(role ? "picture_role" : "picture", { role });
  const mirrored = getComputedStyle(root).direction === "rtl";
  const drawn = kind(lines, titles, kind === radar ? Math.min(width, 420) : width, title, description, mirrored, measure());
  part("picture").replaceChildren(nodes(drawn, document));
  part("key").hidden = !role;
}

/** @param {Line[]} rows @param {boolean} compared */
export function table(rows, compared) {
  for (const head of /** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll('[data-part="of-role"]'))) head.hidden = !compared;
  const heads = [...(part("rows").parentElement?.querySelectorAll("thead th") ?? [])].map((one) => one.textContent ?? "");
  part("rows").replaceChildren(
    ...rows.map((row) => {
      const line = /** @type {HTMLTableRowElement} */ (make("tr"));
      const head = make("th", row.name);
      head.setAttribute("scope", "row");
      line.append(head, make("td", levelName(row.held, "held", "none_held")));
      if (compared) {
        const missing = levels.slice(row.held, row.needed);
        const gap = missing.length ? (levelTitles.size ? say("levels_missing", { levels: listed(missing.map((one) => levelTitles.get(one) ?? one)) }) : say("missing")) : say("no_gap");
        line.append(make("td", levelName(row.needed, "needed", "not_needed")), make("td", gap, missing.length ? "oer-gap" : ""));
      }
      [...line.cells].forEach((cell, at) => at && (cell.dataset.label = heads[at]));
      return line;
    }),
  );
}

/** Each gap with the statements that are not yet true. @param {import("./pathway.js").Pathway | null} found
 * @param {Chosen} chosen */
export function gaps(found, chosen) {
  part("gaps").hidden = !found?.gaps.length;
  part("gap-list").replaceChildren(
    ...(found?.gaps ?? []).map((gap) => {
      const fold = /** @type {HTMLDetailsElement} */ (make("details", "", "oer-more"));
      fold.open = opened.has(gap.competency);
      fold.addEventListener("toggle", () => opened[fold.open ? "add" : "delete"](gap.competency));
      const titles = gap.items.map((item) => levelTitles.get(item.level) ?? "").filter((one) => one);
      fold.append(make("summary", titles.length ? `${nameOf(gap.competency)}: ${say("levels_missing", { levels: listed(titles) })}` : nameOf(gap.competency)));
      const held = gap.held ? levels.indexOf(gap.held) + 1 : 0;
      const line = make("p", say("gap_line", { needed: levelName(levels.indexOf(gap.needed) + 1, "needed", "not_needed"), held: levelName(held, "held", "none_held") }));
      line.append(" ", competencyLink(gap.competency));
      fold.append(line);
      for (const item of gap.items) {
        const level = levelTitles.get(item.level) ?? "";
        const missing = gap.missing[item.level];
        const sum = counted(chosen, gap.competency, item.level);
        fold.append(make("p", sum.count ? say(level ? "gap_level" : "gap_whole", { level, ...sum }) : say("gap_empty", { level: level || nameOf(gap.competency) })));
        const list = make("ul");
        for (const one of missing) {
          const box = boxes.find((each) => each.name === gap.competency && each.value === one);
          list.append(make("li", box?.labels?.[0]?.textContent ?? one));
        }
        if (missing.length) fold.append(list);
      }
      return fold;
    }),
  );
}

/** Levels as a list with a line for each competency. @param {import("./pathway.js").Item[]} items */
function byCompetency(items) {
  const list = make("ul");
  for (const competency of new Set(items.map((item) => item.competency))) {
    const titles = items.filter((item) => item.competency === competency).map((item) => levelTitles.get(item.level) ?? "").filter((one) => one);
    list.append(make("li", titles.length ? say("at", { competency: nameOf(competency), level: listed(titles) }) : nameOf(competency)));
  }
  return list;
}

/** A module that a file says is done, which only this page can take back. @param {string} name */
function taken(name) {
  const made = make("span");
  const button = make("button", say("take_back"), "oer-self__back oer-screen");
  button.setAttribute("type", "button");
  button.setAttribute("aria-label", say("take_back_module", { module: links.get(name)?.textContent ?? name }));
  button.dataset.takeBack = name;
  made.append(moduleLink(name), " ", button);
  return made;
}

/** Modules that teach what did not fit, and have a way through that does.
 * @param {import("./pathway.js").Item[]} beyond @param {string[]} done @param {number | null} minutes */
function shorter(beyond, done, minutes) {
  const helps = (/** @type {import("./pathway.js").Reference} */ one) => beyond.some((item) => item.competency === one.competency && item.level === one.level);
  const fits = (/** @type {number | undefined} */ shortest) => shortest && minutes !== null && shortest <= minutes;
  const open = data.modules.filter((one) => links.has(one.identifier) && !done.includes(one.identifier));
  return open.filter((one) => fits(one.shortest) && one.teaches?.some(helps)).map((one) => one.identifier);
}

/** The modules in order, each with its time and its reason. @param {import("./pathway.js").Pathway | null} found
 * @param {string[]} done @param {string[]} brought those of them that a file has brought
 * @param {number | null} minutes that the reader has; null: as many as it takes */
export function way(found, done, brought, minutes) {
  if (!links.size) return;
  part("pathway").hidden = !found?.gaps.length;
  if (!found) return;
  part("steps").replaceChildren(
    ...found.steps.map((step) => {
      const line = make("li");
      const length = make("span", "", "oer-fact");
      length.append(make("time", step.minutes ? time(step.minutes) : say("untimed")));
      line.append(moduleLink(step.module), "\u00a0");
      const taught = data.modules.find((one) => one.identifier === step.module)?.teaches ?? [];
      const at = [...levelTitles].filter(([level]) => taught.some((one) => one.level === level)).map(([, title]) => title);
      if (at.length) line.append(make("span", say(at.length > 1 ? "levels" : "level", { levels: listed(at) }), "oer-fact"), "\u00a0");
      line.append(length);
      if (step.closes.length) line.append(make("p", say("closes", { levels: listed(step.closes.map(itemName)) }), "oer-self__why"));
      if (step.neededFor.length) line.append(make("p", say("for", { modules: listed(step.neededFor.map((one) => links.get(one)?.textContent ?? one)) }), "oer-self__why"));
      return line;
    }),
  );
  const rest = [];
  if (found.steps.length) rest.push(make("p", say("total", { time: time(found.minutes) }), "oer-self__total"));
  else {
    const short = shorter(found.beyond, done, minutes);
    rest.push(short.length ? phrase("shorter_ways", "modules", short.map(moduleLink)) : make("p", say(found.beyond.length ? "nothing_fits" : "nothing_left")));
  }
  if (found.beyond.length) rest.push(make("p", say("beyond")), byCompetency(found.beyond));
  if (found.untaught.length) rest.push(make("p", say("untaught", { levels: listed(found.untaught.map(itemName)) })));
  if (!found.optimal) rest.push(make("p", say("rough")));
  if (done.length) rest.push(phrase("done", "modules", done.map((name) => (brought.includes(name) ? taken(name) : moduleLink(name)))));
  part("rest").replaceChildren(...rest);
}
