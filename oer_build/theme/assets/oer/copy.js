// @ts-check
/** @file What can be copied: texts and code, by a button beside what can be selected by hand too (it names what it copies:
 * data-oer-copy="id"), and the address of a heading, by a link that leads there. */

const region = document.createElement("p");
region.className = "oer-sr";
region.setAttribute("role", "status");
document.body.append(region);

const words = /** @type {HTMLElement | null} */ (document.querySelector(".oer-footer"))?.dataset;
const said = {
  copy: words?.copy || "Copy",
  copied: words?.copied || "Copied",
  link: words?.link || "Link to “{title}”",
  linkCopied: words?.linkCopied || "Address copied",
  notCopied: words?.notCopied || "Not copied. The text is selected: copy it with the keys of your computer.",
};

/**
 * Tells a screen reader, and forgets it again.
 * @param {string} text
 * @param {() => void} [after] what else goes back with it
 */
function say(text, after) {
  region.textContent = text;
  setTimeout(() => {
    region.textContent = "";
    after?.();
  }, 3000);
}

/**
 * @param {HTMLElement} source
 * @returns {Promise<boolean>} whether it was copied; if not, the text is selected, ready for the reader's own keys
 */
async function copy(source) {
  const text = source instanceof HTMLTextAreaElement || source instanceof HTMLInputElement ? source.value : (source.textContent ?? "");
  try {
    await navigator.clipboard.writeText(text.trim());
    return true;
  } catch {
    if (source instanceof HTMLTextAreaElement || source instanceof HTMLInputElement) source.select();
    else getSelection()?.selectAllChildren(source);
    return false;
  }
}

/**
 * @param {HTMLElement} button
 * @param {HTMLElement} source
 */
function wire(button, source) {
  const label = button.querySelector("[data-label]") ?? button;
  const before = label.textContent ?? "";
  button.hidden = false;
  button.addEventListener("click", async () => {
    if (!(await copy(source))) {
      say(said.notCopied);
      return;
    }
    const done = button.dataset.copied || said.copied;
    label.textContent = done;
    say(done, () => (label.textContent = before));
  });
}

for (const button of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("button[data-oer-copy]"))) {
  const source = document.getElementById(button.dataset.oerCopy ?? "");
  if (source) wire(button, source);
}

for (const code of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(".md-typeset .highlight pre > code"))) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "oer-copy oer-copy--code";
  button.textContent = said.copy;
  (code.closest(".highlight") ?? code.parentElement)?.append(button);
  wire(button, code);
}

for (const heading of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(".oer-body :is(h2, h3, h4)[id]"))) {
  // The name of the heading stays its own words: the link in it has a name of its own.
  const words = document.createElement("span");
  words.id = `${heading.id}-words`;
  words.dataset.oerHeading = "";
  words.append(...heading.childNodes);
  const link = document.createElement("a");
  link.className = "oer-anchor";
  link.href = `#${encodeURIComponent(heading.id)}`;
  link.setAttribute("aria-label", said.link.replace("{title}", words.textContent?.trim() ?? ""));
  link.textContent = "#";
  heading.setAttribute("aria-labelledby", words.id);
  heading.append(words, link);
  link.addEventListener("click", () => {
    navigator.clipboard?.writeText(link.href).then(
      () => say(said.linkCopied),
      () => {}, // the link leads there all the same, and the address stands in the address bar
    );
  });
}
