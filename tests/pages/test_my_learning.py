"""My learning: the page is whole without scripts, and brings what it takes to name what a browser keeps."""

from __future__ import annotations

import json
import re
from html import unescape
from typing import Any

from tests.builders import catalogue, competency, course, module
from tests.pages.drawn import draw
from tests.pages.html import page_at, read, text_of

EVIL = "\"'></script><b>\u2028&amp;"


def site(**more: Any) -> Any:
    return catalogue(
        competency("users", "C1", "Users"),
        competency("unused"),
        module("first", ["users@working"], title=more.get("title", "First steps")),
        module("later", ["users@expert"], status="planned"),
        course("start", ["first", "later"], title="Start"),
    )


def data(body: str) -> dict[str, Any]:
    found = re.search(r'data-oer-learning="([^"]*)"', body)
    assert found
    made: dict[str, Any] = json.loads(unescape(found[1]))
    return made


def test_the_page_names_what_can_be_done_and_nothing_that_is_only_planned() -> None:
    made = data(page_at(draw(site()), "my-learning/").body)
    assert made["modules"] == {
        "first": {
            "title": "First steps",
            "path": "modules/first/",
            "teaches": [["users", "working"]],
            "questions": [],
            "objectives": [],
        }
    }
    assert made["courses"] == [{"title": "Start", "path": "courses/start/", "modules": ["first"]}]
    assert [one["name"] for one in made["competencies"]] == ["C1 Users"]
    assert [one["identifier"] for one in made["levels"]][:2] == ["awareness", "working"]


def test_keys_of_objectives_and_questions_are_in_the_order_of_the_module() -> None:
    """`my-learning.js` leads to a question by its number, which is that of its name on the page."""
    options = "- [x] Yes\n    - So it is.\n- [ ] No\n    - It is not.\n"
    question = "/// question | Number {}?\n    type: single-choice\n\n" + options + "///\n\n"
    text = "/// objectives\n\n- Explain it\n///\n\n" + "".join(question.format(n) for n in (1, 2, 3))
    pages = draw(catalogue(module("first", body=text)))
    made = data(page_at(pages, "my-learning/").body)["modules"]["first"]
    body = page_at(pages, "modules/first/").body
    assert made["objectives"] == re.findall(r'<li data-key="(\w+)">Explain it</li>', body)
    assert len(made["questions"]) == 3
    for number, key in enumerate(made["questions"], 1):
        assert f'id="question-{number}" data-key="{key}"' in body


def test_the_level_stands_where_one_chooses_a_module_and_at_the_end_of_its_text() -> None:
    pages = draw(site())
    facts = page_at(pages, "courses/start/").body.partition("oer-syllabus")[2]
    assert '<span class="oer-fact">Level: Working</span>&nbsp;<span class="oer-fact"><time' in facts
    end = page_at(pages, "modules/first/").body.partition('<p class="oer-left">')[2]
    assert "Level: Working" in end.partition("</p>")[0] and "About 1 hour left." in end.partition("</p>")[0]


def test_no_title_ends_the_data() -> None:
    body = page_at(draw(site(title=EVIL)), "my-learning/").body
    assert data(body)["modules"]["first"]["title"] == EVIL
    assert EVIL not in body and "<b>" not in body


def test_without_scripts_the_page_says_what_it_would_do_and_that_nothing_is_lost() -> None:
    text = text_of(draw(site()), "my-learning/")
    assert "With JavaScript this page would show" in text
    assert "nothing else is lost" in text


def test_home_leads_there_and_a_site_without_modules_has_no_such_page() -> None:
    pages = draw(site())
    assert any(link.endswith("my-learning/") for link in read(page_at(pages, "")).links)
    assert "my-learning/" not in {page.path for page in draw(catalogue(competency("users")))}


def test_a_module_knows_who_it_is_and_its_links_say_so() -> None:
    pages = draw(site())
    module_page, course_page = page_at(pages, "modules/first/").body, page_at(pages, "courses/start/").body
    assert 'data-oer-going="first" data-minutes="60"' in module_page
    assert '<div class="oer-body" data-oer-module="first">' in module_page
    assert "Mark as done" in module_page and '<textarea id="oer-own-note"' in module_page
    assert 'data-module="first" data-oer-teach=' in course_page
    assert '<progress id="oer-along" max="1" value="0">' in course_page
    assert "0 of 1 modules done, about 1 hour left.</label>" in course_page
    assert "Mark as done" not in page_at(pages, "modules/first/teach/").body
