"""A long page opens with what is in sight; the rest is laid out right after: then it is like any other."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.browser.visits import Visit
from tests.site.kinds import KINDS

Visitor = Callable[..., Visit]

LONG = KINDS["course"]
SKIPPED = """() => [...document.querySelectorAll("article *")]
  .filter((one) => one.checkVisibility() && !one.checkVisibility({contentVisibilityAuto: true}))
  .map((one) => `${one.tagName} ${one.className}`)"""
"""What the browser has not laid out, though it is shown."""
AT_FIRST = """
const count = () => {
  globalThis.late = [...document.querySelectorAll(".oer-body > p")]
    .filter((one) => getComputedStyle(one).contentVisibility === "auto").length;
};
addEventListener("DOMContentLoaded", () => requestAnimationFrame(() => requestAnimationFrame(count)));
const idle = globalThis.requestIdleCallback.bind(globalThis);
globalThis.requestIdleCallback = (act, rest) => {
  globalThis.requestIdleCallback = idle;
  return setTimeout(() => idle(act, rest), 300);
};"""
"""Counts what waits in the first frames, on a machine that has other things to do just then."""


def test_it_opens_with_what_is_in_sight_and_is_soon_whole(visit: Visitor) -> None:
    here = visit("404.html")
    here.page.add_init_script(AT_FIRST)
    page = here.open(LONG)
    assert page.evaluate("globalThis.late") > 5, "paragraphs wait when the page opens"
    assert page.locator("html[data-oer-whole]").count() == 1
    assert page.evaluate(SKIPPED) == []
    waiting = page.locator(".oer-body > p").evaluate_all(
        "(all) => all.filter((one) => getComputedStyle(one).contentVisibility === 'auto').length"
    )
    assert waiting == 0


@pytest.mark.parametrize("way", ["to a part of it", "by reloading"])
def test_who_comes_to_a_part_or_back_finds_it_whole(visit: Visitor, way: str) -> None:
    part = "#oer-syllabus" if way == "to a part of it" else ""
    page = visit(LONG + part).page
    if not part:
        page.reload()
    assert page.locator("html.js:not(.oer-late)").count() == 1
    assert page.evaluate(SKIPPED) == []
    if part:
        box = page.locator(part).bounding_box()
        assert box and 0 <= box["y"] < 120


def test_without_scripts_it_is_whole_at_once(visit: Visitor) -> None:
    page = visit(LONG, java_script_enabled=False).page
    assert page.evaluate(SKIPPED) == []
