"""No word of the interface is written where a translation does not reach it.

A small course whose own words are Greek is built with a catalogue that puts every string in brackets. What is
left outside of them in Latin letters is a word that somebody wrote into a template, a program or a script.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.translation import greek_course, pseudo

_LOCALE = """heure heures minute minutes jour jours mois an et Albanie Grèce Pérou grec français lundi
mars janvier juin novembre Aller au contenu"""
LOCALE = frozenset(_LOCALE.split())
"""The frame's and Babel's own French: lengths of time, dates, names of countries and languages, "and"."""
NAMED = frozenset(re.findall(r"(?:identifier: |modules/|opportunities/)([a-z0-9]+)", str(greek_course.FILES)))
"""Identifiers of records, which scripts read in attributes."""
GROUPS = frozenset({"all", "leaders", "policy"})
KNOWN = LOCALE | NAMED | GROUPS


def build(root: Path) -> Path:
    """The course as a site, by the real command line."""
    made = subprocess.run(
        [sys.executable, "-m", "oer_build", "--project", str(root), "build"],
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
        env=os.environ | {"SOURCE_DATE_EPOCH": "1795219200"},
    )
    assert made.returncode == 0, made.stdout + made.stderr
    return root / "site"


def pages(site: Path) -> dict[str, str]:
    found = {
        path.relative_to(site).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(site.rglob("*.html"))
        if "pagefind" not in path.parts
    }
    assert len(found) > 50
    return found


@pytest.fixture(scope="module")
def bracketed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("bracketed")
    greek_course.write(root, "fr")
    pseudo.write(root, "fr")
    return build(root)


def test_every_word_on_every_page_goes_through_the_catalogue(bracketed: Path) -> None:
    found: dict[str, str] = {}
    for path, text in pages(bracketed).items():
        for said in pseudo.hard_coded(text, KNOWN):
            found.setdefault(said[:120], path)
    assert found == {}, "put these words through `_()`: each with a page that has it"


def test_pictures_and_files_to_take_away_are_translated_too(bracketed: Path) -> None:
    for path in bracketed.rglob("*.svg"):
        if "assets" not in path.parts:
            assert pseudo.hard_coded(path.read_text(encoding="utf-8"), KNOWN) == [], path
    calendar = (bracketed / "programmes/day/day.ics").read_text(encoding="utf-8")
    assert "⟦" in calendar


def test_the_search_finds_this_catalogue_wanting() -> None:
    """The test itself: words outside of brackets are found wherever they hide."""
    for html in (
        "<p>⟦Search⟧ here</p>",
        '<img alt="A picture">',
        '<button aria-label="Close me">×</button>',
        '<p data-word="Not yet">⟦x⟧</p>',
        '<script type="application/json">{"a": {"b": ["Say it"]}}</script>',
        '<p data-words=\'{"a": "Say it"}\'></p>',
        '<meta name="description" content="About it">',
    ):
        assert pseudo.hard_coded(html), html
    for html in (
        "<p>⟦Search <b>here</b> ⟦now⟧⟧</p>",
        "<script>let a = 'Say it'</script>",
        "<code>Say it</code>",
    ):
        assert not pseudo.hard_coded(html), html


@pytest.mark.parametrize("language", ["es", "fr"])
def test_a_site_in_a_language_of_the_tool_has_no_english_on_it(language: str, tmp_path: Path) -> None:
    """Every sentence of the interface that differs from its translation is looked for on every page."""
    greek_course.write(tmp_path, language)
    english = {
        text for text in pseudo.sentences() - pseudo.translations(language) if pseudo.PLAIN.search(text)
    }
    assert len(english) > 800
    found: dict[str, str] = {}
    for path, text in pages(build(tmp_path)).items():
        for said in pseudo.pieces(text):
            if said in english:
                found.setdefault(said, path)
    assert found == {}
