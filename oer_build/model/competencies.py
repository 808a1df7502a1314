"""A competency framework and what refers to it (1EdTech CASE): levels, indicators, roles, crosswalks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from oer_build.diagnostics import Span
from oer_build.model.parts import Person, Work

Strength = Literal["introduced", "practised", "assessed"]
STRENGTHS: tuple[Strength, ...] = ("introduced", "practised", "assessed")


@dataclass(frozen=True, slots=True)
class Level:
    """A level of the framework; `rank` counts from 0, ascending."""

    identifier: str
    title: str
    description: str
    rank: int


@dataclass(frozen=True, slots=True)
class Indicator:
    """Something that can be observed in a person who has the competency at the level."""

    statement: str
    type: str = ""
    level: str = ""
    identifier: str = ""


@dataclass(frozen=True, slots=True)
class Association:
    """A relation between two competencies of the framework (CASE association type)."""

    type: str
    target: str
    span: Span
    note: str = ""


@dataclass(frozen=True, slots=True)
class Framework:
    """The competency framework (CASE CFDocument). `levels` may be empty."""

    identifier: str
    title: str
    version: str
    license: str
    span: Span
    description: str = ""
    in_language: str = "en"
    date_published: str = ""
    levels: tuple[Level, ...] = ()
    creator: tuple[Person, ...] = ()
    sources: tuple[Work, ...] = ()
    record: Mapping[str, Any] = field(default_factory=dict)

    def level(self, identifier: str) -> Level | None:
        return next((level for level in self.levels if level.identifier == identifier), None)


@dataclass(frozen=True, slots=True)
class Competency:
    """A competency (CASE CFItem). `rationale` is Markdown."""

    identifier: str
    title: str
    full_statement: str
    span: Span
    human_coding_scheme: str = ""
    rationale: str = ""
    rationale_span: Span | None = None
    indicators: tuple[Indicator, ...] = ()
    associations: tuple[Association, ...] = ()
    sources: tuple[Work, ...] = ()
    record: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class CompetencyReference:
    """A competency at a level (an empty level where none is said)."""

    competency: str
    span: Span
    level: str = ""
    strength: Strength = "introduced"
    note: str = ""


@dataclass(frozen=True, slots=True)
class Role:
    """A role in a public service and the competencies that it needs."""

    identifier: str
    title: str
    description: str
    span: Span
    competency_required: tuple[CompetencyReference, ...] = ()
    record: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class CrosswalkLink:
    """A competency here (`source`) related to one of another framework (`target`)."""

    source: str
    target: str
    target_title: str
    type: str
    span: Span
    target_uri: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Crosswalk:
    """Associations from this framework to another one."""

    identifier: str
    title: str
    span: Span
    creator: str = ""
    publisher: str = ""
    date_published: str = ""
    url: str = ""
    license: str = ""
    note: str = ""
    associations: tuple[CrosswalkLink, ...] = ()
    record: Mapping[str, Any] = field(default_factory=dict)
