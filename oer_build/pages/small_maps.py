"""Small maps on the pages of single records: a module between its neighbours, the modules of a course, what a
role needs against what is taught. Of the same kind as the map, and each with its words beside it."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from oer_build.analysis.standing import Standing, laid_over
from oer_build.maps import neighbours, prerequisite_graph
from oer_build.maps.neighbours import MOST
from oer_build.model import Course, Level, Module, Role
from oer_build.pages.frame import Frame
from oer_build.pages.values import CompetencyLink, Taught
from oer_build.pages.words import standing

MOST_STRIP = 60
"""Competencies of a role in the strip: more of them nobody takes in at a glance."""


@dataclass(frozen=True, slots=True)
class Stands:
    """Where a module stands in the order of learning. `before` names in words what comes first; empty where
    nothing does."""

    svg: Markup
    before: str
    path: str
    """The map with this module open."""


@dataclass(frozen=True, slots=True)
class CourseGraph:
    """What comes before what among the modules of a course. `apart` counts modules that neither require
    another one of the course nor are required, `cut` those that did not fit."""

    svg: Markup
    """From left to right."""
    narrow_svg: Markup
    """From top to bottom, for narrow screens; styles show one of the two."""
    apart: int
    cut: int


@dataclass(frozen=True, slots=True)
class StripCell:
    """A competency at a level against what a role needs. `words` say what `standing` is."""

    competency: CompetencyLink
    standing: Standing
    words: str
    taught: Taught


@dataclass(frozen=True, slots=True)
class StripRow:
    """A competency that a role needs, level by level."""

    competency: CompetencyLink
    cells: tuple[StripCell, ...]


@dataclass(frozen=True, slots=True)
class Strip:
    """What a role needs against what is taught, as a small map."""

    columns: tuple[Level, ...]
    rows: tuple[StripRow, ...]
    needed: int
    """How many levels the role needs, each with the lower ones."""
    taught: int
    """How many of them some module that can be read teaches."""
    path: str
    """The map with this role laid over it."""
    cut: int = 0
    """How many competencies are counted in the figures and not in `rows`."""


def stands(frame: Frame, module: Module, teach: bool = False) -> Stands | None:
    """None for a module without neighbours, and for one that is retired. `teach`: for a teaching view, whose
    boxes lead to teaching views."""
    if module.creative_work_status == "retired":
        return None
    found = neighbours(frame.catalogue, module.identifier, frame.strings, teach)
    if not found.svg:
        return None
    path = f"map/?view=graph&open={module.identifier}" if frame.has("map/") else ""
    return Stands(
        Markup(found.svg),  # noqa: S704  (our own drawing, which escapes what authors wrote)
        _listed(frame, found.before),
        path,
    )


def _listed(frame: Frame, identifiers: tuple[str, ...]) -> str:
    titles = [frame.modules[one].title for one in identifiers[:MOST]]
    more = len(identifiers) - len(titles)
    if more:
        titles.append(frame.strings.ngettext("%(n)d more", "%(n)d more", more) % {"n": more})
    return frame.strings.listing(titles)


def course_graph(frame: Frame, course: Course) -> CourseGraph | None:
    """None where no module of the course requires another one of it."""
    identifiers = [reference.identifier for reference in course.modules]
    graph = prerequisite_graph(frame.catalogue, identifiers, frame.strings, name="course-order")
    if not graph.svg:
        return None
    narrow = prerequisite_graph(
        frame.catalogue, identifiers, frame.strings, direction="down", name="course-order-narrow"
    )
    return CourseGraph(
        Markup(graph.svg),  # noqa: S704  (likewise)
        Markup(narrow.svg),  # noqa: S704  (likewise)
        len(graph.unconnected),
        len(graph.cut),
    )


def strip(frame: Frame, role: Role) -> Strip | None:
    """None where the role needs nothing, or the site has no modules to compare it with."""
    rows = laid_over(frame.catalogue, role, frame.coverage)
    if not rows or not frame.catalogue.modules:
        return None
    columns = [level for level in frame.columns() if level.identifier or not frame.catalogue.levels]
    wanted = [one for row in rows.values() for one in row if one not in ("beyond", "apart")]
    return Strip(
        columns=tuple(columns),
        rows=tuple(
            StripRow(
                frame.competencies[competency],
                tuple(
                    StripCell(
                        frame.at_level(competency, level.identifier),
                        one,
                        standing(frame.strings, one),
                        frame.cell(competency, level.identifier),
                    )
                    for level, one in zip(columns, row, strict=False)
                ),
            )
            for competency, row in list(rows.items())[:MOST_STRIP]
        ),
        needed=len(wanted),
        taught=sum(one in ("taught", "above") for one in wanted),
        path=f"map/?role={role.identifier}",
        cut=max(0, len(rows) - MOST_STRIP),
    )
