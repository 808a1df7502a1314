"""Without JavaScript nothing that one can read is missing, and no control is there that does nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.browser.visits import NARROW, Visit, start
from tests.site.built import Site
from tests.site.kinds import KINDS

Visitor = Callable[..., Visit]
PROBES = Path(__file__).parent / "probes"
READ = (PROBES / "read.js").read_text(encoding="utf-8")
IDLE = (PROBES / "idle.js").read_text(encoding="utf-8")

SCRIPTED = ", ".join(
    (
        ".oer-js",  # parts of a page that work something out
        "button",
        "dialog",
        ".oer-explore__zoom",
        "[role=status]",
        ".oer-anchor",  # a link to a heading that is copied
        ".oer-quiz__sure",  # what one says before checking
        ".oer-filter",
        ".oer-first-day",
        "[data-oer-clock], .oer-clock",
        ".oer-timer",
        ".oer-slides__tools, .oer-slides__keys",
        "[data-offline-only]",
        ".oer-self [data-part]",  # what is counted beside the statements
        "[aria-live]",
    )
)
"""What only scripts can do, with the words that belong to it. All else is text, and is there without them."""
WORKING = "#oer-menu, .oer-quiz__set :is(input, select), .oer-self__box input, .task-list-item input"
"""What one can tick, choose and fill in without a script, as on paper. Answers are below it."""
UNDRAWN = """() => [...document.querySelectorAll("article :is(figure, .oer-scroll):has(svg)")]
  .filter((one) => ![...one.querySelectorAll("svg")].some((picture) => picture.checkVisibility()))
  .map((one) => one.outerHTML.slice(0, 80))"""
OPEN_ALL = "() => document.querySelectorAll('details').forEach((one) => (one.open = true))"


@pytest.fixture(scope="module")
def both(browser: Any, site: Site) -> Iterator[tuple[Visit, Visit]]:
    """A browser with scripts and one without, for all pages."""
    made = [start(browser, site.address, java_script_enabled=on) for on in (True, False)]
    yield made[0], made[1]
    for one in made:
        one.context.close()


@pytest.mark.parametrize("kind", KINDS)
def test_every_text_can_be_read(both: tuple[Visit, Visit], kind: str) -> None:
    """What scripts show, and what stands in the page at all, is there without them (folds are opened)."""
    pages = [one.open(KINDS[kind]) for one in both]
    for page in pages:
        page.evaluate(OPEN_ALL)
    with_scripts = set(pages[0].evaluate(READ, [SCRIPTED, True]))
    without = set(pages[1].evaluate(READ, [SCRIPTED, True]))
    assert without, "there is text"
    assert not with_scripts - without, "only scripts show it"
    # Contents are a fold on phones; a picture is read by its words.
    unseen = set(pages[1].evaluate(READ, [f"{SCRIPTED}, .oer-toc, svg", False]))
    assert not unseen - without, "it cannot be seen"
    assert not pages[1].evaluate(UNDRAWN), "of a picture that is drawn for two widths, one can be seen"
    assert not pages[1].evaluate(IDLE, WORKING), "a control that does nothing"


def test_who_teaches_goes_on_to_the_next_teaching_view(both: tuple[Visit, Visit]) -> None:
    for visit in both:
        page = visit.open(KINDS["teach"])
        page.locator(".oer-place__way--next a").first.click()
        expect(page.locator(".oer-view a[data-view=teach]")).to_have_attribute("aria-current", "page")
        page.locator(".oer-near a").first.click()
        expect(page.locator(".oer-view a[data-view=teach]")).to_have_attribute("aria-current", "page")


@pytest.mark.parametrize("kind", ["module", "teach", "map", "pack", "self-assessment"])
def test_folds_open_by_key_and_by_mouse(both: tuple[Visit, Visit], kind: str) -> None:
    page = both[1].open(KINDS[kind])
    at = page.evaluate(
        "() => [...document.querySelectorAll('article details')].findIndex((one) => !one.open)"
    )
    fold = page.locator("article details").nth(at)
    within = fold.locator("xpath=./*[not(self::summary)]").first
    expect(within).to_be_hidden()
    fold.locator("summary").first.focus()
    page.keyboard.press("Enter")
    expect(within).to_be_visible()
    fold.locator("summary").first.click()
    expect(within).to_be_hidden()


def test_tables_that_are_wider_than_the_window_scroll_by_key(both: tuple[Visit, Visit]) -> None:
    page = both[1].open(KINDS["map"])
    page.set_viewport_size({"width": NARROW[0], "height": NARROW[1]})
    box = page.locator("article [data-oer-scroll]").first
    box.focus()
    before = box.evaluate("(one) => one.scrollLeft")
    for _ in range(5):
        page.keyboard.press("ArrowRight")
    page.wait_for_timeout(300)
    assert box.evaluate("(one) => one.scrollLeft") > before


def test_facilitator_notes_and_answers_stand_in_the_teaching_view(
    both: tuple[Visit, Visit], site: Site
) -> None:
    page = both[1].open(KINDS["teach"])
    notes = page.locator(".oer-block--facilitator")
    assert notes.count()
    for note in notes.all():
        expect(note).to_be_visible()
    shown = " ".join(page.locator("article").inner_text().split())
    quizzes = site.article(KINDS["teach"]).all("div", class_="oer-quiz__why")
    assert quizzes
    for why in quizzes:
        assert " ".join(why.text.split()) in shown


def test_the_menu_and_the_way_to_search_need_no_script(visit: Visitor) -> None:
    page = visit(KINDS["module"], size=NARROW, java_script_enabled=False).page
    page.locator("#oer-menu").focus()
    page.keyboard.press("Space")
    page.locator(".oer-nav").get_by_role("link", name="Glossary").click()
    expect(page.locator("h1")).to_have_text("Glossary")
