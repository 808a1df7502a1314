"""Under `default-src 'self'` alone every page works, and says nothing to the console; search alone
needs leave for WebAssembly, and where that is not given it says so.

Other tests meet the policies of `tests/conftest.py`: that of docs/how-to/publish.md is one of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from tests.browser.states import STATES, State, reach
from tests.browser.visits import Visit, start
from tests.conftest import Handler, serve
from tests.site.built import Site
from tests.site.kinds import KINDS

if TYPE_CHECKING:
    from playwright.sync_api import ConsoleMessage, Page

ASSEMBLED = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'"


class Bare(Handler):
    """Serves pages with the strictest policy that lets a site show itself."""

    policies = ("default-src 'self'",)


class Plain(Handler):
    """Sends no policy, as many a host for static files."""

    policies = ()


class Assembled(Handler):
    """The same with WebAssembly."""

    policies = (ASSEMBLED,)


def begin(browser: Any, origin: str) -> tuple[Visit, list[str]]:
    """A visit, and everything that its pages say to the console."""
    said: list[str] = []

    def hear(message: ConsoleMessage) -> None:
        said.append(f"{message.type} on {message.page and message.page.url}: {message.text}")

    here = start(browser, f"{origin}/")
    here.page.on("console", hear)
    return here, said


@pytest.fixture(scope="module")
def bare(browser: Any, site: Site) -> Iterator[tuple[Visit, list[str]]]:
    with serve(site.folder, Bare) as origin:
        here, said = begin(browser, origin)
        yield here, said
        here.context.close()


def quiet(here: Visit, said: list[str]) -> None:
    """Nothing was forbidden, nothing was said, nothing failed."""
    problems = [*here.violations(), *said, *here.problems]
    said.clear()
    here.problems.clear()
    assert not problems, "\n".join(problems)


def explore(page: Page) -> None:
    """The map: another view, larger, a role over it, a panel with details, and the address of it."""
    page.locator("button[data-view=graph]").click()
    page.get_by_role("button", name="Larger").click()
    page.locator("[data-part=graph] a.oer-graph__box:visible").first.click()
    page.locator("dialog.oer-detail[open]").wait_for()
    page.get_by_role("button", name="Close the details").click()
    page.locator("button[data-view=matrix]").click()
    page.get_by_label("For the role").select_option(index=1)


def sort(page: Page) -> None:
    page.locator("article button.oer-sort").first.click()
    page.locator("article .oer-filter input[type=radio]").nth(1).check(force=True)


MORE = {"map explored": State(KINDS["map"], explore), "table sorted": State(KINDS["opportunities"], sort)}
SEARCHES = ("search with results", "search page with facets")
"""These need WebAssembly."""
WITHOUT_SEARCH = {name: state for name, state in STATES.items() if name not in SEARCHES} | MORE


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "search"])
def test_a_page_needs_no_more_than_itself(bare: tuple[Visit, list[str]], kind: str) -> None:
    here, said = bare
    here.open(KINDS[kind])
    here.page.mouse.wheel(0, 4000)
    here.settled()
    quiet(here, said)


@pytest.mark.parametrize("name", WITHOUT_SEARCH)
def test_what_readers_do_needs_no_more_either(bare: tuple[Visit, list[str]], name: str) -> None:
    here, said = bare
    reach(here.page, here.address, WITHOUT_SEARCH[name])
    quiet(here, said)


def test_search_needs_webassembly_and_nothing_else(browser: Any, site: Site) -> None:
    with serve(site.folder, Assembled) as origin:
        here, said = begin(browser, origin)
        for name in SEARCHES:
            reach(here.page, here.address, STATES[name])
            quiet(here, said)
        here.context.close()


def test_without_webassembly_search_says_so(bare: tuple[Visit, list[str]]) -> None:
    here, said = bare
    page = here.open("about/")
    page.keyboard.press("/")
    page.locator("dialog [name=q]").fill("needs")
    expect(page.locator("dialog .oer-search__status")).to_contain_text("The catalogue lists every module.")
    page = here.open(f"{KINDS['search']}?q=needs")
    expect(page.locator("article [role=status]").first).to_contain_text("The pages below serve without it.")
    said.clear()  # that the browser tells of what was forbidden is right
    here.problems.clear()


def test_without_a_header_a_page_still_runs_no_script_that_is_not_a_file_of_the_site(
    browser: Any, site: Site
) -> None:
    with serve(site.folder, Plain) as origin:
        here, said = begin(browser, origin)
        page = here.open(KINDS["module"])
        page.evaluate("document.body.insertAdjacentHTML('beforeend', '<img src onerror=\"ran = 1\">')")
        script = "Object.assign(document.createElement('script'), {text: 'ran = 1'})"
        page.evaluate(f"document.body.append({script})")
        page.wait_for_function("globalThis.violations?.length === 2")
        assert page.evaluate("globalThis.ran") is None
        said.clear()
        here.problems.clear()
        assert here.open("search/?q=users").locator(".oer-result__link").first.is_visible()
        quiet(here, said)
        here.context.close()
