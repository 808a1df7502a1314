"""What a site holds besides its records of learning: terms, pages of prose, files, and the site itself."""

from __future__ import annotations

from dataclasses import dataclass

from oer_build.diagnostics import Span


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
class Finding:
    """A rule of accessibility that pages break: in how many places, and on which kinds of page."""

    rule: str
    help: str
    places: int
    kinds: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ManualTest:
    """A test by people, with assistive technology: each part in their words."""

    date: str
    by: str
    """Who tested, as they want to be called: a role or a group, not a name."""
    technology: str
    """The assistive technology, with the browser or device."""
    done: str
    found: str


@dataclass(frozen=True, slots=True)
class Audit:
    """A test of a site's accessibility by a program, and those by people: what `accessibility.json` holds."""

    date: str
    tool: str
    browser: str
    rules: int
    """How many rules were tried."""
    kinds: tuple[str, ...]
    """Of page: one page of each was tested."""
    themes: tuple[str, ...]
    widths: tuple[int, ...]
    """Of the window, in CSS pixels."""
    violations: tuple[Finding, ...] = ()
    undecided: tuple[Finding, ...] = ()
    """What the program could not decide."""
    states: tuple[str, ...] = ()
    """Of pages in use: opened, answered, filled in. Records of older programs have none."""
    site: str = ""
    """Web address of the site that was tested. Records of older programs have none, nor the next."""
    revision: str = ""
    """Of its source; empty where that was not known."""
    manual: tuple[ManualTest, ...] = ()


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
    contact: str = ""
    """Where readers report a barrier: a mailbox of a role, or a web address."""
    offline: bool = False
    """Whether the site has a zip of itself to take away."""
    app: bool = False
    """Whether browsers can install the site, and keep what was read."""
    app_name: str = ""
    """What stands under its icon there; empty: its title."""
    audit: Audit | None = None
    """The last recorded test of its accessibility."""
