"""A slow line brings the page before its scripts, and readers have more than one tab.

What they enter early, or have done elsewhere in between, is not lost.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.learning import COURSE, MATCHING, ORDERING, SOME, held, put
from tests.browser.traffic import settled
from tests.browser.visits import Visit
from tests.site.kinds import KINDS

if TYPE_CHECKING:
    from playwright.sync_api import Page, Route

Visitor = Callable[..., Visit]
NAME = "privacy-by-design"
NOTE = "#oer-own-note"
RETURNED = "dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))"
"""What happens when a reader comes back to a page that the browser has kept as it was left."""


class SlowLine:
    """A page whose script does not come before `comes` is called."""

    def __init__(self, here: Visit, path: str, script: str) -> None:
        self.page = here.page
        self.held: list[Route] | None = []
        self.page.route(f"**/{script}", self.meet)
        with self.page.expect_request(f"**/{script}"):
            self.page.goto(here.address + path)

    def meet(self, route: Route) -> None:
        if self.held is None:
            route.continue_()
        else:
            self.held.append(route)

    def comes(self) -> Page:
        held, self.held = self.held, None
        for route in held or []:
            route.continue_()
        settled(self.page)
        return self.page


def leave(page: Page) -> None:
    """The reader goes to another tab."""
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")


def test_a_note_written_in_one_tab_is_not_erased_by_another(visit: Visitor) -> None:
    one = visit(ORDERING)
    other = one.context.new_page()
    other.goto(one.page.url)
    other.wait_for_selector(".oer-objectives input")
    one.page.fill(NOTE, "my note")
    leave(one.page)
    expect(other.locator(NOTE)).to_have_value("my note")
    other.locator(".oer-objectives input").first.check()
    leave(other)
    entry = held(one.page)["modules"][NAME]
    key = other.locator(".oer-objectives > li").first.get_attribute("data-key")
    assert (entry["note"], entry["objectives"]) == ("my note", [key])
    expect(one.page.locator(".oer-objectives input").first).to_be_checked()


def test_what_was_erased_does_not_come_back_with_the_page(visit: Visitor) -> None:
    page = visit(ORDERING).page
    page.fill(NOTE, "my note")
    page.get_by_role("button", name="Mark as done").click()
    page.wait_for_timeout(400)  # where one is, is kept a moment after one came there
    page.evaluate("localStorage.clear()")
    page.evaluate(RETURNED)
    expect(page.locator(NOTE)).to_have_value("")
    expect(page.get_by_role("button", name="Mark as done")).to_be_visible()
    leave(page)
    assert held(page) is None


def test_a_course_left_and_come_back_to_says_how_far_one_is_now(visit: Visitor) -> None:
    page = visit(COURSE).page
    start = page.locator(".oer-start a")
    first, words = start.get_attribute("href"), start.inner_text()
    page.evaluate("text => localStorage.setItem('oer:progress', text)", json.dumps(SOME))
    page.evaluate(RETURNED)
    expect(page.locator("[data-oer-along] label")).to_contain_text("1 of ")
    expect(start).to_have_text(re.compile("^Continue: "))
    expect(page.locator(".oer-state--done")).not_to_have_count(0)
    page.evaluate("localStorage.clear()")
    page.evaluate(RETURNED)
    expect(start).to_have_text(words)
    assert start.get_attribute("href") == first
    expect(page.locator(".oer-state")).to_have_count(0)
    assert not page.locator("a.oer-module-link[aria-describedby]").count()


def test_a_full_store_is_told_and_the_page_still_works(visit: Visitor) -> None:
    page = visit(ORDERING).page
    page.evaluate(
        "() => { Storage.prototype.setItem = () => { throw new DOMException('', 'QuotaExceededError'); }; }"
    )
    page.get_by_role("button", name="Mark as done").click()
    expect(page.get_by_role("button", name="Mark as not done")).to_be_visible()
    expect(page.locator(".oer-yours__state")).to_contain_text("not")


def test_a_note_begun_early_stands_under_the_one_of_before(visit: Visitor) -> None:
    here = visit(ORDERING)
    put(
        here.page,
        {"schemaVersion": 1, "modules": {NAME: {"note": "before", "at": "2026-11-20T12:00:00.000Z"}}},
    )
    line = SlowLine(here, ORDERING, "module-progress.js")
    line.page.fill(NOTE, "early")
    page = line.comes()
    expect(page.locator(NOTE)).to_have_value("before\n\nearly")
    page.wait_for_function("() => localStorage.getItem('oer:progress').includes('early')")


def test_an_answer_checked_early_is_checked_when_that_can_be_done(visit: Visitor) -> None:
    line = SlowLine(visit("404.html"), MATCHING, "quiz.js")
    quiz = line.page.locator(".oer-quiz:has(input[type=radio])").first
    quiz.locator("input[type=radio]").first.check()
    quiz.get_by_role("button", name=re.compile("^Check")).click()
    expect(quiz.locator(".oer-quiz__status")).to_be_empty()
    page = line.comes()
    assert page.url.endswith(MATCHING), "it was not sent away"
    expect(quiz.locator(".oer-quiz__status")).to_contain_text(re.compile("right", re.IGNORECASE))
    expect(quiz.locator("input[type=radio]").first).to_be_checked()


def test_statements_chosen_early_stay_chosen(visit: Visitor) -> None:
    here = visit(KINDS["self-assessment"])
    box = ".oer-self__form input[type=checkbox] >> nth={}"
    here.page.check(box.format(0))
    line = SlowLine(here, KINDS["self-assessment"], "self-assessment.js")
    line.page.check(box.format(3))
    page = line.comes()
    for number in (0, 3):
        expect(page.locator(box.format(number))).to_be_checked()
    page.reload()
    settled(page)
    expect(page.locator(box.format(3))).to_be_checked()


@pytest.mark.parametrize(
    ("kind", "script", "field"),
    [("catalogue", "catalogue.js", "#filter-q"), ("search", "search-page.js", "#search-q")],
)
def test_words_typed_early_are_what_is_looked_for(visit: Visitor, kind: str, script: str, field: str) -> None:
    line = SlowLine(visit("404.html"), KINDS[kind] + "?q=law", script)
    line.page.fill(field, "privacy")
    page = line.comes()
    expect(page.locator(field)).to_have_value("privacy")


def test_the_search_dialog_closes_before_its_code_is_there(visit: Visitor) -> None:
    here = visit(KINDS["home"])
    here.page.route("**/search-dialog.js", lambda _: None)
    dialog = here.page.locator("#oer-search")
    for close in ("[data-close]", None):
        here.page.locator("#oer-search-open").click()
        expect(dialog).to_be_visible()
        if close:
            dialog.locator(close).click()
        else:
            here.page.mouse.click(3, 3)
        expect(dialog).to_be_hidden()


def test_a_search_dialog_whose_code_does_not_come_says_so(visit: Visitor) -> None:
    here = visit(KINDS["home"])
    here.page.route("**/search-dialog.js", lambda route: route.abort())
    here.page.locator("#oer-search-open").click()
    status = here.page.locator("#oer-search [role=status]")
    expect(status).to_contain_text("Search could not be loaded")
    here.problems.clear()  # that the script did not come is what was asked for


def test_a_part_that_does_not_come_is_told_where_one_would_use_it(visit: Visitor) -> None:
    """On a bad line one file of twelve may be lost. Without a word, "Check" would do nothing, for ever."""
    here = visit("404.html")
    here.page.route("**/quiz-kinds.js", lambda route: route.abort())
    page = here.open(ORDERING)
    questions = page.locator(".oer-quiz").count()
    assert questions > 1
    told = page.get_by_text("A part of this page did not arrive. Load the page again to use it.")
    expect(told).to_have_count(questions)
    before = page.locator(".oer-notice + .oer-quiz")
    expect(before).to_have_count(questions)
    page.locator(".oer-quiz summary").first.click()
    expect(page.locator(".oer-quiz details").first).to_have_attribute("open", "")
    page.unroute("**/quiz-kinds.js")
    page.reload()
    settled(page)
    expect(told).to_have_count(0)
    here.problems.clear()  # that a script did not come is what was asked for


@pytest.mark.parametrize("missing", ["delete Object.hasOwn", "delete globalThis.HTMLDialogElement"])
def test_a_browser_that_lacks_what_the_scripts_need_keeps_the_form_without_them(
    visit: Visitor, missing: str
) -> None:
    """Such as Safari before 15.4: its scripts would stop half-way and leave buttons that do nothing."""
    here = visit("404.html")
    here.page.add_init_script(missing)
    page = here.open(ORDERING)
    expect(page.locator("html")).to_have_class("no-js")
    expect(page.get_by_role("banner").get_by_role("link", name="Search")).to_be_visible()
    expect(page.locator("#oer-search-open")).to_be_hidden()
    expect(page.locator(".oer-quiz__check").first).to_be_hidden()
    page.locator(".oer-quiz summary").first.click()
    expect(page.locator(".oer-quiz__answer").first).to_be_visible()
