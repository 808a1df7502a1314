// @ts-check
/** @file What the competency map reasons with, apart from the page: the state that its address keeps, which modules
 * match a choice, and how each cell stands to a role. Pure. */

/**
 * @typedef {{identifier: string, title: string, minutes: number, shortest: number, time: string, planned: boolean, audience: string[], requires: string[], language?: string}} Module
 * @typedef {{identifier: string, title: string, needs: Record<string, number>}} Role
 * @typedef {object} Data
 * @property {{identifier: string, title: string}[]} columns levels, and perhaps one for what names none
 * @property {number} levels how many of the columns are levels
 * @property {{identifier: string, name: string}[]} competencies
 * @property {Record<string, [string, string][]>} cells by "competency.level": modules with their strength in words
 * @property {Module[]} modules
 * @property {Role[]} roles `needs`: by competency, the place of the highest level
 *
 * @typedef {object} State
 * @property {"matrix" | "graph"} view
 * @property {string} role
 * @property {string} audience
 * @property {number} time minutes at most; 0: any
 * @property {string} level
 * @property {string} open what details are shown of: a module, or "competency.level"
 * @property {number} zoom of the graph; 1: as drawn
 * @property {[number, number] | null} at the point of the graph in the middle of its window; null: its beginning
 */

export const LEAST = 0.25;
export const MOST = 4;
const STEPS = [0.25, 0.33, 0.5, 0.67, 0.8, 1, 1.25, 1.5, 2, 3, 4];

/** @returns {State} */
export const start = () => ({ view: "matrix", role: "", audience: "", time: 0, level: "", open: "", zoom: 1, at: null });

/** @param {string} text */
const whole = (text) => (/^\d{1,5}$/.test(text) ? Number(text) : 0);

/**
 * The state of an address. What is not known is left out: an old link shows what there still is.
 * @param {string} query
 * @param {Data} data
 * @returns {State}
 */
export function fromQuery(query, data) {
  const asked = new URLSearchParams(query);
  const get = (/** @type {string} */ name) => asked.get(name) ?? "";
  /** @param {string} value @param {{identifier: string}[]} list */
  const known = (value, list) => (list.some((one) => one.identifier === value) ? value : "");
  const [across, down] = get("at").split(",");
  const zoom = Number(get("zoom")) || 1;
  const open = get("open");
  const dot = open.indexOf(".");
  const cell = dot > 0 && known(open.slice(0, dot), data.competencies) && data.columns.some((one) => one.identifier === open.slice(dot + 1));
  return {
    view: get("view") === "graph" ? "graph" : "matrix",
    role: known(get("role"), data.roles),
    audience: data.modules.some((one) => one.audience.includes(get("audience"))) ? get("audience") : "",
    time: whole(get("time")),
    level: known(get("level"), data.columns),
    open: cell ? open : known(open, data.modules),
    zoom: Math.min(MOST, Math.max(LEAST, zoom)),
    at: /^\d{1,6}$/.test(across) && /^\d{1,6}$/.test(down ?? "") ? [Number(across), Number(down)] : null,
  };
}

/** The query of a state, without what is as at the start. @param {State} state */
export function toQuery(state) {
  const query = new URLSearchParams();
  if (state.view !== "matrix") query.set("view", state.view);
  for (const name of /** @type {const} */ (["role", "audience", "level", "open"])) if (state[name]) query.set(name, state[name]);
  if (state.time) query.set("time", String(state.time));
  if (state.zoom !== 1) query.set("zoom", String(Number(state.zoom.toFixed(2))));
  if (state.at) query.set("at", state.at.map(Math.round).join(","));
  return query.toString().replaceAll("%2C", ",");
}

/**
 * How a row of the map stands to a role: the rule of `analysis/standing.py`.
 * @param {boolean[]} taught by column
 * @param {boolean[]} planned by column
 * @param {number | undefined} need place of the level needed
 * @param {number} levels how many of the columns are levels
 * @returns {("taught" | "above" | "planned" | "untaught" | "beyond" | "apart")[]}
 */
export const standings = (taught, planned, need, levels) =>
  taught.map((here, column) => {
    if (column >= levels) return "apart";
    if (need === undefined || column > need) return "beyond";
    if (here) return "taught";
    if (taught.slice(column + 1, levels).some(Boolean)) return "above";
    return planned[column] ? "planned" : "untaught";
  });

/** @param {string} competency @param {{identifier: string}} column */
export const cellName = (competency, column) => `${competency}.${column.identifier}`;

/**
 * What a state asks for: modules and cells that match, and how cells stand to its role.
 * @param {State} state
 * @param {Data} data
 */
export function answer(state, data) {
  const modules = new Map(data.modules.map((one) => [one.identifier, one]));
  const role = data.roles.find((one) => one.identifier === state.role);
  const passes = (/** @type {Module} */ one) =>
    (!state.audience || one.audience.includes(state.audience) || one.audience.includes("all")) &&
    (!state.time || (one.shortest > 0 && one.shortest <= state.time));
  const byCell = Boolean(role || state.level);
  /** Modules that teach a level that the role needs, whatever else is chosen. @type {Set<string>} */
  const helpful = new Set();
  const matching = new Set(byCell ? [] : data.modules.filter(passes).map((one) => one.identifier));
  /** How many modules of a cell match. @type {Map<string, number>} */
  const cells = new Map();
  /** @type {Map<string, ReturnType<typeof standings>[number]>} */
  const standing = new Map();
  for (const { identifier } of data.competencies) {
    const row = data.columns.map((column) => (data.cells[cellName(identifier, column)] ?? []).map(([name]) => modules.get(name)));
    const has = (/** @type {boolean} */ planned) => row.map((cell) => cell.some((one) => one?.planned === planned));
    const stands = role ? standings(has(false), has(true), role.needs[identifier], data.levels) : [];
    data.columns.forEach((column, at) => {
      const name = cellName(identifier, column);
      if (role) standing.set(name, stands[at]);
      const wanted = !role || !["beyond", "apart"].includes(stands[at]);
      if (role && wanted) for (const one of row[at]) helpful.add(one?.identifier ?? "");
      const asked = wanted && (!state.level || column.identifier === state.level);
      const found = asked ? row[at].filter((one) => one && passes(one)) : [];
      cells.set(name, found.length);
      if (byCell) for (const one of found) matching.add(one?.identifier ?? "");
    });
  }
  const wanted = [...standing.values()].filter((one) => one !== "beyond" && one !== "apart");
  return {
    filtered: byCell || Boolean(state.audience || state.time),
    matching,
    cells,
    standing,
    role,
    helpful,
    needed: wanted.length,
    taught: wanted.filter((one) => one === "taught" || one === "above").length,
  };
}

/**
 * The next zoom up or down.
 * @param {number} zoom
 * @param {1 | -1} way
 */
export function nextZoom(zoom, way) {
  const found = way > 0 ? STEPS.find((one) => one > zoom + 0.01) : [...STEPS].reverse().find((one) => one < zoom - 0.01);
  return found ?? (way > 0 ? MOST : LEAST);
}
