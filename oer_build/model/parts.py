"""Pieces that several kinds of record share: lengths of time, people, works, references."""

from __future__ import annotations

from dataclasses import dataclass

from oer_build.diagnostics import Span


@dataclass(frozen=True, slots=True)
class Duration:
    """An ISO 8601 duration of hours and minutes: the author's text and its length in minutes."""

    text: str
    minutes: int


@dataclass(frozen=True, slots=True)
class Person:
    """A person, team or organisation; `roles` are CRediT role slugs."""

    name: str
    orcid: str = ""
    ror: str = ""
    roles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Work:
    """A work that is cited (`sources`) or adapted (`is_based_on`), with what a reader needs to find and to
    credit it."""

    title: str
    creator: str
    span: Span
    identifier: str = ""
    publisher: str = ""
    date_published: str = ""
    date_accessed: str = ""
    """When it was read, where it states no date."""
    url: str = ""
    license: str = ""
    usage_info: str = ""
    supports: str = ""
    revision: str = ""
    changes: str = ""

    @property
    def year(self) -> str:
        return self.date_published[:4]


@dataclass(frozen=True, slots=True)
class Reference:
    """A reference to a record by its identifier."""

    identifier: str
    span: Span
