"""The prerequisite graph as a file: whole, on a ground of its own, with its name, links and credits."""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree
from dataclasses import replace

from oer_build.diagnostics import Report
from oer_build.exports.tables import prerequisites_csv
from oer_build.files.svg import check_svg
from oer_build.maps import prerequisite_graph, prerequisite_graph_svg
from oer_build.maps.graph import MOST_BOXES
from oer_build.model import Catalogue
from oer_build.strings import Strings
from tests.builders import SITE, catalogue, module

SVG = "{http://www.w3.org/2000/svg}"
RECORDS = (
    module("basics", ["users@awareness", "users@working"], title="What a service is", minutes=45),
    module("needs", ["users@working"], requires=["basics"], title="=1+1 & <more>"),
    module("gone", requires=["basics"], status="retired"),
    module("alone", status="planned"),
)


def drawn(linked: Catalogue, language: str = "en") -> str:
    words = Strings(language)
    return prerequisite_graph_svg(linked, prerequisite_graph(linked, strings=words, named=True), words)


def test_it_holds_nothing_but_a_drawing_and_links() -> None:
    svg, report = drawn(catalogue(*RECORDS)), Report()
    check_svg(svg.encode(), "prerequisites.svg", report)
    assert {one.message for one in report} == {"<a> is not allowed in a picture"}, (
        "only links are ours to set"
    )
    said = [one.text for one in ElementTree.fromstring(svg).iter(f"{SVG}text")]
    assert said[0] == f"{SITE.title}: What comes before what"
    assert "What a service is" in said and "=1+1 & <more>" in said
    assert "CC BY-SA 4.0" in " ".join(filter(None, said))


def test_boxes_lead_to_the_site_where_its_address_is_known_and_else_to_the_pages_beside_it() -> None:
    for url in ("https://course.example/", ""):
        svg = drawn(catalogue(*RECORDS, site=replace(SITE, url=url)))
        links = [one.get("href") for one in ElementTree.fromstring(svg).iter(f"{SVG}a")]
        assert links == [f"{url}modules/basics/", f"{url}modules/needs/"]


def test_it_lies_within_its_own_frame_in_both_directions() -> None:
    for language in ("en", "ar"):
        root = ElementTree.fromstring(drawn(catalogue(*RECORDS), language))
        inner = root.find(f"{SVG}g")
        assert inner is not None
        shift = float(inner.get("transform", "").removeprefix("translate(").split()[0])
        graph = inner.find(f"{SVG}svg")
        assert graph is not None
        assert shift >= 24
        assert shift + float(graph.get("width", "")) <= float(root.get("width", "")) - 24


def test_what_did_not_fit_is_counted() -> None:
    many = [module(f"m{n}", requires=[f"m{n - 1}"] if n else []) for n in range(MOST_BOXES + 4)]
    assert "4 more modules have requirements and did not fit" in drawn(catalogue(*many))
    assert "did not fit" not in drawn(catalogue(*RECORDS))


def test_without_requirements_there_is_none() -> None:
    assert drawn(catalogue(module("alone"))) == ""


def test_the_same_as_a_table() -> None:
    lines = prerequisites_csv(catalogue(*RECORDS, site=replace(SITE, url="https://c.example/"))).decode()
    assert lines.split("\r\n") == [
        "identifier,title,url,creativeWorkStatus,minutes,levels,requires,requiredBy",
        "basics,What a service is,https://c.example/modules/basics/,published,45,awareness; working,,needs",
        "needs,'=1+1 & <more>,https://c.example/modules/needs/,published,60,working,basics,",
        "alone,Alone,https://c.example/modules/alone/,planned,60,,,",
        "",
    ]
