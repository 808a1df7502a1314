// What a <details> of the text keeps folded, in the media that the page is shown in. A filter is no text, and
// forms of a citation are to be copied, not printed (print.css leaves them out).
() =>
  [...document.querySelectorAll("article details:not(form details, .oer-use__more) > :not(summary)")]
    .filter((one) => !one.checkVisibility({ contentVisibilityAuto: true }) || !one.getBoundingClientRect().height)
    .map((one) => one.parentElement.id || one.parentElement.className)
