"""Slides and handouts of a module: the show by keyboard, its notes, and what is printed."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from tests.browser.accessibility import violations
from tests.browser.set_by_readers import STICKING_OUT
from tests.browser.visits import NARROW, Visit
from tests.site.built import Site
from tests.site.kinds import KINDS

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

Visitor = Callable[..., Visit]
SLIDES, HANDOUTS = KINDS["slides"], KINDS["handouts"]


def progress(page: Page) -> Locator:
    return page.locator(".oer-slides__progress")


def shown(page: Page) -> list[str]:
    """Numbers of the slides that can be seen."""
    return [one.get_attribute("id") or "" for one in page.locator(".oer-slide").all() if one.is_visible()]


def test_slides_are_a_page_to_read_without_scripts(visit: Visitor) -> None:
    page = visit(SLIDES, java_script_enabled=False).page
    assert len(shown(page)) == page.locator(".oer-slide").count() > 10
    expect(page.locator(".oer-slide__notes").first).to_be_visible()
    expect(page.get_by_role("button", name="Start the slide show")).to_be_hidden()
    page.goto(page.url + "#3")
    assert page.locator("[id='3']").evaluate("(one) => Math.abs(one.getBoundingClientRect().top) < 150")


def test_the_slide_show_is_worked_by_keys(visit: Visitor) -> None:
    page = visit(SLIDES).page
    total = page.locator(".oer-slide").count()
    page.get_by_role("button", name="Start the slide show").focus()
    page.keyboard.press("Enter")
    assert shown(page) == ["1"]
    expect(progress(page)).to_have_text(f"1 of {total}")
    for key, number in (
        ("ArrowRight", 2),
        ("Space", 3),
        ("PageDown", 4),
        ("ArrowLeft", 3),
        ("Shift+Space", 2),
    ):
        page.keyboard.press(key)
        assert shown(page) == [str(number)], key
        assert page.url.endswith(f"#{number}")
    assert page.evaluate("document.activeElement.id") == "2", "focus goes along"
    page.keyboard.press("End")
    assert shown(page) == [str(total)]
    page.keyboard.press("Home")
    assert shown(page) == ["1"]
    expect(page.locator(".oer-slide--now .oer-slide__notes")).to_be_hidden()
    page.keyboard.press("n")
    expect(page.locator(".oer-slide--now .oer-slide__notes")).to_be_visible()
    page.keyboard.press("ArrowRight")
    page.reload()
    assert shown(page) == ["2"], "a reload goes on with the show"
    page.keyboard.press("Escape")
    assert len(shown(page)) == total
    expect(page.get_by_role("button", name="Start the slide show")).to_be_focused()
    assert not page.locator("[inert]").count()


def test_arrows_scroll_what_is_wider_than_the_slide_and_the_search_key_rests(visit: Visitor) -> None:
    page = visit(SLIDES).page
    page.get_by_role("button", name="Start the slide show").click()
    page.evaluate("""() => {
        const box = document.createElement("div");
        box.id = "wide";
        box.tabIndex = 0;
        box.style.cssText = "overflow-x: auto; inline-size: 200px";
        box.append(Object.assign(document.createElement("div"), { textContent: "a wide table" }));
        box.firstChild.style.inlineSize = "900px";
        document.querySelector(".oer-slide--now").append(box);
        box.focus();
    }""")
    page.keyboard.press("ArrowRight")
    assert shown(page) == ["1"]
    page.wait_for_function("() => document.getElementById('wide').scrollLeft > 0")
    page.keyboard.press("PageDown")
    assert shown(page) == ["2"], "other keys go on"
    page.keyboard.press("/")
    expect(page.locator("#oer-search")).to_be_hidden()
    page.keyboard.press("Escape")
    assert len(shown(page)) > 1


def test_a_link_to_a_slide_starts_the_show_there(visit: Visitor) -> None:
    page = visit(f"{SLIDES}#5").page
    page.get_by_role("button", name="Start the slide show").click()
    assert shown(page) == ["5"]
    page.evaluate("location.hash = '#7'")
    page.wait_for_function("document.activeElement.id === '7'")
    assert shown(page) == ["7"]


def test_the_next_key_answers_a_question_and_the_one_after_goes_on(visit: Visitor) -> None:
    page = visit(SLIDES).page
    number = int(page.locator(".oer-slide--question").first.get_attribute("id") or 0)
    page.goto(f"{page.url}#{number}")
    page.get_by_role("button", name="Start the slide show").click()
    answer = page.locator(".oer-slide--now details")
    assert answer.get_attribute("open") is None
    page.keyboard.press("ArrowRight")
    assert shown(page) == [str(number)]
    assert answer.get_attribute("open") is not None
    expect(progress(page)).to_contain_text("The answer is shown.")
    page.keyboard.press("ArrowLeft")
    assert answer.get_attribute("open") is None
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    assert shown(page) == [str(number + 1)]


def test_the_slide_show_is_clean_for_axe_and_fits_a_phone(visit: Visitor) -> None:
    page = visit(SLIDES).page
    page.get_by_role("button", name="Start the slide show").click()
    kinds = page.locator(".oer-slide").evaluate_all("(all) => all.map((one) => one.classList[1])")
    for number in sorted(kinds.index(kind) + 1 for kind in set(kinds)):
        page.evaluate(f"location.hash = '#{number}'")
        page.wait_for_function(f"document.activeElement.id === '{number}'")
        assert not violations(page), number
    page.set_viewport_size({"width": NARROW[0], "height": NARROW[1]})
    page.emulate_media(color_scheme="dark")
    assert not violations(page)
    assert not page.evaluate(STICKING_OUT)
    page.keyboard.press("n")
    assert not violations(page)


def test_a_low_window_leaves_most_of_its_height_to_the_slide(visit: Visitor) -> None:
    """320 by 256 is a window of 1280 by 1024 at 400 %."""
    page = visit(SLIDES, size=(320, 256)).page
    page.locator("[data-do=start]").click()
    slide = page.locator(".oer-slide--now").bounding_box()
    assert slide and slide["height"] > 0.75 * 256
    end = page.locator("[data-do=end]")
    end.focus()
    expect(end).to_be_in_viewport()


def test_a_slide_without_notes_says_so(visit: Visitor) -> None:
    page = visit(SLIDES).page
    page.locator("[data-do=start]").click()
    while page.locator(".oer-slide--now .oer-slide__notes").count():
        page.keyboard.press("PageDown")
    said = page.locator(".oer-slides__progress")
    expect(said).not_to_contain_text("No notes")
    page.keyboard.press("n")
    expect(said).to_contain_text("No notes to this slide.")
    page.keyboard.press("n")
    expect(said).not_to_contain_text("No notes")


def test_notes_go_to_a_window_of_their_own(visit: Visitor) -> None:
    here = visit(SLIDES)
    page = here.page
    page.get_by_role("button", name="Start the slide show").click()
    with here.context.expect_page() as opened:
        page.get_by_role("button", name="Notes in a window").click()
    window = opened.value
    expect(window.locator("h1")).to_have_text(page.locator("h1").inner_text())
    expect(window.locator("main")).to_contain_text("Next: The situation")
    assert not violations(window)
    assert window.evaluate("document.querySelector('link[href$=\"print.css\"]').media") == "print"
    window.keyboard.press("ArrowRight")
    assert shown(page) == ["2"]
    expect(window.locator("h1")).to_have_text("The situation")


def test_the_show_works_from_a_folder(browser: Any, site: Site) -> None:
    page = browser.new_page()
    page.goto((site.folder / SLIDES / "index.html").as_uri())
    page.get_by_role("button", name="Start the slide show").click()
    page.keyboard.press("ArrowRight")
    assert shown(page) == ["2"]
    with page.expect_popup() as opened:
        page.get_by_role("button", name="Notes in a window").click()
    expect(opened.value.locator("h1")).to_have_text("The situation")
    page.context.close()


def sheets(page: Page, size: str) -> int:
    """How many sheets the page takes, as the browser prints it."""
    return len(re.findall(rb"/Type\s*/Page\b(?!s)", page.pdf(format=size)))


@pytest.mark.parametrize("size", ["A4", "Letter"])
def test_papers_take_the_sheets_that_they_should(visit: Visitor, size: str) -> None:
    page = visit(SLIDES).page
    slides = page.locator(".oer-slide").count()
    assert sheets(page, size) >= slides, "a slide a sheet, and its notes below"
    page.get_by_role("button", name="Notes", exact=True).click()
    assert sheets(page, size) == slides, "without notes exactly a slide a sheet"
    page = visit(HANDOUTS).page
    papers = page.locator(".oer-handout").count()
    every = sheets(page, size)
    assert every >= papers
    single = []
    for paper in page.locator(".oer-handout").all():
        page.evaluate(f"location.hash = '#{paper.get_attribute('id')}'")
        single.append(sheets(page, size))
    challenge = page.locator(".oer-handout").evaluate_all(
        "(all) => all.findIndex((one) => one.classList.contains('oer-handout--challenge'))"
    )
    assert single[challenge] == 1, "a challenge with its rubric is one sheet"
    assert sum(single) - every in (0, 1), "each handout begins on a sheet of its own"


def test_paper_shows_addresses_and_licence_and_no_control(visit: Visitor) -> None:
    page = visit(HANDOUTS).page
    page.emulate_media(media="print")
    for paper in page.locator(".oer-handout").all():
        expect(paper.locator("a[rel=license]")).to_be_visible()
    expect(page.locator(".oer-handouts__intro")).to_be_hidden()
    link = page.locator(".oer-handout a[data-address]").first
    if link.count():
        shown = link.evaluate("(one) => getComputedStyle(one, '::after').content")
        assert "http" in shown


def test_pictures_keep_their_place_until_they_are_there(visit: Visitor) -> None:
    here = visit("404.html", size=NARROW)
    here.page.route("**/modules/**/*.svg", lambda route: route.fulfill(status=200, body=""))
    page = here.open(SLIDES)
    heights = page.locator(".oer-slide__face img").evaluate_all(
        "(all) => all.map((one) => one.getBoundingClientRect().height)"
    )
    assert heights and min(heights) > 50
