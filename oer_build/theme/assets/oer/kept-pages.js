// @ts-check
/** @file The pages that the service worker keeps for reading without a connection: which, and away with them. */
import { base } from "./store.js";

/** The names of what is kept begin with this (oer_build/app/browser/sw.js). */
const OURS = `oer-app:${base.pathname}:`;

/** @param {string} kind @returns {Promise<string[]>} */
const names = async (kind) => ("caches" in globalThis ? (await caches.keys()).filter((name) => name.startsWith(OURS) && name.endsWith(`:${kind}`)) : []);

/** @returns {Promise<{title: string, address: string}[]>} the newest first */
export async function keptPages() {
  /** While a new version waits, a page may be kept in both. @type {Map<string, {title: string, address: string}>} */
  const found = new Map();
  for (const name of await names("pages")) {
    const cache = await caches.open(name);
    for (const request of await cache.keys()) {
      const text = (await (await cache.match(request, { ignoreVary: true }))?.text()) ?? "";
      const page = new DOMParser().parseFromString(text, "text/html");
      const title = page.querySelector("h1")?.textContent?.trim() || page.title || request.url;
      found.set(request.url, { title, address: request.url });
    }
  }
  return [...found.values()].reverse();
}

/** What the reader has read is nobody's business: every page and picture that is kept goes; the site's own files stay.
 * Never throws. @returns {Promise<boolean>} whether nothing is left */
export async function forgetPages() {
  try {
    for (const name of [...(await names("pages")), ...(await names("pictures"))]) await caches.delete(name);
    return true;
  } catch {
    return false;
  }
}
