"""Organisations: who belongs to whom, told from both sides; a role answers, never a person."""

from __future__ import annotations

from functools import cache

from oer_build.model import Catalogue, Contact
from oer_build.pages.page import Page
from tests.builders import catalogue, competency
from tests.community import call, opportunity, organisation, story
from tests.pages.drawn import draw, files_of
from tests.pages.html import faults, page_at, read, text_of


def linked() -> Catalogue:
    return catalogue(
        competency("users", "C1"),
        organisation("office", title="Zonal office", region=("KE",), member_of="hub", partners="school"),
        organisation("school", title="A school", type="school", contact=Contact("Head of partnerships")),
        organisation(
            "hub",
            type="hub",
            title="The hub",
            alternate_name=("Hub of hubs",),
            purpose="To meet.",
            objectives=("Meet", "Meet again"),
            facilities=("A room",),
            offers=("Coffee",),
            keywords=("meeting",),
            contact=Contact("Lead contact", "", "https://hub.example/contact"),
        ),
        opportunity("mentors", provider="office", host="office hub"),
        story("tax", ["users"], organisations="office"),
        call("join", "organisations"),
    )


@cache
def pages() -> tuple[Page, ...]:
    return draw(linked())


def test_markup_and_links_are_sound() -> None:
    assert faults(pages(), files_of(linked())) == []


def test_the_directory_is_in_the_order_of_names_with_what_each_runs_or_hosts() -> None:
    page = read(page_at(pages(), "organisations/"))
    assert [row[0].split(" What")[0] for row in page.cells[1:]] == [
        "A school",
        "The hub (Hub of hubs)",
        "Zonal office",
    ]
    assert page.row("Zonal office")[1:] == ["Government department", "Kenya", "1"]
    assert page.row("A school")[1:] == ["School", "not known", "0"]


def test_a_hub_says_what_it_is_for_and_who_belongs_to_it() -> None:
    text = text_of(pages(), "organisations/hub/")
    assert "Purpose To meet. Objectives Meet Meet again" in text
    assert "What it offers Coffee Rooms and equipment A room Who belongs to it Zonal office" in text
    assert "Also called Hub of hubs" in text
    assert "Belongs to The hub" in text_of(pages(), "organisations/office/")


def test_partners_are_named_on_both_pages_whichever_record_says_so() -> None:
    assert "Works with A school" in text_of(pages(), "organisations/office/")
    assert "Works with Zonal office" in text_of(pages(), "organisations/school/")


def test_a_role_answers_by_mailbox_by_page_or_by_neither() -> None:
    assert "Who answers Lead contact: office@example.org" in text_of(pages(), "organisations/office/")
    assert "mailto:office@example.org" in page_at(pages(), "organisations/office/").body
    assert "Who answers Lead contact: contact page" in text_of(pages(), "organisations/hub/")
    assert "Who answers Head of partnerships (no mailbox known)" in text_of(pages(), "organisations/school/")


def test_an_organisation_leads_to_what_it_offers_and_to_its_stories() -> None:
    text = text_of(pages(), "organisations/office/")
    assert text.count("Mentors About mentors.") == 1, "once, though it runs it and hosts it"
    assert "Stories Tax What happened at tax." in text


def test_search_knows_its_other_names_and_what_it_offers() -> None:
    (section,) = page_at(pages(), "organisations/hub/").sections
    for word in ("Hub of hubs", "Coffee", "A room", "meeting"):
        assert word in section.text
