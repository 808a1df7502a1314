"""What every page has is one style sheet where it is published; where a project changes it, it is several."""

from __future__ import annotations

import re
from pathlib import Path

from oer_build.hosts.shared_sheet import SHEET
from tests.cli.tiny import edit, oer, write_tiny
from tests.hosts.test_plain_mkdocs import mkdocs

LINKED = re.compile(r'<link rel="stylesheet" href="([^"]+)"')


def _linked(root: Path, page: str = "index.html") -> list[str]:
    return LINKED.findall((root / "site" / page).read_text("utf-8"))


def test_a_published_page_links_the_one_and_it_holds_all_in_order(tmp_path: Path) -> None:
    root = write_tiny(tmp_path)
    edit(root, "mkdocs.yml", "font: false", "font: false, palette: [{scheme: default}]")
    answer = oer("build", cwd=root)
    assert answer.returncode == 0, answer.stderr
    site = root / "site"
    first, *others = _linked(root, "modules/asking/index.html")
    assert first == f"../../{SHEET}"
    assert not {"oer.css", "pages.css"} & {Path(one).name for one in others}
    assert _linked(root, "404.html")[0] == f"/{SHEET}"
    (main,), (palette,) = (
        list((site / "assets/stylesheets").glob(f"{one}.*")) for one in ("main", "palette")
    )
    parts = [main, palette, site / "assets/oer/oer.css", site / "assets/oer/pages.css"]
    assert (site / SHEET).read_text("utf-8") == "\n".join(one.read_text("utf-8") for one in parts)


def test_without_a_palette_there_are_no_colours_of_material_in_it(tmp_path: Path) -> None:
    root = write_tiny(tmp_path)
    assert oer("build", cwd=root).returncode == 0
    assert "data-md-color-primary=" not in (root / "site" / SHEET).read_text("utf-8")


def test_a_preview_links_each_sheet_as_a_file_of_its_own(tmp_path: Path) -> None:
    """So that a change to one shows at once."""
    root = write_tiny(tmp_path)
    assert mkdocs(root, "--dirty", "--no-strict").returncode == 0
    names = [re.sub(r"\..*", "", Path(one).name) for one in _linked(root)]
    assert names[:3] == ["main", "oer", "pages"]


def test_where_a_project_has_a_sheet_of_that_name_all_stay_files_of_their_own(tmp_path: Path) -> None:
    """What it imports from another file would be lost in the middle of a sheet."""
    root = write_tiny(tmp_path)
    edit(root, "mkdocs.yml", "font: false", "font: false, custom_dir: overrides/theme")
    own = root / "overrides/theme/assets/oer"
    own.mkdir(parents=True)
    (own / "pages.css").write_text('@import "more.css";\n', "utf-8")
    answer = oer("build", cwd=root)
    assert answer.returncode == 0, answer.stderr
    names = [re.sub(r"\..*", "", Path(one).name) for one in _linked(root)]
    assert names[:3] == ["main", "oer", "pages"]
    assert not (root / "site" / SHEET).exists()
