"""What every page has is one style sheet where it is published; where a project changes it, it is several."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from rcssmin import cssmin

from oer_build import theme
from oer_build.hosts.shared_sheet import SHEET
from tests.cli.tiny import edit, oer, write_tiny
from tests.hosts.test_plain_mkdocs import mkdocs

OURS = Path(theme.__file__).parent / "assets/oer"
LINKED = re.compile(r'<link rel="stylesheet" href="([^"]+)"')
SWITCH = "data-md-color-switching"
"""What of Material's colours every site keeps that has some."""
APART = ["main", "oer", "pages"]
"""The first sheets of a page where each is a file of its own."""


def _linked(root: Path, page: str = "index.html") -> list[str]:
    return LINKED.findall((root / "site" / page).read_text("utf-8"))


def _names(root: Path) -> list[str]:
    return [re.sub(r"\..*", "", Path(one).name) for one in _linked(root)]


def _with_theme(root: Path) -> Path:
    edit(root, "mkdocs.yml", "font: false", "font: false, custom_dir: overrides/theme")
    own = root / "overrides/theme"
    (own / "assets/oer").mkdir(parents=True)
    return own


def test_a_published_page_links_the_one_and_it_holds_all_in_order(tmp_path: Path) -> None:
    root = write_tiny(tmp_path)
    edit(root, "mkdocs.yml", "font: false", "font: false, palette: [{scheme: default}]")
    answer = oer("build", cwd=root)
    assert answer.returncode == 0, answer.stderr
    first, *others = _linked(root, "modules/asking/index.html")
    assert first == f"../../{SHEET}"
    assert not {"oer.css", "pages.css"} & {Path(one).name for one in others}
    assert _linked(root, "404.html")[0] == f"/{SHEET}"
    main, palette, *ours = (root / "site" / SHEET).read_text("utf-8").split("\n")
    assert "html{" in main and SWITCH not in main and SWITCH in palette
    assert ours == [cssmin((OURS / name).read_text("utf-8")) for name in ("oer.css", "pages.css")]


def test_without_a_palette_there_are_no_colours_of_material_in_it(tmp_path: Path) -> None:
    root = write_tiny(tmp_path)
    assert oer("build", cwd=root).returncode == 0
    text = (root / "site" / SHEET).read_text("utf-8")
    assert len(text.split("\n")) == 3 and SWITCH not in text


def test_a_preview_links_each_sheet_as_a_file_of_its_own(tmp_path: Path) -> None:
    """So that a change to one shows at once."""
    root = write_tiny(tmp_path)
    assert mkdocs(root, "--dirty", "--no-strict").returncode == 0
    assert _names(root)[:3] == APART


@pytest.mark.parametrize("name", ["pages.css", "shared.css"])
def test_where_a_project_has_a_sheet_of_that_name_all_are_files_of_their_own(
    tmp_path: Path, name: str
) -> None:
    """What it imports from another file would be lost in the middle of a sheet."""
    root = write_tiny(tmp_path)
    own = _with_theme(root) / "assets/oer" / name
    own.write_text('@import "more.css"', "utf-8")
    answer = oer("build", cwd=root)
    assert answer.returncode == 0, answer.stderr
    assert _names(root)[:3] == APART
    assert (root / "site/assets/oer" / name).read_text("utf-8") == '@import "more.css"'


def test_a_part_is_published_too_where_a_template_of_the_project_links_it(tmp_path: Path) -> None:
    root = write_tiny(tmp_path)
    sheet = '<link rel="stylesheet" href="{{ \'assets/oer/oer.css\' | url }}">'
    (_with_theme(root) / "404.html").write_text(f"<!doctype html><title>Gone</title>{sheet}", "utf-8")
    answer = oer("build", cwd=root)
    assert answer.returncode == 0, answer.stderr
    published = {path.name for path in (root / "site/assets").rglob("*.css")}
    assert {"oer.css", "shared.css"} <= published
    assert "pages.css" not in published
