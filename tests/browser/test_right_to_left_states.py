"""The Arabic test site in use: pages that somebody opened, filled in or came back to are clean in both themes
and widths, and nothing sticks out. No word of the interface is used to find anything."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from tests.arabic import KINDS, LETTER, LOG
from tests.browser.learning import BEGUN, DONE
from tests.browser.mirrored import middle
from tests.browser.states import OPEN_ALL, State, faults
from tests.browser.visits import Visit, start
from tests.site.built import Site

if TYPE_CHECKING:
    from playwright.sync_api import Page

KEPT = {"schemaVersion": 1, "modules": {"clear-letter": DONE, "reading-a-log": BEGUN, "long-gone": BEGUN}}
LEARNING = (("progress", json.dumps(KEPT)),)


def _unfolded(page: Page) -> None:
    page.evaluate(OPEN_ALL)


def _details(page: Page) -> None:
    panel = page.locator("[data-part=detail]")
    expect(panel).to_be_visible()
    expect(panel).to_have_css("direction", "rtl")


def _teach(page: Page) -> None:
    page.locator(".oer-clock__start:visible").first.fill("09:00")
    page.locator("[data-do=now]:visible").first.click()
    page.locator(".oer-plan__done:visible").first.click()
    page.locator("button[data-oer-timer]:visible").first.click()
    expect(page.locator(".oer-timer__face")).to_be_visible()
    rows = page.locator(".oer-plan").first.locator("tbody tr").first
    assert middle(rows.locator(".oer-plan__at")) > middle(rows.locator(".oer-plan__done"))
    page.evaluate(OPEN_ALL)


def _results(page: Page) -> None:
    page.locator("article .oer-result").first.wait_for()
    page.evaluate(OPEN_ALL)


def _term(page: Page) -> None:
    page.locator("a.oer-term").first.focus()
    page.locator(".oer-note").wait_for()


def _written(page: Page) -> None:
    page.locator("article textarea:visible").first.fill("اسأل الشباك أولًا.")
    page.locator("[data-oer-done]").click()
    page.evaluate(OPEN_ALL)


def _first_day(page: Page) -> None:
    page.locator("#oer-first-day").fill("2027-03-01")
    page.locator(".oer-first-day button[type=submit]").click()
    expect(page.locator(".oer-first-day__status")).to_contain_text("2027")


def _nothing_left(page: Page) -> None:
    page.evaluate(OPEN_ALL)
    page.locator("#filter-q").fill("zzz")
    expect(page.locator(".oer-catalogue__none")).to_be_visible()


STATES = {
    "details of a module on the map": State("map/?open=reading-a-log", _details),
    "the graph laid over with a role": State("map/?view=graph&role=front-desk&open=clear-letter", _details),
    "teaching with the clock and the timer": State(KINDS["teach"], _teach),
    "teaching in English": State(KINDS["english-teach"], _unfolded),
    "search page with facets": State(f"{KINDS['search']}?q=الرسالة", _results),
    "term explained": State(LETTER, _term),
    "module done, with notes": State(LETTER, _written),
    "module in English, come back to": State(LOG, _unfolded, LEARNING),
    "learning kept": State(KINDS["my-learning"], _unfolded, LEARNING),
    "course begun": State(KINDS["course"], _unfolded, LEARNING),
    "programme with a date of one's own": State(KINDS["programme"], _first_day),
    "opportunities, none left": State(KINDS["opportunities"], _nothing_left),
    "taking part unfolded": State(KINDS["taking-part"], _unfolded),
}


@pytest.fixture(scope="module")
def here(browser: Any, arabic: Site) -> Iterator[Visit]:
    """One context for all states: what one of them kept, the next clears away."""
    found = start(browser, arabic.address, accept_downloads=True)
    yield found
    found.context.close()


@pytest.mark.parametrize("name", STATES)
def test_it_is_clean_and_does_not_scroll_sideways(here: Visit, name: str) -> None:
    found = faults(here, STATES[name])
    assert not found, "\n".join(found)
