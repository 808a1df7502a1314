"""What a reader's first view of a page weighs over the wire, without pictures."""

from __future__ import annotations

import gzip
import posixpath
import re

import pytest

from tests.site.built import Site
from tests.site.kinds import KINDS

LIMIT = 60_000
WHOLE_TEXTS = ("pack", "licenses")
"""Kinds that put many texts on one page on purpose: to print a pack whole, to credit every work."""
FRAME = 25_000
AT_ONCE = 6
_FILES = re.compile(r'<(?:link[^>]*\brel="stylesheet"[^>]*\bhref|script[^>]*\bsrc)="([^"]+)"')


def _weight(data: bytes) -> int:
    return len(gzip.compress(data, 9))


def _first_view(site: Site, path: str) -> tuple[int, int]:
    """Compressed bytes of the page itself, and of the style sheets and scripts that it names."""
    text = site.read(f"{path}index.html" if not path.endswith(".html") else path)
    names = (posixpath.join("/", posixpath.dirname(path), name) for name in _FILES.findall(text))
    files = {posixpath.normpath(name)[1:] for name in names}
    assert len(files) > 3, files
    return _weight(text.encode()), sum(_weight((site.folder / name).read_bytes()) for name in files)


@pytest.mark.parametrize("kind", KINDS)
def test_first_view_is_light(site: Site, kind: str) -> None:
    page, files = _first_view(site, KINDS[kind])
    assert files < FRAME
    if kind not in WHOLE_TEXTS:
        assert page + files < LIMIT


@pytest.mark.parametrize("kind", KINDS)
def test_what_a_page_is_drawn_with_comes_in_one_go(site: Site, kind: str) -> None:
    """A browser asks a server of the older kind (HTTP/1.1) for six files at a time, and waits for these."""
    path = KINDS[kind]
    head, _, body = site.read(path if path.endswith(".html") else f"{path}index.html").partition("<body")
    sheets = [
        tag
        for tag in re.findall(r"<link[^>]*>", head)
        if 'rel="stylesheet"' in tag and 'media="print"' not in tag
    ]
    scripts = re.findall(r"<script[^>]*\bsrc=[^>]*>", head)
    assert 0 < len(sheets) + len(scripts) <= AT_ONCE
    held_up = [tag for tag in re.findall(r"<script[^>]*\bsrc=[^>]*>", body) if 'type="module"' not in tag]
    assert not held_up, "what stands below such a script is not there before it has come"


def test_style_sheets_are_published_without_comments(site: Site) -> None:
    for path in (site.folder / "assets").rglob("*.css"):
        assert "/*" not in path.read_text(encoding="utf-8"), path


def test_material_publishes_what_pages_can_match(site: Site) -> None:
    """Most of its rules are for parts that no page of ours has; what stays is what this site uses."""
    material = site.read("assets/oer/shared.css").partition("--oer-")[0]
    assert ".md-typeset" in material and "html{" in material
    assert ".md-search" not in material and ".tabbed-set" not in material and ".md-nav" not in material
    assert "[data-md-color-scheme=slate]" in material and "primary=pink" not in material
    assert _weight(material.encode()) < 7_000
    assert not (site.folder / "assets/stylesheets").exists(), "no page links them"
