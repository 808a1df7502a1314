"""Whatever words an author chooses, they stay words: on pages, in data, in what readers take away."""

from __future__ import annotations

import csv
import gzip
import json
import re
import xml.etree.ElementTree as ET
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import markdown
import pytest
import yaml

from oer_build.diagnostics import Report
from oer_build.exports.citation import Citation, cite
from oer_build.files.svg import check_svg
from oer_build.model import Site
from oer_build.schema import KINDS, json_schema
from tests.cli.tiny import oer
from tests.core.small_course import compiled
from tests.security.dangers import dangers, pages
from tests.security.hostile import ATTACK, RECORDS, bad, files
from tests.site.html import Element, parse

PROSE = {"rationale", "definition"}
"""Fields of Markdown, where the attack is written as code."""

NAMES = {"shownOn", "handouts"}
"""Fields whose text must name a page or a file that is there: any other is an error."""


def squeezed(text: str) -> str:
    return " ".join(text.split())


def strings(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for item in value.values():
            yield from strings(item)
    elif isinstance(value, list):
        for item in value:
            yield from strings(item)
    elif isinstance(value, str):
        yield value


def free_texts(schema: dict[str, Any], definitions: dict[str, Any]) -> Iterator[str]:
    """The keys of a schema, at any depth, under which an author may write any line or text."""
    for key, field in schema.get("properties", {}).items():
        for part in _parts(field, definitions):
            free = "string" in part.get("type", ()) and not {"enum", "examples", "format"} & set(part)
            if free and part.get("pattern", "^[^\\n]*\\n?$") == "^[^\\n]*\\n?$":
                yield key
            yield from free_texts(part, definitions)


def _parts(field: dict[str, Any], definitions: dict[str, Any]) -> Iterator[dict[str, Any]]:
    if "$ref" in field:
        field = definitions[field["$ref"].rpartition("/")[2]]
    yield field
    for inner in (
        *field.get("anyOf", ()),
        *field.get("oneOf", ()),
        field.get("items"),
        field.get("additionalProperties"),
    ):
        if isinstance(inner, dict):
            yield from _parts(inner, definitions)


@pytest.mark.parametrize("kind", KINDS)
def test_the_hostile_course_attacks_every_field_that_takes_any_text(kind: str) -> None:
    schema = json_schema(kind)
    written = json.dumps(RECORDS[kind][1])
    for key in set(free_texts(schema, schema.get("$defs", {}))) - NAMES:
        values = re.findall(rf'"{key}": (\[?"(?:[^"\\]|\\.)*")', written)
        assert any("alert(1)" in value for value in values), f"{key} of {kind}"


def test_no_page_runs_loads_or_styles_anything(published: Path) -> None:
    found = pages(published)
    assert len(found) > 20
    assert {path: list(dangers(page)) for path, page in found.items() if any(dangers(page))} == {}


PAGES = {
    "modules/asking/index.html": ["module title", "module description", "competency title", "unit title"],
    "competencies/listening/index.html": ["competency title", "competency statement", "role title"],
    "roles/adviser/index.html": ["role title", "role description", "competency title"],
    "courses/demo/index.html": ["course title", "unit title", "unit description", "module title"],
    "crosswalks/theirs/index.html": ["crosswalk title", "crosswalk target title", "crosswalk note"],
    "framework/index.html": ["framework title", "level title", "framework description"],
    "glossary/index.html": ["term", "synonym"],
    "catalogue/index.html": ["module title", "level title"],
    "coverage/index.html": ["competency title", "level title"],
    "licenses/index.html": ["based source title", "based source creator", "based changes", "asset holder"],
    "map/index.html": ["competency title", "level title"],
    "page/index.html": ["article title"],
    "opportunities/index.html": ["opportunity title", "opportunity description", "organisation title"],
    "opportunities/mentors/index.html": [
        "opportunity title", "eligibility", "how to apply", "relation reason", "relation voice",
        "practice note", "opportunity source title", "call title", "organisation title",
    ],
    "overlaps/index.html": ["opportunity title", "eligibility", "relation reason", "relation voice"],
    "organisations/index.html": ["organisation title", "organisation other name"],
    "organisations/hub/index.html": [
        "organisation title", "contact role", "purpose", "objective", "facility", "offer", "story title",
    ],
    "packs/index.html": ["pack title", "pack description"],
    "packs/starter/index.html": [
        "pack title", "pack description", "module title", "asset holder", "pack source title",
        "programme title", "opportunity title",
    ],
    "stories/index.html": ["story title", "story time"],
    "stories/tax/index.html": ["story title", "story time", "story note", "story source title"],
    "taking-part/index.html": ["call title", "call file", "call template", "wish topic", "wish asked"],
}  # fmt: skip


@pytest.mark.parametrize("path", PAGES)
def test_a_page_shows_the_words_exactly_as_they_were_written(path: str, published: Path) -> None:
    page = parse((published / path).read_text("utf-8"))
    for place in PAGES[path]:
        assert squeezed(bad(place)) in page.text, place


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("modules/asking", "module"),
        ("courses/demo", "course"),
        ("roles/adviser", "role"),
        ("competencies/listening", "competency"),
        ("page", "article"),
        ("opportunities/mentors", "opportunity"),
        ("organisations/hub", "organisation"),
        ("packs/starter", "pack"),
        ("stories/tax", "story"),
    ],
)
def test_the_head_of_a_page_holds_them_as_values(path: str, kind: str, published: Path) -> None:
    page = parse((published / path / "index.html").read_text("utf-8"))
    head = page.one("head")
    assert head is not None
    said = {meta["property"] or meta["name"]: meta["content"] for meta in head.all("meta")}
    assert said["og:title"].endswith(bad(f"{kind} title"))  # a competency has its code before it
    assert bad(f"{kind} title") in "".join(title.source for title in head.all("title"))
    if kind != "competency":
        assert said["description"] == said["og:description"] == bad(f"{kind} description")
    (data,) = [json.loads(script.source) for script in head.all("script", type="application/ld+json")]
    assert bad(f"{kind} title") in set(strings(data))


def test_linked_data_cannot_end_its_script(published: Path) -> None:
    for path, page in pages(published).items():
        for script in page.all("script", type="application/ld+json"):
            assert "<" not in script.source, path


KEPT = (
    *("framework", "competency", "role", "module", "course"),
    *("opportunity", "organisation", "pack", "story"),
)
"""Kinds whose records `catalogue.json` holds as they were written."""


def test_data_files_hold_the_words_unchanged(published: Path) -> None:
    data = json.loads((published / "catalogue.json").read_text("utf-8"))
    said = set(strings(data))
    records = [RECORDS[kind][1] for kind in KEPT]
    assert {text for text in strings(records) if "alert" in text} - said == set()
    for file in [*published.glob("ims/**/*"), published / "glossary.json"]:
        if file.is_file():
            json.loads(file.read_bytes())
    assert json.loads((published / "glossary.json").read_text("utf-8"))["term"]["term"] == bad("term")


@pytest.mark.parametrize("name", ["catalogue.csv", "coverage.csv", "opportunities.csv", "overlaps.csv"])
def test_no_cell_of_a_table_is_a_formula(name: str, published: Path) -> None:
    rows = list(csv.reader((published / name).read_text("utf-8").splitlines(keepends=True)))
    assert len({len(row) for row in rows}) == 1
    cells = [cell for row in rows for cell in row]
    assert any(cell.startswith("'=1+1") for cell in cells)
    assert [
        cell for cell in cells if cell.lstrip().startswith(("=", "+", "-", "@", "＝", "＋", "－", "＠"))
    ] == []


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\uff1d", "\uff0b", " =", "\u3000@"])
def test_other_beginnings_of_formulas_are_disarmed_too(sign: str, tmp_path: Path) -> None:
    title = json.dumps(f"{sign}SUM(A1)")
    made = compiled(tmp_path, {"competencies/writing.yml": f"title: {title}\nfullStatement: x\n"})
    table = next(file.content for file in made.files if file.path == "coverage.csv")
    assert f",'{sign.strip()}SUM(A1)," in table.decode()


def test_the_map_is_a_picture_that_we_would_publish_ourselves(published: Path) -> None:
    report = Report()
    picture = (published / "competency-map.svg").read_bytes()
    assert check_svg(picture, "competency-map.svg", report), list(report)
    assert b"<script" not in picture
    assert b"=1+1 competency title" in picture


def test_the_site_map_is_xml(published: Path) -> None:
    assert len(ET.parse(published / "sitemap.xml").getroot()) > 10


# -- search --------------------------------------------------------------------------------------------------


def fragments(site: Path) -> dict[str, dict[str, Any]]:
    """What search knows of each page, by its address."""
    found = {}
    for file in site.glob("pagefind/fragment/*"):
        data = json.loads(gzip.decompress(file.read_bytes()).removeprefix(b"pagefind_dcd"))
        found[data["url"]] = data
    return found


def test_search_finds_words_and_no_markup(published: Path) -> None:
    found = fragments(published)
    module = found["/modules/asking/"]
    assert module["meta"]["title"] == squeezed(bad("module title"))
    assert module["meta"]["description"] == squeezed(bad("module description"))
    assert {name for page in found.values() for name in page["meta"]} == {"title", "description", "collects"}


def test_what_narrows_a_search_is_named_in_plain_words(published: Path) -> None:
    facets = json.loads((published / "search/pages.json").read_text(encoding="utf-8"))["facets"]
    assert squeezed(bad("level title")) in facets["level"]
    assert set(facets) <= {"kind", "level", "competency", "time", "language", "audience", "role"}


# -- what readers take away ----------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def citation(tmp_path_factory: pytest.TempPathFactory) -> Citation:
    changes = dict.fromkeys(("competencies/listening.yml", "content/modules/reporting/index.md"))
    made = compiled(tmp_path_factory.mktemp("citation"), changes | files())
    return cite(
        made.catalogue.modules["asking"], Site(bad("site"), "CC-BY-SA-4.0", url="https://demo.example/")
    )


def test_a_citation_file_is_yaml_with_the_words_as_values(citation: Citation) -> None:
    data = yaml.safe_load(citation.cff)
    assert data["title"] == data["preferred-citation"]["title"] == bad("module title")
    assert data["keywords"] == [bad("keyword")]
    assert set(data) <= {
        "abstract", "authors", "cff-version", "date-released", "keywords", "license", "message",
        "preferred-citation", "references", "title", "type", "url", "version",
    }  # fmt: skip
    assert json.loads(citation.csl_json)[0]["title"] == bad("module title")


def test_a_bibtex_entry_has_its_fields_and_no_others(citation: Citation) -> None:
    lines = citation.bibtex.splitlines()
    assert lines[0].startswith("@misc{asking-2026,") and lines[-1] == "}"
    assert [line.split()[0] for line in lines[1:-1]] == [
        "author", "title", "year", "howpublished", "note", "language", "url",
    ]  # fmt: skip
    for line in lines[1:-1]:
        bare = re.sub(r"\\[{}]", "", line)
        depth = 0
        for number, sign in enumerate(bare):
            depth += {"{": 1, "}": -1}.get(sign, 0)
            assert depth > 0 or number < bare.index("{") or number >= len(bare) - 2, line
        assert depth == 0


def test_an_attribution_to_paste_is_a_paragraph_with_links(citation: Citation) -> None:
    page = parse(citation.attribution_html)
    assert {element.tag for element in page.all()} == {"p", "a", "cite"}
    assert list(dangers(page)) == []
    assert squeezed(bad("module title")) in page.text


BUNDLES = {"asking": "modules/asking/asking.zip", "starter": "packs/starter/starter.zip"}


@pytest.mark.parametrize("folder", BUNDLES)
def test_a_bundle_unpacks_into_one_folder_of_plain_files(folder: str, published: Path) -> None:
    with zipfile.ZipFile(published / BUNDLES[folder]) as archive:
        entries = archive.infolist()
        assert archive.testzip() is None
    assert len({entry.filename for entry in entries}) == len(entries)
    for entry in entries:
        assert re.fullmatch(rf"{folder}(/[A-Za-z0-9][A-Za-z0-9._-]*)+", entry.filename), entry.filename
        assert ".." not in entry.filename
        assert entry.external_attr >> 16 == 0o100644


@pytest.mark.parametrize("folder", BUNDLES)
@pytest.mark.parametrize("name", ["ATTRIBUTION.md", "LICENSE.md"])
def test_the_notes_in_a_bundle_are_words_for_any_markdown(folder: str, name: str, published: Path) -> None:
    with zipfile.ZipFile(published / BUNDLES[folder]) as archive:
        note = archive.read(f"{folder}/{name}").decode()
    page = parse(markdown.markdown(note))
    assert list(dangers(page)) == []
    assert {element.tag for element in page.all()} <= {"h1", "h2", "p", "ul", "li", "a", "code", "em"}
    assert "alert(1)" in page.text


# -- other site engines --------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def folder(course: Path) -> Path:
    answer = oer("build", "--to", "folder", "out", cwd=course)
    assert answer.returncode == 0, answer.stderr
    return course / "out"


def test_a_folder_for_other_engines_is_harmless_to_those_that_escape_nothing(folder: Path) -> None:
    for file in folder.rglob("*.md"):
        _, front, body = file.read_text("utf-8").split("---\n", 2)
        about = yaml.safe_load(front)
        for value in about.values():
            assert not re.search('[<>"]', value), file
        assert not re.search(r"\{[{%#<]", body), file
        assert list(dangers(parse(markdown.markdown(body)))) == [], file


def test_and_its_pages_say_the_same(folder: Path) -> None:
    page: Element = parse((folder / "modules/asking/index.md").read_text("utf-8").split("---\n", 2)[2])
    assert squeezed(ATTACK) in page.text
    (script,) = page.all("script")
    assert bad("module title") in set(strings(json.loads(script.source)))
