"""The catalogue as data: what other programs may rely on."""

from __future__ import annotations

import csv
import dataclasses
import io
import json

import jsonschema

from oer_build.exports.catalogue import catalogue_data, catalogue_json, catalogue_schema
from oer_build.exports.holdings import holdings, revision
from oer_build.exports.tables import catalogue_csv, coverage_csv, to_csv
from oer_build.model import Site
from tests.builders import (
    LEVELS,
    asset,
    block,
    catalogue,
    competency,
    course,
    lesson,
    module,
    role,
)
from tests.community import opportunity, organisation, pack, story
from tests.programmes import day, programme, session

LINKED = catalogue(
    competency("users", "C1"),
    module("needs", ["users@working practised"], minutes=75, title="Finding out what people need"),
    module("later", ["users@expert"], status="planned", minutes=0),
    course("all", ["needs", "later"]),
    role("adviser", "users@working"),
    asset("content/modules/needs/chart.svg"),
)
LESSONS = {
    "modules/needs/": lesson(
        block("exercise"), block("challenge"), block("question", 1), block("question", 2), words=1240
    )
}


def rows(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode(), newline="")))


def test_a_record_keeps_its_authors_keys_after_identifier_title_and_url() -> None:
    module_data = catalogue_data(LINKED, LESSONS)["modules"][0]
    assert list(module_data) == [
        "identifier",
        "title",
        "url",
        "description",
        "teaches",
        "timeRequired",
        "license",
        "creativeWorkStatus",
        "words",
        "questions",
        "exercises",
        "revision",
    ]
    assert module_data["url"] == "https://academy.example/course/modules/needs/"
    assert module_data["teaches"] == [{"competency": "users", "level": "working", "strength": "practised"}]
    assert (module_data["words"], module_data["questions"], module_data["exercises"]) == (1240, 2, 2)


def test_a_module_without_a_text_has_no_words() -> None:
    later = catalogue_data(LINKED, LESSONS)["modules"][1]
    assert (later["words"], later["questions"], later["exercises"]) == (0, 0, 0)
    assert later["creativeWorkStatus"] == "planned"


def test_the_whole_is_as_the_contract_says_and_valid_under_its_schema() -> None:
    data = json.loads(catalogue_json(LINKED, LESSONS))
    assert list(data) == [
        "schemaVersion",
        "site",
        "framework",
        "competencies",
        "roles",
        "modules",
        "courses",
    ]
    jsonschema.Draft202012Validator.check_schema(catalogue_schema())
    jsonschema.validate(data, catalogue_schema())
    jsonschema.validate(json.loads(catalogue_json(catalogue(), {})), catalogue_schema())


def test_kinds_that_surround_a_course_are_there_where_the_site_has_them() -> None:
    record = {"title": "One", "kind": ["mentoring"], "url": "https://scheme.example/", "stage": "live"}
    linked = catalogue(
        opportunity("one", record=record),
        organisation("office"),
        pack("starter"),
        story("tax"),
        programme(day(1, session("opening", "09:30", 45)), record={"title": "Workshop"}),
    )
    data = json.loads(catalogue_json(linked, {}))
    jsonschema.validate(data, catalogue_schema())
    kinds = ("programmes", "opportunities", "organisations", "packs", "stories")
    assert {kind: [one["identifier"] for one in data[kind]] for kind in kinds} == {
        "programmes": ["workshop"],
        "opportunities": ["one"],
        "organisations": ["office"],
        "packs": ["starter"],
        "stories": ["tax"],
    }
    (one,) = data["opportunities"]
    assert one["url"].endswith("/opportunities/one/")
    assert one["ownPage"] == "https://scheme.example/"
    assert (one["kind"], one["stage"]) == (["mentoring"], "live")


def test_without_a_site_address_urls_are_relative_to_the_file() -> None:
    data = catalogue_data(dataclasses.replace(LINKED, site=Site("Course", "CC-BY-SA-4.0")), {})
    assert data["modules"][0]["url"] == "modules/needs/"
    assert "url" not in data["site"]


def test_the_same_catalogue_gives_the_same_bytes() -> None:
    assert catalogue_json(LINKED, LESSONS) == catalogue_json(LINKED, LESSONS)
    assert b"\r" not in catalogue_json(LINKED, LESSONS)


def test_the_revision_follows_text_front_matter_and_files_and_nothing_else() -> None:
    original = LINKED.modules["needs"]
    files = holdings(LINKED)["needs"]
    known = revision(original, files)
    assert revision(dataclasses.replace(original, body="Another text."), files) != known
    assert revision(dataclasses.replace(original, record={**original.record, "title": "New"}), files) != known
    assert revision(original, ()) != known
    assert revision(original, [dataclasses.replace(files[0], digest="cd" * 32)]) != known
    assert revision(dataclasses.replace(original, body_line=99), files) == known


def test_the_table_has_a_row_for_each_module() -> None:
    first, second = rows(catalogue_csv(LINKED, LESSONS))
    assert first["teaches"] == "users@working (practised)"
    assert (first["courses"], first["minutes"], first["words"]) == ("all", "75", "1240")
    assert first["licenseUrl"] == "https://creativecommons.org/licenses/by-sa/4.0/"
    assert (second["creativeWorkStatus"], second["minutes"]) == ("planned", "")
    assert catalogue_csv(LINKED, LESSONS).count(b"\r\n") == 3


def test_a_spreadsheet_runs_nothing_that_an_author_wrote() -> None:
    linked = catalogue(
        module(
            "a", title='=HYPERLINK("https://evil.example")', description="-1+1, said\nsomeone", owner="@cmd"
        )
    )
    (row,) = rows(catalogue_csv(linked, {}))
    assert row["title"] == '\'=HYPERLINK("https://evil.example")'
    assert row["description"] == "'-1+1, said\nsomeone"
    assert row["owner"] == "'@cmd"
    dangerous = ("=1", "+1", "-1", "@a", "\ta", "\ra", "safe")
    data = to_csv(("h",), ((text,) for text in dangerous)).decode()
    assert [row[0] for row in csv.reader(io.StringIO(data, newline=""))][1:] == [
        *("'" + text for text in dangerous[:-1]),
        "safe",
    ]


def test_coverage_has_a_row_for_each_competency_at_each_level() -> None:
    table = rows(coverage_csv(LINKED))
    assert [row["level"] for row in table] == list(LEVELS)
    working, expert = table[1], table[3]
    assert (working["code"], working["taught"], working["practised"], working["assessed"]) == (
        "C1",
        "1",
        "1",
        "0",
    )
    assert (working["minutes"], working["modules"]) == ("75", "needs")
    assert (expert["taught"], expert["planned"], expert["plannedModules"]) == ("0", "1", "later")
