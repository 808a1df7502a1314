// The texts of the page that can be seen, or those that cannot; not those in one of the elements of `without`.
([without, seen]) => {
  const found = [];
  const walk = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  while (walk.nextNode()) {
    const node = walk.currentNode;
    const text = node.data.replace(/\s+/g, " ").trim();
    const around = node.parentElement;
    if (!text || around.closest(`script, style, ${without}`)) continue;
    range.selectNodeContents(node);
    // The title and description of a picture are not drawn: they are for those who do not see it.
    const told = around.closest("title, desc")?.closest("svg");
    const drawn = (told ?? around).checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true });
    if ((drawn && (Boolean(told) || range.getClientRects().length > 0)) === seen) found.push(text);
  }
  return found;
}
