// @ts-check
/** @file What stands at `sw.js` of a site that is no installable one. Browsers ask for this file as long as they have a
 * service worker of the site from before: this one takes its place, removes what it kept, and then itself. Readers' own
 * data lies elsewhere and stays. */
"use strict";

/** @type {any} */
const worker = self;
const OURS = `oer-app:${new URL(worker.registration.scope).pathname}:`;

worker.addEventListener("install", (/** @type {any} */ event) => {
  event.waitUntil(clear());
  // Not when this worker is active: a browser that is busy lets it wait for the one before, which may take minutes. Nobody
  // waits for the answer, for it comes only when this worker is installed.
  worker.registration.unregister().catch(() => {});
  worker.skipWaiting();
});
// What the worker before kept meanwhile, for a page that was open.
worker.addEventListener("activate", (/** @type {any} */ event) => event.waitUntil(clear()));

async function clear() {
  for (const name of await caches.keys()) if (name.startsWith(OURS)) await caches.delete(name);
}
