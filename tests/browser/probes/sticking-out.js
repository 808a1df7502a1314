// What sticks out of the window, unless it lies in something that scrolls on its own or is clipped on purpose.
() => {
  const width = document.documentElement.clientWidth;
  const whole = document.documentElement.scrollWidth;
  const out = whole > width ? [`the page is ${whole} px wide`] : [];
  for (const one of document.body.querySelectorAll("*")) {
    const box = one.getBoundingClientRect();
    if (box.width < 2 || box.height < 2 || (box.right <= width + 1 && box.left >= -1)) continue;
    let held = false;
    for (let up = one.parentElement; up && up !== document.body; up = up.parentElement) {
      if (getComputedStyle(up).overflowX !== "visible") held = true;
    }
    if (!held && one.checkVisibility()) out.push(`${one.tagName}.${one.getAttribute("class")} ${box.left}..${box.right}`);
  }
  return out;
}
