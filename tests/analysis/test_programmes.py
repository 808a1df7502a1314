"""Times of programmes add up, and dates come from records and never from the clock."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from oer_build.analysis import dates, programmes
from oer_build.diagnostics import Report
from oer_build.model import Catalogue, Duration, Schedule
from tests.builders import SITE, catalogue, module
from tests.programmes import day, event, programme, session


def problems(*days: object, stated: int = 0, **more: object) -> list[str]:
    """Codes of what is wrong with a programme of some days."""
    return [code for code, _ in messages(*days, stated=stated, **more)]


def messages(*days: object, stated: int = 0, **more: object) -> list[tuple[str, str]]:
    report = Report()
    linked = catalogue(*more.pop("modules", ()), programmes={"workshop": programme(*days, stated=stated)})
    programmes.check(linked, report)
    return [(one.code, one.message) for one in report]


def test_a_day_without_holes_and_collisions_is_sound() -> None:
    assert not problems(
        day(
            1,
            session("opening", "09:00", 60),
            session("coffee", "10:00", 15, "break"),
            session("practice", "10:15", 120),
        ),
        stated=180,
    )


def test_overlaps_are_found_in_whatever_order_sessions_are_written() -> None:
    sessions = (session("late", "10:00", 60), session("early", "09:00", 90))
    assert problems(day(1, *sessions)) == ["session-order", "session-overlap"]


def test_a_long_session_collides_with_each_of_those_that_it_covers() -> None:
    found = problems(
        day(1, session("all", "09:00", 100), session("a", "09:00", 30), session("b", "09:30", 30))
    )
    assert found == ["session-overlap"] * 2


@pytest.mark.parametrize(
    ("first", "second", "allowed"), [("a", "b", True), ("a", "a", False), ("a", "", False)]
)
def test_only_sessions_of_two_tracks_may_be_parallel(first: str, second: str, allowed: bool) -> None:
    found = problems(
        day(1, session("one", "09:00", 60, track=first), session("two", "09:30", 30, track=second))
    )
    assert found == ([] if allowed else ["session-overlap"])


def test_a_gap_is_time_in_which_no_track_has_a_session() -> None:
    long, short = session("long", "09:00", 60, track="a"), session("short", "09:00", 30, track="b")
    assert not problems(day(1, long, short, session("together", "10:00", 30)))
    assert messages(day(1, long, short, session("together", "10:01", 30))) == [
        ("session-gap", "from 10:00 to 10:01, before 'Together', there is nothing")
    ]


def test_days_do_not_touch_each_other() -> None:
    assert not problems(day(1, session("one", "18:00", 60)), day(2, session("two", "09:00", 60)))


def test_days_count_upwards() -> None:
    days = (day(8, session("one", "09:00", 60)), day(1, session("two", "09:00", 60)))
    assert messages(*days) == [("session-order", "'Day 1' is day 1, but 'Day 8' before it is day 8")]


def test_two_hours_are_the_most_without_a_pause() -> None:
    assert not problems(day(1, session("one", "09:00", 60), session("two", "10:00", 60)))
    found = messages(day(1, session("one", "09:00", 60), session("two", "10:00", 61)))
    assert found == [
        (
            "long-without-break",
            "from 09:00 to the end of 'Two' at 11:01 there is no pause: 121 minutes",
        )
    ]


def test_a_stretch_is_told_once_and_a_new_one_again() -> None:
    found = problems(
        day(
            1,
            session("one", "09:00", 121),
            session("two", "11:01", 60),
            session("lunch", "12:01", 60, "meal"),
            session("three", "13:01", 130),
        )
    )
    assert found == ["long-without-break"] * 2


def test_a_break_in_one_track_is_none_for_the_other() -> None:
    found = problems(
        day(
            1,
            session("one", "09:00", 60),
            session("coffee", "10:00", 30, "break", track="a"),
            session("on", "10:00", 30, track="b"),
            session("two", "10:30", 60),
        )
    )
    assert found == ["long-without-break"]


def test_only_pauses_need_no_lead() -> None:
    assert messages(
        day(1, session("opening", "09:00", 30, lead=""), session("free", "09:30", 30, "free"))
    ) == [("session-without-lead", "nobody leads 'Opening'")]


def test_parallel_sessions_count_once_and_pauses_not_at_all() -> None:
    days = (
        day(
            1,
            session("one", "09:00", 60, track="a"),
            session("first-half", "09:00", 30, track="b"),
            session("second-half", "09:30", 40, track="b"),
            session("coffee", "10:10", 20, "break"),
        ),
    )
    assert programme(*days).minutes == 70
    assert programme(*days).pauses == 20
    assert messages(*days, stated=90) == [
        (
            "programme-does-not-add-up",
            "the sessions take 1 hour 10 minutes together, pauses left out, but `timeRequired` is 1 hour "
            "30 minutes",
        )
    ]


def test_a_module_has_the_time_of_its_shortest_way() -> None:
    short = module("asking", minutes=60, variants=((Duration("PT20M", 20), "Read."),))
    days = [day(1, session("one", "09:00", minutes, module="asking")) for minutes in (19, 20)]
    assert messages(days[0], modules=[short]) == [
        (
            "session-too-short",
            "the module 'asking' takes 20 minutes in its shortest way, but has 19 minutes here",
        )
    ]
    assert not problems(days[1], modules=[short])


def test_sessions_on_one_module_are_taken_together_and_planned_ones_not_judged() -> None:
    parts = day(1, session("one", "09:00", 30, module="asking"), session("two", "09:30", 30, module="asking"))
    assert not problems(parts, modules=[module("asking", minutes=60)])
    assert not problems(parts, modules=[module("asking", minutes=90, status="planned")])


# -- dates ---------------------------------------------------------------------------------------------


def site_of(date: str, *programmes: object) -> Catalogue:
    return catalogue(site=replace(SITE, date=date), programmes={one.identifier: one for one in programmes})


def test_a_stated_date_is_no_example() -> None:
    one = programme(start_date="2027-03-08")
    assert dates.first_day(site_of("", one), one) == dates.FirstDay(date(2027, 3, 8), example=False)


@pytest.mark.parametrize(
    ("changed", "first"),
    [("2026-11-22", "2026-12-21"), ("2026-11-23", "2026-12-21"), ("2026-11-24", "2026-12-28")],
)
def test_an_example_begins_on_the_first_monday_four_weeks_later(changed: str, first: str) -> None:
    one = programme(date_modified=changed)
    found = dates.first_day(site_of("2030-01-01", one), one)
    assert (found.date.isoformat(), found.example) == (first, True)


def test_without_a_date_of_its_own_a_programme_takes_that_of_the_build() -> None:
    one = programme(date_modified="")
    assert dates.first_day(site_of("2026-11-22", one), one).date == date(2026, 12, 21)


def test_a_site_without_a_date_stands_on_the_day_of_its_newest_record() -> None:
    old, new = programme(identifier="old", date_modified="2025-01-01"), programme(date_modified="2026-05-04")
    assert dates.today(site_of("", old, new)) == date(2026, 5, 4)
    assert dates.today(site_of("")) == dates.today(site_of(""))


def test_days_of_a_series_keep_their_distance() -> None:
    first = dates.FirstDay(date(2027, 3, 8), example=False)
    assert [first.of(day(number)).isoformat() for number in (1, 15)] == ["2027-03-08", "2027-03-22"]


@pytest.mark.parametrize(
    ("schedule", "expected"),
    [
        (Schedule("P1Y", month=3, month_day=8), ["2027-03-08"]),
        (Schedule("P1Y", month=11, month_day=22), ["2026-11-22"]),
        (Schedule("P1Y", month=5, week=3, weekday="Thursday"), ["2027-05-20"]),
        (Schedule("P1Y", month=11, week=-1, weekday="Monday"), ["2026-11-30"]),
        (Schedule("P1Y", month=2, month_day=29), []),
    ],
)
def test_what_returns_each_year_stands_once_in_a_year(schedule: Schedule, expected: list[str]) -> None:
    found = dates.year_of(event("one", schedule=schedule), date(2026, 11, 22))
    assert [one.isoformat() for one in found] == expected


def test_what_returns_each_month_leaves_out_months_without_that_day() -> None:
    found = dates.year_of(event("one", schedule=Schedule("P1M", month_day=31)), date(2026, 11, 22))
    assert [one.month for one in found] == [12, 1, 3, 5, 7, 8, 10]
    twelve = dates.year_of(
        event("two", schedule=Schedule("P1M", week=2, weekday="Tuesday")), date(2026, 11, 22)
    )
    assert len(twelve) == 12


def test_a_leap_day_waits_for_its_year() -> None:
    leap = event("leap", schedule=Schedule("P1Y", month=2, month_day=29))
    assert next(dates.occurrences(leap, date(2026, 11, 22))) == date(2028, 2, 29)
    assert dates.year_of(leap, date(2028, 2, 29)) == (date(2028, 2, 29),)
