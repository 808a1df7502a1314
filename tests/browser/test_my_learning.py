"""My learning: what is kept, in words and tables; to a file and from one, to paper, and away."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import expect

from tests.browser.accessibility import unclean, violations
from tests.browser.learning import BEGUN, CLOSED, DONE, MATCHING, MINE, SOME, held, put
from tests.browser.visits import Visit
from tests.site.built import Site
from tests.site.kinds import KINDS

Visitor = Callable[..., Visit]


def test_an_empty_store_says_how_it_is_filled(visit: Visitor) -> None:
    page = visit(MINE).page
    expect(page.locator(".oer-learning__sum")).to_contain_text("Nothing is kept yet.")
    expect(page.get_by_role("heading", name="By module")).to_be_hidden()


def test_what_is_kept_is_shown_by_course_module_and_competency(visit: Visitor) -> None:
    page = visit(MINE).page
    put(page, SOME)
    expect(page.locator(".oer-learning__sum")).to_have_text(
        "Modules under way: 2. Modules done: 1. Questions right: 1 of 1 that you answered."
    )
    courses = page.get_by_role("table", name="How far you are in each course")
    assert "1 of 27" in courses.inner_text() and "Continue: Privacy by design" in courses.inner_text()
    modules = page.get_by_role("table", name="What you have done in each module")
    row = modules.get_by_role("row").filter(has_text="Participation and accountability")
    expect(row).to_contain_text("Done, 20 November 2026")
    expect(row).to_contain_text("2 of 5")
    expect(row).to_contain_text("1 of 1 right; attempts: 2")
    expect(modules.get_by_role("row").filter(has_text="Privacy by design")).to_contain_text(
        "not answered yet"
    )
    expect(modules.get_by_role("row").last).to_contain_text("long-gone (no longer on this site)")
    competencies = page.get_by_role("table", name="What you have done for each competency, by level")
    expect(competencies.get_by_role("row").filter(has_text="C6").first).to_contain_text(
        "Participation and accountability"
    )
    expect(page.locator("#learning-notes")).to_contain_text("=SUM(1) and “notes”")


def test_questions_not_yet_right_lead_to_their_place(visit: Visitor, tmp_path: Path) -> None:
    here = visit(MATCHING)
    page = here.page
    quizzes = page.locator(".oer-quiz:has(input[type=radio])")
    for at, right in ((0, False), (1, True)):
        quiz = quizzes.nth(at)
        number = quiz.locator(".oer-quiz__answer").evaluate_all(
            "(all, right) => all.findIndex((one) => one.dataset.correct === String(right))", right
        )
        quiz.locator(".oer-quiz__option input").nth(number).check()
        quiz.get_by_role("button", name="Check").click()
    stem, name = quizzes.first.locator(".oer-quiz__stem").inner_text(), quizzes.first.get_attribute("id")
    record = held(page)
    [entry] = record["modules"].values()
    old = next(key for key, one in entry["quiz"].items() if not one["right"])
    assert entry["quiz"][old]["question"] == stem
    entry["quiz"]["00000000000a"] = entry["quiz"][old] | {"question": "Of an edition before"}
    here.open(MINE)
    put(page, record)
    section = page.get_by_role("region", name="Questions to look at again")
    expect(section.locator("dt")).to_have_text("Participation and accountability")
    expect(section.locator("dd")).to_have_text([stem])
    assert not unclean(page)
    with page.expect_download() as saved:
        page.get_by_role("button", name="Save as a table (CSV)").click()
    saved.value.save_as(tmp_path / "t.csv")
    [row] = csv.DictReader(io.StringIO((tmp_path / "t.csv").read_text("utf-8-sig"), newline=""))
    assert row["questionsNotRight"] == stem
    section.get_by_role("link", name=stem).click()
    page.wait_for_url(f"**/{MATCHING}#{name}")
    here.settled()
    expect(page.locator(f"#{name} .oer-quiz__verdict")).to_be_in_viewport()
    del entry["quiz"][old]["question"]  # as it was kept before
    here.open(MINE)
    put(page, record)
    expect(section.locator("dd")).to_have_text(re.compile(r"^Question \d+$"))


def test_erasing_names_other_sites_where_there_may_be_some(visit: Visitor, site: Site) -> None:
    here = visit(MINE)
    page = here.page
    words = page.locator(".oer-learning__shared")
    for address, shown in ((site.address, False), (site.deep_address, True)):
        page.goto(f"{address}{MINE}")
        here.settled()
        page.get_by_role("button", name="Erase everything", exact=True).click()
        expect(words).to_be_visible(visible=shown)
    expect(words).to_contain_text("what you did on another of them is erased too")


def test_it_goes_to_a_file_and_comes_back_without_loss(visit: Visitor, tmp_path: Path) -> None:
    here = visit(MINE)
    page = here.page
    known = json.loads(page.locator("[data-oer-learning]").get_attribute("data-oer-learning") or "")
    keys = sorted(known["modules"]["participation-and-accountability"]["objectives"][:2])
    mine = {"participation-and-accountability": DONE | {"objectives": keys}}
    put(page, SOME | {"modules": SOME["modules"] | mine})
    with page.expect_download() as saved:
        page.get_by_role("button", name="Save as JSON").press("Enter")
    file = tmp_path / "my-learning.json"
    saved.value.save_as(file)
    expect(page.get_by_role("status").filter(has_text="Saved as my-learning.json.")).to_be_visible()
    shown = page.locator(".oer-learning__record").inner_text()
    page.get_by_role("button", name="Erase everything").click()
    page.get_by_role("button", name="Yes, erase everything").click()
    assert held(page) is None
    page.get_by_label("Bring in a JSON file").set_input_files(file)
    expect(page.locator(".oer-learning__said")).to_contain_text("modules in the file: 3")
    assert page.locator(".oer-learning__record").inner_text() == shown
    assert json.loads(file.read_text("utf-8")) == held(page)
    file.write_text(json.dumps(SOME), "utf-8")  # of an edition that counted objectives
    page.evaluate("localStorage.clear()")
    page.reload()
    page.get_by_label("Bring in a JSON file").set_input_files(file)
    expect(page.locator(".oer-learning__said")).to_contain_text("modules in the file: 3")
    assert page.locator(".oer-learning__record").inner_text() == shown
    assert held(page)["modules"]["participation-and-accountability"]["objectives"] == keys


def test_the_file_holds_the_self_assessment_too(visit: Visitor, tmp_path: Path) -> None:
    here = visit(KINDS["self-assessment"])
    page = here.page
    page.locator(".oer-self__form input[type=checkbox]").nth(1).check()
    answers = page.evaluate("localStorage.getItem('oer:self-assessment')")
    here.open(MINE)
    put(page, SOME)
    with page.expect_download() as saved:
        page.get_by_role("button", name="Save as JSON").click()
    file = tmp_path / "my-learning.json"
    saved.value.save_as(file)
    page.get_by_role("button", name="Erase everything").click()
    page.get_by_role("button", name="Yes, erase everything").click()
    expect(page.locator(".oer-learning__erased")).to_contain_text("Erased")
    assert page.evaluate("localStorage.getItem('oer:self-assessment')") is None
    page.get_by_label("Bring in a JSON file").set_input_files(file)
    expect(page.locator(".oer-learning__said")).to_contain_text("Brought in")
    assert page.evaluate("localStorage.getItem('oer:self-assessment')") == answers


def test_of_two_the_newer_is_kept(visit: Visitor, tmp_path: Path) -> None:
    page = visit(MINE).page
    put(page, {"schemaVersion": 1, "modules": {"privacy-by-design": BEGUN | {"note": "mine"}}})
    other = BEGUN | {"note": "newer", "done": True, "at": "2027-01-01T00:00:00.000Z"}
    file = tmp_path / "other.json"
    file.write_text(json.dumps({"schemaVersion": 1, "modules": {"privacy-by-design": other}}), "utf-8")
    page.get_by_label("Bring in a JSON file").set_input_files(file)
    expect(page.locator("#learning-notes")).to_contain_text("newer")
    assert held(page)["modules"]["privacy-by-design"]["done"] is True


def test_a_file_that_is_none_of_ours_changes_nothing(visit: Visitor, tmp_path: Path) -> None:
    page = visit(MINE).page
    put(page, SOME)
    for text in ("{", '{"schemaVersion": 1}', '"text"'):
        file = tmp_path / "x.json"
        file.write_text(text, "utf-8")
        page.get_by_label("Bring in a JSON file").set_input_files(file)
        expect(page.locator(".oer-learning__said")).to_contain_text("not one that this page has saved")
        assert held(page) == SOME
        page.reload()


def test_the_table_is_safe_for_spreadsheets(visit: Visitor, tmp_path: Path) -> None:
    page = visit(MINE).page
    put(page, SOME)
    with page.expect_download() as saved:
        page.get_by_role("button", name="Save as a table (CSV)").click()
    saved.value.save_as(tmp_path / "t.csv")
    text = (tmp_path / "t.csv").read_bytes().decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    row = next(one for one in rows if one["module"] == "participation-and-accountability")
    assert (row["state"], row["questionsRight"], row["attempts"]) == ("done", "1", "2")
    assert row["note"] == "'=SUM(1) and “notes”"


def test_erasing_is_confirmed_and_complete_by_keyboard(visit: Visitor) -> None:
    page = visit(MINE).page
    put(page, SOME)
    eraser = page.get_by_role("button", name="Erase everything", exact=True)
    eraser.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#learning-asking")).to_contain_text("modules: 3, answers: 1, notes: 1")
    expect(page.get_by_role("button", name="Keep it")).to_be_focused()
    assert not violations(page)
    page.keyboard.press("Escape")
    expect(eraser).to_be_focused()
    assert held(page) == SOME
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status").filter(has_text="Erased.")).to_be_visible()
    assert held(page) is None
    expect(page.locator(".oer-learning__record")).to_be_hidden()


def test_a_damaged_store_can_be_saved_and_erased(visit: Visitor, tmp_path: Path) -> None:
    page = visit(MINE).page
    put(page, "{not json")
    expect(page.get_by_role("alert")).to_contain_text("cannot be read")
    assert not violations(page)
    with page.expect_download() as saved:
        page.get_by_role("button", name="Save it as it is").click()
    saved.value.save_as(tmp_path / "raw.txt")
    assert (tmp_path / "raw.txt").read_text("utf-8") == "{not json"
    file = tmp_path / "good.json"
    file.write_text(json.dumps(SOME), "utf-8")
    page.get_by_label("Bring in a JSON file").set_input_files(file)
    expect(page.locator(".oer-learning__said")).to_contain_text("First erase")
    page.get_by_role("button", name="Erase everything").click()
    page.get_by_role("button", name="Yes, erase everything").click()
    expect(page.get_by_role("alert")).to_be_hidden()
    page.get_by_label("Bring in a JSON file").set_input_files(file)
    expect(page.locator(".oer-learning__record")).to_be_visible()


def test_where_storage_throws_the_page_says_so(visit: Visitor, tmp_path: Path) -> None:
    here = visit("")
    here.page.add_init_script(CLOSED)
    page = here.open(MINE)
    expect(page.locator(".oer-learning__sum")).to_contain_text("This browser keeps nothing for this site")
    file = tmp_path / "good.json"
    file.write_text(json.dumps(SOME), "utf-8")
    page.get_by_label("Bring in a JSON file").set_input_files(file)
    expect(page.locator(".oer-learning__said")).to_contain_text("did not keep it")


def test_without_scripts_it_says_what_it_would_do(visit: Visitor) -> None:
    page = visit(MINE, java_script_enabled=False).page
    expect(page.locator(".oer-no-js").first).to_contain_text("nothing else is lost")
    expect(page.locator("[data-oer-learning]")).to_be_hidden()


def test_every_page_leads_there_and_it_asks_no_server(visit: Visitor) -> None:
    here = visit("glossary/")
    here.page.locator("footer").get_by_role("link", name="My learning").click()
    here.page.wait_for_url(f"**/{MINE}")
    here.settled()
    put(here.page, SOME)
    here.requests.clear()
    here.page.get_by_role("button", name="Erase everything").click()
    here.page.get_by_role("button", name="Yes, erase everything").click()
    assert not here.requests


def test_filled_it_is_clean_for_axe_and_fits(visit: Visitor) -> None:
    page = visit(MINE).page
    put(page, SOME)
    assert not unclean(page)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.emulate_media(media="print")
    expect(page.get_by_role("table", name="What you have done in each module")).to_be_visible()
    expect(page.get_by_role("button", name="Save as JSON")).to_be_hidden()
