"""The directory of opportunities by keyboard: what is chosen filters the table, is said aloud, and stays in
the address. On a site of six opportunities, made here."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import expect

from tests.browser.accessibility import violations
from tests.browser.visits import NARROW, Visit, start
from tests.cli.tiny import oer, write_tiny
from tests.conftest import serve

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

DIRECTORY = "opportunities/"
OPPORTUNITIES = {
    "Role models": "kind: [mentoring]\naudience: [women]\ngrades: [below-senior]\nregion: [EE]",
    "Returners": "kind: [mentoring, placement]\naudience: [women, returners]\ngrades: [senior]",
    "Open hours": "kind: [mentoring]\naudience: [all]\ngrades: [all]\nregion: [KE]",
    "Specialists in": "kind: [secondment]\naudience: [industry-specialists]\ndirection: into-government",
    "Network": "kind: [peer-network]\naudience: [women]\nregion: [GB-SCT]",
    "Board": "kind: [board]\naudience: [civil-servants]",
}
RECORD = """\
---
title: {title}
description: One way to learn at work.
{keys}
stage: live
competencies: [{{competency: listening}}]
sources: [{{title: A guide, creator: A ministry, license: CC-BY-4.0}}]
lastVerified: 2026-11-22
---
"""


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where a small site with opportunities is served."""
    root = write_tiny(tmp_path_factory.mktemp("directory"))
    folder = root / "content" / "opportunities"
    folder.mkdir()
    for title, keys in OPPORTUNITIES.items():
        file = folder / f"{title.lower().replace(' ', '-')}.md"
        file.write_text(RECORD.format(title=title, keys=keys), encoding="utf-8")
    answer = oer("build", cwd=root)
    assert answer.returncode == 0, answer.stderr
    with serve(Path(root, "site")) as origin:
        yield f"{origin}/"


@pytest.fixture
def here(browser: Any, address: str) -> Iterator[Visit]:
    """A visit of which nothing may go wrong behind the page."""
    found = start(browser, address)
    yield found
    problems = found.problems + found.violations()
    found.context.close()
    assert not problems, "\n".join(problems)


def shown(page: Page) -> list[str]:
    """Titles of the rows that can be seen, in order of the alphabet."""
    return sorted(page.locator("[data-oer-catalogue] tbody tr:visible th a").all_inner_texts())


def status(page: Page) -> Locator:
    return page.locator("[data-oer-catalogue] [role=status]")


def choose(page: Page, group: str, name: str) -> None:
    page.get_by_role("group", name=group).get_by_role("radio", name=name).click()


def test_arrow_keys_in_a_group_filter_the_table_and_the_status_says_the_count(here: Visit) -> None:
    page = here.open(DIRECTORY)
    expect(status(page)).to_have_text("6 opportunities of 6")
    page.get_by_role("group", name="What").get_by_role("radio", name="anything").focus()
    kinds = {}
    for _ in range(5):
        page.keyboard.press("ArrowDown")
        kinds[page.evaluate("document.activeElement.value")] = shown(page)
    assert kinds == {
        "board": ["Board"],
        "peer-network": ["Network"],
        "mentoring": ["Open hours", "Returners", "Role models"],
        "placement": ["Returners"],
        "secondment": ["Specialists in"],
    }
    expect(status(page)).to_have_text("1 opportunity of 6")
    page.keyboard.press("ArrowDown")  # round to the first one, which wants nothing
    assert page.evaluate("document.activeElement.value") == ""
    expect(status(page)).to_have_text("6 opportunities of 6")


def test_the_tab_key_takes_a_group_as_one_stop_and_its_focus_is_shown(here: Visit) -> None:
    page = here.open(DIRECTORY)
    page.get_by_role("group", name="What").get_by_role("radio", name="anything").focus()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.name") == "audience"
    outline = "getComputedStyle(document.activeElement.nextElementSibling).outlineStyle"
    assert page.evaluate(outline) == "solid"


def test_two_choices_answer_what_mentoring_there_is_for_women(here: Visit) -> None:
    page = here.open(DIRECTORY)
    choose(page, "What", "Mentoring (3)")
    choose(page, "For", "women (3)")
    assert shown(page) == ["Open hours", "Returners", "Role models"]
    expect(status(page)).to_have_text("3 opportunities of 6")
    assert parse_qs(urlsplit(page.url).query) == {"kind": ["mentoring"], "audience": ["women"]}


def test_the_address_keeps_the_choices_over_a_reload_and_for_others(here: Visit) -> None:
    page = here.open(DIRECTORY)
    choose(page, "What", "Secondment")
    page.reload()
    here.settled()
    assert shown(page) == ["Specialists in"]
    expect(page.get_by_role("radio", name="Secondment")).to_be_checked()
    sent = here.open(f"{DIRECTORY}?kind=mentoring&audience=women&grade=below-senior")
    assert shown(sent) == ["Open hours", "Role models"]
    expect(sent.get_by_role("radio", name="women")).to_be_checked()
    expect(sent.get_by_label("Grade")).to_be_visible()


def test_clearing_the_filters_shows_everything_again_and_empties_the_address(here: Visit) -> None:
    page = here.open(f"{DIRECTORY}?kind=board&q=work&stage=live")
    assert shown(page) == ["Board"]
    page.get_by_role("button", name="Clear filters").click()
    expect(status(page)).to_have_text("6 opportunities of 6")
    assert urlsplit(page.url).query == ""
    expect(page.get_by_role("radio", name="anything")).to_be_checked()


@pytest.mark.parametrize("query", ["kind=unknown", "kind=", "audience=%22%3E&stage=no", "other=mentoring"])
def test_an_address_that_asks_for_what_no_filter_has_shows_everything(here: Visit, query: str) -> None:
    page = here.open(f"{DIRECTORY}?{query}")
    assert len(shown(page)) == 6
    expect(page.get_by_role("radio", name="anything")).to_be_checked()


def test_words_and_choices_go_together(here: Visit) -> None:
    page = here.open(DIRECTORY)
    page.locator("summary", has_text="More filters").click()
    page.get_by_role("searchbox", name="Words", exact=True).fill("HOURS")
    assert shown(page) == ["Open hours"]
    choose(page, "What", "Board")
    assert shown(page) == []
    expect(status(page)).to_have_text("Nothing matches.")


def test_each_choice_says_how_many_it_leaves_beside_the_others(here: Visit) -> None:
    page = here.open(DIRECTORY)
    choose(page, "For", "women (4)")
    kinds = page.get_by_role("group", name="What").locator("label").all_inner_texts()
    assert [one.strip() for one in kinds] == [
        "anything",
        "Board (0)",
        "Peer network (1)",
        "Mentoring (3)",
        "Placement (1)",
        "Secondment (0)",
    ]
    groups = page.get_by_role("group", name="For").locator("label").all_inner_texts()
    assert "women (4)" in [one.strip() for one in groups], "its own choice does not count"
    grades = page.get_by_label("Grade").locator("option").all_text_contents()
    assert sum(one.endswith(")") for one in grades) == len(grades) - 1


def test_where_nothing_is_left_the_way_back_is_at_hand(here: Visit) -> None:
    page = here.open(f"{DIRECTORY}?kind=board&audience=women")
    expect(status(page)).to_have_text("Nothing matches.")
    expect(page.locator("[data-oer-catalogue] table")).to_be_hidden()
    back = page.locator(".oer-catalogue__none").get_by_role("button", name="Clear filters")
    back.focus()
    page.keyboard.press("Enter")
    expect(status(page)).to_have_text("6 opportunities of 6")
    expect(status(page)).to_be_focused()
    expect(back).to_be_hidden()
    assert len(shown(page)) == 6


def test_the_directory_is_clean_for_axe_with_choices_made_in_a_narrow_window(
    browser: Any, address: str
) -> None:
    visit = start(browser, address, size=NARROW)
    page = visit.open(f"{DIRECTORY}?kind=mentoring&grade=senior")
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        assert not violations(page), scheme
    visit.context.close()


def test_without_scripts_every_row_is_there_and_no_filter(browser: Any, address: str) -> None:
    visit = start(browser, address, java_script_enabled=False)
    page = visit.open(DIRECTORY)
    assert len(shown(page)) == 6
    expect(page.locator("article form").first).not_to_be_visible()
    visit.context.close()
