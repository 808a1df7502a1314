"""Programmes as pages: the same times everywhere, and nothing for facilitators on the agenda."""

from __future__ import annotations

import re
from functools import cache

from oer_build.pages.page import Page
from tests.builders import catalogue, competency, module, work
from tests.pages.drawn import draw
from tests.pages.html import page_at, read, text_of
from tests.programmes import day, programme, session

BODY = """
## How to prepare

Call everybody. [[source:guide]]

/// facilitator | When it rains
SECRET tent.
///
"""


@cache
def pages(start_date: str = "") -> tuple[Page, ...]:
    first = day(
        1,
        session(
            "opening",
            "09:30",
            45,
            "briefing",
            description="Why we are here.",
            room="Hall",
            lead="Host",
            module="asking",
            materials=("Badges", "Pens"),
            steps=((5, "Welcome."), (40, "Work in pairs.")),
            note="SECRET note.",
        ),
        session("coffee", "10:15", 15, "break"),
        session("left", "10:30", 60, track="left", room="Hall"),
        session("right", "10:30", 60, track="right", room="Garden", materials=("Pens",)),
        title="Day one",
        description="We begin.",
    )
    second = day(15, session("closing", "14:00", 30, "closing", lead="Host"), title="Day two")
    workshop = programme(
        first,
        second,
        body=BODY,
        audience=("leaders",),
        capacity=24,
        location="A hall",
        start_date=start_date,
        sources=(work("A guide", identifier="guide"),),
    )
    return draw(
        catalogue(
            competency("users", "C1"),
            module("asking", ["users@working", "users@awareness"], minutes=45),
            module("unused", ["users@working"]),
            programmes={"workshop": workshop},
        )
    )


HERE = "programmes/workshop/"


def test_the_list_says_how_long_and_for_whom() -> None:
    text = text_of(pages(), "programmes/")
    assert "Workshop 2 days over 3 weeks, 2 hours 15 minutes of sessions, 4 sessions; for leaders" in text


def test_the_page_says_when_where_and_who_leads() -> None:
    text = text_of(pages(), HERE)
    assert "leaders; up to 24 people" in text
    assert "Day one 09:30 to 11:30: 1 hour 45 minutes of sessions, 15 minutes of pauses" in text
    assert "09:30 to 10:15 Opening Why we are here." in text
    assert "Format Briefing Led by Host Room Hall Module Asking" in text


def test_sessions_are_headings_under_their_day_and_can_be_linked_to() -> None:
    page = read(page_at(pages(), HERE))
    assert page.headings[:6] == [1, 2, 2, 3, 4, 4]
    assert {"day-1", "day-15", "session-opening", "session-coffee"} <= set(page.ids)
    assert not page.faults


def test_what_must_be_there_is_listed_once_with_all_its_places() -> None:
    text = text_of(pages(), HERE)
    assert "Pens day 1, 09:30 Opening; day 1, 10:30 Right" in text


def test_covered_competencies_come_from_the_modules_of_its_sessions() -> None:
    text = text_of(pages(), HERE)
    assert "C1 Users, Awareness and Working Asking" in text
    assert "Unused" not in text


def test_times_are_machine_readable_and_have_the_date_only_where_it_is_known() -> None:
    assert '<time datetime="09:30">09:30</time>' in page_at(pages(), HERE).body
    dated = page_at(pages("2027-03-08"), HERE).body
    assert '<time datetime="2027-03-08T09:30">09:30</time>' in dated
    assert '<time datetime="2027-03-22">Monday, 22 March 2027</time>' in dated
    assert "an example" not in dated


def test_an_example_date_is_called_one() -> None:
    page = page_at(pages(), HERE)
    assert "The dates in the calendar file are an example" in text_of(pages(), HERE)
    assert 'data-first="2026-12-21"' in page.body
    assert "workshop.ics" in page.body


def test_the_field_for_a_first_day_waits_for_scripts() -> None:
    assert re.search(r'<form class="oer-first-day" hidden ', page_at(pages(), HERE).body)


def test_the_agenda_is_a_table_a_day_without_anything_for_facilitators() -> None:
    page = read(page_at(pages(), f"{HERE}agenda/"))
    assert page.row("09:30 to 10:15") == ["09:30 to 10:15", "Opening Why we are here.", "Hall"]
    assert page.row("10:15 to 10:30") == ["10:15 to 10:30", "Coffee", ""]
    body = page_at(pages(), f"{HERE}agenda/").body
    for hidden in ("SECRET", "Welcome.", "Badges", "Host", "How to prepare"):
        assert hidden not in body, hidden


def test_a_day_without_rooms_has_no_column_for_them() -> None:
    rows = read(page_at(pages(), f"{HERE}agenda/")).cells
    assert [cell.strip() for cell in rows[-1]] == ["14:00 to 14:30", "Closing"]


def test_the_run_sheet_works_out_clock_times_of_every_step() -> None:
    text = text_of(pages(), f"{HERE}run-sheet/")
    assert "09:30 to 09:35 Welcome. (5 minutes)" in text
    assert "09:35 to 10:15 Work in pairs. (40 minutes)" in text
    assert "SECRET note." in text
    assert "SECRET tent." in text


def test_the_run_sheet_lists_roles_with_all_that_they_lead() -> None:
    text = text_of(pages(), f"{HERE}run-sheet/")
    assert "Host day 1, 09:30 Opening; day 15, 14:00 Closing" in text


def test_learners_see_no_notes_on_the_page_of_the_programme() -> None:
    assert "SECRET" not in page_at(pages(), HERE).body


def test_a_module_says_where_it_is_used() -> None:
    for path in ("modules/asking/", "modules/asking/teach/"):
        assert "Used in programmes: Workshop" in text_of(pages(), path)
    assert "Used in programmes" not in text_of(pages(), "modules/unused/")


def test_papers_are_not_searched_and_the_programme_is() -> None:
    assert not page_at(pages(), f"{HERE}agenda/").sections
    assert not page_at(pages(), f"{HERE}run-sheet/").sections
    assert [part.anchor for part in page_at(pages(), HERE).sections][:3] == ["", "day-1", "day-15"]
    assert page_at(pages(), HERE).filters["kind"] == ("Programme",)


def test_only_these_pages_load_the_styles_of_timetables() -> None:
    heads = {page.path for page in pages() if "programmes.css" in page.head}
    assert heads == {"programmes/", HERE, f"{HERE}agenda/", f"{HERE}run-sheet/"}


def test_a_site_without_programmes_has_no_page_of_them() -> None:
    assert not [page for page in draw(catalogue()) if page.path.startswith("programmes/")]


def test_times_are_said_in_the_language_of_the_site() -> None:
    linked = catalogue(programmes={"workshop": programme(day(1, session("one", "14:05", 30)))})
    body = page_at(draw(linked, language="fi"), f"{HERE}agenda/").body
    assert '<time datetime="14:05">14.05</time>' in body
