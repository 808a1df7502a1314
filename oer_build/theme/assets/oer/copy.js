// @ts-check
/** @file What can be copied: texts and code, by a button beside what can be selected by hand too (it names what it copies:
 * data-oer-copy="id"), and the address of a heading, by a link that leads there. */

const region = document.createElement("p");
region.className = "oer-said";
region.setAttribute("role", "status");
document.body.append(region);

const words = /** @type {HTMLElement | null} */ (document.querySelector(".oer-footer"))?.dataset;
const said = {
  copy: words?.copy || "Copy",
  copied: words?.copied || "Copied",
  link: words?.link || "Copy the link to “{title}”",
  linkCopied: words?.linkCopied || "Link copied",
  linkShown: words?.linkShown || "The link stands in the address bar now: copy it there.",
  notCopied: words?.notCopied || "Not copied. The text is selected: copy it with the keys of your computer.",
};

/** @type {ReturnType<typeof setTimeout> | undefined} */
let forgetting;

/** Says it, to eyes and ears, for as long as it takes to read. @param {string} text */
function say(text) {
  region.textContent = text;
  clearTimeout(forgetting);
  forgetting = setTimeout(() => (region.textContent = ""), 2000 + 60 * text.length);
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
    say(done);
    setTimeout(() => (label.textContent = before), 3000);
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
    // The link leads there all the same. Browsers give pages without HTTPS no way to copy.
    const copied = navigator.clipboard?.writeText(link.href) ?? Promise.reject();
    copied.then(() => say(said.linkCopied), () => say(said.linkShown));
  });
}
