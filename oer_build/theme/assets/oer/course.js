// @ts-check
/** @file Which course a reader takes: the last one that led to a module. On a module of several courses its place comes first. */
import { base, read, write } from "./store.js";

const KEY = "course";
const places = /** @type {HTMLElement[]} */ ([...document.querySelectorAll(".oer-place")]);

/** The page that an address names, the same in every folder and in the offline copy. @param {string} address */
const page = (address) => new URL(address).pathname.slice(base.pathname.length).replace(/index\.html$/, "");

/** @param {Element} place */
const courseOf = (place) => page(/** @type {HTMLAnchorElement} */ (place.querySelector(".oer-place__course a")).href);

/** Nothing moves that the reader sees or is at. */
function order() {
  const taken = places.find((place) => courseOf(place) === read(KEY));
  const seen = places.some((place) => {
    const { top, bottom } = place.getBoundingClientRect();
    return (bottom > 0 && top < innerHeight) || place.contains(document.activeElement);
  });
  const first = document.querySelector(".oer-place");
  if (taken && taken !== first && !seen) first?.before(taken);
}
order();
addEventListener("pageshow", ({ persisted }) => persisted && order());

document.addEventListener("click", ({ target }) => {
  const link = target instanceof Element && target.closest("a[href]");
  const place = link && link.closest(".oer-place__ways")?.closest(".oer-place");
  if (place) write(KEY, courseOf(place));
  else if (link && link.matches(".oer-page--course :is(.oer-module-link, .oer-graph__box, .oer-start a)")) write(KEY, page(location.href));
});
