// @ts-check
/** @file The teaching view remembered: whoever chose it finds it again from every list of modules. */
import { read, write } from "./store.js";

const toggle = /** @type {HTMLElement | null} */ (document.querySelector(".oer-view"));
for (const link of /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll(".oer-view a[data-view]"))) {
  link.addEventListener("click", () => write("view", link.dataset.view === "teach" ? "teach" : ""));
}

if (read("view") === "teach") {
  // On a learner page reached from elsewhere the other view is marked, not forced: the address says what was asked for.
  const teach = toggle?.querySelector("a[data-view=teach]:not([aria-current])");
  if (teach) {
    const note = document.createElement("span");
    note.className = "oer-view__kept";
    note.textContent = ` (${toggle?.dataset.kept || "your usual view"})`;
    teach.append(note);
  }
  for (const link of /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll("a[data-oer-teach]"))) {
    link.href = link.dataset.oerTeach ?? link.href;
    link.classList.add("oer-teach-link");
  }
}
