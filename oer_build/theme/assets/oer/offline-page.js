// @ts-check
/** @file The page that stands in for one that is not kept: says so, where to try again, and what can be read now. */
import { forgetPages, keptPages } from "./kept-pages.js";
import { base } from "./store.js";

const root = /** @type {HTMLElement} */ (document.querySelector("[data-oer-kept]"));
/** @param {string} name @returns {HTMLElement} */
const part = (name) => /** @type {HTMLElement} */ (root.querySelector(`[data-part="${name}"]`));

/** The page that was asked for, if it is one of this site. @returns {URL | null} */
function asked() {
  const from = new URLSearchParams(location.search).get("from");
  if (from === null) return null;
  try {
    const address = new URL(from, base);
    return address.href.startsWith(base.href) ? address : null;
  } catch {
    return null;
  }
}

const missing = asked();
if (missing) {
  part("online").hidden = true;
  part("offline").hidden = false;
  part("missing").hidden = false;
  document.title = document.title.replace(part("online").textContent ?? "", () => part("offline").textContent ?? "");
  const again = /** @type {HTMLAnchorElement} */ (part("again"));
  again.href = missing.href;
  addEventListener("online", () => (part("back").textContent = root.dataset.back ?? ""));
}

async function show() {
  /** @type {{title: string, address: string}[]} */
  let pages = [];
  try {
    pages = await keptPages();
  } catch {
    // A browser that keeps nothing: the list is empty, and that is what the page says.
  }
  part("none").hidden = pages.length > 0;
  part("some").hidden = !pages.length;
  part("list").replaceChildren(
    ...pages.map(({ title, address }) => {
      const item = document.createElement("li");
      const link = document.createElement("a");
      link.href = address;
      link.textContent = title;
      item.append(link);
      return item;
    }),
  );
}

part("forget").addEventListener("click", async () => {
  const good = await forgetPages();
  await show();
  part("told").textContent = (good ? root.dataset.gone : root.dataset.stay) ?? "";
  part("told").focus();
});
show();
