// What forced colours leave to us: pictures, and what takes itself out. One of each look, and the contrast that it
// needs. Each is marked with the attribute data-looked-at.
() => {
  const seen = new Set();
  const found = [];
  for (const one of document.querySelectorAll("body *")) {
    const picture = one.matches("svg, svg text");
    if (!picture && (getComputedStyle(one).forcedColorAdjust !== "none" || !one.textContent.trim())) continue;
    const around = one.closest("svg, [class]")?.parentElement?.className;
    const name = `${one.tagName} ${one.getAttribute("class")} in ${around}`;
    const box = one.getBoundingClientRect();
    if (seen.has(name) || !one.checkVisibility() || box.width < 4 || box.height < 4) continue;
    seen.add(name);
    one.setAttribute("data-looked-at", String(found.length));
    found.push([name, picture && !one.matches("text") ? 3 : 4.5]);
  }
  return found;
}
