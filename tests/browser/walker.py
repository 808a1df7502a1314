"""A reader with a keyboard and nothing else: goes from stop to stop, and looks where the focus is."""

from __future__ import annotations

import base64
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.browser.accessibility import drawn
from tests.browser.traffic import settled

if TYPE_CHECKING:
    from playwright.sync_api import ElementHandle, Locator, Page

_PROBES = Path(__file__).parent / "probes"
STOP = (_PROBES / "stop.js").read_text(encoding="utf-8")
PICTURES = (_PROBES / "pictures.js").read_text(encoding="utf-8")

PAPER = """
globalThis.printed = 0;
window.print = () => {
  printed += 1;
  dispatchEvent(new Event("beforeprint"));
  dispatchEvent(new Event("afterprint"));
};
"""
"""In place of the browser's dialog, which would hold everything up."""

LEAST = 3.0
"""WCAG 2.4.13 and 1.4.11: the contrast of what shows the focus."""
_ROOM = 8
"""Pixels around a stop in which its outline is drawn."""


class Walker:
    """Walks through a page by its keys. Looks at every stop, and at those of `check` in pixels."""

    def __init__(self, page: Page, table: Page) -> None:
        self.page = page
        self.table = table
        """An empty page, on which pictures are compared."""
        self.steps: list[str] = []

    def begin(self) -> None:
        """As after loading a page: the next Tab leads to the first stop."""
        settled(self.page)
        self.page.evaluate("scrollTo(0, 0)")

    def stop(self, wanted: ElementHandle | None = None) -> dict[str, Any] | None:
        """What has the focus, or None where nothing of the page has it."""
        return self.page.evaluate(STOP, wanted)

    def look(self, wanted: ElementHandle | None = None) -> dict[str, Any] | None:
        """The stop, which must be in the window, uncovered and marked."""
        stop = self.stop(wanted)
        if stop:
            name = f"{stop['name']} on {self.page.url}"
            assert stop["inside"], f"outside the window: {name}"
            assert stop["uncovered"], f"covered by something else: {name}"
            assert stop["contrast"] >= LEAST, f"the focus is marked with {stop['contrast']:.2f}:1: {name}"
        return stop

    def to(self, wanted: Locator, key: str = "Tab", most: int = 400) -> None:
        """Press a key until the element has the focus; every stop on the way can be seen."""
        handle = wanted.first.element_handle()
        seen: set[int] = set()
        for _ in range(most):
            stop = self.look(handle)
            if stop and stop["here"]:
                self.check()
                return
            self.page.keyboard.press(key)
            if stop:
                seen.add(stop["number"])
        raise AssertionError(f"{key} does not lead to {wanted} on {self.page.url}: {len(seen)} stops")

    def check(self) -> None:
        """With the focus the stop looks different, in as many pixels as a line of 2 px around it has."""
        drawn(self.page)
        stop = self.look()
        assert stop and stop["box"]
        self.steps.append(stop["name"])
        with_focus = self._picture(stop)
        self.page.evaluate("() => { globalThis.stopHeld = document.activeElement; stopHeld.blur(); }")
        without = self._picture(stop)
        self.page.evaluate("() => { stopHeld.focus({focusVisible: true, preventScroll: true}); }")
        changed = self.table.evaluate(PICTURES, [without, with_focus])
        assert changed >= stop["around"], (
            f"{changed} pixels show the focus, {stop['around']:.0f} would be a line around it: {stop['name']}"
        )

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)

    def skip(self) -> None:
        """Past what all pages share: the next Tab leads on from the first stop of the text."""
        self.to(self.page.locator(".oer-skip"))
        self.press("Enter")
        assert self.page.evaluate("document.activeElement.id") == "oer-content"
        self.press("Tab")

    def follow(self, link: Locator) -> None:
        """Go to a link and open it."""
        self.to(link)
        before = self.page.url
        self.page.keyboard.press("Enter")
        self.page.wait_for_function("(before) => location.href !== before", arg=before)
        self.begin()

    def there_and_back(self, most: int = 600) -> int:
        """From the first stop through the last, out of the page, and the same way back: how many stops."""
        self.page.evaluate("document.activeElement?.blur()")
        self.page.locator(".oer-skip").focus()
        there = self._way("Tab", most)
        self.page.locator("footer a").last.focus()
        back = self._way("Shift+Tab", most)
        assert there == back[::-1], f"not the same way back on {self.page.url}: {there} {back}"
        return len(there)

    def _way(self, key: str, most: int) -> list[int]:
        way: list[int] = []
        for _ in range(most):
            stop = self.look()
            # Past the last stop lies the browser's own frame, or the first stop again.
            if stop is None or (len(way) > 1 and stop["number"] == way[0]):
                return way
            if not way or way[-1] != stop["number"]:  # a field of date or time is a stop of several parts
                way.append(stop["number"])
            self.page.keyboard.press(key)
        raise AssertionError(f"{key} does not leave {self.page.url}")

    def _picture(self, stop: dict[str, Any]) -> str:
        size = self.page.viewport_size
        assert size
        left, top, right, bottom = stop["box"]
        clip = {
            "x": max(0, left - _ROOM),
            "y": max(0, top - _ROOM),
            "width": min(size["width"], right + _ROOM) - max(0, left - _ROOM),
            "height": min(size["height"], bottom + _ROOM) - max(0, top - _ROOM),
        }
        picture = self.page.screenshot(clip=clip, caret="hide", animations="disabled")
        return base64.b64encode(picture).decode()
