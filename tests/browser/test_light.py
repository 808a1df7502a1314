"""Style sheets that were made light for publishing: pages look as they do with the whole ones."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import material
import pytest

from oer_build import theme
from oer_build.hosts.mkdocs_theme import STYLES, without_pictures
from oer_build.hosts.shared_sheet import SHEET, joined
from oer_build.theme.sheets import FOLDER, SHARED
from tests.browser.accessibility import drawn
from tests.browser.visits import NARROW, WIDE, Visit
from tests.site.kinds import KINDS

LOOK = (Path(__file__).parent / "probes" / "look.js").read_text(encoding="utf-8")
WHOLE = """() => Promise.all([...document.querySelectorAll("link[rel=stylesheet]")].map((link) =>
  new Promise((done) => {
  if (link.media === "print") return done();
  link.addEventListener("load", done);
  link.href += "?whole";
})))"""
"""Loads every style sheet of the page once more, as it was before it was made light."""
LONG = ("pack", "licenses", "coverage")
"""Made of what other kinds are made of too, and long."""
MATERIAL = Path(material.__file__).parent / "templates"
SCHEMES = ("light", "dark")
"""By turns: what is drawn in both is drawn by the same rules, and each kind has some of them."""


def _source(path: str) -> str:
    """A style sheet as it was before publishing; what the shared one is made of, together."""
    if path == SHEET:
        brought = [next((MATERIAL / STYLES).glob(f"{name}.*.css")).name for name in ("main", "palette")]
        parts = [f"{STYLES}{name}" for name in brought] + [f"{FOLDER}{name}.css" for name in SHARED]
        return joined(_source(part).encode() for part in parts).decode()
    if path.startswith(STYLES):
        return without_pictures((MATERIAL / path).read_text("utf-8"))
    return (Path(theme.__file__).parent / path).read_text("utf-8")


def _serve_whole(one: Visit) -> None:
    def answer(route: Any) -> None:
        path = route.request.url.removeprefix(one.address).removesuffix("?whole")
        route.fulfill(body=_source(path), content_type="text/css")

    one.page.route("**/assets/oer/*.css?whole", answer)


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind not in LONG])
def test_a_page_looks_as_with_whole_style_sheets(visit: Callable[..., Visit], kind: str) -> None:
    one = visit(KINDS[kind], color_scheme=SCHEMES[list(KINDS).index(kind) % 2])
    _serve_whole(one)
    light = [_look(one, size) for size in (WIDE, NARROW)]
    one.page.evaluate(WHOLE)
    whole = [_look(one, size) for size in (WIDE, NARROW)]
    for before, after in zip(whole, light, strict=True):
        assert len(before) == len(after)
        different = [pair for pair in zip(before, after, strict=True) if pair[0] != pair[1]]
        assert not different, _told(different)


def _told(different: list[tuple[str, str]]) -> str:
    """How many places look different, and what is different at the first."""
    whole, light = (side.split("|") for side in different[0])
    values = [f"{one} is {other}" for one, other in zip(whole, light, strict=True) if one != other]
    return f"{len(different)} places, such as {whole[0]}: {'; '.join(values)}"


def _look(one: Visit, size: tuple[int, int]) -> list[str]:
    one.page.set_viewport_size({"width": size[0], "height": size[1]})
    drawn(one.page)
    return one.page.evaluate(LOOK)
