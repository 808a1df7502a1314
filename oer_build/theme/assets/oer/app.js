// @ts-check
/** @file The site as an app: registers the service worker, tells it what this page is made of, and offers a new version.
 * It never loads a page again by itself: the reader may be writing. */
import { base } from "./store.js";

const bar = /** @type {HTMLElement} */ (document.querySelector("[data-oer-app]"));
const version = bar.dataset.oerApp ?? "";
const HOUR = 3_600_000;
const workers = navigator.serviceWorker;

/** @type {ServiceWorkerRegistration | null} */
let registration = null;
/** Whether the reader asked for the new version here; whether another worker has taken over meanwhile. */
let wanted = false;
let moved = false;

/** Says that this page is old. */
function offer() {
  bar.hidden = false;
  const status = bar.querySelector("[role=status]");
  // Said after the bar is there, so that screen readers take note of it.
  if (status && !status.textContent) setTimeout(() => (status.textContent = bar.dataset.ready ?? ""), 100);
}

/** Which version are you? @param {ServiceWorker | null | undefined} worker */
const ask = (worker) => worker?.postMessage({ oer: "version", version });

/** What this page consists of, for a worker of its version. @param {ServiceWorker | null} worker */
function tell(worker) {
  const pictures = [...document.images].filter((one) => one.complete && one.naturalWidth).map((one) => one.currentSrc);
  worker?.postMessage({ oer: "keep", version, page: location.href, pictures });
}

async function begin() {
  registration = await workers.register(new URL("sw.js", base), { scope: base.pathname, updateViaCache: "none" });
  const follow = () => {
    const coming = registration?.installing;
    coming?.addEventListener("statechange", () => {
      if (coming.state === "installed" && workers.controller) ask(coming);
    });
  };
  follow();
  registration.addEventListener("updatefound", follow);
  const { active, waiting } = await workers.ready;
  ask(waiting);
  ask(active);
  tell(active);
  // Pictures further down come when the reader comes near to them.
  let telling = 0;
  const later = (/** @type {Event} */ { target }) => {
    if (!(target instanceof HTMLImageElement)) return;
    clearTimeout(telling);
    telling = setTimeout(() => tell(workers.controller), 1000);
  };
  document.addEventListener("load", later, { capture: true });
  let last = Date.now();
  document.addEventListener("visibilitychange", () => {
    if (document.hidden || Date.now() - last < HOUR) return;
    last = Date.now();
    look();
  });
}

/** Asks the server for a newer worker. */
const look = () => registration?.update().catch(() => {});

/** A worker's answer. @param {MessageEvent} event */
function answer({ data, source }) {
  if (data?.oer !== "version" || data.version === version) return;
  // A page that has just come from the network is newer than a worker of before; one from another tab may be older.
  if (source === registration?.active && !moved) look();
  else offer();
}

if (workers && version) {
  workers.addEventListener("message", answer);
  workers.addEventListener("controllerchange", () => {
    if (wanted) {
      location.reload();
      return;
    }
    moved = true;
    ask(workers.controller);
    tell(workers.controller);
  });
  bar.addEventListener("click", (event) => {
    const what = /** @type {HTMLElement} */ (event.target).closest("button")?.dataset.do;
    if (what === "later") {
      bar.hidden = true;
      document.getElementById("oer-content")?.focus({ preventScroll: true });
    }
    else if (what === "load") {
      wanted = true;
      if (registration?.waiting) registration.waiting.postMessage({ oer: "load" });
      else location.reload();
    }
  });
  // Where a browser or a policy refuses, the site is one without an app.
  const go = () => begin().catch(() => {});
  if (document.readyState === "complete") go();
  else addEventListener("load", go);
}
