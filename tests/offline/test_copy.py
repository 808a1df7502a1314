"""The zip of a whole site: the same bytes twice, and every link in it leads to something in it."""

from __future__ import annotations

import io
import json
import posixpath
import zipfile
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from oer_build.offline.copy import announce
from oer_build.offline.pages import copied, offline_address
from tests.cli.tiny import edit, oer, tree, write_tiny
from tests.site.html import Element, parse

FOLDERS = {"", "map/", "modules/a/", "modules/a/teach/", "modules/b c/"}


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("../../map/", "../../map/index.html"),
        ("../../map/#x", "../../map/index.html#x"),
        ("../../map", "../../map/index.html"),
        ("../../map/?q=1&r=2#x", "../../map/index.html?q=1&r=2#x"),
        ("../../", "../../index.html"),
        ("../..", "../../index.html"),
        ("./", "./index.html"),
        (".", "./index.html"),
        ("teach/", "teach/index.html"),
        ("../b%20c/", "../b%20c/index.html"),
        ("a.zip", "a.zip"),
        ("#x", "#x"),
        ("?q=1", "?q=1"),
        ("", ""),
        ("https://other.example/map/", "https://other.example/map/"),
        ("//other.example/map/", "//other.example/map/"),
        ("mailto:team@example.org", "mailto:team@example.org"),
        ("/course/map/#x", "../../map/index.html#x"),
        ("/course/", "../../index.html"),
        ("/course/a.zip", "../../a.zip"),
        ("../../nowhere/", "../../nowhere/"),
    ],
)
def test_an_address_of_a_folder_becomes_that_of_its_page(value: str, expected: str) -> None:
    assert offline_address(value, "modules/a", FOLDERS, "/course/") == expected


def test_a_page_keeps_what_is_no_address() -> None:
    html = (
        '<!doctype html><html lang="en" class="no-js"><head><link rel="canonical" href="https://x.example/map/">'
        '<link rel="modulepreload" href="../assets/oer/oer.js">'
        '<link rel="manifest" href="../site.webmanifest">'
        '<script type="application/ld+json">{"url": "../map/"}</script></head><body>'
        '<!-- <a href="../map/"> --><p title="../map/">href="../map/" &amp; 1 < 2</p>'
        '<a data-oer-teach="../modules/a/teach/" href="../modules/a/?x=1&amp;y=2">A</a>'
        '<li data-online-only><a href="../site-offline.zip">zip</a></li>'
        "<p data-offline-only hidden>simple</p>"
        '<script type="application/json">{"a": "../modules/a/#x", "b": "see ../map/"}</script>'
        '<script src="../assets/oer/early.js"></script>'
        '<script type="module" src="../assets/oer/oer.js"></script>'
        '<script type="module" src="../assets/oer/more.js"></script></body></html>'
    )
    page = copied(html, "map/index.html", FOLDERS)
    assert page.modules == ("assets/oer/oer.js", "assets/oer/more.js")
    assert page.html == (
        '<!doctype html><html lang="en" class="no-js" data-oer-offline><head>'
        '<link rel="canonical" href="https://x.example/map/">'
        '<script type="application/ld+json">{"url": "../map/"}</script></head><body>'
        '<!-- <a href="../map/"> --><p title="../map/">href="../map/" &amp; 1 < 2</p>'
        '<a data-oer-teach="../modules/a/teach/index.html" href="../modules/a/index.html?x=1&amp;y=2">A</a>'
        "<p data-offline-only>simple</p>"
        '<script type="application/json">{"a": "../modules/a/index.html#x", "b": "see ../map/"}</script>'
        '<script src="../assets/oer/early.js"></script>'
        '<script defer src="../offline/scripts.js"'
        ' data-modules="assets/oer/oer.js assets/oer/more.js"></script>'
        "</body></html>"
    )


def test_the_size_stands_in_the_text_of_the_link_only() -> None:
    html = '<a href="x.zip" data-oer-offline-size download>All ({size}, zip)</a><p>{size}</p>'
    expected = '<a href="x.zip" data-oer-offline-size download>All (1.2 MB, zip)</a><p>{size}</p>'
    assert announce(html, "1.2 MB") == expected


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A tiny site whose settings ask for the copy, built."""
    root = write_tiny(tmp_path_factory.mktemp("offline"))
    edit(root, "mkdocs.yml", "CC-BY-SA-4.0}", "CC-BY-SA-4.0, offline: true}")
    edit(root, "mkdocs.yml", "docs_dir", "site_url: https://tiny.example/course/\ndocs_dir")
    answer = oer("build", cwd=root)
    assert answer.returncode == 0, answer.stderr
    return root


@pytest.fixture(scope="module")
def members(root: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO((root / "site/site-offline.zip").read_bytes())) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def test_the_flag_of_the_command_does_the_same_and_bytes_are_the_same(root: Path, tmp_path: Path) -> None:
    other = write_tiny(tmp_path / "elsewhere")
    edit(other, "mkdocs.yml", "docs_dir", "site_url: https://tiny.example/course/\ndocs_dir")
    answer = oer("build", "--offline", cwd=other)
    assert answer.returncode == 0, answer.stderr
    one, two = tree(root / "site"), tree(other / "site")
    assert [path for path in one if one[path] != two.get(path)] == []


def test_without_either_there_is_no_zip_and_no_link(tmp_path: Path) -> None:
    root = write_tiny(tmp_path)
    assert oer("build", cwd=root).returncode == 0
    assert not (root / "site/site-offline.zip").exists()
    assert "offline" not in (root / "site/index.html").read_text("utf-8").replace(
        "data-offline-only", ""
    ).replace("In this offline copy", "")


def test_a_folder_of_markdown_has_no_copy(tmp_path: Path) -> None:
    answer = oer("build", "--offline", "--to", "folder", "out", cwd=write_tiny(tmp_path))
    assert answer.returncode == 2
    assert "--offline" in answer.stderr


def test_a_script_that_cannot_be_bundled_publishes_nothing(root: Path) -> None:
    before = tree(root / "site")
    overrides = root / "overrides/theme/assets/oer"
    overrides.mkdir(parents=True)
    (overrides / "view.js").write_text("export default 1;\n", "utf-8")
    edit(root, "mkdocs.yml", "font: false", "font: false, custom_dir: overrides/theme")
    try:
        answer = oer("build", cwd=root)
    finally:
        edit(root, "mkdocs.yml", ", custom_dir: overrides/theme", "")
    assert answer.returncode == 1
    assert "assets/oer/view.js:1" in answer.stderr
    assert "Traceback" not in answer.stderr
    assert tree(root / "site") == before


def test_each_page_of_the_site_links_to_the_zip_and_says_its_size(root: Path) -> None:
    size = (root / "site/site-offline.zip").stat().st_size
    for file in (root / "site").rglob("*.html"):
        page = parse(file.read_text("utf-8"))
        link = next(one for one in page.all("a") if "data-oer-offline-size" in one.attributes)
        told = f"({round(size / 1000)} kB, zip; extract it before you open it)"
        assert link.text == f"Download the whole site to use offline {told}"
        assert "Content-Security-Policy" in file.read_text("utf-8")
        if file.name != "404.html":
            assert (file.parent / link["href"]).resolve() == (root / "site/site-offline.zip").resolve()


def test_the_zip_begins_at_the_top_with_a_page_and_a_text(members: dict[str, bytes]) -> None:
    assert {"index.html", "README.txt"} <= members.keys()
    text = members["README.txt"].decode()
    assert text.startswith("Tiny\r\n====\r\n")
    assert "Extract the zip first." in text
    assert "https://tiny.example/course/" in text


def test_what_needs_a_server_is_not_in_it(members: dict[str, bytes]) -> None:
    assert not [name for name in members if name.startswith("pagefind/") or "sitemap" in name]
    assert "404.html" not in members
    assert "site-offline.zip" not in members


def references(page: Element) -> list[str]:
    names = ("href", "src", "action", "xlink:href", "poster", "data-oer-teach", "data-calendar")
    return [
        one[name]
        for one in page.all()
        for name in names
        if name in one.attributes and one["rel"] not in ("canonical", "license")
    ]


def test_every_link_leads_to_something_in_the_zip(members: dict[str, bytes]) -> None:
    pages = {name: parse(data.decode()) for name, data in members.items() if name.endswith(".html")}
    anchors = {name: {one["id"] for one in page.all() if one["id"]} for name, page in pages.items()}
    assert len(pages) > 5
    count = 0
    for name, page in pages.items():
        for reference in references(page):
            parts = urlsplit(reference)
            if parts.scheme in ("https", "http", "mailto", "data"):
                continue
            assert not reference.startswith("/"), (name, reference)
            way = posixpath.join(posixpath.dirname(name), unquote(parts.path)) if parts.path else name
            target = posixpath.normpath(way)
            assert target in members, (name, reference)
            if parts.fragment:
                assert unquote(parts.fragment) in anchors[target], (name, reference)
            count += 1
    assert count > 100


def test_no_page_of_the_zip_loads_a_module(members: dict[str, bytes]) -> None:
    for name, data in members.items():
        if name.endswith(".html"):
            page = parse(data.decode())
            assert not list(page.all("script", type="module")), name
            assert [
                one["data-modules"] for one in page.all("script") if "data-modules" in one.attributes
            ] == ["assets/oer/store.js assets/oer/oer.js"], name
            assert not list(page.all("link", rel="modulepreload"))


def test_search_knows_every_page_that_is_searched(members: dict[str, bytes]) -> None:
    text = members["offline/search-offline.js"].decode()
    pages = json.loads(text.removeprefix('oerOffline("search-offline", ').removesuffix(");\n"))
    asking = next(page for page in pages if page["url"] == "modules/asking/index.html")
    assert "MARKER" in " ".join(part[2] for part in asking["sections"])
    assert all(page["url"] in members for page in pages)
