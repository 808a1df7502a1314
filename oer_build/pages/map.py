"""The competency map: competencies by levels as one table that says in words what teaches them, and the
picture of what comes before what, with the same as a list.

The table grows with the framework only. Its cells name modules while that can be read; beyond, they count
them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from oer_build.lesson import Node
from oer_build.maps import prerequisite_graph
from oer_build.model import Level
from oer_build.pages.frame import Frame, headings, section
from oer_build.pages.page import Page
from oer_build.pages.values import CompetencyLink, Figures, ModuleLink, Taught

MOST_NAMED_ROWS = 24
MOST_NAMED_CELL = 4
MOST_NAMED = 120
"""Modules are named in cells while the table has no more rows, no cell more modules and the whole no more
names."""


@dataclass(frozen=True, slots=True)
class MapCell:
    """A competency at a level. `competency.path` leads to the level's section of its page."""

    competency: CompetencyLink
    taught: Taught
    indicators: int


@dataclass(frozen=True, slots=True)
class MapRow:
    """A competency over all columns, and `figures` of all modules that teach it, each counted once."""

    competency: CompetencyLink
    cells: tuple[MapCell, ...]
    figures: Figures


@dataclass(frozen=True, slots=True)
class Way:
    """A module, what comes before it and what builds on it."""

    module: ModuleLink
    requires: tuple[ModuleLink, ...]
    required_by: tuple[ModuleLink, ...]


@dataclass(frozen=True, slots=True)
class MapContext:
    """What `map.html.jinja` is given."""

    description: str
    """What the map shows, in a sentence."""
    nodes: tuple[Node, ...]
    """An introduction of the site's own, from an article at the same address."""
    columns: tuple[Level, ...]
    """Columns of the table: levels, and one without a title for what names none."""
    rows: tuple[MapRow, ...]
    """All competencies, in order."""
    named: bool
    """Cells name the modules that can be read; otherwise they count them. Planned ones are always counted."""
    has_modules: bool
    """Without modules cells count indicators."""
    coverage: bool
    """Whether there is a coverage page."""
    graph: Markup
    """The prerequisite graph from left to right, as inline SVG; empty where no module requires another."""
    narrow_graph: Markup
    """The same from top to bottom, for narrow screens; styles show one of the two."""
    ways: tuple[Way, ...]
    """The same as a list."""
    cut: int
    """How many connected modules did not fit in the picture."""
    unconnected: int
    """How many modules stand alone."""


def map_page(frame: Frame) -> Iterator[Page]:
    """The page, for a site that has competencies."""
    if not frame.has("map/"):
        return
    _ = frame.strings.gettext
    description = (
        _("Every competency, level by level, with what teaches it.")
        if frame.catalogue.levels
        else _("Every competency, with what teaches it.")
    )
    graph = prerequisite_graph(frame.catalogue, strings=frame.strings)
    narrow = prerequisite_graph(
        frame.catalogue, strings=frame.strings, direction="down", name="prerequisites-narrow"
    )
    drawn = set(graph.drawn)
    context = MapContext(
        description=description,
        nodes=frame.lesson("map/").nodes,
        columns=frame.columns(),
        rows=tuple(_rows(frame)),
        named=_named(frame),
        has_modules=bool(frame.catalogue.modules),
        coverage=frame.has("coverage/"),
        graph=Markup(graph.svg),  # noqa: S704  (our own drawing, which escapes what authors wrote)
        narrow_graph=Markup(narrow.svg),  # noqa: S704  (likewise)
        ways=tuple(
            Way(
                frame.modules[row.module],
                tuple(frame.modules[one] for one in row.requires),
                tuple(frame.modules[one] for one in row.required_by),
            )
            for row in graph.rows
            if row.module in drawn
        ),
        cut=len(graph.cut),
        unconnected=len(graph.unconnected),
    )
    yield frame.page(
        "map/",
        _("Competency map"),
        description,
        "map",
        context,
        breadcrumbs=frame.crumbs(),
        toc=headings(
            ("oer-matrix", _("Competencies by level") if frame.catalogue.levels else _("Competencies")),
            *([("oer-order", _("What comes before what"))] if context.graph else []),
        ),
        sections=(section("", _("Competency map"), description),),
        filters=frame.facets(_("Overview")),
    )


def _rows(frame: Frame) -> Iterator[MapRow]:
    for row in frame.coverage.rows:
        count: dict[str, int] = {}
        for indicator in frame.catalogue.competencies[row.competency].indicators:
            count[indicator.level] = count.get(indicator.level, 0) + 1
        yield MapRow(
            frame.competencies[row.competency],
            tuple(
                MapCell(
                    frame.at_level(row.competency, cell.level),
                    frame.cell(row.competency, cell.level),
                    count.get(cell.level, 0),
                )
                for cell in row.cells
            ),
            frame.row_figures(row),
        )


def _named(frame: Frame) -> bool:
    sizes = [cell.taught for cell in frame.taught.values()]
    return (
        len(frame.coverage.rows) <= MOST_NAMED_ROWS
        and max(sizes, default=0) <= MOST_NAMED_CELL
        and sum(sizes) <= MOST_NAMED
    )
