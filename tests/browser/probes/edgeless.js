// Controls that have no edge and no line under them, nor has the group that they stand in.
() =>
  [...document.querySelectorAll("button, select, textarea, input:is([type=text], [type=number])")]
    .filter((one) => one.checkVisibility() && one.getClientRects().length)
    .filter((one) => {
      const [style, group] = [one, one.parentElement].map((of) => getComputedStyle(of));
      const bare = [style, group].every((of) => of.borderBlockEndStyle === "none");
      return bare && style.textDecorationLine === "none";
    })
    .map((one) => one.outerHTML.slice(0, 120))
