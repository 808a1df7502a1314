// @ts-check
/** @file A link beside every heading of a text: it leads there, and copies the address for somebody else. */

const footer = /** @type {HTMLElement | null} */ (document.querySelector(".oer-footer"))?.dataset;
const name = footer?.link || "Link to “{title}”";
const region = document.createElement("p");
region.className = "oer-sr";
region.setAttribute("role", "status");
document.body.append(region);

for (const heading of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(".oer-body :is(h2, h3, h4)[id]"))) {
  // The name of the heading stays its own words: the link in it has a name of its own.
  const words = document.createElement("span");
  words.id = `${heading.id}-words`;
  words.dataset.oerHeading = "";
  words.append(...heading.childNodes);
  const link = document.createElement("a");
  link.className = "oer-anchor";
  link.href = `#${encodeURIComponent(heading.id)}`;
  link.setAttribute("aria-label", name.replace("{title}", words.textContent?.trim() ?? ""));
  link.textContent = "#";
  heading.setAttribute("aria-labelledby", words.id);
  heading.append(words, link);
  link.addEventListener("click", () => {
    navigator.clipboard?.writeText(link.href).then(
      () => {
        region.textContent = footer?.linkCopied || "Address copied";
        setTimeout(() => (region.textContent = ""), 3000);
      },
      () => {}, // the link leads there all the same, and the address stands in the address bar
    );
  });
}
