"""A page keeps the place of a picture free: its size is read from the file."""

from __future__ import annotations

import re
import struct
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oer_build.files.pictures import picture_size
from tests.core.small_course import FILES, compiled, write

PNG = b"\x89PNG\r\n\x1a\n" + struct.pack(">I4sII", 13, b"IHDR", 640, 480)
GIF = b"GIF89a" + struct.pack("<HH", 320, 200)
JPEG = b"\xff\xd8\xff\xe0\x00\x10JFIF" + b"\x00" * 10 + b"\xff\xc2\x00\x11\x08" + struct.pack(">HH", 480, 640)
WEBP_LOSSY = b"RIFF\x00\x00\x00\x00WEBPVP8 " + b"\x00" * 10 + struct.pack("<HH", 640, 480)
WEBP_LOSSLESS = b"RIFF\x00\x00\x00\x00WEBPVP8L" + b"\x00" * 5 + struct.pack("<I", 639 | 479 << 14)
WEBP_EXTENDED = b"RIFF\x00\x00\x00\x00WEBPVP8X" + b"\x00" * 8 + b"\x7f\x02\x00\xdf\x01\x00"


@pytest.mark.parametrize(
    ("data", "extension", "size"),
    [
        (PNG, "png", (640, 480)),
        (GIF, "gif", (320, 200)),
        (JPEG, "jpg", (640, 480)),
        (WEBP_LOSSY, "webp", (640, 480)),
        (WEBP_LOSSLESS, "webp", (640, 480)),
        (WEBP_EXTENDED, "webp", (640, 480)),
        (b'<svg xmlns="x" viewBox="0 0 640 480.4"><title>A</title></svg>', "svg", (640, 480)),
        (b'<svg width="300px" height="150" viewBox="0 0 640 480">', "svg", (300, 150)),
        (b'<svg width="100%" height="auto" viewBox="0 0 640 480">', "svg", (640, 480)),
        (b'<svg data-note="a > b" viewBox="0 0 64 48">', "svg", (64, 48)),
        (b"<svg>", "svg", None),
        (b'<svg width="0" height="0">', "svg", None),
        (b"%PDF-1.7", "pdf", None),
    ],
)
def test_the_size_of_a_picture(data: bytes, extension: str, size: tuple[int, int] | None) -> None:
    assert picture_size(data, extension) == size


@given(st.binary(max_size=300), st.sampled_from(["png", "gif", "jpg", "webp", "svg", "avif"]))
def test_no_bytes_are_too_strange(data: bytes, extension: str) -> None:
    size = picture_size(data, extension)
    assert size is None or min(size) > 0


MODULE = "content/modules/asking/index.md"
PICTURE = {
    "content/modules/asking/way.svg": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 360"/>',
    "content/modules/asking/way.svg.license": (
        "SPDX-FileCopyrightText: 2026 The demo team\nSPDX-License-Identifier: CC-BY-SA-4.0\n"
    ),
}


def picture(root: Path, markdown: str) -> str:
    """The element of the picture on the page of a module that ends with `markdown`."""
    text = FILES[MODULE] + f"\n{markdown}\n"
    made = compiled(root, PICTURE | {MODULE: text})
    assert not list(made.report)
    page = next(page.body for page in made.pages if page.path == "modules/asking/")
    return re.findall("<img[^>]*>", page)[0]


def test_a_page_says_the_size_of_its_picture(tmp_path: Path) -> None:
    assert 'height="360"' in (shown := picture(tmp_path, "![The way to an answer](way.svg)"))
    assert 'width="640"' in shown


def test_the_size_that_an_author_gives_is_kept(tmp_path: Path) -> None:
    shown = picture(tmp_path, "![The way to an answer](way.svg){ width=200 }")
    assert 'width="200"' in shown
    assert "height=" not in shown


def test_a_new_size_reaches_a_text_that_did_not_change(tmp_path: Path) -> None:
    from dataclasses import replace

    from oer_build.compile import compile_site

    text = FILES[MODULE] + "\n![The way to an answer](way.svg)\n"
    project = replace(write(tmp_path / "course", PICTURE | {MODULE: text}), cache=tmp_path / "kept")
    compile_site(project)
    picture = project.root / "content/modules/asking/way.svg"
    picture.write_text(picture.read_text("utf-8").replace("360", "400"), "utf-8")
    again = compile_site(project)
    assert 'height="400"' in next(page.body for page in again.pages if page.path == "modules/asking/")
