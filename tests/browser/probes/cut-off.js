// What is wider than the place it has and would be cut off where nothing scrolls.
() =>
  [...document.querySelectorAll("article [data-oer-scroll], article .oer-scroll, article pre")]
    .filter((one) => one.scrollWidth > one.clientWidth + 1)
    .map((one) => `${one.className} ${one.scrollWidth} > ${one.clientWidth}`)
