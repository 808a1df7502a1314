// The stop of the focus: what has it, whether it lies in the window and is not covered, and the contrast to its ground of
// what shows that it has the focus. `wanted`: the element that a walk looks for.
(wanted) => {
  const one = document.activeElement;
  if (!one || one === document.body || one === document.documentElement) return null;
  globalThis.stopNumbers ??= new Map();
  if (!stopNumbers.has(one)) stopNumbers.set(one, stopNumbers.size);
  // A control may be drawn by its label, as the menu is, and a link in a picture by what is in it.
  const labels = [...(one.labels ?? [])];
  const signs = [one, ...labels, ...(one instanceof SVGElement ? one.children : [])];

  // Any colour of CSS, as the browser draws it.
  const brush = (globalThis.stopBrush ??= new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true }));
  const drawn = (colour) => {
    brush.clearRect(0, 0, 1, 1);
    brush.fillStyle = colour;
    brush.fillRect(0, 0, 1, 1);
    return [...brush.getImageData(0, 0, 1, 1).data];
  };
  const light = (colour) => {
    const [red, green, blue] = colour.slice(0, 3).map((part) => {
      const share = part / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const contrast = (a, b) => {
    const [less, more] = [light(a), light(b)].sort((x, y) => x - y);
    return (more + 0.05) / (less + 0.05);
  };
  const ground = (node) => {
    for (let up = node; up; up = up.parentElement) {
      const colour = drawn(getComputedStyle(up).backgroundColor);
      if (colour[3] === 255) return colour;
    }
    return [255, 255, 255, 255];
  };
  let best = 0;
  for (const sign of signs) {
    const style = getComputedStyle(sign);
    const around = ground(sign.parentElement);
    if (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2) {
      best = Math.max(best, contrast(drawn(style.outlineColor), around));
    }
    const ring = /^(.+?\)?) 0px 0px 0px (\d+(?:\.\d+)?)px$/.exec(style.boxShadow);
    if (ring && Number(ring[2]) >= 2) best = Math.max(best, contrast(drawn(ring[1]), around));
    if (sign instanceof SVGElement && parseFloat(style.strokeWidth) >= 2) best = Math.max(best, contrast(drawn(style.stroke), around));
  }

  const rects = (node) => [...node.getClientRects()].filter((box) => box.width > 3 && box.height > 3);
  const own = rects(one);
  const boxes = [...own, ...labels.flatMap(rects)];
  const inside = boxes.some((box) => box.right > 1 && box.left < innerWidth - 1 && box.bottom > 1 && box.top < innerHeight - 1);
  const points = [[0.5, 0.5], [0.1, 0.5], [0.9, 0.5], [0.5, 0.15], [0.5, 0.85]];
  const uncovered = boxes.some((box) =>
    points.some(([x, y]) => {
      const [left, top] = [Math.max(0, box.left), Math.max(0, box.top)];
      const [width, height] = [Math.min(innerWidth, box.right) - left, Math.min(innerHeight, box.bottom) - top];
      const at = document.elementFromPoint(left + width * x, top + height * y);
      if (!at) return false;
      // Space between the words of a link belongs to what is around it.
      const around = at.contains(one) && at.getBoundingClientRect().height <= box.height * 3;
      return one.contains(at) || around || labels.some((label) => label.contains(at));
    }),
  );
  const words = (one.textContent || one.getAttribute("aria-label") || "").trim().replace(/\s+/g, " ").slice(0, 40);
  // A group of radio buttons is one stop, whichever of its buttons has the focus.
  const group = one.type === "radio" ? `${one.form?.id} ${one.name}` : "";
  if (group && !stopNumbers.has(group)) stopNumbers.set(group, stopNumbers.get(one));
  return {
    number: stopNumbers.get(group || one),
    name: `${one.tagName}#${one.id}.${one.getAttribute("class") ?? ""} "${words}"`,
    contrast: best,
    inside,
    uncovered,
    here: one === wanted,
    // What is drawn of it, with room for an outline: to be looked at in a picture.
    box: boxes.length ? [Math.min(...boxes.map((box) => box.left)), Math.min(...boxes.map((box) => box.top)), Math.max(...boxes.map((box) => box.right)), Math.max(...boxes.map((box) => box.bottom))] : null,
    around: 2 * Math.max(0, ...(own.length ? own : boxes).map((box) => Math.min(box.width, innerWidth) + Math.min(box.height, innerHeight))),
  };
}
