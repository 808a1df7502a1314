"""The Arabic test site: each kind of page is clean in both themes and widths, and nothing sticks out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from tests.arabic import KINDS
from tests.browser.mirrored import CUT_OFF, clean
from tests.browser.set_by_readers import STICKING_OUT
from tests.browser.visits import NARROW, Visit, start
from tests.site.built import Site

PAPER = (680, 960)


@pytest.fixture(scope="module")
def here(browser: Any, arabic: Site) -> Iterator[Visit]:
    """One context for all pages."""
    found = start(browser, arabic.address)
    yield found
    found.context.close()
    assert not found.problems, "\n".join(found.problems)


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_is_clean_and_does_not_scroll_sideways(here: Visit, kind: str) -> None:
    here.page.emulate_media(media="screen")
    page = here.open(KINDS[kind])
    assert not here.violations()
    clean(page)
    page.set_viewport_size({"width": NARROW[0], "height": NARROW[1]})
    assert not page.evaluate(STICKING_OUT)
    page.set_viewport_size({"width": PAPER[0], "height": PAPER[1]})
    page.emulate_media(media="print")
    assert not page.evaluate(CUT_OFF), "nothing is cut off at the edge of the sheet"
