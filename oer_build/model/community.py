"""Who works together and what they offer to people who learn: organisations, opportunities, calls, wishes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from oer_build.diagnostics import Span
from oer_build.model.competencies import CompetencyReference
from oer_build.model.parts import Reference, Work


@dataclass(frozen=True, slots=True)
class Contact:
    """A role that answers, and its mailbox or page. Never a person."""

    role: str
    email: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Organisation:
    """An organisation, a network or a hub (schema.org Organization)."""

    identifier: str
    title: str
    type: str
    description: str
    contact: Contact
    span: Span
    alternate_name: tuple[str, ...] = ()
    region: tuple[str, ...] = ()
    url: str = ""
    member_of: tuple[Reference, ...] = ()
    partners: tuple[Reference, ...] = ()
    purpose: str = ""
    objectives: tuple[str, ...] = ()
    facilities: tuple[str, ...] = ()
    offers: tuple[str, ...] = ()
    """What it offers that has no record of its own."""
    keywords: tuple[str, ...] = ()
    sources: tuple[Work, ...] = ()
    last_verified: str = ""
    record: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Relation:
    """What somebody says of this opportunity beside another one: it complements, duplicates or supersedes
    it."""

    type: str
    target: str
    reason: str
    said_by: str
    span: Span
    source: str = ""
    """Identifier of the work of this record in which it is said."""


@dataclass(frozen=True, slots=True)
class Opportunity:
    """A way to learn at work: shadowing, placement, mentoring, secondment, exchange, network, group, board.

    An empty value means that the sources do not say.
    """

    identifier: str
    title: str
    description: str
    kind: tuple[str, ...]
    stage: str
    span: Span
    body: str = ""
    body_line: int = 1
    provider: tuple[Reference, ...] = ()
    host: tuple[Reference, ...] = ()
    direction: str = ""
    audience: tuple[str, ...] = ()
    eligibility: str = ""
    grades: tuple[str, ...] = ()
    region: tuple[str, ...] = ()
    competencies: tuple[CompetencyReference, ...] = ()
    duration: str = ""
    start_date: str = ""
    end_date: str = ""
    how_to_apply: str = ""
    url: str = ""
    relations: tuple[Relation, ...] = ()
    keywords: tuple[str, ...] = ()
    in_language: str = "en"
    sources: tuple[Work, ...] = ()
    last_verified: str = ""
    record: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Call:
    """Something that readers are asked to do: review, offer, host, suggest, translate.

    `file` and `template` are the new file that the form begins with, so that an answer is a proposal of a
    change. `shown_on` are kinds of page (`modules`) and addresses of records (`modules/privacy-by-design`).
    """

    identifier: str
    kind: str
    title: str
    description: str
    file: str
    template: str
    span: Span
    shown_on: tuple[Reference, ...] = ()
    closes: str = ""


@dataclass(frozen=True, slots=True)
class Wish:
    """A topic that people asked for, and how many did; `asked` says where and when they were asked."""

    identifier: str
    topic: str
    count: int
    asked: str
    span: Span
    description: str = ""
    competencies: tuple[CompetencyReference, ...] = ()
    modules: tuple[Reference, ...] = ()
    """Modules that answer it."""
    sources: tuple[Work, ...] = ()
