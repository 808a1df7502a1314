"""What all pages of one build share, worked out once, and the way from a template's context to a `Page`.

Knows the catalogue, the lessons, the strings and the Jinja environment. Each page kind asks it for links
and words, so that drawing one page never walks the whole site.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields, replace
from functools import cache
from textwrap import shorten
from typing import Any, Protocol

from jinja2 import Environment

from oer_build.analysis.coverage import Coverage, Row
from oer_build.analysis.licensing import license_title, license_url
from oer_build.analysis.numbers import Numbers
from oer_build.analysis.overlap import Pair
from oer_build.crossref import source_anchor
from oer_build.exports import linked_data, site_data
from oer_build.files import ADDRESSES, INTRODUCED
from oer_build.lesson import ROOT, Heading, Lesson, SearchSection
from oer_build.model import Catalogue, CompetencyReference, Level, Work
from oer_build.pages.page import Crumb, Page
from oer_build.pages.values import (
    CompetencyLink,
    Figures,
    LicenseLink,
    ModuleLink,
    PageLink,
    Taught,
    WorkLine,
)
from oer_build.strings import Strings
from oer_build.templates import draw

ALL_PAGES = "search/all/"
LEARNING = f'<link rel="stylesheet" href="{ROOT}assets/oer/learning.css">'
"""For the head of pages that show what a reader has done."""
EMPTY = Lesson()
NOTHING = Taught()


class _Titled(Protocol):
    @property
    def title(self) -> str: ...
    @property
    def description(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Frame:
    """One build's shared values. `taught` is by competency and level (`""` where no level is said)."""

    catalogue: Catalogue
    lessons: Mapping[str, Lesson]
    env: Environment
    strings: Strings
    modules: Mapping[str, ModuleLink]
    competencies: Mapping[str, CompetencyLink]
    levels: Mapping[str, Level]
    taught: Mapping[tuple[str, str], Taught]
    coverage: Coverage
    overlaps: tuple[Pair, ...]
    """Opportunities that are much alike or were judged."""
    numbers: Numbers
    roles: Mapping[str, tuple[str, ...]]
    """By module: titles of the roles that need what it teaches."""
    paths: frozenset[str]
    """Site-wide pages that this site has: a site without modules has no catalogue, and no link to one."""
    others: Mapping[str, Frame] = field(default_factory=dict)
    """The same in the languages of pages that are not in the site's, where there are words for them."""
    home: Frame | None = None
    """The same in the language of the site, where this one is in another."""

    def speaking(self, language: str) -> Frame:
        """The frame of pages in a language; this one where there are no words in it."""
        return self.others.get(language, self)

    @property
    def site(self) -> Frame:
        """The frame in the language of the site: for search, which puts pages of all languages together."""
        return self.home or self

    def tongue(self, language: str) -> str:
        """The language of a text, where a page must say it; empty where it is that of the page's words."""
        return language if language != self.strings.language else ""

    def has(self, path: str) -> bool:
        return path in self.paths

    def lesson(self, key: str) -> Lesson:
        return self.lessons.get(key, EMPTY)

    def level_title(self, identifier: str) -> str:
        level = self.levels.get(identifier)
        return level.title if level else ""

    def columns(self) -> tuple[Level, ...]:
        """The columns of every competency table: the levels, and one without a level where some module
        names none.

        A framework without levels has that single column, whose identifier and title are empty.
        """
        return tuple(
            self.levels.get(identifier) or Level("", "", "", len(self.levels))
            for identifier in self.coverage.levels
        )

    def figures(self) -> Figures:
        """All modules of the site."""
        return figures(self.modules.values())

    def row_figures(self, row: Row) -> Figures:
        """All modules that teach a competency, at any level."""
        return figures(self.modules[one] for one in (*row.taught, *row.planned))

    def at_level(self, competency: str, level: str) -> CompetencyLink:
        """A competency at a level, as a link to the level's section of its page."""
        link = self.competencies[competency]
        title = self.level_title(level)
        return replace(link, path=f"{link.path}#{level}", level=title) if title else link

    def cell(self, competency: str, level: str) -> Taught:
        return self.taught.get((competency, level), NOTHING)

    def competency(self, reference: CompetencyReference, relation: str = "") -> CompetencyLink:
        """A reference to a competency as a link to the level's section of its page."""
        link = self.at_level(reference.competency, reference.level)
        return replace(link, note=reference.note, relation=relation)

    def record(self, kind: str, identifier: str) -> PageLink:
        """A link to the page of a record that has a title and a description."""
        kinds: dict[str, Mapping[str, _Titled]] = {
            "course": self.catalogue.courses,
            "programme": self.catalogue.programmes,
            "opportunity": self.catalogue.opportunities,
            "organisation": self.catalogue.organisations,
            "pack": self.catalogue.packs,
            "story": self.catalogue.stories,
        }
        found = kinds[kind][identifier]
        language = self.tongue(getattr(found, "in_language", "") or self.catalogue.site.language)
        return PageLink(found.title, f"{ADDRESSES[kind]}{identifier}/", plain(found.description), language)

    def records(self, kind: str, identifiers: Iterable[str]) -> tuple[PageLink, ...]:
        return tuple(self.record(kind, identifier) for identifier in identifiers)

    def license(self, spdx: str) -> LicenseLink:
        return _license(spdx)

    def works(self, works: Iterable[Work], anchored: bool = False) -> tuple[WorkLine, ...]:
        """Works for a list of sources; `anchored` where the text of the page cites them."""
        return tuple(
            WorkLine(
                title=work.title,
                creator=work.creator,
                license=self.license(work.license),
                anchor=source_anchor(work.identifier) if anchored and work.identifier else "",
                publisher=work.publisher if work.publisher != work.creator else "",
                date=work.date_published,
                read=work.date_accessed if not work.date_published else "",
                url=work.url,
                usage_info=work.usage_info,
                supports=work.supports,
                changes=work.changes,
                revision=work.revision,
            )
            for work in works
        )

    def crumbs(self, *way: Crumb) -> tuple[Crumb, ...]:
        """The way from home to a page, without the page itself, over site-wide pages that exist."""
        home = Crumb(self.strings.gettext("Home"), "")
        return (home, *(crumb for crumb in way if crumb.path in self.paths))

    def facets(self, kind: str, **more: Iterable[str]) -> dict[str, tuple[str, ...]]:
        """Search facets: the kind of page in words, and what else is said, without what is empty."""
        found: dict[str, tuple[str, ...]] = {"kind": (kind,)}
        for name, values in more.items():
            kept = tuple(dict.fromkeys(value for value in values if value))
            if kept:
                found[name] = kept
        return found

    def page(
        self,
        path: str,
        title: str,
        description: str,
        kind: str,
        context: object,
        *,
        about: Mapping[str, Any] | None = None,
        breadcrumbs: tuple[Crumb, ...] = (),
        **more: Any,
    ) -> Page:
        """Draw template `kind` with the fields of a context dataclass, and wrap it up as a page.

        `about` is the JSON-LD node of what the page is about; a plain WebPage where there is none. An
        introduction of the page joins its contents and what search finds, and is what its edit link leads to.
        """
        names = {field.name: getattr(context, field.name) for field in fields(context)}  # type: ignore[arg-type]
        more.setdefault("language", self.strings.language)
        more.setdefault("spoken", self.strings.language)
        license_ = more.setdefault("license", self.catalogue.site.license)
        description = plain(description)
        node = about or site_data.webpage(self.catalogue, path, title, description, license_)
        introduction = self.catalogue.articles.get(path) if path in self.paths & INTRODUCED else None
        if introduction:
            lesson = self.lesson(path)
            more["toc"] = (*lesson.toc, *more.get("toc", ()))
            more["sections"] = (*more.get("sections", ()), *(part for part in lesson.sections if part.text))
            more.setdefault("source", introduction.span.file)
        way = [site_data.breadcrumbs(self.catalogue, breadcrumbs, path, title)] if breadcrumbs else []
        return Page(
            path=path,
            title=title,
            description=description,
            kind=kind,
            body=draw(self.env, kind, names),
            breadcrumbs=breadcrumbs,
            linked_data=linked_data.document(node, *way),
            **more,
        )


@cache
def _license(spdx: str) -> LicenseLink:
    return LicenseLink(license_title(spdx), license_url(spdx), spdx) if spdx else LicenseLink("")


def opening(lesson: Lesson) -> str:
    """The first words of a text, for a description that its author did not write."""
    text = next((part.text for part in lesson.sections if part.text), "")
    return shorten(plain(text), 155, placeholder="…")


def plain(text: str) -> str:
    """A description in one line, for search results and previews."""
    return " ".join(text.split())


def headings(*pairs: tuple[str, str]) -> tuple[Heading, ...]:
    """Headings of the second level for the table of contents, from anchors and titles."""
    return tuple(Heading(2, anchor, title) for anchor, title in pairs)


def section(anchor: str, title: str, *texts: str) -> SearchSection:
    return SearchSection(anchor, title, plain(" ".join(text for text in texts if text)))


def figures(modules: Iterable[ModuleLink]) -> Figures:
    """Counts and minutes of some modules, retired ones left out; each module counts once."""
    once = {module.identifier: module for module in modules if not module.retired}.values()
    return Figures(
        modules=sum(not module.planned for module in once),
        minutes=sum(module.minutes for module in once if not module.planned),
        planned=sum(module.planned for module in once),
        planned_minutes=sum(module.minutes for module in once if module.planned),
    )
