"""The offline copy, unpacked into a folder and opened from there: no server, no request beyond it."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from oer_build.cli.project import project
from oer_build.compile import compile_site
from oer_build.offline.copy import offline_copy, read_files
from tests.browser.accessibility import TAGS, script
from tests.browser.visits import NARROW, WIDE
from tests.conftest import ROOT
from tests.site.built import Site
from tests.site.kinds import KINDS

Opener = Callable[..., Page]
ANSWERED = "[role=status]:has-text('result')"


@pytest.fixture(scope="module")
def folder(site: Site, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The copy as a reader has it: extracted, in a folder whose name needs care in an address."""
    made = compile_site(project(ROOT))
    data = offline_copy(read_files(site.folder), made.pages, made.catalogue.site, made.strings)
    place = tmp_path_factory.mktemp("reader") / "My course #1 (50 %)"
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        archive.extractall(place)
    return place


@pytest.fixture
def opened(browser: Any, folder: Path) -> Iterator[Opener]:
    """`opened("map/")` opens a page from the folder. At the end nothing may have gone wrong behind it."""
    problems: list[str] = []
    contexts = []

    def go(path: str = "", query: str = "", size: tuple[int, int] = WIDE, **options: Any) -> Page:
        context = browser.new_context(
            viewport={"width": size[0], "height": size[1]},
            color_scheme="light",
            reduced_motion="reduce",
            **options,
        )
        contexts.append(context)
        context.set_default_timeout(8000)
        page = context.new_page()
        page.on(
            "console", lambda said: problems.append(said.text) if said.type in ("error", "warning") else None
        )
        page.on("pageerror", lambda fault: problems.append(f"error in a script: {fault}"))
        page.on("requestfailed", lambda asked: problems.append(f"failed: {asked.url}"))
        page.on("request", lambda asked: problems.append(asked.url) if not _own(asked.url) else None)
        page.goto((folder / path / "index.html").as_uri() + query)
        page.wait_for_function("() => !('oerOpening' in document.documentElement.dataset)")
        return page

    def _own(url: str) -> bool:
        return url.startswith((f"{folder.as_uri()}/", "data:", "blob:"))

    yield go
    for context in contexts:
        context.close()
    assert not problems, "\n".join(problems)


def test_a_page_of_each_kind_opens_with_its_scripts(opened: Opener, folder: Path) -> None:
    page = opened()
    for kind, path in KINDS.items():
        if kind == "missing":
            continue
        page.goto((folder / path / "index.html").as_uri())
        expect(page.locator("h1").first).to_be_visible()
        page.wait_for_function("document.documentElement.classList.contains('js')")
        written = page.locator("a").evaluate_all("all => all.map((one) => one.getAttribute('href') ?? '')")
        assert not [to for to in written if ":" not in to and to.split("#")[0].split("?")[0].endswith("/")], (
            kind
        )


def test_from_home_to_a_module_and_on(opened: Opener) -> None:
    page = opened()
    page.locator(".oer-nav").get_by_role("link", name="Learn", exact=True).click()
    page.wait_for_url("**/courses/index.html")
    page.locator("article a[href*='public-service-in-the-digital-era/']").first.click()
    page.get_by_role("link", name="Start here").first.click()
    page.wait_for_url("**/modules/*/index.html")
    before = page.locator("h1").inner_text()
    page.locator(".oer-place__way--next a").first.click()
    page.wait_for_function("title => document.querySelector('h1')?.innerText !== title", arg=before)
    page.locator(".oer-header__name").click()
    page.wait_for_url("**/index.html")


def test_a_question_answers(opened: Opener) -> None:
    page = opened(KINDS["module"])
    quiz = page.locator(".oer-quiz", has=page.locator("input[type=radio]")).first
    quiz.locator("input").first.check()
    quiz.locator(".oer-quiz__check").click()
    expect(quiz).to_have_attribute(
        "data-result",
        "right"
        if quiz.locator(".oer-quiz__answer").first.get_attribute("data-correct") == "true"
        else "wrong",
    )


def test_the_search_page_finds_and_says_that_it_is_simpler(opened: Opener) -> None:
    page = opened(KINDS["search"], "?q=users")
    page.locator(f"article {ANSWERED}").wait_for()
    expect(page.get_by_text("In this offline copy search is simpler")).to_be_visible()
    everything = page.locator("article .oer-result").count()
    assert everything > 5
    page.locator("article input[name=q]").fill("consent resear")
    page.locator("article [role=status]:has-text('consent resear')").wait_for()
    result = page.locator("article .oer-result").filter(has_text="Finding out what people need").first
    expect(result.locator("mark").first).to_be_visible()
    result.locator(".oer-result__link").click()
    page.wait_for_url("**/finding-out-what-people-need/index.html*")


def test_the_search_page_narrows_by_facet(opened: Opener) -> None:
    page = opened(KINDS["search"], "?kind=Module")
    page.locator("article .oer-result").first.wait_for()
    ticked = page.locator("fieldset input:checked")
    assert ticked.count() == 1
    assert "kind=Module" in page.url


def test_the_dialog_finds_by_keyboard_and_leads_there(opened: Opener) -> None:
    page = opened("glossary/")
    page.keyboard.press("/")
    dialog = page.get_by_role("dialog", name="Search this site")
    page.keyboard.type("complaints")
    dialog.locator(ANSWERED).wait_for()
    expect(dialog.get_by_text("In this offline copy")).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/index.html*")
    page.wait_for_function("!location.pathname.includes('/glossary/')")


@pytest.mark.parametrize("size", [WIDE, NARROW])
def test_search_is_clean_for_axe(opened: Opener, size: tuple[int, int]) -> None:
    page = opened(KINDS["search"], "?q=users", size)
    page.locator(f"article {ANSWERED}").wait_for()
    # axe-core would fetch the style sheets, which no page may from a folder; only one rule wants them so.
    page.evaluate(script())
    found = page.evaluate("tags => axe.run({runOnly: tags, preload: false})", list(TAGS))["violations"]
    assert not [(rule["id"], [node["target"] for node in rule["nodes"]]) for rule in found]


def test_a_term_is_explained(opened: Opener) -> None:
    page = opened(KINDS["module"])
    page.locator("article a.oer-term").first.focus()
    note = page.locator("#oer-note")
    note.wait_for()
    assert len(note.inner_text()) > 20


def test_the_calendar_of_a_programme_moves(opened: Opener) -> None:
    page = opened("programmes/directors-residential/")
    form = page.locator("[data-oer-first-day]")
    form.locator("[name=start]").fill("2027-03-08")
    with page.expect_download() as waiting:
        form.locator("button").click()
    text = Path(waiting.value.path()).read_text(encoding="utf-8")
    assert "20270308T" in text


def test_the_self_assessment_opens_and_keeps(opened: Opener) -> None:
    page = opened("self-assessment/")
    boxes = page.locator("article input[type=checkbox]:visible")
    boxes.first.check()
    page.reload()
    expect(boxes.first).to_be_checked()


def test_the_map_leads_to_modules(opened: Opener) -> None:
    page = opened(KINDS["map"])
    page.get_by_role("button", name="Graph").click()
    page.locator("article svg a").first.focus()
    page.keyboard.press("Enter")
    page.get_by_role("link", name="Go to the module").click()
    page.wait_for_url("**/modules/*/index.html")


def test_the_theme_is_kept_from_page_to_page(opened: Opener, folder: Path) -> None:
    page = opened()
    page.locator("#oer-scheme").click()
    assert page.locator("body").get_attribute("data-md-color-scheme") == "slate"
    page.goto((folder / "map/index.html").as_uri())
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")


@pytest.mark.parametrize("drawn", [False, True], ids=["text", "picture"])
def test_an_address_that_a_script_made_leads_to_a_page(opened: Opener, drawn: bool) -> None:
    page = opened()
    page.evaluate(
        "(drawn) => { const svg = 'http://www.w3.org/2000/svg', article = document.querySelector('article');"
        " const a = drawn ? document.createElementNS(svg, 'a') : document.createElement('a');"
        " const word = drawn ? document.createElementNS(svg, 'text') : document.createElement('span');"
        " a.setAttribute('href', 'map/?x=1#y'); a.id = 'made'; word.textContent = 'here'; a.append(word);"
        " if (!drawn) return article.prepend(a);"
        " word.setAttribute('y', '20');"
        " const box = document.createElementNS(svg, 'svg'); box.append(a); article.prepend(box); }",
        drawn,
    )
    page.locator("#made").click()
    page.wait_for_url("**/map/index.html?x=1#y")


def test_without_scripts_the_copy_is_whole_too(opened: Opener) -> None:
    page = opened(KINDS["module"], java_script_enabled=False)
    expect(page.locator("h1").first).to_be_visible()
    page.get_by_role("link", name="Teaching view").first.click()
    page.wait_for_url("**/teach/index.html")
