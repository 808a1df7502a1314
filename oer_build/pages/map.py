"""The competency map: competencies by levels as one table that says in words what teaches them, and the
picture of what comes before what, with the same as a table.

The table grows with the framework only. Its cells name modules while that can be read; beyond, they count
them. The theme's `map.js` filters both, lays a role over them and shows details; it reasons with `data`,
which is made of the same values as the table.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from oer_build.analysis.gaps import levels_of
from oer_build.analysis.standing import needed
from oer_build.exports.tables import prerequisites_csv
from oer_build.lesson import Node
from oer_build.maps import prerequisite_graph, prerequisite_graph_svg
from oer_build.model import Level
from oer_build.pages import words
from oer_build.pages.catalogue import choices
from oer_build.pages.choices import Choice
from oer_build.pages.frame import Frame, headings, section
from oer_build.pages.page import Crumb, Page
from oer_build.pages.values import CompetencyLink, Figures, ModuleLink, Taught
from oer_build.strings import Strings

STANDINGS = ("taught", "above", "planned", "untaught", "beyond")
MOST_NAMED_ROWS = 24
MOST_NAMED_CELL = 4
MOST_NAMED = 120
"""Modules are named in cells while the table has no more rows, no cell more modules and the whole no more
names."""


@dataclass(frozen=True, slots=True)
class MapCell:
    """A competency at a level. `competency.path` leads to the level's section of its page."""

    competency: CompetencyLink
    level: str
    """Identifier of the level; empty in the column of what names none."""
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
    """The same as a table."""
    graph_sizes: tuple[str, str]
    """How large `prerequisites.svg` and `prerequisites.csv` are, in words."""
    cut: int
    """How many connected modules did not fit in the picture."""
    unconnected: int
    """How many modules stand alone."""
    roles: tuple[Choice, ...]
    """Roles that can be laid over the map; empty: no such choice. So are the next ones."""
    audiences: tuple[Choice, ...]
    """Audiences that modules are made for, without `all`."""
    levels: tuple[Choice, ...]
    """Levels at which something is taught."""
    longest: int
    """Minutes of the longest module; 0 where no module has a time: no choice of time."""
    data: Mapping[str, Any]
    """What the script reasons with: columns, competencies, modules, cells and roles."""
    standings: Mapping[str, str]
    """How a cell stands to a role, in words."""


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
    graph = prerequisite_graph(frame.catalogue, strings=frame.strings, named=True)
    narrow = prerequisite_graph(
        frame.catalogue, strings=frame.strings, direction="down", name="prerequisites-narrow", named=True
    )
    there = [one for one in frame.catalogue.modules.values() if not frame.modules[one.identifier].retired]
    choose = choices(frame, there)
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
        graph_sizes=(
            frame.strings.size(len(prerequisite_graph_svg(frame.catalogue, graph, frame.strings).encode())),
            frame.strings.size(len(prerequisites_csv(frame.catalogue))),
        ),
        cut=len(graph.cut),
        unconnected=len(graph.unconnected),
        roles=tuple(
            Choice(role.identifier, role.title)
            for role in frame.catalogue.roles.values()
            if role.competency_required and there
        ),
        audiences=tuple(one for one in choose["audiences"] if one.value != "all"),
        levels=choose["levels"],
        longest=max((module.minutes for module in there), default=0),
        data=_data(frame),
        standings={one: words.standing(frame.strings, one) for one in STANDINGS},
    )
    yield frame.page(
        "map/",
        _("Competency map"),
        description,
        "map",
        context,
        breadcrumbs=frame.crumbs(Crumb(_("Competencies"), "framework/")),
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
                    cell.level,
                    frame.cell(row.competency, cell.level),
                    count.get(cell.level, 0),
                )
                for cell in row.cells
            ),
            frame.row_figures(row),
        )


def _data(frame: Frame) -> dict[str, Any]:
    """Records by identifier, in the order of the page. Of a cell: the modules in it, with their strengths."""
    catalogue = frame.catalogue
    return {
        "columns": [{"identifier": one.identifier, "title": one.title} for one in frame.columns()],
        "levels": len(levels_of(catalogue)),
        "competencies": [
            {"identifier": row.competency, "name": frame.competencies[row.competency].name}
            for row in frame.coverage.rows
        ],
        "cells": {
            f"{competency}.{level}": [
                [link.identifier, link.strength] for link in (*taught.available, *taught.planned)
            ]
            for (competency, level), taught in frame.taught.items()
        },
        "modules": [
            {
                "identifier": link.identifier,
                "title": link.title,
                "minutes": link.minutes,
                "shortest": link.shortest,
                "time": _time(frame.strings, link),
                "planned": link.planned,
                "audience": list(catalogue.modules[link.identifier].audience),
                "requires": [one.identifier for one in catalogue.modules[link.identifier].requires],
                **({"language": link.language} if link.language else {}),
            }
            for link in frame.modules.values()
            if not link.retired
        ],
        "roles": [
            {"identifier": role.identifier, "title": role.title, "needs": needed(catalogue, role)}
            for role in catalogue.roles.values()
        ],
    }


def _named(frame: Frame) -> bool:
    sizes = [cell.taught for cell in frame.taught.values()]
    return (
        len(frame.coverage.rows) <= MOST_NAMED_ROWS
        and max(sizes, default=0) <= MOST_NAMED_CELL
        and sum(sizes) <= MOST_NAMED
    )


def _time(strings: Strings, module: ModuleLink) -> str:
    """How long a module takes in words, and its shortest way; empty where it states no time."""
    if not module.minutes:
        return ""
    whole = strings.hours(module.minutes)
    if module.shortest == module.minutes:
        return whole
    short = strings.gettext("shorter way: %(time)s") % {"time": strings.hours(module.shortest)}
    return f"{whole}; {short}"
