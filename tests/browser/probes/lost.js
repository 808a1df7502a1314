// What loses text where a reader sets other distances: boxes that hide what does not fit, and controls that text leaves.
() => {
  const lost = [];
  for (const one of document.querySelectorAll("body *")) {
    if (one instanceof SVGElement || one.closest(".oer-sr, dialog:not([open]), [data-oer-scroll], .oer-scroll") || !one.checkVisibility()) continue;
    const style = getComputedStyle(one);
    if (style.display.startsWith("inline") && !["inline-block", "inline-flex", "inline-grid"].includes(style.display)) continue;
    const wide = one.scrollWidth > one.clientWidth + 2;
    const high = one.scrollHeight > one.clientHeight + 2;
    if (!(wide || high) || !one.textContent.trim() || !one.clientWidth) continue;
    const hides = (value) => value === "hidden" || value === "clip";
    // Holes for those who listen only are 1 px wide on purpose.
    if (one.clientWidth <= 1) continue;
    const hidden = (wide && hides(style.overflowX)) || (high && hides(style.overflowY));
    const left = one.matches("button, .oer-button, summary, label, .oer-tool") && style.overflowY === "visible";
    if (hidden || left) lost.push(`${one.tagName}.${one.getAttribute("class")} ${one.scrollWidth}x${one.scrollHeight} in ${one.clientWidth}x${one.clientHeight} ${one.textContent.trim().slice(0, 30)}`);
  }
  return lost;
}
