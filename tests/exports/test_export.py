"""Every file of the site that is not a page."""

from __future__ import annotations

import json

from oer_build.exports import export
from oer_build.files import Sources
from tests.builders import asset, catalogue, competency, module

LINKED = catalogue(
    competency("users", "C1"),
    module("needs", ["users@working"]),
    module("later", ["users@expert"], status="planned"),
    asset("content/modules/needs/photo.jpg", "CC-BY-4.0"),
)
SOURCES = Sources(
    records={
        "content/modules/needs/index.md": "text",
        "content/modules/later/index.md": "text",
        "competencies/users.yml": "identifier: users",
        "competencies/framework.yml": "identifier: digital-era",
    },
    side_cars={"content/modules/needs/photo.jpg": "SPDX-License-Identifier: CC-BY-4.0\n"},
)


def test_the_published_paths_are_those_of_the_contract() -> None:
    read: list[str] = []

    def content(file: str) -> bytes:
        read.append(file)
        return b"photo"

    files = {file.path: file for file in export(LINKED, {}, SOURCES, content)}
    paths = [path for path in files if not path.startswith(("ims/", "schemas/"))]
    assert paths == [
        "catalogue.json",
        "catalogue.schema.json",
        "catalogue.csv",
        "coverage.csv",
        "competency-map.svg",
        "modules/needs/needs.zip",
        "modules/needs/photo.jpg",
    ]
    assert files["modules/needs/photo.jpg"].copy_of == "content/modules/needs/photo.jpg"
    assert read == ["content/modules/needs/photo.jpg"]
    assert json.loads(files["schemas/module.schema.json"].content)["$id"] == "module.schema.json"
    assert "ims/case/v1p1/CFDocuments" in files


def test_a_site_with_no_competencies_publishes_no_empty_tables() -> None:
    paths = {file.path for file in export(catalogue(), {}, Sources(), lambda file: b"")}
    assert {"catalogue.json", "catalogue.csv"} <= paths
    assert not {"coverage.csv", "competency-map.svg", "ims/case/v1p1/CFDocuments"} & paths
