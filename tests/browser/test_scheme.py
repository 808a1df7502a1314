"""The colour scheme: the system's, or the one that the reader chose with the button in the header."""

from __future__ import annotations

import json
import re
from collections.abc import Callable

from playwright.sync_api import Locator, Page, Route, expect

from tests.browser.visits import Visit
from tests.site.kinds import KINDS

Visitor = Callable[..., Visit]
SCHEMES = re.compile(r"data-schemes='[^']*'")
BUTTON = re.compile(r'<button [^>]*id="oer-scheme".*?</button>', re.DOTALL)


def changed(here: Visit, pattern: re.Pattern[str], text: str) -> tuple[Page, Locator]:
    """Home as a project has it that sets or overrides something, and its button."""

    def answer(route: Route) -> None:
        said = route.fetch()
        html, count = pattern.subn(text, said.text())
        assert count == 1
        route.fulfill(response=said, body=html)

    here.page.route(here.address, answer)
    return here.open(""), here.page.locator("#oer-scheme")


def scheme(page: Page) -> str | None:
    return page.locator("body").get_attribute("data-md-color-scheme")


def test_the_readers_choice_is_kept(visit: Visitor) -> None:
    here = visit("")
    assert scheme(here.page) == "default"
    here.page.locator("#oer-scheme").click()
    assert scheme(here.page) == "slate"
    here.open(KINDS["course"])
    assert scheme(here.page) == "slate"


def test_without_a_choice_it_follows_the_system(visit: Visitor) -> None:
    page = visit("", color_scheme="dark").page
    assert scheme(page) == "slate"
    page.emulate_media(color_scheme="light")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "default")


def test_where_there_is_one_scheme_there_is_no_button_and_no_gap_for_it(visit: Visitor) -> None:
    page, button = changed(visit("404.html"), SCHEMES, 'data-schemes=\'[{"scheme": "slate"}]\'')
    assert scheme(page) == "slate"
    assert button.bounding_box() is None


def test_where_no_scheme_has_a_name_the_button_keeps_its_own(visit: Visitor) -> None:
    schemes = json.dumps([{"primary": "teal"}, {"primary": "deep purple"}])
    page, button = changed(visit("404.html"), SCHEMES, f"data-schemes='{schemes}'")
    expect(button).to_have_accessible_name("Colours")
    button.click()
    expect(button).to_have_accessible_name("Colours")
    assert page.locator("body").get_attribute("data-md-color-primary") == "deep-purple"


def test_a_button_of_the_projects_own_works_too(visit: Visitor) -> None:
    own = '<button type="button" id="oer-scheme" hidden>Light or dark</button>'
    page, button = changed(visit("404.html"), BUTTON, own)
    button.click()
    assert scheme(page) == "slate"
    expect(button).to_have_accessible_name("Light or dark")


def test_without_a_button_it_follows_the_system(visit: Visitor) -> None:
    page, button = changed(visit("404.html", color_scheme="dark"), BUTTON, "")
    assert scheme(page) == "slate"
    expect(button).to_have_count(0)
