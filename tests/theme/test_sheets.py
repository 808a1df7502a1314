"""Which style sheets a page links: those of every page, and others by need."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import tinycss2
from rcssmin import cssmin

from oer_build import theme
from oer_build.theme.sheets import BY_NEED, FOLDER, drawn, sheets

SHEETS = sorted((Path(theme.__file__).parent / FOLDER).glob("*.css"))


def _read(name: str) -> str:
    return (Path(theme.__file__).parent / FOLDER / f"{name}.css").read_text(encoding="utf-8")


def _selectors(rules: list[Any]) -> Iterator[str]:
    """Every selector of a sheet, one by one; those inside `@media` too."""
    for rule in rules:
        if rule.type == "qualified-rule":
            parts: list[list[Any]] = [[]]
            for token in rule.prelude:
                if token == ",":
                    parts.append([])
                else:
                    parts[-1].append(token)
            yield from (tinycss2.serialize(part).strip() for part in parts)
        elif rule.type == "at-rule" and rule.at_keyword in ("media", "supports"):
            yield from _selectors(tinycss2.parse_rule_list(rule.content, True, True))


def test_a_page_without_anything_of_its_own_links_what_every_page_does() -> None:
    assert sheets("") == sheets('<p class="oer-lead">A text</p>') == ["oer", "pages", "print"]


def test_a_class_brings_its_sheet_before_that_for_paper() -> None:
    assert sheets('<div class="oer-block oer-block--case">') == ["oer", "pages", "blocks", "print"]
    assert sheets('<table class="oer-map"></table><form class="oer-filter">')[2:-1] == [
        "competency-map",
        "finder",
    ]


def test_a_word_in_a_text_is_no_class() -> None:
    assert sheets("<code>oer-block</code> and .oer-map") == ["oer", "pages", "print"]


@pytest.mark.parametrize("name", BY_NEED)
def test_every_rule_of_a_sheet_by_need_names_what_brings_the_sheet(name: str) -> None:
    """A rule for what every page may have would be missing on the others."""
    brought = frozenset().union(*BY_NEED.values())
    rules = tinycss2.parse_stylesheet(_read(name), True, True)
    for selector in _selectors(rules):
        named = {one for found in re.findall(r"\.([\w-]+)", selector) for one in drawn(found)}
        assert named & brought, f"{name}.css: {selector}"


@pytest.mark.parametrize("path", SHEETS, ids=lambda path: path.name)
def test_every_class_of_ours_in_a_sheet_is_written_somewhere(path: Path) -> None:
    """In a template, a script or the code, whole or as its beginning: `oer-shape--{{ number }}`."""
    ours = Path(theme.__file__).parent.parent
    sources = (one for one in ours.rglob("*") if one.suffix in (".jinja", ".html", ".js", ".py"))
    written = set(re.findall(r"oer-[\w-]+", "".join(one.read_text(encoding="utf-8") for one in sources)))
    begun = tuple(name for name in written if name.endswith("-"))
    used = {
        name
        for one in _selectors(tinycss2.parse_stylesheet(_read(path.stem), True, True))
        for name in re.findall(r"\.(oer-[\w-]+)", one)
    }
    assert {name for name in used - written if not name.startswith(begun)} == set()


@pytest.mark.parametrize("path", SHEETS, ids=lambda path: path.name)
def test_publishing_changes_no_selector(path: Path) -> None:
    """What goes from our sheets when they are published is blanks and comments."""

    def told(text: str) -> list[str]:
        rules = tinycss2.parse_stylesheet(text, True, True)
        return [re.sub(r"\s*([>+~,()/])\s*|\s+", r"\1 ", one) for one in _selectors(rules)]

    source = path.read_text(encoding="utf-8")
    assert told(cssmin(source)) == told(source)
