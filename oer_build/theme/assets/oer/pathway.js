// @ts-check
/** @file The shortest way from what a person has to what a role needs. Pure: catalogue.json, or the parts of it that
 * are named here, in; a pathway out.
 *
 * The compiler answers the same question by the same rules (oer_build/analysis/pathways.py): whoever changes one
 * changes the other, and the cases that both are tested with (tests/pathways/). */

/** A level is held when three of four of its statements are true. */
const HELD_NUMERATOR = 3;
const HELD_DENOMINATOR = 4;
/** How much is tried before the best way found so far is taken: sets of modules times pairs of a missing level and a
 * module that closes it. */
const MOST_LOOKS = 400_000;
/** Minutes are shared among levels in whole parts, so that Python and JavaScript round alike. */
const PARTS = 5040;

/** @typedef {{competency: string, level?: string, strength?: string}} Reference */
/** @typedef {{identifier: string, teaches?: Reference[], requires?: string[], timeRequired?: string, shortest?: number, creativeWorkStatus?: string}} Module */
/* `shortest`: minutes of the shortest way through it, which no pathway reckons with. */
/** @typedef {{identifier?: string}} Indicator */
/** @typedef {{identifier: string, title: string, humanCodingScheme?: string, indicators?: Indicator[] | Record<string, Indicator[]>}} Competency */
/** @typedef {{identifier: string, title: string, competencyRequired?: Reference[]}} Role */
/** @typedef {{framework: {levels?: {identifier: string, title: string}[]} | null, competencies: Competency[], modules: Module[], roles: Role[]}} Catalogue */
/** @typedef {{statements: Record<string, string[]>, done: string[]}} Have */
/** @typedef {{place: number, rank: number, competency: string, level: string}} Item */
/** @typedef {{competency: string, needed: string, held: string, items: Item[], missing: Record<string, string[]>}} Gap */
/** @typedef {{module: string, minutes: number, closes: Item[], neededFor: string[]}} Step */
/** @typedef {{gaps: Gap[], steps: Step[], beyond: Item[], untaught: Item[], minutes: number, optimal: boolean}} Pathway */
/** @typedef {{levels: number, minutes: number, names: string[]}} Key */

/** @param {string | number} one @param {string | number} two */
const compare = (one, two) => (one < two ? -1 : one > two ? 1 : 0);

/** What a record says under a name, and nothing that every object has. @template T @param {Record<string, T>} record @param {string} name @returns {T | undefined} */
const own = (record, name) => (Object.hasOwn(record, name) ? record[name] : undefined);

/** @param {Catalogue} catalogue @returns {string[]} */
export function levelsOf(catalogue) {
  const levels = (catalogue.framework?.levels ?? []).map((level) => level.identifier);
  return levels.length ? levels : [""];
}

/** Identifiers of a level's statements: their own, or the level and their number within it.
 * @param {Competency} competency @param {string} level @returns {string[]} */
export function statementsOf(competency, level) {
  const all = competency.indicators ?? [];
  const here = Array.isArray(all) ? (level ? [] : all) : (own(all, level) ?? []);
  return here.map((one, at) => one.identifier || `${level || "all"}-${at + 1}`);
}

/** How many levels, from the lowest, a person holds. A level without statements goes with those around it.
 * @param {Catalogue} catalogue @param {Competency} competency @param {Iterable<string>} chosen */
export function heldLevels(catalogue, competency, chosen) {
  const known = new Set(chosen);
  let count = 0;
  let shown = false;
  for (const level of levelsOf(catalogue)) {
    const statements = statementsOf(competency, level);
    const held = statements.filter((one) => known.has(one)).length;
    if (held * HELD_DENOMINATOR < statements.length * HELD_NUMERATOR) break;
    count += 1;
    shown ||= statements.length > 0;
  }
  return shown ? count : 0;
}

/** By competency: the rank of the level that a role needs, the lowest where it names none.
 * @param {Catalogue} catalogue @param {Role} role @returns {Map<string, number>} */
export function neededRanks(catalogue, role) {
  const levels = levelsOf(catalogue);
  /** @type {Map<string, number>} */
  const needed = new Map();
  for (const need of role.competencyRequired ?? []) {
    const rank = Math.max(0, levels.indexOf(need.level ?? ""));
    needed.set(need.competency, Math.max(needed.get(need.competency) ?? 0, rank));
  }
  return needed;
}

/** What a role needs and a person does not hold, in the order of the framework.
 * @param {Catalogue} catalogue @param {Role} role @param {Have} have @returns {Gap[]} */
export function gapsOf(catalogue, role, have) {
  const levels = levelsOf(catalogue);
  const needed = neededRanks(catalogue, role);
  /** @type {Gap[]} */
  const found = [];
  catalogue.competencies.forEach((competency, place) => {
    const { identifier } = competency;
    const to = needed.get(identifier);
    if (to === undefined) return;
    const chosen = own(have.statements, identifier) ?? [];
    const held = heldLevels(catalogue, competency, chosen);
    if (held > to) return;
    /** @type {Item[]} */
    const items = [];
    /** @type {Record<string, string[]>} */
    const missing = {};
    for (let rank = held; rank <= to; rank += 1) {
      items.push({ place, rank, competency: identifier, level: levels[rank] });
      missing[levels[rank]] = statementsOf(competency, levels[rank]).filter((one) => !chosen.includes(one));
    }
    found.push({ competency: identifier, needed: levels[to], held: held ? levels[held - 1] : "", items, missing });
  });
  return found;
}

/** Length of an ISO 8601 duration of hours and minutes. @param {string | undefined} text */
export function minutesOf(text) {
  const match = /^PT(?:(\d+)H)?(?:(\d+)M)?$/.exec(text ?? "");
  return match ? Number(match[1] ?? 0) * 60 + Number(match[2] ?? 0) : 0;
}

/** The modules that close the most missing levels within `limit` minutes (null: as long as it takes), in the least time.
 * @param {Catalogue} catalogue @param {Role} role @param {Have} have @param {number | null} [limit] @returns {Pathway} */
export function pathway(catalogue, role, have, limit = null) {
  const gaps = gapsOf(catalogue, role, have);
  const asked = gaps.flatMap((gap) => gap.items);
  const done = new Set(have.done);
  const known = new Map(catalogue.modules.map((module) => [module.identifier, module]));
  const there = catalogue.modules
    .filter((module) => !["planned", "retired"].includes(module.creativeWorkStatus ?? "draft"))
    .sort((one, two) => compare(one.identifier, two.identifier));
  /** By module that is left to take: its minutes. @type {Map<string, number>} */
  const time = new Map(there.filter((one) => !done.has(one.identifier)).map((one) => [one.identifier, minutesOf(one.timeRequired)]));
  /** @param {Iterable<string>} names */
  const length = (names) => [...names].reduce((sum, name) => sum + (time.get(name) ?? 0), 0);

  /** A module with all that it requires, directly or not; nothing is asked for that only done modules require. @param {string} name */
  const withRequired = (name) => {
    const found = new Set([name]);
    for (const one of found) {
      for (const required of known.get(one)?.requires ?? []) if (known.has(required) && !done.has(required)) found.add(required);
    }
    return new Set([...found].filter((one) => time.has(one)));
  };
  const closure = new Map([...time.keys()].map((name) => [name, withRequired(name)]));
  /** @param {string} name @returns {Set<string>} */
  const closureOf = (name) => closure.get(name) ?? new Set();

  /** @param {Item} item @returns {string[]} */
  const closersOf = (item) => {
    /** @type {Map<string, boolean>} */
    const taught = new Map();
    for (const module of there) {
      for (const one of module.teaches ?? []) {
        if (one.competency === item.competency && (one.level ?? "") === item.level) taught.set(module.identifier, (one.strength ?? "introduced") !== "introduced");
      }
    }
    const practised = [...taught.keys()].filter((name) => taught.get(name));
    const left = (practised.length ? practised : [...taught.keys()]).filter((name) => time.has(name));
    return left.sort((one, two) => compare(length(closureOf(one)), length(closureOf(two))) || compare(one, two));
  };
  const candidates = new Map(asked.map((item) => [item, closersOf(item)]));
  /** @param {Item} item @returns {string[]} */
  const candidatesOf = (item) => candidates.get(item) ?? [];
  const items = asked.filter((item) => candidatesOf(item).length);
  const untaught = asked.filter((item) => !candidatesOf(item).length);
  /** @type {Map<string, Item[]>} */
  const closes = new Map([...time.keys()].map((name) => [name, items.filter((item) => candidatesOf(item).includes(name))]));
  /** @param {string} name @returns {Item[]} */
  const closesOf = (name) => closes.get(name) ?? [];
  const order = [...items].sort(
    (one, two) => compare(candidatesOf(one).length, candidatesOf(two).length) || compare(one.place, two.place) || compare(one.rank, two.rank),
  );

  /** @param {Iterable<string>} chosen @returns {Set<Item>} */
  const coveredBy = (chosen) => new Set([...chosen].flatMap(closesOf));
  /** The missing levels that a set closes, each with all lower ones. @param {Set<Item>} covered */
  const closed = (covered) => {
    const broken = new Set();
    return new Set(
      items.filter((item) => {
        if (covered.has(item) && !broken.has(item.competency)) return true;
        broken.add(item.competency);
        return false;
      }),
    );
  };
  /** More levels, less time, fewer modules, earlier identifiers. @param {Key} one @param {Key} two */
  const better = (one, two) => {
    const first = compare(two.levels, one.levels) || compare(one.minutes, two.minutes) || compare(one.names.length, two.names.length);
    if (first) return first < 0;
    const at = one.names.findIndex((name, place) => name !== two.names[place]);
    return at >= 0 && one.names[at] < two.names[at];
  };

  /** @type {Key} */
  let best = { levels: 0, minutes: 0, names: [] };
  /** From a set on: how many levels it closes, those that can still be closed with the modules that can do it, and
   * whether any is lost (with those above it). @param {Set<string>} chosen @param {Set<string>} refused */
  const openOf = (chosen, refused) => {
    const covered = coveredBy(chosen);
    /** @type {Map<Item, string[]>} */
    const open = new Map();
    const lost = new Set();
    let sure = 0;
    for (const item of items) {
      if (lost.has(item.competency)) continue;
      if (covered.has(item)) {
        sure += 1;
        continue;
      }
      const left = candidatesOf(item).filter((name) => {
        const all = closureOf(name);
        return ![...all].some((one) => refused.has(one)) && (limit === null || length(new Set([...chosen, ...all])) <= limit);
      });
      if (left.length) open.set(item, left);
      else lost.add(item.competency);
    }
    return { sure, open, lost: lost.size > 0 };
  };
  /** Whether a set that holds this one can be as good as the best. No level costs less than an equal share of the
   * shortest module that closes it, so the levels are counted at their shares, cheapest first.
   * @param {number} sure @param {Map<Item, string[]>} open @param {number} minutes */
  const hope = (sure, open, minutes) => {
    /** @type {Map<string, number>} */
    const closing = new Map();
    for (const left of open.values()) for (const name of left) closing.set(name, (closing.get(name) ?? 0) + 1);
    const shares = [...open.values()].map((left) => Math.min(...left.map((name) => Math.floor((length([name]) * PARTS) / (closing.get(name) ?? 1)))));
    let [count, spent] = [sure, minutes * PARTS];
    for (const share of [0, ...shares.sort((one, two) => one - two)]) {
      spent += share;
      if (limit !== null && spent > limit * PARTS) return false;
      if (count > best.levels || (count === best.levels && spent <= best.minutes * PARTS)) return true;
      count += 1;
    }
    return false;
  };

  /** Modules that are taken, and modules that were decided against. @type {{chosen: Set<string>, refused: Set<string>}[]} */
  const waiting = [{ chosen: new Set(), refused: new Set() }];
  const pairs = items.reduce((sum, item) => sum + candidatesOf(item).length, 0);
  let looks = 2 * items.length + Math.floor(MOST_LOOKS / (pairs + 1));
  for (; waiting.length && looks; looks -= 1) {
    const { chosen, refused } = /** @type {{chosen: Set<string>, refused: Set<string>}} */ (waiting.pop());
    const key = { levels: closed(coveredBy(chosen)).size, minutes: length(chosen), names: [...chosen].sort(compare) };
    if (better(key, best)) best = key;
    const { sure, open, lost } = openOf(chosen, refused);
    const item = order.find((one) => open.has(one));
    if (!item || (lost && limit === null) || !hope(sure, open, key.minutes)) continue;
    // The next level is closed by the first module that can, by the second without the first, and so on, or by none.
    const against = new Set(refused);
    const further = [];
    for (const name of open.get(item) ?? []) {
      further.push({ chosen: new Set([...chosen, ...closureOf(name)]), refused: new Set(against) });
      against.add(name);
    }
    if (limit !== null) further.push({ chosen, refused: against });
    waiting.push(...further.reverse());
  }

  const closedNow = closed(coveredBy(best.names));
  /** @param {string} name */
  const lowest = (name) => Math.min(...closesOf(name).filter((item) => closedNow.has(item)).map((item) => item.rank));
  /** What closes nothing is there for the others, and comes first. @param {string} name */
  const rankOf = (name) => (lowest(name) === Infinity ? -1 : lowest(name));
  /** @type {Step[]} */
  const steps = [];
  const left = new Set(best.names);
  while (left.size) {
    const ready = [...left].filter((name) => ![...closureOf(name)].some((other) => other !== name && left.has(other)));
    // In a circle, which the compiler refuses, none is ready.
    const [name] = (ready.length ? ready : [...left]).sort((one, two) => compare(rankOf(one), rankOf(two)) || compare(one, two));
    left.delete(name);
    steps.push({
      module: name,
      minutes: length([name]),
      closes: items.filter((item) => closedNow.has(item) && closesOf(name).includes(item)),
      neededFor: best.names.filter((other) => other !== name && closureOf(other).has(name)),
    });
  }
  return {
    gaps,
    steps,
    beyond: items.filter((item) => !closedNow.has(item)),
    untaught,
    minutes: best.minutes,
    optimal: !waiting.length,
  };
}
