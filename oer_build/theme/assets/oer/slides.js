// @ts-check
/** @file The slide show of a module. A classic script without imports, because browsers refuse modules on file: and
 * slides are shown from folders too.
 *
 * Contract: [data-oer-slides] holds a toolbar (class oer-js; buttons with data-do), an element with role=status for the
 * progress, and section.oer-slide with ids 1, 2, 3 ..., each with a face and maybe notes. Without this script the page
 * is read from top to bottom. In the show one slide fills the window and the rest of the page is inert. */
"use strict";
(() => {
  const show = /** @type {HTMLElement} */ (document.querySelector("[data-oer-slides]"));
  const tools = /** @type {HTMLElement} */ (show.querySelector(".oer-slides__tools"));
  const keys = /** @type {HTMLElement} */ (show.querySelector(".oer-slides__keys"));
  const progress = /** @type {HTMLElement} */ (show.querySelector(".oer-slides__progress"));
  const slides = /** @type {HTMLElement[]} */ ([...show.querySelectorAll(".oer-slide")]);
  const words = show.dataset;
  /** @param {string} what */
  const button = (what) => /** @type {HTMLButtonElement} */ (tools.querySelector(`[data-do="${what}"]`));

  let at = 0;
  let running = false;
  let notes = true;
  /** What was made inert for the show. @type {HTMLElement[]} */
  let quiet = [];
  /** @type {Window | null} */
  let aside = null;

  const numberInAddress = () => {
    const number = Number(location.hash.slice(1));
    return Number.isInteger(number) && number >= 1 && number <= slides.length ? number - 1 : -1;
  };
  /** @param {HTMLElement} slide */
  const answerOf = (slide) => /** @type {HTMLDetailsElement | null} */ (slide.querySelector(".oer-slide__answer"));
  /** @param {string} tag @param {string} text */
  const made = (tag, text) => {
    const node = document.createElement(tag);
    node.textContent = text;
    return node;
  };

  /** @param {boolean} shown */
  function setNotes(shown) {
    notes = shown;
    show.classList.toggle("oer-slides--bare", !shown);
    button("notes").setAttribute("aria-pressed", String(shown));
    if (running) tell(false);
  }

  /** The progress, the address and the notes window say which slide it is. @param {boolean} address */
  function tell(address) {
    progress.textContent = (words.progress ?? "{number}/{total}").replace("{number}", String(at + 1)).replace("{total}", String(slides.length));
    // In the notes' place nothing would say that there are none.
    if (running && notes && !slides[at].querySelector(".oer-slide__notes")) progress.textContent += `. ${words.windowEmpty ?? ""}`;
    for (const [what, end] of /** @type {[string, number][]} */ ([["previous", 0], ["next", slides.length - 1]])) {
      button(what).setAttribute("aria-disabled", String(running && at === end && !(what === "next" && folded())));
    }
    if (address) history.replaceState({ show: running }, "", `#${at + 1}`);
    fillAside();
  }

  /** Whether the slide has an answer that the next key opens. */
  const folded = () => {
    const answer = answerOf(slides[at]);
    return Boolean(answer && !answer.open);
  };

  /** @param {number} number @param {{ focus?: boolean, open?: boolean }} [how] */
  function go(number, { focus = true, open = false } = {}) {
    at = Math.max(0, Math.min(slides.length - 1, number));
    slides.forEach((slide, one) => slide.classList.toggle("oer-slide--now", one === at));
    const answer = answerOf(slides[at]);
    if (answer) answer.open = open;
    tell(true);
    slides[at].scrollTop = 0;
    if (focus) slides[at].focus({ preventScroll: true });
  }

  function next() {
    const answer = answerOf(slides[at]);
    if (answer && !answer.open) {
      answer.open = true;
      tell(false);
      progress.textContent = `${progress.textContent}. ${words.answer ?? ""}`;
      answer.scrollIntoView({ block: "nearest" });
    } else if (at < slides.length - 1) go(at + 1);
  }

  function previous() {
    const answer = answerOf(slides[at]);
    if (answer?.open) {
      answer.open = false;
      tell(false);
    } else if (at > 0) go(at - 1, { open: true });
  }

  /** @param {number} from */
  function start(from) {
    running = true;
    show.classList.add("oer-slides--show");
    document.documentElement.classList.add("oer-showing");
    // Everything beside the show is out of reach; the show is not a dialog, so that its address stays the page's.
    for (let node = /** @type {HTMLElement} */ (show); node.parentElement && node !== document.body; node = node.parentElement) {
      for (const other of /** @type {HTMLElement[]} */ ([...node.parentElement.children])) {
        if (other !== node && !other.inert && other.tagName !== "SCRIPT") {
          other.inert = true;
          quiet.push(other);
        }
      }
    }
    for (const slide of slides) slide.tabIndex = 0;
    for (const picture of show.querySelectorAll("img")) picture.loading = "eager";
    setNotes(false);
    go(from);
  }

  function end() {
    running = false;
    show.classList.remove("oer-slides--show");
    document.documentElement.classList.remove("oer-showing");
    for (const other of quiet) other.inert = false;
    quiet = [];
    for (const slide of slides) {
      slide.tabIndex = -1;
      const answer = answerOf(slide);
      if (answer) answer.open = false;
    }
    setNotes(true);
    if (document.fullscreenElement) document.exitFullscreen().catch(() => {});
    tell(true);
    button("start").focus();
  }

  /** Notes in a window of their own, for a second screen. It is filled from here: nothing is loaded, so that it works
   * from a folder too. */
  function openAside() {
    if (!aside || aside.closed) {
      aside = window.open("", "oer-notes", "popup,width=720,height=760");
      if (!aside) {
        setNotes(true);
        progress.textContent = words.windowBlocked ?? "";
        return;
      }
      const page = aside.document;
      page.title = words.windowTitle ?? "";
      page.documentElement.lang = show.closest("[lang]")?.getAttribute("lang") ?? "";
      page.documentElement.dir = getComputedStyle(show).direction;
      page.documentElement.className = "oer-aside";
      page.head.replaceChildren(page.head.querySelector("title") ?? "");
      for (const style of /** @type {HTMLLinkElement[]} */ ([...document.querySelectorAll('link[rel="stylesheet"]')])) {
        const link = page.createElement("link");
        link.rel = "stylesheet";
        link.href = style.href;
        link.media = style.media;
        page.head.append(link);
      }
      for (const { name, value } of document.body.attributes) {
        if (name.startsWith("data-")) page.body.setAttribute(name, value);
      }
      page.addEventListener("keydown", key);
    }
    fillAside();
    aside.focus();
  }

  function fillAside() {
    if (!aside || aside.closed) return;
    const page = aside.document;
    const main = page.createElement("main");
    main.className = "md-typeset oer-aside__page";
    const titleOf = (/** @type {number} */ number) => slides[number]?.querySelector(".oer-slide__title")?.textContent?.replace(/\s+/g, " ").trim() ?? "";
    main.append(made("h1", titleOf(at)), made("p", progress.textContent ?? ""));
    const said = slides[at].querySelector(".oer-slide__notes");
    const copy = said ? /** @type {HTMLElement} */ (page.importNode(said, true)) : made("p", words.windowEmpty ?? "");
    for (const node of copy.querySelectorAll("[id]")) node.removeAttribute("id");
    for (const link of copy.querySelectorAll("a")) link.target = "_blank";
    const after = at < slides.length - 1 ? `${words.windowNext} ${titleOf(at + 1)}` : (words.windowEnd ?? "");
    const line = made("p", after);
    line.className = "oer-aside__next";
    main.append(copy, line);
    page.body.replaceChildren(main);
    aside.scrollTo(0, 0);
  }

  /** @param {KeyboardEvent} event */
  function key(event) {
    if (!running || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    const target = /** @type {HTMLElement} */ (event.target);
    const control = target.closest?.("button, a, summary, input, select, textarea");
    const back = getComputedStyle(show).direction === "rtl" ? "ArrowRight" : "ArrowLeft";
    const slide = slides[at];
    // On a slide that is taller than the window these keys scroll; in what scrolls by itself, such as a wide table, too.
    const tall = slide.scrollHeight > slide.clientHeight + 1;
    const box = /** @type {HTMLElement | null} */ (target.closest?.("[tabindex='0']:not(.oer-slide), .oer-slide__notes"));
    const within = box !== null && (box.scrollWidth > box.clientWidth + 1 || box.scrollHeight > box.clientHeight + 1);
    /** @type {Record<string, (() => void) | undefined>} */
    const ways = {
      ArrowLeft: within ? undefined : back === "ArrowLeft" ? previous : next,
      ArrowRight: within ? undefined : back === "ArrowLeft" ? next : previous,
      ArrowUp: tall || within ? undefined : previous,
      ArrowDown: tall || within ? undefined : next,
      PageUp: previous,
      PageDown: next,
      " ": control ? undefined : event.shiftKey ? previous : next,
      Home: () => go(0),
      End: () => go(slides.length - 1),
      Escape: end,
      n: () => setNotes(!notes),
    };
    const way = ways[event.key];
    if (!way || (event.shiftKey && event.key !== " ")) return;
    event.preventDefault();
    way();
  }

  tools.addEventListener("click", (event) => {
    const what = /** @type {HTMLElement} */ (event.target).closest("button")?.dataset.do;
    if (what === "start") start(Math.max(0, numberInAddress()));
    else if (what === "previous") previous();
    else if (what === "next") next();
    else if (what === "notes") setNotes(!notes);
    else if (what === "window") openAside();
    else if (what === "full") {
      if (document.fullscreenElement) document.exitFullscreen().catch(() => {});
      else document.documentElement.requestFullscreen?.().catch(() => {});
    } else if (what === "print") window.print();
    else if (what === "end") end();
  });
  document.addEventListener("keydown", key);
  addEventListener("hashchange", () => {
    const number = numberInAddress();
    if (number < 0) return;
    if (running) go(number);
    else at = number;
  });
  // On paper everything is there, whatever the screen shows.
  addEventListener("beforeprint", () => show.classList.remove("oer-slides--show"));
  addEventListener("afterprint", () => show.classList.toggle("oer-slides--show", running));
  addEventListener("pagehide", () => aside?.close());

  for (const slide of slides) slide.tabIndex = -1;
  // Where modules run they have been there from the start (early.js).
  for (const one of [tools, keys]) one.classList.remove("oer-js");
  at = Math.max(0, numberInAddress());
  setNotes(true);
  // A reload in the middle of a session goes on where it was.
  if (history.state?.show && numberInAddress() >= 0) start(at);
})();
