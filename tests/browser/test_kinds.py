"""Each kind of page, light and dark, wide and narrow: clean for axe-core, usable by keyboard, without
sideways scrolling, complete without scripts, and fit for paper."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.browser.accessibility import violations
from tests.browser.visits import NARROW, WIDE, Visit
from tests.site.kinds import KINDS

if TYPE_CHECKING:
    from playwright.sync_api import Page

Visitor = Callable[..., Visit]

PROBES = Path(__file__).parent / "probes"
STICKING_OUT = (PROBES / "sticking-out.js").read_text(encoding="utf-8")
FOLDED = (PROBES / "folded.js").read_text(encoding="utf-8")
CUT_OFF = (PROBES / "cut-off.js").read_text(encoding="utf-8")
FOCUS = (PROBES / "focus.js").read_text(encoding="utf-8")


def focus_stops(page: Page, most: int = 60) -> list[str]:
    """Go through the page with the Tab key: what is wrong with the stops on the way, at most `most`."""
    faults: list[str] = []
    seen = -1
    for _ in range(most):
        page.keyboard.press("Tab")
        stop = page.evaluate(FOCUS)
        if stop is None or stop["number"] <= seen:
            break
        seen = stop["number"]
        for fault, good in (
            ("focus cannot be seen", stop["shown"]),
            ("outside the window", stop["inside"]),
            ("covered by something else", stop["uncovered"]),
        ):
            if not good:
                faults.append(f"{stop['name']}: {fault}")
    assert seen >= 3, "the Tab key reaches the page"
    return faults


@pytest.mark.parametrize("kind", KINDS)
def test_axe_finds_nothing(visit: Visitor, kind: str) -> None:
    here = visit(KINDS[kind])
    found = {}
    for size in (WIDE, NARROW):
        here.page.set_viewport_size({"width": size[0], "height": size[1]})
        for scheme in ("light", "dark"):
            here.page.emulate_media(color_scheme=scheme)
            wanted = "slate" if scheme == "dark" else "default"
            here.page.wait_for_selector(f"body[data-md-color-scheme={wanted}]", state="attached")
            found[f"{scheme} at {size[0]} px"] = violations(here.page)
    assert not any(found.values()), "\n".join(
        f"{where}: {text}" for where, texts in found.items() for text in texts
    )


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_sticks_out_at_320_px(visit: Visitor, kind: str) -> None:
    here = visit(KINDS[kind], size=NARROW)
    assert not here.page.evaluate(STICKING_OUT)


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["1280", "320"])
@pytest.mark.parametrize("kind", KINDS)
def test_the_keyboard_reaches_nothing_unseen(visit: Visitor, kind: str, size: tuple[int, int]) -> None:
    assert not focus_stops(visit(KINDS[kind], size=size).page)


@pytest.mark.parametrize("kind", KINDS)
def test_paper_has_the_licence_and_no_controls(visit: Visitor, kind: str) -> None:
    here = visit(KINDS[kind], size=(680, 960))  # a sheet of A4 between its margins
    page = here.page
    page.emulate_media(media="print")
    licence = page.locator("footer a[rel=license]").first
    assert licence.is_visible()
    for control in (
        "#oer-menu",
        ".oer-header__tools",
        ".oer-nav",
        ".oer-skip",
        "article button:not(.oer-sort)",  # the button is the heading of its column
        "article select",
        "article input[type=search]",  # what a quiz asks can be ticked and written on paper
        "dialog",
    ):
        shown = [one for one in page.locator(control).all() if one.is_visible()]
        assert not shown, control
    folded = page.evaluate(FOLDED)
    assert not folded, "every answer is open on paper"
    cut = page.evaluate(CUT_OFF)
    assert not cut, "nothing is cut off at the edge of the sheet"


@pytest.mark.parametrize("kind", KINDS)
def test_without_scripts_the_page_is_whole(visit: Visitor, kind: str) -> None:
    here = visit(KINDS[kind], java_script_enabled=False)
    page = here.page
    assert page.locator("h1").is_visible()
    assert not [one for one in page.locator("article button").all() if one.is_visible()], (
        "a button that does nothing"
    )
    assert page.locator("footer a[rel=license]").first.is_visible()


@pytest.mark.parametrize("kind", ["home", "module", "map", "catalogue", "search"])
def test_a_site_in_a_folder_of_its_host_works_too(visit: Visitor, site, kind: str) -> None:  # type: ignore[no-untyped-def]
    here = visit(KINDS[kind], address=site.deep_address)
    styled = here.page.evaluate("getComputedStyle(document.querySelector('.oer-header')).display")
    assert styled
    assert here.page.locator("h1").is_visible()


def test_a_page_fetches_little_and_search_only_when_asked(visit: Visitor) -> None:
    here = visit(KINDS["module"])
    assert not [path for path in here.requests if "pagefind" in path]
    assert len(here.requests) < 25, here.requests
