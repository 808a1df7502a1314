"""The catalogue: courses first, then every module in one table that is complete without scripts.

The theme's `catalogue.js` filters and sorts the rows by their data attributes; the names of the filter
fields are the names of those attributes.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from oer_build.exports import site_data
from oer_build.lesson import Node
from oer_build.model import Course, Module
from oer_build.pages import words
from oer_build.pages.choices import Choice, joined
from oer_build.pages.frame import Frame, figures, headings, section
from oer_build.pages.page import Page
from oer_build.pages.values import CompetencyLink, Figures, ModuleLink, PageLink

MOST_LINKS = 4
"""Competencies that a row names; a module rarely teaches more."""


@dataclass(frozen=True, slots=True)
class CatalogueRow:
    """A module in the table. The `data_` values are what the filters compare: identifiers, separated by
    spaces."""

    module: ModuleLink
    state: str
    """Its status in words, `Published` too."""
    competencies: tuple[CompetencyLink, ...]
    more: int
    """How many further competencies it teaches."""
    language: str
    """Name of its language, where the site has modules in several; otherwise empty."""
    tag: str
    """BCP 47 tag of its language, where it is not that of the site; otherwise empty."""
    data_competency: str
    data_level: str
    data_audience: str
    data_status: str
    data_language: str
    data_text: str
    """Further words under which it can be found."""


@dataclass(frozen=True, slots=True)
class CourseLine:
    """A course above the table."""

    course: PageLink
    figures: Figures


@dataclass(frozen=True, slots=True)
class CatalogueContext:
    """What `catalogue.html.jinja` is given."""

    nodes: tuple[Node, ...]
    """An introduction of the site's own, from an article at the same address."""
    figures: Figures
    """Of all modules."""
    courses: tuple[CourseLine, ...]
    """All courses, for the list above the table."""
    rows: tuple[CatalogueRow, ...]
    """All modules, in order."""
    competencies: tuple[Choice, ...]
    """Choices of the filter of that name; empty: no filter. So are the next ones."""
    levels: tuple[Choice, ...]
    """Levels that occur."""
    times: tuple[Choice, ...]
    """Lengths up to which one may ask."""
    audiences: tuple[Choice, ...]
    """Audiences that occur."""
    statuses: tuple[Choice, ...]
    """States that occur."""
    languages: tuple[Choice, ...]
    """Languages that occur; with fewer than two the table has no column for them."""


def catalogue(frame: Frame) -> Iterator[Page]:
    """The page, for a site that has modules."""
    if not frame.has("catalogue/"):
        return
    _ = frame.strings.gettext
    modules = list(frame.catalogue.modules.values())
    context = CatalogueContext(
        nodes=frame.lesson("catalogue/").nodes,
        figures=frame.figures(),
        courses=tuple(course_line(frame, course) for course in frame.catalogue.courses.values()),
        rows=tuple(_rows(frame, modules)),
        **choices(frame, modules),
    )
    description = _("Every module, with what it teaches, how long it takes and whether it can be read yet.")
    yield frame.page(
        "catalogue/",
        _("Catalogue"),
        description,
        "catalogue",
        context,
        about=site_data.collection(frame.catalogue, _("Catalogue"), description),
        breadcrumbs=frame.crumbs(),
        toc=headings(
            *([("oer-courses", _("Courses"))] if context.courses else []), ("oer-modules", _("Modules"))
        ),
        sections=(section("", _("Catalogue"), description),),
        filters=frame.facets(_("Overview")),
    )


def course_line(frame: Frame, course: Course) -> CourseLine:
    """A course in a list."""
    link = frame.record("course", course.identifier)
    return CourseLine(link, figures(frame.modules[one.identifier] for one in course.modules))


def _rows(frame: Frame, modules: list[Module]) -> Iterator[CatalogueRow]:
    several = len({module.in_language for module in modules}) > 1
    published = frame.strings.gettext("Published")
    for module in modules:
        link = frame.modules[module.identifier]
        taught = [frame.competency(reference) for reference in module.teaches]
        yield CatalogueRow(
            module=link,
            state=link.status or published,
            competencies=tuple(taught[:MOST_LINKS]),
            more=max(0, len(taught) - MOST_LINKS),
            language=frame.strings.language_name(module.in_language) if several else "",
            tag=module.in_language if module.in_language != frame.strings.language else "",
            data_competency=joined(reference.competency for reference in module.teaches),
            data_level=joined(reference.level for reference in module.teaches),
            data_audience=joined(module.audience),
            data_status=module.creative_work_status,
            data_language=module.in_language,
            data_text=" ".join(module.keywords),
        )


def choices(frame: Frame, modules: list[Module]) -> dict[str, tuple[Choice, ...]]:
    """The values that occur, each kind only where there is something to choose."""
    strings = frame.strings
    references = [reference for module in modules for reference in module.teaches]
    competencies = {reference.competency for reference in references}
    levels = {reference.level for reference in references}
    audiences = dict.fromkeys(value for module in modules for value in module.audience)
    statuses = {module.creative_work_status for module in modules}
    languages = {module.in_language for module in modules}
    longest = max((module.minutes for module in modules), default=0)
    shortest = min((module.shortest for module in modules if module.minutes), default=0)
    found = {
        "competencies": [
            Choice(key, link.name) for key, link in frame.competencies.items() if key in competencies
        ],
        "levels": [
            Choice(level.identifier, level.title)
            for level in frame.catalogue.levels
            if level.identifier in levels
        ],
        "times": [
            Choice(str(limit), strings.gettext("up to %s") % strings.hours(limit))
            for limit in (20, 30, 60, 90, 120)
            if shortest <= limit < longest
        ],
        "audiences": [Choice(value, words.slug(strings, value)) for value in audiences],
        "statuses": [
            Choice(value, words.status(strings, value) or strings.gettext("Published"))
            for value in ("published", "reviewed", "draft", "planned", "retired")
            if value in statuses
        ],
        "languages": [Choice(tag, strings.language_name(tag)) for tag in sorted(languages)],
    }
    return {
        name: tuple(choices) if len(choices) > 1 or name == "times" else () for name, choices in found.items()
    }
