// @ts-check
// Runs before the page is drawn, as a classic script: sets its colours, and says whether the modules will run, so that
// nothing jumps. The only one of ours that a page waits for: each more would hold up what stands below it.
// On file: browsers refuse modules; there the page stays in its no-script form, which is complete, unless it is one of
// the offline copy, whose scripts are no modules.
"use strict";
(() => {
  const root = document.documentElement;
  const script = /** @type {HTMLScriptElement} */ (document.currentScript);

  /* The colour scheme: the reader's choice, else what the system prefers. It is set as soon as there is a body, so that
   * the page is drawn once and in the right colours; its button works from when it comes. */
  const colour = () => {
    /** @typedef {{scheme?: string, primary?: string, accent?: string, media?: string, toggle?: {name?: string}}} Scheme */
    const KEY = `${new URL("../../", script.src).pathname}.oer.scheme`;
    /** @type {Scheme[]} */
    const schemes = JSON.parse(script.dataset.schemes ?? "[]").filter((/** @type {Scheme} */ one) => one.media !== "(prefers-color-scheme)");
    if (!schemes.length) return;
    /** The reader's choice, as JSON; nothing where there is none, or storage is closed: then it lasts as long as the page.
     * @type {unknown} */
    let choice = null;
    try {
      choice = JSON.parse(localStorage.getItem(KEY) ?? "null");
    } catch {}
    let at = schemes.findIndex((one) => one.scheme === choice);
    const prefer = () => (at = Math.max(0, schemes.findIndex((one) => one.media && matchMedia(one.media).matches)));
    if (at < 0) prefer();

    const show = () => {
      const one = schemes[at];
      for (const part of /** @type {const} */ (["scheme", "primary", "accent"])) {
        const value = one[part];
        if (value) document.body.setAttribute(`data-md-color-${part}`, String(value).replace(/ /g, "-"));
      }
      const button = document.getElementById("oer-scheme");
      // As in Material, the name of a toggle says what pressing it does.
      const label = one.toggle?.name || one.scheme;
      if (!button || !label) return;
      const name = button.querySelector("[data-name]");
      if (name) name.textContent = label;
      button.title = label;
    };

    let begun = false;
    const begin = () => {
      if (begun) return;
      const button = document.getElementById("oer-scheme");
      // Before each frame, until all of it is there.
      if (document.readyState === "loading" && !button?.querySelector("[data-name]")) requestAnimationFrame(begin);
      else begun = true;
      if (document.body) show();
      if (!begun || !button) return;
      button.hidden = schemes.length < 2;
      button.addEventListener("click", () => {
        at = (at + 1) % schemes.length;
        choice = schemes[at].scheme;
        show();
        try {
          localStorage.setItem(KEY, JSON.stringify(choice));
        } catch {}
      });
    };
    requestAnimationFrame(begin);
    document.addEventListener("DOMContentLoaded", begin);
    matchMedia("(prefers-color-scheme: dark)").addEventListener?.("change", () => {
      if (choice !== null) return;
      prefer();
      show();
    });
  };

  /* Who opens a page from its top has it laid out from top to bottom, a few thousandths of a second at a time: a slow machine
   * stays ready for the reader. Who comes to a part of it, or back to it, finds it whole. `data-oer-opening` says that it
   * goes on, the event `oer-whole` that it is over. */
  const openByPieces = () => {
    /** @type {Element[]} What is still to show, in reading order. */
    let waiting = [];
    /** How long to be at it without a pause, in milliseconds. */
    const SLICE = 4;
    /** How many elements to lay out between two looks at the clock. What is in sight comes one by one: a letter of a size
     * that is new to a browser may take longer than a table. Each look takes time too, so further below there are fewer. */
    const [IN_SIGHT, BELOW] = [1, 40];
    let share = IN_SIGHT;
    const wait = (/** @type {Element} */ one, on = true) => one.toggleAttribute("data-oer-wait", on);

    const end = () => {
      if (!("oerOpening" in root.dataset)) return;
      for (const one of waiting) wait(one, false);
      waiting = [];
      root.classList.remove("oer-closed");
      delete root.dataset.oerOpening;
      document.dispatchEvent(new Event("oer-whole"));
    };

    /** How many elements are laid out with it if all of it comes at once. */
    const size = (/** @type {Element} */ one) => (/** @type {HTMLDetailsElement} */ (one).open === false ? 2 : 1 + one.getElementsByTagName("*").length);

    /** What of a box can come by itself; nothing of what is small, or would move what is there already. */
    const partsOf = (/** @type {Element} */ one) => {
      if (one.getElementsByTagName("*").length <= 8) return [];
      return [...(inPlace(one) ?? (/^(DIV|SECTION|ARTICLE|MAIN|FORM|UL|OL)$/.test(one.tagName) ? one.children : []))];
    };
    /** Parts that each have a place of their own: boxes and lines of a picture (Chromium builds a group that is hidden as if it
     * were not), rows of a table whose columns do not depend on them. */
    const inPlace = (/** @type {Element} */ one) => {
      if (one.tagName === "svg" && one.querySelector("a")) return one.querySelectorAll("a, g > path");
      if (one.tagName === "TABLE" && getComputedStyle(one).tableLayout === "fixed") return one.querySelectorAll("tbody > tr");
      return null;
    };

    /** Shows the next of what waits: the whole of it, or a box whose content waits instead. */
    const showNext = () => {
      const one = /** @type {Element} */ (waiting.shift());
      const parts = partsOf(one);
      for (const part of parts) wait(part);
      wait(one, false);
      if (!parts.length) return one;
      const { display } = getComputedStyle(one);
      // Only where one stands below the other: elsewhere what comes would move what is there.
      if (display === "block" || (display !== "none" && (inPlace(one) || one.querySelector("article")))) waiting.unshift(...parts);
      else for (const part of parts) wait(part, false);
      return one;
    };

    const show = () => {
      if (!waiting.length) return end(); // the reader has gone to a part since
      try {
        const begun = performance.now();
        let box;
        do {
          let one;
          let count = 0;
          do {
            one = showNext();
            count += one.contains(waiting[0]) ? 1 : size(one);
          } while (waiting.length && count < share && count + (partsOf(waiting[0]).length ? 1 : size(waiting[0])) <= share);
          box = one.getBoundingClientRect(); // lays it out, here and now
        } while (waiting.length && performance.now() - begun < SLICE);
        if (!waiting.length) end();
        else if (share === IN_SIGHT && box.height && box.top > innerHeight) {
          share = BELOW;
          requestAnimationFrame(() => setTimeout(show)); // when what is in sight has been drawn
        } else setTimeout(show);
      } catch (fault) {
        end();
        throw fault;
      }
    };

    const begin = (/** @type {number} */ patience) => {
      if (!("oerOpening" in root.dataset)) return;
      if (document.readyState !== "loading") {
        waiting = [...document.body.children].filter((one) => !/^(SCRIPT|DIALOG)$/.test(one.tagName));
        waiting.forEach((one) => wait(one));
        root.classList.remove("oer-closed");
        show();
      } else if (patience) setTimeout(begin, 5, patience - 1);
      else end(); // a slow line brings it piece by piece
    };

    /** Who follows a link to a part that was not there yet comes to it. */
    const toPart = () => {
      if (!("oerOpening" in root.dataset)) return;
      end();
      document.getElementById(decodeURIComponent(location.hash.slice(1)))?.scrollIntoView();
    };

    root.classList.add("oer-closed");
    root.dataset.oerOpening = "";
    addEventListener("hashchange", toPart, { once: true });
    document.addEventListener("visibilitychange", end, { once: true });
    requestAnimationFrame(() => setTimeout(begin, 0, 20));
  };

  colour();
  // Who has these two has all that the modules need; older browsers keep the form without scripts too.
  const able = "hasOwn" in Object && "HTMLDialogElement" in globalThis;
  if (able && (location.protocol !== "file:" || "oerOffline" in root.dataset)) {
    root.classList.replace("no-js", "js");
    // Who presses "Check" before quiz.js is there has the answer checked when it comes, and not sent away.
    document.addEventListener("submit", (event) => {
      const form = /** @type {HTMLFormElement} */ (event.target);
      if (event.defaultPrevented || !form.closest(".oer-quiz")) return;
      event.preventDefault();
      form.dataset.asked = "";
    });
    const [visit] = /** @type {PerformanceNavigationTiming[]} */ (performance.getEntriesByType("navigation"));
    const fromTop = visit?.type === "navigate" && !location.hash && !visit.name.includes("#");
    if (fromTop && document.visibilityState === "visible" && !("atOnce" in script.dataset)) openByPieces();
  }
})();
