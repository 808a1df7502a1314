"""A page as a value: what the rooms that draw hand to the hosts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from oer_build.lesson import Heading, SearchSection


@dataclass(frozen=True, slots=True)
class Crumb:
    """A step of the way from home to a page; `path` is a URL under the site."""

    title: str
    path: str
    language: str = ""
    """BCP 47 tag of the title, where that is not the language of the page's words."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the site. `path` is its URL under the site: `modules/users-first/`, or empty for home.

    `body` is HTML whose internal addresses begin with `lesson.ROOT`. `kind` names the template that drew it.
    """

    path: str
    title: str
    description: str
    kind: str
    body: str
    source: str = ""
    """The project-relative file that an editor would change; empty when there is none."""
    toc: tuple[Heading, ...] = ()
    breadcrumbs: tuple[Crumb, ...] = ()
    linked_data: Mapping[str, Any] = field(default_factory=dict)
    """JSON-LD of the page, addresses absolute."""
    sections: tuple[SearchSection, ...] = ()
    """What search indexes; empty: the page is not searched."""
    weight: float = 1.0
    """How much its words count in search, from 0 to 10; 1 is usual."""
    filters: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Search facets: `kind`, `level`, `competency`, `time`, `language`, ..."""
    license: str = ""
    language: str = "en"
    """BCP 47 tag of the text."""
    spoken: str = ""
    """BCP 47 tag of the words around the text; empty: that of the text."""
    previous: Crumb | None = None
    next: Crumb | None = None
    head: str = ""
    """Further HTML for the head, written by our own templates only."""
