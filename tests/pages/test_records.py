"""Competencies, courses, roles, crosswalks and the framework as pages: what stands on one side stands on
the other."""

from __future__ import annotations

from functools import cache

from oer_build.exports import case
from oer_build.lesson import ROOT
from oer_build.pages.page import Page
from tests.builders import competency, course, crosswalk, framework, module, role
from tests.pages.drawn import site
from tests.pages.html import page_at, read, text_of

FRAME = framework()
INDICATORS = [
    ("awareness", "a1", "knowledge", "Names the users."),
    ("awareness", "a2", "skill", "Watches one."),
    ("expert", "e1", "", "Changes the rules."),
]


@cache
def pages() -> tuple[Page, ...]:
    return site(
        FRAME,
        competency(
            "users",
            "C1",
            indicators=INDICATORS,
            associations=[("precedes", "teams"), ("isRelatedTo", "risks")],
        ),
        competency("teams", "C2", associations=[("exactMatchOf", "risks")]),
        competency("risks", "C3"),
        module("first", ["users@awareness practised"], minutes=60),
        module("second", ["teams@working assessed"], ["first"], ["users@awareness"], minutes=45),
        module("third", ["users@working", "teams@expert"], ["second"], ["risks@working"], status="planned"),
        module("fourth", ["risks@working"], ["fifth"]),
        module("fifth", ["risks@awareness"]),
        course("start", ["first", "second"], ["third"]),
        course("hard", ["fourth", "third"]),
        role("adviser", "users@awareness", "teams@expert", "risks@expert"),
        crosswalk("other", ("users", "isRelatedTo", "1.1"), ("users", "exactMatchOf", "1.2")),
    )


def test_every_level_has_its_part_under_its_identifier() -> None:
    page = read(page_at(pages(), "competencies/users/"))
    assert {"awareness", "working", "practitioner", "expert"} <= set(page.ids)
    assert page.row("Level")[1:3] == ["Modules", "Indicators"]
    assert page.row("Awareness")[1:3] == ["1 module 1 hour", "2"]
    assert page.row("Working")[1:3] == ["1 planned", "0"]
    assert "No module teaches this yet, and none is planned." in page.text


def test_an_indicator_is_found_under_the_address_that_its_case_item_names() -> None:
    first = competency("users", indicators=INDICATORS).indicators[0]
    anchor = case.indicator_identifier(FRAME, "users", first, 1)
    assert anchor in read(page_at(pages(), "competencies/users/")).ids


def test_a_heading_that_is_called_like_a_level_does_not_take_its_address() -> None:
    drawn = site(competency("users", rationale="## Working\n\nWith others."))
    page = page_at(drawn, "competencies/users/")
    assert sorted(read(page).ids).count("working") == 1
    assert page.toc[0].identifier == "rationale-working"


def test_before_and_after_come_from_the_framework_and_from_what_modules_expect() -> None:
    users, teams = text_of(pages(), "competencies/users/"), text_of(pages(), "competencies/teams/")
    assert "What comes after C2 Teams C2 Teams, Working 1 module expects this competency" in users
    assert "What comes before C1 Users C1 Users, Awareness 1 module on this competency expects it" in teams


def test_related_ones_are_named_on_both_sides() -> None:
    assert "Related competencies C3 Risks" in text_of(pages(), "competencies/users/")
    assert "Related competencies C1 Users" in text_of(pages(), "competencies/risks/")
    assert "Exact match of C3 Risks" in text_of(pages(), "competencies/teams/")


def test_a_competency_names_courses_roles_and_other_frameworks() -> None:
    text = text_of(pages(), "competencies/users/")
    assert "Start: 1 module, 1 hour; 1 more planned" in text
    assert "Adviser, Awareness" in text
    assert "Related to 1.1 Title of 1.1 Exact match of 1.2" in text


def test_a_syllabus_adds_up_and_keeps_what_is_planned_apart() -> None:
    text = text_of(pages(), "courses/start/")
    assert "Published 2 modules of 3, 1 hour 45 minutes" in text
    assert "Planned 1 module, 1 hour" in text
    assert "Unit 1 2 modules, 1 hour 45 minutes" in text
    assert "Unit 2 1 module planned, none published yet" in text
    assert "Start here: First" in text


def test_coverage_of_a_course_is_a_table_and_a_picture_that_says_the_same() -> None:
    page = read(page_at(pages(), "courses/start/"))
    assert page.row("C1 Users") == [
        "C1 Users",
        "1 module, 1 hour",
        "1 planned, 1 hour",
        "nothing",
        "nothing",
        "1 module, 1 hour 1 planned, 1 hour",
    ]
    assert "C1 Users: 1 hour, planned 1 hour" in page.text
    assert "C3" not in " ".join(row[0] for row in page.cells), "only what the course is about"


def test_a_module_that_teaches_several_levels_is_drawn_once() -> None:
    drawn = site(
        competency("users"),
        module("all", ["users@awareness", "users@working", "users@expert"]),
        course("one", ["all"]),
    )
    assert "Users: 1 hour" in text_of(drawn, "courses/one/"), "not three hours"


def test_a_course_says_what_a_learner_must_bring() -> None:
    start, hard = text_of(pages(), "courses/start/"), text_of(pages(), "courses/hard/")
    assert "Third expects C3 Risks, Working" in start
    assert "2 expectations that the course meets itself" not in start
    assert "Second expects First Taught before by First" in start
    assert "Fourth expects Fifth" in hard


def test_a_course_that_puts_things_in_the_wrong_order_says_so() -> None:
    drawn = site(
        competency("users"),
        module("late", ["users@working"]),
        module("early", [], [], ["users@working"]),
        course("odd", ["early", "late"]),
    )
    assert "The course teaches it, but only later: Late" in text_of(drawn, "courses/odd/")


def test_a_role_says_plainly_what_is_there_and_what_is_missing() -> None:
    text = text_of(pages(), "roles/adviser/")
    assert "This role needs 3 competencies. For 1 there are modules at the level needed." in text
    assert "For 1 more a module is planned." in text
    assert "For 1 there is nothing yet, and nothing is planned." in text
    assert "C2 Teams, Expert Planned only: nothing is written yet at this level." in text
    assert "C3 Risks, Expert Missing:" in text
    assert "Steps on the way, at a lower level: Fourth" in text


def test_a_crosswalk_lists_what_corresponds_and_what_does_not() -> None:
    page = read(page_at(pages(), "crosswalks/other/"))
    assert page.row("C1 Users")[:3] == ["C1 Users", "Related to", "1.1 Title of 1.1"]
    assert "2 competencies have nothing that corresponds" in page.text
    assert "https://frameworks.example/other/1.1" in page.links


def test_the_framework_lists_all_and_offers_it_as_files() -> None:
    page = read(page_at(pages(), "framework/"))
    assert "3 competencies, 4 levels" in page.text
    assert "C1 Users 1 module, 1 hour; 1 more planned A public servant can do users." in page.text
    assert f"{ROOT}{case.package_path(FRAME)}" in page.links
    assert f"{ROOT}crosswalks/other/" in page.links
