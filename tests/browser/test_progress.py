"""Taking a course: where one stopped, what is left, objectives, done, notes; on all pages."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.accessibility import unclean
from tests.browser.learning import BEGUN, CLOSED, COURSE, DONE, ORDERING, SOME, again, held, put
from tests.browser.visits import Visit

if TYPE_CHECKING:
    from playwright.sync_api import Page, Route

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


def read_to(page: Page, number: int) -> str:
    """Bring a heading of the text to the top of the window, and give the page the time to see it."""
    heading = page.locator(".oer-body").locator("h2[id], h3[id]").nth(number)
    heading.evaluate("one => scrollTo(0, one.getBoundingClientRect().top + scrollY - 40)")
    page.wait_for_timeout(400)
    return heading.get_attribute("id") or ""


def test_a_place_further_down_is_kept_until_one_reads_on_elsewhere(visit: Visitor) -> None:
    page = visit(ORDERING).page

    def kept() -> str:
        return str(held(page)["modules"][NAME]["section"])

    last = read_to(page, 4)
    left = page.locator(".oer-going__state").inner_text()
    assert kept() == last
    page.evaluate("scrollTo(0, 0)")
    again(page)
    for number in (0, 1):
        read_to(page, number)
        assert kept() == last, "to look around at the top loses no place"
    expect(page.locator(".oer-going__state")).to_have_text(left)
    third = read_to(page, 2)
    assert kept() == third, "two headings on, one reads there"
    fourth = read_to(page, 3)
    assert kept() == fourth
    for number in (2, 1):
        read_to(page, number)
        assert kept() == fourth, "to look something up further up loses no place"


def test_level_and_time_left_stand_beside_the_text_or_at_its_end(visit: Visitor) -> None:
    page = visit(ORDERING).page
    beside, end = page.locator(".oer-toc .oer-left"), page.locator(".oer-yours .oer-left")
    expect(beside).to_be_visible()
    expect(end).to_be_hidden()
    expect(beside).to_contain_text("Levels: Awareness, Working and Practitioner")
    expect(beside).to_contain_text("About 1 hour 15 minutes left.")
    read_to(page, 3)
    expect(beside).to_be_in_viewport()
    expect(beside).not_to_contain_text("1 hour 15 minutes")
    left = page.locator(".oer-going__state").inner_text()
    expect(beside).to_contain_text(left)
    page.set_viewport_size({"width": 320, "height": 640})
    expect(beside).to_be_hidden()
    end.scroll_into_view_if_needed()
    expect(end).to_contain_text("Levels: Awareness, Working and Practitioner")
    page.get_by_role("button", name="Mark as done").click()
    expect(end).to_contain_text("Done on")


def test_objectives_are_ticked_and_stay_ticked(visit: Visitor) -> None:
    page = visit(ORDERING).page
    boxes = page.locator(".oer-objectives input[type=checkbox]")
    assert boxes.count() == page.locator(".oer-objectives > li").count() > 2
    boxes.nth(1).focus()
    page.keyboard.press("Space")
    key = page.locator(".oer-objectives > li").nth(1).get_attribute("data-key")
    assert held(page)["modules"][NAME]["objectives"] == [key]
    again(page)
    expect(boxes.nth(1)).to_be_checked()
    expect(boxes.first).not_to_be_checked()
    words = page.locator(".oer-objectives > li").nth(1).inner_text()
    expect(page.get_by_role("checkbox", name=words.strip())).to_be_checked()


@pytest.mark.parametrize("kept", ["keys", "numbers of before"])
def test_in_a_new_edition_ticks_stay_with_their_objectives(visit: Visitor, kept: str) -> None:
    """Between the editions a first objective has come, and the words of the second of before are others."""
    here = visit(ORDERING)
    page = here.page
    items = page.locator(".oer-objectives > li")
    first, second = (items.nth(at).get_attribute("data-key") for at in (0, 1))
    words = items.first.inner_text().strip()
    at = {"started": "2026-11-20T12:00:00.000Z", "at": "2026-11-20T12:00:00.000Z"}
    put(page, {"schemaVersion": 1, "modules": {NAME: at | {"objectives": [1, 2, 99]}}})
    expect(page.get_by_role("checkbox", name=words)).to_be_checked()
    entry = held(page)["modules"][NAME]
    assert entry["objectives"] == sorted([first, second, 99], key=str), "read as keys, once"
    assert entry["at"] == at["at"], "to read them is no deed"
    if kept == "keys":
        page.get_by_role("checkbox", name=words).uncheck()
        page.get_by_role("checkbox", name=words).check()

    def edited(route: Route) -> None:
        text = route.fetch().text().replace(f'data-key="{second}"', 'data-key="00000000000b"')
        new = '<ol class="oer-objectives"><li data-key="00000000000a">Something new</li>'
        route.fulfill(body=text.replace('<ol class="oer-objectives">', new), content_type="text/html")

    page.route(f"**/{ORDERING}", edited)
    again(page)
    boxes = page.locator(".oer-objectives input")
    expect(page.get_by_role("checkbox", name="Something new")).not_to_be_checked()
    expect(page.get_by_role("checkbox", name=words)).to_be_checked()
    assert [box.is_checked() for box in boxes.all()][:3] == [False, True, False]
    assert held(page)["modules"][NAME]["objectives"] == entry["objectives"], "nothing is removed"


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
    words = re.compile(r"^(\d+) of 27 modules done, about (\d+) hours left\.$")
    label = page.locator(".oer-along label")
    whole = words.match(label.inner_text())
    assert whole and whole[1] == "0"
    with_scripts_off = visit(COURSE, java_script_enabled=False).page.locator(".oer-along label")
    assert with_scripts_off.text_content() == whole[0], "nothing changes under the reader's eyes"
    expect(page.locator(".oer-start a")).to_contain_text("Start here")
    put(page, SOME)
    rest = words.match(label.inner_text())
    assert rest and rest[1] == "1" and int(rest[2]) < int(whole[2])
    bar = page.get_by_role("progressbar", name=rest[0])
    assert bar.evaluate("one => [one.value, one.max]") == [1, 27]
    go_on = page.get_by_role("link", name="Continue: Privacy by design")
    for module, word in (("Participation and accountability", "Done"), ("Privacy by design", "Started")):
        link = page.locator(".oer-syllabus").get_by_role("link", name=module, exact=True)
        described = link.get_attribute("aria-describedby")
        expect(page.locator(f"[id='{described}']")).to_have_text(word)
    go_on.click()
    page.wait_for_url(f"**/{ORDERING}")
    page.go_back()
    put(page, {"schemaVersion": 1, "modules": {NAME: BEGUN | {"section": "why-less-data-is-safer"}}})
    page.get_by_role("link", name="Continue: Privacy by design").click()
    page.wait_for_url(f"**/{ORDERING}#why-less-data-is-safer")
    expect(page.get_by_role("heading", name="Why less data is safer", exact=True)).to_be_in_viewport()


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
