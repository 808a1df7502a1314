"""Calls with the forms that they begin with, the wish list, and how many people want what is missing."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from urllib.parse import parse_qs, urlsplit

import pytest

from oer_build.model import Catalogue
from oer_build.pages.calls import form_url
from oer_build.pages.page import Page
from tests.builders import SITE, catalogue, competency, framework, module
from tests.community import call, opportunity, pack, source, story, wish
from tests.pages.drawn import draw, files_of
from tests.pages.html import faults, page_at, read, text_of
from tests.programmes import event

EDITED = replace(SITE, edit_url="https://git.example/a/b/edit/main/")


def linked() -> Catalogue:
    return catalogue(
        competency("users", "C1"),
        competency("teams", "C2"),
        module("first", ["users@working"]),
        module("second", ["teams@working"]),
        call("review", "modules", "courses", "calendar", title="Review a module", closes="2027-01-31"),
        call("review-template", "modules/second", description="Read *it* first.", template="a: <b>\n"),
        wish("later", 3, ["users@working"], topic="Later", description="More of *that*."),
        wish("first", 12, ["users@working", "teams@expert"], topic="A hub", modules="first second"),
        wish("vague", 5, ["teams"], topic="Something with teams", sources=(source(title="The minutes"),)),
        site=EDITED,
    )


@cache
def pages() -> tuple[Page, ...]:
    return draw(linked())


def test_markup_and_links_are_sound() -> None:
    assert faults(pages(), files_of(linked())) == []


def test_a_call_stands_whole_with_its_form_and_the_text_of_the_form() -> None:
    text = text_of(pages(), "taking-part/")
    assert (
        "Review a module Who can review. Open until 31 January 2027. Open the form: Review a module" in text
    )
    assert "It begins the file content/answers/name.md with this text." in text
    assert "Read it first." in text
    assert "a: <b>" in text


def test_wishes_stand_with_the_most_wanted_first_and_say_what_answers_them() -> None:
    page = read(page_at(pages(), "taking-part/"))
    order = [page.text.index(words) for words in ("A hub At", "Something with teams At", "More of that.")]
    assert order == sorted(order)
    assert page.row("A hub")[1:] == ["12", "C1 Users, Working C2 Teams, Expert", "First Second"]
    assert page.row("Something with teams")[-1] == "nothing yet"
    assert "At a workshop in 2013" in page.row("Something")[0]
    assert "The minutes" in page.row("Something")[0]


def test_a_call_is_shown_where_it_matters_and_nowhere_else() -> None:
    assert "Take part Review a module" in text_of(pages(), "modules/first/")
    second = text_of(pages(), "modules/second/")
    assert "Take part Review a module · open the form: Review a module Review template" in second
    assert "Take part Review a module" in text_of(pages(), "modules/first/teach/")
    assert "Take part" not in text_of(pages(), "competencies/users/")


@pytest.mark.parametrize(
    ("kind", "path"),
    [
        ("competencies", "competencies/users/"),
        ("modules", "modules/first/"),
        ("opportunities", "opportunities/one/"),
        ("packs", "packs/one/"),
        ("packs", "packs/"),
        ("stories", "stories/one/"),
        ("stories", "stories/"),
        ("calendar", "calendar/"),
    ],
)
def test_every_kind_on_which_calls_may_be_shown_shows_them(kind: str, path: str) -> None:
    drawn = draw(
        catalogue(
            competency("users"),
            module("first", ["users@working"]),
            opportunity("one"),
            pack("one"),
            story("one", ["users"]),
            event("one"),
            call("review", kind),
        )
    )
    assert "Take part Review" in text_of(drawn, path)


# -- forms ---------------------------------------------------------------------------------------------------


def form(edit_url: str, file: str = "content/wishes/my wish.md", template: str = "a: b & c\n# ü\n") -> str:
    return form_url(replace(SITE, edit_url=edit_url), call("review", file=file, template=template))


@pytest.mark.parametrize(
    ("edit_url", "begins"),
    [
        ("https://github.com/a/b/edit/main/", "https://github.com/a/b/new/main/content/wishes?"),
        ("https://codeberg.org/a/b/_edit/main/", "https://codeberg.org/a/b/_new/main/content/wishes?"),
        ("https://git.example/a/b/edit/main/", "https://git.example/a/b/new/main/content/wishes?"),
    ],
)
def test_a_form_of_github_or_forgejo_is_filled_in(edit_url: str, begins: str) -> None:
    address = form(edit_url)
    assert address.startswith(begins)
    assert parse_qs(urlsplit(address).query) == {"filename": ["my wish.md"], "value": ["a: b & c\n# ü\n"]}
    assert "\n" not in address and " " not in address


@pytest.mark.parametrize("way", ["https://gitlab.com/a/b/-/edit/main/", "https://gitlab.com/a/b/edit/main/"])
def test_a_form_of_gitlab_gets_the_name_of_the_file(way: str) -> None:
    address = form(way)
    assert address.startswith(way.replace("/edit/", "/new/") + "content/wishes?")
    assert parse_qs(urlsplit(address).query) == {"file_name": ["my wish.md"]}


def test_the_folder_of_the_project_in_its_repository_is_kept_and_so_is_a_branch_with_a_slash() -> None:
    assert "/new/release/1.0/course/content/wishes?" in form(
        "https://github.com/a/b/edit/release/1.0/course/"
    )
    assert "/new/main?filename=a.md&" in form("https://github.com/a/b/edit/main/", "a.md")
    assert "/edit/b/new/main/content" in form("https://github.com/edit/b/edit/main/")


@pytest.mark.parametrize(
    "edit_url", ["", "https://svn.example/repository/trunk/", "https://git.example/edit/"]
)
def test_a_site_that_is_edited_elsewhere_has_no_form(edit_url: str) -> None:
    assert form(edit_url) == ""


def test_without_a_form_the_call_still_says_what_to_write() -> None:
    drawn = draw(
        catalogue(competency("users"), call("review", "competencies"), site=replace(SITE, edit_url=""))
    )
    assert "Open the form" not in text_of(drawn, "taking-part/")
    assert "What the form asks: Review" in text_of(drawn, "taking-part/")
    assert "open the form" not in text_of(drawn, "competencies/users/")


# -- coverage ------------------------------------------------------------------------------------------------


def test_coverage_says_how_many_people_want_each_level() -> None:
    page = read(page_at(pages(), "coverage/"))
    assert page.row("C1 Users")[:2] == ["C1 Users", "Awareness"]
    assert page.row("C1 Users")[-1] == "0"
    assert page.row("Working")[-1] == "15"


def test_a_wish_that_names_no_level_is_counted_apart_and_is_no_gap() -> None:
    page = read(page_at(pages(), "coverage/"))
    line = page.row("No level")
    assert (line[1], line[-1]) == ("asked for at no particular level", "5")
    assert "For 6 there is nothing" in page.text


def test_without_a_wish_list_there_is_no_such_column() -> None:
    drawn = draw(catalogue(competency("users"), module("first", ["users@working"])))
    assert "Wanted" not in text_of(drawn, "coverage/")


def test_a_framework_without_levels_has_one_line_with_the_count() -> None:
    drawn = draw(
        catalogue(
            competency("users"), module("first", ["users"]), wish("a", 4, ["users"]), frame=framework(())
        )
    )
    page = read(page_at(drawn, "coverage/"))
    assert page.row("Users")[-1] == "4"
    assert "asked for" not in page.row("Users")[1]
