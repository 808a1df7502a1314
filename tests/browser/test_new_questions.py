"""Matching and ordering by keyboard alone; how sure one is, trying again, answers that outlive a reload."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.learning import MATCHING, ORDERING, again, held
from tests.browser.visits import Visit

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

Visitor = Callable[..., Visit]


def question(page: Page) -> Locator:
    """The question of the page that has lists."""
    return page.locator(".oer-quiz", has=page.locator("select"))


def wanted(quiz: Locator) -> list[str]:
    """The right choice of each list, in the order in which they are shown."""
    answers = quiz.locator(".oer-quiz__answer")
    found = []
    for chosen in quiz.locator("select").all():
        number = int(chosen.get_attribute("data-item") or 0)
        found.append(answers.nth(number - 1).get_attribute("data-partner") or str(number))
    return found


def by_keyboard(page: Page, quiz: Locator, choices: list[str]) -> None:
    """Choose from each list with the Tab and arrow keys, pass by how sure one is, and come to the button."""
    quiz.locator("select").first.focus()
    for at, choice in enumerate(choices):
        here = quiz.locator("select").nth(at)
        expect(here).to_be_focused()
        options = here.locator("option").all_inner_texts()
        for _ in range(options.index(choice)):
            page.keyboard.press("ArrowDown")
        expect(here).to_have_value(choice)
        page.keyboard.press("Tab")
    expect(quiz.get_by_label("Sure", exact=True)).to_be_focused()
    page.keyboard.press("Tab")
    expect(quiz.get_by_role("button", name="Check")).to_be_focused()


@pytest.mark.parametrize("path", [MATCHING, ORDERING])
def test_it_is_answered_by_keyboard_and_kept(visit: Visitor, path: str) -> None:
    page = visit(path).page
    quiz = question(page)
    right = wanted(quiz)
    by_keyboard(page, quiz, right)
    page.keyboard.press("Enter")
    status = quiz.get_by_role("status")
    expect(status).to_contain_text(re.compile(r"^Right\."))
    for chosen in quiz.locator("select").all():
        described = chosen.get_attribute("aria-describedby")
        reason = page.locator(f"[id='{described}']").inner_text()
        assert reason.startswith("Right.") or "Right." in reason
        assert len(reason) > 20, "with the reason"
        assert " ".join(reason.split()) in " ".join((status.text_content() or "").split()), "said aloud too"
    expect(quiz.get_by_role("button", name="Check")).to_be_focused()
    again(page)
    for at, choice in enumerate(right):
        expect(quiz.locator("select").nth(at)).to_have_value(choice)
    expect(status).to_contain_text(re.compile(r"^Right\."))
    assert status.get_attribute("aria-live") == "off", "what stood there before is no news"
    entry = held(page)["modules"][path.split("/")[1]]
    (answer,) = entry["quiz"].values()
    assert (answer["right"], answer["attempts"], answer["confidence"]) == (True, 1, "")
    assert entry["started"]


@pytest.mark.parametrize("path", [MATCHING, ORDERING])
def test_wrong_items_are_marked_without_giving_the_answer_away(visit: Visitor, path: str) -> None:
    page = visit(path).page
    quiz = question(page)
    right = wanted(quiz)
    first, second = quiz.locator("select").nth(0), quiz.locator("select").nth(1)
    for at, choice in enumerate(right):
        quiz.locator("select").nth(at).select_option(choice)
    first.select_option(right[1])
    second.select_option(right[0])
    quiz.get_by_label("Sure", exact=True).press("Space")
    quiz.get_by_label("Sure", exact=True).press("Enter")
    status = quiz.get_by_role("status")
    expect(status).to_contain_text(f"Partly right: {len(right) - 2} of {len(right)}. Change the others")
    expect(status).to_contain_text("You were sure. That is worth a second look.")
    expect(page.locator(f"[id='{first.get_attribute('aria-describedby')}']")).to_have_text("Not right.")
    assert not quiz.locator("details").get_attribute("open")
    first.select_option(right[0])
    expect(status).to_be_empty()
    expect(quiz.get_by_label("Sure", exact=True), "said of the answer before").not_to_be_checked()
    second.select_option(right[1])
    quiz.get_by_role("button", name="Check").click()
    expect(status).to_contain_text("Right.")
    expect(status).to_contain_text("Attempt 2.")


def test_what_is_not_whole_is_asked_for(visit: Visitor) -> None:
    page = visit(ORDERING).page
    quiz = question(page)
    quiz.locator("select").first.select_option("1")
    quiz.get_by_role("button", name="Check").click()
    expect(quiz.get_by_role("status")).to_have_text("Choose for every item first.")
    expect(quiz.locator("select").nth(1)).to_be_focused()
    for chosen in quiz.locator("select").all():
        chosen.select_option("1")
    quiz.get_by_role("button", name="Check").click()
    expect(quiz.get_by_role("status")).to_contain_text("Two items have the same place")
    assert not quiz.get_attribute("data-result")


def test_what_was_begun_is_there_after_a_reload_and_not_judged(visit: Visitor) -> None:
    page = visit(MATCHING).page
    quiz = question(page)
    quiz.locator("select").nth(1).select_option(index=2)
    before = quiz.locator("select").nth(1).input_value()
    quiz.get_by_label("Not sure").check()
    field = page.locator(".oer-quiz__text").first
    field.type("4")
    again(page)
    expect(quiz.get_by_label("Not sure")).to_be_checked()
    expect(quiz.locator("select").nth(1)).to_have_value(before)
    expect(field).to_have_value("4")
    assert not quiz.get_attribute("data-result")


def test_one_tries_again_from_the_beginning(visit: Visitor) -> None:
    page = visit(ORDERING).page
    quiz = page.locator(".oer-quiz", has=page.locator("input[type=radio]")).first
    expect(quiz.get_by_role("button", name="Try again")).to_be_hidden()
    quiz.locator("input").first.check()
    quiz.get_by_label("Not sure").check()
    quiz.get_by_role("button", name="Check").click()
    expect(quiz.get_by_role("status")).to_contain_text("You were not sure.")
    again(page)
    expect(quiz.locator("input").first).to_be_checked()
    expect(quiz.get_by_label("Not sure")).to_be_checked()
    expect(quiz.get_by_role("status")).to_contain_text("You were not sure.")
    quiz.get_by_role("button", name="Try again").focus()
    page.keyboard.press("Enter")
    assert not quiz.locator("input:checked").count()
    expect(quiz.locator("input").first).to_be_focused()
    expect(quiz.get_by_role("status")).to_be_empty()


def test_a_question_that_was_changed_does_not_take_the_answer_to_the_old_one(visit: Visitor) -> None:
    page = visit(ORDERING).page
    quiz = page.locator(".oer-quiz", has=page.locator("input[type=radio]")).first
    quiz.locator("input").first.check()
    text = page.evaluate("localStorage.getItem('oer:progress')")
    key = quiz.get_attribute("data-key") or ""
    page.evaluate("text => localStorage.setItem('oer:progress', text)", text.replace(key, "0" * len(key)))
    again(page)
    assert not quiz.locator("input:checked").count()


@pytest.mark.parametrize("path", [MATCHING, ORDERING])
def test_it_is_shown_whole_without_scripts_and_on_paper(visit: Visitor, path: str) -> None:
    page = visit(path, java_script_enabled=False).page
    quiz = question(page)
    expect(quiz.get_by_role("button")).to_have_count(0)
    quiz.locator("summary").click()
    shown = " ".join(quiz.locator("details").inner_text().split())
    for answer in quiz.locator(".oer-quiz__answer").all():
        assert (answer.get_attribute("data-partner") or "") in shown
        assert " ".join((answer.locator(".oer-quiz__why").text_content() or "").split()) in shown
    page.emulate_media(media="print")
    expect(quiz.locator("select").first).to_be_hidden()
    expect(quiz.locator(".oer-quiz__option").first).to_be_visible()


def test_it_stands_in_the_teaching_view_with_its_answer_open(visit: Visitor) -> None:
    page = visit(f"{MATCHING}teach/").page
    quiz = question(page)
    expect(quiz.locator(".oer-quiz__answer").first).to_be_visible()
    quiz.locator("select").first.select_option(index=1)
    assert held(page) is None, "who teaches keeps no progress"
