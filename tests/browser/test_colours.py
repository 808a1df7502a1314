"""Colours that readers set: forced ones of their system, and more contrast."""

from __future__ import annotations

import base64
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.browser.accessibility import violations
from tests.browser.visits import Visit
from tests.browser.walker import Walker
from tests.site.kinds import KINDS

Visitor = Callable[..., Visit]
PROBES = Path(__file__).parent / "probes"
LEFT_TO_US = (PROBES / "left-to-us.js").read_text(encoding="utf-8")
EDGELESS = (PROBES / "edgeless.js").read_text(encoding="utf-8")
RANGE = (PROBES / "range.js").read_text(encoding="utf-8")

FORCED = {"forced_colors": "active", "color_scheme": "dark"}
CURRENT = {
    "map": (".oer-nav__tab > a[aria-current]", ".oer-nav__tab > a:not([aria-current])"),
    "module": (".oer-view a[aria-current]", ".oer-view a:not([aria-current])"),
    "opportunities": (".oer-pick__one > input:checked + span", ".oer-pick__one > input:not(:checked) + span"),
}
"""What is chosen beside what is not: our colours are gone, so a line or a colour of the system tells."""
LOOK = """(one) => { const style = getComputedStyle(one);
  return ["backgroundColor", "outlineStyle", "outlineWidth", "borderBlockEndColor", "borderBlockEndWidth"]
    .map((name) => style[name]).join(" "); }"""


@pytest.mark.parametrize("kind", ["home", "map", "competency", "module", "coverage", "self-assessment"])
def test_in_forced_colours_all_can_be_seen(visit: Visitor, browser: Any, kind: str) -> None:
    page = visit(KINDS[kind], **FORCED).page
    assert page.evaluate("matchMedia('(forced-colors: active)').matches")
    table = browser.new_page()
    faint = []
    for at, (name, least) in enumerate(page.evaluate(LEFT_TO_US)):
        picture = page.locator(f"[data-looked-at='{at}']").screenshot()
        contrast = table.evaluate(RANGE, base64.b64encode(picture).decode())
        if contrast < least:
            faint.append(f"{name}: {contrast:.1f}:1")
    table.close()
    assert not faint, "\n".join(faint)
    assert not page.evaluate(EDGELESS), "a control that has no edge and no line under it looks like text"


@pytest.mark.parametrize("kind", CURRENT)
def test_in_forced_colours_what_is_chosen_looks_chosen(visit: Visitor, kind: str) -> None:
    page = visit(KINDS[kind], **FORCED).page
    chosen, other = CURRENT[kind]
    assert page.locator(chosen).first.evaluate(LOOK) != page.locator(other).first.evaluate(LOOK)


def test_in_forced_colours_the_focus_is_seen(visit: Visitor, browser: Any) -> None:
    here = visit(KINDS["module"], **FORCED)
    table = browser.new_page()
    walker = Walker(here.page, table)
    for at in range(40):
        walker.press("Tab")
        walker.look()
        if at % 5 == 0:
            walker.check()
    table.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("kind", ["home", "module", "map", "coverage", "self-assessment"])
def test_who_asks_for_more_contrast_gets_seven_to_one(visit: Visitor, kind: str, scheme: str) -> None:
    page = visit(KINDS[kind], contrast="more", color_scheme=scheme).page
    assert page.evaluate("matchMedia('(prefers-contrast: more)').matches")
    assert not violations(page, ("color-contrast-enhanced",))
