"""The shortest way from what a person has to what a role needs: the modules that close the gaps. Pure.

The browser answers the same question by the same rules (`theme/assets/oer/pathway.js`): whoever changes one
changes the other, and the cases that both are tested with (`tests/pathways/`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

from oer_build.analysis.gaps import Gap, Have, Item, gaps
from oer_build.model import Catalogue, Module, Role

MOST_LOOKS = 400_000
"""How much is tried before the best way found so far is taken, counted in sets of modules times pairs of a
missing level and a module that closes it. A course of 30 modules needs a hundredth of it."""

_PARTS = 5040
"""Minutes are shared among levels in whole parts, so that Python and JavaScript round alike."""


@dataclass(frozen=True, slots=True)
class Step:
    """A module on the way: what it closes, and for which later modules it is needed."""

    module: str
    minutes: int
    closes: tuple[Item, ...]
    needed_for: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Pathway:
    """The answer. `beyond` are missing levels that do not fit into the time; `untaught` those that no module
    teaches, or only modules that are done."""

    gaps: tuple[Gap, ...]
    steps: tuple[Step, ...]
    beyond: tuple[Item, ...]
    untaught: tuple[Item, ...]
    optimal: bool
    """Whether every set was considered; otherwise a shorter way may exist."""

    @property
    def minutes(self) -> int:
        return sum(step.minutes for step in self.steps)


def pathway(catalogue: Catalogue, role: Role, have: Have, minutes: int | None = None) -> Pathway:
    """The modules that close the most missing levels within `minutes` (None: as long as it takes), in the
    least time, in an order in which each comes after what it requires.

    A missing level is closed by a module that practises or assesses it; where none does, by one that
    introduces it. It counts only with every lower missing level of its competency that something teaches.
    Among equal ways the one with fewer modules is taken, then the one whose identifiers come first.
    """
    found = gaps(catalogue, role, have)
    search = _Search(catalogue, [item for gap in found for item in gap.items], have)
    chosen, optimal = search.best(minutes)
    closed = search.closed(chosen)
    return Pathway(
        found,
        tuple(search.steps(chosen, closed)),
        tuple(item for item in search.items if item not in closed),
        search.untaught,
        optimal,
    )


def transitive(catalogue: Catalogue, identifier: str, done: Set[str] = frozenset()) -> frozenset[str]:
    """All modules that a module requires, directly or not. What is `done` is left out, and what only
    done modules require."""
    found = {identifier}
    waiting = [identifier]
    while waiting:
        for required in catalogue.modules[waiting.pop()].requires:
            one = required.identifier
            if one in catalogue.modules and one not in done and one not in found:
                found.add(one)
                waiting.append(one)
    return frozenset(found - {identifier})


@dataclass(slots=True)
class _Best:
    key: tuple[int, int, int, tuple[str, ...]]
    chosen: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Node:
    """Modules that are taken, and modules that were decided against."""

    chosen: frozenset[str] = frozenset()
    refused: frozenset[str] = frozenset()


class _Search:
    """Branch and bound over sets of modules that are closed under what their modules require."""

    def __init__(self, catalogue: Catalogue, items: Sequence[Item], have: Have) -> None:
        there = {
            identifier: module
            for identifier, module in sorted(catalogue.modules.items())
            if module.creative_work_status not in ("planned", "retired")
        }
        self._modules: dict[str, Module] = {one: there[one] for one in there if one not in have.done}
        self._closure = {
            one: frozenset({one, *(transitive(catalogue, one, have.done) & self._modules.keys())})
            for one in self._modules
        }
        candidates = {item: self._closers(item, there) for item in items}
        self.items = tuple(item for item in items if candidates[item])
        self.untaught = tuple(item for item in items if not candidates[item])
        self._candidates = candidates
        self._closes: dict[str, frozenset[Item]] = {
            one: frozenset(item for item in self.items if one in candidates[item]) for one in self._modules
        }
        self._order = sorted(self.items, key=lambda item: (len(candidates[item]), item))

    def _closers(self, item: Item, there: Mapping[str, Module]) -> tuple[str, ...]:
        taught = {
            identifier: reference.strength
            for identifier, module in there.items()
            for reference in module.teaches
            if (reference.competency, reference.level) == (item.competency, item.level)
        }
        practised = {one for one, strength in taught.items() if strength != "introduced"}
        left = [one for one in practised or taught if one in self._modules]
        return tuple(sorted(left, key=lambda one: (self._length(self._closure[one]), one)))

    def _length(self, modules: Iterable[str]) -> int:
        return sum(self._modules[one].minutes for one in modules)

    def _covered(self, chosen: Iterable[str]) -> set[Item]:
        return {item for one in chosen for item in self._closes[one]}

    def closed(self, chosen: frozenset[str]) -> frozenset[Item]:
        """The missing levels that a set closes, each with all lower ones of its competency."""
        covered = self._covered(chosen)
        closed: set[Item] = set()
        broken: set[str] = set()
        for item in self.items:  # in the order of levels within a competency
            if item in covered and item.competency not in broken:
                closed.add(item)
            else:
                broken.add(item.competency)
        return frozenset(closed)

    def best(self, minutes: int | None) -> tuple[frozenset[str], bool]:
        """The best set, and whether all were considered."""
        best = _Best(self._key(frozenset()), frozenset())
        waiting = [_Node()]
        pairs = sum(len(self._candidates[item]) for item in self.items)
        left = 2 * len(self.items) + MOST_LOOKS // (pairs + 1)
        while waiting:
            if not left:
                return best.chosen, False
            left -= 1
            waiting += reversed(list(self._further(waiting.pop(), minutes, best)))
        return best.chosen, True

    def _key(self, chosen: frozenset[str]) -> tuple[int, int, int, tuple[str, ...]]:
        """The smaller, the better: more levels, less time, fewer modules, earlier identifiers."""
        return -len(self.closed(chosen)), self._length(chosen), len(chosen), tuple(sorted(chosen))

    def _further(self, node: _Node, minutes: int | None, best: _Best) -> Iterator[_Node]:
        """Take note of a set if it is the best so far, and go on from it: one more level is closed by the
        first module that can, by the second without the first, and so on, or by none."""
        key = self._key(node.chosen)
        if key < best.key:
            best.key, best.chosen = key, node.chosen
        sure, open_, lost = self._open(node, minutes)
        if not open_ or (lost and minutes is None) or not self._hope(sure, open_, key[1], minutes, best):
            return
        item = next(item for item in self._order if item in open_)
        refused = node.refused
        for one in open_[item]:
            yield _Node(node.chosen | self._closure[one], refused)
            refused |= {one}
        if minutes is not None:
            yield _Node(node.chosen, refused)

    def _open(self, node: _Node, minutes: int | None) -> tuple[int, dict[Item, list[str]], bool]:
        """From a set on: how many levels it closes, those that can still be closed with the modules that can
        do it, and whether any is lost (with those above it)."""
        covered = self._covered(node.chosen)
        sure, open_ = 0, {}
        lost: set[str] = set()
        for item in self.items:
            if item.competency in lost:
                continue
            if item in covered:
                sure += 1
                continue
            left = [
                one
                for one in self._candidates[item]
                if not self._closure[one] & node.refused
                and (minutes is None or self._length(node.chosen | self._closure[one]) <= minutes)
            ]
            if left:
                open_[item] = left
            else:
                lost.add(item.competency)
        return sure, open_, bool(lost)

    def _hope(
        self, sure: int, open_: Mapping[Item, list[str]], length: int, minutes: int | None, best: _Best
    ) -> bool:
        """Whether a set that holds this one can be as good as the best. No level costs less than an equal
        share of the shortest module that closes it: levels are counted at their shares, cheapest first."""
        closing = Counter(one for left in open_.values() for one in left)
        shares = sorted(
            min(self._modules[one].minutes * _PARTS // closing[one] for one in left)
            for left in open_.values()
        )
        goal, least = -best.key[0], best.key[1] * _PARTS
        spent = length * _PARTS
        for count, share in enumerate((0, *shares), sure):
            spent += share
            if minutes is not None and spent > minutes * _PARTS:
                return False
            if count > goal or (count == goal and spent <= least):
                return True
        return False

    def steps(self, chosen: frozenset[str], closed: frozenset[Item]) -> Iterator[Step]:
        """The modules of a set: each after what it requires, lower levels first, then by identifier."""
        waiting = set(chosen)
        while waiting:
            ready = [one for one in waiting if not (self._closure[one] - {one}) & waiting]
            # In a circle, which is an error elsewhere, none is ready.
            one = min(ready or waiting, key=lambda name: (self._lowest(name, closed), name))
            waiting.remove(one)
            yield Step(
                one,
                self._modules[one].minutes,
                tuple(item for item in self.items if item in closed and item in self._closes[one]),
                tuple(sorted(other for other in chosen if other != one and one in self._closure[other])),
            )

    def _lowest(self, identifier: str, closed: frozenset[Item]) -> int:
        ranks = [item.rank for item in self._closes[identifier] & closed]
        return min(ranks, default=-1)
