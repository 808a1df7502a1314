"""The linked course as frozen values: what the other rooms speak of. No input or output, no pydantic, no
HTML.

Attribute names are the standards' words in Python spelling: schema.org/LRMI `timeRequired` is
`time_required`, 1EdTech CASE `humanCodingScheme` is `human_coding_scheme`. Identifiers are paths: competency
`users` is `competencies/users.yml` and is published at `competencies/users/`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from oer_build.diagnostics import Span

Strength = Literal["introduced", "practised", "assessed"]
STRENGTHS: tuple[Strength, ...] = ("introduced", "practised", "assessed")
Status = Literal["planned", "draft", "reviewed", "published", "retired"]


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
class Reference:
    """A reference to a record by its identifier."""

    identifier: str
    span: Span


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


@dataclass(frozen=True, slots=True)
class Term:
    """A glossary term; `definition` is plain text with inline Markdown."""

    identifier: str
    term: str
    definition: str
    span: Span
    synonyms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Article:
    """A page of plain prose: `content/about.md`, or a page of documentation. `path` is its URL under the
    site."""

    path: str
    title: str
    body: str
    span: Span
    body_line: int = 1
    description: str = ""
    in_language: str = "en"
    license: str = ""


@dataclass(frozen=True, slots=True)
class Asset:
    """A file that is published as it is: an image or a handout, with its licence (REUSE side-car or
    REUSE.toml)."""

    file: str
    path: str
    license: str = ""
    copyright: str = ""
    digest: str = ""
    """SHA-256 of the content, hexadecimal."""
    picture: tuple[int, int] | None = None
    """Width and height of a picture in CSS pixels, where they can be told."""


@dataclass(frozen=True, slots=True)
class Site:
    """What the host knows of the site as a whole. `url` ends with a slash, or is empty when not set."""

    title: str
    license: str
    url: str = ""
    description: str = ""
    language: str = "en"
    repo_url: str = ""
    edit_url: str = ""
    """Prefix of an edit link: the project-relative path of the file follows it. Empty: no edit links."""
    author: str = ""
    revision: str = ""
    date: str = ""
    """ISO date of the build (SOURCE_DATE_EPOCH, or the last commit), for pages that print one."""


@dataclass(frozen=True, slots=True)
class Taught:
    """One competency taught by one module: a cell's content in every map and list."""

    module: str
    reference: CompetencyReference


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Everything, linked: each identifier in it resolves. Dictionaries keep the order of display."""

    site: Site
    framework: Framework | None
    competencies: Mapping[str, Competency]
    modules: Mapping[str, Module]
    courses: Mapping[str, Course]
    roles: Mapping[str, Role]
    crosswalks: Mapping[str, Crosswalk]
    terms: Mapping[str, Term]
    articles: Mapping[str, Article]
    assets: Mapping[str, Asset]
    """By URL path under the site."""
    taught: Mapping[str, tuple[Taught, ...]] = field(default_factory=dict)
    """By competency: the modules that teach it, in the order of the modules, planned ones included."""
    courses_of: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """By module: the courses that it is in."""
    required_by: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """By module: the modules that require it directly."""
    roles_needing: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """By competency: the roles that need it."""
    crosswalk_of: Mapping[str, tuple[tuple[str, CrosswalkLink], ...]] = field(default_factory=dict)
    """By competency: pairs of crosswalk identifier and link."""

    @property
    def levels(self) -> tuple[Level, ...]:
        return self.framework.levels if self.framework else ()
