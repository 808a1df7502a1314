"""Which opportunities are much alike, and what somebody has said of it: the overlap report. Pure.

Two opportunities overlap when they offer the same kind of thing in the same country, let people practise a
common competency, and share whom they are for or where people go. A rule cannot judge whether that is waste
or help: a person does, and records it as a relation with a reason.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import combinations

from oer_build.model import Catalogue, Opportunity, Relation

FAMILIES: Mapping[str, str] = {
    "placement": "working-elsewhere",
    "secondment": "working-elsewhere",
    "exchange": "working-elsewhere",
    "shadowing": "learning-from-a-person",
    "mentoring": "learning-from-a-person",
    "peer-network": "taking-part-in-a-group",
    "focus-group": "taking-part-in-a-group",
    "board": "taking-part-in-a-group",
    "programme": "programme",
    "volunteering": "volunteering",
}
"""Kinds under what they have in common for the person who takes part: a placement and a secondment are both
time spent working in another organisation."""

EVERYONE = "all"
"""An audience that holds every other one."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """A relation as it was recorded, with the opportunity that recorded it."""

    said_of: str
    relation: Relation


@dataclass(frozen=True, slots=True)
class Pair:
    """Two opportunities, what they share, and what was said of them. The tuples hold identifiers, in the
    order of the first one's record."""

    first: str
    second: str
    families: tuple[str, ...]
    competencies: tuple[str, ...]
    audiences: tuple[str, ...]
    hosts: tuple[str, ...]
    near: bool = True
    """Whether both are open in one country. Where one does not say, it may be."""
    judgements: tuple[Judgement, ...] = ()

    @property
    def alike(self) -> bool:
        """Whether the rule finds them; a pair that it does not find is here because somebody judged it."""
        shared = self.families and self.competencies and self.near
        return bool(shared and (self.audiences or self.hosts))

    @property
    def name(self) -> str:
        """What the pair is called in addresses. No identifier holds a full stop, so no two pairs are called
        alike."""
        return f"{self.first}.{self.second}"

    @property
    def judged(self) -> bool:
        return bool(self.judgements)


def overlaps(catalogue: Catalogue) -> tuple[Pair, ...]:
    """Every pair that is alike or was judged: those not yet judged first, each in the order of the records.

    Cost grows with the pairs that share a competency, so with the square of the opportunities for one
    competency, of which there are tens.
    """
    opportunities = catalogue.opportunities
    order = {identifier: rank for rank, identifier in enumerate(opportunities)}
    candidates: set[tuple[str, str]] = set()
    for together in catalogue.practised_in.values():
        candidates |= {_ordered(one, two, order) for one, two in combinations(together, 2)}
    judged: dict[tuple[str, str], list[Judgement]] = {}
    for one in opportunities.values():
        for relation in one.relations:
            pair = _ordered(one.identifier, relation.target, order)
            judged.setdefault(pair, []).append(Judgement(one.identifier, relation))
    found = [
        _pair(opportunities[first], opportunities[second], tuple(judged.get((first, second), ())))
        for first, second in candidates | set(judged)
    ]
    kept = [pair for pair in found if pair.alike or pair.judged]
    return tuple(sorted(kept, key=lambda pair: (pair.judged, order[pair.first], order[pair.second])))


def _ordered(one: str, two: str, order: Mapping[str, int]) -> tuple[str, str]:
    return (one, two) if order[one] <= order[two] else (two, one)


def _pair(first: Opportunity, second: Opportunity, judgements: tuple[Judgement, ...]) -> Pair:
    return Pair(
        first.identifier,
        second.identifier,
        families=_shared(_families(first), _families(second)),
        competencies=_shared(_competencies(first), _competencies(second)),
        audiences=_audiences(first.audience, second.audience),
        hosts=_shared(_places(first), _places(second)),
        near=not first.region or not second.region or bool(_countries(first) & _countries(second)),
        judgements=judgements,
    )


def _shared(first: tuple[str, ...], second: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(value for value in dict.fromkeys(first) if value in second)


def _audiences(first: tuple[str, ...], second: tuple[str, ...]) -> tuple[str, ...]:
    """Groups that both are for. Who is open to all shares every group of the other; nothing stated shares
    nothing."""
    if EVERYONE in first:
        return second
    if EVERYONE in second:
        return first
    return _shared(first, second)


def _countries(one: Opportunity) -> frozenset[str]:
    return frozenset(code.partition("-")[0] for code in one.region)


def _families(one: Opportunity) -> tuple[str, ...]:
    return tuple(dict.fromkeys(FAMILIES[kind] for kind in one.kind))


def _competencies(one: Opportunity) -> tuple[str, ...]:
    return tuple(reference.competency for reference in one.competencies)


def _places(one: Opportunity) -> tuple[str, ...]:
    """The organisations in which people work or learn, and those that run it for their own people."""
    return tuple(reference.identifier for reference in (*one.host, *one.provider))
