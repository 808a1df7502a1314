"""Templates are compiled once for a process, and nobody is drawn with what was compiled for another."""

from __future__ import annotations

from pathlib import Path

import pytest
from jinja2 import Environment

from oer_build.model import Site
from oer_build.project import PAGE_OVERRIDES, Project
from oer_build.strings import Strings
from oer_build.templates import draw, environment
from tests.cli.tiny import edit, oer, write_tiny

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


HOOK = """\
def on_env(env, config, files):
    env.filters["loud"] = lambda text: text + "SIGN"
    return env
"""


def with_page(root: Path, text: str) -> str:
    """The page of a template of the project's own theme in a small site, built in this process."""
    page = root / "overrides/theme/404.html"
    page.parent.mkdir(parents=True, exist_ok=True)
    page.write_text(text, encoding="utf-8")
    assert oer("build", cwd=root).returncode == 0
    return (root / "site/404.html").read_text("utf-8")


@pytest.fixture
def themed(tmp_path: Path) -> Path:
    root = write_tiny(tmp_path)
    edit(root, "mkdocs.yml", "font: false", "font: false, custom_dir: overrides/theme")
    return root


def test_a_second_build_of_a_site_compiles_no_template_of_the_theme(
    themed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "<p>{{ 'here' }}</p>"
    assert "here" in with_page(themed, text)
    monkeypatch.setattr(Environment, "_generate", lambda *_, **__: pytest.fail("compiled again"))
    assert "here" in with_page(themed, text)
    monkeypatch.undo()
    assert "there" in with_page(themed, text.replace("here", "there"))


def test_a_filter_of_the_project_counts(themed: Path) -> None:
    """Jinja works out `"word" | loud` when it compiles."""
    text = "<p>{{ 'word' | loud }}</p>"
    for name, sign in (("one.py", "!"), ("other.py", "?")):
        (themed / name).write_text(HOOK.replace("SIGN", sign), encoding="utf-8")
    edit(themed, "mkdocs.yml", "plugins:", "hooks: [one.py]\nplugins:")
    assert "word!" in with_page(themed, text)
    edit(themed, "mkdocs.yml", "[one.py]", "[other.py]")
    assert "word?" in with_page(themed, text)
