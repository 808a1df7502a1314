"""A course as a page: where to start, the syllabus with computed hours, what it covers, what a learner must
bring."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from oer_build.analysis.coverage import Row, coverage
from oer_build.analysis.prerequisites import Prerequisite, prerequisites
from oer_build.exports import linked_data
from oer_build.lesson import Node
from oer_build.model import Course, Level
from oer_build.pages import bars, calls, words
from oer_build.pages.frame import LEARNING, Frame, figures, headings, section
from oer_build.pages.module import edit_url, for_learners
from oer_build.pages.page import Crumb, Page
from oer_build.pages.small_maps import CourseGraph, course_graph
from oer_build.pages.values import (
    CallLink,
    CompetencyLink,
    Figures,
    LicenseLink,
    ModuleLink,
    PageLink,
    WorkLine,
)

_MOST_ROWS = 200
"""Unmet and met prerequisites that are written out: more of them nobody reads."""


@dataclass(frozen=True, slots=True)
class UnitPart:
    """A unit of the syllabus; `figures` are computed from its modules."""

    title: str
    description: str
    modules: tuple[ModuleLink, ...]
    figures: Figures


@dataclass(frozen=True, slots=True)
class CoverRow:
    """A competency of the course: `cells` hold, for each column, written and planned modules and the
    minutes."""

    competency: CompetencyLink
    cells: tuple[Figures, ...]
    once: tuple[Figures, ...]
    """The same with each module at the highest level that it teaches only, for the picture."""
    figures: Figures


@dataclass(frozen=True, slots=True)
class Requirement:
    """Something that a module of the course expects: a module or a competency, and what gives it."""

    module: ModuleLink
    needs: PageLink
    """What is needed: a module, or a competency with its level in the title."""
    by: tuple[ModuleLink, ...]
    """Modules of the course that provide it."""
    late: bool
    """It is provided, but only later in the course."""


@dataclass(frozen=True, slots=True)
class CourseContext:
    """What `course.html.jinja` is given."""

    course: Course
    """The record as the author wrote it."""
    license: LicenseLink
    """Of the course's own text; each module has its own."""
    language: str
    """BCP 47 tag of the course, where it is not that of the words around it; otherwise empty."""
    audience: tuple[str, ...]
    """For whom, in words."""
    figures: Figures
    """Of all its modules."""
    units: tuple[UnitPart, ...]
    """The syllabus."""
    start: ModuleLink | None
    """The first module that can be read."""
    nodes: tuple[Node, ...]
    """The course's own text."""
    columns: tuple[Level, ...]
    """Columns of `coverage`: levels, and one without a title for what names none."""
    coverage: tuple[CoverRow, ...]
    """The competencies that its modules teach."""
    picture: bars.Picture | None
    """The same as `coverage`, drawn; none for a course without times or with very many competencies."""
    graph: CourseGraph | None
    """What comes before what among its modules; none where no module requires another of them."""
    unmet: tuple[Requirement, ...]
    """What its modules expect and no module teaches before."""
    met: tuple[Requirement, ...]
    """What its modules expect and the course teaches before."""
    sources: tuple[WorkLine, ...]
    """Works that its text cites."""
    calls: tuple[CallLink, ...]
    """What readers are asked to do here."""
    edit_url: str
    """Where the course's file can be changed; empty where there is no such place."""


def courses(frame: Frame) -> Iterator[Page]:
    """The page of every course."""
    for course in frame.catalogue.courses.values():
        yield _page(frame.speaking(course.in_language), course)


def _page(frame: Frame, course: Course) -> Page:
    _ = frame.strings.gettext
    path = f"courses/{course.identifier}/"
    lesson = frame.lesson(path)
    links = [frame.modules[reference.identifier] for reference in course.modules]
    columns, rows = _coverage(frame, course)
    needed = prerequisites(frame.catalogue, course)
    context = CourseContext(
        course=course,
        license=frame.license(course.license),
        language=course.in_language if course.in_language != frame.strings.language else "",
        audience=tuple(words.slug(frame.strings, value) for value in course.audience),
        figures=figures(links),
        units=tuple(_units(frame, course)),
        start=next((link for link in links if not link.planned and not link.retired), None),
        nodes=for_learners(lesson.nodes),
        columns=columns,
        coverage=rows,
        picture=_picture(frame, columns, rows),
        graph=course_graph(frame, course),
        unmet=tuple(_requirements(frame, [one for one in needed if not one.met])),
        met=tuple(_requirements(frame, [one for one in needed if one.met])),
        sources=frame.works(course.sources, anchored=True),
        calls=calls.shown_on(frame, path),
        edit_url=edit_url(frame, course.span.file),
    )
    taught = [row for row in rows if row.figures.modules]
    return frame.page(
        path,
        course.title,
        course.description,
        "course",
        context,
        about=linked_data.course(frame.catalogue, course),
        source=course.span.file,
        license=course.license,
        language=course.in_language,
        head=LEARNING,
        breadcrumbs=frame.crumbs(Crumb(_("Courses"), "courses/")),
        toc=(
            *lesson.toc,
            *headings(
                ("oer-syllabus", _("Syllabus")),
                *([("oer-course-order", _("What comes before what"))] if context.graph else []),
                *([("oer-coverage", _("What it covers"))] if rows else []),
                *([("oer-requirements", _("What you should bring"))] if needed else []),
                *([("oer-sources", _("Sources"))] if course.sources else []),
            ),
        ),
        sections=(
            section("", course.title, course.description),
            section(
                "oer-syllabus",
                _("Syllabus"),
                *(f"{unit.title}. {unit.description}" for unit in course.units),
            ),
            *(part for part in lesson.sections if part.text),
        ),
        filters=frame.site.facets(
            frame.site.strings.gettext("Course"),
            competency=[row.competency.name for row in taught],
            level=[
                level.title
                for index, level in enumerate(columns)
                if any(row.cells[index].modules for row in taught)
            ],
            audience=[words.slug(frame.site.strings, value) for value in course.audience],
            language=[frame.site.strings.language_name(course.in_language)],
        ),
    )


def _units(frame: Frame, course: Course) -> Iterator[UnitPart]:
    for unit in course.units:
        links = tuple(frame.modules[reference.identifier] for reference in unit.modules)
        yield UnitPart(unit.title, unit.description, links, figures(links))


def _coverage(frame: Frame, course: Course) -> tuple[tuple[Level, ...], tuple[CoverRow, ...]]:
    """The competencies that the course is about, by level; the rest of the framework is left out."""
    table = coverage(frame.catalogue, [reference.identifier for reference in course.modules])
    rows = []
    for row in table.rows:
        if row.empty:
            continue
        rows.append(
            CoverRow(
                frame.competencies[row.competency],
                tuple(
                    figures(frame.modules[one] for one in (*cell.taught, *cell.planned)) for cell in row.cells
                ),
                _once(frame, row),
                frame.row_figures(row),
            )
        )
    known = {level.identifier: level for level in frame.catalogue.levels}
    used = [
        index
        for index, identifier in enumerate(table.levels)
        if identifier in known or any(row.cells[index].all_modules for row in rows)
    ]
    columns = tuple(known.get(table.levels[index]) or Level("", "", "", len(known)) for index in used)
    kept = (
        replace(row, cells=tuple(row.cells[i] for i in used), once=tuple(row.once[i] for i in used))
        for row in rows
    )
    return columns, tuple(kept)


def _once(frame: Frame, row: Row) -> tuple[Figures, ...]:
    """By column: the modules whose highest level on this competency it is. Columns add up to the row."""
    highest: dict[str, int] = {}
    for index, cell in enumerate(row.cells):
        for identifier in (*cell.taught, *cell.planned):
            # A module that names a level and also none is at the level; the column without one stands last.
            if cell.level or identifier not in highest:
                highest[identifier] = index
    return tuple(
        figures(frame.modules[identifier] for identifier, at in highest.items() if at == index)
        for index in range(len(row.cells))
    )


def _picture(frame: Frame, columns: tuple[Level, ...], rows: tuple[CoverRow, ...]) -> bars.Picture | None:
    _ = frame.strings.gettext
    return bars.picture(
        [
            bars.Row(
                row.competency.name,
                row.competency.path,
                tuple(
                    bars.Part(level.title or _("no level"), level.rank, cell.minutes, cell.planned_minutes)
                    for level, cell in zip(columns, row.once, strict=True)
                ),
                mark=row.competency.mark,
            )
            for row in rows
        ],
        frame.strings,
    )


def _requirements(frame: Frame, needed: list[Prerequisite]) -> Iterator[Requirement]:
    for one in needed[:_MOST_ROWS]:
        if one.kind == "module":
            link = frame.modules[one.identifier]
            needs = PageLink(link.title, link.path, language=link.language)
        else:
            wanted = frame.at_level(one.identifier, one.level)
            title = f"{wanted.name}, {wanted.level}" if wanted.level else wanted.name
            needs = PageLink(title, wanted.path, language=wanted.language)
        yield Requirement(
            frame.modules[one.module], needs, tuple(frame.modules[by] for by in one.by), one.where == "later"
        )
