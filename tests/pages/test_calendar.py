"""The calendar: twelve months from the day of the build, each event described once."""

from __future__ import annotations

from dataclasses import replace

from oer_build.model import Schedule
from oer_build.pages.page import Page
from tests.builders import SITE, catalogue, competency, reference, work
from tests.pages.drawn import draw
from tests.pages.html import page_at, read, text_of
from tests.programmes import event

MONTHLY = Schedule("P1M", week=2, weekday="Tuesday")


def pages(*events: object, url: str = SITE.url, date: str = "2026-11-22") -> tuple[Page, ...]:
    return draw(
        catalogue(
            competency("users", "C1"),
            site=replace(SITE, url=url, date=date),
            events={one.identifier: one for one in events},
        )
    )


def test_events_stand_in_their_months_in_order_of_time() -> None:
    drawn = pages(event("march"), event("january", schedule=Schedule("P1Y", month=1, month_day=2)))
    text = text_of(drawn, "calendar/")
    assert text.index("January 2027") < text.index("Saturday, 2 January") < text.index("March 2027")
    assert [heading.title for heading in page_at(drawn, "calendar/").toc] == ["January 2027", "March 2027"]


def test_an_event_says_what_it_is_who_proclaims_it_and_where_that_was_read() -> None:
    one = event(
        "march",
        description="Ask *who* is missing.",
        category="inclusion",
        organizer="United Nations",
        url="https://example.org/day",
        competencies=(reference("users@working"),),
        sources=(work("List of days", creator="United Nations"),),
    )
    text = text_of(pages(one), "calendar/")
    assert "March Inclusion by United Nations Ask who is missing." in text
    assert "Goes with C1 Users, Working" in text
    assert "Source: United Nations. List of days." in text
    assert "https://example.org/day" in read(page_at(pages(one), "calendar/")).links


def test_what_returns_each_month_is_in_every_month_and_described_once() -> None:
    page = page_at(pages(event("hour", title="Open hour", schedule=MONTHLY)), "calendar/")
    assert len(page.toc) == 12
    assert page.body.count("What to do on hour.") == 1
    assert page.body.count('id="hour"') == 1
    assert page.body.count('href="#hour"') == 11


def test_what_is_further_away_than_a_year_stands_at_the_end() -> None:
    drawn = pages(event("leap", schedule=Schedule("P1Y", month=2, month_day=29)))
    assert "Later Tuesday, 29 February 2028 Leap" in text_of(drawn, "calendar/")


def test_the_page_leads_to_the_file_and_says_its_whole_address() -> None:
    assert f"{SITE.url}calendar.ics" in text_of(pages(event("one")), "calendar/")
    text = text_of(pages(event("one"), url=""), "calendar/")
    assert "Subscribe to this calendar (.ics)" in text
    assert "give your calendar program" not in text


def test_without_a_date_of_the_build_the_page_never_asks_the_clock() -> None:
    first, second = (text_of(pages(event("one"), date=""), "calendar/") for _ in range(2))
    assert first == second
    assert "8 March" in first


def test_every_event_can_be_found_and_linked_to() -> None:
    page = page_at(pages(event("one"), event("two", schedule=MONTHLY)), "calendar/")
    assert {part.anchor for part in page.sections} == {"", "one", "two"}
    assert {"one", "two"} <= set(read(page).ids)
    assert not read(page).faults


def test_a_site_without_events_has_no_calendar() -> None:
    assert not [page for page in pages() if page.path == "calendar/"]
