"""What templates are given in place of records: small values that hold just what is printed, addresses
resolved.

A template never reaches for the catalogue. Words in these values (`status`, `strength`) are translated
already. Paths are URLs under the site, for `url()`; they may end in a fragment.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PageLink:
    """A link to any page: its title, its path, and a sentence about it where that helps."""

    title: str
    path: str
    description: str = ""
    language: str = ""
    """BCP 47 tag of title and description, where that is not the language of the page's words."""


@dataclass(frozen=True, slots=True)
class CallLink:
    """Something that a reader is asked to do: where it is explained, and the address of its form (empty where
    the site has no place to edit)."""

    title: str
    path: str
    form: str = ""
    language: str = ""
    """BCP 47 tag of the title, where that is not the language of the page's words."""


@dataclass(frozen=True, slots=True)
class LicenseLink:
    """A licence: what a reader calls it, and the address of its text (empty where none is known)."""

    title: str
    url: str = ""
    spdx: str = ""


@dataclass(frozen=True, slots=True)
class ModuleLink:
    """A module in a list. `minutes` is 0 where no time is given; `status` is empty for a published module."""

    identifier: str
    title: str
    path: str
    description: str
    minutes: int
    shortest: int
    """Minutes of the shortest way through it, which may be the whole of it."""
    planned: bool
    retired: bool = False
    status: str = ""
    levels: tuple[str, ...] = ()
    """Titles of the levels at which it teaches, ascending."""
    strength: str = ""
    """How strongly it teaches the competency of the list that it stands in."""
    note: str = ""
    language: str = ""
    """BCP 47 tag of title and description, where that is not the language of the page's words."""


@dataclass(frozen=True, slots=True)
class CompetencyLink:
    """A competency, perhaps at a level. `path` leads to the level's section of the competency's page."""

    identifier: str
    code: str
    title: str
    path: str
    level: str = ""
    """Title of the level."""
    strength: str = ""
    note: str = ""
    relation: str = ""
    """How it is related to the subject of the page, in words."""
    language: str = ""
    """BCP 47 tag of title and level, where that is not the language of the page's words."""
    mark: int = 0
    """Which of the eight shapes and accents it has, from 1; 0: none."""

    @property
    def name(self) -> str:
        """Code and title: "C1 Users"."""
        return f"{self.code} {self.title}" if self.code else self.title


@dataclass(frozen=True, slots=True)
class WorkLine:
    """A work as a list of sources prints it. `anchor` is empty where nothing cites it."""

    title: str
    creator: str
    license: LicenseLink
    anchor: str = ""
    publisher: str = ""
    date: str = ""
    read: str = ""
    """When it was read, where it states no date."""
    url: str = ""
    usage_info: str = ""
    supports: str = ""
    changes: str = ""
    revision: str = ""


@dataclass(frozen=True, slots=True)
class Figures:
    """Modules and time of a part of the site: what is there, and apart from it what is planned."""

    modules: int = 0
    minutes: int = 0
    planned: int = 0
    planned_minutes: int = 0

    @property
    def all_modules(self) -> int:
        return self.modules + self.planned

    @property
    def all_minutes(self) -> int:
        return self.minutes + self.planned_minutes


@dataclass(frozen=True, slots=True)
class Taught:
    """What teaches a competency at one level: a cell of every map. Strengths are steps: what is assessed is
    practised, and what is practised is taught."""

    available: tuple[ModuleLink, ...] = ()
    planned: tuple[ModuleLink, ...] = ()
    practised: int = 0
    assessed: int = 0
    minutes: int = 0
    """Of the available modules."""

    @property
    def taught(self) -> int:
        return len(self.available)

    @property
    def state(self) -> str:
        """`assessed`, `practised`, `taught`, `planned` or `gap`: a class for the theme, never the only
        sign."""
        if self.assessed:
            return "assessed"
        if self.practised:
            return "practised"
        if self.available:
            return "taught"
        return "planned" if self.planned else "gap"
