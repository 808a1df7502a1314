"""The small map of a module: its direct neighbours, named, linked and light."""

from __future__ import annotations

import gzip
import re
import xml.etree.ElementTree as ElementTree

from oer_build.lesson import ROOT
from oer_build.maps import neighbours
from oer_build.maps.neighbours import MOST
from oer_build.strings import Strings
from tests.builders import catalogue, module

EN = Strings("en")
LINKED = catalogue(
    module("basics", title="What a service is"),
    module("needs", requires=["basics"], title="Finding out what people need"),
    module("test", requires=["needs", "basics"], status="planned", title="Test & learn <now>"),
    module("alone"),
    module("gone", requires=["needs"], status="retired"),
)


def links(svg: str) -> dict[str, str]:
    return {one.get("href", ""): one.get("aria-label", "") for one in ElementTree.fromstring(svg).iter("a")}


def test_neighbours_are_links_that_say_on_which_side_they_stand() -> None:
    found = neighbours(LINKED, "needs", EN)
    assert links(found.svg) == {
        f"{ROOT}modules/basics/": "Before: What a service is",
        f"{ROOT}modules/test/": "After: Test & learn <now>, planned",
    }
    assert 'aria-label="This module: Finding out what people need"' in found.svg
    assert (found.before, found.after) == (("basics",), ("test",))


def test_a_module_that_stands_alone_has_no_picture() -> None:
    assert neighbours(LINKED, "alone", EN).svg == ""


def test_one_side_may_be_empty() -> None:
    assert neighbours(LINKED, "basics", EN).before == ()
    assert neighbours(LINKED, "test", EN).after == ()


def test_it_is_narrow_and_tiny() -> None:
    linked = catalogue(
        module("here"), *(module(f"m{number}", requires=["here"]) for number in range(MOST + 20))
    )
    found = neighbours(linked, "here", EN)
    assert len(links(found.svg)) == MOST
    assert len(found.after) == MOST + 20
    assert int(ElementTree.fromstring(found.svg).get("width", "0")) <= 288
    assert len(gzip.compress(found.svg.encode())) < 1000


def test_nothing_in_it_needs_a_style_or_a_script() -> None:
    for language in ("en", "ar"):
        svg = neighbours(LINKED, "needs", Strings(language)).svg
        assert not re.search(r"style=|<style|<script|\son\w+=|\bid=", svg)
        assert set(re.findall(r'(?:fill|stroke)="([^"]+)"', svg)) <= {"currentColor", "none"}
    assert 'direction="rtl"' in svg


def test_the_same_catalogue_gives_the_same_picture() -> None:
    assert neighbours(LINKED, "needs", EN) == neighbours(LINKED, "needs", EN)
