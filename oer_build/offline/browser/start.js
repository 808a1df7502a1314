// @ts-check
/** @file Begins the one script of the offline copy: a registry of modules, and what stands in for fetching. The
 * functions of the modules follow it (oer_build/offline/scripts.py). From a folder browsers load classic scripts only,
 * so a file that a script would fetch lies in offline/ as a script that calls `oerOffline`. */

/** @typedef {Record<string, any>} Exports */
/** @typedef {(exports: Exports, need: (name: string) => Exports, bring: (path: string) => Promise<Exports>, url: string) => void} Body */

const here = /** @type {HTMLScriptElement} */ (document.currentScript);
/** The folder that the reader unpacked. */
const root = new URL("../", here.src);
/** @type {Record<string, Body>} */
let bodies = {};
/** @type {Set<string>} */
let files = new Set();
/** @type {Map<string, Exports>} */
const made = new Map();
/** @type {Map<string, {promise: Promise<any>, give: (value: any) => void}>} */
const asked = new Map();

/** @param {string} name @returns {Exports} */
function need(name) {
  const ready = made.get(name);
  if (ready) return ready;
  /** @type {Exports} */
  const exports = {};
  const url = new URL(name, root).href;
  bodies[name](exports, need, (path) => bring(new URL(path, url)), url);
  made.set(name, exports);
  return exports;
}

/** What dynamic import() does. @param {URL} address @returns {Promise<Exports>} */
async function bring(address) {
  const name = under(address);
  if (name === "pagefind/pagefind.js") return need("offline/search.js").engine(await data("search-offline"));
  if (!Object.hasOwn(bodies, name)) throw new TypeError(`not in the offline copy: ${name}`);
  return need(name);
}

/** The path of an address under the folder. @param {URL} address */
const under = (address) => (address.href.startsWith(root.href) ? decodeURIComponent(address.pathname.slice(root.pathname.length)) : address.href);

/** What lies in offline/ under a name. @param {string} name @returns {Promise<any>} */
function data(name) {
  const before = asked.get(name);
  if (before) return before.promise;
  /** @type {(value: any) => void} */
  let give = () => {};
  const promise = new Promise((resolve, reject) => {
    give = resolve;
    const script = document.createElement("script");
    script.src = new URL(`offline/${name}.js`, root).href;
    script.onerror = () => {
      asked.delete(name);
      reject(new TypeError(`not in the offline copy: ${name}`));
    };
    document.head.append(script);
  });
  asked.set(name, { promise, give });
  return promise;
}

Object.assign(globalThis, { oerOffline: (/** @type {string} */ name, /** @type {any} */ value) => asked.get(name)?.give(value) });

/** In place of the browser's own, for the modules that follow. @param {string | URL} address @returns {Promise<Response>} */
// eslint-disable-next-line no-unused-vars
async function fetch(address) {
  const name = under(new URL(address, document.baseURI));
  if (!files.has(name)) throw new TypeError(`not in the offline copy: ${name}`);
  return new Response(await data(name));
}

/** An address of a folder, which a script may have made, becomes that of its page before it is followed.
 * @param {Event} event */
function complete(event) {
  const link = event.target instanceof Element ? event.target.closest("a") : null;
  const name = link?.hasAttribute("href") ? "href" : "xlink:href";
  const written = link?.getAttribute(name);
  if (!link || !written) return;
  try {
    const address = new URL(written, document.baseURI);
    if (!address.href.startsWith(root.href) || !address.pathname.endsWith("/")) return;
    address.pathname += "index.html";
    link.setAttribute(name, address.href);
  } catch {
    // No address: the browser says so when it is followed.
  }
}

/** @param {Record<string, Body>} modules @param {string[]} known */
function start(modules, known) {
  bodies = modules;
  files = new Set(known);
  for (const kind of ["pointerdown", "click", "auxclick"]) document.addEventListener(kind, complete, true);
  for (const name of (here.dataset.modules ?? "").split(" ")) if (name) need(name);
}
