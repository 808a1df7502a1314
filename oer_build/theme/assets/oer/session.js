// @ts-check
/** @file What is remembered until the tab is closed: a teacher's start time and timer. Never throws; what is damaged is
 * forgotten. What the reader keeps for longer is in store.js. */

const base = new URL("../../", import.meta.url);

/** @param {string} key */
const full = (key) => `oer:${base.pathname}:${key}`;

/**
 * @param {string} key
 * @returns {any} what was kept, or null
 */
export function recall(key) {
  try {
    return JSON.parse(sessionStorage.getItem(full(key)) ?? "null");
  } catch {
    return null;
  }
}

/**
 * @param {string} key
 * @param {unknown} value null forgets the key
 */
export function remember(key, value) {
  try {
    if (value === null) sessionStorage.removeItem(full(key));
    else sessionStorage.setItem(full(key), JSON.stringify(value));
  } catch {
    // Not kept: it lasts as long as the page.
  }
}

/** Forgets all of it. */
export function forgetSession() {
  try {
    const own = Object.keys(sessionStorage).filter((key) => key.startsWith(full("")));
    own.forEach((key) => sessionStorage.removeItem(key));
  } catch {
    // Nothing was kept.
  }
}
