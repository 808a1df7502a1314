"""The search dialog: by keyboard, said aloud, other names, mistakes put right, help where little is found."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from tests.browser.accessibility import violations
from tests.browser.visits import NARROW, WIDE, Visit
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
    expect(page.locator("body")).to_be_focused()


WHERE = "() => [scrollY, document.activeElement.getAttribute('href') || document.activeElement.tagName]"


@pytest.mark.parametrize("close", ["Escape", "Close"])
@pytest.mark.parametrize("focused", [None, ".oer-body a[href]"])
def test_half_way_down_a_page_search_leaves_the_reader_there(
    visit: Visitor, close: str, focused: str | None
) -> None:
    page = visit(KINDS["module"]).page
    if focused:
        link = page.locator(focused).last
        link.focus()
        link.evaluate("(it) => scrollBy(0, it.getBoundingClientRect().top - innerHeight / 3)")
    else:
        page.evaluate("scrollTo(0, document.body.scrollHeight / 2)")
    before = page.evaluate(WHERE)
    assert before[0] > 500 and (before[1] != "BODY") == bool(focused)
    page.keyboard.press("/")
    dialog = page.locator("dialog[open]")
    expect(dialog.locator("[name=q]")).to_be_focused()
    if close == "Escape":
        page.keyboard.press("Escape")
    else:
        dialog.get_by_role("button", name="Close").click()
    expect(dialog).to_have_count(0)
    expect(page.locator("dialog :focus")).to_have_count(0)  # until the next frame a closed field keeps it
    assert page.evaluate(WHERE) == before


def test_the_button_that_opened_search_has_focus_again(visit: Visitor) -> None:
    page = visit(KINDS["module"]).page
    page.locator("#oer-search-open").click()
    page.locator("dialog[open]").get_by_role("button", name="Close").click()
    expect(page.locator("#oer-search-open")).to_be_focused()


def test_a_result_on_this_page_is_where_the_reader_goes(visit: Visitor) -> None:
    page = visit(KINDS["glossary"]).page
    page.keyboard.press("/")
    dialog = page.locator("dialog[open]")
    dialog.locator("[name=q]").fill("prototype")
    result = dialog.locator(".oer-result__link[href*='glossary/#']").first
    fragment = str(result.get_attribute("href")).partition("#")[2]
    result.focus()
    page.keyboard.press("Enter")
    expect(dialog).to_have_count(0)
    term = page.locator(f"[id='{fragment}']")
    expect(term).to_be_focused()
    expect(term).to_be_in_viewport()
    assert page.url.endswith(f"/{KINDS['glossary']}#{fragment}")
    page.keyboard.press("Tab")
    assert not term.get_attribute("tabindex"), "nothing of it stays"


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


def test_the_sheet_of_the_dialog_comes_before_that_of_a_project(visit: Visitor) -> None:
    """Between rules of the same strength the later one wins, and that is a fork's."""
    page = visit("").page
    own = "Object.assign(document.createElement('link'), {rel: 'stylesheet', id: 'own'})"
    page.evaluate(f"document.head.append({own})")
    page.keyboard.press("/")
    page.locator("dialog[open]").wait_for()
    links = page.locator("head link[rel=stylesheet]")
    expect(links.locator("xpath=self::*[contains(@href, 'search.css')]")).to_have_count(1)
    named = [str(link.get_attribute("href") or "own").rpartition("/")[2] for link in links.all()]
    assert named[-3:] == ["home.css", "search.css", "own"]


def test_what_is_not_found_is_said(visit: Visitor) -> None:
    page = visit("").page
    page.keyboard.press("/")
    page.locator("dialog input[name=q]").fill("xylophone")
    page.locator("dialog [role=status]").filter(has_text="Nothing found for “xylophone”").wait_for()


@pytest.mark.parametrize("size", [NARROW, WIDE])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_dialog_is_clean_for_axe(visit: Visitor, size: tuple[int, int], scheme: str) -> None:
    """With results under another name, with a mistake put right, and with nothing found."""
    page = visit("about/", size=size, color_scheme=scheme).page
    page.locator("#oer-search-open").click()
    dialog = page.locator("dialog[open]")
    for query, said in (
        ("dpia", "results for “dpia”"),
        ("acessib", "results for “access"),
        ("xylophone", "Nothing"),
    ):
        dialog.locator("[name=q]").fill(query)
        dialog.locator("[role=status]").filter(has_text=said).wait_for()
        assert not violations(page), query
        wider = page.evaluate(
            "document.querySelector('dialog').scrollWidth - document.querySelector('dialog').clientWidth"
        )
        assert wider <= 0, "nothing is cut off"


def test_an_abbreviation_finds_what_it_stands_for_and_says_so(visit: Visitor) -> None:
    page = visit("").page
    page.keyboard.press("/")
    dialog = page.locator("dialog[open]")
    dialog.locator("[name=q]").fill("DPIA")
    expect(dialog.locator(".oer-search-note").filter(has_text="Also searched for")).to_contain_text(
        "“data protection impact assessment”"
    )
    said = dialog.locator("[role=status]")
    expect(said).to_contain_text("Also searched for")  # for those who do not see the note
    found = dialog.locator(".oer-result__link").all_inner_texts()
    assert "Privacy by design" in found, "a page that has only the long name"


def test_a_mistyped_word_is_put_right_and_can_be_searched_as_written(visit: Visitor) -> None:
    here = visit("")
    page = here.page
    page.keyboard.press("/")
    dialog = page.locator("dialog[open]")
    dialog.locator("[name=q]").fill("consent")
    dialog.locator(ANSWERED).wait_for()
    assert not [path for path in here.requests if path.endswith("words.json")], "only when little was found"
    dialog.locator("[name=q]").fill("consnet")
    expect(dialog.locator(".oer-search-note").filter(has_text="“consnet” was not found")).to_be_visible()
    expect(dialog.locator("[role=status]")).to_contain_text("results for “consent”")
    assert [path for path in here.requests if path.endswith("words.json")]
    dialog.get_by_role("button", name="Search for “consnet” as written").click()
    expect(dialog.locator("[name=q]")).to_be_focused()
    dialog.locator("[role=status]").filter(has_text="“consnet”").wait_for()
    expect(dialog.get_by_text("was not found")).to_have_count(0)
    assert "as=written" in str(dialog.locator(".oer-search__all").get_attribute("href"))


def test_where_nothing_is_found_fewer_words_and_other_ways_help(visit: Visitor) -> None:
    page = visit("").page
    page.keyboard.press("/")
    dialog = page.locator("dialog[open]")
    dialog.locator("[name=q]").fill("xylophone consent")
    dialog.locator("[role=status]").filter(has_text="Nothing found").wait_for()
    expect(dialog.get_by_role("link", name="Catalogue")).to_be_visible()
    expect(dialog.get_by_role("link", name="Map")).to_be_visible()
    dialog.locator("[name=q]").press("ArrowDown")
    choice = dialog.get_by_role("button", name=re.compile(r"^consent \(\d+\)$"))
    expect(choice).to_be_focused()
    count = re.findall(r"\d+", choice.inner_text())[0]
    page.keyboard.press("Enter")
    dialog.locator("[role=status]").filter(has_text=f"{count} results for “consent”").wait_for()
    expect(dialog.get_by_role("link", name="Catalogue")).not_to_be_visible()


HEARD = """
const status = document.querySelector("dialog [role=status]");
new MutationObserver(() => (globalThis.heard ??= []).push(status.textContent))
  .observe(status, { childList: true, characterData: true, subtree: true });
"""


def test_what_helps_is_said_aloud_where_nothing_is_found(visit: Visitor) -> None:
    page = visit("").page
    page.keyboard.press("/")
    dialog = page.locator("dialog[open]")
    status = dialog.locator("[role=status]")
    dialog.locator("[name=q]").fill("xylophone consent")
    expect(status).to_contain_text(re.compile(r"^Nothing found for .* With fewer words: consent \(\d+\)\.$"))
    dialog.locator("[name=q]").fill("xylophone consnet")
    expect(status).to_contain_text(re.compile(r" Did you mean: .*consent"))


def test_that_search_is_at_it_is_said_only_where_that_takes_long(visit: Visitor) -> None:
    page = visit("").page
    page.keyboard.press("/")
    dialog = page.locator("dialog[open]")
    dialog.locator("[name=q]").fill("consent")
    dialog.locator(ANSWERED).wait_for()
    page.evaluate(f"() => {{ {HEARD} }}")
    for query in ("privacy", "data", "law"):
        dialog.locator("[name=q]").fill(query)
        dialog.locator("[role=status]").filter(has_text=f"“{query}”").wait_for()
    heard = page.evaluate("heard")
    assert heard and "Searching…" not in heard
    waiting: list[Any] = []
    page.route("**/search/words.json", lambda route: waiting.append(route))
    dialog.locator("[name=q]").fill("consnet")
    expect(dialog.locator("[role=status]")).to_have_text("Searching…")
    waiting[0].continue_()
    expect(dialog.locator("[role=status]")).to_contain_text("results for “consent”")


def test_the_letter_key_is_left_alone_where_one_writes(visit: Visitor) -> None:
    page = visit(KINDS["search"]).page
    field = page.locator("article input[name=q]")
    field.focus()
    page.keyboard.type("a/b")
    assert field.input_value() == "a/b"
    assert not page.locator("dialog[open]").count()


def test_search_works_in_a_folder_of_the_host(visit: Visitor, site: Site) -> None:
    page = visit(f"{KINDS['module']}", address=site.deep_address).page
    page.keyboard.press("/")
    page.locator("dialog[open]").wait_for()
    page.keyboard.type("glossary")
    page.locator("dialog .oer-result__link").first.wait_for()
    address = page.locator("dialog .oer-result__link").first.get_attribute("href")
    assert address and address.startswith(site.deep_address)
