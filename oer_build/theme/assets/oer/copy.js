// @ts-check
/** @file Copy buttons beside text that can be selected by hand too. A button names what it copies: data-oer-copy="id". */

const region = document.createElement("p");
region.className = "oer-sr";
region.setAttribute("role", "status");
document.body.append(region);

const words = /** @type {HTMLElement | null} */ (document.querySelector(".oer-footer"))?.dataset;
const said = { copy: words?.copy || "Copy", copied: words?.copied || "Copied" };

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
    getSelection()?.selectAllChildren(source);
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
    if (!(await copy(source))) return;
    const done = button.dataset.copied || said.copied;
    label.textContent = done;
    region.textContent = done;
    setTimeout(() => {
      label.textContent = before;
      region.textContent = "";
    }, 3000);
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
