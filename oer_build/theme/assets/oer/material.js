// @ts-check
// What Material's own script expects of a page, for sites that load it (extra.oer.material_js). Runs before it, as a
// classic script.
"use strict";
(() => {
  const script = /** @type {HTMLScriptElement} */ (document.currentScript);
  const base = new URL("../../", script.src);
  /** @type {any} */
  const scope = window;
  scope.__md_scope = base;
  scope.__md_hash = (/** @type {string} */ text) => [...text].reduce((sum, sign) => (sum << 5) - sum + sign.charCodeAt(0), 0);
  scope.__md_get = (/** @type {string} */ key) => {
    try {
      return JSON.parse(localStorage.getItem(`${base.pathname}.${key}`) ?? "null");
    } catch {
      return null;
    }
  };
  scope.__md_set = (/** @type {string} */ key, /** @type {unknown} */ value) => {
    try {
      localStorage.setItem(`${base.pathname}.${key}`, JSON.stringify(value));
    } catch {
      // Storage is closed to us: the choice lasts as long as the page.
    }
  };
})();
