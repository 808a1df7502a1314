"""The quiz: by keyboard, right and wrong in words with the reason, and whole without JavaScript."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from tests.browser.accessibility import violations
from tests.browser.visits import Visit
from tests.site.built import Site
from tests.site.kinds import KINDS

if TYPE_CHECKING:
    from playwright.sync_api import Locator

Visitor = Callable[..., Visit]


def options(quiz: Locator) -> list[tuple[str, bool, str]]:
    """What the answers under the form say: the option, whether it is right, and why."""
    return [
        (
            (one.locator(".oer-quiz__given").text_content() or "").strip(),
            one.get_attribute("data-correct") == "true",
            " ".join((one.locator(".oer-quiz__why").text_content() or "").split()),
        )
        for one in quiz.locator(".oer-quiz__answer").all()
    ]


@pytest.mark.parametrize("right", [True, False], ids=["right", "wrong"])
def test_a_single_choice_by_keyboard(visit: Visitor, right: bool) -> None:
    page = visit(KINDS["module"]).page
    quiz = page.locator(".oer-quiz", has=page.locator("input[type=radio]")).first
    at, reason = next((n, why) for n, (_, good, why) in enumerate(options(quiz)) if good == right)
    quiz.locator("input").first.focus()
    page.keyboard.press("Space")
    for _ in range(at):
        page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    expect(quiz.get_by_label("Sure", exact=True)).to_be_focused()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.type") == "submit"
    page.keyboard.press("Enter")
    status = quiz.get_by_role("status")
    status.filter(has_text="Right." if right else "Not right.").wait_for()
    chosen = quiz.locator(".oer-quiz__option").nth(at)
    assert reason in " ".join(chosen.inner_text().split()), "the reason stands at the option"
    assert reason in " ".join((status.text_content() or "").split()), "and is said aloud"
    assert chosen.locator("input").get_attribute("aria-describedby")
    assert page.evaluate("document.activeElement.type") == "submit", "focus stays where it was"
    assert not violations(page)


def test_a_verdict_goes_when_the_answer_changes(visit: Visitor) -> None:
    page = visit(KINDS["module"]).page
    quiz = page.locator(".oer-quiz", has=page.locator("input[type=radio]")).first
    quiz.locator("input").first.check()
    quiz.get_by_role("button", name="Check").click()
    assert quiz.locator(".oer-quiz__verdict").count()
    quiz.locator("input").nth(1).check()
    assert not quiz.locator(".oer-quiz__verdict").count()


def test_no_answer_is_asked_for(visit: Visitor) -> None:
    page = visit(KINDS["module"]).page
    quiz = page.locator(".oer-quiz").first
    quiz.get_by_role("button", name="Check").click()
    quiz.get_by_role("status").filter(has_text="Give an answer first.").wait_for()


def module_with(site: Site, selector: str, name: str) -> str:
    """A module's page with a question of a type."""
    for module in site.written:
        path = f"modules/{module['identifier']}/"
        if any(
            one["type"] == selector and name in [*one.classes, one.parent["class"] if one.parent else ""]
            for one in site.article(path).all("input")
        ):
            return path
    pytest.fail(f"no module asks a question with {selector}")


def test_a_multiple_choice_says_what_was_missed(visit: Visitor, site: Site) -> None:
    page = visit(module_with(site, "checkbox", "oer-quiz__option")).page
    quiz = page.locator(".oer-quiz", has=page.locator("input[type=checkbox]")).first
    answers = options(quiz)
    rights = [n for n, (_, good, _) in enumerate(answers) if good]
    assert len(rights) > 1
    quiz.locator("input").nth(rights[0]).check()
    quiz.get_by_role("button", name="Check").click()
    quiz.get_by_role("status").filter(has_text=f"Partly right: 1 of {len(rights)}.").wait_for()
    missed = quiz.locator(".oer-quiz__option").nth(rights[1])
    assert "This one is right too." in missed.inner_text()
    wrong = next(n for n, (_, good, _) in enumerate(answers) if not good)
    quiz.locator("input").nth(wrong).check()
    quiz.get_by_role("button", name="Check").click()
    quiz.get_by_role("status").filter(has_text="Not right.").wait_for()
    for n, (_, good, _) in enumerate(answers):
        quiz.locator("input").nth(n).set_checked(good)
    quiz.get_by_role("button", name="Check").click()
    assert (quiz.get_by_role("status").text_content() or "").strip().startswith("Right.")


def types_of(site: Site, module: dict[str, Any]) -> set[str]:
    """The types of answer that a module asks for: one choice, several, a text."""
    article = site.article(f"modules/{module['identifier']}/")
    return {field["type"] for quiz in article.all("div", class_="oer-quiz") for field in quiz.all("input")}


def test_every_question_can_be_answered(visit: Visitor, site: Site) -> None:
    """The right answers give “Right.”, whatever the type of the question: in modules that hold every type."""
    left = {kind for module in site.written for kind in types_of(site, module)}
    for module in site.written:
        if not left & types_of(site, module):
            continue
        left -= types_of(site, module)
        page = visit(f"modules/{module['identifier']}/").page
        quizzes = page.locator(".oer-quiz").all()
        assert len(quizzes) >= 5
        for quiz in quizzes:
            answers = options(quiz)
            assert all(why for _, _, why in answers), "every option has its reason"
            field = quiz.locator("input[type=text]")
            if field.count():
                field.fill(next(text for text, good, _ in answers if good))
            for n, (_, good, _) in enumerate(answers):
                if good and not field.count():
                    quiz.locator("input").nth(n).check()
            for chosen in quiz.locator("select").all():
                number = int(chosen.get_attribute("data-item") or 0)
                partner = quiz.locator(".oer-quiz__answer").nth(number - 1).get_attribute("data-partner")
                chosen.select_option(label=partner or str(number))
            quiz.get_by_role("button", name="Check").click()
            assert quiz.get_attribute("data-result") == "right"


def test_without_scripts_question_and_answer_are_there(visit: Visitor) -> None:
    page = visit(KINDS["module"], java_script_enabled=False).page
    quiz = page.locator(".oer-quiz").first
    expect(quiz.locator(".oer-quiz__stem")).to_be_visible()
    expect(quiz.get_by_role("button", name="Check")).not_to_be_visible()
    answers = quiz.locator("details")
    assert answers.get_attribute("open") is None
    quiz.locator("summary").focus()
    page.keyboard.press("Enter")
    assert "Right." in answers.inner_text()
    for text, _, why in options(quiz):
        shown = " ".join(answers.inner_text().split())
        assert text in shown
        assert why in shown
