// @ts-check
/* In which language scripts write numbers, dates and lengths of time: that of the words around the page's text, which may
   be another than the site's. */

/**
 * @param {Element | null} [place] where the words stand; left out: the page itself
 * @returns {string} a tag for Intl, which writes digits as the site does
 */
export function tongue(place = document.getElementById("oer-content")) {
  const tag = place?.closest("[lang]")?.getAttribute("lang") || document.documentElement.lang || "en";
  if (tag === "en") return "en-GB";
  try {
    // The site is made with European digits; some languages would have others here.
    return new Intl.Locale(tag, { numberingSystem: "latn", calendar: "gregory" }).toString();
  } catch {
    return "en-GB";
  }
}
