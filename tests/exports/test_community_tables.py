"""Opportunities, overlaps and wishes as tables for a spreadsheet."""

from __future__ import annotations

import csv

import pytest

from oer_build.exports.community_tables import opportunities_csv, overlaps_csv
from oer_build.exports.tables import coverage_csv
from tests.builders import SITE, catalogue, competency, module
from tests.community import opportunity, organisation, source, wish


def rows(data: bytes) -> list[dict[str, str]]:
    assert data.count(b"\n") == data.count(b"\r\n"), "lines end as RFC 4180 says"
    return list(csv.DictReader(data.decode().splitlines(keepends=True)))


LINKED = catalogue(
    competency("users"),
    organisation("office"),
    organisation("hub"),
    opportunity(
        "a",
        "mentoring shadowing",
        ["users@working", "users"],
        provider="office hub",
        audience=("women", "returners"),
        grades=("below-senior",),
        region=("KE", "GB-SCT"),
        duration="P6M",
        start_date="2023-04",
        eligibility='Members, "all" of them',
        url="https://futures.example/",
        relations=[("complements", "b", "One sends out."), ("duplicates", "c", "The same.")],
        sources=(source(), source("other", title="A paper", url="")),
    ),
    opportunity("b", "mentoring", ["users"], audience=("all",)),
    opportunity("c", "board"),
    opportunity("d", "mentoring", ["users"], audience=("women",), relations=[("supersedes", "b", "Later.")]),
    wish("hub", 3, ["users"]),
    wish("more", 4, ["users@working", "users"]),
    module("first", ["users@working"]),
)


def test_an_opportunity_is_a_row_and_an_empty_cell_is_not_known() -> None:
    first, second, *_ = rows(opportunities_csv(LINKED))
    assert first == {
        "identifier": "a",
        "title": "A",
        "description": "About a.",
        "url": f"{SITE.url}opportunities/a/",
        "kind": "mentoring; shadowing",
        "stage": "live",
        "provider": "office; hub",
        "host": "",
        "direction": "",
        "audience": "women; returners",
        "eligibility": 'Members, "all" of them',
        "grades": "below-senior",
        "region": "KE; GB-SCT",
        "competencies": "users@working; users",
        "duration": "P6M",
        "startDate": "2023-04",
        "endDate": "",
        "howToApply": "",
        "ownPage": "https://futures.example/",
        "relations": "complements b; duplicates c",
        "sources": "https://guide.example/; A paper",
        "lastVerified": "2026-11-22",
    }
    assert second["region"] == second["duration"] == ""


def test_each_pair_has_a_row_and_one_more_for_each_further_judgement() -> None:
    found = [
        (row["first"], row["second"], row["alike"], row["judged"], row["relation"])
        for row in rows(overlaps_csv(LINKED))
    ]
    assert found == [
        ("a", "d", "yes", "no", ""),
        ("a", "b", "yes", "yes", "complements"),
        ("a", "c", "no", "yes", "duplicates"),
        ("b", "d", "yes", "yes", "supersedes"),
    ]


def test_a_judgement_says_who_said_what_of_which() -> None:
    judged = rows(overlaps_csv(LINKED))[3]
    assert (judged["of"], judged["to"], judged["reason"], judged["saidBy"]) == (
        "d",
        "b",
        "Later.",
        "The editors",
    )
    assert (judged["sharedKinds"], judged["sharedAudiences"]) == ("learning-from-a-person", "women")


def test_coverage_counts_who_wants_what_with_a_row_for_wishes_without_a_level() -> None:
    wanted = [(row["level"], row["taught"], row["wanted"]) for row in rows(coverage_csv(LINKED))]
    assert wanted == [
        ("awareness", "0", "0"),
        ("working", "1", "4"),
        ("practitioner", "0", "0"),
        ("expert", "0", "0"),
        ("", "0", "7"),
    ]


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t=", "\uff1d", " @"])
def test_no_cell_is_a_formula(sign: str) -> None:
    attack = f"{sign}HYPERLINK(1)"
    one = opportunity(
        "a",
        "mentoring",
        ["users"],
        title=attack,
        description=attack,
        eligibility=attack,
        how_to_apply=attack,
        audience=("all",),
        sources=(source(title=attack, url=""),),
        relations=[("complements", "b", attack)],
    )
    linked = catalogue(competency("users"), one, opportunity("b", "mentoring", ["users"], audience=("all",)))
    for data in (opportunities_csv(linked), overlaps_csv(linked)):
        cells = [cell for row in rows(data) for cell in row.values()]
        assert any(cell.startswith("'") for cell in cells)
        assert not [cell for cell in cells if cell.lstrip().startswith(("=", "+", "-", "@", "\uff1d"))]
