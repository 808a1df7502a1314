// @ts-check
/** @file What stands at `sw.js` of a site that is no installable one. Browsers ask for this file as long as they have a
 * service worker of the site from before: this one takes its place, removes what it kept, and then itself. Readers' own
 * data lies elsewhere and stays. */
"use strict";

/** @type {any} */
const worker = self;
const OURS = `oer-app:${new URL(worker.registration.scope).pathname}:`;

worker.addEventListener("install", () => worker.skipWaiting());
worker.addEventListener("activate", (/** @type {any} */ event) => event.waitUntil(leave()));

async function leave() {
  for (const name of await caches.keys()) if (name.startsWith(OURS)) await caches.delete(name);
  await worker.registration.unregister();
}
