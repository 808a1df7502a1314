"""The picture of the self-assessment: it says what its table says, in words that can be read at any width."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from tests.browser.assessing import PATH, ROLE, choose
from tests.browser.visits import NARROW, WIDE, Visit, start
from tests.site.built import Site

if TYPE_CHECKING:
    from playwright.sync_api import Page, Route

Visitor = Callable[..., Visit]

MEETING = """() => {
  const box = (one) => one.getBoundingClientRect();
  const texts = [...document.querySelectorAll(".oer-self__picture text")].filter((one) => one.textContent);
  const others = [...texts, ...document.querySelectorAll(".oer-self__picture rect")];
  // A box of text is taller than its letters.
  const meets = ([a, b]) =>
    a.left < b.right - 1 && b.left < a.right - 1 && a.top + 2 < b.bottom - 2 && b.top + 2 < a.bottom - 2;
  const out = texts.filter((one) => box(one).left < 0 || box(one).right > innerWidth);
  const met = texts.flatMap((one, at) =>
    others.filter((other) => !texts.slice(0, at + 1).includes(other) && meets([box(one), box(other)])));
  return { count: texts.length, wrong: [...out, ...met].map((one) => one.textContent || one.outerHTML) };
}"""
"""Texts of the picture that lie on others, on its boxes, or outside of the window."""


def test_the_picture_says_what_the_table_says(visit: Visitor) -> None:
    page = visit(f"{PATH}?role={ROLE}").page
    choose(page, "users.a1", "users.a2", "users.a3", "users.a4")
    table = page.locator("[data-part=rows] tr").all()
    for kind in ("bars", "radar"):
        page.locator(f"[name=oer-picture][value={kind}]").check()
        words = page.locator("#oer-picture-desc").text_content() or ""
        for line in table:
            name, held, needed, _ = line.locator("th, td").all_inner_texts()
            assert f"{name}: you hold {held}; the role needs {needed}." in words
    before = page.locator("[data-part=picture]").inner_html()
    page.locator("[name=oer-picture][value=bars]").check()
    page.locator("[name=oer-picture][value=radar]").check()
    assert page.locator("[data-part=picture]").inner_html() == before


def test_the_picture_on_a_phone_names_its_levels(visit: Visitor) -> None:
    page = visit(f"{PATH}?role={ROLE}", size=NARROW).page
    choose(page, "users.a1", "users.a2", "users.a3", "users.a4")
    label = page.locator(".oer-self__label")
    said = " ".join(label.all_text_contents())
    assert "C1 Users: Awareness, needs Working" in said
    assert "none yet, needs" in said
    page.locator("#oer-self-role").select_option("")
    said = " ".join(label.all_text_contents())
    assert "C1 Users: Awareness C2" in said, "without a role nothing is needed"
    page.locator("[name=oer-picture][value=radar]").check()
    names = page.locator(".oer-self__level-name").all_text_contents()
    assert names == ["Awareness", "Working", "Practitioner", "Expert"]
    page.set_viewport_size({"width": WIDE[0], "height": WIDE[1]})
    page.locator("[name=oer-picture][value=bars]").check()
    assert page.locator(".oer-self__head").all_text_contents() == names


def long_names(route: Route) -> None:
    """The page with names of competencies and levels that are as long as some frameworks have them."""
    answer = route.fetch()
    html = answer.text()
    found = re.search(r'(<script type="application/json" data-part="data">)(.*?)(</script>)', html)
    assert found
    data = json.loads(found[2])
    for number, one in enumerate(data["competencies"]):
        one["title"] += (" and everything that belongs to it in a large organisation", "unbroken" * 12)[
            number % 2
        ]
    for level in data["framework"]["levels"]:
        level["title"] += " of the whole profession"
    made = json.dumps(data).replace("<", "\\u003c")
    route.fulfill(response=answer, body=html[: found.start(2)] + made + html[found.end(2) :])


@pytest.mark.parametrize("long", [False, True], ids=["as written", "long names"])
@pytest.mark.parametrize("size", [NARROW, WIDE])
def test_no_text_of_the_picture_lies_on_another(visit: Visitor, size: tuple[int, int], long: bool) -> None:
    here = visit("", size=size)
    if long:
        here.page.route("**/self-assessment/*", long_names)
    check_pictures(here.open(f"{PATH}?role={ROLE}"), "users.a1", "users.a2", "users.a3", "users.a4")


@pytest.mark.parametrize("size", [NARROW, WIDE])
def test_nor_from_right_to_left(browser: Any, arabic: Site, size: tuple[int, int]) -> None:
    here = start(browser, arabic.address, size)
    page = here.open(PATH)
    roles = page.locator("#oer-self-role option")
    page.locator("#oer-self-role").select_option(roles.nth(1).get_attribute("value"))
    check_pictures(page)
    here.context.close()


def check_pictures(page: Page, *statements: str) -> None:
    choose(page, *statements)
    kinds = page.locator("[name=oer-picture]:visible")
    for number in range(kinds.count() or 1):
        if kinds.count():
            kinds.nth(number).focus()
            page.keyboard.press("Space")  # what is under a pointer may still move: the pathway follows later
            expect(kinds.nth(number)).to_be_checked()
        found = page.evaluate(MEETING)
        assert found["count"] >= 2
        assert not found["wrong"], found["wrong"]
