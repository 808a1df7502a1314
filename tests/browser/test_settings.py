"""What readers set, on pages that they opened and filled in: no motion, text further apart (WCAG 1.4.12), a
page four times as large (1.4.10). `test_kinds.py` asks the first two of every kind of page."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.browser.set_by_readers import LOST, MOVING, SPACING, STICKING_OUT
from tests.browser.states import STATES, reach
from tests.browser.visits import NARROW, WIDE, Visit, start
from tests.browser.walker import Walker
from tests.site.built import Site

Visitor = Callable[..., Visit]

FOUR_TIMES = (320, 256)
"""1280 by 1024 px, four times as large (WCAG 1.4.10)."""


@pytest.fixture(scope="module")
def plain(browser: Any, site: Site) -> Iterator[Visit]:
    """One context for many pages."""
    found = start(browser, site.address)
    yield found
    found.context.close()


def resize(here: Visit, size: tuple[int, int]) -> None:
    here.page.set_viewport_size({"width": size[0], "height": size[1]})


@pytest.mark.parametrize("name", [*STATES])
def test_open_states_lose_nothing_either(plain: Visit, name: str) -> None:
    resize(plain, WIDE)
    reach(plain.page, plain.address, STATES[name])
    assert not plain.page.evaluate(MOVING)
    plain.page.evaluate(SPACING)
    resize(plain, NARROW)
    assert not plain.page.evaluate(LOST)
    assert not plain.page.evaluate(STICKING_OUT)


@pytest.mark.parametrize("name", ["teaching with the clock", "slide with notes", "search with results"])
def test_four_times_as_large_nothing_lies_over_the_focus(visit: Visitor, browser: Any, name: str) -> None:
    here = visit("404.html", size=FOUR_TIMES)
    reach(here.page, here.address, STATES[name])
    assert not here.page.evaluate(STICKING_OUT)
    walker = Walker(here.page, here.page)
    for _ in range(30):
        walker.press("Tab")
        walker.look()


def test_the_search_dialog_fits_a_page_four_times_as_large(visit: Visitor) -> None:
    here = visit("404.html", size=FOUR_TIMES)
    reach(here.page, here.address, STATES["search with results"])
    box = here.page.locator("dialog[open]").bounding_box()
    assert box and box["y"] >= 0 and box["y"] + box["height"] <= FOUR_TIMES[1]
    last = here.page.locator("dialog .oer-search__slash")
    last.scroll_into_view_if_needed()
    expect(last).to_be_in_viewport()
