"""Taking a course: where one stopped, what is left, objectives, done, notes; on all pages."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import expect

from tests.browser.accessibility import unclean
from tests.browser.learning import BEGUN, CLOSED, COURSE, DONE, ORDERING, SOME, again, held, put
from tests.browser.visits import Visit

Visitor = Callable[..., Visit]
NAME = "privacy-by-design"


def test_one_goes_on_where_one_stopped(visit: Visitor) -> None:
    page = visit(ORDERING).page
    state = page.locator(".oer-going__state")
    expect(state).to_have_text("About 1 hour 15 minutes left.")
    expect(page.locator(".oer-going__resume")).to_be_hidden()
    assert held(page) is None, "to open a page is not to begin a module"
    heading = page.locator(".oer-body h2[id]").nth(2)
    anchor = heading.get_attribute("id")
    words = heading.locator("[data-oer-heading]").inner_text()
    heading.evaluate("one => scrollTo(0, one.getBoundingClientRect().top + scrollY - 40)")
    page.wait_for_function("() => localStorage.getItem('oer:progress')")
    assert held(page)["modules"][NAME]["section"] == anchor
    page.evaluate("scrollTo(0, 0)")
    page.goto(page.url)
    link = page.get_by_role("link", name=f"Continue where you stopped: {words}")
    expect(link).to_be_visible()
    expect(state).not_to_have_text("About 1 hour 15 minutes left.")
    link.focus()
    page.keyboard.press("Enter")
    assert page.url.endswith(f"#{anchor}")
    expect(heading).to_be_in_viewport()


def test_objectives_are_ticked_and_stay_ticked(visit: Visitor) -> None:
    page = visit(ORDERING).page
    boxes = page.locator(".oer-objectives input[type=checkbox]")
    assert boxes.count() == page.locator(".oer-objectives > li").count() > 2
    boxes.nth(1).focus()
    page.keyboard.press("Space")
    assert held(page)["modules"][NAME]["objectives"] == [2]
    again(page)
    expect(boxes.nth(1)).to_be_checked()
    expect(boxes.first).not_to_be_checked()
    words = page.locator(".oer-objectives > li").nth(1).inner_text()
    expect(page.get_by_role("checkbox", name=words.strip())).to_be_checked()


def test_a_module_is_marked_as_done_by_keyboard_and_that_is_said(visit: Visitor) -> None:
    page = visit(ORDERING).page
    button = page.get_by_role("button", name="Mark as done")
    button.focus()
    page.keyboard.press("Enter")
    said = page.locator(".oer-yours__state")
    expect(said).to_contain_text("You marked this module as done on")
    assert said.get_attribute("role") == "status"
    expect(page.locator(".oer-going__state")).to_contain_text("Done on")
    assert held(page)["modules"][NAME]["done"] is True
    again(page)
    back = page.get_by_role("button", name="Mark as not done")
    back.click()
    expect(said).to_have_text("You have not marked this module as done.")
    assert held(page)["modules"][NAME]["done"] is False


def test_notes_are_kept_and_printed(visit: Visitor) -> None:
    page = visit(ORDERING).page
    field = page.get_by_label("Your notes on this module")
    field.fill("Ask <b>Ana</b>\nabout field 9")
    expect(page.locator(".oer-yours__kept")).to_have_text("Your notes are kept in this browser.")
    page.wait_for_timeout(500)
    field.type("!")
    page.reload()  # at once: what was written last is kept when the page goes
    expect(field).to_have_value("Ask <b>Ana</b>\nabout field 9!")
    page.emulate_media(media="print")
    expect(page.locator(".oer-yours__paper")).to_be_visible()
    expect(page.locator(".oer-yours__paper")).to_have_text("Ask <b>Ana</b>\nabout field 9!")
    expect(field).to_be_hidden()


def test_headings_have_named_links_that_copy_the_address(visit: Visitor) -> None:
    here = visit(ORDERING, permissions=["clipboard-read", "clipboard-write"])
    page = here.page
    link = page.get_by_role("link", name="Copy the link to “Why less data is safer”")
    expect(page.get_by_role("heading", name="Why less data is safer", exact=True)).to_have_count(1)
    link.focus()
    page.keyboard.press("Enter")
    said = page.get_by_role("status").filter(has_text="Link copied")
    expect(said).to_be_in_viewport()
    assert page.url.endswith("#why-less-data-is-safer")
    assert page.evaluate("navigator.clipboard.readText()") == page.url
    expect(said).to_have_count(0)


def test_where_a_browser_does_not_copy_the_link_is_in_the_address_bar(visit: Visitor) -> None:
    """It gives a page without HTTPS, as in many an intranet, no way to copy."""
    here = visit("404.html")
    here.page.add_init_script("delete Navigator.prototype.clipboard")
    page = here.open(ORDERING)
    page.get_by_role("link", name="Copy the link to “Why less data is safer”").click()
    expect(page.get_by_text("The link stands in the address bar now: copy it there.")).to_be_in_viewport()
    assert page.url.endswith("#why-less-data-is-safer")


def test_a_course_says_in_words_how_far_one_is_and_what_comes_next(visit: Visitor) -> None:
    page = visit(COURSE).page
    expect(page.locator(".oer-along label")).to_have_text("0 of 27 modules done.")
    expect(page.locator(".oer-start a")).to_contain_text("Start here")
    put(page, SOME)
    bar = page.get_by_role("progressbar", name="1 of 27 modules done.")
    assert bar.evaluate("one => [one.value, one.max]") == [1, 27]
    go_on = page.get_by_role("link", name="Continue: Privacy by design")
    for module, word in (("Participation and accountability", "Done"), ("Privacy by design", "Started")):
        link = page.locator(".oer-syllabus").get_by_role("link", name=module, exact=True)
        described = link.get_attribute("aria-describedby")
        expect(page.locator(f"[id='{described}']")).to_have_text(word)
    go_on.click()
    page.wait_for_url(f"**/{ORDERING}")


def test_lists_say_what_was_done(visit: Visitor) -> None:
    page = visit("competencies/risks/").page
    put(page, {"schemaVersion": 1, "modules": {NAME: DONE}})
    link = page.locator(f"a[data-module={NAME}]").first
    expect(page.locator(f"[id='{link.get_attribute('aria-describedby')}']")).to_have_text("Done")


def test_a_damaged_store_is_named_and_left_as_it_is(visit: Visitor) -> None:
    page = visit(ORDERING).page
    for damaged in ("{not json", "[]", '{"schemaVersion": 99, "modules": {}}'):
        put(page, damaged)
        expect(page.locator(".oer-going__fault")).to_contain_text("cannot be read")
        page.get_by_role("button", name="Mark as done").click()
        expect(page.locator(".oer-yours__state")).to_contain_text("keeps nothing")
        page.locator(".oer-quiz input").first.check()
        assert page.evaluate("localStorage.getItem('oer:progress')") == damaged


def test_where_storage_throws_the_page_works_as_on_a_first_visit(visit: Visitor) -> None:
    here = visit("")
    here.page.add_init_script(CLOSED)
    page = here.open(ORDERING)
    page.locator(".oer-objectives input").first.check()
    page.get_by_role("button", name="Mark as done").click()
    expect(page.locator(".oer-yours__state")).to_contain_text("keeps nothing")
    expect(page.locator(".oer-yours__kept")).to_contain_text("keeps nothing")
    quiz = page.locator(".oer-quiz").first
    quiz.locator("input").first.check()
    quiz.get_by_role("button", name="Check").click()
    assert quiz.get_attribute("data-result")
    here.open(COURSE)


def test_without_scripts_objectives_are_a_list_and_nothing_is_offered(visit: Visitor) -> None:
    page = visit(ORDERING, java_script_enabled=False).page
    expect(page.locator(".oer-objectives > li").first).to_be_visible()
    assert not page.locator(".oer-objectives input").count()
    for name in (".oer-going", ".oer-yours"):
        expect(page.locator(name)).to_be_hidden()


def test_what_progress_adds_is_clean_for_axe(visit: Visitor) -> None:
    begun = BEGUN | {"section": "why-less-data-is-safer", "objectives": [1], "note": "x"}
    here = visit(ORDERING)
    put(here.page, {"schemaVersion": 1, "modules": {NAME: begun, "seeing-the-whole-service": DONE}})
    for path in (ORDERING, COURSE):
        page = here.open(path)
        assert not unclean(page), path
