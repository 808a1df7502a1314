// What moves although the reader has asked for stillness: animations, sliding and growing, scrolling that glides.
() => {
  const still = new Set(["color", "background-color", "border-color", "outline-color", "fill", "stroke", "box-shadow", "text-decoration-color", "none"]);
  const moving = document.getAnimations().map((one) => `animation of ${one.effect?.target?.tagName}`);
  for (const one of document.querySelectorAll("html, body, body *")) {
    const style = getComputedStyle(one);
    const takes = (value) => value.split(", ").map((part) => parseFloat(part) > 0.01);
    const name = `${one.tagName}.${one.getAttribute("class")}`;
    if (style.scrollBehavior === "smooth") moving.push(`${name}: scroll-behavior`);
    if (style.animationName !== "none" && takes(style.animationDuration).some(Boolean)) moving.push(`${name}: ${style.animationName}`);
    const times = takes(style.transitionDuration);
    style.transitionProperty.split(", ").forEach((what, at) => {
      if (times[at % times.length] && !still.has(what)) moving.push(`${name}: transition of ${what}`);
    });
  }
  return [...new Set(moving)];
}
