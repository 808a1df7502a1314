"""Finding one's way and reading: doors, menu, teaching view, copy buttons, terms, the catalogue, the map."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.browser.accessibility import violations
from tests.browser.visits import NARROW, Visit
from tests.site.built import Site
from tests.site.kinds import COURSE, KINDS, WRITTEN

Visitor = Callable[..., Visit]


def test_three_doors_lead_from_home(visit: Visitor) -> None:
    page = visit("").page
    doors = page.locator("article .oer-doors a, article .oer-door a, article a.oer-door")
    assert doors.count() >= 3
    for word in ("Learn", "Teach", "Contribute"):
        expect(page.locator("article").get_by_text(word).first).to_be_visible()


def test_from_home_to_a_module_and_on_through_the_course(visit: Visitor) -> None:
    page = visit("").page
    page.locator(f".oer-choice a[href$='{KINDS['course']}']").click()
    course = page.locator("h1").inner_text()
    page.get_by_role("link", name="Start here").click()
    page.wait_for_url("**/modules/**")
    first = page.locator("h1").inner_text()
    expect(page.locator(".oer-pager [rel=next]")).to_have_count(0)  # it would choose one of its courses
    following = page.get_by_role("navigation", name=f"Your place in {course}").locator(
        ".oer-place__way--next a"
    )
    expected = following.inner_text()
    following.click()
    page.wait_for_function("title => document.querySelector('h1').innerText !== title", arg=first)
    assert page.locator("h1").inner_text() == expected
    onward = page.locator(".oer-pager [rel=next]")  # in one course only
    expected = onward.locator(".oer-pager__title").inner_text()
    onward.click()
    page.wait_for_function("title => document.querySelector('h1').innerText === title", arg=expected)
    page.locator(".oer-pager [rel=prev]").click()
    page.wait_for_function("title => document.querySelector('h1').innerText !== title", arg=expected)


def test_the_course_one_takes_comes_first_at_the_end_of_its_modules(visit: Visitor) -> None:
    here = visit("courses/one-day-taster/")
    taster, page = here.page.locator("h1").inner_text(), here.page
    courses = page.locator(".oer-place__course a")
    page.locator(".oer-syllabus .oer-module-link").first.click()
    page.wait_for_url("**/modules/**")
    expect(courses.first).to_have_text(taster)
    assert courses.count() > 1, "it is a module of several courses"
    module = page.url
    page.locator(".oer-place__way--next a").first.click()
    page.wait_for_url(lambda url: url != module)
    expect(courses.first).to_have_text(taster)
    following = page.url
    other = courses.nth(1).inner_text()
    page.locator(".oer-place").nth(1).locator(".oer-place__way--previous a").click()
    page.wait_for_url(lambda url: url != following)
    expect(courses.first).to_have_text(other)
    page.evaluate("localStorage.clear()")
    page.goto(module, wait_until="networkidle")
    assert courses.first.inner_text() != taster, "as without scripts"
    here.open("courses/one-day-taster/").locator(".oer-course-graph a:visible").last.click()
    page.wait_for_url("**/modules/**")
    expect(courses.first).to_have_text(taster)


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without"])
def test_the_time_leads_to_the_shorter_way_and_opens_it(visit: Visitor, scripts: bool) -> None:
    page = visit(KINDS["module"], size=NARROW, java_script_enabled=scripts).page
    way = page.locator("#oer-shorter")
    expect(way).not_to_be_visible()
    page.get_by_role("link", name="in a shorter way").click()
    expect(way).to_be_in_viewport()
    expect(page.locator("summary", has_text="The shorter way")).to_be_in_viewport()


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without"])
def test_the_contents_are_a_fold_on_a_phone_and_a_column_beside_the_text(
    visit: Visitor, scripts: bool
) -> None:
    page = visit(KINDS["module"], size=NARROW, java_script_enabled=scripts).page
    fold = page.locator(".oer-toc summary")
    entry = page.locator(".oer-toc").get_by_role("link", name="Check what you understood")
    expect(entry).not_to_be_visible()
    fold.focus()
    page.keyboard.press("Enter")
    entry.click()
    expect(page.locator("#check-what-you-understood")).to_be_in_viewport()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    fold.click()
    page.set_viewport_size({"width": 1280, "height": 800})
    expect(fold).not_to_be_visible()
    expect(entry).to_be_visible()
    assert page.locator(".oer-toc").bounding_box()["x"] > page.locator("h1").bounding_box()["x"] + 600  # type: ignore[index]


def test_a_wide_picture_opens_as_large_as_it_was_made(visit: Visitor) -> None:
    page = visit(KINDS["module"], size=NARROW).page
    picture = page.locator("article a.oer-picture").first
    small = picture.locator("img").bounding_box()
    assert small and small["width"] < 300
    picture.focus()
    expect(picture.locator("img")).to_have_js_property("complete", True)
    page.keyboard.press("Enter")
    page.wait_for_url("**/*.svg")
    assert page.evaluate("document.documentElement.getBoundingClientRect().width") > 2 * small["width"]


def test_the_first_key_skips_to_the_content(visit: Visitor) -> None:
    page = visit(KINDS["module"]).page
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Skip to content")
    box = skip.bounding_box()
    assert box and box["y"] >= 0
    page.keyboard.press("Enter")
    expect(page.locator("#oer-content")).to_be_focused()


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without"])
@pytest.mark.parametrize("by", ["key", "mouse"])
def test_the_menu_opens_on_a_phone(visit: Visitor, scripts: bool, by: str) -> None:
    page = visit(KINDS["module"], size=NARROW, java_script_enabled=scripts).page
    entry = page.locator(".oer-nav").get_by_role("link", name="Glossary")
    expect(entry).not_to_be_visible()
    if by == "mouse":
        page.locator("label[for=oer-menu]").click()
    else:
        for _ in range(6):
            page.keyboard.press("Tab")
            if page.locator("#oer-menu").evaluate("one => one === document.activeElement"):
                break
        page.keyboard.press("Space")
    entry.wait_for()
    if scripts:
        assert page.locator("#oer-menu").get_attribute("aria-expanded") == "true"
        assert not violations(page)
        page.keyboard.press("Escape")
        entry.wait_for(state="hidden")
    else:
        entry.click()
        page.wait_for_url("**/glossary/")


def test_in_an_older_browser_answers_open_for_paper_and_close_again(visit: Visitor) -> None:
    """One whose style sheets cannot open them."""
    here = visit("404.html", fresh=True)
    here.page.add_init_script("CSS.supports = () => false")
    page = here.open(KINDS["module"])
    closed = "document.querySelectorAll('article details:not([open])').length"
    before = page.evaluate(closed)
    assert before
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.evaluate(closed) == 0
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.evaluate(closed) == before


def test_the_teaching_view_shows_notes_and_is_remembered(visit: Visitor) -> None:
    here = visit(KINDS["module"])
    page = here.page
    notes = page.locator(".oer-block--facilitator")
    assert not notes.count()
    assert not page.locator(".oer-block--plan").count()
    page.get_by_role("link", name="Teaching view").click()
    page.wait_for_url(f"**/{WRITTEN}/teach/")
    expect(notes.first).to_be_visible()
    expect(page.locator(".oer-plan").first).to_be_visible()
    here.open(f"courses/{COURSE}/")
    link = page.locator(f".oer-syllabus a[href*='{WRITTEN}/']").first
    link.click()
    page.wait_for_url(f"**/{WRITTEN}/teach/")
    page.get_by_role("link", name="Learner view").click()
    page.wait_for_url(f"**/{WRITTEN}/")
    assert not notes.count()
    here.open(f"courses/{COURSE}/")
    link.click()
    page.wait_for_url(f"**/{WRITTEN}/")


def test_the_teaching_view_is_a_page_without_scripts(visit: Visitor) -> None:
    page = visit(KINDS["module"], java_script_enabled=False).page
    page.get_by_role("link", name="Teaching view").click()
    expect(page.locator(".oer-block--facilitator").first).to_be_visible()
    assert page.locator(".oer-fold--answer").first.get_attribute("open") is not None


def test_credit_and_citations_can_be_copied(visit: Visitor) -> None:
    here = visit(KINDS["module"], permissions=["clipboard-read", "clipboard-write"])
    page = here.page
    for box in page.locator(".oer-copybox").all():
        if not box.is_visible():
            box.evaluate("one => { one.closest('details').open = true }")
        button = box.locator(".oer-copy")
        text = (box.locator("code").text_content() or "").strip()
        assert text
        button.click()
        page.wait_for_function("button => button.textContent.includes('Copied')", arg=button.element_handle())
        assert page.evaluate("navigator.clipboard.readText()") == text
    assert "CC BY-SA 4.0" in (page.locator("#oer-credit-text").text_content() or "")
    assert page.locator(".oer-copybox").count() >= 5, "credit in two forms, citations in three"


def test_where_the_clipboard_is_closed_the_text_is_selected_and_that_is_said(visit: Visitor) -> None:
    page = visit(KINDS["module"]).page
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error('closed')); }")
    page.locator(".oer-copy[data-oer-copy=oer-credit-text]").click()
    said = page.locator("body > [role=status]").filter(has_text="Not copied. The text is selected")
    expect(said).to_be_in_viewport()
    assert "CC BY-SA 4.0" in page.evaluate("getSelection().toString()")


def test_the_download_is_a_zip(visit: Visitor) -> None:
    page = visit(KINDS["module"]).page
    with page.expect_download() as waiting:
        page.locator(".oer-use").get_by_role("link", name="zip").click()
    assert waiting.value.suggested_filename == f"{WRITTEN}.zip"


def test_a_term_is_explained_where_it_stands(visit: Visitor) -> None:
    page = visit(KINDS["module"]).page
    term = page.locator("article a.oer-term").first
    note = page.locator("#oer-note")
    term.hover()
    note.wait_for()
    assert len(note.inner_text()) > 20
    box = note.bounding_box()
    assert box
    page.mouse.move(box["x"] + 10, box["y"] + 10, steps=8)
    page.wait_for_timeout(400)
    expect(note).to_be_visible()  # the pointer may go to the note
    page.keyboard.press("Escape")
    expect(note).not_to_be_visible()
    page.mouse.move(0, 0)
    page.evaluate("document.activeElement.blur()")
    term.focus()
    note.wait_for()
    assert term.get_attribute("aria-describedby") == "oer-note"
    assert not violations(page)
    page.keyboard.press("Escape")
    expect(note).not_to_be_visible()
    assert not term.get_attribute("aria-describedby")


def test_a_finger_has_a_term_explained_first_and_follows_it_then(visit: Visitor) -> None:
    """A phone has no pointer that rests, and to leave the lesson for one word is much to ask."""
    page = visit(KINDS["module"], size=NARROW, has_touch=True).page
    at = page.url
    term = page.locator("article a.oer-term").first
    note = page.locator("#oer-note")
    term.tap()
    expect(note).to_be_visible()
    expect(note).to_have_attribute("aria-live", "polite")
    assert page.url == at
    page.locator("h1").tap()
    expect(note).not_to_be_visible()
    term.tap()
    expect(note).to_be_visible()
    term.tap()
    page.wait_for_url("**/glossary/#*")


def test_a_tapped_term_whose_definition_does_not_come_leads_to_the_glossary(visit: Visitor) -> None:
    here = visit(KINDS["module"], has_touch=True)
    here.page.route("**/glossary.json", lambda route: route.abort())
    here.page.locator("article a.oer-term").first.tap()
    here.page.wait_for_url("**/glossary/#*")
    here.problems.clear()  # that it did not come is what was asked for


def test_a_term_leads_to_the_glossary_without_scripts(visit: Visitor) -> None:
    page = visit(KINDS["module"], java_script_enabled=False).page
    page.locator("article a.oer-term").first.click()
    assert "/glossary/#" in page.url


def test_the_catalogue_filters_and_keeps_the_state_in_the_address(visit: Visitor, site: Site) -> None:
    page = visit(KINDS["catalogue"]).page
    rows = page.locator("[data-oer-catalogue] tbody tr")
    shown = page.locator("[data-oer-catalogue] tbody tr:visible")
    assert rows.count() == len(site.modules)
    page.locator("[data-oer-catalogue] input[name=q]").fill("privacy")
    page.wait_for_function("() => location.search.includes('q=privacy')")
    assert 0 < shown.count() < rows.count()
    assert str(shown.count()) in page.locator("[data-oer-catalogue] [role=status]").inner_text()
    page.reload()
    page.wait_for_function(
        "() => document.querySelector('[data-oer-catalogue] input[name=q]').value === 'privacy'"
    )
    assert 0 < shown.count() < rows.count()
    page.locator("[data-oer-catalogue] form button[type=reset]").click()
    page.wait_for_function("() => !location.search.includes('q=')")
    assert shown.count() == rows.count()


def test_the_catalogue_sorts_by_keyboard(visit: Visitor) -> None:
    page = visit(KINDS["catalogue"]).page
    button = page.locator("[data-oer-catalogue] th button").first
    head = page.locator("[data-oer-catalogue] th:has(button)").first
    button.focus()
    page.keyboard.press("Enter")
    assert head.get_attribute("aria-sort") == "ascending"
    names = [
        text.casefold()
        for text in page.locator("[data-oer-catalogue] tbody tr > :first-child").all_inner_texts()
    ]
    assert names == sorted(names)
    page.keyboard.press("Enter")
    assert head.get_attribute("aria-sort") == "descending"
    assert "sort=-" in page.url


def test_the_catalogue_is_complete_without_scripts(visit: Visitor, site: Site) -> None:
    page = visit(KINDS["catalogue"], java_script_enabled=False).page
    assert page.locator("article tbody tr:visible").count() == len(site.modules)
    expect(page.locator("article form").first).not_to_be_visible()


def test_the_map_is_a_table_and_a_picture_with_links(visit: Visitor, site: Site) -> None:
    page = visit(KINDS["map"]).page
    table = page.locator("article table").first
    assert table.locator("caption").count() == 1
    assert table.locator("tbody th[scope=row]").count() == len(site.catalogue["competencies"])
    page.get_by_role("button", name="Graph").click()
    links = page.locator("article svg a")
    assert links.count() > 10
    links.first.focus()
    page.keyboard.press("Enter")
    page.get_by_role("link", name="Go to the module").click()
    page.wait_for_url("**/modules/**")
