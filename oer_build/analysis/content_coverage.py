"""How many modules teach, practise and assess each competency at each level, beside what is expected."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from oer_build.analysis.content_findings import Finding
from oer_build.analysis.content_limits import MODULES_A_LEVEL
from oer_build.analysis.coverage import Cell, coverage
from oer_build.model import Catalogue


@dataclass(frozen=True, slots=True)
class Taught:
    """One competency at one level: the cell of the coverage table, and how many modules are expected."""

    cell: Cell
    expected: int
    """Modules that teach it, at least; 0 at the highest level, of which nothing is expected."""


def expected_by_level(catalogue: Catalogue) -> Mapping[str, int]:
    """How many modules are expected to teach a competency at each level of the framework."""
    levels = catalogue.levels
    if len(levels) < 2:
        # One level, or none, is all that there is to teach.
        return {level.identifier: 1 for level in levels} or {"": 1}
    top = max(level.rank for level in levels)
    return {level.identifier: min(MODULES_A_LEVEL, top - level.rank) for level in levels}


def taught(catalogue: Catalogue) -> tuple[Taught, ...]:
    """Every competency at every level, in the framework's order."""
    expected = expected_by_level(catalogue)
    table = coverage(catalogue)
    return tuple(
        Taught(cell, expected[cell.level])
        for row in table.rows
        for cell in row.cells
        if cell.level in expected
    )


def findings(catalogue: Catalogue, table: tuple[Taught, ...]) -> Iterator[Finding]:
    """Competencies that are taught by fewer modules than expected, or never practised, or never assessed."""
    for entry in table:
        cell = entry.cell
        if not entry.expected:
            continue
        lacks = []
        if len(cell.taught) < entry.expected:
            lacks.append(f"taught by {_modules(len(cell.taught))}, {entry.expected} expected")
        if not cell.practised:
            lacks.append("not practised")
        if not cell.assessed:
            lacks.append("not assessed")
        if lacks:
            where = f"{cell.competency} at {cell.level}" if cell.level else cell.competency
            planned = f" ({_modules(len(cell.planned))} planned)" if cell.planned else ""
            yield Finding(
                "coverage",
                f"{where}: {', '.join(lacks)}{planned}",
                catalogue.competencies[cell.competency].span,
            )


def _modules(count: int) -> str:
    return f"{count} module" + ("" if count == 1 else "s")
