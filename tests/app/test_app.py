"""The files that make a site an app: the same bytes twice, all addresses there, and bounds that hold."""

from __future__ import annotations

import json
import re
import struct
from pathlib import Path
from typing import Any

import pytest

from oer_build.app.versions import with_version
from oer_build.app.worker import MOST
from oer_build.look.palette import LIGHT
from tests.cli.tiny import MODULE, edit, oer, tree, write_tiny
from tests.site.html import parse

RENAMED = {"assets/oer/oer.js": "assets-v1/oer/oer.js", "more/x.css": "more/x.css?v=v1"}


def project(root: Path, options: str = "app: true") -> Path:
    write_tiny(root)
    edit(root, "mkdocs.yml", "CC-BY-SA-4.0}", f"CC-BY-SA-4.0, {options}}}")
    edit(root, "mkdocs.yml", "docs_dir", "site_url: https://tiny.example/course/\ndocs_dir")
    return root


def build(root: Path) -> Path:
    answer = oer("build", cwd=root)
    assert answer.returncode == 0, answer.stderr
    return root / "site"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(project(tmp_path_factory.mktemp("app"), "app: true, app_name: Ti, offline: true"))


def site_of(folder: Path) -> dict[str, Any]:
    """What the worker was told."""
    found = re.search(r"^const site = (\{\".*\});$", (folder / "sw.js").read_text("utf-8"), re.MULTILINE)
    assert found
    return json.loads(found[1])


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        ('<script src="../assets/oer/oer.js">', '<script src="../assets-v1/oer/oer.js">'),
        ("<script defer src='../assets/oer/oer.js#a'>", "<script defer src='../assets-v1/oer/oer.js'>"),
        ('<script src="/course/assets/oer/oer.js">', '<script src="/course/assets-v1/oer/oer.js">'),
        ('<link rel="stylesheet" href="../more/x.css">', '<link rel="stylesheet" href="../more/x.css?v=v1">'),
        ('<script src="/assets/oer/oer.js">', None),
        ('<script src="https://x.example/assets/oer/oer.js">', None),
        ('<script src="//x.example/course/assets/oer/oer.js">', None),
        ('<script src="../assets/oer/other.js">', None),
        ('<a href="../assets/oer/oer.js">', None),
        ('<p>&lt;script src="../assets/oer/oer.js"&gt;</p>', None),
    ],
)
def test_scripts_and_styles_get_the_version(tag: str, expected: str | None) -> None:
    assert with_version(tag, "map/index.html", RENAMED, "/course/", "v1") == (expected or tag)


def test_each_page_names_the_version_and_loads_scripts_and_styles_of_it_only(built: Path) -> None:
    version = site_of(built)["version"]
    pages = sorted(built.rglob("*.html"))
    assert len(pages) > 5
    for path in pages:
        page = parse(path.read_text("utf-8"))
        assert [one["data-oer-app"] for one in page.all("section") if "data-oer-app" in one.attributes] == [
            version
        ], path
        addresses = [one["src"] for one in page.all("script") if one["src"]]
        addresses += [one["href"] for one in page.all("link") if one["rel"] in ("stylesheet", "icon")]
        for address in addresses:
            assert f"assets-{version}/" in address, (path, address)
            place = (
                built / address.removeprefix("/course/") if address.startswith("/") else path.parent / address
            )
            assert place.is_file(), (path, address)


def test_everything_that_is_kept_from_the_start_is_there_and_small(built: Path) -> None:
    site = site_of(built)
    assert site["pages"] == ["", "offline/"]
    files = [*site["files"], *site["data"], *(f"{path}index.html" for path in site["pages"])]
    assert all((built / path).is_file() for path in files)
    assert sum((built / path).stat().st_size for path in files) < MOST
    assert not [path for path in files if path.startswith(("modules/", "pagefind/"))]
    assert {path.name for path in (built / "assets/oer").glob("*.js")} <= {Path(path).name for path in files}


def test_the_page_of_kept_pages_says_how_many_the_worker_keeps(built: Path) -> None:
    kept = re.search(r"^const MOST = \{ pages: (\d+),", (built / "sw.js").read_text("utf-8"), re.MULTILINE)
    assert kept
    assert f"the last {kept[1]} of them" in (built / "offline/index.html").read_text("utf-8")


def test_a_launcher_shows_the_colours_of_the_header_and_of_the_page(built: Path) -> None:
    data = json.loads((built / "manifest.webmanifest").read_text("utf-8"))
    assert (data["theme_color"], data["background_color"]) == (LIGHT.brand, LIGHT.paper)


def test_the_manifest_says_what_launchers_want(built: Path) -> None:
    data = json.loads((built / "manifest.webmanifest").read_text("utf-8"))
    assert (data["name"], data["short_name"], data["lang"], data["dir"]) == ("Tiny", "Ti", "en", "ltr")
    assert (data["start_url"], data["scope"]) == ("./", "./")
    assert {one["purpose"] for one in data["icons"]} == {"any", "maskable"}
    for icon in data["icons"]:
        head = (built / icon["src"]).read_bytes()[:24]
        assert head.startswith(b"\x89PNG\r\n\x1a\n")
        assert "{}x{}".format(*struct.unpack(">II", head[16:24])) == icon["sizes"]
    page = parse((built / "modules/asking/index.html").read_text("utf-8"))
    assert next(page.all("link", rel="manifest"))["href"] == "../../manifest.webmanifest"


def test_the_same_site_is_the_same_version_and_another_text_another(tmp_path: Path, built: Path) -> None:
    root = project(tmp_path, "app: true, app_name: Ti, offline: true")
    first = tree(build(root))
    assert first == tree(built)
    edit(root, MODULE, "MARKER", "ANOTHER")
    assert site_of(build(root))["version"] != site_of(built)["version"]


def test_the_colour_of_the_header_is_that_of_the_app(tmp_path: Path) -> None:
    site = build(project(tmp_path, "app: true, look: {brand: '#3b2a5c'}"))
    assert json.loads((site / "manifest.webmanifest").read_text("utf-8"))["theme_color"] == "#3b2a5c"


def test_without_the_option_there_is_only_a_worker_that_leaves(tmp_path: Path) -> None:
    site = build(write_tiny(tmp_path))
    assert "unregister" in (site / "sw.js").read_text("utf-8")
    assert "fetch" not in (site / "sw.js").read_text("utf-8")
    assert not (site / "manifest.webmanifest").exists()
    assert not (site / "offline").exists()
    assert not list(site.glob("assets-*"))
    assert "manifest" not in (site / "index.html").read_text("utf-8")


def test_what_a_project_has_of_its_own_wins_or_is_told(tmp_path: Path) -> None:
    root = project(tmp_path)
    edit(root, "mkdocs.yml", "font: false", "font: false, custom_dir: overrides/theme")
    own = root / "overrides/theme"
    own.mkdir(parents=True)
    (own / "manifest.webmanifest").write_text("{}", "utf-8")
    assert (build(root) / "manifest.webmanifest").read_text("utf-8") == "{}"
    (own / "sw.js").write_text("// mine", "utf-8")
    before = tree(root / "site")
    answer = oer("build", cwd=root)
    assert answer.returncode == 1
    assert "sw.js" in answer.stderr and "Traceback" not in answer.stderr
    assert tree(root / "site") == before
    edit(root, "mkdocs.yml", "app: true", "app: false")
    assert (build(root) / "sw.js").read_text("utf-8") == "// mine"


def test_too_much_to_keep_publishes_nothing(tmp_path: Path) -> None:
    root = project(tmp_path)
    edit(root, "mkdocs.yml", "font: false", "font: false, custom_dir: overrides/theme")
    own = root / "overrides/theme/assets"
    own.mkdir(parents=True)
    (own / "large.js").write_text(f"// {'x' * MOST}", "utf-8")
    answer = oer("build", cwd=root)
    assert answer.returncode == 1
    assert "large.js" in answer.stderr and "Traceback" not in answer.stderr
    assert not (root / "site").exists()
