"""The self-assessment: chosen by keyboard, kept, taken along and erased; whole without scripts, clean when
open, and nothing is fetched after the page."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from tests.browser.accessibility import violations
from tests.browser.assessing import PATH, ROLE, choose
from tests.browser.visits import NARROW, WIDE, Visit
from tests.site.built import Site

if TYPE_CHECKING:
    from playwright.sync_api import Page

Visitor = Callable[..., Visit]
KEY = "oer:self-assessment"


def status(page: Page, text: str) -> None:
    expect(page.locator("[data-part=status]")).to_contain_text(text)


def stored(page: Page) -> Any:
    return json.loads(page.evaluate("(key) => localStorage.getItem(key)", KEY) or "null")


def test_levels_gaps_and_pathway_follow_the_keyboard(visit: Visitor) -> None:
    here = visit(PATH)
    page, asked = here.page, len(here.requests)
    choose(page, "users.a1", "users.a2", "users.a3")
    expect(page.locator("#of-users [data-part=now]")).to_have_text("Your level: none yet")
    choose(page, "users.a4")
    expect(page.locator("#of-users [data-part=now]")).to_have_text("Your level: Awareness")
    page.locator("#oer-self-role").focus()
    page.keyboard.press("P")
    page.keyboard.press("Tab")
    page.keyboard.type("6")
    page.keyboard.press("Tab")
    status(page, "Levels missing for the role “Policy adviser”: 14.")
    row = page.locator("[data-part=rows] tr").first.locator("th, td")
    assert row.all_inner_texts() == ["C1 Users", "Awareness", "Working", "Working missing"]
    steps = page.locator("[data-part=steps] > li")
    assert steps.count() >= 3
    assert "Leads to:" in steps.last.inner_text()
    assert "Does not fit into your time:" in page.locator("[data-part=rest]").inner_text()
    gap = page.locator("[data-part=gap-list] details").first
    gap.locator("summary").focus()
    page.keyboard.press("Enter")
    assert gap.locator("li").count() == 6
    assert "0 of 6 statements are true of you, 5 make the level" in gap.inner_text()
    assert len(here.requests) == asked, "nothing is fetched after the page"


def test_a_reload_keeps_everything(visit: Visitor) -> None:
    page = visit(f"{PATH}?role={ROLE}").page
    choose(page, "users.a1", "teams.a2")
    page.locator("#oer-self-role").select_option("service-owner")
    page.locator("#oer-self-hours").fill("2.5")
    page.locator("#oer-self-hours").press("Tab")
    page.reload()
    expect(page.locator('[id="teams.a2"]')).to_be_checked()
    expect(page.locator("#oer-self-role")).to_have_value("service-owner")
    expect(page.locator("#oer-self-hours")).to_have_value("2.5")


def test_answers_go_out_and_come_in_unchanged(visit: Visitor, tmp_path: Path) -> None:
    page = visit(PATH).page
    choose(page, "users.a1", "users.w2", "data.a3")
    page.locator("#oer-self-hours").fill("7")
    page.locator("#oer-self-role").select_option(ROLE)
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Export my answers").click()
    file = tmp_path / "mine.json"
    waiting.value.save_as(file)
    given = json.loads(file.read_text(encoding="utf-8"))
    assert given == {
        "schemaVersion": 1,
        "statements": {"data": ["a3"], "users": ["a1", "w2"]},
        "done": [],
        "role": ROLE,
        "hours": 7,
    }
    other = visit(PATH).page
    other.locator("[data-part=file]").set_input_files(file)
    expect(other.locator("[data-part=told]")).to_have_text(
        "The answers of the file are in the form, together with those that were there."
    )
    expect(other.locator('[id="users.w2"]')).to_be_checked()
    assert stored(other) == given


def test_answers_of_a_file_join_those_that_are_here(visit: Visitor, tmp_path: Path) -> None:
    page = visit(PATH).page
    choose(page, "users.a1", "teams.a2")
    page.locator("#oer-self-role").select_option("service-owner")
    (tmp_path / "other.json").write_text(
        json.dumps(
            {"schemaVersion": 1, "statements": {"users": ["a2"], "data": ["a3"]}, "role": ROLE, "hours": 5}
        ),
        encoding="utf-8",
    )
    page.locator("[data-part=file]").set_input_files(tmp_path / "other.json")
    expect(page.locator("[data-part=told]")).to_contain_text("together with those that were there")
    for name in ("users.a1", "users.a2", "teams.a2", "data.a3"):
        expect(page.locator(f'[id="{name}"]')).to_be_checked()
    kept = stored(page)
    assert kept["statements"] == {"data": ["a3"], "teams": ["a2"], "users": ["a1", "a2"]}
    assert (kept["role"], kept["hours"]) == ("service-owner", 5), "what is chosen here stays"


def marked(page: Page, module: str, done: bool) -> None:
    """Progress as the module keeps it, and the page anew."""
    kept = {"schemaVersion": 1, "modules": {module: {"started": "2026-11-20T10:00:00.000Z", "done": done}}}
    page.evaluate("(kept) => localStorage.setItem('oer:progress', JSON.stringify(kept))", kept)
    page.reload()
    status(page, "Levels missing")


def test_a_module_marked_as_not_done_is_so_after_a_file_went_out_and_came_in(
    visit: Visitor, tmp_path: Path
) -> None:
    page = visit(f"{PATH}?role={ROLE}").page
    first = page.locator("[data-part=steps] a").first.get_attribute("data-module") or ""
    on_the_way = page.locator(f"[data-part=steps] [data-module={first}]")
    marked(page, first, done=True)
    expect(on_the_way).to_have_count(0)
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Export my answers").click()
    file = tmp_path / "mine.json"
    waiting.value.save_as(file)
    assert json.loads(file.read_text(encoding="utf-8"))["done"] == [first]
    page.locator("[data-part=file]").set_input_files(file)
    expect(page.locator("[data-part=told]")).to_contain_text("are in the form")
    assert stored(page)["done"] == []
    marked(page, first, done=False)
    expect(on_the_way).to_have_count(1)
    # An older browser session may have left both marks: progress decides, then and from there on.
    page.evaluate(
        "([key, kept]) => localStorage.setItem(key, JSON.stringify(kept))",
        [KEY, stored(page) | {"done": [first]}],
    )
    marked(page, first, done=True)
    marked(page, first, done=False)
    expect(on_the_way).to_have_count(1)


def test_on_another_device_a_file_brings_what_is_done_and_it_can_be_taken_back(
    visit: Visitor, tmp_path: Path
) -> None:
    page = visit(f"{PATH}?role={ROLE}").page
    link = page.locator("[data-part=steps] a").first
    first, title = link.get_attribute("data-module") or "", link.inner_text()
    on_the_way = page.locator(f"[data-part=steps] [data-module={first}]")
    file = tmp_path / "mine.json"
    file.write_text(json.dumps({"schemaVersion": 1, "statements": {}, "done": [first]}), encoding="utf-8")
    page.locator("[data-part=file]").set_input_files(file)
    expect(on_the_way).to_have_count(0)
    page.reload()
    expect(page.locator("[data-part=rest]")).to_contain_text(f"Taken as done: {title}")
    assert not violations(page)
    page.get_by_role("button", name=f"Not done: {title}").press("Enter")
    expect(page.locator("[data-part=told]")).to_have_text(f"“{title}” is not taken as done any more.")
    expect(on_the_way).to_have_count(1)
    assert stored(page)["done"] == []


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("{", "it is no JSON file"),
        ("[1]", "does not hold answers"),
        ('{"schemaVersion": 2}', "does not hold"),
        ('{"schemaVersion": 1, "modules": {}}', "does not hold"),
    ],
)
def test_a_bad_file_changes_nothing(visit: Visitor, tmp_path: Path, content: str, said: str) -> None:
    page = visit(PATH).page
    choose(page, "users.a1")
    (tmp_path / "bad.json").write_text(content, encoding="utf-8")
    page.locator("[data-part=file]").set_input_files(tmp_path / "bad.json")
    expect(page.locator("[data-part=told]")).to_contain_text(said)
    expect(page.locator('[id="users.a1"]')).to_be_checked()


def test_one_button_erases_after_a_question(visit: Visitor) -> None:
    page = visit(PATH).page
    choose(page, "users.a1")
    page.once("dialog", lambda asked: asked.dismiss())
    page.get_by_role("button", name="Erase my answers").click()
    expect(page.locator('[id="users.a1"]')).to_be_checked()
    page.once("dialog", lambda asked: asked.accept())
    page.get_by_role("button", name="Erase my answers").click()
    expect(page.locator('[id="users.a1"]')).not_to_be_checked()
    assert page.evaluate("(key) => localStorage.getItem(key)", KEY) is None


@pytest.mark.parametrize("kept", ["{", '{"schemaVersion": 1, "statements": 3}', '"text"'])
def test_a_corrupted_store_is_told_and_left_alone(visit: Visitor, kept: str) -> None:
    page = visit(PATH).page
    page.evaluate("([key, kept]) => localStorage.setItem(key, kept)", [KEY, kept])
    page.reload()
    expect(page.locator("[data-part=notice]")).to_contain_text("cannot be read")
    choose(page, "users.a1", "users.a2", "users.a3", "users.a4")
    expect(page.locator("#of-users [data-part=now]")).to_have_text("Your level: Awareness")
    assert page.evaluate("(key) => localStorage.getItem(key)", KEY) == kept
    page.once("dialog", lambda asked: asked.accept())
    page.get_by_role("button", name="Erase my answers").click()
    expect(page.locator("[data-part=notice]")).to_be_empty()
    choose(page, "users.a1")
    assert stored(page)["statements"] == {"users": ["a1"]}


def test_closed_storage_breaks_nothing(visit: Visitor) -> None:
    here = visit(PATH)
    here.page.add_init_script(
        "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('no') }})"
    )
    here.page.reload()
    expect(here.page.locator("[data-part=notice]")).to_contain_text("This browser keeps nothing")
    choose(here.page, "users.a1")


def test_modules_that_are_done_are_left_out(visit: Visitor) -> None:
    page = visit(f"{PATH}?role={ROLE}").page
    first = page.locator("[data-part=steps] a").first.get_attribute("data-module")
    kept = {"schemaVersion": 1, "modules": {first: {"done": True}, "other": "odd"}}
    page.evaluate("(kept) => localStorage.setItem('oer:progress', JSON.stringify(kept))", kept)
    page.reload()
    status(page, "Levels missing")
    assert page.locator(f"[data-part=steps] [data-module={first}]").count() == 0
    assert page.locator(f"[data-part=rest] [data-module={first}]").count() == 1


def test_who_has_half_an_hour_is_told_of_shorter_ways_and_who_has_less_than_those_is_not(
    visit: Visitor,
) -> None:
    page = visit(PATH).page
    page.locator("#oer-self-role").select_option(ROLE)
    told = page.locator("[data-part=rest]")
    page.locator("#oer-self-hours").fill("0.5")
    expect(told).to_contain_text("No whole module fits into this time.")
    expect(told.locator("p").first.get_by_role("link", name="Finding out what people need")).to_be_visible()
    page.locator("#oer-self-hours").fill("0.25")
    expect(told).to_contain_text("No module fits into this time.")
    expect(told.locator("p").first.get_by_role("link")).to_have_count(0)


def test_without_scripts_it_is_a_form_to_print(visit: Visitor) -> None:
    page = visit(PATH, java_script_enabled=False).page
    expect(page.locator("#oer-result")).to_be_hidden()
    expect(page.locator(".oer-self__aim")).to_be_hidden()
    expect(page.get_by_text("at least three quarters of its statements")).to_be_visible()
    page.emulate_media(media="print")
    for box in (page.locator('[id="users.a1"]'), page.locator('[id="users.e5"]')):
        expect(box).to_be_visible()


def test_the_learning_plan_is_the_result_alone(visit: Visitor) -> None:
    page = visit(f"{PATH}?role={ROLE}").page
    page.evaluate("window.print = () => {}")
    page.get_by_role("button", name="Print as a learning plan").click()
    page.emulate_media(media="print")
    expect(page.locator(".oer-self__form")).to_be_hidden()
    expect(page.locator("[data-part=steps]")).to_be_visible()
    expect(page.locator(".oer-self__tools")).to_be_hidden()


def test_on_the_plan_are_the_statements_of_those_gaps_that_the_reader_has_opened(visit: Visitor) -> None:
    page = visit(f"{PATH}?role={ROLE}").page
    page.locator("[data-part=gap-list] summary").nth(1).click()
    page.evaluate("window.print = () => {}")
    page.get_by_role("button", name="Print as a learning plan").click()
    page.emulate_media(media="print")
    gaps = page.locator("[data-part=gap-list] details")
    for number, whole in ((0, False), (1, True), (2, False)):
        expect(gaps.nth(number).locator("summary")).to_be_visible()
        expect(gaps.nth(number).locator("li").first).to_be_visible(visible=whole)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_the_open_state(visit: Visitor, scheme: str) -> None:
    page = visit(f"{PATH}?role={ROLE}", color_scheme=scheme).page
    choose(page, "users.a1", "users.a2", "users.a3", "users.a4")
    page.evaluate("document.querySelectorAll('#oer-result details').forEach((one) => (one.open = true))")
    for size, kind in ((WIDE, "bars"), (NARROW, "radar")):
        page.set_viewport_size({"width": size[0], "height": size[1]})
        page.locator(f"[name=oer-picture][value={kind}]").check()
        assert not violations(page)


def test_pages_lead_here(visit: Visitor, site: Site) -> None:
    for path, target in {
        "": PATH,
        "competencies/users/": f"{PATH}#of-users",
        f"roles/{ROLE}/": f"{PATH}?role={ROLE}",
        "competencies/": PATH,
    }.items():
        depth = "../" * path.count("/") or "./"
        links = [one["href"] for one in site.article(path).all("a")]
        assert depth + target in links, path
    page = visit(f"roles/{ROLE}/").page
    page.get_by_role("link", name="Compare yourself with this role").click()
    expect(page.locator("#oer-self-role")).to_have_value(ROLE)


def test_where_scripts_do_not_run_the_page_says_so(browser: Any, site: Site) -> None:
    """From a folder, where Chromium runs no modules, the form is whole and nothing pretends to work."""
    context = browser.new_context()
    page = context.new_page()
    page.goto((site.folder / PATH / "index.html").as_uri())
    expect(page.locator('[id="users.a1"]')).to_be_visible()
    if not page.locator("[data-part=whole]").is_visible():
        notes = page.locator(".oer-no-js, [data-part=without]")
        assert any(one.is_visible() for one in notes.all())
    context.close()
