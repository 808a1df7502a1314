"""No page changes its looks unseen: each is compared with a picture that somebody has looked at.

The tolerance is stated here. Where a change is meant: `python -m tests.browser.pictures`, look at each new
picture, commit it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest

from tests.browser.audit import pages_by_kind
from tests.browser.pictures import FONTS, REFERENCES, difference, drawn, fonts
from tests.conftest import serve
from tests.specimen import specimen

TOLERANCE = 0.004
"""Share of a picture's cells of 4 by 4 pixels that may differ: a word may, a line or a button may not."""
TALLER = 4
"""Pixels by which a page may be longer or shorter."""


@pytest.fixture(scope="module")
def pictures(browser: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, bytes]]:
    """Every picture by its name, drawn now; skipped where other fonts would make other pictures."""
    site = specimen(tmp_path_factory.mktemp("pictures"))
    with serve(site) as origin:
        page = browser.new_page()
        page.goto(f"{origin}/")
        known = json.loads((REFERENCES / FONTS).read_text(encoding="utf-8"))
        found = fonts(page)
        page.close()
        if found != known:
            pytest.skip(f"the pictures were drawn with other fonts: {known}, here {found}")
        yield dict(drawn(browser, f"{origin}/", pages_by_kind(site)))


def test_every_page_looks_as_it_did_when_it_was_looked_at(browser: Any, pictures: dict[str, bytes]) -> None:
    kept = {file.stem: file.read_bytes() for file in REFERENCES.glob("*.webp")}
    assert set(pictures) == set(kept), "a kind of page came or went: draw the pictures anew"
    page = browser.new_page()
    changed = []
    for name, before in kept.items():
        if pictures[name] == before:
            continue
        told = difference(page, before, pictures[name])
        if told["share"] > TOLERANCE or abs(told["before"] - told["now"]) > TALLER:
            changed.append(f"{name}: {told['share']:.1%} differs; height {told['before']}, now {told['now']}")
    page.close()
    assert not changed, "\n".join(changed)


@pytest.mark.parametrize(
    ("change", "seen"),
    [
        ("body { --nothing: 0 }", False),
        ("h1 { letter-spacing: .05em }", True),
        (".oer-header { background: #223 }", True),
        (".oer-footer { display: none }", True),
        ("p { line-height: 1.75 }", True),
    ],
)
def test_a_change_that_a_person_would_see_is_found(browser: Any, change: str, seen: bool) -> None:
    page = browser.new_page(viewport={"width": 640, "height": 480})
    page.set_content(
        "<header class=oer-header style='background: #134; color: #fff; padding: 1em'>Site</header>"
        "<h1>A heading</h1>"
        + "<p>A paragraph of some words, again and again and again.</p>" * 4
        + "<p class=oer-footer>The licence, the authors and the date.</p>"
    )
    before = page.screenshot()
    page.add_style_tag(content=change.replace("}", "!important }"))
    told = difference(page, before, page.screenshot())
    page.close()
    assert (told["share"] > TOLERANCE) is seen, told
