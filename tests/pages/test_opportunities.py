"""The directory of opportunities and their pages: what is not known is said, and filters leave nobody out."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

import pytest

from oer_build.model import Catalogue
from oer_build.pages.page import Page
from oer_build.strings import Strings
from tests.builders import SITE, catalogue, competency, module
from tests.community import call, opportunity, organisation, source
from tests.pages.drawn import draw, files_of
from tests.pages.html import faults, page_at, read, text_of


def linked() -> Catalogue:
    return catalogue(
        competency("users", "C1"),
        competency("data", "C2"),
        module("first", ["users@working"]),
        organisation("office", alternate_name=("OFF",)),
        organisation("hub"),
        opportunity(
            "returners",
            "mentoring placement",
            ["users@working"],
            provider="office",
            host="hub office",
            audience=("women",),
            grades=("below-senior",),
            region=("GB-SCT", "KE"),
            direction="within-government",
            duration="P1Y6M",
            start_date="2023-04",
            eligibility="Members of the profession.",
            how_to_apply="Write to the team.",
            url="https://futures.example/",
            keywords=("coming back",),
            body="See [[source:guide]] and [[organisation:hub]].",
            relations=[("complements", "exchange", "One brings people in.")],
        ),
        opportunity("exchange", "exchange", ["users"], audience=("industry-specialists",), stage="pilot"),
        opportunity("open", "mentoring", ["data"], audience=("all",), grades=("all",), stage="closed"),
        opportunity("silent", "mentoring", ["users"], audience=("women",), grades=("senior",)),
        call("offer", "opportunities"),
        call("correct", "opportunities/silent"),
        site=replace(SITE, edit_url="https://git.example/a/b/edit/main/"),
    )


@cache
def pages() -> tuple[Page, ...]:
    return draw(linked())


def rows(**filters: str) -> list[str]:
    """Titles in the directory whose data attributes hold the values: what the theme's script would show."""
    found = []
    for row in re.findall(
        r"<tr (data-[^>]*)>\s*<th[^>]*data-value=\"([^\"]*)\"", page_at(pages(), "opportunities/").body
    ):
        data = dict(re.findall(r'data-([a-z]+)="([^"]*)"', row[0]))
        if all(value in data[name].split() for name, value in filters.items()):
            found.append(row[1])
    return found


def test_markup_and_links_are_sound() -> None:
    assert faults(pages(), files_of(linked())) == []


def test_home_says_how_many_of_the_directory_are_closed() -> None:
    rows = page_at(pages(), "opportunities/").body.count("<tr data-")
    assert rows == 4
    assert "3 opportunities and 1 that is closed" in text_of(pages(), "")


def test_a_site_without_opportunities_has_neither_directory_nor_report() -> None:
    paths = {page.path for page in draw(catalogue(competency("users")))}
    assert not {"opportunities/", "overlaps/"} & paths


def test_the_directory_shows_everything_without_a_script() -> None:
    page = read(page_at(pages(), "opportunities/"))
    assert page.row("Returners") == [
        "Returners About returners.",
        "Mentoring, Placement",
        "women below senior civil service",
        "Within government",
        "Running",
        "Office Scotland (United Kingdom) and Kenya",
    ]
    assert page.row("Silent")[3] == "not known"


def test_mentoring_for_women_below_the_senior_civil_service_takes_two_choices() -> None:
    assert rows(kind="mentoring", audience="women") == ["Returners", "Open", "Silent"]
    assert rows(kind="mentoring", audience="women", grade="below-senior") == ["Returners", "Open"]


def test_what_is_open_to_all_is_found_by_whoever_looks_for_one_group_and_counted_with_it() -> None:
    assert rows(audience="industry-specialists") == ["Exchange", "Open"]
    body = page_at(pages(), "opportunities/").body
    assert re.search(r'name="audience" value="women"> <span>women \(3\)</span>', body)
    assert re.search(r'name="kind" value="mentoring"> <span>Mentoring \(3\)</span>', body)
    assert '<option value="below-senior">below senior civil service (2)</option>' in body


def test_a_choice_that_would_change_nothing_is_not_offered() -> None:
    drawn = draw(catalogue(competency("users"), opportunity("one", "board"), opportunity("two", "board")))
    body = page_at(drawn, "opportunities/").body
    assert "<fieldset" not in body
    assert re.findall(r'<select id="([^"]+)"', body) == ["filter-order"]


def test_a_page_says_what_is_known_and_what_is_not() -> None:
    text = text_of(pages(), "opportunities/returners/")
    for said in (
        "What Mentoring, Placement",
        "Who can take part Members of the profession.",
        "Grades below senior civil service",
        "Run by Office",
        "Hosted by Hub, Office",
        "Where Scotland (United Kingdom), Kenya",
        "Lasts 1 year 6 months",
        "Start 2023-04",
        "How to apply Write to the team.",
        "Sources last read 22 November 2026",
        "C1 Users, Working",
    ):
        assert said in text, said
    silent = text_of(pages(), "opportunities/silent/")
    for fact in ("Who can take part", "Direction", "Run by", "Hosted by", "Where", "Lasts", "How to apply"):
        assert f"{fact} not known" in silent, fact


def test_relations_are_told_on_both_pages_each_from_its_own_side() -> None:
    here, there = text_of(pages(), "opportunities/returners/"), text_of(pages(), "opportunities/exchange/")
    assert "According to The editors, it complements Exchange. One brings people in." in here
    assert "According to The editors, Returners complements it. One brings people in." in there


def test_what_is_alike_and_not_judged_is_named_and_what_is_judged_is_not_named_twice() -> None:
    text = text_of(pages(), "opportunities/returners/")
    assert "Much alike, and not yet judged: Silent." in text
    assert text.count("Exchange") == 1


def test_calls_stand_on_the_directory_and_on_every_page_or_on_one_of_them() -> None:
    assert "Take part Offer · open the form: Offer" in text_of(pages(), "opportunities/")
    assert "Take part Offer · open the form: Offer Correct what" in text_of(pages(), "opportunities/open/")
    both = "Take part Offer · open the form: Offer Correct · open the form: Correct"
    assert both in text_of(pages(), "opportunities/silent/")


def test_a_page_can_be_corrected_where_the_site_is_edited() -> None:
    links = read(page_at(pages(), "opportunities/open/")).links
    assert "https://git.example/a/b/edit/main/content/opportunities/open.md" in links


def test_search_knows_an_opportunity_by_its_kinds_and_keywords() -> None:
    page = page_at(pages(), "opportunities/returners/")
    assert "Mentoring Placement coming back" in page.sections[0].text
    assert page.filters == {"kind": ("Opportunity",), "competency": ("C1 Users",)}


def test_a_competency_says_where_to_practise_it_but_not_in_what_is_closed() -> None:
    text = text_of(pages(), "competencies/users/")
    assert "Practise this at work Returners About returners. Exchange About exchange. Silent" in text
    assert "Practise this" not in text_of(pages(), "competencies/data/")
    assert "oer-practise" in {heading.identifier for heading in page_at(pages(), "competencies/users/").toc}


def test_sources_can_be_cited_from_the_text() -> None:
    body = page_at(pages(), "opportunities/returners/").body
    assert 'id="source-guide"' in body and "#source-guide" in body


@pytest.mark.parametrize(
    ("length", "words"),
    [
        ("P6M", "6 months"),
        ("P1Y", "1 year"),
        ("P2W3D", "2 weeks 3 days"),
        ("P1Y6M", "1 year 6 months"),
        ("", ""),
    ],
)
def test_a_length_of_months_is_said_in_words(length: str, words: str) -> None:
    assert Strings("en").period(length) == words


def test_lengths_and_countries_are_in_the_language_of_the_site() -> None:
    strings = Strings("de")
    assert strings.period("P1Y6M") == "1 Jahr 6 Monate"
    assert strings.region("DE") == "Deutschland"
    assert strings.region("BR-SP") == "SP (Brasilien)"


def test_nothing_that_a_source_says_is_markup() -> None:
    evil = "<script>alert(1)</script>\"'&"
    one = opportunity(
        "one",
        title=evil,
        description=evil,
        eligibility=evil,
        how_to_apply=evil,
        keywords=(evil,),
        sources=(source(title=evil, creator=evil),),
        relations=[("complements", "two", evil)],
    )
    for page in draw(catalogue(one, opportunity("two", title=evil))):
        assert "<script>" not in page.body, page.path
