"""What is learned from (schema.org LearningResource, Course): modules, and courses made of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from oer_build.diagnostics import Span
from oer_build.model.competencies import CompetencyReference
from oer_build.model.parts import Duration, Person, Reference, Work

Status = Literal["planned", "draft", "reviewed", "published", "retired"]


@dataclass(frozen=True, slots=True)
class Module:
    """A module (schema.org LearningResource). `body` is its Markdown, which starts at line `body_line` of its
    file."""

    identifier: str
    title: str
    description: str
    license: str
    span: Span
    body: str = ""
    body_line: int = 1
    teaches: tuple[CompetencyReference, ...] = ()
    competency_required: tuple[CompetencyReference, ...] = ()
    requires: tuple[Reference, ...] = ()
    time_required: Duration | None = None
    variants: tuple[tuple[Duration, str], ...] = ()
    learning_resource_type: tuple[str, ...] = ()
    audience: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    in_language: str = "en"
    creator: tuple[Person, ...] = ()
    is_based_on: tuple[Work, ...] = ()
    sources: tuple[Work, ...] = ()
    creative_work_status: Status = "draft"
    version: str = ""
    date_modified: str = ""
    review_by: str = ""
    owner: str = ""
    record: Mapping[str, Any] = field(default_factory=dict)

    @property
    def planned(self) -> bool:
        return self.creative_work_status == "planned"

    @property
    def minutes(self) -> int:
        return self.time_required.minutes if self.time_required else 0

    @property
    def shortest(self) -> int:
        """Minutes of the shortest way through it; 0 where no time is stated."""
        ways = [self.minutes, *(duration.minutes for duration, _ in self.variants)]
        return min((minutes for minutes in ways if minutes), default=0)


@dataclass(frozen=True, slots=True)
class Unit:
    """A part of a course: a title and modules in order."""

    title: str
    modules: tuple[Reference, ...]
    description: str = ""


@dataclass(frozen=True, slots=True)
class Course:
    """A course (schema.org Course): units of modules in order, and prose of its own."""

    identifier: str
    title: str
    description: str
    license: str
    span: Span
    units: tuple[Unit, ...] = ()
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
    def modules(self) -> tuple[Reference, ...]:
        return tuple(module for unit in self.units for module in unit.modules)
