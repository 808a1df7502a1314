"""Nothing holds the focus fast (WCAG 2.1.2): Tab goes through a page and out, Shift+Tab the same way back,
and what opens over a page lets go of the focus."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.browser.visits import NARROW, WIDE, Visit
from tests.browser.walker import Walker
from tests.site.kinds import KINDS

Walk = Callable[[str, tuple[int, int]], Walker]
Visitor = Callable[..., Visit]

WAYS = {
    "home": NARROW,
    "map": WIDE,
    "competency": NARROW,
    "module": NARROW,
    "teach": WIDE,
    "self-assessment": WIDE,
    "search": NARROW,
    "my-learning": WIDE,
    "opportunities": WIDE,
}
"""Pages with controls of their own, at widths in turns."""


@pytest.mark.parametrize("kind", WAYS)
def test_one_gets_through_and_back(walk: Walk, kind: str) -> None:
    walker = walk(KINDS[kind], WAYS[kind])
    assert walker.there_and_back() > 5


def test_the_menu_lets_go(walk: Walk) -> None:
    walker = walk(KINDS["glossary"], NARROW)
    menu = walker.page.locator("#oer-menu")
    walker.to(menu)
    walker.press("Enter")
    walker.to(walker.page.locator("article a").first)
    walker.to(menu, key="Shift+Tab")
    walker.press("Space")
    expect(menu).not_to_be_checked()


def test_the_slide_show_lets_go(walk: Walk) -> None:
    walker = walk(KINDS["slides"], NARROW)
    page = walker.page
    start = page.get_by_role("button", name="Start the slide show")
    walker.skip()
    walker.to(start)
    walker.press("Enter")
    seen = set()
    for _ in range(12):
        walker.press("Tab")
        stop = walker.look()
        seen.add(stop and stop["number"])
    assert len(seen) > 5
    walker.press("Escape")
    expect(start).to_be_focused()
    walker.check()


def test_the_search_dialog_lets_go(walk: Walk) -> None:
    walker = walk(KINDS["handouts"], NARROW)
    page = walker.page
    opener = page.locator("#oer-search-open")
    walker.to(opener)
    walker.press("Space")
    page.keyboard.type("needs")
    page.locator("dialog .oer-result__link").first.wait_for()
    for _ in range(12):
        walker.press("Tab")
        stop = walker.look()
        assert stop is None or page.evaluate("document.activeElement.closest('dialog') !== null")
    walker.press("Escape")
    if page.locator("dialog[open]").count():  # Escape first empties a search field, as in every browser
        walker.press("Escape")
    expect(opener).to_be_focused()
    walker.check()


def test_the_timer_lets_go(walk: Walk) -> None:
    walker = walk(KINDS["teach"], NARROW)
    page = walker.page
    page.get_by_role("button", name="Start timer").first.focus()
    walker.press("Enter")
    panel = page.get_by_role("region", name="Timer")
    expect(panel.get_by_role("button", name="Pause")).to_be_focused()
    walker.check()
    walker.to(panel.get_by_role("checkbox"))
    walker.press("Tab")
    assert not page.evaluate("document.activeElement.closest('[data-oer-timer-panel]')")
    for _ in range(10):  # what comes after it does not lie under it
        walker.press("Shift+Tab")
        walker.look()


@pytest.mark.parametrize("kind", ["catalogue", "opportunities"])
def test_the_heads_of_a_table_that_stay_in_sight_cover_no_link(visit: Visitor, kind: str) -> None:
    """Going back, the next link may lie right at the edge of the window, where the heads are."""
    page = visit(KINDS[kind], size=WIDE).page
    link = page.locator("tbody th a").nth(4)
    over = """(one) => {
      const {x, y, height} = one.getBoundingClientRect();
      return document.elementFromPoint(x + 5, y + height / 2).closest("thead, a").tagName;
    }"""
    link.evaluate("(one) => scrollBy(0, one.getBoundingClientRect().top - 20)")
    assert link.evaluate(over) == "THEAD"
    link.focus()
    assert link.evaluate(over) == "A"
