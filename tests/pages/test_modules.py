"""A module as pages: the learner's, the teacher's, and the short one of what is only planned."""

from __future__ import annotations

import json

import pytest

from oer_build.lesson import ROOT
from oer_build.model import Duration
from oer_build.pages.page import Crumb, Page
from tests.builders import competency, course, module, work
from tests.pages.drawn import BODY, site
from tests.pages.html import page_at, read, text_of

GUIDE = work(
    "A guide",
    "OGL-UK-3.0",
    "The office",
    identifier="guide",
    url="https://guide.example/",
    supports="The first claim.",
)
OLD = work("An old course", "CC-BY-4.0", url="https://old.example/", changes="Shorter.")
FIRST = module(
    "first",
    ["users@working practised", "users@expert assessed"],
    body=BODY,
    sources=(GUIDE,),
    is_based_on=(OLD,),
    audience=("policy", "operational-delivery"),
    learning_resource_type=("lesson", "quiz"),
    owner="The team",
    keywords=("forms",),
    variants=(
        (Duration("PT20M", 20), "Read the case alone."),
        (Duration("PT40M", 40), "Leave out the <end>."),
    ),
)
SECOND = module("second", ["users@awareness"], requires=["first"], needs=["teams@working"], minutes=45)
LATER = module(
    "later",
    ["users@working"],
    status="planned",
    minutes=90,
    variants=((Duration("PT15M", 15), "Read it."),),
)


@pytest.fixture(scope="module")
def pages() -> tuple[Page, ...]:
    return site(
        competency("users", "C1"),
        competency("teams", "C2"),
        FIRST,
        LATER,
        SECOND,
        course("start", ["first", "later"], ["second"]),
        edit_url="https://code.example/edit/",
    )


def test_the_card_says_what_one_asks_before_starting(pages: tuple[Page, ...]) -> None:
    text = text_of(pages, "modules/first/")
    for said in (
        "Time 1 hour",
        "Levels Working and Expert",
        "C1 Users , Working practised".replace(" ,", ","),
        "For policy and operational delivery",
        "Contains lesson and quiz",
        "Licence CC BY-SA 4.0",
        "Version 1.0.0, 1 November 2026",
        "Status Published",
        "Kept by The team",
    ):
        assert said in text, said


def test_a_shorter_way_is_told_to_everyone_to_whom_it_is_promised(pages: tuple[Page, ...]) -> None:
    learner = read(page_at(pages, "modules/first/"))
    assert "Time 1 hour or 20 minutes and 40 minutes in a shorter way" in learner.text
    assert "Shorter ways: 20 minutes and 40 minutes 20 minutes Read the case alone." in learner.text
    assert "40 minutes Leave out the <end>." in learner.text
    assert "#oer-shorter" in learner.links
    assert "The shorter way: 15 minutes Read it." in text_of(pages, "modules/later/")
    assert "shorter" not in text_of(pages, "modules/second/")
    teaching = read(page_at(pages, "modules/first/teach/"))
    assert teaching.text.count("Read the case alone.") == 1, "in the run sheet, not in the card too"
    assert "#oer-variants" in teaching.links


def test_links_of_a_teaching_view_stay_among_teaching_views(pages: tuple[Page, ...]) -> None:
    """By the address that stands in the page: who has no scripts and chose no view is not led out."""
    teaching = page_at(pages, "modules/second/teach/")
    assert links_to(teaching, "first") == [f"{ROOT}modules/first/teach/"] * 3, "needs, previous, picture"
    first = page_at(pages, "modules/first/teach/")
    assert links_to(first, "second") == [f"{ROOT}modules/second/teach/"] * 3, "next, picture, required by"
    assert links_to(page_at(pages, "modules/second/"), "first") == [f"{ROOT}modules/first/"] * 3


def test_a_module_without_a_teaching_view_is_linked_as_it_is() -> None:
    pages = site(module("first"), module("later", requires=["first"], status="planned"))
    assert set(links_to(page_at(pages, "modules/first/teach/"), "later")) == {f"{ROOT}modules/later/"}


def links_to(page: Page, module: str) -> list[str]:
    return [link for link in read(page).links if link.startswith(f"{ROOT}modules/{module}/")]


def test_the_learner_view_holds_nothing_that_only_teachers_see(pages: tuple[Page, ...]) -> None:
    learner = page_at(pages, "modules/first/")
    assert "SECRET" not in learner.body
    assert not any("SECRET" in part.text for part in learner.sections)
    assert "You heard where the reader stopped" in learner.body, "answers are there, folded"


def test_the_teaching_view_starts_with_the_run_sheet_and_says_it_once(pages: tuple[Page, ...]) -> None:
    text = text_of(pages, "modules/first/teach/")
    assert text.count("SECRET plan") == 1
    assert text.index("SECRET plan") < text.index("Activities") < text.index("The situation")
    assert text.index("The situation") < text.index("SECRET of the facilitator")
    assert read(page_at(pages, "modules/first/teach/")).row("Read a form aloud")[1:] == [
        "Exercise",
        "15 minutes",
        "in pairs",
    ]


def test_the_two_views_lead_to_each_other(pages: tuple[Page, ...]) -> None:
    for path in ("modules/first/", "modules/first/teach/"):
        links = read(page_at(pages, path)).links
        assert f"{ROOT}modules/first/" in links
        assert f"{ROOT}modules/first/teach/" in links
        assert page_at(pages, path).body.count('aria-current="page"') == 1


def test_a_citation_leads_to_the_list_of_sources_of_the_same_page(pages: tuple[Page, ...]) -> None:
    for path in ("modules/first/", "modules/first/teach/"):
        page = page_at(pages, path)
        assert f'href="{ROOT}{path}#source-guide"' in page.body
        assert "source-guide" in read(page).ids
    text = text_of(pages, "modules/first/")
    assert "The office. A guide. Licence: Open Government Licence v3.0 (UK)" in text
    assert "Used for: The first claim." in text
    assert "What we changed: Shorter." in text


def test_its_place_in_the_course_goes_past_what_is_not_written(pages: tuple[Page, ...]) -> None:
    assert "Start, Unit 1: module 1 of 3" in text_of(pages, "modules/first/")
    assert page_at(pages, "modules/first/").next == Crumb("Second", "modules/second/")
    assert page_at(pages, "modules/second/").previous == Crumb("First", "modules/first/")
    assert "This is the last module of the course." in text_of(pages, "modules/second/")


def test_the_pager_leads_only_where_all_courses_of_a_module_agree() -> None:
    parts = [module(name, ["users@working"]) for name in ("first", "second", "third", "fourth")]
    pages = site(
        competency("users"),
        *parts,
        course("long", ["first", "second", "third", "fourth"]),
        course("short", ["first", "third"], ["fourth"]),
    )
    way = {page.path.split("/")[1]: (page.previous, page.next) for page in pages if page.kind == "module"}
    assert way["first"] == (None, None), "one course goes on with the second, the other with the third"
    assert way["second"] == (Crumb("First", "modules/first/"), Crumb("Third", "modules/third/"))
    assert way["third"] == (None, Crumb("Fourth", "modules/fourth/"))
    assert way["fourth"] == (Crumb("Third", "modules/third/"), None)
    text = text_of(pages, "modules/first/")
    assert "Next Second" in text and "Next Third" in text, "each course says how it goes on"


def test_what_comes_before_and_after_is_said_on_both_sides(pages: tuple[Page, ...]) -> None:
    assert "Do these modules first: First" in text_of(pages, "modules/second/")
    assert "expects that you know: C2 Teams, Working" in text_of(pages, "modules/second/")
    assert "Second 45 minutes Nothing has to come before it." in text_of(pages, "modules/first/")


def test_the_panel_has_all_that_reuse_needs(pages: tuple[Page, ...]) -> None:
    page = read(page_at(pages, "modules/first/"))
    assert f"{ROOT}modules/first/first.zip" in page.links
    assert "https://code.example/edit/content/modules/first/index.md" in page.links
    assert "https://creativecommons.org/licenses/by-sa/4.0/" in page.links
    assert {"oer-credit-text", "oer-credit-html", "oer-cite-apa", "oer-cite-bibtex", "oer-cite-csl"} <= set(
        page.ids
    )
    assert "by The course team, from Open course, is licensed under CC BY-SA 4.0" in page.text
    assert "adapted from" in page.text


def test_a_planned_module_is_short_and_honest(pages: tuple[Page, ...]) -> None:
    text = text_of(pages, "modules/later/")
    assert "This module is not written yet." in text
    assert "How to help" in text
    assert "Use this module" not in text
    assert not [page for page in pages if page.path == "modules/later/teach/"]
    assert page_at(pages, "modules/later/").filters["kind"] == ("Planned module",)


@pytest.mark.parametrize(
    ("status", "said"),
    [("draft", "still being written"), ("retired", "no longer kept up to date"), ("published", "")],
)
def test_a_reader_is_told_of_every_state_but_published(status: str, said: str) -> None:
    text = text_of(site(competency("users"), module("one", ["users@working"], status=status)), "modules/one/")
    assert said in text
    assert ("Draft." in text) == (status == "draft")


def test_search_finds_it_by_facets_and_by_its_parts(pages: tuple[Page, ...]) -> None:
    page = page_at(pages, "modules/first/")
    assert page.filters == {
        "kind": ("Module",),
        "competency": ("C1 Users",),
        "level": ("Working", "Expert"),
        "audience": ("policy", "operational delivery"),
        "time": ("30 minutes to 1 hour",),
        "language": ("English",),
    }
    assert "forms" in page.sections[0].text
    assert "the-situation" in [part.anchor for part in page.sections]
    assert page_at(pages, "modules/first/teach/").sections == (), "found once, not twice"


def test_a_module_in_another_language_says_so_to_screen_readers() -> None:
    page = page_at(site(module("un", body="Bonjour.", in_language="fr", title="Bonjour")), "modules/un/")
    assert page.language == "fr"
    assert page.spoken == "en", "no words in French were given"
    assert '<h1 lang="fr" dir="ltr">Bonjour</h1>' in page.body
    assert "Language French" in read(page).text


def test_linked_data_names_the_way_to_the_page(pages: tuple[Page, ...]) -> None:
    data = json.loads(json.dumps(page_at(pages, "modules/first/").linked_data))
    kinds = {node["@type"]: node for node in data["@graph"]}
    assert kinds["LearningResource"]["@id"] == "https://academy.example/course/modules/first/"
    assert [step["name"] for step in kinds["BreadcrumbList"]["itemListElement"]] == [
        "Home",
        "Catalogue",
        "First",
    ]
    teach = page_at(pages, "modules/first/teach/").linked_data["@graph"][0]
    assert teach["@type"] == "WebPage"
