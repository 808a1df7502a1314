// @ts-check
/** @file The one script that every page loads: it brings in what the page has a use for, and nothing else. */
import { read } from "./store.js";

/** Whether the modules can run here (early.js); if not, the page stays in its form without scripts, which is complete. */
const able = document.querySelector("html.js");

/** That the page is laid out from top to bottom (early.js): after that, whatever measures finds everything in its place. */
const whole = new Promise((done) => {
  if ("oerOpening" in document.documentElement.dataset) document.addEventListener("oer-whole", done);
  else done(true);
});

/** Asks for modules that another one will import, before that one has come: on a slow line each generation of them costs
 * more than half a second. The offline copy has all of them in one file. */
const ahead = (names = "") => {
  if (!names || "oerOffline" in document.documentElement.dataset) return;
  for (const name of names.split(" ")) {
    const href = new URL(`./${name}.js`, import.meta.url);
    document.head.append(Object.assign(document.createElement("link"), { rel: "modulepreload", href }));
  }
};

/** What a page may have, what to load for it, what that imports in turn, and whether a reader would wait for it.
 * @type {[string, () => Promise<unknown>, string?, boolean?][]} */
const parts = [
  [".oer-quiz", () => import("./quiz.js"), "quiz-kinds kept progress", true],
  [".oer-view, [data-oer-teach]", () => import("./view.js")],
  ["[data-oer-copy], pre > code, .oer-body :is(h2, h3, h4)[id]", () => import("./copy.js")],
  ["[data-oer-catalogue]", () => import("./catalogue.js"), "tongue", true],
  ["[data-oer-first-day]", () => import("./first-day.js"), "tongue"],
  ["[data-oer-map]", () => whole.then(() => import("./map.js")), "map map-detail map-state map-zoom tongue", true],
  [".oer-term", () => import("./glossary.js")],
  ["[data-oer-clock]", () => import("./run-sheet.js"), "clock session tongue", true],
  ["[data-oer-timer-panel]", () => import("./timer.js"), "clock session tongue", true],
  ["[data-oer-self-assessment]", () => import("./self-assessment.js"), "assessment assessment-page assessment-result pathway tongue", true],
  [
    "[data-oer-search]",
    () => import("./search-page.js"),
    "search-filters finder search-facets search-names search-results search-words tongue",
    true,
  ],
  ["[data-oer-going]", () => import("./module-progress.js"), "kept progress tongue"],
  [".oer-module-link, [data-oer-along]", () => import("./marks.js"), "kept progress tongue"],
  [".oer-scroll, pre > code", () => whole.then(() => import("./boxes.js"))],
  [".oer-place, .oer-page--course", () => import("./course.js")],
  ["[data-oer-learning]", () => import("./my-learning.js"), "assessment kept-pages session kept progress tongue", true],
  ["[data-oer-kept]", () => import("./offline-page.js"), "kept-pages"],
  ["[data-oer-app]", () => import("./app.js")],
];

/* Each is asked for in a task of its own: all at once they would keep a slow machine from its reader. */
for (const [selector, load, names, awaited] of able ? parts : []) {
  setTimeout(() => {
    const found = document.querySelectorAll(selector);
    if (!found.length) return;
    load().catch((fault) => {
      console.warn(fault);
      if (!awaited) return;
      const textContent = /** @type {HTMLElement | null} */ (document.querySelector(".oer-footer"))?.dataset.lost;
      for (const one of found) one.before(Object.assign(document.createElement("p"), { className: "oer-notice", textContent }));
    });
    ahead(names);
  });
}

/* The menu: the checkbox says whether it is open, Escape and Enter do what they do on a button. */
const menu = /** @type {HTMLInputElement | null} */ (document.getElementById("oer-menu"));
if (menu && document.getElementById("oer-nav")) {
  const say = () => menu.setAttribute("aria-expanded", String(menu.checked));
  menu.setAttribute("aria-controls", "oer-nav");
  menu.addEventListener("change", say);
  say();
  menu.addEventListener("keydown", (event) => {
    if (event.key === "Enter") menu.click();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && menu.checked && menu.offsetParent !== null && !document.querySelector("dialog[open]")) {
      menu.click();
      menu.focus();
    }
  });
}

/* Search: the dialog is there at once, so that no key is lost; the code behind it comes when it is first opened. */
const opener = document.getElementById("oer-search-open");
const dialog = /** @type {HTMLDialogElement | null} */ (document.getElementById("oer-search"));
const search = () => {
  const input = dialog?.querySelector("input");
  if (!dialog || !input || dialog.open || dialog.inert) return; // in a slide show it could not be used
  dialog.showModal();
  input.focus();
  input.select();
  const status = /** @type {HTMLElement} */ (dialog.querySelector("[role=status]"));
  ahead("finder search-facets search-names search-results search-words tongue");
  import("./search-dialog.js").catch((fault) => {
    console.warn(fault);
    status.textContent = dialog.dataset.failed ?? "";
  });
};
dialog?.addEventListener("click", ({ target }) => {
  // The dialog itself is its backdrop.
  if (target === dialog || (target instanceof Element && target.closest("[data-close]"))) dialog.close();
});
/* The browser gives focus back to what had it; in some a button that is pressed has not. */
opener?.addEventListener("click", () => {
  opener.focus();
  search();
});
document.addEventListener("keydown", (event) => {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || read("slash") === "off") return;
  const at = /** @type {HTMLElement} */ (event.target);
  if (at.isContentEditable || at.closest("input:not([type=checkbox], [type=radio]), textarea, select, dialog")) return;
  event.preventDefault();
  search();
});

/* Below the width for a column of its own the contents are folded. Beside the text they are open: the style sheet shows
 * them (oer.css), and here they are so for assistive technology and older browsers too. */
const fold = /** @type {HTMLDetailsElement | null} */ (document.querySelector(".oer-toc__fold"));
const beside = matchMedia("(min-width: 76em)");
if (fold) {
  const open = () => (fold.open = beside.matches);
  beside.addEventListener("change", open);
  open();
}

/* The part of the page being read, in the table of contents: the last heading above the lower two thirds of the window. */
const contents = /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll(".oer-toc a"));
const links = new Map([...contents].map((link) => [decodeURIComponent(link.hash.slice(1)), link]));
const passed = new Set();
const places = new IntersectionObserver(
  (changes) => {
    for (const { target, isIntersecting } of changes) isIntersecting ? passed.add(target.id) : passed.delete(target.id);
    const here = [...links.keys()].filter((id) => passed.has(id)).pop();
    for (const [id, link] of links) {
      if (id === here) link.setAttribute("aria-current", "location");
      else link.removeAttribute("aria-current");
    }
  },
  { rootMargin: "1000000px 0px -66% 0px" },
);
for (const id of links.keys()) {
  const heading = document.getElementById(id);
  if (heading) places.observe(heading);
}

/* The button that prints. It is hidden where no script runs: there the browser's own menu prints. */
for (const button of document.querySelectorAll("[data-oer-print]")) button.addEventListener("click", () => print());

/* On paper every answer is open. Browsers that know ::details-content need no help (print.css). */
if (!CSS.supports("selector(::details-content)") && document.querySelector("article details")) {
  import("./open-on-paper.js").catch(console.warn);
}
