"""The prerequisite graph as a picture, a set of links and a table."""

from __future__ import annotations

import re
import time
import xml.etree.ElementTree as ElementTree
from pathlib import Path

from oer_build.lesson import ROOT, at_depth
from oer_build.maps import prerequisite_graph
from oer_build.maps.graph import MOST_BOXES, without_shortcuts
from oer_build.model import Catalogue
from oer_build.strings import Strings
from tests.builders import catalogue, competency, course, module

SVG = "{http://www.w3.org/2000/svg}"
LINKED = catalogue(
    competency("users", "C1"),
    module("basics", ["users@awareness"], title="What a service is", minutes=45),
    module("needs", ["users@working"], requires=["basics"], title="Finding out what people need"),
    module("test", requires=["needs", "basics"], status="planned", title="Test & learn <now>", minutes=75),
    module("alone", title="On its own"),
    module("gone", requires=["basics"], status="retired"),
    course("short", ["basics", "needs"]),
)


def tree(svg: str) -> ElementTree.Element:
    return ElementTree.fromstring(svg)


def links(svg: str) -> dict[str, str]:
    return {a.get("href", ""): a.get("aria-label", "") for a in tree(svg).iter(f"{SVG}a")}


def test_every_box_is_a_link_that_says_what_it_shows_and_what_it_requires() -> None:
    assert links(prerequisite_graph(LINKED).svg) == {
        f"{ROOT}modules/basics/": "C1, 45 min, What a service is",
        f"{ROOT}modules/needs/": "C1, 60 min, Finding out what people need. Requires: What a service is",
        f"{ROOT}modules/test/": (
            "planned, 75 min, Test & learn <now>. "
            "Requires: Finding out what people need and What a service is"
        ),
    }


def test_addresses_become_relative_to_the_page_that_shows_it() -> None:
    svg = at_depth(prerequisite_graph(LINKED).svg, "map/")
    assert 'href="../modules/basics/"' in svg


def test_links_are_in_the_order_of_learning() -> None:
    graph = prerequisite_graph(LINKED)
    assert graph.drawn == ("basics", "needs", "test")
    assert list(links(graph.svg)) == [f"{ROOT}modules/{name}/" for name in graph.drawn]


def test_planned_is_said_in_words_and_by_a_dashed_border() -> None:
    root = tree(prerequisite_graph(LINKED).svg)
    for link in root.iter(f"{SVG}a"):
        planned = "modules/test/" in link.get("href", "")
        frame = next(link.iter(f"{SVG}rect"))
        words = " ".join(text.text or "" for text in link.iter(f"{SVG}text"))
        assert ("planned" in words) is planned
        assert (frame.get("stroke-dasharray") is not None) is planned


def test_the_picture_has_a_name_a_description_and_a_list() -> None:
    root = tree(prerequisite_graph(LINKED, name="before").svg)
    assert root.get("role") == "group"
    named = {element.get("id"): element for element in root.iter() if element.get("id")}
    assert (named["before-title"].text or "").strip()
    assert "planned" in (named["before-desc"].text or "")
    assert root.get("aria-labelledby") == "before-title"
    (group,) = [g for g in root.iter(f"{SVG}g") if g.get("role") == "list"]
    assert {child.get("role") for child in group} == {"listitem"}
    assert len(group) == 3


def test_two_graphs_on_a_page_have_no_identifier_in_common() -> None:
    wide = prerequisite_graph(LINKED, name="wide").svg
    narrow = prerequisite_graph(LINKED, direction="down", name="narrow").svg
    found = [set(re.findall(r'\bid="([^"]+)"', svg)) for svg in (wide, narrow)]
    assert not found[0] & found[1]
    for svg, own in ((wide, found[0]), (narrow, found[1])):
        assert set(re.findall(r"url\(#([^)]+)\)", svg)) <= own


def test_all_colours_are_the_texts_own_and_nothing_needs_a_style_or_a_script() -> None:
    for direction in ("right", "down"):
        svg = prerequisite_graph(LINKED, direction=direction).svg
        colours = set(re.findall(r'(?:fill|stroke|color)="([^"]+)"', svg))
        assert colours <= {"currentColor", "none", "inherit"}
        assert not re.search(r"style=|<style|<script|\son\w+=|https?://(?!www\.w3\.org/2000/svg)", svg)


def test_a_line_that_follows_from_others_is_left_out_of_the_picture_and_stays_in_the_table() -> None:
    graph = prerequisite_graph(LINKED)
    assert graph.svg.count('class="oer-graph__line"') == 2
    rows = {row.module: (row.requires, row.required_by) for row in graph.rows}
    assert rows == {
        "basics": ((), ("needs", "test")),
        "needs": (("basics",), ("test",)),
        "test": (("needs", "basics"), ()),
    }
    assert without_shortcuts({"a": (), "b": ("a",), "c": ("b", "a")}) == {"a": (), "b": ("a",), "c": ("b",)}


def test_what_stands_alone_is_named_and_not_drawn() -> None:
    graph = prerequisite_graph(LINKED)
    assert graph.unconnected == ("alone",)
    assert "On its own" not in graph.svg


def test_a_course_draws_its_own_modules() -> None:
    graph = prerequisite_graph(LINKED, [ref.identifier for ref in LINKED.courses["short"].modules])
    assert graph.drawn == ("basics", "needs")


def test_no_requirements_no_picture() -> None:
    graph = prerequisite_graph(catalogue(module("a"), module("b")))
    assert (graph.svg, graph.drawn, graph.unconnected) == ("", (), ("a", "b"))
    assert prerequisite_graph(catalogue()).svg == ""


def test_on_a_phone_it_fits_without_scrolling_sideways() -> None:
    assert prerequisite_graph(course_of(27), direction="down").width <= 320


def test_more_than_fits_is_cut_by_a_stated_rule() -> None:
    graph = prerequisite_graph(course_of(1000))
    assert len(graph.drawn) <= MOST_BOXES
    assert len(graph.drawn) + len(graph.cut) == 1000 == len(graph.rows)
    assert graph.svg.count("<a ") == len(graph.drawn)


def test_a_thousand_modules_cost_little() -> None:
    linked = course_of(1000)
    start = time.process_time()
    prerequisite_graph(linked)
    prerequisite_graph(linked, direction="down")
    assert time.process_time() - start < 5


def test_the_same_catalogue_gives_the_same_picture() -> None:
    assert prerequisite_graph(course_of(60)).svg == prerequisite_graph(course_of(60)).svg


def test_where_writing_runs_from_right_to_left_so_does_the_picture() -> None:
    left = prerequisite_graph(LINKED, strings=Strings("en")).svg
    right = prerequisite_graph(LINKED, strings=Strings("ar")).svg

    def first_box(svg: str) -> float:
        found = re.search(r'translate\(([\d.]+) [\d.]+\)"><a [^>]*modules/basics/', svg)
        assert found
        return float(found.group(1))

    assert first_box(left) < first_box(right)
    assert 'direction="rtl"' in right


def test_signs_that_xml_cannot_hold_do_not_break_the_picture() -> None:
    linked = catalogue(module("a", title='\x01One "two"\x1b\ufffe'), module("b", requires=["a"]))
    assert "One &quot;two&quot;" in prerequisite_graph(linked).svg
    assert len(links(prerequisite_graph(linked).svg)) == 2


def test_words_are_translated(tmp_path: Path) -> None:
    (tmp_path / "de.po").write_text(
        'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
        'msgid "planned"\nmsgstr "geplant"\n',
        encoding="utf-8",
    )
    svg = prerequisite_graph(LINKED, strings=Strings("de", tmp_path)).svg
    assert "geplant · 75" in svg


def course_of(number: int) -> Catalogue:
    """Modules in a course: each requires the one before its unit, some the one before themselves."""
    return catalogue(
        *(
            module(
                f"m{index}",
                requires=[f"m{(index - 1) // 3}", *([f"m{index - 1}"] if index % 4 == 0 else [])]
                if index
                else [],
            )
            for index in range(number)
        )
    )
