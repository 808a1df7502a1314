// @ts-check
/** @file Boxes for what is wide or long. Those that scroll take focus and show that they go on; others are no stop on the way.
 * It is said by an attribute: with Material's rules for tables that have no class, all of a box is styled anew when its class
 * changes, or a variable that it hands down. */

const boxes = /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(".oer-scroll, pre > code"));

/* All are measured before any is changed: else each would have the page laid out anew. */
const sizes = new ResizeObserver((changes) => {
  const measured = changes.map(({ target }) => {
    const box = /** @type {HTMLElement} */ (target);
    return { box, wide: box.scrollWidth > box.clientWidth + 1, high: box.scrollHeight > box.clientHeight + 1 };
  });
  for (const { box, wide, high } of measured) {
    box.toggleAttribute("data-oer-wide", wide);
    if (wide || high) box.tabIndex = 0;
    else box.removeAttribute("tabindex");
  }
});

for (const box of boxes) {
  // Most have the name of the section that they stand in, and two landmarks of one name help nobody.
  if (box.getAttribute("role") === "region") box.setAttribute("role", "group");
  sizes.observe(box);
}

/* Browsers are content when an edge of a link in a wide picture or table shows; who comes by keyboard wants to see all of
 * it. Under a mouse nothing moves. */
document.addEventListener("focusin", ({ target }) => {
  const link = target instanceof Element && target.closest("[data-oer-scroll] a");
  if (link && link.matches(":focus-visible")) link.scrollIntoView({ block: "nearest", inline: "nearest" });
});
