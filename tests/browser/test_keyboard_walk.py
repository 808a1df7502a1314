"""A whole visit with the keyboard alone: home, map, competency, module, quiz, oneself, pathway, paper.

At each step the focus can be seen (WCAG 2.4.7), is not covered (2.4.11) and stands out from what is around it
(2.4.13).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.learning import MATCHING, ORDERING
from tests.browser.visits import NARROW, WIDE
from tests.browser.walker import Walker
from tests.site.kinds import KINDS

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

SIZES = {"1280": WIDE, "320": NARROW}


def navigate(walker: Walker, entry: str, title: str) -> None:
    """Go to a page of the site's navigation: on narrow screens in the menu, on wide ones beside the text."""
    page = walker.page
    if page.locator("#oer-menu").is_visible():
        menu = page.locator("#oer-menu")
        walker.to(menu)
        walker.press("Enter")
        expect(menu).to_have_attribute("aria-expanded", "true")
        walker.press("Escape")
        expect(menu).to_have_attribute("aria-expanded", "false")
        walker.press("Space")
        walker.follow(page.locator(".oer-nav").get_by_role("link", name=title, exact=True))
    else:
        walker.follow(page.locator(".oer-nav__tab > a", has_text=entry))
        walker.follow(page.locator(".oer-side").get_by_role("link", name=title, exact=True))


def choose(walker: Walker, quiz: Locator) -> None:
    """The right answer to a question of any kind, key by key."""
    page = walker.page
    lists = quiz.locator("select").all()
    answers = quiz.locator(".oer-quiz__answer")
    rights = [one.get_attribute("data-correct") == "true" for one in answers.all()]
    if lists:
        for chosen in lists:
            walker.to(chosen)
            number = int(chosen.get_attribute("data-item") or 0)
            right = answers.nth(number - 1).get_attribute("data-partner") or str(number)
            texts = chosen.locator("option").all_inner_texts()
            walker.press(*["ArrowDown"] * texts.index(right))
            expect(chosen).to_have_value(right)
    elif quiz.locator(".oer-quiz__text").count():
        walker.to(quiz.locator(".oer-quiz__text"))
        page.keyboard.type(answers.nth(rights.index(True)).get_attribute("data-text") or "")
    elif quiz.locator("input[type=checkbox]").count():
        for at, right in enumerate(rights):
            walker.to(quiz.locator("input").nth(at))
            if right:
                walker.press("Space")
    else:
        walker.to(quiz.locator("input").first)
        walker.press("Space", *["ArrowDown"] * rights.index(True))
        walker.check()


def answer(walker: Walker, quiz: Locator, wrong_first: bool) -> None:
    status = quiz.get_by_role("status")
    if wrong_first:  # a question is asked for, then answered wrongly, then tried again
        first = quiz.locator("input").first
        walker.to(first)
        walker.press("Space")
        walker.to(quiz.get_by_label("Sure", exact=True))
        walker.press("ArrowDown")
        expect(quiz.get_by_label("Not sure")).to_be_checked()
        walker.press("Enter")
        if quiz.get_attribute("data-result") == "wrong":
            expect(status).to_contain_text("Not right.")
        walker.to(quiz.get_by_role("button", name="Try again"))
        walker.press("Enter")
        expect(first).to_be_focused()
    choose(walker, quiz)
    walker.to(quiz.get_by_role("button", name="Check", exact=False).first)
    walker.press("Enter")
    expect(status).to_contain_text(re.compile(r"^Right\."))
    summary = quiz.locator("summary")
    walker.to(summary)
    walker.press("Enter")
    expect(quiz.locator(".oer-quiz__why").first).to_be_visible()


def quizzes(page: Page, kind: str) -> Locator:
    if kind == "lists":
        return page.locator(".oer-quiz", has=page.locator("select")).first
    return page.locator(".oer-quiz", has=page.locator(f".oer-quiz__set input[type={kind}]")).first


@pytest.mark.parametrize("size", SIZES)
def test_from_home_to_an_answered_question(walk: Callable[..., Walker], size: str) -> None:
    walker = walk("", SIZES[size])
    page = walker.page
    walker.press("Tab")
    expect(page.locator(".oer-skip")).to_be_focused()
    navigate(walker, "Competencies", "Map")
    expect(page.locator("h1")).to_contain_text(re.compile("map", re.IGNORECASE))
    walker.skip()
    walker.follow(page.locator("article a[href*='competencies/openness/']:visible"))
    walker.skip()
    walker.follow(page.locator(f"article a[href*='{MATCHING}']"))
    assert page.url.endswith(MATCHING)
    order = sorted(
        ("radio", "checkbox", "text", "lists"),
        key=lambda kind: quizzes(page, kind).evaluate("(one) => one.getBoundingClientRect().top"),
    )
    for kind in order:
        answer(walker, quizzes(page, kind), kind == "radio")
    walker.press("/")
    expect(page.locator("dialog [name=q]")).to_be_focused()
    page.keyboard.type("privacy by design")
    found = page.locator(f"dialog .oer-result__link[href$='{ORDERING}']")
    found.wait_for()
    walker.follow(found)
    answer(walker, quizzes(page, "lists"), False)
    walker.press("Shift+Tab")
    assert walker.look(), "and back again"


@pytest.mark.parametrize("size", SIZES)
def test_from_oneself_to_a_pathway_on_paper(walk: Callable[..., Walker], size: str) -> None:
    walker = walk("glossary/", SIZES[size])
    page = walker.page
    navigate(walker, "Competencies", "Check yourself")
    walker.skip()
    role = page.locator("#oer-self-role")
    walker.to(role)
    walker.press("P")
    expect(role).to_have_value("policy-adviser")
    walker.to(page.locator("#oer-self-hours"))
    page.keyboard.type("9")
    for name in ("users.a1", "users.a2", "users.a3"):
        walker.to(page.locator(f"[id='{name}']"))
        walker.press("Space")
    level = page.locator("#of-users details").nth(1).locator("summary")
    walker.to(level)
    walker.press("Enter")
    walker.to(page.locator("[id='users.w1']"))
    walker.press("Space")
    walker.press("Shift+Tab")
    expect(level).to_be_focused()
    walker.to(page.get_by_role("link", name="Go to the result"), key="Shift+Tab")
    walker.press("Enter")
    expect(page.locator("#oer-result")).to_be_focused()
    walker.to(page.locator("[name=oer-picture][value=bars]"))
    walker.press("ArrowDown")
    expect(page.locator("[name=oer-picture][value=radar]")).to_be_checked()
    walker.to(page.locator("[data-part=steps] a"))
    assert page.locator("[data-part=steps] > li").count() >= 3
    gap = page.locator("[data-part=gap-list] summary").first
    walker.to(gap)
    walker.press("Enter")
    expect(page.locator("[data-part=gap-list] li").first).to_be_visible()
    walker.to(page.get_by_role("button", name="Print as a learning plan"))
    walker.press("Enter")
    assert page.evaluate("printed") == 1
    walker.to(page.locator("[data-part=steps] a").first, key="Shift+Tab")
    walker.follow(page.locator("[data-part=steps] a").first)
    assert "/modules/" in page.url


PRINTED = ("handouts", "slides", "teach", "agenda", "run-sheet", "pack", "module", "course", "role")
"""Kinds of page that people take along on paper."""


@pytest.mark.parametrize("kind", PRINTED)
def test_what_people_print_has_a_button_for_it(walk: Callable[..., Walker], kind: str) -> None:
    walker = walk(KINDS[kind], WIDE)
    page = walker.page
    walker.to(page.get_by_role("button", name=re.compile("^Print")))
    walker.press("Enter")
    assert page.evaluate("printed") == 1
    page.emulate_media(media="print")
    expect(page.get_by_role("button", name=re.compile("^Print"))).to_be_hidden()
