"""The framework as a CASE 1.1 package: its shape, and identities that outlive titles and addresses."""

from __future__ import annotations

import dataclasses
import json
import os
import uuid
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from oer_build.exports import case
from oer_build.model import Catalogue, Person, Site
from tests.builders import SITE, catalogue, competency, crosswalk, framework

SCHEMA = Path(
    os.environ.get("OER_CASE_SCHEMA")
    or Path(__file__).parents[2].parent / "shared" / "data" / "case-v1p1-cfpackage.json"
)


def users(**more: Any) -> Any:
    return competency(
        "users",
        "C1",
        **{
            "title": "Users",
            "indicators": [
                ("awareness", "a1", "knowledge", "Knows who uses the service."),
                ("working", "w1", "skill", "Interviews people."),
                ("working", "", "", "Writes down what was said."),
            ],
            "associations": [("precedes", "risks"), ("inspires", "risks")],
            **more,
        },
    )


def linked(*more: Any, **given: Any) -> Catalogue:
    records = more or (users(), competency("risks", "C2"))
    return catalogue(*records, crosswalk("other", ("users", "exactMatchOf", "1.2")), **given)


def every(package: dict[str, Any]) -> list[dict[str, Any]]:
    """Every object of a package that has an identity of its own."""
    definitions = package["CFDefinitions"]
    return [
        package["CFDocument"],
        *package["CFItems"],
        *package["CFAssociations"],
        *(entry for group in definitions.values() for entry in group),
    ]


def identities(package: dict[str, Any]) -> list[str]:
    return [entry["identifier"] for entry in every(package)]


@pytest.mark.skipif(not SCHEMA.is_file(), reason="the official schema is not here (OER_CASE_SCHEMA)")
@pytest.mark.parametrize(
    "framed",
    [
        linked(),
        linked(site=Site("Course", "CC-BY-SA-4.0")),
        linked(framework([]), competency("users"), competency("risks")),
        linked(
            framework(license="", date_published="2026", creator=(Person("A"), Person("B"))), users(), users()
        ),
    ],
)
def test_the_package_is_valid_under_the_official_schema(framed: Catalogue) -> None:
    schema = json.loads(SCHEMA.read_text())
    validator = jsonschema.Draft201909Validator(
        schema, format_checker=jsonschema.Draft201909Validator.FORMAT_CHECKER
    )
    assert [error.message for error in validator.iter_errors(case.package(framed))] == []


def test_every_child_leads_to_its_parent_and_in_the_end_to_the_document() -> None:
    package = case.package(linked())
    document = package["CFDocument"]["identifier"]
    parents = {
        entry["originNodeURI"]["identifier"]: entry["destinationNodeURI"]["identifier"]
        for entry in package["CFAssociations"]
        if entry["associationType"] == "isChildOf"
    }
    items = {item["identifier"]: item for item in package["CFItems"]}
    assert set(parents) == set(items)
    tree = {}
    for identifier, item in items.items():
        parent = parents[identifier]
        tree[item["fullStatement"]] = "document" if parent == document else items[parent]["fullStatement"]
    scale = "Levels: Awareness, Working, Practitioner, Expert"
    assert tree == {
        "A public servant can do users.": "document",
        "Knows who uses the service.": "A public servant can do users.",
        "Interviews people.": "A public servant can do users.",
        "Writes down what was said.": "A public servant can do users.",
        "A public servant can do risks.": "document",
        scale: "document",
        "Awareness. A person at awareness.": scale,
        "Working. A person at working.": scale,
        "Practitioner. A person at practitioner.": scale,
        "Expert. A person at expert.": scale,
    }


def test_an_indicator_says_its_kind_and_its_level() -> None:
    package = case.package(linked())
    item = next(i for i in package["CFItems"] if i["fullStatement"] == "Interviews people.")
    assert (item["CFItemType"], item["educationLevel"], item["humanCodingScheme"]) == (
        "Skill",
        ["Working"],
        "C1.w1",
    )
    level = case.level_identifier(framework(), "working")
    assert [
        entry["destinationNodeURI"]["title"]
        for entry in package["CFAssociations"]
        if entry["associationType"] == "hasSkillLevel"
        and entry["originNodeURI"]["identifier"] == item["identifier"]
        and entry["destinationNodeURI"]["identifier"] == level
    ] == ["Working"]


def test_identities_are_uuids_and_unique() -> None:
    found = identities(case.package(linked()))
    assert len(found) == len(set(found))
    assert all(str(uuid.UUID(text)) == text for text in found)


def test_identities_survive_new_titles_texts_dates_and_a_move_of_the_site() -> None:
    renamed = users(
        title="People",
        full_statement="Another statement.",
        indicators=[
            ("awareness", "a1", "skill", "New words."),
            ("working", "w1", "skill", "More new words."),
            ("working", "", "", "And more."),
        ],
    )
    before = case.package(linked())
    after = case.package(
        linked(
            framework(title="Another title", version="2.0", date_published="2027-01-01", license="CC-BY-4.0"),
            renamed,
            competency("risks", "R9", "Dangers"),
            site=dataclasses.replace(SITE, url="https://elsewhere.example/"),
        )
    )
    kept = {entry["identifier"] for entry in every(before) if "licenseText" not in entry}
    kept -= {e["identifier"] for e in before["CFDefinitions"]["CFItemTypes"] if e["title"] == "Knowledge"}
    assert kept <= set(identities(after))
    assert before["CFDocument"]["identifier"] == after["CFDocument"]["identifier"]


def test_another_framework_has_other_identities() -> None:
    here = set(identities(case.package(linked())))
    there = set(
        identities(case.package(linked(framework(identifier="another"), users(), competency("risks"))))
    )
    assert not here & there


def test_an_indicator_with_an_identifier_may_be_moved_and_one_without_is_known_by_its_place() -> None:
    frame = framework()
    first, second = users().indicators[1:]
    assert case.indicator_identifier(frame, "users", first, 1) == case.indicator_identifier(
        frame, "users", first, 5
    )
    assert case.indicator_identifier(frame, "users", second, 1) != case.indicator_identifier(
        frame, "users", second, 2
    )


def test_the_rule_for_identities_is_permanent() -> None:
    """Published packages are aligned to: these values must never change."""
    frame = framework(identifier="digital-era")
    assert case.document_identifier(frame) == "e97d69f0-b254-505d-82ff-cd9840647dcd"
    assert case.item_identifier(frame, "users") == "1202e41e-4139-58d7-afa2-47f3bcd0d064"


def test_relations_keep_the_vocabulary_of_case() -> None:
    package = case.package(linked())
    kinds = [entry["associationType"] for entry in package["CFAssociations"]]
    assert "precedes" in kinds and "ext:inspires" in kinds
    (crossed,) = [e for e in package["CFAssociations"] if "CFAssociationGroupingURI" in e]
    assert crossed["associationType"] == "exactMatchOf"
    assert crossed["destinationNodeURI"]["uri"] == "https://frameworks.example/other/1.2"
    assert uuid.UUID(crossed["destinationNodeURI"]["identifier"])
    (group,) = package["CFDefinitions"]["CFAssociationGroupings"]
    assert group["identifier"] == crossed["CFAssociationGroupingURI"]["identifier"]


def test_items_of_another_framework_are_told_apart_where_they_share_one_address() -> None:
    whole = "https://frameworks.example/other.pdf"
    links = crosswalk("other", ("users", "isRelatedTo", "1.2"), ("users", "isRelatedTo", "1.3"))
    links = dataclasses.replace(
        links, associations=tuple(dataclasses.replace(link, target_uri=whole) for link in links.associations)
    )
    package = case.package(catalogue(competency("users"), links))
    found = identities(package)
    assert len(found) == len(set(found))
    targets = [e["destinationNodeURI"] for e in package["CFAssociations"] if "CFAssociationGroupingURI" in e]
    assert {target["uri"] for target in targets} == {whole}
    assert len({target["identifier"] for target in targets}) == 2


def test_a_relation_that_is_written_twice_is_one() -> None:
    twice = competency("users", associations=[("precedes", "risks"), ("precedes", "risks")])
    found = identities(case.package(catalogue(twice, competency("risks"))))
    assert len(found) == len(set(found))


def test_dates_come_from_the_records_and_never_from_the_clock() -> None:
    package = case.package(linked())
    assert {entry["lastChangeDateTime"] for entry in every(package)} == {"2026-03-01T00:00:00Z"}
    assert case.date_time("2026") == "2026-01-01T00:00:00Z"
    assert case.date_time("2026-05") == "2026-05-01T00:00:00Z"
    assert case.date_time("soon") == "1970-01-01T00:00:00Z"


def test_the_listing_leads_to_the_package() -> None:
    framed = linked()
    (document,) = case.documents(framed)["CFDocuments"]
    paths = case.files(framed)
    assert document["CFPackageURI"]["uri"] == SITE.url + case.package_path(framework())
    assert list(paths) == [f"ims/case/v1p1/CFPackages/{document['identifier']}", "ims/case/v1p1/CFDocuments"]
    assert "CFPackageURI" not in case.package(framed)["CFDocument"], "inside a package it is not allowed"


def test_without_a_framework_there_is_nothing_to_publish() -> None:
    assert case.files(catalogue()) == {}


def test_without_a_site_address_every_uri_is_a_urn() -> None:
    package = case.package(linked(site=Site("Course", "CC-BY-SA-4.0")))
    assert all(item["uri"] == f"urn:uuid:{item['identifier']}" for item in package["CFItems"])


def test_with_one_competencies_lead_to_their_pages() -> None:
    item = case.package(linked())["CFItems"][0]
    assert item["uri"] == "https://academy.example/course/competencies/users/"
