// How everything on the page looks: its place and what is drawn there, for elements and for what stands before and after.
() => {
  const TOLD = ["display", "position", "visibility", "opacity", "color", "background-color", "background-image", "font-family",
    "font-size", "font-weight", "font-style", "line-height", "letter-spacing", "text-align", "text-decoration-line",
    "text-transform", "white-space-collapse", "list-style-type", "overflow-x", "overflow-y", "box-shadow", "outline-style",
    "border-top-width", "border-right-width", "border-bottom-width", "border-left-width", "border-top-color",
    "border-left-color", "border-top-left-radius", "padding-top", "padding-left", "margin-top", "margin-left", "transform",
    "transition-duration", "cursor", "direction", "z-index", "width", "height", "fill", "stroke"];
  const found = [];
  for (const element of document.body.querySelectorAll("*")) {
    const { x, y, width, height } = element.getBoundingClientRect();
    const name = `${element.localName}.${element.getAttribute("class") ?? ""}#${element.id}`;
    for (const part of [undefined, "::before", "::after"]) {
      const style = getComputedStyle(element, part);
      if (part && (style.content === "none" || style.content === "normal")) continue;
      found.push([name + (part ?? ""), part ? "" : [x, y, width, height].map(Math.round).join(" "),
        ...TOLD.map((one) => style.getPropertyValue(one))].join("|"));
    }
  }
  return found;
}
