"""What a person lacks for a role, by the statements that are true of them. Pure questions.

The browser answers them by the same rules (`theme/assets/oer/pathway.js`).
"""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import dataclass, field

from oer_build.model import Catalogue, Competency, Role

HELD_NUMERATOR, HELD_DENOMINATOR = 3, 4
"""A level is held when three of four of its statements are true, so that one badly worded statement hides
nobody's ability, and nobody holds a level by half of it."""


@dataclass(frozen=True, slots=True)
class Have:
    """What a person brings: identifiers of true statements by competency, and modules that are done."""

    statements: Mapping[str, frozenset[str]] = field(default_factory=dict)
    done: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, order=True)
class Item:
    """One level of one competency that is missing. `rank` is the level's, 0 the lowest."""

    place: int
    """Of the competency in the framework."""
    rank: int
    competency: str = field(compare=False)
    level: str = field(compare=False)


@dataclass(frozen=True, slots=True)
class Gap:
    """A competency that a role needs at a higher level than the person holds. `held` is empty where no level
    is held."""

    competency: str
    needed: str
    held: str
    items: tuple[Item, ...]
    missing: Mapping[str, tuple[str, ...]]
    """By level: identifiers of the statements that are not yet true."""


def levels_of(catalogue: Catalogue) -> tuple[str, ...]:
    """Identifiers of the levels; one empty level where the framework has none."""
    return tuple(level.identifier for level in catalogue.levels) or ("",)


def statements_of(competency: Competency, level: str) -> dict[str, str]:
    """A level's statements by identifier: their own, or the level and their number within it."""
    here = (indicator for indicator in competency.indicators if indicator.level == level)
    return {
        indicator.identifier or f"{level or 'all'}-{number}": indicator.statement
        for number, indicator in enumerate(here, 1)
    }


def held_levels(catalogue: Catalogue, competency: Competency, chosen: Set[str]) -> int:
    """How many levels, from the lowest, a person holds. A level without statements goes with those around it:
    nobody holds a level where nothing was said to be true."""
    count, shown = 0, False
    for level in levels_of(catalogue):
        statements = statements_of(competency, level)
        true = sum(identifier in chosen for identifier in statements)
        if true * HELD_DENOMINATOR < len(statements) * HELD_NUMERATOR:
            break
        count += 1
        shown = shown or bool(statements)
    return count if shown else 0


def needed_ranks(catalogue: Catalogue, role: Role) -> dict[str, int]:
    """By competency: the rank of the level that a role needs, the lowest where it names none."""
    levels = levels_of(catalogue)
    needed: dict[str, int] = {}
    for need in role.competency_required:
        rank = levels.index(need.level) if need.level in levels else 0
        needed[need.competency] = max(needed.get(need.competency, 0), rank)
    return needed


def gaps(catalogue: Catalogue, role: Role, have: Have) -> tuple[Gap, ...]:
    """What a role needs and a person does not hold, in the order of the framework."""
    levels = levels_of(catalogue)
    needed = needed_ranks(catalogue, role)
    found = []
    for place, (identifier, competency) in enumerate(catalogue.competencies.items()):
        if identifier not in needed:
            continue
        chosen = have.statements.get(identifier, frozenset())
        held = held_levels(catalogue, competency, chosen)
        ranks = range(held, needed[identifier] + 1)
        if not ranks:
            continue
        missing = {
            levels[rank]: tuple(one for one in statements_of(competency, levels[rank]) if one not in chosen)
            for rank in ranks
        }
        found.append(
            Gap(
                identifier,
                levels[needed[identifier]],
                levels[held - 1] if held else "",
                tuple(Item(place, rank, identifier, levels[rank]) for rank in ranks),
                missing,
            )
        )
    return tuple(found)
