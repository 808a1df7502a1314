// @ts-check
// The colour scheme: the reader's choice, else what the system prefers. A classic script in the header, so that the
// page is drawn once and in the right colours.
"use strict";
(() => {
  /** @typedef {{scheme?: string, primary?: string, accent?: string, media?: string, toggle?: {name?: string}}} Scheme */
  const button = document.getElementById("oer-scheme");
  if (!button) return;
  /** @type {any} */
  const store = window;
  const KEY = "oer.scheme";
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
  const kept = schemes.findIndex((one) => one.scheme === store.__md_get(KEY));
  if (schemes.length < 1) return;
  let at = kept < 0 ? preferred() : kept;
  show(at);
  if (schemes.length < 2) button.remove();
  button.hidden = false;
  button.addEventListener("click", () => {
    at = (at + 1) % schemes.length;
    store.__md_set(KEY, schemes[at].scheme);
    show(at);
  });
  matchMedia("(prefers-color-scheme: dark)").addEventListener?.("change", () => {
    if (store.__md_get(KEY) === null) show((at = preferred()));
  });
})();
