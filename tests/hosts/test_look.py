"""The option `look`: a style sheet of a few variables, linked after ours, only where something is set."""

from __future__ import annotations

import re
from pathlib import Path

from tests.cli.tiny import edit, oer, write_tiny

SHEET = "site/assets/oer/look.css"


def project(tmp_path: Path, look: str) -> Path:
    root = write_tiny(tmp_path)
    edit(root, "mkdocs.yml", "CC-BY-SA-4.0}", f"CC-BY-SA-4.0, look: {look}}}")
    return root


def test_colours_reach_every_page_after_ours_and_before_the_projects(tmp_path: Path) -> None:
    root = project(tmp_path, '{link: "#4a2f86", font_heading: Marianne}')
    with (root / "mkdocs.yml").open("a", encoding="utf-8") as settings:
        settings.write("extra_css: [own.css]\n")
    answer = oer("build", cwd=root)
    assert answer.returncode == 0, answer.stderr
    assert "--oer-link:#4a2f86" in (root / SHEET).read_text("utf-8").replace(" ", "")
    for page in ("index.html", "search/index.html", "404.html"):
        sheets = re.findall(r'rel="stylesheet" href="([^"]+)"', (root / "site" / page).read_text("utf-8"))
        names = [name.rpartition("/")[2] for name in sheets]
        assert names.index("shared.css") < names.index("look.css") < names.index("own.css")


def test_the_projects_own_sheet_is_the_last_on_every_page(tmp_path: Path) -> None:
    """Between rules of the same strength the later one wins: after ours, a fork's."""
    root = project(tmp_path, '{link: "#4a2f86"}')
    edit(root, "mkdocs.yml", "language: en", "language: ar")
    edit(root, "mkdocs.yml", "look:", "app: true, look:")
    with (root / "mkdocs.yml").open("a", encoding="utf-8") as settings:
        settings.write("extra_css: [own.css]\n")
    answer = oer("build", cwd=root)
    assert answer.returncode == 0, answer.stderr
    linked = {}
    for page in (root / "site").rglob("*.html"):
        sheets = re.findall(r'rel="stylesheet" href="([^"]+)"', page.read_text("utf-8"))
        linked[page.relative_to(root / "site").as_posix()] = [name.rpartition("/")[2] for name in sheets]
    assert {page for page, names in linked.items() if names[-1:] != ["own.css"]} == set()
    ends = ["app.css", "home.css", "right-to-left.css", "look.css", "own.css"]
    assert linked["index.html"][-len(ends) :] == ends


def test_without_the_option_nothing_is_published(tmp_path: Path) -> None:
    root = write_tiny(tmp_path)
    assert oer("build", cwd=root).returncode == 0
    assert not (root / SHEET).exists()
    assert "look.css" not in (root / "site/index.html").read_text("utf-8")


def test_the_folder_for_other_engines_has_it_too(tmp_path: Path) -> None:
    root = project(tmp_path, '{brand: "#3b2a5c"}')
    assert oer("build", "--to", "folder", str(tmp_path / "out"), cwd=root).returncode == 0
    assert "--oer-brand: #3b2a5c;" in (tmp_path / "out/assets/oer/look.css").read_text("utf-8")


def test_a_colour_that_cannot_be_read_is_refused_with_one_that_can(tmp_path: Path) -> None:
    root = project(tmp_path, '{link: "#7799cc"}')
    answer = oer("check", cwd=root)
    assert answer.returncode == 1
    assert "error[low-contrast]" in answer.stdout
    assert "2.91 to 1" in answer.stdout
    edit(root, "mkdocs.yml", "#7799cc", re.findall('write "(#[0-9a-f]{6})"', answer.stdout)[0])
    assert oer("check", cwd=root).returncode == 0
