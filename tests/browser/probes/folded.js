// What a <details> of the text keeps folded, in the media that the page is shown in. A filter is no text.
() =>
  [...document.querySelectorAll("article details:not(form details) > :not(summary)")]
    .filter((one) => !one.checkVisibility({ contentVisibilityAuto: true }) || !one.getBoundingClientRect().height)
    .map((one) => one.parentElement.id || one.parentElement.className)
