"""A role laid over the map: how each cell, a competency at a level, stands to what the role needs. Pure
questions.

The browser answers them by the same rule (`standings` in `theme/assets/oer/map-state.js`): whoever changes
one changes the other, and the cases that both are tested with (`tests/maps/standings.json`).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from oer_build.analysis.coverage import Coverage
from oer_build.analysis.gaps import levels_of
from oer_build.model import Catalogue, Role

Standing = Literal["taught", "above", "planned", "untaught", "beyond", "apart"]
"""`taught`: needed, and a module that can be read teaches it. `above`: needed, and taught at a higher level
only. `planned`: needed, and only planned modules will teach it. `untaught`: needed, and nothing is planned.
`beyond`: the role does not need it. `apart`: modules that name no level, of a framework that has levels."""


def needed(catalogue: Catalogue, role: Role) -> dict[str, int]:
    """By competency: the place of the highest level that the role needs. It needs every lower one too. A need
    without a level is met at the lowest."""
    places = {level: place for place, level in enumerate(levels_of(catalogue))}
    found: dict[str, int] = {}
    for one in role.competency_required:
        place = places.get(one.level, 0)
        found[one.competency] = max(place, found.get(one.competency, 0))
    return found


def standings(
    taught: Sequence[bool], planned: Sequence[bool], need: int | None, levels: int
) -> tuple[Standing, ...]:
    """A row of the map. `taught` and `planned` are by column, of which the first `levels` are levels; `need`
    is the place of the level needed, None where the role does not need the competency."""
    return tuple(_standing(taught, planned, need, levels, column) for column in range(len(taught)))


def _standing(
    taught: Sequence[bool], planned: Sequence[bool], need: int | None, levels: int, column: int
) -> Standing:
    if column >= levels:
        return "apart"
    if need is None or column > need:
        return "beyond"
    if taught[column]:
        return "taught"
    if any(taught[column + 1 : levels]):
        return "above"
    return "planned" if planned[column] else "untaught"


def laid_over(catalogue: Catalogue, role: Role, table: Coverage) -> dict[str, tuple[Standing, ...]]:
    """The rows of the competencies that the role needs, in the order of the table."""
    needs = needed(catalogue, role)
    levels = len(levels_of(catalogue))
    return {
        row.competency: standings(
            [bool(cell.taught) for cell in row.cells],
            [bool(cell.planned) for cell in row.cells],
            needs[row.competency],
            levels,
        )
        for row in table.rows
        if row.competency in needs
    }
