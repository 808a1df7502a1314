"""axe-core, as the `axe-playwright-python` package brings it along, and its findings as lines of text."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.browser.visits import NARROW, WIDE

if TYPE_CHECKING:
    from playwright.sync_api import Page

TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
"""WCAG 2.2 AA is what public bodies are held to; best practice is more than they are."""


REMEMBER = """
{
  const { prototype } = axe.commons.color.Color;
  const read = prototype.parseString;
  const known = new Map();
  prototype.parseString = function (text) {
    if (!known.has(text)) {
      const { r, g, b, alpha } = read.call(this, text);
      known.set(text, { r, g, b, alpha });
    }
    return Object.assign(this, known.get(text));
  };
}
"""
"""Reads each colour once: axe-core reads those of every element anew, which was a third of its time."""

QUICKER = """
class WeakMap {
  key = Symbol();
  get(one) { return one[this.key]; }
  set(one, value) { one[this.key] = value; return this; }
  has(one) { return this.key in one; }
  delete(one) { return delete one[this.key]; }
}
"""
"""The maps in which axe-core keeps the private parts of its colours, of which it makes thousands: those of
the browser take a quarter of its time. Nothing is in them that a page could see: the keys are symbols."""


@cache
def script() -> str:
    """axe-core, from 4.5 on, which knows the target size of WCAG 2.2."""
    import axe_playwright_python

    (folder,) = axe_playwright_python.__path__ if hasattr(axe_playwright_python, "__path__") else ()
    text = (Path(folder) / "axe.min.js").read_text(encoding="utf-8")
    assert "wcag22aa" in text and "target-size" in text
    return f"{{{QUICKER}{text}{REMEMBER}}} null;"


def violations(page: Page, rules: tuple[str, ...] = ()) -> list[str]:
    """What axe-core finds on the page as it is now, by all rules or some: a line for each rule and place."""
    if not page.evaluate("typeof axe === 'object'"):
        page.evaluate(script())
    drawn(page)
    results: dict[str, Any] = page.evaluate(
        "([tags, rules]) => axe.run({resultTypes: ['violations'],"
        " runOnly: rules.length ? {type: 'rule', values: rules} : tags})",
        [list(TAGS), list(rules)],
    )
    return [
        f"{rule['id']}: {' '.join(str(part) for part in node['target'])} | {_reason(node)}"
        for rule in results["violations"]
        for node in rule["nodes"]
    ]


VIEWS = ((WIDE, "light"), (WIDE, "dark"), (NARROW, "dark"), (NARROW, "light"))
"""Ways to look at a page: both themes, wide and narrow."""


def unclean(page: Page, *views: tuple[tuple[int, int], str]) -> list[str]:
    """What axe-core finds on the page in some views (`VIEWS`, where none is given). Leaves it light."""
    found = []
    for size, scheme in views or VIEWS:
        page.set_viewport_size({"width": size[0], "height": size[1]})
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        name = "slate" if scheme == "dark" else "default"
        page.wait_for_selector(f"body[data-md-color-scheme={name}]", state="attached")
        found += [f"{scheme} at {size[0]} px: {text}" for text in violations(page)]
    page.emulate_media(color_scheme="light")
    return found


def drawn(page: Page) -> None:
    """Wait until the window is drawn: what watches sizes acts in the frame after it changed."""
    page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")


def _reason(node: dict[str, Any]) -> str:
    checks = [*node["any"], *node["all"], *node["none"]]
    return "; ".join(check["message"] for check in checks)[:200]
