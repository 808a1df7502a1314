"""What a reader keeps, all of it together: it outlives a reload and a new edition, goes to a file
and comes back whole, goes away with one button, and what is damaged is named and breaks no page."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from tests.browser.accessibility import violations
from tests.browser.learning import CLOSED, COURSE, MATCHING, MINE, ORDERING, held
from tests.browser.visits import Visit
from tests.site.kinds import KINDS

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

Visitor = Callable[..., Visit]
NAME = "privacy-by-design"
ANSWERS = {
    "schemaVersion": 1,
    "statements": {"users": ["a1", "a2"], "a-competency-of-before": ["x9"]},
    "done": ["a-module-of-before"],
    "role": "policy-adviser",
    "hours": 6.5,
}
EVERY_PAGE = (
    "",
    MINE,
    ORDERING,
    MATCHING,
    COURSE,
    "self-assessment/",
    "search/",
    "map/",
    KINDS["teach"],
    KINDS["slides"],
)


def storage(page: Page) -> dict[str, str]:
    """Everything that the browser holds for the site, of both storages."""
    return page.evaluate("({...Object.fromEntries(Object.entries(sessionStorage)), ...localStorage})")


def start(page: Page) -> Locator:
    """Where a teacher enters when the session begins."""
    return page.locator(".oer-block--plan").first.get_by_label("Start of the session")


def fill(here: Visit) -> Page:
    """What a busy reader leaves behind, made as readers make it."""
    page = here.open(ORDERING)
    page.locator(".oer-objectives input").first.check()
    page.get_by_label("Your notes on this module").fill("Ask “Ana”\n<b>1</b> 日本")
    page.get_by_role("button", name="Mark as done").click()
    page.wait_for_function("() => localStorage.getItem('oer:progress')?.includes('日本')")
    page.locator("#oer-scheme").click()
    page = here.open("self-assessment/")
    page.evaluate("value => localStorage.setItem('oer:self-assessment', value)", json.dumps(ANSWERS))
    page = here.open(KINDS["teach"])
    page.locator(".oer-view a[data-view=teach]").evaluate("one => one.click()")
    here.settled()
    start(page).fill("09:30")
    page.locator("button[data-oer-timer]").first.click()
    return page


def test_it_outlives_a_reload_and_is_what_pages_show(visit: Visitor) -> None:
    here = visit("")
    page = fill(here)
    before = storage(page)
    assert {"oer:progress", "oer:self-assessment"} < before.keys()
    page.reload()
    expect(start(page)).to_have_value("09:30")
    expect(page.locator("[data-oer-timer-panel]")).to_be_visible()
    page = here.open(ORDERING)
    expect(page.locator(".oer-objectives input").first).to_be_checked()
    expect(page.get_by_label("Your notes on this module")).to_have_value("Ask “Ana”\n<b>1</b> 日本")
    expect(page.get_by_role("button", name="Mark as not done")).to_be_visible()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    page = here.open("self-assessment/")
    expect(page.locator('[id="users.a1"]')).to_be_checked()
    after = storage(page)
    assert {key: after[key] for key in before if "timer" not in key} == {
        key: value for key, value in before.items() if "timer" not in key
    }


def test_a_new_edition_takes_nothing_away(visit: Visitor) -> None:
    """A module, a question, a section, a statement that is renamed or retired stays with the reader."""
    here = visit("")
    entry = {
        "started": "2026-11-20T10:00:00.000Z", "done": True, "doneAt": "2026-11-20T11:00:00.000Z",
        "at": "2026-11-20T11:00:00.000Z", "objectives": [1, 99], "section": "of-before", "note": "mine",
        "quiz": {"0123456789ab": {"answers": ["x"], "right": True, "confidence": "", "attempts": 1,
                                  "at": "2026-11-20T10:30:00.000Z"}},
    }  # fmt: skip
    record = {"schemaVersion": 1, "modules": {NAME: entry, "a-module-of-before": entry}}
    answers = ANSWERS | {"role": "a-role-of-before"}
    page = here.page
    page.evaluate(
        "([one, two]) => { localStorage.setItem('oer:progress', one);"
        " localStorage.setItem('oer:self-assessment', two); }",
        [json.dumps(record), json.dumps(answers)],
    )
    page = here.open(ORDERING)
    expect(page.get_by_label("Your notes on this module")).to_have_value("mine")
    page.locator(".oer-objectives input").nth(1).check()
    page = here.open("self-assessment/")
    expect(page.locator('[id="users.a1"]')).to_be_checked()
    expect(page.locator("[data-part=notice]")).to_be_empty()
    page.locator('[id="users.a3"]').evaluate("one => { one.closest('details').open = true; one.click(); }")
    page = here.open(MINE)
    row = page.get_by_role("row").filter(has_text="a-module-of-before (no longer on this site)")
    expect(row).to_contain_text("Done, 20 November 2026")
    expect(page.locator("#learning-notes")).to_contain_text("a-module-of-before")
    kept = held(page)["modules"]
    assert kept["a-module-of-before"]["note"] == "mine"
    assert kept["a-module-of-before"]["quiz"].keys() == {"0123456789ab"}
    objectives = kept[NAME]["objectives"]
    assert len(objectives) == 3 and 99 in objectives, "two of this edition, and one that it has not"
    assert kept[NAME]["quiz"].keys() == {"0123456789ab"}
    answers = json.loads(storage(page)["oer:self-assessment"])
    assert answers["statements"] == {"users": ["a1", "a2", "a3"], "a-competency-of-before": ["x9"]}
    assert answers["done"] == [], "progress says so of it already"


def test_files_hold_everything_and_bring_it_back(visit: Visitor, tmp_path: Path) -> None:
    here = visit("")
    fill(here)
    page = here.open(MINE)
    before = storage(page)
    with page.expect_download() as saved:
        page.get_by_role("button", name="Save as JSON").click()
    saved.value.save_as(tmp_path / "learning.json")
    page = here.open("self-assessment/")
    with page.expect_download() as saved:
        page.locator("[data-do=export]").click()
    saved.value.save_as(tmp_path / "answers.json")
    other = visit(MINE)  # another browser
    page = other.page
    page.get_by_label("Bring in a JSON file").set_input_files(tmp_path / "learning.json")
    expect(page.locator(".oer-learning__said")).to_contain_text("Brought in")
    page = other.open("self-assessment/")
    page.locator("[data-part=file]").set_input_files(tmp_path / "answers.json")
    expect(page.locator('[id="users.a1"]')).to_be_checked()
    after = storage(page)
    assert json.loads(after["oer:progress"]) == json.loads(before["oer:progress"])
    answers = json.loads(after["oer:self-assessment"])
    # What is done is in the file too, for whoever plans with it; here progress says so already.
    assert NAME in json.loads((tmp_path / "answers.json").read_text("utf-8"))["done"]
    assert answers == ANSWERS


def test_one_button_erases_all_of_it(visit: Visitor) -> None:
    here = visit("")
    page = fill(here)
    page.evaluate("localStorage.setItem('another-site', 'stays')")
    page = here.open(MINE)
    mine = [key for key in storage(page) if key != "another-site"]
    assert len(mine) >= 5, "progress, self-assessment, theme, view, run sheet, timer"
    page.get_by_role("button", name="Erase everything", exact=True).click()
    expect(page.get_by_role("group").filter(has_text="Check yourself")).to_contain_text("are erased too")
    assert not violations(page)
    page.get_by_role("button", name="Yes, erase everything").click()
    expect(page.get_by_role("status").filter(has_text="Erased.")).to_be_visible()
    assert storage(page) == {"another-site": "stays"}
    page.reload()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "default")
    page = here.open("self-assessment/")
    expect(page.locator('[id="users.a1"]')).not_to_be_checked()
    page = here.open(KINDS["teach"])
    expect(start(page)).to_have_value("")
    expect(page.locator("[data-oer-timer-panel]")).to_be_hidden()


@pytest.mark.parametrize(
    "damage",
    [
        "{not json",
        "[]",
        "null",
        '"text"',
        '{"schemaVersion": 2}',
        '{"schemaVersion": 1, "modules": {"x": 7, "__proto__": {}, "A b": 1}, "statements": 3}',
    ],
)
def test_damage_is_named_and_breaks_no_page(visit: Visitor, damage: str) -> None:
    """That nothing goes wrong behind the pages, the visit itself holds."""
    here = visit("")
    here.page.evaluate(
        """(text) => {
          const names = ["oer:progress", "oer:self-assessment", `${location.pathname}.oer.scheme`,
                         `${location.pathname}.oer.view`, `${location.pathname}.oer.slash`,
                         `${location.pathname}.oer.course`];
          for (const name of names) localStorage.setItem(name, text);
          for (const key of ["timer", `run-sheet:${location.pathname}`])
            sessionStorage.setItem(`oer:${location.pathname}:${key}`, text);
        }""",
        damage,
    )
    for path in EVERY_PAGE:
        page = here.open(path)
        expect(page.locator("h1:visible").first).to_be_visible()
    page = here.open(MINE)
    readable = damage == "null" or '"modules": {' in damage
    expect(page.get_by_role("alert")).to_be_visible(visible=not readable)
    page = here.open("self-assessment/")
    if damage != "null":
        expect(page.locator("[data-part=notice]")).to_contain_text("cannot be read")
        page.locator('[id="users.a1"]').evaluate("one => one.click()")
        assert storage(page)["oer:self-assessment"] == damage, (
            "what cannot be read is the reader's to decide about"
        )
    page = here.open(MINE)
    page.get_by_role("button", name="Erase everything", exact=True).click()
    page.get_by_role("button", name="Yes, erase everything").click()
    assert storage(page) == {}
    expect(page.get_by_role("alert")).to_be_hidden()


def test_where_storage_is_closed_every_page_works_and_erasing_says_what_is(visit: Visitor) -> None:
    here = visit("")
    here.page.add_init_script(CLOSED)
    for path in EVERY_PAGE:
        expect(here.open(path).locator("h1:visible").first).to_be_visible()
    page: Any = here.open(MINE)
    expect(page.locator(".oer-learning__sum")).to_contain_text("This browser keeps nothing for this site")
