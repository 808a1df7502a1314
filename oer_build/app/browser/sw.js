// @ts-check
/** @file The service worker of the installable site: pages from the network where there is one, and else what was kept.
 *
 * A worker belongs to one version of the site and keeps pages of that version only: each page names its version, and
 * asks for scripts and styles at addresses that hold it. So no page ever meets scripts of another version. The build
 * (oer_build/app) writes this file with the version and the list of what is kept from the start. */
"use strict";

/** What the build knows: the version; pages, files and data by their address under the site.
 * @type {{version: string, pages: string[], files: string[], data: string[]}} */
const site = { version: "", pages: [], files: [], data: [] };

/** Milliseconds after which a page that is kept is shown in place of one that does not come. */
const PATIENCE = 4000;
const MOST = { pages: 60, pictures: 120 };
const LARGEST = 500_000;
/** How long an update may take to bring along what was kept before. */
const MOVING = 20_000;
/** Milliseconds between the looks at whether an older page is still there. */
const LINGERING = [0, 500, 2000, 8000];

/** @type {any} */
const worker = self;
const scope = new URL(worker.registration.scope);
const OURS = `oer-app:${scope.pathname}:`;
const MINE = `${OURS}${site.version}:`;
const MARK = `data-oer-app="${site.version}"`;
const offline = new URL("offline/", scope).href;
const first = new Set(site.pages.map((path) => new URL(path, scope).href));
const files = new Set(site.files.map((path) => new URL(path, scope).href));
const data = new Set(site.data.map((path) => new URL(path, scope).href));

/** @param {"files" | "pages" | "pictures"} kind */
const store = (kind) => caches.open(MINE + kind);
/** What is kept. It makes no store where there is none: it may just have been taken away.
 * @param {Request | string} asked @param {"files" | "pages" | "pictures"} kind */
const kept = (asked, kind) => caches.match(asked, { cacheName: MINE + kind, ignoreVary: true });
/** An address without query and fragment, which make no other page. @param {string} address */
const plain = (address) => address.replace(/[?#].*$/, "");
/** @param {number} time @returns {Promise<null>} */
const wait = (time) => new Promise((done) => setTimeout(() => done(null), time));
/** @param {Response} response */
const isPage = (response) => response.ok && !response.redirected && /^text\/html\b/.test(response.headers.get("Content-Type") ?? "");

/** @param {Cache} cache @param {number} most the oldest goes first */
async function trim(cache, most) {
  for (const old of (await cache.keys()).slice(0, -most)) await cache.delete(old, { ignoreVary: true });
}

/** @param {string} address */
async function forget(address) {
  for (const kind of /** @type {const} */ (["pages", "files"])) {
    if (await caches.has(MINE + kind)) await (await store(kind)).delete(address, { ignoreVary: true });
  }
}

/** Keeps a page, if it is one of this version; what is of another one must not be met again, and is no more kept.
 * @param {string} address @param {Response} response @returns {Promise<boolean>} */
async function keepPage(address, response) {
  const text = await response.clone().text();
  if (!text.includes(MARK)) {
    await forget(address);
    return false;
  }
  if (first.has(address)) return true;
  const cache = await store("pages");
  await cache.delete(address, { ignoreVary: true });
  await cache.put(address, response);
  await trim(cache, MOST.pages);
  return true;
}

/** @param {string} address @param {Response} response */
async function keepPicture(address, response) {
  if (!response.ok || !/^image\//.test(response.headers.get("Content-Type") ?? "")) return;
  if ((await response.clone().arrayBuffer()).byteLength > LARGEST) return;
  const cache = await store("pictures");
  await cache.put(address, response);
  await trim(cache, MOST.pictures);
}

/* --- Coming and going ---------------------------------------------------------------------------------------------- */

/** @param {string} address @returns {Promise<Response>} */
async function fresh(address) {
  const response = await fetch(address, { cache: "no-cache" });
  if (!response.ok || response.redirected) throw new TypeError(`${address}: ${response.status}`);
  return response;
}

async function install() {
  const cache = await store("files");
  /** @param {string} path @param {boolean} page */
  const bring = async (path, page) => {
    const address = new URL(path, scope).href;
    const response = await fresh(address);
    if (page && !(await response.clone().text()).includes(MARK)) throw new TypeError(`${address}: another version`);
    await cache.put(address, response);
  };
  // What has the version in its address comes last: it is there only as long as the site is still of this version.
  await Promise.all([...site.pages.map((path) => bring(path, true)), ...site.data.map((path) => bring(path, false))]);
  await Promise.all(site.files.map((path) => bring(path, false)));
  await Promise.race([move(await before()), wait(MOVING)]);
}

/** What the versions before keep, by kind. It is asked for once: whoever opens their stores later makes them anew. */
async function before() {
  /** @type {{url: string, keep: typeof keepPage | typeof keepPicture}[]} */
  const found = [];
  for (const [kind, keep] of /** @type {const} */ ([["pages", keepPage], ["pictures", keepPicture]])) {
    for (const name of await caches.keys()) {
      if (!name.startsWith(OURS) || name.startsWith(MINE) || !name.endsWith(`:${kind}`)) continue;
      for (const { url } of await (await caches.open(name)).keys()) found.push({ url, keep });
    }
  }
  return found;
}

/** What was kept in the version before is kept in this one, as it is there now.
 * @param {Awaited<ReturnType<typeof before>>} wanted */
async function move(wanted) {
  if (/** @type {any} */ (navigator).connection?.saveData) return;
  for (const { url, keep } of wanted) await fresh(url).then(async (response) => void (await keep(url, response))).catch(() => {});
}

async function activate() {
  for (const name of await caches.keys()) if (name.startsWith(OURS) && !name.startsWith(MINE)) await caches.delete(name);
  await worker.clients.claim();
}

/* --- Answering ----------------------------------------------------------------------------------------------------- */

/** The network's answer, or in its place what is kept; that at once where there is no network, and else in good time.
 * @param {Promise<Response>} asked @param {() => Promise<Response | undefined>} find */
async function soon(asked, find) {
  const answer = asked.catch(() => null);
  const known = await find();
  const best = known ? await Promise.race([answer, wait(PATIENCE)]) : await answer;
  return best && (best.status < 500 || !known) ? best : known;
}

/** @param {any} event */
async function page(event) {
  const address = plain(event.request.url);
  const asked = fetch(event.request, { cache: "no-cache" });
  const noted = asked.then(async (response) => {
    if (response.status === 404 || response.status === 410) await forget(address);
    if (!isPage(response)) return;
    // A page of another version: this worker is of the past. Nobody waits for its successor, which may wait for us.
    if (!(await keepPage(address, response.clone()))) worker.registration.update().catch(() => {});
  });
  event.waitUntil(noted.catch(() => {}));
  const found = await soon(asked, async () => (await kept(address, "pages")) ?? kept(address, "files"));
  if (found) return found;
  if (address === offline) return Response.error();
  return Response.redirect(`${offline}?from=${encodeURIComponent(event.request.url.slice(scope.href.length))}`);
}

/** @param {Request} request */
const file = async (request) => (await kept(request, "files")) ?? fetch(request);

/** @param {Request} request */
async function other(request) {
  const kind = data.has(request.url) ? "files" : "pictures";
  return (await soon(fetch(request), () => kept(request, kind))) ?? Response.error();
}

worker.addEventListener("install", (/** @type {any} */ event) => event.waitUntil(install()));
worker.addEventListener("activate", (/** @type {any} */ event) => event.waitUntil(activate()));
worker.addEventListener("fetch", (/** @type {any} */ event) => {
  const { request } = event;
  if (request.method !== "GET" || !request.url.startsWith(scope.href)) return;
  if (request.mode === "navigate") event.respondWith(page(event));
  else if (files.has(request.url)) event.respondWith(file(request));
  else if (request.destination === "image" || data.has(request.url)) event.respondWith(other(request));
});

/* --- What pages say ------------------------------------------------------------------------------------------------ */

/** A page that was shown before this worker was there, and its pictures. @param {string} address @param {string[]} pictures */
async function keep(address, pictures) {
  const known = await kept(address, "pages");
  if (!known) {
    const response = await fetch(address, { cache: "force-cache" });
    if (isPage(response)) await keepPage(address, response);
  }
  for (const picture of pictures.slice(0, MOST.pictures)) {
    if (!picture.startsWith(scope.href) || files.has(picture) || (await kept(picture, "pictures"))) continue;
    await fetch(picture, { cache: "force-cache" }).then((response) => keepPicture(picture, response)).catch(() => {});
  }
}

/** A page of a version asks which one this is. @param {string} version @param {any} client */
async function compare(version, client) {
  client?.postMessage({ oer: "version", version: site.version });
  if (version !== site.version) return;
  // The page is new already. Where it is the only one, nobody needs the worker before; one that it took the place of, or
  // that is being closed, may be there a little longer.
  for (const pause of LINGERING) {
    await wait(pause);
    const all = await worker.clients.matchAll({ type: "window", includeUncontrolled: true });
    if (all.filter((/** @type {any} */ one) => one.url.startsWith(scope.href)).length < 2) return worker.skipWaiting();
  }
}

worker.addEventListener("message", (/** @type {any} */ event) => {
  const said = event.data;
  if (said?.oer === "keep" && said.version === site.version && String(said.page).startsWith(scope.href) && Array.isArray(said.pictures)) {
    event.waitUntil(keep(plain(said.page), said.pictures.map(String)).catch(() => {}));
  } else if (said?.oer === "version") event.waitUntil(compare(said.version, event.source));
  else if (said?.oer === "load") event.waitUntil(worker.skipWaiting());
});
