"""Calendar files, read back as calendar programs read them."""

from __future__ import annotations

import datetime
from dataclasses import replace

from icalendar import Calendar

from oer_build.exports import icalendar, linked_data_events
from oer_build.exports.published import PublishedFile
from oer_build.model import Catalogue, Schedule
from oer_build.strings import Strings
from tests.builders import SITE, catalogue, competency, module, reference
from tests.programmes import day, event, programme, session

ENGLISH = Strings("en")
WORKSHOP = programme(
    day(
        1,
        session(
            "opening",
            "09:30",
            30,
            "briefing",
            title="Opening; why, and for whom",
            description="What we are here for.",
            room="Hall, first floor",
            module="asking",
            steps=((30, "SECRET step."),),
            note="SECRET note.",
        ),
        session("coffee", "10:00", 20, "break", title="Coffee"),
    ),
    day(15, session("late", "23:30", 60, title="Late")),
)


def linked(*programmes: object, url: str = SITE.url, **more: object) -> Catalogue:
    return catalogue(
        competency("users"),
        module("asking", ["users@working"]),
        site=replace(SITE, url=url),
        programmes={one.identifier: one for one in programmes},
        **more,
    )


def entries(content: bytes) -> dict[str, object]:
    """Events by their summaries."""
    return {str(one["summary"]): one for one in Calendar.from_ical(content).walk("VEVENT")}


def test_there_is_an_event_for_every_session_pauses_too() -> None:
    read = entries(icalendar.programme(linked(WORKSHOP), WORKSHOP, ENGLISH))
    assert list(read) == ["Opening; why, and for whom", "Coffee", "Late"]
    opening = read["Opening; why, and for whom"]
    assert opening["dtstart"].dt == datetime.datetime(2026, 12, 21, 9, 30)
    assert opening["dtend"].dt == datetime.datetime(2026, 12, 21, 10, 0)
    assert opening["dtstart"].dt.tzinfo is None
    assert opening["location"] == "Hall, first floor"
    assert opening.categories == ["briefing"]
    assert opening["url"] == f"{SITE.url}programmes/workshop/#session-opening"
    assert opening["description"] == (
        f"What we are here for.\nLed by: Facilitator\nModule: Asking {SITE.url}modules/asking/"
    )


def test_days_keep_their_distance_and_midnight_is_passed() -> None:
    late = entries(icalendar.programme(linked(WORKSHOP), WORKSHOP, ENGLISH))["Late"]
    assert late["dtstart"].dt == datetime.datetime(2027, 1, 4, 23, 30)
    assert late["dtend"].dt == datetime.datetime(2027, 1, 5, 0, 30)


def test_an_example_is_tentative_and_a_date_is_confirmed() -> None:
    def states(one: object, **more: object) -> set[str]:
        read = entries(icalendar.programme(linked(one), one, ENGLISH, **more))
        return {str(entry["status"]) for entry in read.values()}

    assert states(WORKSHOP) == {"TENTATIVE"}
    assert states(replace(WORKSHOP, start_date="2027-03-08")) == {"CONFIRMED"}
    assert states(WORKSHOP, start=datetime.date(2027, 3, 8)) == {"CONFIRMED"}


def test_the_same_records_give_the_same_bytes_with_lines_as_the_standard_wants() -> None:
    first, second = (icalendar.programme(linked(WORKSHOP), WORKSHOP, ENGLISH) for _ in range(2))
    assert first == second
    assert first.endswith(b"END:VCALENDAR\r\n")
    assert all(len(line) <= 75 for line in first.split(b"\r\n"))
    assert b"DTSTAMP:20261122T000000Z" in first


def test_events_keep_their_identity_when_titles_and_times_change() -> None:
    def identities(one: object, **more: object) -> list[str]:
        return [
            str(entry["uid"])
            for entry in entries(icalendar.programme(linked(one), one, ENGLISH, **more)).values()
        ]

    before = identities(WORKSHOP)
    sessions = [replace(one, title=f"New {one.identifier}", start=one.start + 5) for one in WORKSHOP.sessions]
    after = identities(replace(WORKSHOP, days=(replace(WORKSHOP.days[0], sessions=tuple(sessions)),)))
    assert len(set(before)) == 3
    assert before == after
    twice = identities(WORKSHOP, start=datetime.date(2027, 3, 8))
    assert twice == [f"{one}-20270308" for one in before]
    assert identities(replace(WORKSHOP, identifier="other")) != before


def test_a_site_without_an_address_gives_no_relative_ones() -> None:
    one = entries(icalendar.programme(linked(WORKSHOP, url=""), WORKSHOP, ENGLISH))["Coffee"]
    assert "url" not in one


def test_participants_get_no_notes() -> None:
    assert b"SECRET" not in icalendar.programme(linked(WORKSHOP), WORKSHOP, ENGLISH)


def test_a_text_cannot_add_a_line_of_its_own() -> None:
    evil = programme(
        day(1, session("a", "09:00", 30, title="A\r\nEND:VEVENT\nX:1", room="B\nC", lead="D\\n;,"))
    )
    read = Calendar.from_ical(icalendar.programme(linked(evil), evil, ENGLISH)).walk("VEVENT")
    assert len(read) == 1
    assert "END:VEVENT" in str(read[0]["summary"])


def calendar_of(*events: object) -> dict[str, object]:
    found = linked(events={one.identifier: one for one in events})
    return entries(icalendar.events(found, {}, ENGLISH))


def test_an_event_returns_by_rule_from_its_next_date() -> None:
    read = calendar_of(
        event("womens-day", organizer="United Nations", url="https://example.org/day"),
        event("third-thursday", schedule=Schedule("P1Y", month=5, week=3, weekday="Thursday")),
        event("month", schedule=Schedule("P1M", week=-1, weekday="Friday")),
    )
    yearly, weekday, monthly = read.values()
    assert yearly["dtstart"].dt == datetime.date(2027, 3, 8)
    assert yearly["rrule"].to_ical() == b"FREQ=YEARLY;BYMONTHDAY=8;BYMONTH=3"
    assert yearly["url"] == "https://example.org/day"
    assert yearly["description"] == "What to do on womens-day.\nBy: United Nations"
    assert yearly["transp"] == "TRANSPARENT"
    assert weekday["dtstart"].dt == datetime.date(2027, 5, 20)
    assert weekday["rrule"].to_ical() == b"FREQ=YEARLY;BYDAY=3TH;BYMONTH=5"
    assert weekday["url"] == f"{SITE.url}calendar/#third-thursday"
    assert monthly["dtstart"].dt == datetime.date(2026, 11, 27)
    assert monthly["rrule"].to_ical() == b"FREQ=MONTHLY;BYDAY=-1FR"


def test_a_site_publishes_a_file_for_each_programme_and_one_for_its_events() -> None:
    files = list(icalendar.files(linked(WORKSHOP, events={"one": event("one")}), {}))
    assert [file.path for file in files] == ["programmes/workshop/workshop.ics", "calendar.ics"]
    assert all(isinstance(file, PublishedFile) for file in files)
    assert not list(icalendar.files(linked(), {}))


# -- JSON-LD -------------------------------------------------------------------------------------------


def test_a_programme_is_a_series_of_events() -> None:
    node = linked_data_events.programme(linked(WORKSHOP), WORKSHOP)
    assert node["@type"] == ["EventSeries", "EducationEvent"]
    opening, coffee, _late = node["subEvent"]
    assert opening["@id"] == f"{SITE.url}programmes/workshop/#session-opening"
    assert opening["duration"] == "PT30M"
    assert opening["workFeatured"]["name"] == "Asking"
    assert coffee["@type"] == "Event"
    assert [term["name"] for term in node["teaches"]] == ["Users"]


def test_an_example_date_is_told_to_nobody() -> None:
    node = linked_data_events.programme(linked(WORKSHOP), WORKSHOP)
    assert "startDate" not in node
    assert "startDate" not in node["subEvent"][0]
    dated = replace(WORKSHOP, start_date="2027-03-08")
    node = linked_data_events.programme(linked(dated), dated)
    assert (node["startDate"], node["endDate"]) == ("2027-03-08", "2027-03-22")
    assert node["subEvent"][0]["startDate"] == "2027-03-08T09:30:00"


def test_what_is_not_known_is_not_said() -> None:
    node = linked_data_events.programme(linked(WORKSHOP), WORKSHOP)
    assert not {"location", "maximumAttendeeCapacity", "audience"} & set(node)


def test_an_event_has_its_schedule() -> None:
    one = event(
        "third-thursday",
        schedule=Schedule("P1Y", month=5, week=3, weekday="Thursday"),
        competencies=(reference("users@working"),),
    )
    node = linked_data_events.event(linked(), one)
    assert node["eventSchedule"] == {
        "@type": "Schedule",
        "repeatFrequency": "P1Y",
        "byMonth": 5,
        "byDay": "3TH",
    }
    assert node["startDate"] == "2027-05-20"
    assert [term["name"] for term in node["about"]] == ["Users"]
