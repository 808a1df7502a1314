"""What is put together for an audience or shown as an example: packs, stories, events of a calendar."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from oer_build.diagnostics import Span
from oer_build.model.competencies import CompetencyReference
from oer_build.model.parts import Person, Reference, Work


@dataclass(frozen=True, slots=True)
class Pack:
    """Modules, handouts and opportunities for one audience: one printable page and one file to take away.

    `handouts` are addresses of assets under the site.
    """

    identifier: str
    title: str
    description: str
    license: str
    span: Span
    modules: tuple[Reference, ...] = ()
    opportunities: tuple[Reference, ...] = ()
    programmes: tuple[Reference, ...] = ()
    handouts: tuple[Reference, ...] = ()
    body: str = ""
    body_line: int = 1
    audience: tuple[str, ...] = ()
    in_language: str = "en"
    creator: tuple[Person, ...] = ()
    sources: tuple[Work, ...] = ()
    version: str = ""
    date_modified: str = ""
    record: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Story:
    """A short case of a real public service, and the competencies that it shows."""

    identifier: str
    title: str
    description: str
    license: str
    span: Span
    region: tuple[str, ...] = ()
    period: str = ""
    competencies: tuple[CompetencyReference, ...] = ()
    modules: tuple[Reference, ...] = ()
    organisations: tuple[Reference, ...] = ()
    body: str = ""
    body_line: int = 1
    in_language: str = "en"
    creator: tuple[Person, ...] = ()
    sources: tuple[Work, ...] = ()
    date_modified: str = ""
    record: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Schedule:
    """When something returns (schema.org Schedule): every year or month, on a day of the month, or on a day
    of a week of the month (`week` is 1 to 4, or -1 for the last)."""

    frequency: str
    month: int = 0
    month_day: int = 0
    week: int = 0
    weekday: str = ""


@dataclass(frozen=True, slots=True)
class Event:
    """A date of the calendar that returns by rule, such as an international day."""

    identifier: str
    title: str
    description: str
    category: str
    schedule: Schedule
    span: Span
    organizer: str = ""
    url: str = ""
    competencies: tuple[CompetencyReference, ...] = ()
    sources: tuple[Work, ...] = ()
