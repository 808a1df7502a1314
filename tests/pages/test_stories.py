"""Stories: where, when, and which competencies they show."""

from __future__ import annotations

from functools import cache

from oer_build.model import Catalogue
from oer_build.pages.page import Page
from tests.builders import catalogue, competency, module
from tests.community import organisation, story
from tests.pages.drawn import draw, files_of
from tests.pages.html import faults, page_at, text_of


def linked() -> Catalogue:
    return catalogue(
        competency("users", "C1"),
        module("first", ["users@working"]),
        organisation("office"),
        story(
            "tax",
            ["users@working"],
            modules="first",
            organisations="office",
            region=("EE", "KE"),
            body="## What happened\n\nForms came back. [[source:guide]]",
        ),
    )


@cache
def pages() -> tuple[Page, ...]:
    return draw(linked())


def test_markup_and_links_are_sound() -> None:
    assert faults(pages(), files_of(linked())) == []


def test_a_story_says_where_when_and_what_it_shows() -> None:
    text = text_of(pages(), "stories/tax/")
    assert "Estonia and Kenya, 2013 to 2014" in text
    assert "What it shows C1 Users, Working" in text
    assert "Modules that go with it First" in text
    assert "Organisations in this story Office" in text
    assert "Licence of this page: CC BY-SA 4.0" in text


def test_the_list_tells_stories_apart() -> None:
    assert "Tax What happened at tax. Estonia and Kenya, 2013 to 2014 · C1 Users" in text_of(
        pages(), "stories/"
    )


def test_a_competency_leads_to_the_stories_that_show_it() -> None:
    assert "Stories that show it Tax" in text_of(pages(), "competencies/users/")


def test_the_text_is_searched_and_in_the_contents() -> None:
    page = page_at(pages(), "stories/tax/")
    assert [heading.title for heading in page.toc] == ["What happened"]
    assert ("what-happened", "Forms came back. (A ministry)") in {
        (part.anchor, part.text) for part in page.sections
    }
    assert "Estonia Kenya" in page.sections[0].text
