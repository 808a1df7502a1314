// @ts-check
// The colour scheme: the reader's choice, else what the system prefers. A classic script in the header, so that the
// page is drawn once and in the right colours.
"use strict";
(() => {
  /** @typedef {{scheme?: string, primary?: string, accent?: string, media?: string, toggle?: {name?: string}}} Scheme */
  const button = document.getElementById("oer-scheme");
  if (!button) return;
  const script = /** @type {HTMLScriptElement} */ (document.currentScript);
  const KEY = `${new URL("../../", script.src).pathname}.oer.scheme`;
  /** The reader's choice, as JSON; nothing where there is none, or storage is closed: then it lasts as long as the page.
   * @type {unknown} */
  let choice = null;
  try {
    choice = JSON.parse(localStorage.getItem(KEY) ?? "null");
  } catch {}
  /** @type {Scheme[]} */
  const schemes = JSON.parse(button.dataset.schemes ?? "[]").filter((/** @type {Scheme} */ one) => one.media !== "(prefers-color-scheme)");
  const name = button.querySelector("[data-name]");

  /** @param {Scheme} one */
  const label = (one) => one.toggle?.name || one.scheme || "";

  /** @param {number} at */
  const show = (at) => {
    const one = schemes[at];
    for (const part of /** @type {const} */ (["scheme", "primary", "accent"])) {
      const value = one[part];
      if (value) document.body.setAttribute(`data-md-color-${part}`, String(value).replace(/ /g, "-"));
    }
    // As in Material, the name of a toggle says what pressing it does.
    if (name) name.textContent = label(one) || button.dataset.label || "";
    button.title = label(one);
  };

  const preferred = () => Math.max(0, schemes.findIndex((one) => one.media && matchMedia(one.media).matches));
  const kept = schemes.findIndex((one) => one.scheme === choice);
  if (schemes.length < 1) return;
  let at = kept < 0 ? preferred() : kept;
  show(at);
  if (schemes.length < 2) button.remove();
  button.hidden = false;
  button.addEventListener("click", () => {
    at = (at + 1) % schemes.length;
    choice = schemes[at].scheme;
    show(at);
    try {
      localStorage.setItem(KEY, JSON.stringify(choice));
    } catch {}
  });
  matchMedia("(prefers-color-scheme: dark)").addEventListener?.("change", () => {
    if (choice === null) show((at = preferred()));
  });
})();
