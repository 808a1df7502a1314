"""A pack to take away: everything that it names, every licence and every credit, the same bytes each time."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from collections.abc import Mapping

import pytest

from oer_build.diagnostics import Span
from oer_build.exports import export
from oer_build.exports.holdings import holdings
from oer_build.exports.pack_bundle import pack_bundle, wanted
from oer_build.files import Sources
from oer_build.lesson import Lesson, Link
from oer_build.model import Catalogue, Person
from tests.builders import SITE, asset, catalogue, competency, module, picture_link, work
from tests.community import opportunity, organisation, pack, source
from tests.exports.test_bundle import unpack
from tests.programmes import day, programme, session

SIDE_CAR = b"SPDX-FileCopyrightText: 2020 A photographer\nSPDX-License-Identifier: CC-BY-4.0\n"


def linked() -> Catalogue:
    return catalogue(
        competency("users"),
        module(
            "needs",
            ["users@working"],
            license="CC-BY-4.0",
            title="Needs",
            is_based_on=(work("Old unit", "OGL-UK-3.0"),),
        ),
        module("other"),
        organisation("office", sources=(source(title="About the office"),)),
        organisation("elsewhere"),
        opportunity("mentors", host="office", sources=(source(title="Mentors *wanted*"),)),
        programme(
            day(1, session("opening", "09:30", 45)),
            creator=(Person("The host"),),
            sources=(source(title="A handbook"),),
        ),
        asset("content/modules/needs/photo.jpg", "CC-BY-4.0", "2020 A photographer"),
        asset("content/modules/other/plan.pdf", "CC0-1.0", "2021 A planner"),
        asset("content/packs/starter/cards.pdf", "CC0-1.0", "2026 A drawer"),
        asset("content/programmes/workshop/sheet.pdf", "CC-BY-SA-4.0", "2026 A host"),
        asset("content/shared/logo.svg", "CC-BY-SA-4.0", "2026 A designer"),
        asset("content/shared/unused.svg"),
        pack(
            "starter",
            modules="needs",
            opportunities="mentors",
            programmes="workshop",
            handouts="packs/starter/cards.pdf modules/other/plan.pdf",
            title="A *pack*",
            creator=(Person("The <b>editors</b>"),),
            sources=(source(title="A <i>guide</i>"),),
        ),
    )


LESSONS = {
    "modules/needs/": Lesson(links=(picture_link("shared/logo.svg"),)),
    "modules/other/": Lesson(links=(picture_link("shared/unused.svg"),)),
    "packs/starter/": Lesson(links=(Link("internal", "modules/other/", Span("x")),)),
}
RECORDS = {
    "content/packs/starter/index.md",
    "content/modules/needs/index.md",
    "content/programmes/workshop/index.md",
    "content/opportunities/mentors.md",
    "content/organisations/office.yml",
}
ASSETS = {
    "content/modules/needs/photo.jpg",
    "content/modules/other/plan.pdf",
    "content/packs/starter/cards.pdf",
    "content/programmes/workshop/sheet.pdf",
    "content/shared/logo.svg",
}


def bundled(lessons: Mapping[str, Lesson] = LESSONS, turned: bool = False) -> bytes:
    made = linked()
    records, assets = wanted(made, made.packs["starter"], holdings(made), lessons)
    names = [*records, *(one.file for one in assets)]
    contents = {name: f"content of {name}".encode() for name in (reversed(names) if turned else names)}
    contents["content/modules/needs/photo.jpg.license"] = SIDE_CAR
    return pack_bundle(made, made.packs["starter"], contents, assets, 1_700_000_000)


def test_it_holds_what_the_pack_names_what_its_texts_show_and_nothing_else() -> None:
    made = linked()
    records, assets = wanted(made, made.packs["starter"], holdings(made), LESSONS)
    assert set(records) == RECORDS
    assert {one.file for one in assets} == ASSETS
    assert len(records) == len(RECORDS) and len(assets) == len(ASSETS), "each once"


def test_everything_lies_as_in_a_project_each_file_with_its_licence_beside_it() -> None:
    members = unpack(bundled())
    notes = {"LICENSE.md", "ATTRIBUTION.md", "manifest.json"}
    expected = RECORDS | ASSETS | {f"{name}.license" for name in ASSETS} | notes
    assert set(members) == {f"starter/{name}" for name in expected}
    assert members["starter/content/modules/needs/photo.jpg.license"] == SIDE_CAR
    assert members["starter/content/packs/starter/cards.pdf.license"] == (
        b"SPDX-FileCopyrightText: 2026 A drawer\nSPDX-License-Identifier: CC0-1.0\n"
    )


def test_every_licence_can_be_read() -> None:
    note = unpack(bundled())["starter/LICENSE.md"].decode()
    for line in (
        r"# Licences of A \*pack\*",
        "The text of the pack is licensed under CC BY-SA 4.0",
        "The programme Workshop is licensed under CC BY-SA 4.0",
        "What is said of opportunities and organisations is licensed under CC BY-SA 4.0",
        "- `content/packs/starter/cards.pdf`: CC0 1.0",
        "- `content/modules/other/plan.pdf`: CC0 1.0",
        "- `content/shared/logo.svg`: CC BY-SA 4.0",
        "# Licence of Needs",
        "- `content/modules/needs/photo.jpg`: CC BY 4.0",
    ):
        assert line in note, line


def test_everybody_whose_work_is_in_it_is_credited() -> None:
    note = unpack(bundled())["starter/ATTRIBUTION.md"].decode()
    for line in (
        r"Put together by The &lt;b\>editors&lt;/b\>.",
        "The programme Workshop is by The host.",
        "- `content/packs/starter/cards.pdf`: 2026 A drawer, CC0 1.0",
        "- `content/shared/logo.svg`: 2026 A designer, CC BY-SA 4.0",
        r"- A &lt;i\>guide&lt;/i\> by A ministry <https://guide.example/>.",
        r"- Mentors \*wanted\* by A ministry <https://guide.example/>.",
        "- A handbook by A ministry",
        "- About the office by A ministry",
        "# Attributions of Needs",
        "- Old unit by Someone else.",
        "- `content/modules/needs/photo.jpg`: 2020 A photographer, CC BY 4.0",
    ):
        assert line in note, line
    assert note.count("A handbook") == 1


def test_the_manifest_has_hashes_and_says_where_it_all_comes_from() -> None:
    members = unpack(bundled())
    manifest = json.loads(members["starter/manifest.json"])
    assert {f"starter/{entry['path']}" for entry in manifest["files"]} == set(members) - {
        "starter/manifest.json"
    }
    for entry in manifest["files"]:
        data = members[f"starter/{entry['path']}"]
        assert (entry["sha256"], entry["bytes"]) == (hashlib.sha256(data).hexdigest(), len(data))
    assert (manifest["kind"], manifest["url"]) == ("pack", f"{SITE.url}packs/starter/")
    assert (manifest["modules"], manifest["opportunities"]) == (["needs"], ["mentors"])
    assert manifest["programmes"] == ["workshop"]


def test_the_same_contents_make_the_same_bytes() -> None:
    assert bundled() == bundled(turned=True)
    with zipfile.ZipFile(io.BytesIO(bundled())) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(2023, 11, 14, 22, 13, 20)}
        assert {entry.external_attr >> 16 for entry in archive.infolist()} == {0o100644}


def test_a_missing_file_is_a_fault_and_not_a_smaller_pack() -> None:
    made = linked()
    sources = Sources(records=dict.fromkeys(RECORDS - {"content/opportunities/mentors.md"}, "text"))
    with pytest.raises(KeyError):
        tuple(export(made, LESSONS, sources, lambda file: b"bytes"))


def test_the_site_publishes_it_beside_its_page() -> None:
    made = linked()
    records = [
        *made.modules.values(),
        *made.packs.values(),
        *made.opportunities.values(),
        *made.organisations.values(),
        *made.programmes.values(),
    ]
    sources = Sources(records={one.span.file: "text" for one in records})
    files = {file.path: file for file in export(made, LESSONS, sources, lambda file: b"bytes")}
    assert "starter/content/shared/logo.svg" in unpack(files["packs/starter/starter.zip"].content)
    assert {"opportunities.csv", "overlaps.csv"} <= set(files)
