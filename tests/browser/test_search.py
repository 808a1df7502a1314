"""Search by keyboard, its results said aloud, its facets and its address."""

from __future__ import annotations

import re
from collections.abc import Callable
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import expect

from tests.browser.accessibility import violations
from tests.browser.visits import NARROW, Visit
from tests.site.built import Site
from tests.site.kinds import KINDS

Visitor = Callable[..., Visit]
ANSWERED = "[role=status]:has-text('result')"


def test_the_slash_key_opens_search_and_escape_gives_focus_back(visit: Visitor) -> None:
    page = visit("").page
    page.keyboard.press("/")
    dialog = page.get_by_role("dialog", name="Search this site")
    dialog.wait_for()
    expect(dialog.locator("[name=q]")).to_be_focused()
    page.keyboard.type("complaints")
    dialog.locator(ANSWERED).wait_for()
    page.keyboard.press("ArrowDown")
    expect(dialog.locator(".oer-result__link").first).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(dialog.locator("[name=q]")).to_be_focused()
    page.keyboard.press("Escape")
    if dialog.is_visible():  # Escape first empties a search field, as in every browser
        page.keyboard.press("Escape")
    dialog.wait_for(state="hidden")
    expect(page.locator("#oer-search-open")).to_be_focused()


def test_a_result_opens_where_the_words_are(visit: Visitor) -> None:
    page = visit("").page
    page.get_by_role("button", name="Search").click()
    page.locator("dialog[open]").wait_for()
    page.keyboard.type("consent research")
    result = page.locator("dialog .oer-result").filter(has_text="Finding out what people need").first
    result.wait_for()
    part = result.locator(".oer-result__part a").first
    target = part.get_attribute("href")
    part.click()
    page.wait_for_url("**/finding-out-what-people-need/#*")
    assert page.url == target
    fragment = urlsplit(page.url).fragment
    assert page.locator(f"[id='{fragment}']").count() == 1


def test_what_is_not_found_is_said(visit: Visitor) -> None:
    page = visit("").page
    page.keyboard.press("/")
    page.locator("dialog input[name=q]").fill("xylophone")
    page.locator("dialog [role=status]").filter(has_text="Nothing found for “xylophone”").wait_for()


def test_the_dialog_is_clean_for_axe_with_results(visit: Visitor) -> None:
    here = visit("", size=NARROW)
    for scheme in ("light", "dark"):
        here.page.emulate_media(color_scheme=scheme)
        if not here.page.locator("dialog[open]").count():
            here.page.locator("#oer-search-open").click()
            here.page.locator("dialog[open]").wait_for()
            here.page.keyboard.type("needs")
        here.page.locator(f"dialog {ANSWERED}").wait_for()
        assert not violations(here.page)


def test_the_letter_key_is_left_alone_where_one_writes(visit: Visitor) -> None:
    page = visit(KINDS["search"]).page
    field = page.locator("article input[name=q]")
    field.focus()
    page.keyboard.type("a/b")
    assert field.input_value() == "a/b"
    assert not page.locator("dialog[open]").count()


def test_the_search_page_narrows_by_facet_and_its_address_keeps_the_search(visit: Visitor) -> None:
    here = visit(f"{KINDS['search']}?q=users")
    page = here.page
    page.locator(f"article {ANSWERED}").wait_for()
    everything = page.locator("article .oer-result").count()
    legends = page.locator("article fieldset legend").all_inner_texts()
    assert {"Kind", "Level", "Competency", "Time", "Language", "For"} <= set(legends)
    modules = (
        page.locator("fieldset")
        .filter(has_text="Kind")
        .get_by_role("checkbox", name=re.compile(r"^Module \("))
    )
    modules.focus()
    page.keyboard.press("Space")
    page.wait_for_function("n => document.querySelectorAll('article .oer-result').length < n", arg=everything)
    assert parse_qs(urlsplit(page.url).query) == {"q": ["users"], "kind": ["Module"]}
    narrowed = page.locator("article .oer-result__link").all_inner_texts()
    assert page.evaluate("document.activeElement.type") == "checkbox", "focus stays where it was"
    page.reload()
    page.wait_for_function(
        "n => document.querySelectorAll('article .oer-result').length === n", arg=len(narrowed)
    )
    assert page.locator("article .oer-result__link").all_inner_texts() == narrowed
    page.go_back()
    page.wait_for_function(
        "n => document.querySelectorAll('article .oer-result').length === n", arg=everything
    )


def test_a_facet_alone_lists_its_pages(visit: Visitor, site: Site) -> None:
    page = visit(f"{KINDS['search']}?kind=Module").page
    page.locator("article .oer-result").first.wait_for()
    more = page.locator(".oer-results__more")
    while more.is_visible():
        more.click()
        page.wait_for_timeout(200)
    found = page.locator("article .oer-result__link").all_inner_texts()
    assert sorted(found) == sorted(module["title"] for module in site.written)


def test_search_works_in_a_folder_of_the_host(visit: Visitor, site: Site) -> None:
    page = visit(f"{KINDS['module']}", address=site.deep_address).page
    page.keyboard.press("/")
    page.locator("dialog[open]").wait_for()
    page.keyboard.type("glossary")
    page.locator("dialog .oer-result__link").first.wait_for()
    address = page.locator("dialog .oer-result__link").first.get_attribute("href")
    assert address and address.startswith(site.deep_address)


def test_without_scripts_search_leads_to_the_catalogue(visit: Visitor) -> None:
    page = visit("", java_script_enabled=False).page
    expect(page.locator("#oer-search-open")).not_to_be_visible()
    page.locator("header").get_by_role("link", name="Search").click()
    expect(page.locator("h1")).to_be_visible()
    page.locator("article").get_by_role("link", name="catalogue").first.click()
    assert page.url.endswith("/catalogue/")
