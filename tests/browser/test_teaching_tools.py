"""What helps in the room: the run sheet against the clock, and the timer that all can see."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from tests.browser.accessibility import violations
from tests.browser.set_by_readers import STICKING_OUT
from tests.browser.visits import NARROW, Visit
from tests.site.kinds import KINDS

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

Visitor = Callable[..., Visit]
TEACH = KINDS["teach"]
NINE = datetime(2026, 11, 23, 9, 0)
MINUTE = 60_000
SCHEMES = ("light", "dark")


def at_nine(visit: Visitor, path: str = TEACH, **options: Any) -> Page:
    """A page in a browser whose clock shows nine. It can be put forward, and goes on by itself too."""
    here = visit(path, fresh=True, **options)
    here.page.clock.install(time=NINE)
    return here.open(path)


def plan(page: Page) -> tuple[Locator, Locator]:
    """The form and the table of the first run sheet."""
    block = page.locator(".oer-block--plan").first
    return block.locator("form"), block.locator("table")


def times(table: Locator) -> list[str]:
    return table.locator("tbody .oer-plan__at").all_inner_texts()


def test_minutes_become_times_from_the_start_that_is_entered(visit: Visitor) -> None:
    page = at_nine(visit)
    form, table = plan(page)
    before = times(table)
    assert before[0] == "0 to 4"
    expect(table.locator(".oer-plan__done").first).to_be_hidden()
    form.get_by_label("Start of the session").fill("13:58")
    assert times(table)[0] == "13:58 to 14:02"
    expect(table.locator("tfoot .oer-plan__at")).to_have_text("14:58")
    expect(form.get_by_role("status")).to_have_text("The end is at 14:58.")
    assert not violations(page)
    page.reload()
    form, table = plan(page)
    expect(form.get_by_label("Start of the session")).to_have_value("13:58")
    assert times(table)[0] == "13:58 to 14:02", "remembered for the session"
    form.get_by_role("button", name="Reset").click()
    assert times(table) == before
    expect(form.get_by_label("Start of the session")).to_be_focused()


def test_a_late_start_is_told_in_words_and_moves_the_rest(visit: Visitor) -> None:
    page = at_nine(visit)
    form, table = plan(page)
    form.get_by_role("button", name="Start now").click()
    rows = table.locator("tbody tr")
    planned = times(table)
    expect(rows.first).to_have_attribute("aria-current", "step")
    page.clock.fast_forward(8 * MINUTE)
    rows.first.get_by_role("button", name="Done").click()
    expect(rows.first.locator(".oer-plan__said")).to_have_text("4 minutes late")
    assert form.get_by_role("status").inner_text() == (
        "You are 4 minutes late. The end moves from 10:00 to 10:04."
    )
    assert planned[1] == "09:04 to 09:09" and times(table)[1] == "09:08 to 09:13"
    expect(rows.nth(1)).to_have_attribute("aria-current", "step")
    page.clock.fast_forward(3 * MINUTE)
    rows.nth(1).get_by_role("button", name="Done").focus()
    page.keyboard.press("Enter")
    expect(rows.nth(1).locator(".oer-plan__said")).to_have_text("2 minutes late")
    rows.first.get_by_role("button", name="Done at 09:08").click()
    assert times(table) == planned, "taken back, with what came after"


def test_who_presses_nothing_is_told_what_is_at_hand_and_is_not_late(visit: Visitor) -> None:
    page = at_nine(visit)
    form, table = plan(page)
    form.get_by_label("Start of the session").fill("09:00")
    page.clock.fast_forward(50 * MINUTE)
    now = table.locator("[aria-current=step]")
    expect(now).to_have_count(1)
    start, end = now.locator(".oer-plan__at").inner_text().split(" to ")
    assert start <= "09:50" < end
    expect(now.locator(".oer-plan__said")).to_have_text("now")
    expect(table.locator("[data-late=true]")).to_have_count(0)
    page.clock.fast_forward(15 * MINUTE)
    expect(now.locator(".oer-plan__said")).to_have_text("over by 5 minutes")
    expect(table.locator("tbody tr").last).to_have_attribute("aria-current", "step")


def test_what_the_step_at_hand_takes_longer_moves_the_end(visit: Visitor) -> None:
    page = at_nine(visit)
    form, table = plan(page)
    rows, said = table.locator("tbody tr"), form.get_by_role("status")
    form.get_by_role("button", name="Start now").click()
    page.clock.fast_forward(4 * MINUTE)
    rows.first.get_by_role("button", name="Done").click()
    expect(said).to_have_text("You are on time. The end is at 10:00.")
    page.clock.fast_forward(11 * MINUTE)
    expect(rows.nth(1).locator(".oer-plan__said")).to_have_text("over by 6 minutes")
    expect(table.locator("tfoot .oer-plan__at")).to_have_text("10:06")
    assert times(table)[1:3] == ["09:04 to 09:15", "09:15 to " + times(table)[2][-5:]]
    expect(said).to_have_text("You are 6 minutes late. The end moves from 10:00 to 10:06.")
    expect(said).to_have_attribute("aria-live", "off")


def test_without_scripts_the_run_sheet_counts_minutes(visit: Visitor) -> None:
    page = visit(TEACH, java_script_enabled=False).page
    assert times(page.locator("table.oer-plan").first)[1] == "4 to 9"
    expect(page.get_by_role("button", name="Start timer").first).to_be_hidden()
    expect(page.locator(".oer-timer")).to_be_hidden()


def timer(page: Page) -> Locator:
    return page.get_by_role("region", name="Timer")


def test_the_timer_speaks_at_the_moments_that_matter(visit: Visitor) -> None:
    page = at_nine(visit)
    page.get_by_role("button", name="Start timer (12 minutes)").first.click()
    panel = timer(page)
    face, said, alarm = panel.get_by_role("timer"), panel.get_by_role("status"), panel.get_by_role("alert")
    expect(face).to_have_text("12:00")
    expect(said).to_have_text("Timer started: 12 minutes. Exercise 2: Ask one good question")
    expect(panel.get_by_role("button", name="Pause")).to_be_focused()
    page.clock.run_for(2 * MINUTE)
    expect(face).to_have_text("10:00")
    expect(said).to_contain_text("Timer started")
    page.clock.run_for(4 * MINUTE)
    expect(said).to_have_text("Half of the time is over. 6 minutes left.")
    page.clock.run_for(MINUTE)
    expect(said).to_have_text("5 minutes left.")
    panel.get_by_role("button", name="Pause").click()
    page.clock.run_for(30 * MINUTE)
    expect(face).to_have_text("05:00")
    panel.get_by_role("button", name="Go on").click()
    panel.get_by_role("button", name="Add a minute").click()
    expect(face).to_have_text("06:00")
    page.clock.run_for(5 * MINUTE)
    expect(said).to_have_text("1 minute left.")
    assert not violations(page)
    page.clock.run_for(2 * MINUTE)
    expect(alarm).to_have_text("Time is up. Exercise 2: Ask one good question")
    expect(said).to_have_text("")
    expect(face).to_have_text("00:00")
    panel.get_by_role("button", name="Stop").click()
    expect(panel).to_be_hidden()
    expect(page.get_by_role("button", name="Start timer (12 minutes)").first).to_be_focused()


def test_a_timer_that_outlived_a_reload_gives_the_focus_back_when_it_stops(visit: Visitor) -> None:
    page = visit(TEACH).page
    starter = page.locator("button[data-oer-timer]").first
    starter.click()
    page.reload()
    page.get_by_role("button", name="Stop").click()
    expect(starter).to_be_focused()


def test_the_timer_loses_nothing_in_a_sleeping_tab_or_by_a_reload(visit: Visitor) -> None:
    page = visit(TEACH, fresh=True).page
    page.clock.set_fixed_time(NINE)  # the clock stands, however long the machine takes
    page.get_by_role("button", name="Start timer").first.click()
    page.clock.set_fixed_time(NINE + timedelta(minutes=4))  # as after a sleep, without a tick between
    expect(timer(page).get_by_role("timer")).to_have_text("03:00")
    page.reload()
    expect(timer(page).get_by_role("timer")).to_have_text("03:00")
    timer(page).get_by_role("button", name="Stop").click()
    page.reload()
    expect(timer(page)).to_be_hidden()


def test_no_tone_is_made_unless_it_is_asked_for(visit: Visitor) -> None:
    here = visit(TEACH, fresh=True)
    here.page.add_init_script(
        "globalThis.tones = 0; const start = OscillatorNode.prototype.start;"
        "OscillatorNode.prototype.start = function (at) { tones += 1; return start.call(this, at); };"
    )
    here.page.clock.install(time=NINE)
    page = here.open(TEACH)
    box = timer(page).get_by_label("Short tone at the end")
    for asked, tones in ((False, 0), (True, 2)):
        page.get_by_role("button", name="Start timer").first.click()
        box.set_checked(asked)
        heard = page.evaluate("tones")
        page.clock.run_for(8 * MINUTE)
        expect(timer(page).get_by_role("alert")).to_contain_text("Time is up")
        assert page.evaluate("tones") - heard == tones
        timer(page).get_by_role("button", name="Stop").click()


@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_timer_fills_the_screen_and_fits_a_phone(visit: Visitor, scheme: str) -> None:
    page = visit(TEACH, size=NARROW, color_scheme=scheme).page
    page.get_by_role("button", name="Start timer").first.click()
    assert not page.evaluate(STICKING_OUT)
    assert not violations(page)
    panel = timer(page)
    panel.get_by_role("button", name="Fill the screen").click()
    expect(panel).to_have_class(re.compile("oer-timer--full"))
    box = panel.bounding_box()
    assert box and box["height"] >= 600
    assert not violations(page)


def test_the_timer_shows_its_time_and_first_button_in_a_low_window(visit: Visitor) -> None:
    """320 by 256 is a window of 1280 by 1024 at 400 %."""
    page = visit(TEACH, size=(320, 256)).page
    page.get_by_role("button", name="Start timer").first.click()
    panel = timer(page).bounding_box()
    assert panel and panel["height"] <= 0.42 * 256
    for part in ("face", "pause"):
        expect(timer(page).locator(f"[data-part={part}]")).to_be_in_viewport(ratio=1)
