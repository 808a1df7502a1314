"""Templates are compiled once for a process, and nobody is drawn with what was compiled for another."""

from __future__ import annotations

from pathlib import Path

import pytest
from jinja2 import Environment

from oer_build.model import Site
from oer_build.project import PAGE_OVERRIDES, Project
from oer_build.strings import Strings
from oer_build.templates import draw, environment

SITE = Site("Tiny", "CC-BY-SA-4.0")


def home(root: Path, text: str) -> None:
    folder = root / PAGE_OVERRIDES
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "home.html.jinja").write_text(text, encoding="utf-8")


def drawn(root: Path, language: str = "en", own: Path | None = None) -> str:
    return str(draw(environment(Project(root, SITE), Strings(language, own)), "home", {"name": "x"}))


def test_a_second_build_compiles_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home(tmp_path, "{{ name }}")
    assert drawn(tmp_path) == "x"
    monkeypatch.setattr(Environment, "_generate", lambda *_, **__: pytest.fail("compiled again"))
    assert drawn(tmp_path) == "x"


def test_a_changed_template_is_seen(tmp_path: Path) -> None:
    home(tmp_path, "before {{ name }}")
    assert drawn(tmp_path) == "before x"
    home(tmp_path, "after {{ name }}")
    assert drawn(tmp_path) == "after x"


def test_projects_and_languages_keep_apart(tmp_path: Path) -> None:
    """Words stand in the compiled code, so what was compiled in one language is of no use in another."""
    one, other = tmp_path / "one", tmp_path / "other"
    for root in (one, other):
        home(root, root.name + ' {{ _("Search") }}')
    assert drawn(one) == "one Search"
    assert drawn(other, "fr") == "other Rechercher"
    assert drawn(one, "fr") == "one Rechercher"
    (other / "fr.po").write_text('msgid "Search"\nmsgstr "Chercher"\n', encoding="utf-8")
    assert drawn(other, "fr", other) == "other Chercher"
    assert drawn(other, "fr") == "other Rechercher"
    assert drawn(one) == "one Search"
