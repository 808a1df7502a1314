"""When programmes and events take place: real dates where they are known, worked out from records where not.

Never asks the clock: the same records give the same dates, whoever builds the site and when. Knows the model
only.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile
from typing import Any

from dateutil.rrule import FR, MO, MONTHLY, SA, SU, TH, TU, WE, YEARLY, rrule

from oer_build.model import Catalogue, Day, Event, Programme, Schedule

NOTICE = datetime.timedelta(days=28)
"""How long after the record an example begins: nobody is called together in less."""
_EARLIEST = datetime.date(2024, 1, 1)
"""For a site of which nothing says a date."""

_WEEKDAYS = {
    "Monday": MO,
    "Tuesday": TU,
    "Wednesday": WE,
    "Thursday": TH,
    "Friday": FR,
    "Saturday": SA,
    "Sunday": SU,
}


@dataclass(frozen=True, slots=True)
class FirstDay:
    """The date of day 1 of a programme, and whether it is only an example."""

    date: datetime.date
    example: bool

    def of(self, day: Day) -> datetime.date:
        """The date of a day."""
        return self.date + datetime.timedelta(days=day.number - 1)


def today(catalogue: Catalogue) -> datetime.date:
    """The day on which a build stands: that of its commit, or where it has none, of its newest record."""
    built = _date(catalogue.site.date)
    if built:
        return built
    written = (
        *(module.date_modified for module in catalogue.modules.values()),
        *(course.date_modified for course in catalogue.courses.values()),
        *(programme.date_modified for programme in catalogue.programmes.values()),
        *(pack.date_modified for pack in catalogue.packs.values()),
        *(story.date_modified for story in catalogue.stories.values()),
    )
    return max((date for date in map(_date, written) if date), default=_EARLIEST)


def changed(catalogue: Catalogue, programme: Programme) -> datetime.date:
    """The day on which a programme was last changed, or where it does not say, that of the build."""
    return _date(programme.date_modified) or today(catalogue)


def first_day(catalogue: Catalogue, programme: Programme) -> FirstDay:
    """The date of day 1. As an example: the first Monday at least four weeks after the last change."""
    stated = _date(programme.start_date)
    if stated:
        return FirstDay(stated, example=False)
    soonest = changed(catalogue, programme) + NOTICE
    return FirstDay(soonest + datetime.timedelta(days=-soonest.weekday() % 7), example=True)


def rule(schedule: Schedule) -> dict[str, Any]:
    """The parts of a schedule that are set, by their names in RFC 5545: `bymonth`, `bymonthday`, `byday`."""
    found: dict[str, Any] = {"freq": "YEARLY" if schedule.frequency == "P1Y" else "MONTHLY"}
    if schedule.month:
        found["bymonth"] = schedule.month
    if schedule.month_day:
        found["bymonthday"] = schedule.month_day
    if schedule.weekday:
        found["byday"] = f"{schedule.week}{schedule.weekday[:2].upper()}"
    return found


def occurrences(event: Event, start: datetime.date) -> Iterator[datetime.date]:
    """The dates of an event from a day on, that day included. A day that a month or a year does not have is
    left out (RFC 5545, 3.3.10)."""
    schedule = event.schedule
    weekday = _WEEKDAYS[schedule.weekday](schedule.week) if schedule.weekday else None
    for moment in rrule(
        YEARLY if schedule.frequency == "P1Y" else MONTHLY,
        dtstart=datetime.datetime.combine(start, datetime.time()),
        bymonth=schedule.month or None,
        bymonthday=schedule.month_day or None,
        byweekday=weekday,
    ):
        yield moment.date()


def year_of(event: Event, start: datetime.date) -> tuple[datetime.date, ...]:
    """Its dates in the twelve months from a day on."""
    # From 29 February on, a year ends before 1 March.
    leap = (start.month, start.day) == (2, 29)
    end = datetime.date(start.year + 1, 3, 1) if leap else start.replace(year=start.year + 1)
    return tuple(takewhile(lambda date: date < end, occurrences(event, start)))


def _date(text: str) -> datetime.date | None:
    """A whole ISO 8601 date; None for a year, a month or nothing."""
    return datetime.date.fromisoformat(text) if len(text) == len("2026-11-22") else None
