// @ts-check
// Runs before the page is drawn, as a classic script: says whether the modules will run, so that nothing jumps.
// On file: browsers refuse modules; there the page stays in its no-script form, which is complete, unless it is one of
// the offline copy, whose scripts are no modules.
"use strict";
(() => {
  const root = document.documentElement;
  if ("noModule" in HTMLScriptElement.prototype && (location.protocol !== "file:" || "oerOffline" in root.dataset)) {
    root.classList.replace("no-js", "js");
    // Who opens a page from its top sees the top first; who comes to a part of it, or back to it, finds it whole (oer.js).
    const [visit] = /** @type {PerformanceNavigationTiming[]} */ (performance.getEntriesByType("navigation"));
    if (visit?.type === "navigate" && !location.hash) root.classList.add("oer-late");
  }
  const script = /** @type {HTMLScriptElement} */ (document.currentScript);
  const base = new URL("../../", script.src);
  /** @type {any} */
  const scope = window;
  // What Material's own script expects where a site loads it (extra.oer.material_js).
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
