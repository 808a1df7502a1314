// @ts-check
/** @file How scripts say something: in which language, with what put in, and how long it takes. */

/**
 * In which language numbers, dates and lengths of time are written: that of the words around the page's text, which may
 * be another than the site's.
 * @param {Element | null} [place] where the words stand; left out: the page itself
 * @returns {string} a tag for Intl, which writes digits as the site does
 */
export function tongue(place = document.getElementById("oer-content")) {
  const tag = place?.closest("[lang]")?.getAttribute("lang") || document.documentElement.lang || "en";
  if (tag === "en") return "en-GB";
  try {
    // The site is made with European digits; some languages would have others here.
    return new Intl.Locale(tag, { numberingSystem: "latn", calendar: "gregory" }).toString();
  } catch {
    return "en-GB";
  }
}

/** A text with its {names} filled in, once. @param {string | undefined} text @param {Record<string, string | number | undefined>} values */
export const fill = (text, values) => (text ?? "").replace(/\{(\w+)\}/g, (whole, name) => (Object.hasOwn(values, name) ? String(values[name] ?? whole) : whole));

/** "4 minutes", "1 hour 5 minutes". @param {number} minutes @param {string} language */
export function inWords(minutes, language) {
  const whole = Math.abs(Math.round(minutes));
  return joined([[Math.floor(whole / 60), "hour"], [whole % 60, "minute"]], language);
}

/** The same to the second, up to the next whole one. @param {number} ms @param {string} language */
export function leftInWords(ms, language) {
  const seconds = Math.ceil(Math.max(0, ms) / 1000);
  return joined([[Math.floor(seconds / 3600), "hour"], [Math.floor(seconds / 60) % 60, "minute"], [seconds % 60, "second"]], language);
}

/** @param {[number, string][]} parts from the largest unit to the smallest @param {string} language */
function joined(parts, language) {
  const say = (/** @type {[number, string]} */ [count, unit]) => new Intl.NumberFormat(language, { style: "unit", unit, unitDisplay: "long" }).format(count);
  const some = parts.filter(([count]) => count);
  const said = (some.length ? some : parts.slice(-1)).map(say);
  // To make a list takes some milliseconds, of one thing too.
  return said.length > 1 ? new Intl.ListFormat(language, { type: "unit", style: "narrow" }).format(said) : said[0];
}
