// What can be seen of some selectors, in the media that the page is shown in.
(selectors) =>
  [...document.querySelectorAll(selectors.join(", "))]
    .filter((one) => one.checkVisibility({ visibilityProperty: true }) && one.getClientRects().length)
    .map((one) => `${one.tagName}.${one.className} ${one.textContent.trim().slice(0, 40)}`)
