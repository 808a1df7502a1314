"""Each kind of page, light and dark, wide and narrow: clean for axe-core, usable by keyboard, without
sideways scrolling, fit for paper and for who sets text further apart. `test_no_scripts.py`: without scripts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from oer_build.theme.sheets import BY_NEED, FOLDER
from oer_build.theme.sheets import drawn as drawn_by
from tests.browser.accessibility import drawn, unclean, violations
from tests.browser.audit import kind_of, pages_by_kind
from tests.browser.set_by_readers import AS_IT_WAS, LOST, MOVING, SPACING, STICKING_OUT, WIDER
from tests.browser.visits import NARROW, WIDE, Visit, start
from tests.site.built import Site
from tests.site.kinds import KINDS

if TYPE_CHECKING:
    from playwright.sync_api import Page

Visitor = Callable[..., Visit]

PROBES = Path(__file__).parent / "probes"
SHOWN = (PROBES / "shown.js").read_text(encoding="utf-8")
FOLDED = (PROBES / "folded.js").read_text(encoding="utf-8")
CUT_OFF = (PROBES / "cut-off.js").read_text(encoding="utf-8")
FOCUS = (PROBES / "focus.js").read_text(encoding="utf-8")

CLASSES = '() => [...document.querySelectorAll("[class]")].flatMap((one) => [...one.classList])'
LINKED = '() => [...document.querySelectorAll("link[rel=stylesheet]")].map((one) => one.href)'

PAPER = (680, 960)
"""A sheet of A4 between its margins."""
CONTROLS = (
    "#oer-menu",
    ".oer-header__tools",
    ".oer-nav",
    ".oer-skip",
    "article button:not(.oer-sort)",  # that button is the heading of its column
    "article select",
    "article input[type=search]",  # what a quiz asks can be ticked and written on paper
    "dialog",
)


@pytest.fixture(scope="module", params=KINDS)
def here(request: pytest.FixtureRequest, browser: Any, site: Site) -> Iterator[Visit]:
    """A page of each kind, opened once for all that is asked of it; each question sets up its own window."""
    found = start(browser, site.address)
    found.open(KINDS[request.param])
    yield found
    problems = found.problems + found.violations()
    found.context.close()
    assert not problems, "\n".join(problems)


def resize(page: Page, size: tuple[int, int]) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    drawn(page)


def focus_stops(page: Page, most: int = 60) -> list[str]:
    """Go through the page with the Tab key: what is wrong with the stops on the way, at most `most`."""
    faults: list[str] = []
    seen = -1
    page.evaluate("document.querySelector('.oer-skip').focus(); globalThis.stops = new Map()")
    page.keyboard.press("Shift")  # from here on the keyboard is in use, and focus is to be shown
    for _ in range(most):
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
        page.keyboard.press("Tab")
    assert seen >= 3, "the Tab key goes through the page"
    return faults


def test_no_kind_of_page_is_left_out(site: Site) -> None:
    files = (site.folder / path for path in KINDS.values())
    tested = {kind_of((one / "index.html" if one.is_dir() else one).read_text("utf-8")) for one in files}
    assert pages_by_kind(site.folder).keys() <= tested


def test_axe_finds_what_is_wrong(visit: Visitor) -> None:
    """It is made quicker for our tests (`accessibility.py`), and must not be so by looking at less."""
    page = visit("404.html").page
    page.evaluate(
        """() => {
        document.querySelector("article").insertAdjacentHTML("beforeend",
          "<p id=pale>pale</p><input id=mute><img id=blind src=''>");
        document.getElementById("pale").style.cssText = "color: #999; background: #fff"; }"""
    )
    found = {line.split(" | ")[0] for line in violations(page)}
    assert {"color-contrast: #pale", "label: #mute", "image-alt: #blind"} <= found


def test_axe_finds_nothing(here: Visit) -> None:
    found = unclean(here.page)
    assert not found, "\n".join(found)


def test_nothing_sticks_out_at_320_px(here: Visit) -> None:
    resize(here.page, NARROW)
    assert not here.page.evaluate(STICKING_OUT)


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["1280", "320"])
def test_the_keyboard_reaches_nothing_unseen(here: Visit, size: tuple[int, int]) -> None:
    resize(here.page, size)
    assert not focus_stops(here.page)


def test_paper_has_the_licence_and_no_controls(here: Visit) -> None:
    page = here.page
    resize(page, PAPER)
    page.emulate_media(media="print")
    try:
        expect(page.locator("footer a[rel=license]").first).to_be_visible()
        shown = page.evaluate(SHOWN, list(CONTROLS))
        assert not shown, "no control is on paper"
        assert not page.evaluate(FOLDED), "every answer is open on paper"
        assert not page.evaluate(CUT_OFF), "nothing is cut off at the edge of the sheet"
        page.evaluate(WIDER)
        assert not page.evaluate(CUT_OFF), "nor with another font"
    finally:
        page.evaluate(AS_IT_WAS)
        page.emulate_media(media="screen")


def test_what_scripts_add_has_its_style_sheet(here: Visit) -> None:
    linked = here.page.evaluate(LINKED)
    found = {part for name in here.page.evaluate(CLASSES) for part in drawn_by(name)}
    for name, draws in BY_NEED.items():
        if draws & found:
            assert any(link.endswith(f"{FOLDER}{name}.css") for link in linked), (name, draws & found)


def test_text_further_apart_loses_nothing(here: Visit) -> None:
    page = here.page
    page.evaluate("() => document.querySelectorAll('details').forEach((one) => (one.open = true))")
    page.evaluate(SPACING)
    for size in (WIDE, NARROW):
        resize(page, size)
        assert not page.evaluate(LOST), size
        assert not page.evaluate(STICKING_OUT), size
    assert not page.evaluate(MOVING), "nothing moves for whoever has asked for that"


@pytest.mark.parametrize("kind", ["home", "module", "map", "catalogue", "search"])
def test_a_site_in_a_folder_of_its_host_works_too(visit: Visitor, site: Site, kind: str) -> None:
    here = visit(KINDS[kind], address=site.deep_address)
    styled = here.page.evaluate("getComputedStyle(document.querySelector('.oer-header')).display")
    assert styled
    expect(here.page.locator("h1")).to_be_visible()


@pytest.mark.parametrize("kind", ["opportunities", "organisations", "taking-part"])
def test_rows_that_are_cards_on_a_phone_fit_it(visit: Visitor, kind: str) -> None:
    page = visit(KINDS[kind], size=NARROW).page
    box = page.locator(".oer-scroll:has(.oer-table--directory)").first
    assert box.evaluate("(one) => one.scrollWidth <= one.clientWidth")


def test_a_page_fetches_little_and_search_only_when_asked(visit: Visitor) -> None:
    here = visit(KINDS["module"])
    assert not [path for path in here.requests if "pagefind" in path]
    assert len(here.requests) < 25, here.requests  # what they weigh: tests/site/test_weight.py
