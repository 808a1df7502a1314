"""An article at the address of a site-wide page introduces it: shown there, found there, and no page of its
own."""

from __future__ import annotations

from functools import cache

import pytest

from oer_build.files import INTRODUCED
from oer_build.model import Catalogue
from oer_build.pages.page import Page
from tests.builders import catalogue, competency, course, crosswalk, module, role, term
from tests.community import call, opportunity, organisation, pack, story, wish
from tests.pages.drawn import article, draw, files_of
from tests.pages.html import faults, page_at, read, text_of
from tests.programmes import day, event, programme, session

WORDS = "Words of our own about {path}.\n\n## Wishes\n\nHow to read it.\n"


def everything(**more: object) -> Catalogue:
    return catalogue(
        competency("users", "C1"),
        module("first", ["users@working"]),
        course("start", ["first"]),
        role("adviser", "users@working"),
        crosswalk("other", ("users", "isRelatedTo", "1.1")),
        term("wishes"),
        opportunity("one", "mentoring", ["users"], audience=("all",)),
        opportunity("two", "mentoring", ["users"], audience=("all",)),
        organisation("office"),
        pack("starter"),
        story("tax", ["users"]),
        call("review", "modules"),
        wish("hub"),
        event("wishes"),
        programme(day(1, session("opening", "09:30", 45))),
        **more,
    )


def introduced() -> Catalogue:
    texts = {
        path: article(path, f"Title of {path}", WORDS.format(path=path.rstrip("/"))) for path in INTRODUCED
    }
    return everything(articles=texts)


@cache
def pages() -> tuple[Page, ...]:
    return draw(introduced())


def test_no_page_is_there_twice_no_anchor_either_and_no_link_is_broken() -> None:
    assert faults(pages(), files_of(introduced())) == []
    assert {page.path for page in pages()} == {page.path for page in draw(everything())}


@pytest.mark.parametrize("path", sorted(INTRODUCED))
def test_its_page_shows_it_finds_it_and_leads_to_its_file(path: str) -> None:
    page = page_at(pages(), path)
    said = f"Words of our own about {path.rstrip('/')}."
    assert text_of(pages(), path).count(said) == 1
    assert said in {section.text for section in page.sections}
    (heading,) = [one for one in page.toc if one.title == "Wishes"]
    assert heading.identifier in read(page).ids
    if path not in ("glossary/", "framework/"):  # these two have a file of their own to edit
        assert page.source == f"content/{path.rstrip('/')}.md"
    assert f"Title of {path}" not in page.body


@pytest.mark.parametrize("path", ["glossary/", "calendar/", "taking-part/"])
def test_its_headings_do_not_take_the_names_of_what_its_page_holds(path: str) -> None:
    page = page_at(pages(), path)
    assert [one.identifier for one in page.toc if one.title == "Wishes"] == ["about-wishes"]
    assert read(page).ids.count("wishes") == 1


def test_where_there_is_no_such_page_yet_it_is_a_page_itself() -> None:
    drawn = draw(catalogue(articles={"opportunities/": article("opportunities/", "Opportunities")}))
    assert page_at(drawn, "opportunities/").kind == "article"
    assert text_of(drawn, "opportunities/") == "Opportunities Some words."


def test_pages_beside_a_record_are_pages_and_make_no_folder_of_their_own() -> None:
    texts = {
        path: article(path, "Cards") for path in ("packs/starter/cards/", "modules/first/cards/", "map/how/")
    }
    linked = everything(articles=texts)
    drawn = draw(linked)
    assert faults(drawn, files_of(linked)) == []
    page = page_at(drawn, "packs/starter/cards/")
    assert [crumb.title for crumb in page.breadcrumbs] == ["Home", "Starter"]
    assert page_at(drawn, "packs/starter/").kind == "pack"
    assert page_at(drawn, "map/").kind == "map"
