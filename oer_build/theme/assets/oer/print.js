// @ts-check
/** @file The button that prints a page. It is hidden where no script runs: there the browser's own menu prints. */

for (const button of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-oer-print]"))) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}
