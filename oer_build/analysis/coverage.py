"""What is taught, practised and assessed, by competency and level, and what is not: the gaps. Pure questions
to a catalogue.

A module counts where it teaches: as taught always, as practised where its strength is `practised` or
`assessed`, as assessed where it is `assessed`. The strengths are steps, each of which holds the one before.
Planned modules are counted apart and retired ones not at all.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from oer_build.model import Catalogue, CompetencyReference, Module


@dataclass(frozen=True, slots=True)
class Cell:
    """One competency at one level (an empty level: where none is said). The tuples hold module
    identifiers."""

    competency: str
    level: str
    taught: tuple[str, ...] = ()
    practised: tuple[str, ...] = ()
    assessed: tuple[str, ...] = ()
    planned: tuple[str, ...] = ()
    minutes: int = 0
    """Length of the modules in `taught`. A module that teaches in several cells counts whole in each of
    them."""

    @property
    def gap(self) -> bool:
        """Nothing written teaches this, planned modules or not."""
        return not self.taught


@dataclass(frozen=True, slots=True)
class Row:
    """A competency over all levels. A module that teaches it at two levels counts once."""

    competency: str
    cells: tuple[Cell, ...]
    taught: tuple[str, ...]
    planned: tuple[str, ...]
    minutes: int

    @property
    def empty(self) -> bool:
        return not self.taught and not self.planned


@dataclass(frozen=True, slots=True)
class Coverage:
    """The table. `levels` are the columns: the framework's, and an empty one where a reference names no
    level."""

    levels: tuple[str, ...]
    rows: tuple[Row, ...]
    counted: frozenset[str]
    """Levels in which an empty cell is a gap: not the empty level of a framework that has levels."""

    by_competency: Mapping[str, Row] = field(repr=False)

    def row(self, competency: str) -> Row | None:
        return self.by_competency.get(competency)

    def cell(self, competency: str, level: str = "") -> Cell:
        """The cell; an empty one where the table has none."""
        row = self.row(competency)
        found = next((cell for cell in row.cells if cell.level == level), None) if row else None
        return found or Cell(competency, level)

    def gaps(self) -> tuple[Cell, ...]:
        """The cells that nothing written teaches; `planned` says what is to come."""
        return tuple(
            cell for row in self.rows for cell in row.cells if cell.gap and cell.level in self.counted
        )

    def filled(self) -> int:
        """How many of the cells that count are taught."""
        return self.possible() - len(self.gaps())

    def possible(self) -> int:
        return len(self.rows) * len(self.counted)


def coverage(catalogue: Catalogue, modules: Iterable[str] | None = None) -> Coverage:
    """The coverage of the whole catalogue, or of some modules (a course), given by identifier.

    Rows are the framework's competencies in their order. Cost is linear in what is taught and in the table.
    """
    chosen = dict(catalogue.modules)
    if modules is not None:
        chosen = {
            identifier: catalogue.modules[identifier]
            for identifier in dict.fromkeys(modules)
            if identifier in catalogue.modules
        }
    taught: dict[str, list[tuple[Module, CompetencyReference]]] = {}
    unnamed = not catalogue.levels
    for module in chosen.values():
        for reference in module.teaches:
            taught.setdefault(reference.competency, []).append((module, reference))
            unnamed = unnamed or not reference.level
    named = tuple(level.identifier for level in catalogue.levels)
    levels = (*named, "") if unnamed else named
    rows = tuple(
        _row(identifier, levels, taught.get(identifier, []), chosen) for identifier in catalogue.competencies
    )
    return Coverage(levels, rows, frozenset(named or levels), {row.competency: row for row in rows})


def wanted(catalogue: Catalogue) -> dict[tuple[str, str], int]:
    """How many people asked for each competency at each level: the counts of the wish list added up. An empty
    level is that of wishes that name none."""
    found: dict[tuple[str, str], int] = {}
    for wish in catalogue.wishes.values():
        for reference in wish.competencies:
            key = (reference.competency, reference.level)
            found[key] = found.get(key, 0) + wish.count
    return found


def _row(
    competency: str,
    levels: tuple[str, ...],
    uses: list[tuple[Module, CompetencyReference]],
    modules: Mapping[str, Module],
) -> Row:
    by_level: dict[str, list[tuple[Module, CompetencyReference]]] = {}
    for use in uses:
        by_level.setdefault(use[1].level, []).append(use)
    cells = tuple(_cell(competency, level, by_level.get(level, [])) for level in levels)
    taught = tuple(dict.fromkeys(identifier for cell in cells for identifier in cell.taught))
    planned = tuple(dict.fromkeys(identifier for cell in cells for identifier in cell.planned))
    minutes = sum(modules[identifier].minutes for identifier in taught)
    return Row(competency, cells, taught, planned, minutes)


def _cell(competency: str, level: str, uses: list[tuple[Module, CompetencyReference]]) -> Cell:
    written = {m.identifier: m for m, _ in uses if not m.planned and m.creative_work_status != "retired"}
    strengths: dict[str, set[str]] = {}
    for module, reference in uses:
        strengths.setdefault(module.identifier, set()).add(reference.strength)
    return Cell(
        competency,
        level,
        taught=tuple(written),
        practised=tuple(i for i in written if strengths[i] & {"practised", "assessed"}),
        assessed=tuple(i for i in written if "assessed" in strengths[i]),
        planned=tuple(dict.fromkeys(m.identifier for m, _ in uses if m.planned)),
        minutes=sum(module.minutes for module in written.values()),
    )
