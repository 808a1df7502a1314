"""The self-assessment page: every statement a box, the rule in words, data for the script."""

from __future__ import annotations

import html
import json
import re
from typing import Any

from oer_build.lesson import ROOT
from oer_build.pages.page import Page
from tests.builders import competency, course, framework, module, role
from tests.pages.drawn import site
from tests.pages.html import page_at, read, text_of

PATH = "self-assessment/"
USERS = competency(
    "users",
    "C1",
    indicators=[
        ("awareness", "a1", "knowledge", "Says <why> & when."),
        ("awareness", "", "skill", "Does it."),
        ("working", "w1", "skill", "Leads </script> it."),
    ],
)


def pages() -> tuple[Page, ...]:
    return site(
        USERS,
        competency("teams"),
        module("first", ["users@awareness practised"], minutes=30),
        module("later", ["users@working"], ["first"], status="planned"),
        role("adviser", "users@working"),
    )


def data(drawn: tuple[Page, ...]) -> Any:
    found = re.search(r'data-part="data">(.*?)</script>', page_at(drawn, PATH).body, re.DOTALL)
    assert found
    return json.loads(found[1])


def test_every_statement_is_a_labelled_box() -> None:
    body = page_at(pages(), PATH).body
    boxes = re.findall(r'<input type="checkbox" id="([^"]+)" name="([^"]+)" value="([^"]+)">', body)
    assert boxes == [
        ("users.a1", "users", "a1"),
        ("users.awareness-2", "users", "awareness-2"),
        ("users.w1", "users", "w1"),
    ]
    labels = re.findall(r'<label for="(users\.[^"]+)">([^<]+)</label>', body)
    assert html.unescape(dict(labels)["users.a1"]) == "Says <why> & when."
    assert len(re.findall(r"<fieldset[^>]* data-competency=", body)) == 1, "none without statements"


def test_the_rule_for_counting_is_in_words() -> None:
    assert "That is: of 1 statements 1; of 2 statements 2." in text_of(pages(), PATH)


def test_the_script_gets_what_it_reasons_with_and_no_more() -> None:
    found = data(pages())
    assert [one["identifier"] for one in found["competencies"]] == ["users", "teams"]
    assert found["competencies"][0]["indicators"]["awareness"] == [
        {"identifier": "a1"},
        {"identifier": "awareness-2"},
    ]
    assert found["modules"][1]["requires"] == ["first"]
    assert "Leads" not in json.dumps(found)
    assert "</script> it" not in page_at(pages(), PATH).body


def test_links_are_to_modules_that_can_be_taken() -> None:
    links = read(page_at(pages(), PATH)).links
    assert f"{ROOT}modules/first/" in links
    assert f"{ROOT}modules/later/" not in links
    assert f"{ROOT}roles/adviser/" in links


def test_a_framework_without_levels_has_no_folds() -> None:
    drawn = site(
        framework(levels=()),
        competency("users", indicators=[("", "", "", "Does it.")]),
        module("first", ["users"]),
        role("adviser", "users"),
    )
    body = page_at(drawn, PATH).body
    assert 'id="users.all-1"' in body
    assert "oer-self__level" in body and "<summary" not in body
    assert data(drawn)["competencies"][0]["indicators"] == [{"identifier": "all-1"}]
    assert "You hold a competency when at least three quarters" in text_of(drawn, PATH)


def test_without_statements_there_is_no_page_and_no_link_to_one() -> None:
    drawn = site(
        competency("users"),
        module("first", ["users@working"]),
        role("adviser", "users@working"),
        course("begin", ["first"]),
    )
    assert PATH not in {page.path for page in drawn}
    assert not any("self-assessment" in page.body for page in drawn)


def test_without_roles_or_modules_the_page_is_still_one() -> None:
    body = page_at(site(USERS), PATH).body
    assert "oer-self-role" not in body
    assert 'data-part="pathway"' not in body


def test_competency_role_and_home_lead_to_it() -> None:
    drawn = pages()
    assert f"{ROOT}{PATH}#of-users" in read(page_at(drawn, "competencies/users/")).links
    assert f"{ROOT}{PATH}" not in "".join(read(page_at(drawn, "competencies/teams/")).links)
    assert f"{ROOT}{PATH}?role=adviser" in read(page_at(drawn, "roles/adviser/")).links
    assert f"{ROOT}{PATH}" in read(page_at(drawn, "")).links


def test_home_leads_here_from_where_one_chooses_a_course() -> None:
    begin = course("begin", ["first"])
    there = page_at(site(USERS, module("first", ["users@awareness"]), begin), "").body
    assert f'href="{ROOT}{PATH}">Check what you can do already</a>' in there
