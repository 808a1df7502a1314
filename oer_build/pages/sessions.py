"""Sessions as the pages of a programme print them: clock times worked out, who leads, what must be there.

Knows the frame and the model. The three pages of a programme take what they show from here, so that a time is
the same on all of them.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from oer_build.analysis import dates
from oer_build.model import Day, Programme, Session
from oer_build.pages import words, words_programmes
from oer_build.pages.frame import Frame
from oer_build.pages.values import ModuleLink


@dataclass(frozen=True, slots=True)
class Moment:
    """A time of day."""

    minutes: int
    """After midnight, for the filter `clock`."""
    machine: str
    """For the attribute `datetime`: with the date where it is known."""


@dataclass(frozen=True, slots=True)
class StepLine:
    """A step of the run sheet, with the times between which it is taken."""

    start: Moment
    end: Moment
    minutes: int
    text: str


@dataclass(frozen=True, slots=True)
class SessionLine:
    """A session. `anchor` is its identifier on the pages of the programme."""

    anchor: str
    title: str
    start: Moment
    end: Moment
    minutes: int
    format: str
    """In words."""
    pause: bool
    lead: str
    room: str
    track: str
    """In words; empty where everybody takes part."""
    description: str
    module: ModuleLink | None
    materials: tuple[str, ...]
    steps: tuple[StepLine, ...]
    note: str
    """For those who run it: not for the agenda."""


@dataclass(frozen=True, slots=True)
class DayPart:
    """A day with its sessions in order of time."""

    anchor: str
    number: int
    title: str
    date: str
    """ISO 8601, where it is known and no example; otherwise empty."""
    description: str
    start: Moment
    end: Moment
    learning: int
    """Minutes in which something is held that is no pause."""
    pauses: int
    """Minutes of pauses."""
    sessions: tuple[SessionLine, ...]
    rooms: bool
    """Whether any session says where it is held."""


@dataclass(frozen=True, slots=True)
class Occasion:
    """Where something is needed or somebody leads: a session, and the number of its day where there are
    several."""

    day: int
    session: SessionLine


@dataclass(frozen=True, slots=True)
class Listed:
    """A role that leads, or a thing that must be there, with all its sessions."""

    name: str
    places: tuple[Occasion, ...]


def days_of(frame: Frame, programme: Programme) -> tuple[DayPart, ...]:
    """The days of a programme, for all its pages."""
    first = dates.first_day(frame.catalogue, programme) if programme.start_date else None
    return tuple(_day(frame, day, first) for day in programme.days)


def leads_of(days: Iterable[DayPart]) -> tuple[Listed, ...]:
    """Every role that leads, in order of its first session."""
    return _listed(days, lambda session: (session.lead,) if session.lead else ())


def materials_of(days: Iterable[DayPart]) -> tuple[Listed, ...]:
    """Everything that must be there, in the order in which it is needed."""
    return _listed(days, lambda session: session.materials)


def _listed(days: Iterable[DayPart], names: Callable[[SessionLine], Iterable[str]]) -> tuple[Listed, ...]:
    every = tuple(days)
    found: dict[str, list[Occasion]] = {}
    for day in every:
        for session in day.sessions:
            for name in dict.fromkeys(names(session)):
                found.setdefault(name, []).append(Occasion(day.number if len(every) > 1 else 0, session))
    return tuple(Listed(name, tuple(places)) for name, places in found.items())


def _day(frame: Frame, day: Day, first: dates.FirstDay | None) -> DayPart:
    date = first.of(day) if first else None
    lines = tuple(
        _session(frame, session, date) for session in sorted(day.sessions, key=lambda one: one.start)
    )
    return DayPart(
        anchor=f"day-{day.number}",
        number=day.number,
        title=day.title,
        date=date.isoformat() if date else "",
        description=day.description,
        start=_moment(day.start, date),
        end=_moment(day.end, date),
        learning=day.learning,
        pauses=day.pauses,
        sessions=lines,
        rooms=any(line.room for line in lines),
    )


def _session(frame: Frame, session: Session, date: datetime.date | None) -> SessionLine:
    return SessionLine(
        anchor=f"session-{session.identifier}",
        title=session.title,
        start=_moment(session.start, date),
        end=_moment(session.end, date),
        minutes=session.duration.minutes,
        format=words_programmes.session_format(frame.strings, session.format),
        pause=session.pause,
        lead=session.lead,
        room=session.room,
        track=words.slug(frame.strings, session.track) if session.track else "",
        description=session.description,
        module=frame.modules[session.module.identifier] if session.module else None,
        materials=session.materials,
        steps=tuple(_steps(session, date)),
        note=session.note,
    )


def _steps(session: Session, date: datetime.date | None) -> Iterator[StepLine]:
    at = session.start
    for step in session.steps:
        yield StepLine(_moment(at, date), _moment(at + step.minutes, date), step.minutes, step.text)
        at += step.minutes


def _moment(minutes: int, date: datetime.date | None) -> Moment:
    clock = f"{minutes // 60 % 24:02d}:{minutes % 60:02d}"
    if date is None:
        return Moment(minutes, clock)
    return Moment(minutes, f"{date + datetime.timedelta(days=minutes // 1440)}T{clock}")
