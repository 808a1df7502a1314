"""The learner's site holds no word of what is for facilitators: it is not hidden there, it is not there."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterator

import pytest

from tests.conftest import ROOT
from tests.site.built import Site

OPENING = re.compile(r"^(/{3,}) (facilitator|plan)\b.*$")
FOR_TEACHERS = ("/teach/", "/slides/", "/run-sheet/")
"""Handouts are for learners: they are held to what learners may see."""
MARKUP = re.compile(r"\[\[[^\]]*\]\]|\[[^\]]*\]\([^)]*\)|[`*_|>#]|^\s*(?:[-*]|\d+\.)\s+(?:\d+ min: )?")


def words(text: str) -> str:
    """Words only: how they were marked up, quoted or spaced does not count."""
    return " ".join(re.findall(r"\w+", text)).lower()


def facilitator_lines() -> Iterator[tuple[str, str]]:
    """By module: pieces of facilitator notes and plans, long enough to be found nowhere else by chance."""
    for file in sorted((ROOT / "content" / "modules").glob("*/index.md")):
        fence = ""
        for line in file.read_text(encoding="utf-8").splitlines():
            opening = OPENING.match(line)
            if opening and not fence:
                fence = opening[1]
            elif fence and line.rstrip() == fence:
                fence = ""
            elif fence:
                for piece in MARKUP.split(line):
                    if len(words(piece).split()) >= 8:
                        yield file.parent.name, words(piece)


@pytest.fixture(scope="module")
def notes() -> list[tuple[str, str]]:
    found = list(facilitator_lines())
    assert len(found) > 50, "the course has facilitator notes, and this test reads them"
    return found


def test_no_learner_page_holds_facilitator_text(site: Site, notes: list[tuple[str, str]]) -> None:
    texts = {path: words(page.text) for path, page in site.pages.items() if not path.endswith(FOR_TEACHERS)}
    found = [f"{path or 'home'}: {note}" for _, note in notes for path, text in texts.items() if note in text]
    assert not found, "\n".join(found)


def test_the_teaching_view_holds_all_of_it(site: Site, notes: list[tuple[str, str]]) -> None:
    texts = {module: words(site.pages[f"modules/{module}/teach/"].text) for module, _ in notes}
    missing = [f"{module}: {note}" for module, note in notes if note not in texts[module]]
    assert not missing, "\n".join(missing)


def test_search_finds_no_facilitator_text(site: Site, notes: list[tuple[str, str]]) -> None:
    fragments = list((site.folder / "pagefind").rglob("*.pf_fragment"))
    assert fragments
    index = " | ".join(
        words(gzip.decompress(file.read_bytes()).decode(errors="replace")) for file in fragments
    )
    assert words("I would like the bus to stop at my door") in index, "the index is read rightly"
    assert not [note for _, note in notes if note in index]


def test_search_does_not_lead_to_pages_for_teachers(site: Site) -> None:
    for file in (site.folder / "pagefind").rglob("*.pf_fragment"):
        _, record = gzip.decompress(file.read_bytes()).split(b"{", 1)
        assert not re.match(r"/?modules/.*/(teach|slides|handouts)/", json.loads(b"{" + record)["url"])
