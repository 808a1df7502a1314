"""Which opportunities are much alike, and what was said of them."""

from __future__ import annotations

import time

import pytest

from oer_build.analysis.overlap import FAMILIES, Pair, overlaps
from oer_build.model import Opportunity
from oer_build.schema.opportunity import KINDS
from tests.builders import catalogue, competency
from tests.community import opportunity, organisation


def pairs(*opportunities: Opportunity) -> tuple[Pair, ...]:
    names = ("users", "teams", "data")
    return overlaps(
        catalogue(
            *(competency(name) for name in names),
            *(organisation(name) for name in ("office", "hub")),
            *opportunities,
        )
    )


def like(identifier: str, kind: str = "mentoring", practises: str = "users", **more: object) -> Opportunity:
    more.setdefault("audience", ("women",))
    return opportunity(identifier, kind, practises.split(), **more)  # type: ignore[arg-type]


def test_two_are_alike_when_they_share_kind_competency_and_people() -> None:
    (pair,) = pairs(like("a"), like("b"))
    assert (pair.first, pair.second, pair.alike, pair.judged) == ("a", "b", True, False)
    assert (pair.families, pair.competencies) == (("learning-from-a-person",), ("users",))
    assert (pair.audiences, pair.hosts) == (("women",), ())


@pytest.mark.parametrize(
    "other",
    [
        like("b", "board"),
        like("b", practises="data"),
        like("b", audience=("men",)),
        like("b", audience=()),
        like("b", practises=""),
    ],
    ids=[
        "another kind",
        "another competency",
        "other people",
        "nobody knows for whom",
        "nothing to practise",
    ],
)
def test_one_thing_in_common_too_few_and_they_are_not(other: Opportunity) -> None:
    assert pairs(like("a"), other) == ()


def test_the_same_place_stands_for_the_same_people() -> None:
    (pair,) = pairs(like("a", host="office", audience=()), like("b", provider="hub office", audience=()))
    assert pair.hosts == ("office",)
    assert pairs(like("a", host="office", audience=()), like("b", provider="hub", audience=())) == ()


def test_a_placement_a_secondment_and_an_exchange_are_one_kind_of_thing() -> None:
    found = pairs(like("a", "placement"), like("b", "secondment"), like("c", "exchange"), like("d", "board"))
    assert [(pair.first, pair.second) for pair in found] == [("a", "b"), ("a", "c"), ("b", "c")]


def test_every_kind_belongs_to_a_family() -> None:
    assert set(FAMILIES) == set(KINDS)


@pytest.mark.parametrize(
    ("first", "second", "shared"),
    [
        (("all",), ("women", "returners"), ("women", "returners")),
        (("women",), ("all",), ("women",)),
        (("all",), ("all",), ("all",)),
        (("women", "returners"), ("returners", "women"), ("women", "returners")),
        (("all",), (), ()),
        ((), ("all",), ()),
    ],
)
def test_who_is_open_to_all_shares_every_group_but_not_what_nobody_knows(
    first: tuple[str, ...], second: tuple[str, ...], shared: tuple[str, ...]
) -> None:
    found = pairs(like("a", audience=first), like("b", audience=second))
    assert [pair.audiences for pair in found] == ([shared] if shared else [])


def test_a_judgement_counts_from_whichever_side_it_was_written_and_both_are_kept() -> None:
    one = like("a", relations=[("complements", "b", "One sends out.")])
    two = like("b", relations=[("duplicates", "a", "The same people.")])
    (pair,) = pairs(one, two)
    said = [(judgement.said_of, judgement.relation.type) for judgement in pair.judgements]
    assert said == [("a", "complements"), ("b", "duplicates")]
    (turned,) = pairs(like("a"), two)
    assert (turned.first, turned.judged, turned.judgements[0].said_of) == ("a", True, "b")


def test_what_somebody_compared_is_there_though_the_rule_would_not_find_it() -> None:
    (pair,) = pairs(like("a", "board", relations=[("supersedes", "b", "It came after.")]), like("b"))
    assert (pair.alike, pair.judged) == (False, True)


def test_pairs_that_wait_for_a_judgement_come_first_each_in_the_order_of_the_records() -> None:
    found = pairs(like("a", relations=[("complements", "b", "R.")]), like("b"), like("c"))
    assert [(pair.first, pair.second, pair.judged) for pair in found] == [
        ("a", "c", False),
        ("b", "c", False),
        ("a", "b", True),
    ]


def test_a_pair_that_shares_two_competencies_is_one_pair() -> None:
    (pair,) = pairs(like("a", practises="users teams"), like("b", practises="teams data users"))
    assert pair.competencies == ("users", "teams")


def test_pairs_have_names_that_cannot_be_mistaken() -> None:
    found = pairs(like("a"), like("b--c"), like("a--b"), like("c"))
    assert len({pair.name for pair in found}) == len(found) == 6


def test_a_thousand_opportunities_that_share_little_cost_little() -> None:
    names = [f"skill-{number}" for number in range(100)]
    many = [like(f"o{number:04}", practises=names[number % 100]) for number in range(1000)]
    linked = catalogue(*(competency(name) for name in names), *many)
    began = time.process_time()
    assert len(overlaps(linked)) == 100 * 45
    assert time.process_time() - began < 2
