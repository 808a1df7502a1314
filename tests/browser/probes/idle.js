// Controls that can be seen, without those of `working`: what the browser itself does something with.
(working) => {
  const controls = "button, input, select, textarea, [role=button], [role=tab], [role=switch], [contenteditable], a:not([href])";
  return [...document.querySelectorAll(controls)]
    .filter((one) => !one.matches(working) && one.checkVisibility({ visibilityProperty: true }) && one.getClientRects().length)
    .map((one) => `${one.tagName}#${one.id}.${one.getAttribute("class") ?? ""} "${(one.textContent ?? "").trim().slice(0, 30)}"`);
}
