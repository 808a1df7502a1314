// @ts-check
/** @file What the browser remembers for the reader. Where storage is closed (private mode, policy) nothing is kept and nothing breaks. */

/** The root of the site, whatever folder it is served from. */
export const base = new URL("../../", import.meta.url);

/** @param {string} key */
const full = (key) => `${base.pathname}.oer.${key}`;

/**
 * @param {string} key
 * @returns {string} what was kept, or an empty string
 */
export function read(key) {
  try {
    return localStorage.getItem(full(key)) ?? "";
  } catch {
    return "";
  }
}

/**
 * @param {string} key
 * @param {string} value an empty string forgets the key
 */
export function write(key, value) {
  try {
    if (value) localStorage.setItem(full(key), value);
    else localStorage.removeItem(full(key));
  } catch {
    // Not kept: the page works as on a first visit.
  }
}
