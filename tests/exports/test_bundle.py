"""A module to take away."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from pathlib import Path
from typing import Any

import pytest

from oer_build.diagnostics import Span
from oer_build.exports.bundle import bundle, epoch_of
from oer_build.exports.holdings import holdings, revision
from oer_build.lesson import Lesson, Link
from oer_build.model import Catalogue
from tests.builders import asset, catalogue, competency, module, picture_link, work
from tests.core.small_course import compiled

TEXT = "---\ntitle: Needs\n---\n\n## The situation\n"
SIDE_CAR = b"SPDX-FileCopyrightText: 2020 A photographer\nSPDX-License-Identifier: CC-BY-4.0\n"
LINKED = catalogue(
    competency("users", "C1"),
    competency("risks", "C2"),
    competency("teams", "C3"),
    module(
        "needs",
        ["users@working"],
        needs=["risks@awareness"],
        requires=["basics"],
        title="Needs",
        is_based_on=(work("Old *unit*", "OGL-UK-3.0", url="https://old.example/", changes="shortened"),),
        sources=(work("A paper", usage_info="Free to read online"),),
    ),
    module("basics"),
    asset("content/modules/needs/photo.jpg", "CC-BY-4.0", "2020 A photographer"),
    asset("content/modules/needs/chart.svg"),
    asset("content/shared/logo.svg", "CC0-1.0"),
)
CONTENTS = {
    "content/modules/needs/index.md": TEXT.encode(),
    "content/modules/needs/photo.jpg": b"\xff\xd8photo",
    "content/modules/needs/photo.jpg.license": SIDE_CAR,
    "content/modules/needs/chart.svg": b"<svg/>",
    "content/shared/logo.svg": b"<svg>logo</svg>",
    "competencies/framework.yml": b"identifier: digital-era\n",
    "competencies/users.yml": b"identifier: users\n",
    "competencies/risks.yml": b"identifier: risks\n",
    "competencies/teams.yml": b"identifier: teams\n",
}


def pack(linked: Catalogue = LINKED, **more: Any) -> bytes:
    given: dict[str, Any] = {"files": holdings(linked)["needs"], **more}
    return bundle(linked, linked.modules["needs"], given.pop("contents", CONTENTS), **given)


def unpack(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def test_the_files_lie_as_they_do_in_a_project() -> None:
    members = unpack(pack())
    assert list(members) == [
        "needs/ATTRIBUTION.md",
        "needs/LICENSE.md",
        "needs/competencies/framework.yml",
        "needs/competencies/risks.yml",
        "needs/competencies/users.yml",
        "needs/content/modules/needs/chart.svg",
        "needs/content/modules/needs/chart.svg.license",
        "needs/content/modules/needs/index.md",
        "needs/content/modules/needs/photo.jpg",
        "needs/content/modules/needs/photo.jpg.license",
        "needs/manifest.json",
    ]
    for path, content in CONTENTS.items():
        assert members.get(f"needs/{path}", content) == content


def test_a_file_whose_licence_is_kept_elsewhere_gets_a_side_car() -> None:
    members = unpack(pack())
    assert members["needs/content/modules/needs/photo.jpg.license"] == SIDE_CAR
    assert members["needs/content/modules/needs/chart.svg.license"] == (
        b"SPDX-FileCopyrightText: 2026 The course team\nSPDX-License-Identifier: CC-BY-SA-4.0\n"
    )


def test_what_only_the_text_refers_to_comes_along() -> None:
    place = Span("content/modules/needs/index.md", 9)
    text = Lesson(
        links=(
            picture_link("shared/logo.svg"),
            Link("internal", "competencies/teams/", place, "working"),
            Link("internal", "modules/basics/", place),
        )
    )
    members = unpack(pack(lesson=text))
    assert members["needs/content/shared/logo.svg"] == b"<svg>logo</svg>"
    assert "needs/competencies/teams.yml" in members
    assert not [name for name in members if "basics" in name], "another module is a bundle of its own"


def test_the_manifest_has_hashes_and_says_where_it_all_comes_from() -> None:
    members = unpack(pack())
    manifest = json.loads(members["needs/manifest.json"])
    assert {f"needs/{entry['path']}" for entry in manifest["files"]} == set(members) - {"needs/manifest.json"}
    for entry in manifest["files"]:
        data = members[f"needs/{entry['path']}"]
        assert (entry["sha256"], entry["bytes"]) == (hashlib.sha256(data).hexdigest(), len(data))
    licenses = {entry["path"]: entry.get("license") for entry in manifest["files"]}
    assert licenses["content/modules/needs/photo.jpg"] == "CC-BY-4.0"
    assert licenses["content/modules/needs/index.md"] == "CC-BY-SA-4.0"
    assert manifest["main"] == "content/modules/needs/index.md"
    assert manifest["url"] == "https://academy.example/course/modules/needs/"
    assert manifest["origin"]["commit"] == "0f3c9d1"
    assert manifest["revision"] == revision(LINKED.modules["needs"], holdings(LINKED)["needs"])
    assert manifest["requires"] == ["basics"]
    assert [entry["identifier"] for entry in manifest["competencies"]] == ["users", "risks"]
    assert manifest["isBasedOn"][0]["changes"] == "shortened"


def test_licence_and_credits_can_be_read() -> None:
    members = unpack(pack())
    licence = members["needs/LICENSE.md"].decode()
    assert "CC BY-SA 4.0 (https://creativecommons.org/licenses/by-sa/4.0/)" in licence
    assert "`content/modules/needs/photo.jpg`: CC BY 4.0" in licence
    credits = members["needs/ATTRIBUTION.md"].decode()
    assert '"Needs" (https://academy.example/course/modules/needs/) by The course team' in credits
    assert r"- Old \*unit\* by Someone else <https://old.example/>." in credits
    assert "Changes: shortened." in credits
    assert "- A paper by Someone else. Free to read online." in credits
    assert "2020 A photographer, CC BY 4.0" in credits


def test_the_same_contents_make_the_same_bytes() -> None:
    shuffled = dict(reversed(CONTENTS.items()))
    assert pack() == pack(contents=shuffled)
    with zipfile.ZipFile(io.BytesIO(pack(epoch=epoch_of("2026-11-21")))) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(2026, 11, 21, 0, 0, 0)}
        assert {entry.external_attr >> 16 for entry in archive.infolist()} == {0o100644}
        assert {entry.create_system for entry in archive.infolist()} == {3}


@pytest.mark.parametrize("epoch", [-1, 0, 10**12])
def test_a_moment_that_no_zip_can_hold_is_moved_to_the_nearest(epoch: int) -> None:
    with zipfile.ZipFile(io.BytesIO(pack(epoch=epoch))) as archive:
        assert archive.infolist()[0].date_time[0] in (1980, 2107)


def test_a_missing_file_is_a_fault_and_not_a_smaller_bundle() -> None:
    contents = {path: data for path, data in CONTENTS.items() if not path.endswith("photo.jpg")}
    with pytest.raises(KeyError):
        pack(contents=contents)


def test_unpacked_into_another_project_it_is_the_same_module(tmp_path: Path) -> None:
    picture = '<svg xmlns="http://www.w3.org/2000/svg"><title>Two people talk</title></svg>'
    side_car = "SPDX-FileCopyrightText: 2026 The demo team\nSPDX-License-Identifier: CC-BY-SA-4.0\n"
    folder = "content/modules/asking"
    here = compiled(
        tmp_path / "here", {f"{folder}/talk.svg": picture, f"{folder}/talk.svg.license": side_car}
    )
    packed = next(file for file in here.files if file.path == "modules/asking/asking.zip")
    there = tmp_path / "there"
    for name, data in unpack(packed.content).items():
        if name.startswith("asking/content/"):
            path = there / name.removeprefix("asking/")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
    again = compiled(there, {f"{folder}/index.md": None})
    assert not list(again.report)

    def facts(files: Any) -> Any:
        data = json.loads(next(file.content for file in files if file.path == "catalogue.json"))
        return next(entry for entry in data["modules"] if entry["identifier"] == "asking")

    assert facts(again.files) == facts(here.files)
