"""The Arabic test site: what is mirrored, what is not, and the states that a reader opens."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import expect

from tests.arabic import LETTER, LOG
from tests.browser.mirrored import clean, middle
from tests.browser.set_by_readers import STICKING_OUT
from tests.browser.visits import NARROW, WIDE, Visit

Visitor = Callable[..., Visit]


def test_the_header_is_mirrored(visit_arabic: Visitor) -> None:
    page = visit_arabic().page
    assert page.evaluate("[document.documentElement.lang, document.documentElement.dir]") == ["ar", "rtl"]
    name, search = page.locator(".oer-header__name"), page.locator("#oer-search-open")
    languages = page.locator(".oer-languages")
    assert middle(name) > middle(search) > middle(languages)
    tabs = page.locator(".oer-nav__tab > a")
    assert middle(tabs.first) > middle(tabs.last)
    page.set_viewport_size({"width": NARROW[0], "height": NARROW[1]})
    assert middle(page.locator("#oer-menu")) > middle(name) > middle(search)


def test_the_page_is_mirrored(visit_arabic: Visitor) -> None:
    page = visit_arabic(LETTER).page
    crumbs = page.locator(".oer-path li")
    assert middle(crumbs.first) > middle(crumbs.last)
    assert middle(page.locator("h1")) > middle(page.locator(".oer-toc"))
    answers = page.locator(".oer-quiz__option").first
    assert middle(answers.locator("input")) > middle(answers.locator("label"))
    following = page.locator(".oer-pager__link--next")
    assert "←" in following.locator(".oer-pager__way").evaluate(
        "(it) => getComputedStyle(it, '::after').content"
    )
    number = page.locator("table td, table th").first
    assert number.evaluate("(it) => getComputedStyle(it).textAlign") in ("start", "right")
    code = page.locator(".highlight pre, pre").first
    assert code.evaluate("(it) => getComputedStyle(it).direction") == "ltr"
    shown = page.locator("h1").evaluate(
        "(it) => [getComputedStyle(it).letterSpacing, getComputedStyle(it).direction]"
    )
    assert shown in (["normal", "rtl"], ["0px", "rtl"])


def test_pictures_run_from_right_to_left(visit_arabic: Visitor) -> None:
    page = visit_arabic("courses/first-steps/").page
    label, bar = page.locator(".oer-bars__label").first, page.locator(".oer-bars__part").first
    assert middle(label) > middle(bar) > middle(page.locator(".oer-bars__figures").first)
    page.goto(page.url.replace("courses/first-steps/", "map/"))
    page.locator("[data-oer-map] [data-view=graph]").click()
    boxes = page.locator(".oer-graph--right .oer-graph__box")
    assert middle(boxes.first) > middle(boxes.last), "what comes first stands on the right"


def test_a_module_in_english_is_english_from_left_to_right(visit_arabic: Visitor) -> None:
    page = visit_arabic(LOG).page
    assert page.evaluate("document.documentElement.dir") == "rtl", "the frame is that of the site"
    article = page.locator("article")
    told = "(it) => [it.closest('[lang]').lang, getComputedStyle(it).direction]"
    assert article.evaluate(told) == ["en", "ltr"]
    assert page.locator(".oer-toc").evaluate(told) == ["en", "ltr"]
    expect(page.get_by_role("heading", name="Before you start")).to_be_visible()
    expect(page.locator(".oer-going__state")).to_contain_text("minutes left")
    back = page.locator(".oer-pager__link--previous .oer-pager__way")
    assert "←" in back.evaluate("(it) => getComputedStyle(it, '::before').content")
    title = article.locator("a.oer-module-link[lang=ar]").first
    assert title.evaluate(told) == ["ar", "rtl"]
    page.get_by_label("Most of those").check()
    page.get_by_role("button", name="Check").first.click()
    expect(article.locator(".oer-quiz__verdict").first).to_contain_text("Right.")


def test_an_english_title_is_marked_in_an_arabic_list(visit_arabic: Visitor) -> None:
    page = visit_arabic("courses/first-steps/").page
    link = page.locator("#oer-content .oer-unit a.oer-module-link[lang=en]")
    assert link.evaluate("(it) => getComputedStyle(it).direction") == "ltr"
    minutes = link.locator("xpath=following-sibling::*[1]")
    assert middle(minutes) < middle(link), "what stands behind the title stands on its left"


def test_the_menu_and_the_search_dialog_are_clean(visit_arabic: Visitor) -> None:
    page = visit_arabic(LETTER, size=NARROW).page
    page.locator("#oer-menu").focus()
    page.keyboard.press("Space")
    expect(page.locator(".oer-nav")).to_be_visible()
    clean(page, (NARROW, "light"), (NARROW, "dark"))
    assert not page.evaluate(STICKING_OUT)
    page.keyboard.press("Space")
    page.locator("#oer-search-open").click()
    page.locator("#oer-search-query").fill("الرسالة")
    expect(page.locator(".oer-search__results a").first).to_be_visible()
    clean(page)
    assert not page.evaluate(STICKING_OUT)


def test_an_answered_quiz_is_clean(visit_arabic: Visitor) -> None:
    page = visit_arabic(LETTER).page
    quizzes = page.locator(".oer-quiz")
    quizzes.nth(0).locator("input").first.check()
    for option in quizzes.nth(1).locator("input").all():
        option.check()
    for number in (2, 3):
        for at, box in enumerate(quizzes.nth(number).locator("select").all(), 1):
            box.select_option(index=at)
    quizzes.nth(4).locator("input[type=text]").fill("القارئ")
    for quiz in quizzes.all():
        quiz.locator(".oer-quiz__check").click()
        expect(quiz.locator(".oer-quiz__status")).not_to_be_empty()
    expect(quizzes.nth(0)).to_contain_text("غير صحيح.")
    expect(quizzes.nth(4)).to_contain_text("صحيح.")
    clean(page)
    page.set_viewport_size({"width": NARROW[0], "height": NARROW[1]})
    assert not page.evaluate(STICKING_OUT)


def test_the_self_assessment_draws_from_right_to_left(visit_arabic: Visitor) -> None:
    page = visit_arabic("self-assessment/").page
    page.evaluate("for (const one of document.querySelectorAll('.oer-self__level')) one.open = true")
    for box in page.locator(".oer-self__box input").all()[:4]:
        box.check()
    page.locator(".oer-self__field select").first.select_option(index=1)
    expect(page.locator(".oer-self__picture").first).to_be_visible()
    label, bar = (
        page.locator(".oer-self__picture .oer-self__label").first,
        page.locator(".oer-self__part").first,
    )
    assert middle(label) > middle(bar)
    clean(page)
    for view in page.locator(".oer-self__view input").all():
        view.check()
        page.set_viewport_size({"width": NARROW[0], "height": NARROW[1]})
        assert not page.evaluate(STICKING_OUT)


def test_the_slide_show_goes_on_with_the_arrow_that_points_on(visit_arabic: Visitor) -> None:
    for path, key in ((LETTER, "ArrowLeft"), (LOG, "ArrowRight")):
        page = visit_arabic(f"{path}slides/").page
        page.locator("[data-do=start]").click()
        expect(page.locator(".oer-slide--now")).to_have_attribute("id", "1")
        page.keyboard.press(key)
        expect(page.locator(".oer-slide--now")).to_have_attribute("id", "2")
        clean(page, (WIDE, "light"), (WIDE, "dark"))


def test_dates_and_lengths_have_the_digits_of_the_site(visit_arabic: Visitor) -> None:
    page = visit_arabic(LETTER).page
    page.locator("[data-oer-done]").click()
    page.reload()
    expect(page.locator(".oer-yours__state")).to_contain_text("20")
    assert not page.locator("#oer-content").evaluate("(it) => /[٠-٩]/.test(it.textContent)")
