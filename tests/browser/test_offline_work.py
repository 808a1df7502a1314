"""The offline copy at work, from a folder: what readers do and keep there, what teachers use in a room."""
# ruff: noqa: F811

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.learning import MATCHING, MINE, ORDERING
from tests.browser.test_offline import Opener, folder, opened  # noqa: F401
from tests.site.kinds import KINDS

SINGLE = KINDS["module"]


def quiz_with(page: Page, what: str) -> Locator:
    return page.locator(".oer-quiz", has=page.locator(what)).first


def checked(quiz: Locator) -> None:
    """Check the answer; the verdict has words and is kept."""
    quiz.get_by_role("button", name="Check").first.click()
    expect(quiz).to_have_attribute("data-result", re.compile("right|wrong|partly"))
    expect(quiz.get_by_role("status")).not_to_be_empty()


@pytest.mark.parametrize(
    ("path", "control"), [(SINGLE, "input[type=radio]"), (MATCHING, "select"), (ORDERING, "select")]
)
def test_each_kind_of_question_answers_and_is_kept(opened: Opener, path: str, control: str) -> None:
    page = opened(path)
    quiz = quiz_with(page, control)
    if control == "select":
        for at, one in enumerate(quiz.locator("select").all()):
            one.select_option(index=at + 1)
        values = [one.input_value() for one in quiz.locator("select").all()]
    else:
        quiz.locator(".oer-quiz__option input").last.check()
    checked(quiz)
    page.reload()
    quiz = quiz_with(page, control)
    expect(quiz).to_have_attribute("data-result", re.compile("right|wrong|partly"))
    if control == "select":
        assert [one.input_value() for one in quiz.locator("select").all()] == values
    else:
        expect(quiz.locator(".oer-quiz__option input").last).to_be_checked()


def test_a_question_with_several_answers(opened: Opener, folder: Path) -> None:
    found = sorted(
        file.parent.relative_to(folder).as_posix()
        for file in folder.glob("modules/*/index.html")
        if re.search(r"oer-quiz.{0,4000}?type=\"checkbox\"", file.read_text("utf-8"), re.DOTALL)
    )
    page = opened(f"{found[0]}/")
    quiz = quiz_with(page, "input[type=checkbox]")
    for box in quiz.locator("input[type=checkbox]").all():
        box.check()
    checked(quiz)


def test_what_was_done_is_on_my_learning_goes_to_a_file_and_away(
    opened: Opener, folder: Path, tmp_path: Path
) -> None:
    page = opened(ORDERING)
    page.get_by_role("button", name="Mark as done").click()
    page.get_by_label("Your notes on this module").fill("from a folder")
    page.get_by_label("Your notes on this module").blur()
    page.goto((folder / MINE / "index.html").as_uri())
    row = page.get_by_role("table", name="What you have done in each module").get_by_role("row").last
    expect(row).to_contain_text("Privacy by design")
    expect(page.get_by_text("from a folder")).to_be_visible()
    with page.expect_download() as saved:
        page.get_by_role("button", name="Save as JSON").click()
    saved.value.save_as(tmp_path / "mine.json")
    assert (
        json.loads((tmp_path / "mine.json").read_text("utf-8"))["modules"]["privacy-by-design"]["done"]
        is True
    )
    page.get_by_role("button", name="Erase everything", exact=True).click()
    page.get_by_role("button", name="Yes, erase everything").click()
    expect(page.get_by_role("status").filter(has_text="Erased.")).to_be_visible()
    page.get_by_label("Bring in a JSON file").set_input_files(tmp_path / "mine.json")
    expect(row).to_contain_text("Privacy by design")
    row.get_by_role("link", name="Privacy by design").click()
    page.wait_for_url("**/privacy-by-design/index.html")
    expect(page.get_by_role("button", name="Mark as not done")).to_be_visible()


def test_the_self_assessment_finds_a_pathway_that_leads_to_modules(opened: Opener) -> None:
    page = opened("self-assessment/")
    page.get_by_label("Compare me with the role").select_option(label="Policy adviser")
    steps = page.locator("[data-part=steps] > li")
    expect(steps.first).to_be_visible()
    expect(page.get_by_role("img").first).to_be_visible()
    with page.expect_download() as saved:
        page.get_by_role("button", name="Export my answers").click()
    assert json.loads(Path(saved.value.path()).read_text("utf-8"))["role"] == "policy-adviser"
    name = steps.first.get_by_role("link").first.inner_text()
    steps.first.get_by_role("link").first.click()
    page.wait_for_url("**/modules/*/index.html")
    expect(page.get_by_role("heading", level=1)).to_have_text(name)


def test_a_role_leads_to_the_self_assessment_with_the_role_chosen(opened: Opener) -> None:
    page = opened(KINDS["role"])
    page.locator("article a[href*='self-assessment/index.html?role=']").first.click()
    page.wait_for_url("**/self-assessment/index.html*")
    expect(page.get_by_label("Compare me with the role")).to_have_value("policy-adviser")


def test_the_map_is_explored(opened: Opener) -> None:
    page = opened(KINDS["map"])
    page.get_by_role("button", name="Graph").click()
    expect(page.locator("article svg a:visible").first).to_be_visible()
    page.get_by_role("button", name="Larger").click()
    page.get_by_role("button", name="Matrix").click()
    table = page.locator("article table:visible").first
    expect(table).to_be_visible()
    page.get_by_label("Role").first.select_option(label="Policy adviser")
    link = table.get_by_role("link").first
    link.focus()
    expect(link).to_be_focused()
    page.reload()
    expect(table).to_be_visible()


def test_a_session_is_taught_with_clock_and_timer(opened: Opener) -> None:
    page = opened(KINDS["teach"])
    plan = page.locator(".oer-block--plan").first
    plan.get_by_label("Start of the session").fill("13:58")
    expect(plan.locator("tbody .oer-plan__at").first).to_contain_text("13:58")
    plan.get_by_role("button", name="Done").first.click()
    page.get_by_role("button", name="Start timer").first.click()
    timer = page.get_by_role("region", name="Timer")
    expect(timer.get_by_role("timer")).to_be_visible()
    timer.get_by_role("button", name="Add a minute").click()
    page.reload()
    expect(page.get_by_role("region", name="Timer")).to_be_visible()
    expect(plan.get_by_label("Start of the session")).to_have_value("13:58")
    page.get_by_role("link", name="Learner view").first.click()
    page.wait_for_url(re.compile(r"/modules/[a-z-]+/index\.html"))


def test_slides_are_shown_and_handouts_printed(opened: Opener) -> None:
    page = opened(KINDS["teach"])
    page.locator("article a[href*='slides/index.html']").first.click()
    page.wait_for_url("**/slides/index.html*")
    page.get_by_role("button", name="Start the slide show").click()
    page.keyboard.press("ArrowRight")
    expect(page.locator(".oer-slides__progress")).to_contain_text("2 of")
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="Start the slide show")).to_be_visible()
    with page.expect_popup() as waiting:
        page.get_by_role("button", name=re.compile("window")).first.click()
    expect(waiting.value.locator("body")).not_to_be_empty()
    waiting.value.close()
    page = opened(KINDS["handouts"])
    page.emulate_media(media="print")
    expect(page.locator("article").get_by_role("heading").first).to_be_visible()


def test_the_teaching_view_is_remembered(opened: Opener, folder: Path) -> None:
    page = opened(KINDS["module"])
    page.get_by_role("link", name="Teaching view").first.click()
    page.wait_for_url("**/teach/index.html")
    page.goto((folder / KINDS["course"] / "index.html").as_uri())
    expect(page.locator("a.oer-teach-link").first).to_have_attribute(
        "href", re.compile(r"teach/index\.html$")
    )
