"""What tests of pages from right to left share: a page clean in both themes, and where something lies."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from tests.browser.accessibility import unclean

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

PROBES = Path(__file__).parent / "probes"
CUT_OFF = (PROBES / "cut-off.js").read_text(encoding="utf-8")


def clean(page: Page, *views: tuple[tuple[int, int], str]) -> None:
    """axe-core finds nothing in some views, or in those that it looks at where none is given."""
    found = unclean(page, *views)
    assert not found, "\n".join(found)


def middle(one: Locator) -> float:
    """How far from the left edge of the window the middle of an element is."""
    box = one.bounding_box()
    assert box
    return box["x"] + box["width"] / 2
