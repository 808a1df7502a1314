"""The competency map: choices that both views follow, a role laid over it, zoom by key, button and pointer,
details on demand, an address for every state; whole without scripts, and clean when open."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.accessibility import violations
from tests.browser.visits import NARROW, WIDE, Visit
from tests.site.built import Site

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

Visitor = Callable[..., Visit]
PATH = "map/"
ROLE = "policy-adviser"
MODULE = "designing-and-testing"
BOX = f".oer-graph--right a[data-module={MODULE}]"
FULL = f"{PATH}?view=graph&role={ROLE}&level=working&open={MODULE}&time=75"


def status(page: Page, text: str) -> None:
    expect(page.locator("[data-part=status]")).to_contain_text(text)


def cell(page: Page, name: str) -> Locator:
    return page.locator(f'td[data-cell="{name}"]')


def graph(page: Page) -> Locator:
    page.locator("button[data-view=graph]").click()
    return page.locator("[data-part=window]")


def placed(box: Locator) -> tuple[int, int]:
    return tuple(box.evaluate("(one) => [one.scrollLeft, one.scrollTop]"))


def test_one_view_at_a_time_and_the_switch_says_which(visit: Visitor) -> None:
    page = visit(PATH).page
    matrix, order = page.locator("[data-part=matrix]"), page.locator("[data-part=graph]")
    expect(matrix).to_be_visible()
    expect(order).to_be_hidden()
    button = page.locator("button[data-view=graph]")
    button.focus()
    page.keyboard.press("Enter")
    expect(button).to_have_attribute("aria-pressed", "true")
    expect(order).to_be_visible()
    expect(matrix).to_be_hidden()
    assert page.url.endswith("?view=graph")


def test_choices_change_both_views_and_are_counted_in_words(visit: Visitor, site: Site) -> None:
    page = visit(PATH).page
    total = len(site.modules)
    status(page, f"All modules are shown: {total}.")
    page.locator("#map-time").fill("20")
    status(page, f"Modules that match: {total} of {total}.")  # each in its shorter way
    page.locator("#map-audience").select_option("commercial")
    short = [one for one in site.modules if {"commercial", "all"} & set(one["audience"])]
    status(page, f"Modules that match: {len(short)} of {total}.")
    expect(cell(page, "users.awareness")).to_contain_text("1 of 3 match")
    graph(page)
    drawn = page.locator(".oer-graph--right a[data-module]")
    off = page.locator(".oer-graph--right a.oer-explore__off")
    assert drawn.count() - off.count() == len(short)
    assert "does not match your choices" in (off.first.get_attribute("aria-label") or "")
    page.locator("#map-time").fill("1")
    status(page, "No module matches.")
    page.get_by_role("button", name="Clear choices").click()
    status(page, f"All modules are shown: {total}.")
    assert off.count() == 0
    expect(page.locator("#map-time")).to_have_value("")


@pytest.mark.parametrize("typed", ["0", "1.5"])
def test_minutes_that_are_none_stay_and_are_told_to_be_wrong(visit: Visitor, site: Site, typed: str) -> None:
    page = visit(PATH).page
    field = page.locator("#map-time")
    field.fill("60")
    status(page, "Modules that match")
    field.evaluate(
        "(one) => one.addEventListener('invalid', () => (one.dataset.told = one.validationMessage))"
    )
    field.fill(typed)
    status(page, f"All modules are shown: {len(site.modules)}.")
    expect(field).to_have_value(typed)
    field.press("Enter")
    assert field.get_attribute("data-told"), "the browser says what is wrong"
    page.locator("#map-level").select_option("working")
    status(page, "Modules that match")
    expect(field).to_have_value(typed)
    page.get_by_role("button", name="Clear choices").click()
    expect(field).to_have_value("")


def test_the_graph_and_its_table_say_what_helps_a_role(visit: Visitor) -> None:
    page = visit(f"{PATH}?view=graph&role={ROLE}").page
    page.locator("[data-part=graph] summary").click()
    rows = page.locator("tr[data-way]:visible")
    boxes = page.locator(".oer-graph--right a[data-module]")
    helps, aside = (f"teaches {what} the role “Policy adviser” needs" for what in ("what", "nothing that"))
    expect(rows.first.locator("th")).to_contain_text(helps)
    told = boxes.evaluate_all("(all) => all.map((one) => one.querySelector('title').textContent)")
    assert set(told) == {helps, aside}
    assert rows.count() == told.count(helps)
    assert all(one in (boxes.nth(at).get_attribute("aria-label") or "") for at, one in enumerate(told))
    page.locator("#map-role").select_option("")
    expect(page.locator(".oer-graph--right title", has_text="the role")).to_have_count(0)
    expect(page.locator("tr[data-way] .oer-map__match")).to_have_count(0)


def test_the_graph_can_be_taken_along(visit: Visitor, site: Site) -> None:
    page = visit(f"{PATH}?view=graph").page
    links = page.get_by_role("link", name=re.compile(r"^Download .+ \((SVG|CSV), [\d.]+ kB\)$"))
    expect(links).to_have_count(2)
    picture = visit("prerequisites.svg").page
    expect(picture.locator("a").first).to_be_visible()
    assert picture.locator("a").count() == page.locator("tr[data-way]").count()


def test_level_and_audience_choose_too(visit: Visitor, site: Site) -> None:
    page = visit(PATH).page
    page.locator("#map-level").select_option("practitioner")
    page.locator("#map-audience").select_option("leaders")
    wanted = [
        one
        for one in site.modules
        if {"all", "leaders"} & set(one["audience"])
        and any(taught["level"] == "practitioner" for taught in one["teaches"])
    ]
    status(page, f"Modules that match: {len(wanted)} of {len(site.modules)}.")
    assert "level=practitioner" in page.url
    assert "audience=leaders" in page.url


def test_a_role_is_laid_over_the_map_in_words(visit: Visitor) -> None:
    page = visit(PATH).page
    page.locator("#map-role").select_option(ROLE)
    expect(cell(page, "users.working").locator(".oer-map__role")).to_have_text("needed and taught")
    expect(cell(page, "users.practitioner").locator(".oer-map__role")).to_have_text("beyond the role")
    status(page, "Levels that the role “Policy adviser” needs: 15.")
    said = page.locator("td[data-cell] .oer-map__role")
    assert said.count() == page.locator("td[data-cell]").count(), "every cell says how it stands"
    page.locator("#map-role").select_option("")
    expect(said).to_have_count(0)


def test_a_role_says_the_same_on_its_own_page(visit: Visitor, site: Site) -> None:
    page = visit(f"{PATH}?role={ROLE}").page
    spans = site.article(f"roles/{ROLE}/").all("span")
    own = [one.text.strip() for one in spans if "oer-map__role" in one.attributes.get("class", "")]
    here = [one.strip() for one in page.locator("td[data-cell] .oer-map__role").all_text_contents()]
    assert here == own


def test_keys_zoom_and_move_the_graph(visit: Visitor) -> None:
    page = visit(PATH).page
    box = graph(page)
    scale = page.locator("[data-part=scale]")
    expect(scale).to_have_text("100%")
    wide = page.locator(".oer-graph--right").evaluate("(one) => one.getBoundingClientRect().width")
    box.focus()
    page.keyboard.press("+")
    expect(scale).to_have_text("125%")
    grown = page.locator(".oer-graph--right").evaluate("(one) => one.getBoundingClientRect().width")
    assert grown == pytest.approx(wide * 1.25, abs=1)
    before = placed(box)
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowDown")
    after = placed(box)
    assert (after[0] > before[0], after[1] > before[1]) == (True, True)
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowUp")
    assert placed(box) == before
    page.keyboard.press("-")
    page.keyboard.press("-")
    expect(scale).to_have_text("80%")
    page.keyboard.press("0")
    expect(scale).to_have_text("100%")
    assert placed(box) == (0, 0)


def test_buttons_and_pointer_zoom_and_move_it(visit: Visitor) -> None:
    page = visit(PATH).page
    box = graph(page)
    page.get_by_role("button", name="All of it").click()
    assert box.evaluate("(one) => one.scrollWidth <= one.clientWidth && one.scrollHeight <= one.clientHeight")
    page.get_by_role("button", name="As drawn").click()
    page.get_by_role("button", name="Larger").click()
    expect(page.locator("[data-part=scale]")).to_have_text("125%")
    box.scroll_into_view_if_needed()
    frame = box.bounding_box()
    assert frame
    before = placed(box)
    at = (frame["x"] + frame["width"] / 2, frame["y"] + frame["height"] / 2)
    page.mouse.move(*at)
    page.mouse.down()
    page.mouse.move(at[0] - 60, at[1] - 40, steps=4)
    page.mouse.up()
    assert placed(box) == (before[0] + 60, before[1] + 40)
    expect(page.locator("[data-part=detail]")).to_be_hidden()


def test_details_of_a_module_open_close_and_give_the_focus_back(visit: Visitor) -> None:
    page = visit(PATH).page
    graph(page)
    panel = page.locator("[data-part=detail]")
    for key in ("Enter", "Space"):
        page.locator(BOX).focus()
        page.keyboard.press(key)
        expect(panel).to_be_visible()
        expect(panel.locator("h2")).to_be_focused()
        for words in (
            "1 hour 15 minutes",
            "C1 Users: Working",
            "Finding out what people need",
            "Policy and delivery",
        ):
            expect(panel).to_contain_text(words)
        page.keyboard.press("Escape")
        expect(panel).to_be_hidden()
        expect(page.locator(BOX)).to_be_focused()
    page.keyboard.press("Enter")
    panel.get_by_role("link", name="Finding out what people need").click()
    expect(panel.locator("h2")).to_have_text("Finding out what people need")
    page.get_by_role("button", name="Close the details").click()
    expect(page.locator(BOX)).to_be_focused()
    page.keyboard.press("Enter")
    panel.get_by_role("link", name="Go to the module").click()
    page.wait_for_url(f"**/modules/{MODULE}/")


def test_details_of_a_cell(visit: Visitor) -> None:
    page = visit(f"{PATH}?role={ROLE}").page
    here = cell(page, "users.working")
    here.click()
    panel = page.locator("[data-part=detail]")
    expect(panel.locator("h2")).to_have_text("C1 Users: Working")
    expect(panel).to_contain_text("For the role “Policy adviser”: needed and taught.")
    assert panel.locator("li").count() == 3
    page.keyboard.press("Escape")
    expect(here.locator("a")).to_be_focused()
    cell(page, "users.expert").click()
    expect(panel).to_contain_text("Nothing teaches it yet.")
    panel.get_by_role("link", name="Go to the level").click()
    page.wait_for_url("**/competencies/users/#expert")


def test_details_never_lie_over_what_has_the_focus(visit: Visitor) -> None:
    page = visit(PATH).page
    cell(page, "users.expert").click()
    panel = page.locator("[data-part=detail]")
    expect(panel).to_be_visible()
    for _ in range(40):
        page.keyboard.press("Shift+Tab")
        hidden = page.evaluate(
            "() => { const one = document.activeElement, box = one.getBoundingClientRect();"
            " const panel = document.querySelector('[data-part=detail]');"
            " const [x, y] = [box.left + box.width / 2, box.top + Math.min(box.height, 20) / 2];"
            " const at = document.elementFromPoint(x, y);"
            " return panel.open && !panel.contains(one) && panel.contains(at); }"
        )
        assert not hidden


def test_a_modified_click_opens_the_page_itself(visit: Visitor) -> None:
    page = visit(PATH).page
    graph(page)
    with page.context.expect_page() as opened:
        page.locator(BOX).click(modifiers=["Control"])
    opened.value.wait_for_url(f"**/modules/{MODULE}/")
    expect(page.locator("[data-part=detail]")).to_be_hidden()


def shown(page: Page) -> dict[str, object]:
    page.wait_for_timeout(350)
    return page.evaluate(
        "() => ({url: location.search, role: document.querySelector('#map-role').value,"
        " level: document.querySelector('#map-level').value, time: document.querySelector('#map-time').value,"
        " view: document.querySelector('[aria-pressed=true]').dataset.view,"
        " open: document.querySelector('[data-part=detail]').open,"
        " title: document.querySelector('#oer-detail-title').textContent,"
        " status: document.querySelector('[data-part=status]').textContent,"
        " scale: document.querySelector('[data-part=scale]').textContent,"
        " off: document.querySelectorAll('.oer-explore__off').length,"
        " left: Math.round(document.querySelector('[data-part=window]').scrollLeft / 4)})"
    )


def test_an_address_gives_the_same_state_to_somebody_else(visit: Visitor) -> None:
    page = visit(PATH).page
    page.locator("#map-role").select_option(ROLE)
    page.locator("#map-level").select_option("working")
    page.locator("#map-time").fill("75")
    status(page, "Modules that match")
    box = graph(page)
    page.locator(BOX).click()
    page.get_by_role("button", name="Larger").click()
    box.focus()
    page.keyboard.press("ArrowRight")
    mine = shown(page)
    for part in (
        "view=graph",
        f"role={ROLE}",
        "level=working",
        "time=75",
        f"open={MODULE}",
        "zoom=1.25",
        "at=",
    ):
        assert part in str(mine["url"])
    assert shown(visit(PATH + str(mine["url"])).page) == mine


def test_back_and_forward_go_through_the_states(visit: Visitor) -> None:
    page = visit(PATH).page
    page.locator("#map-role").select_option(ROLE)
    cell(page, "users.working").click()
    panel = page.locator("[data-part=detail]")
    expect(panel).to_be_visible()
    page.go_back()
    expect(panel).to_be_hidden()
    expect(page.locator("#map-role")).to_have_value(ROLE)
    page.go_back()
    expect(page.locator("#map-role")).to_have_value("")
    expect(page.locator(".oer-map__role")).to_have_count(0)
    page.go_forward()
    page.go_forward()
    expect(panel.locator("h2")).to_have_text("C1 Users: Working")


def test_an_old_or_broken_address_shows_what_there_is(visit: Visitor, site: Site) -> None:
    page = visit(f"{PATH}?role=gone&open=gone.too&level=%00&zoom=NaN&at=;&view=else").page
    status(page, f"All modules are shown: {len(site.modules)}.")
    expect(page.locator("[data-part=matrix]")).to_be_visible()


def test_without_scripts_both_views_are_there(visit: Visitor) -> None:
    page = visit(PATH, java_script_enabled=False).page
    expect(page.locator("table.oer-map")).to_be_visible()
    expect(page.locator("svg.oer-graph--right")).to_be_visible()
    for hidden in (".oer-explore__bar", ".oer-explore__zoom", "[data-part=detail]"):
        expect(page.locator(hidden)).to_be_hidden()
    names = page.get_by_role("link", name=re.compile("^Download as")).all_inner_texts()
    assert names == ["Download as a picture (SVG)", "Download as CSV"]
    page.locator(BOX).click()
    page.wait_for_url(f"**/modules/{MODULE}/")


def test_on_paper_both_views_are_there_and_no_controls(visit: Visitor) -> None:
    page = visit(FULL).page
    page.emulate_media(media="print")
    expect(page.locator("table.oer-map")).to_be_visible()
    expect(page.locator("svg.oer-graph--right")).to_be_visible()
    for hidden in (".oer-explore__bar", ".oer-explore__zoom", "[data-part=detail]"):
        expect(page.locator(hidden)).to_be_hidden()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    "path", [FULL, f"{PATH}?role={ROLE}&audience=leaders&open=users.working"], ids=["graph", "matrix"]
)
def test_axe_finds_nothing_in_the_open_state(visit: Visitor, scheme: str, path: str) -> None:
    page = visit(path, color_scheme=scheme).page
    for size in (WIDE, NARROW):
        page.set_viewport_size({"width": size[0], "height": size[1]})
        expect(page.locator("[data-part=detail]")).to_be_visible()
        assert not violations(page)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
