"""What a phone shows of long and wide things: directories are read by scrolling the page, and what goes on to
a side says so."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.browser.visits import NARROW, WIDE, Visit
from tests.site.kinds import KINDS

Visitor = Callable[..., Visit]
DIRECTORIES = ("catalogue", "opportunities", "organisations")
SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
CELLS = """all => all.map((one) => {
  const style = getComputedStyle(one);
  const said = getComputedStyle(one, "::before").content;
  const {display, paddingInlineStart: from} = style;
  return {label: one.dataset.label, said, text: one.textContent, display, from};
})"""
SHADES = "one => getComputedStyle(one).backgroundImage.split('gradient').length - 1"


@pytest.mark.parametrize("kind", DIRECTORIES)
def test_a_directory_on_a_phone_is_as_long_as_the_page(visit: Visitor, kind: str) -> None:
    page = visit(KINDS[kind], size=NARROW).page
    box = page.locator(".oer-catalogue .oer-scroll")
    assert page.locator(".oer-catalogue tbody tr").count() > 20
    assert box.evaluate("one => getComputedStyle(one).overflowY") == "visible"
    assert box.evaluate("one => one.clientHeight >= one.querySelector('table').offsetHeight")
    assert page.evaluate(SIDEWAYS) <= 0


@pytest.mark.parametrize("kind", DIRECTORIES)
def test_what_filters_a_directory_is_folded_on_a_phone_and_sorts_it(visit: Visitor, kind: str) -> None:
    here = visit(KINDS[kind], size=NARROW)
    page = here.page
    opener = page.get_by_role("button", name="Filter and sort")
    form = page.locator("#oer-filter")
    expect(opener).to_have_attribute("aria-expanded", "false")
    expect(form).to_be_hidden()
    opener.press("Enter")
    expect(opener).to_have_attribute("aria-expanded", "true")
    order = form.get_by_label("Sort by")
    order.select_option("Organisation, in reverse" if kind == "organisations" else "-title")
    titles = page.locator("tbody tr:visible th").evaluate_all("all => all.map((one) => one.dataset.value)")
    assert len(titles) > 20
    assert titles == sorted(titles, key=str.casefold, reverse=True)
    assert "sort=-title" in page.url
    form.get_by_label("Words").first.evaluate("one => one.closest('details')?.setAttribute('open', '')")
    form.get_by_label("Words").fill("zzz")
    expect(page.get_by_role("status").first).to_have_text("Nothing matches.")
    page.reload()
    expect(form).to_be_visible()
    expect(order).to_have_value("-title")
    page.set_viewport_size({"width": WIDE[0], "height": WIDE[1]})
    expect(opener).to_be_hidden()
    expect(order).to_be_hidden()


def test_the_catalogue_on_a_phone_says_level_and_time_of_a_module(visit: Visitor) -> None:
    page = visit(KINDS["catalogue"], size=NARROW).page
    row = page.locator(".oer-catalogue tbody tr").first
    for what in (row.locator("th a"), row.locator(".oer-level").first, row.locator("time").last):
        expect(what).to_be_visible()
        spot = what.bounding_box()
        assert spot and spot["x"] >= 0 and spot["x"] + spot["width"] <= NARROW[0]
    label = "one => getComputedStyle(one, '::before').content"
    assert row.locator("td").evaluate_all(f"all => all.map({label})") == ['"Teaches: "', '"Time: "']


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_table_that_goes_on_to_a_side_has_a_shadow_there(visit: Visitor, scheme: str) -> None:
    page = visit(KINDS["map"], size=NARROW, color_scheme=scheme).page
    box = page.locator(".oer-explore__matrix .oer-scroll[data-oer-wide]")
    assert box.evaluate(SHADES) == 4
    page.set_viewport_size({"width": WIDE[0], "height": WIDE[1]})
    fits = page.locator(".oer-explore__matrix .oer-scroll:not([data-oer-wide])")
    assert fits.evaluate(SHADES) == 0


def test_a_reader_with_colours_of_his_own_gets_no_shadows(visit: Visitor) -> None:
    page = visit(KINDS["map"], size=NARROW, forced_colors="active").page
    assert page.locator(".oer-explore__matrix .oer-scroll[data-oer-wide]").evaluate(SHADES) == 0


@pytest.mark.parametrize("kind", ["competency", "course", "coverage", "licenses", "teach"])
def test_rows_that_are_cards_need_no_scrolling_and_say_what_each_cell_is(visit: Visitor, kind: str) -> None:
    page = visit(KINDS[kind], size=NARROW).page
    table = page.locator(".oer-table--cards").first
    box = table.bounding_box()
    assert box and box["x"] >= 0 and box["x"] + box["width"] <= NARROW[0]
    expect(table.locator("thead")).to_be_hidden()
    heads = {head.strip() for head in table.locator("thead th").all_text_contents()}
    cells = table.locator("tbody td:not(.oer-map__cell)").evaluate_all(CELLS)
    assert {cell["label"] for cell in cells} <= heads
    assert len({cell["label"] for cell in cells}) > 1
    assert all(cell["label"] in cell["said"] for cell in cells if cell["text"])
    assert {(cell["display"], cell["from"]) for cell in cells} == {("block", "0px")}
    page.emulate_media(media="print")  # on paper it is a table
    expect(table.locator("thead")).to_be_visible()


def test_a_course_says_in_words_what_its_bars_draw(visit: Visitor) -> None:
    """To screen readers always, to everybody on a phone; nobody hears the pieces of the picture as well."""
    page = visit(KINDS["course"], size=NARROW).page
    picture, words = page.locator(".oer-bars__picture"), page.locator(".oer-bars__words > li")
    expect(picture).to_be_hidden()
    bars = page.locator(".oer-bars__label").all_text_contents()
    assert len(bars) > 3
    for bar, text in zip(bars, words.all_inner_texts(), strict=True):
        assert text.startswith(bar.rstrip("…"))
    assert min(line.bounding_box()["height"] for line in words.all()) > 10  # type: ignore[index]
    page.set_viewport_size({"width": WIDE[0], "height": WIDE[1]})
    expect(picture).to_be_visible()
    box = page.locator(".oer-bars__words").bounding_box()
    assert box and (box["width"], box["height"]) == (1, 1)
    heard = page.locator(".oer-bars").aria_snapshot()
    assert heard.count("listitem") == len(bars) and "img" not in heard


@pytest.mark.parametrize("words", ["Imprimer cette page", "Imprimir esta página"])
def test_a_long_word_on_the_print_button_stays_in_the_window(visit: Visitor, words: str) -> None:
    page = visit(KINDS["module"], size=(305, 640)).page
    button = page.locator(".oer-print")
    button.evaluate("(one, words) => (one.textContent = words)", words)
    spot = button.bounding_box()
    assert spot and spot["x"] >= 0 and spot["x"] + spot["width"] <= 305 - 15
    assert page.evaluate(SIDEWAYS) <= 0


def test_the_title_in_the_header_takes_two_lines_on_a_small_phone(visit: Visitor) -> None:
    page = visit("", size=NARROW).page
    title = page.locator(".oer-header__title")
    lines = "one => one.getBoundingClientRect().height / parseFloat(getComputedStyle(one).lineHeight)"
    assert round(title.evaluate(lines)) <= 2
    title.evaluate("one => (one.style.fontFamily = 'DejaVu Serif')")  # wider than those that come first
    assert round(title.evaluate(lines)) <= 2
    for tool in page.locator(".oer-header__tools > :visible").all():
        spot = tool.bounding_box()
        assert spot and min(spot["width"], spot["height"]) >= 40


def test_the_order_of_a_course_goes_down_on_a_phone_and_to_the_right_on_a_desk(visit: Visitor) -> None:
    page = visit(KINDS["course"], size=NARROW).page
    down = page.locator(".oer-course-graph .oer-graph--down")
    right = page.locator(".oer-course-graph .oer-graph--right")
    expect(down).to_be_visible()
    expect(right).to_be_hidden()
    page.set_viewport_size({"width": WIDE[0], "height": WIDE[1]})
    expect(right).to_be_visible()
    expect(down).to_be_hidden()
