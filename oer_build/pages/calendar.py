"""The calendar of events as a page: twelve months from the day of the build, what returns described once."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from oer_build.analysis import dates
from oer_build.exports import linked_data_events
from oer_build.exports.icalendar import CALENDAR
from oer_build.lesson import Node
from oer_build.model import Event
from oer_build.pages import calls, words_programmes
from oer_build.pages.frame import Frame, headings, section
from oer_build.pages.page import Page
from oer_build.pages.programme import STYLES
from oer_build.pages.values import CallLink, CompetencyLink, WorkLine


@dataclass(frozen=True, slots=True)
class EventPart:
    """An event, described where it first stands."""

    anchor: str
    title: str
    nodes: tuple[Node, ...]
    """What it is."""
    category: str
    """In words."""
    organizer: str
    url: str
    monthly: bool
    competencies: tuple[CompetencyLink, ...]
    sources: tuple[WorkLine, ...]


@dataclass(frozen=True, slots=True)
class EventLine:
    """A date of the calendar."""

    date: str
    """ISO 8601."""
    event: EventPart
    first: bool
    """Whether it stands here for the first time, and is described."""


@dataclass(frozen=True, slots=True)
class MonthPart:
    """A month with its dates in order."""

    anchor: str
    date: str
    """ISO 8601 date of its first day."""
    lines: tuple[EventLine, ...]


@dataclass(frozen=True, slots=True)
class CalendarContext:
    """What `calendar.html.jinja` is given."""

    nodes: tuple[Node, ...]
    """An introduction of the site's own, from an article at the same address."""
    months: tuple[MonthPart, ...]
    """Months with an event, over twelve months."""
    later: tuple[EventLine, ...]
    """Events whose next date is further away."""
    calendar_path: str
    """Path of the file to subscribe to."""
    calendar_url: str
    """Its whole address; empty where the site has none."""
    calls: tuple[CallLink, ...]
    """What readers are asked to do here."""


def calendar(frame: Frame) -> Iterator[Page]:
    """The page, for a site that has events."""
    if not frame.has("calendar/"):
        return
    _ = frame.strings.gettext
    site = frame.catalogue.site
    today = dates.today(frame.catalogue)
    parts = {key: _part(frame, event) for key, event in frame.catalogue.events.items()}
    months = tuple(_months(frame, parts, today))
    title = _("Calendar")
    text = _("Dates that return each year or month, and that a team can learn from.")
    context = CalendarContext(
        nodes=frame.lesson("calendar/").nodes,
        months=months,
        later=tuple(_later(frame, parts, today)),
        calendar_path=CALENDAR,
        calendar_url=site.url + CALENDAR if site.url else "",
        calls=calls.shown_on(frame, "calendar/"),
    )
    yield frame.page(
        "calendar/",
        title,
        text,
        "calendar",
        context,
        about=linked_data_events.calendar(frame.catalogue, title, text, frame.lessons),
        breadcrumbs=frame.crumbs(),
        toc=headings(
            *((month.anchor, frame.strings.month(month.date)) for month in months),
            *([("oer-later", _("Later"))] if context.later else []),
        ),
        sections=(
            section("", title, text),
            *(
                section(key, event.title, *(part.text for part in frame.lesson(f"calendar/#{key}").sections))
                for key, event in frame.catalogue.events.items()
            ),
        ),
        filters=frame.facets(
            _("Calendar"), competency=[one.name for part in parts.values() for one in part.competencies]
        ),
        head=STYLES,
    )


def _part(frame: Frame, event: Event) -> EventPart:
    return EventPart(
        anchor=event.identifier,
        title=event.title,
        nodes=frame.lesson(f"calendar/#{event.identifier}").nodes,
        category=words_programmes.category(frame.strings, event.category),
        organizer=event.organizer,
        url=event.url,
        monthly=event.schedule.frequency == "P1M",
        competencies=tuple(frame.competency(reference) for reference in event.competencies),
        sources=frame.works(event.sources),
    )


def _months(frame: Frame, parts: dict[str, EventPart], today: datetime.date) -> Iterator[MonthPart]:
    """Dates in order, by month; of those on one day in the order of the records."""
    every = sorted(
        (
            (date, key)
            for key, event in frame.catalogue.events.items()
            for date in dates.year_of(event, today)
        ),
        key=lambda pair: pair[0],
    )
    told: set[str] = set()
    months: dict[datetime.date, list[EventLine]] = {}
    for date, key in every:
        line = EventLine(date.isoformat(), parts[key], key not in told)
        told.add(key)
        months.setdefault(date.replace(day=1), []).append(line)
    for first, lines in months.items():
        yield MonthPart(f"oer-month-{first:%Y-%m}", first.isoformat(), tuple(lines))


def _later(frame: Frame, parts: dict[str, EventPart], today: datetime.date) -> Iterator[EventLine]:
    """29 February, in most years."""
    for key, event in frame.catalogue.events.items():
        if not dates.year_of(event, today):
            date = next(dates.occurrences(event, today), None)
            if date:
                yield EventLine(date.isoformat(), parts[key], True)
