// Where the focus is: what has it, whether it can be seen there, and whether something shows that it has it.
() => {
  const one = document.activeElement;
  if (!one || one === document.body || one === document.documentElement) return null;
  globalThis.stops ??= new Map();
  if (!stops.has(one)) stops.set(one, stops.size);
  // A control may be drawn by its label, as the menu is, and a link in a picture by what is in it.
  const labels = [...(one.labels ?? [])];
  const signs = [one, ...labels, ...(one.tagName.toLowerCase() === "a" ? one.children : [])];
  const shown = signs.some((node) => {
    const style = getComputedStyle(node);
    return (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 1) || style.boxShadow !== "none";
  });
  const boxes = [one, ...labels].flatMap((node) => [...node.getClientRects()]).filter((box) => box.width > 3 && box.height > 3);
  const inside = boxes.some((box) => box.right > 1 && box.left < innerWidth - 1 && box.bottom > 1 && box.top < innerHeight - 1);
  const points = [[0.5, 0.5], [0.1, 0.5], [0.9, 0.5], [0.5, 0.15], [0.5, 0.85]];
  // Of what is larger than the window, the part that is in it.
  const parts = boxes.map((box) => ({
    left: Math.max(box.left, 0), top: Math.max(box.top, 0), height: Math.min(box.bottom, innerHeight) - Math.max(box.top, 0),
    width: Math.min(box.right, innerWidth) - Math.max(box.left, 0),
  }));
  const uncovered = parts.some((box) =>
    points.some(([x, y]) => {
      const at = document.elementFromPoint(box.left + box.width * x, box.top + box.height * y);
      if (!at) return false;
      // Space between the words of a link belongs to what is around it.
      const around = at.contains(one) && at.getBoundingClientRect().height <= box.height * 3;
      return one.contains(at) || around || labels.some((label) => label.contains(at));
    }),
  );
  const words = (one.textContent ?? "").trim().slice(0, 40);
  const name = `${one.tagName}#${one.id}.${one.getAttribute("class") ?? ""} "${words}"`;
  return { number: stops.get(one), name, shown, inside, uncovered };
}
