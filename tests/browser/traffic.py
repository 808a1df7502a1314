"""Waiting until a page has what it asks for: its file, and all that its scripts fetch after it.

Playwright's `networkidle` waits for half a second of silence on each page; most of a run would be that.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

if TYPE_CHECKING:
    from playwright.sync_api import Page, Request

STEP = 20
"""Milliseconds between two looks."""
SILENT = 3
"""Looks one after the other at which nothing may be under way: scripts fetch as soon as they run."""

BUSY = """() => document.querySelector(`[aria-busy=true], [data-oer-opening],
  [data-part=whole]:not([hidden]) > .oer-self__status:empty`) !== null"""
"""Something says that it is still at work: search, whose worker computes without asking for anything, or a
page that is still being laid out. "Check yourself" says its result last, when all of its picture is drawn."""

_UNDER_WAY: WeakKeyDictionary[Page, set[Request]] = WeakKeyDictionary()


def watch(page: Page) -> None:
    """Begin to count what a page asks for. Asking again does nothing."""
    if page in _UNDER_WAY:
        return
    asked = _UNDER_WAY[page] = set()

    def begins(request: Request) -> None:
        if request.is_navigation_request() and request.frame == page.main_frame:
            asked.clear()  # what the page before still wanted may never be told to end
        asked.add(request)

    def ends(request: Request) -> None:
        asked.discard(request)

    page.on("request", begins)
    page.on("requestfinished", ends)
    page.on("requestfailed", ends)


def settled(page: Page) -> None:
    """Wait until the page is loaded and nothing is under way. The page was watched before it was opened."""
    asked = _UNDER_WAY[page]
    page.wait_for_load_state("load")
    silent = 0
    for _ in range(8000 // STEP):
        page.wait_for_timeout(STEP)
        silent = 0 if asked else silent + 1
        if silent >= SILENT and not page.evaluate(BUSY):
            return
    raise AssertionError(f"still under way on {page.url}: {sorted(one.url for one in asked)}")


def go(page: Page, address: str) -> None:
    """Open an address and wait until it is settled."""
    watch(page)
    page.goto(address)
    settled(page)
