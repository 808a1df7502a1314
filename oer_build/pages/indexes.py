"""The folders of records as pages: `courses/`, `roles/`, `crosswalks/` list what is in them; `modules/` and
`competencies/` lead to the pages that do. A reader who cuts an address short always arrives somewhere."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from oer_build.lesson import Node
from oer_build.pages.catalogue import course_line
from oer_build.pages.frame import Frame, plain, section
from oer_build.pages.page import Crumb, Page
from oer_build.pages.values import Figures, PageLink

MOST_LISTED = 24
"""Competencies that their index lists itself; of more of them the framework gives a better picture."""


@dataclass(frozen=True, slots=True)
class IndexLine:
    """A page that the index leads to; `figures` of a course."""

    page: PageLink
    figures: Figures | None = None


@dataclass(frozen=True, slots=True)
class IndexContext:
    """What `index.html.jinja` is given."""

    title: str
    """Of the page."""
    text: str
    """A sentence about what is here."""
    nodes: tuple[Node, ...]
    """An introduction of the site's own, from an article at the same address."""
    lines: tuple[IndexLine, ...]
    """The pages that it leads to."""


def indexes(frame: Frame) -> Iterator[Page]:
    """An index for every kind of record that the site has."""
    _ = frame.strings.gettext
    catalogue = frame.catalogue
    under_framework = (Crumb(_("Competencies"), "framework/"),)
    if frame.has("courses/"):
        lines = [course_line(frame, course) for course in catalogue.courses.values()]
        yield _index(
            frame,
            "courses/",
            _("Courses"),
            _("Modules in an order that makes sense, with the hours they take together."),
            tuple(IndexLine(line.course, line.figures) for line in lines),
            (Crumb(_("Catalogue"), "catalogue/"),),
        )
    if frame.has("roles/"):
        yield _index(
            frame,
            "roles/",
            _("Roles"),
            _("What each role needs, what teaches it, and what is missing."),
            tuple(
                IndexLine(PageLink(role.title, f"roles/{key}/", plain(role.description)))
                for key, role in catalogue.roles.items()
            ),
            under_framework,
        )
    if catalogue.crosswalks:
        yield _index(
            frame,
            "crosswalks/",
            _("Crosswalks"),
            _("How the competencies here relate to those of other frameworks."),
            tuple(
                IndexLine(PageLink(crosswalk.title, f"crosswalks/{key}/", plain(crosswalk.note)))
                for key, crosswalk in catalogue.crosswalks.items()
            ),
            under_framework,
        )
    if frame.has("modules/"):
        ways = [
            PageLink(_("Catalogue"), "catalogue/", _("every module in one table, to filter and sort")),
            PageLink(_("Courses"), "courses/", _("modules in order")),
            PageLink(_("Competency map"), "map/", _("modules by what they teach")),
            PageLink(_("Search"), "search/", _("modules by the words in them")),
        ]
        yield _index(
            frame,
            "modules/",
            _("Modules"),
            _("There are several ways to find a module."),
            tuple(IndexLine(way) for way in ways if frame.has(way.path)),
            (Crumb(_("Catalogue"), "catalogue/"),),
        )
    if frame.has("competencies/"):
        listed = [
            PageLink(link.name, link.path, plain(catalogue.competencies[key].full_statement), link.language)
            for key, link in frame.competencies.items()
        ]
        ways = [
            PageLink(_("Framework"), "framework/", _("every competency with its statement")),
            PageLink(_("Competency map"), "map/", _("competencies by level, and what teaches them")),
            PageLink(_("Roles"), "roles/", _("competencies by who needs them")),
            PageLink(_("Coverage"), "coverage/", _("what the modules teach of them, and what is missing")),
            PageLink(_("Check yourself"), "self-assessment/", _("which of them you have, by statements")),
        ]
        yield _index(
            frame,
            "competencies/",
            _("Competencies"),
            _("There are several ways to find a competency."),
            (
                *(IndexLine(link) for link in listed if len(listed) <= MOST_LISTED),
                *(IndexLine(way) for way in ways if frame.has(way.path)),
            ),
            (),
        )


def _index(
    frame: Frame, path: str, title: str, text: str, lines: tuple[IndexLine, ...], way: tuple[Crumb, ...]
) -> Page:
    return frame.page(
        path,
        title,
        text,
        "index",
        IndexContext(title, text, frame.lesson(path).nodes, lines),
        breadcrumbs=frame.crumbs(*way),
        sections=(section("", title, text),),
        filters=frame.facets(frame.strings.gettext("Overview")),
    )
