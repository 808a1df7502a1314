"""What is held at a time and a place: programmes of timed sessions, such as a residential or a series."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from oer_build.diagnostics import Span
from oer_build.model.parts import Duration, Person, Reference, Work

PAUSES = ("break", "meal", "travel", "free")
"""Formats of sessions in which nothing is taught: nobody leads them, and they are not counted as learning."""


@dataclass(frozen=True, slots=True)
class Step:
    """One line of a run sheet: how many minutes, and what the person who leads does."""

    minutes: int
    text: str


@dataclass(frozen=True, slots=True)
class Session:
    """A part of a day. `start` is minutes after midnight, local time; `module` is what it teaches."""

    identifier: str
    title: str
    start: int
    duration: Duration
    format: str
    span: Span
    start_span: Span
    lead: str = ""
    """The role of the person who leads, never a name."""
    module: Reference | None = None
    room: str = ""
    track: str = ""
    """Sessions of different tracks may be held at the same time."""
    description: str = ""
    materials: tuple[str, ...] = ()
    steps: tuple[Step, ...] = ()
    note: str = ""
    """For the people who run it."""

    @property
    def end(self) -> int:
        """Minutes after the midnight at which its day began."""
        return self.start + self.duration.minutes

    @property
    def pause(self) -> bool:
        return self.format in PAUSES


@dataclass(frozen=True, slots=True)
class Day:
    """A day of a programme. `number` counts days from the first: a weekly series has days 1, 8, 15, ..."""

    title: str
    number: int
    span: Span
    sessions: tuple[Session, ...] = ()
    description: str = ""

    @property
    def start(self) -> int:
        """Minutes after midnight at which its first session begins."""
        return min((one.start for one in self.sessions), default=0)

    @property
    def end(self) -> int:
        """Minutes after the midnight at which the day began, when its last session ends."""
        return max((one.end for one in self.sessions), default=0)

    @property
    def learning(self) -> int:
        """Minutes in which something is held that is no pause."""
        return _covered(one for one in self.sessions if not one.pause)

    @property
    def pauses(self) -> int:
        """Minutes of its pauses."""
        return _covered(one for one in self.sessions if one.pause)


@dataclass(frozen=True, slots=True)
class Programme:
    """A programme (schema.org EventSeries): days of timed sessions, and prose of its own."""

    identifier: str
    title: str
    description: str
    license: str
    span: Span
    days: tuple[Day, ...] = ()
    time_required: Duration | None = None
    """What its sessions, pauses left out, must add up to."""
    time_span: Span | None = None
    """Where that is written."""
    start_date: str = ""
    capacity: int = 0
    """How many people can take part; 0 where nothing is said."""
    location: str = ""
    body: str = ""
    body_line: int = 1
    audience: tuple[str, ...] = ()
    in_language: str = "en"
    creator: tuple[Person, ...] = ()
    sources: tuple[Work, ...] = ()
    version: str = ""
    date_modified: str = ""
    record: Mapping[str, Any] = field(default_factory=dict)

    @property
    def sessions(self) -> tuple[Session, ...]:
        return tuple(session for day in self.days for session in day.sessions)

    @property
    def modules(self) -> tuple[str, ...]:
        """Identifiers of the modules that its sessions teach, each once."""
        return tuple(dict.fromkeys(one.module.identifier for one in self.sessions if one.module))

    @property
    def minutes(self) -> int:
        """Minutes of all days in which something is held that is no pause; sessions at the same time count
        once."""
        return sum(day.learning for day in self.days)

    @property
    def pauses(self) -> int:
        """Minutes of its pauses."""
        return sum(day.pauses for day in self.days)


def _covered(sessions: Iterable[Session]) -> int:
    """Minutes that some sessions fill together."""
    total = reached = 0
    for one in sorted(sessions, key=lambda one: one.start):
        total += max(0, one.end - max(one.start, reached))
        reached = max(reached, one.end)
    return total
