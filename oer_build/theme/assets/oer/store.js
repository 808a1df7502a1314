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

/**
 * Data of the reader's own, under `oer:` and the same for every address of the site: it must outlive a move of folder.
 * @typedef {object} Kept
 * @property {any} value what was kept; null where there is nothing, or nothing that can be read
 * @property {"" | "closed" | "damaged"} fault why there may be nothing: storage is closed, or what it holds is no data
 * @property {string} text what lies in the storage, as it is
 */

/**
 * @param {string} key
 * @returns {Kept}
 */
export function load(key) {
  let text = "";
  try {
    text = localStorage.getItem(`oer:${key}`) ?? "";
  } catch {
    return { value: null, fault: "closed", text };
  }
  try {
    return { value: text ? JSON.parse(text) : null, fault: "", text };
  } catch {
    return { value: null, fault: "damaged", text };
  }
}

/**
 * @param {string} key
 * @param {unknown} value null forgets the key
 * @returns {boolean} whether it is kept
 */
export function save(key, value) {
  try {
    if (value === null) localStorage.removeItem(`oer:${key}`);
    else localStorage.setItem(`oer:${key}`, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}

/**
 * Calls back when something of this may have changed without this page: in another tab, or while the reader was on
 * another page and comes back to this one as it was left.
 * @param {string[]} keys
 * @param {() => void} call
 */
export function onChange(keys, call) {
  addEventListener("storage", ({ key }) => {
    if (key === null || keys.some((one) => key === `oer:${one}`)) call();
  });
  addEventListener("pageshow", ({ persisted }) => {
    if (persisted) call();
  });
}

/**
 * Everything that the site has put into the storage: what readers have done, and their settings.
 * @returns {boolean} whether nothing of it is left
 */
export function eraseAll() {
  try {
    const own = Object.keys(localStorage).filter((key) => key.startsWith("oer:") || key.startsWith(`${base.pathname}.`));
    own.forEach((key) => localStorage.removeItem(key));
    return true;
  } catch {
    return false;
  }
}
