"""The competency map as a picture to take away."""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree

from oer_build.maps import competency_map_svg
from oer_build.maps.matrix import MOST_ROWS
from oer_build.strings import Strings
from tests.builders import catalogue, competency, framework, module

SVG = "{http://www.w3.org/2000/svg}"


def texts(svg: str) -> list[str]:
    return [element.text or "" for element in ElementTree.fromstring(svg).iter(f"{SVG}text")]


def test_each_cell_says_in_words_what_it_holds() -> None:
    svg = competency_map_svg(
        catalogue(
            framework(["basic", "full"], title="Our framework"),
            competency("users", "C1", "Users & <people>"),
            module("a", ["users@basic assessed"], minutes=75),
            module("b", ["users@basic practised"], minutes=45),
            module("c", ["users@full"], status="planned"),
        )
    )
    found = texts(svg)
    assert found[:2] == ["Our framework", "1 competency · 2 modules · 1 planned"]
    for words in (
        "C1",
        "Users & <people>",
        "Basic",
        "Full",
        "2 modules",
        "2 hours",
        "assessed",
        "nothing yet",
    ):
        assert words in found
    assert "Open course · CC BY-SA 4.0 · https://academy.example/course/" in found[-1]


def test_the_description_tells_it_without_the_picture() -> None:
    svg = competency_map_svg(
        catalogue(framework(["basic"]), competency("users", "C1"), module("a", ["users@basic"], minutes=60))
    )
    root = ElementTree.fromstring(svg)
    assert root.get("role") == "img"
    description = next(root.iter(f"{SVG}desc")).text or ""
    assert "C1 Users: Basic, 1 module, 1 hour, introduced." in description


def test_a_framework_without_levels_has_one_column() -> None:
    svg = competency_map_svg(catalogue(framework([]), competency("users"), module("a", ["users"])))
    assert "Taught by" in texts(svg)


def test_a_site_without_modules_is_all_still_to_do() -> None:
    found = texts(competency_map_svg(catalogue(framework(["basic"]), competency("users"))))
    assert found.count("nothing yet") == 1


def test_a_very_long_map_says_how_much_more_there_is() -> None:
    linked = catalogue(framework(["basic"]), *(competency(f"c{n}") for n in range(MOST_ROWS + 3)))
    assert "and 3 competencies more" in texts(competency_map_svg(linked))


def test_where_writing_runs_from_right_to_left_the_levels_do_too() -> None:
    linked = catalogue(framework(["basic", "full"]), competency("users"))

    def places(language: str) -> dict[str, float]:
        root = ElementTree.fromstring(competency_map_svg(linked, strings=Strings(language)))
        return {element.text or "": float(element.get("x", "0")) for element in root.iter(f"{SVG}text")}

    left, right = places("en"), places("ar")
    assert left["Users"] < left["Basic"] < left["Full"]
    assert right["Users"] > right["Basic"] > right["Full"]


def test_it_needs_nothing_from_elsewhere() -> None:
    svg = competency_map_svg(catalogue(framework(["basic"]), competency("users")))
    assert "<script" not in svg and "href" not in svg and "url(" not in svg
