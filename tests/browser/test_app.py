"""The site as an app, in a folder of a host: installed, read without a network, updated, and taken back."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.accessibility import violations
from tests.browser.app import ASKING, HEARING, Builds, Shown, kept, stores, version, versions
from tests.browser.visits import NARROW, VIOLATIONS, WIDE

UPDATE = "async () => { await (await navigator.serviceWorker.getRegistration()).update(); }"
NOTE = '{"schemaVersion": 1, "modules": {"asking": {"started": "2026-11-20T10:00:00.000Z", "note": "mine"}}}'


@pytest.fixture(scope="module")
def builds(tmp_path_factory: pytest.TempPathFactory) -> Builds:
    return Builds(tmp_path_factory.mktemp("app"))


@pytest.fixture
def host(builds: Builds) -> Iterator[Shown]:
    shown = Shown(builds.a)
    yield shown
    shown.shutdown()
    shown.server_close()


@pytest.fixture
def context(browser: Any, host: Shown) -> Iterator[Any]:
    """A browser that has nothing yet. While there is a network, nothing may go wrong behind a page."""
    made = browser.new_context(viewport={"width": WIDE[0], "height": WIDE[1]}, reduced_motion="reduce")
    made.set_default_timeout(8000)
    made.add_init_script(VIOLATIONS)
    problems: list[str] = []

    def say(text: str) -> None:
        if host.up and "sw.js" not in text:
            problems.append(text)

    made.on(
        "console",
        lambda said: say(f"{said.type}: {said.text}") if said.type in ("error", "warning") else None,
    )
    made.on("weberror", lambda fault: say(str(fault.error)))
    yield made
    found = [
        text
        for page in made.pages
        if page.url.startswith("http")
        for text in page.evaluate("globalThis.violations ?? []")
    ]
    made.close()
    assert not [*problems, *found]


@pytest.fixture
def page(context: Any, host: Shown) -> Page:
    """Home, with its worker at work."""
    page = context.new_page()
    page.goto(host.address)
    ready(page)
    return page


def ready(page: Page) -> None:
    """Wait until a worker answers for the page."""
    until(page, lambda: page.evaluate("Boolean(navigator.serviceWorker.controller)"), "there is no worker")


def until(page: Page, good: Callable[[], bool], otherwise: str, said: str = "''") -> None:
    """Wait for what the page can only say in its own time."""
    for _ in range(300):
        if good():
            return
        page.wait_for_timeout(50)
    raise AssertionError(f"{otherwise}: {page.evaluate(said)}")


def visit(page: Page, host: Shown, path: str) -> None:
    """Open a page and wait until it is kept."""
    page.goto(host.address + path)
    wait(page, path)


def wait(page: Page, path: str) -> None:
    until(page, lambda: path in kept(page), f"{path} is not kept")


def settled(page: Page, wanted: str) -> None:
    """Wait until only one version is kept."""
    state = """navigator.serviceWorker.getRegistration().then(async (one) =>
      [...await caches.keys(), one?.installing?.state, one?.waiting?.state, one?.active?.state].join(" "))"""
    until(page, lambda: stores(page) == {wanted}, f"more is kept than {wanted}", state)


def tab_of(page: Page, host: Shown) -> Page:
    tab = page.context.new_page()
    tab.goto(host.address)
    ready(tab)
    return tab


def test_it_can_be_installed(page: Page, context: Any) -> None:
    session = context.new_cdp_session(page)
    found = session.send("Page.getAppManifest")
    assert not found["errors"]
    assert json.loads(found["data"])["name"] == "Tiny"
    faults = session.send("Page.getInstallabilityErrors")["installabilityErrors"]
    assert not [one for one in faults if one["errorId"] != "in-incognito"], "tests run in a private window"


def test_what_is_kept_from_the_start_is_a_short_list(page: Page, builds: Builds) -> None:
    files = page.evaluate(
        "async () => { const name = (await caches.keys()).find((one) => one.endsWith(':files'));"
        " const cache = await caches.open(name); const all = {};"
        " for (const one of await cache.keys())"
        " all[one.url] = (await (await cache.match(one)).arrayBuffer()).byteLength;"
        " return all; }"
    )
    base = page.url
    paths = {url.removeprefix(base) for url in files}
    assert {"", "offline/"} < paths
    own = f"assets-{version(builds.a)}/"
    assert all(path.startswith(own) for path in paths - {"", "offline/", "glossary.json"})
    assert sum(files.values()) < 1_000_000


def test_a_page_that_was_read_is_there_without_a_network(page: Page, host: Shown) -> None:
    visit(page, host, ASKING)
    host.up = False
    page.goto(host.address + ASKING + "?from=a-link#the-situation")
    expect(page.get_by_text("MARKER")).to_be_visible()
    page.get_by_label("Your notes on this module").fill("offline too")
    page.wait_for_function("() => localStorage.getItem('oer:progress')?.includes('offline too')")
    page.keyboard.press("Escape")
    page.locator(".oer-header__name").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Tiny")


def test_the_first_page_of_all_is_kept(context: Any, host: Shown) -> None:
    page = context.new_page()
    page.goto(host.address + HEARING)
    ready(page)
    wait(page, HEARING)
    host.up = False
    page.reload()
    expect(page.get_by_text("MARKER")).to_be_visible()


def test_another_page_says_that_one_is_offline_and_what_can_be_read(page: Page, host: Shown) -> None:
    visit(page, host, ASKING)
    host.up = False
    page.goto(host.address + HEARING)
    expect(page.get_by_role("heading", level=1)).to_have_text("You are offline")
    assert page.title().startswith("You are offline")
    assert not violations(page)
    link = page.get_by_role("list").get_by_role("link", name="Asking", exact=True)
    expect(link).to_be_visible()
    again = page.get_by_role("link", name="Try the page again")
    expect(again).to_have_attribute("href", host.address + HEARING)
    link.click()
    expect(page.get_by_text("MARKER")).to_be_visible()
    page.go_back()
    host.up = True
    page.get_by_role("link", name="Try the page again").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Hearing")


def test_no_address_of_elsewhere_is_offered(page: Page, host: Shown) -> None:
    for bad in ("//other.example/", "javascript:alert(1)", "https://other.example/", "../../x"):
        page.goto(f"{host.address}offline/?from={bad}")
        expect(page.get_by_role("heading", level=1)).to_have_text("Pages to read offline")
        expect(page.get_by_role("link", name="Try the page again")).to_be_hidden()


def test_what_is_kept_can_be_removed(page: Page, host: Shown) -> None:
    visit(page, host, ASKING)
    page.locator("footer").get_by_role("link", name="Pages to read offline").click()
    page.get_by_role("button", name="Remove these pages").click()
    expect(page.get_by_role("status").filter(has_text="Removed.")).to_be_visible()
    expect(page.get_by_text("no page is kept yet")).to_be_visible()
    assert not kept(page)
    for size in (WIDE, NARROW):
        page.set_viewport_size({"width": size[0], "height": size[1]})
        assert not violations(page)


def test_erasing_what_one_has_done_removes_the_pages_that_one_has_read(page: Page, host: Shown) -> None:
    visit(page, host, ASKING)
    page.goto(f"{host.address}my-learning/")
    page.get_by_role("button", name="Erase everything", exact=True).click()
    page.get_by_role("button", name="Yes, erase everything").click()
    until(page, lambda: not kept(page), "pages are left")


def test_a_network_that_does_not_answer_is_not_waited_for(page: Page, host: Shown) -> None:
    visit(page, host, ASKING)
    host.delay = 30.0
    try:
        page.goto(host.address + ASKING, timeout=7000)
        expect(page.get_by_text("MARKER")).to_be_visible()
    finally:
        host.delay = 0.0


def test_an_update_is_offered_and_never_forced(page: Page, host: Shown, builds: Builds) -> None:
    visit(page, host, ASKING)
    page.evaluate("text => localStorage.setItem('oer:progress', text)", NOTE)
    page.reload()
    field = page.get_by_label("Your notes on this module")
    field.fill("half a sen")
    host.folder = builds.b
    page.evaluate(UPDATE)
    bar = page.get_by_role("region", name="New version")
    expect(bar.get_by_role("status")).to_have_text("A new version of this site is ready.")
    field.press_sequentially("tence")
    page.wait_for_timeout(600)
    expect(field).to_have_value("half a sentence")
    assert versions(page) == {version(builds.a)}
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        for size in (WIDE, NARROW):
            page.set_viewport_size({"width": size[0], "height": size[1]})
            assert not violations(page), (scheme, size)
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    bar.get_by_role("button", name="Load it").press("Enter")
    expect(page.get_by_text("NEWER")).to_be_visible()
    expect(field).to_have_value("half a sentence")
    settled(page, version(builds.b))
    assert versions(page) == {version(builds.b)}
    expect(bar).to_be_hidden()


def test_not_now_is_an_answer(page: Page, host: Shown, builds: Builds) -> None:
    host.folder = builds.b
    page.evaluate(UPDATE)
    bar = page.get_by_role("region", name="New version")
    bar.get_by_role("button", name="Not now").click()
    expect(bar).to_be_hidden()
    assert versions(page) == {version(builds.a)}


def test_the_next_page_after_an_update_is_new_whole_and_kept(page: Page, host: Shown, builds: Builds) -> None:
    visit(page, host, ASKING)
    visit(page, host, HEARING)
    host.folder = builds.b
    page.goto(host.address + ASKING)
    expect(page.get_by_text("NEWER")).to_be_visible()
    assert versions(page) == {version(builds.b)}, "never a page of one with scripts of the other"
    settled(page, version(builds.b))
    wait(page, ASKING)
    expect(page.get_by_role("region", name="New version")).to_be_hidden()
    host.up = False
    for path in (ASKING, HEARING):  # the second was brought along: nobody has opened it in the new version
        page.goto(host.address + path)
        expect(page.get_by_text("NEWER")).to_be_visible()
        assert versions(page) == {version(builds.b)}


def test_a_tab_of_before_that_is_closed_then_holds_nothing_up(
    page: Page, host: Shown, builds: Builds
) -> None:
    visit(page, host, ASKING)
    old = tab_of(page, host)
    host.folder = builds.b
    page.goto(host.address + ASKING)
    expect(old.get_by_role("region", name="New version")).to_be_visible()
    old.close()
    settled(page, version(builds.b))


def test_a_page_that_was_seen_anew_is_never_seen_old(page: Page, host: Shown, builds: Builds) -> None:
    visit(page, host, ASKING)
    visit(page, host, HEARING)
    old = tab_of(page, host)  # keeps the worker of before at work
    host.folder = builds.b
    page.goto(host.address + ASKING)
    expect(page.get_by_text("NEWER")).to_be_visible()
    expect(old.get_by_role("region", name="New version")).to_be_visible()
    host.up = False
    page.goto(host.address + ASKING)
    expect(page.get_by_role("heading", level=1)).to_have_text("You are offline")
    page.goto(host.address + HEARING)
    expect(page.get_by_text("MARKER")).to_be_visible()
    assert versions(page) == {version(builds.a)}


def test_a_tab_of_before_still_finds_its_own_scripts(page: Page, host: Shown, builds: Builds) -> None:
    other = tab_of(page, host)
    host.folder = builds.b
    other.goto(host.address + ASKING)
    expect(page.get_by_role("region", name="New version")).to_be_visible()
    page.keyboard.press("/")  # its script was not loaded before, and the server has it no more
    page.wait_for_function(
        "() => performance.getEntriesByType('resource').some((one) => one.name.endsWith('/search-dialog.js'))"
    )
    assert versions(page) == {version(builds.a)}
    assert versions(other) == {version(builds.b)}


def test_the_option_off_takes_everything_back_but_the_readers_own(
    page: Page, host: Shown, builds: Builds
) -> None:
    visit(page, host, ASKING)
    page.evaluate("text => localStorage.setItem('oer:progress', text)", NOTE)
    host.folder = builds.c
    page.goto(host.address + ASKING)
    expect(page.get_by_text("NEWER")).to_be_visible()
    left = """async () => [...(await navigator.serviceWorker.getRegistrations()).map((one) =>
        `${one.scope} ${["installing", "waiting", "active"].map((at) => `${at} ${one[at]?.state}`)}`),
      ...(await caches.keys())].join(" ")"""
    until(page, lambda: not page.evaluate(left), "a worker or something that it kept is left", left)
    page.reload()
    assert page.evaluate("navigator.serviceWorker.controller") is None
    assert (
        json.loads(page.evaluate("localStorage.getItem('oer:progress')"))["modules"]["asking"]["note"]
        == "mine"
    )
