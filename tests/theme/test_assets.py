"""Files of the theme, read as text: small, nothing from another host, nothing that a policy refuses."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

from rjsmin import jsmin

from oer_build import theme
from oer_build.theme import WORDS, words
from oer_build.theme.sheets import PRINT, SHARED

ROOT = Path(theme.__file__).parent
TEMPLATES = sorted(ROOT.rglob("*.html"))
SCRIPTS = sorted(ROOT.rglob("*.js"))
STYLES = sorted(ROOT.rglob("*.css"))


def _compressed(paths: list[Path]) -> int:
    return sum(len(gzip.compress(path.read_bytes())) for path in paths)


def test_style_sheets_are_small() -> None:
    """Those of every page together, and what a kind of page adds to them."""
    shared = (*SHARED, PRINT)
    assert 0 < _compressed([path for path in STYLES if path.stem in shared]) < 12_000
    assert all(_compressed([path]) < 3_000 for path in STYLES if path.stem not in shared)


def test_a_page_without_questions_loads_little_script() -> None:
    """All that every page names, as published: without comments and blanks."""
    scripts = [ROOT / "assets/oer" / name for name in ("early.js", "store.js", "oer.js")]
    sent = [jsmin(path.read_text(encoding="utf-8")).encode() for path in scripts]
    assert 0 < sum(len(gzip.compress(one)) for one in sent) < 4_500


def test_nothing_comes_from_another_host() -> None:
    for path in [*TEMPLATES, *SCRIPTS, *STYLES]:
        text = path.read_text(encoding="utf-8").replace("http://www.w3.org/2000/svg", "")
        assert not re.search(
            r"""(?:src|href)=["'](?:https?:)?//|url\(["']?(?:https?:)?//|import\(["']https?:""", text
        ), path
        assert "https://" not in text, path


def test_no_inline_script_style_or_handler() -> None:
    for path in TEMPLATES:
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"<style|\sstyle=|\son[a-z]+=", text), path
        for opening in re.findall(r"<script[^>]*>", text):
            assert "src=" in opening or "application/" in opening, (path, opening)


def test_a_browser_without_has_loses_no_other_rule() -> None:
    """It drops a whole rule for one selector that it does not know: Firefox did so until version 121."""
    for path in STYLES:
        css = re.sub(r"/\*.*?\*/", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
        for selectors in re.findall(r"([^{};]+)\{", css):
            several = re.split(r",(?![^(]*\))", selectors)
            knowing = [":has(" in one for one in several]
            assert all(knowing) or not any(knowing), (path.name, selectors.strip())


def test_style_sheets_hold_no_data_addresses() -> None:
    """`default-src 'self'`, the policy that the documentation recommends, refuses pictures from `data:`."""
    for path in STYLES:
        assert not re.search(r"url\([\"']?data:", path.read_text(encoding="utf-8")), path


def test_templates_of_the_frame_use_filters_only() -> None:
    """MiniJinja has no Python methods on values."""
    for path in TEMPLATES:
        assert not re.search(
            r"\.(items|get|split|keys|values|format|strip)\(", path.read_text(encoding="utf-8")
        ), path


def test_folder_holds_nothing_that_would_be_published_by_mistake() -> None:
    """Everything here that is no template is published as it is; `*.jinja` would be."""
    published = [
        path.relative_to(ROOT)
        for path in ROOT.rglob("*")
        if path.is_file() and path.suffix not in (".html", ".py", ".pyc")
    ]
    assert published
    assert all(path.parts[:2] == ("assets", "oer") for path in published), published


def test_scripts_ask_to_be_checked() -> None:
    assert SCRIPTS
    for path in SCRIPTS:
        assert path.read_text(encoding="utf-8").startswith("// @ts-check\n"), path


def test_storage_is_touched_in_two_guarded_places_only() -> None:
    """Where storage throws (private mode) the page must work: only these files speak to it, inside try."""
    users = {path.name for path in SCRIPTS if "localStorage" in path.read_text(encoding="utf-8")}
    assert users == {"material.js", "early.js", "store.js"}
    for name in users:
        text = (ROOT / "assets/oer" / name).read_text(encoding="utf-8")
        assert text.count("localStorage.") <= 2 * text.count("try {")


def test_words_of_the_frame_are_the_words_that_hosts_translate() -> None:
    """Templates name their words with the English text that `WORDS` has; none is missing or left over."""
    text = "".join(path.read_text(encoding="utf-8") for path in TEMPLATES)
    used = re.findall(r"""(?:words|around)\.(\w+) \| default\((["'])(.+?)\2""", text)
    assert {(key, english) for key, _, english in used} == set(WORDS.items())


def test_words_are_translated_one_by_one() -> None:
    assert words(str.upper)["menu"] == "MENU"
    assert words(str)["search_other"] == WORDS["search_other"]
