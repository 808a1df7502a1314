"""What programs read: the catalogue, linked data, the CASE package, the sitemap and the bundles."""

from __future__ import annotations

import csv
import io
import json
import re
import uuid
import xml.etree.ElementTree as ElementTree
import zipfile
from typing import Any

import jsonschema
import pytest
import rdflib
from rdflib import RDF, Literal, URIRef
from rdflib.namespace import Namespace

from tests.conftest import ROOT
from tests.site.built import Site

SCHEMA = Namespace("https://schema.org/")
REFERRING = ("@id", "url", "license", "contentUrl", "sameAs", "targetUrl", "item", "usageInfo")
CONTEXT: dict[str, Any] = {
    "@vocab": str(SCHEMA),
    **{name: {"@type": "@id"} for name in REFERRING if not name.startswith("@")},
}
"""Stands for schema.org's own context, which a test must not fetch."""
ABOUT = {
    "modules": "LearningResource",
    "courses": "Course",
    "competencies": "DefinedTerm",
}


def triples(site: Site, path: str) -> rdflib.Graph:
    graph = rdflib.Graph()
    for data in site.linked_data(path):
        local = {**data, "@context": CONTEXT}
        graph.parse(data=json.dumps(local), format="json-ld", publicID=site.url + path)
    return graph


def test_every_page_describes_itself(site: Site) -> None:
    for path in site.pages:
        if path != "404.html":
            found = site.linked_data(path)
            assert found, path
            assert all(data["@context"].rstrip("/") == "https://schema.org" for data in found), path


def test_every_address_in_linked_data_is_absolute_and_leads_somewhere(site: Site) -> None:
    wrong = []

    def walk(path: str, value: Any, name: str = "") -> None:
        if isinstance(value, dict):
            for key, inner in value.items():
                walk(path, inner, key)
        elif isinstance(value, list):
            for inner in value:
                walk(path, inner, name)
        elif name in REFERRING:
            target = site.where(path, value)
            if not re.match(r"https?://|urn:", value):
                wrong.append(f"{path}: {name} {value} is not absolute")
            elif target is not None and not site.exists(target[0]):
                wrong.append(f"{path}: {name} {value} leads nowhere")
            elif (
                target is not None
                and target[1]
                and target[1] not in site.identifiers.get(target[0], {target[1]})
            ):
                wrong.append(f"{path}: {name} {value}: no such anchor")

    for path in site.pages:
        for data in site.linked_data(path):
            walk(path, {key: value for key, value in data.items() if key != "@context"})
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("kind", ABOUT)
def test_a_record_is_described_by_its_kind_and_name(site: Site, kind: str) -> None:
    records = site.catalogue[kind]
    assert records
    for record in records:
        path = f"{kind}/{record['identifier']}/"
        graph, page = triples(site, path), URIRef(site.url + path)
        assert (page, RDF.type, SCHEMA[ABOUT[kind]]) in graph, path
        assert (page, SCHEMA.name, Literal(record["title"])) in graph, path


def test_a_module_expands_to_what_its_author_wrote(site: Site) -> None:
    for module in site.modules:
        path = f"modules/{module['identifier']}/"
        graph, page = triples(site, path), URIRef(site.url + path)
        assert {str(term) for term in graph.objects(page, SCHEMA.teaches)} == {
            f"{site.url}competencies/{taught['competency']}/" for taught in module["teaches"]
        }, path
        assert {str(term) for term in graph.objects(page, SCHEMA.assesses)} == {
            f"{site.url}competencies/{taught['competency']}/"
            for taught in module["teaches"]
            if taught["strength"] == "assessed"
        }, path
        assert {str(term) for term in graph.objects(page, SCHEMA.competencyRequired)} == {
            f"{site.url}competencies/{need['competency']}/" for need in module.get("competencyRequired", ())
        }, path
        licences = {str(one) for one in graph.objects(page, SCHEMA.license)}
        assert licences == {"https://creativecommons.org/licenses/by-sa/4.0/"}, path
        assert (page, SCHEMA.timeRequired, Literal(module["timeRequired"])) in graph, path
        assert (page, SCHEMA.inLanguage, Literal(module["inLanguage"])) in graph, path
        for term in graph.objects(page, SCHEMA.teaches):
            assert (term, RDF.type, SCHEMA.DefinedTerm) in graph, path


def test_the_framework_is_a_set_of_terms_that_its_competencies_belong_to(site: Site) -> None:
    framework = URIRef(f"{site.url}framework/")
    graph = triples(site, "framework/")
    assert (framework, RDF.type, SCHEMA.DefinedTermSet) in graph
    terms = {URIRef(f"{site.url}competencies/{one['identifier']}/") for one in site.catalogue["competencies"]}
    assert set(graph.objects(framework, SCHEMA.hasDefinedTerm)) == terms
    for term in terms:
        assert (term, SCHEMA.inDefinedTermSet, framework) in triples(site, str(term).removeprefix(site.url))


def test_the_catalogue_keeps_the_promise_of_its_schema(site: Site) -> None:
    schema = json.loads(site.read("catalogue.schema.json"))
    jsonschema.validators.validator_for(schema).check_schema(schema)
    jsonschema.validate(site.catalogue, schema)
    assert site.catalogue["schemaVersion"] == 1


def test_the_catalogue_lists_every_record_with_its_page(site: Site) -> None:
    for kind in ("modules", "competencies", "courses", "roles"):
        for record in site.catalogue[kind]:
            assert record["url"] == f"{site.url}{kind}/{record['identifier']}/"
            assert site.exists(f"{kind}/{record['identifier']}/")
        pages = {path for path in site.pages if path.startswith(f"{kind}/") and path.count("/") == 2}
        assert len(pages) == len(site.catalogue[kind])


def test_the_table_of_modules_has_a_row_for_each(site: Site) -> None:
    rows = list(csv.DictReader(io.StringIO(site.read("catalogue.csv").lstrip("\ufeff"))))
    assert [row["identifier"] for row in rows] == [module["identifier"] for module in site.modules]
    assert not [cell for row in rows for cell in row.values() if cell and cell[0] in "=+@"]


def test_schemas_for_editors_are_published(site: Site) -> None:
    for kind in ("competency", "module", "course", "role", "framework", "crosswalk", "glossary"):
        schema = json.loads(site.read(f"schemas/{kind}.schema.json"))
        jsonschema.validators.validator_for(schema).check_schema(schema)


def test_the_case_package_is_whole(site: Site) -> None:
    documents = json.loads(site.read("ims/case/v1p1/CFDocuments"))["CFDocuments"]
    assert len(documents) == 1
    package = json.loads(site.read(f"ims/case/v1p1/CFPackages/{documents[0]['identifier']}"))
    assert package["CFDocument"]["identifier"] == documents[0]["identifier"]
    entries = [*package["CFItems"], *package["CFAssociations"]]
    known = {uuid.UUID(entry["identifier"]) for entry in entries} | {uuid.UUID(documents[0]["identifier"])}
    assert len(known) == len(entries) + 1, "no identifier is used twice"
    assert all(one.version == 5 for one in known)
    statements = {item["fullStatement"] for item in package["CFItems"]}
    assert {one["fullStatement"] for one in site.catalogue["competencies"]} <= statements
    items = {item["identifier"] for item in package["CFItems"]} | {documents[0]["identifier"]}
    children = [one for one in package["CFAssociations"] if one["associationType"] == "isChildOf"]
    assert {one["originNodeURI"]["identifier"] for one in children} == items - {documents[0]["identifier"]}
    assert {one["destinationNodeURI"]["identifier"] for one in children} <= items


def test_the_sitemap_lists_every_page_once(site: Site) -> None:
    tree = ElementTree.fromstring(site.read("sitemap.xml"))
    listed = [place.text for place in tree.iterfind(".//{*}loc")]
    assert len(listed) == len(set(listed))
    pages = {site.url + path for path in site.pages if path != "404.html"}
    assert set(listed) == pages


def test_a_module_can_be_taken_away(site: Site) -> None:
    for module in site.written:
        name = module["identifier"]
        archive = zipfile.ZipFile(site.folder / "modules" / name / f"{name}.zip")
        assert archive.testzip() is None
        names = archive.namelist()
        source = f"content/modules/{name}/index.md"
        assert (
            archive.read(next(one for one in names if one.endswith(source))) == (ROOT / source).read_bytes()
        )
        assert [one for one in names if re.search(r"licen[cs]e", one, re.IGNORECASE)], names
        assert not [one for one in names if one.startswith("/") or ".." in one.split("/")]
        for picture in (ROOT / "content" / "modules" / name).glob("*.svg"):
            assert [one for one in names if one.endswith(f"{name}/{picture.name}")]


def test_nothing_private_is_published(site: Site) -> None:
    published = {
        file.relative_to(site.folder).as_posix() for file in site.folder.rglob("*") if file.is_file()
    }
    hidden = {path for path in published if any(part.startswith(".") for part in path.split("/"))}
    sources = {
        path for path in published if path.endswith((".md", ".yml", ".yaml", ".jinja", ".po", ".pyc", "~"))
    }
    assert not hidden - {".nojekyll"}
    assert not sources
    assert "search/search_index.json" not in published, "Material's own index"
    assert not [path for path in published if "lunr" in path]
