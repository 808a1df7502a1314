"""What is taught, practised and assessed, and what is not: the gaps first, then every competency by level,
in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from oer_build.analysis.coverage import wanted
from oer_build.lesson import Node
from oer_build.model import Level
from oer_build.pages.frame import NOTHING, Frame, section
from oer_build.pages.page import Crumb, Page
from oer_build.pages.values import CompetencyLink, Taught

MOST_LINES = 400
"""Longest table in which empty lines are written out too; in a longer one the list of gaps says them."""


@dataclass(frozen=True, slots=True)
class Gap:
    """A competency with levels (links into its page) that nothing written teaches."""

    competency: CompetencyLink
    missing: tuple[CompetencyLink, ...]
    """Nothing is planned either. Empty title of level: the competency as a whole."""
    planned: tuple[CompetencyLink, ...]
    """Something is planned."""


@dataclass(frozen=True, slots=True)
class CoverageLine:
    """One competency at one level."""

    competency: CompetencyLink
    taught: Taught
    wanted: int = 0
    """How many people asked for it, on the wish list."""


@dataclass(frozen=True, slots=True)
class CoverageContext:
    """What `coverage.html.jinja` is given."""

    nodes: tuple[Node, ...]
    """An introduction of the site's own, from an article at the same address."""
    possible: int
    """Cells in all: competencies times levels."""
    filled: int
    """Cells that a written module teaches."""
    planned: int
    """Cells where only planned modules are."""
    missing: int
    """Cells where nothing is, nor planned."""
    empty_levels: tuple[str, ...]
    """Levels at which there is nothing for any of several competencies, nor planned."""
    competencies: int
    """How many competencies there are."""
    gaps: tuple[Gap, ...]
    """Competencies with further gaps, in order."""
    groups: tuple[tuple[CoverageLine, ...], ...]
    """Lines of the table, a group for each competency."""
    shortened: bool
    """Lines without any module are left out of the table."""
    levelled: bool
    """Whether there are levels."""
    wanted: bool
    """Whether the site has a wish list."""


def coverage(frame: Frame) -> Iterator[Page]:
    """The page, for a site that has competencies and modules."""
    if not frame.has("coverage/"):
        return
    _ = frame.strings.gettext
    table = frame.coverage
    cells = table.gaps()
    empty = _empty(frame)
    shortened = len(table.rows) * len(table.levels) > MOST_LINES
    context = CoverageContext(
        nodes=frame.lesson("coverage/").nodes,
        possible=table.possible(),
        filled=table.filled(),
        planned=sum(bool(cell.planned) for cell in cells),
        missing=sum(not cell.planned for cell in cells),
        empty_levels=tuple(level.title for level in empty),
        competencies=len(table.rows),
        gaps=tuple(_gaps(frame, {level.identifier for level in empty})),
        groups=tuple(_groups(frame, shortened)),
        shortened=shortened,
        levelled=bool(frame.catalogue.levels),
        wanted=bool(frame.catalogue.wishes),
    )
    description = _(
        "What the modules teach, practise and assess, competency by competency, and what is missing."
    )
    yield frame.page(
        "coverage/",
        _("Coverage"),
        description,
        "coverage",
        context,
        breadcrumbs=frame.crumbs(Crumb(_("Competencies"), "framework/")),
        sections=(section("", _("Coverage"), description),),
        filters=frame.facets(_("Overview")),
    )


def _empty(frame: Frame) -> list[Level]:
    """Levels at which every competency has a gap without a plan. One competency alone has no such level."""
    rows = len(frame.coverage.rows)
    missing = Counter(cell.level for cell in frame.coverage.gaps() if not cell.planned)
    return [level for level in frame.catalogue.levels if rows > 1 and missing[level.identifier] == rows]


def _gaps(frame: Frame, told: set[str]) -> Iterator[Gap]:
    """What is missing of each competency, but at levels of which it has been told for all."""
    found: dict[str, tuple[list[CompetencyLink], list[CompetencyLink]]] = {}
    for cell in frame.coverage.gaps():
        if cell.level in told:
            continue
        missing, planned = found.setdefault(cell.competency, ([], []))
        (planned if cell.planned else missing).append(frame.at_level(cell.competency, cell.level))
    for identifier, (missing, planned) in found.items():
        yield Gap(frame.competencies[identifier], tuple(missing), tuple(planned))


def _groups(frame: Frame, shortened: bool) -> Iterator[tuple[CoverageLine, ...]]:
    asked_for = wanted(frame.catalogue)
    for row in frame.coverage.rows:
        lines = []
        for cell in row.cells:
            taught = frame.cell(row.competency, cell.level)
            asked = asked_for.get((row.competency, cell.level), 0)
            said = taught.available or taught.planned or asked
            if said or (cell.level in frame.coverage.counted and not shortened):
                lines.append(CoverageLine(frame.at_level(row.competency, cell.level), taught, asked))
        asked = asked_for.get((row.competency, ""), 0)
        if asked and "" not in frame.coverage.levels:
            lines.append(CoverageLine(frame.at_level(row.competency, ""), NOTHING, asked))
        if lines:
            yield tuple(lines)
