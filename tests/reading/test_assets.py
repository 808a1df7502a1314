"""A published file is of a kind on the list, by its name and by its content; a picture is a drawing only."""

from __future__ import annotations

from pathlib import Path

import pytest

from oer_build.diagnostics import Report
from oer_build.files.svg import check_svg
from tests.reading.projects import read, said

ODT = b"PK\x03\x04" + b"\x00" * 26 + b"mimetypeapplication/vnd.oasis.opendocument.text"


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.png", b"\x89PNG\r\n\x1a\n"),
        ("a.jpg", b"\xff\xd8\xff\xe0"),
        ("a.jpeg", b"\xff\xd8\xff\xe1"),
        ("a.gif", b"GIF89a"),
        ("a.webp", b"RIFF\x00\x00\x00\x00WEBP"),
        ("a.avif", b"\x00\x00\x00\x1cftypavif"),
        ("a.pdf", b"%PDF-1.7"),
        ("a.csv", "é,b\n".encode()),
        ("a.txt", b""),
        ("a.vtt", b"\xef\xbb\xbfWEBVTT\n"),
        ("a.odt", ODT),
        ("a.docx", b"PK\x03\x04..[Content_Types].xml..word/document.xml"),
        ("a.xlsx", b"PK\x03\x04..[Content_Types].xml..xl/workbook.xml"),
        ("a.pptx", b"PK\x03\x04..[Content_Types].xml..ppt/presentation.xml"),
        ("a.mp3", b"ID3\x04"),
        ("b.mp3", b"\xff\xfb\x90"),
        ("a.mp4", b"\x00\x00\x00\x18ftypisom"),
        ("a.webm", b"\x1a\x45\xdf\xa3"),
        ("Plan_2.v1.PDF", b"%PDF-1.7"),
    ],
)
def test_these_are_published(name: str, content: bytes, tmp_path: Path) -> None:
    sources, report = read(tmp_path, {f"content/{name}": content})
    assert (list(sources.assets), said(report)) == ([f"content/{name}"], [])


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.html", b"<p>"),
        ("a.js", b"1"),
        ("a.zip", b"PK\x03\x04"),
        ("id_rsa.pem", b"-----BEGIN"),
        ("a.docm", b"PK\x03\x04"),
        ("a.png", b"<html>"),
        ("a.jpg", b"\x89PNG\r\n\x1a\n"),
        ("a.txt", b"\xff\xfe"),
        ("a.csv", b"a\x00b"),
        ("a.docx", b"PK\x03\x04[Content_Types].xml word/ word/vbaProject.bin"),
        ("a.odt", b"PK\x03\x04[Content_Types].xml word/"),
        ("a.xlsx", b"PK\x03\x04[Content_Types].xml word/"),
        ("a.svg", b"\xff"),
    ],
)
def test_these_are_not(name: str, content: bytes, tmp_path: Path) -> None:
    sources, report = read(tmp_path, {f"content/{name}": content})
    assert (list(sources.assets), said(report)) == ([], [f"content/{name}:1:1 asset-type"])


def svg(inner: str, attributes: str = "") -> bytes:
    namespaces = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
    return f"<svg {namespaces} {attributes}>\n{inner}\n</svg>".encode()


def problems(data: bytes) -> list[str]:
    report = Report()
    safe = check_svg(data, "p.svg", report)
    assert safe == (not len(report))
    return [f"{one.span.line}:{one.span.column}" for one in report]


@pytest.mark.parametrize(
    "drawing",
    [
        svg(
            "<title>A</title><desc>B</desc><path d='M0 0 L1 1' fill='url(#g)'/>",
            "role='img' aria-labelledby='t'",
        ),
        svg("<style>/* a */ .x { fill: url( '#g' ); font-family: sans-serif }</style>"),
        svg("<use xlink:href='#a'/><image href='data:image/png;base64,AA=='/>"),
        svg("<text>javascript: is a word; so is @import</text>"),
        b'<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n<!-- by hand -->\n' + svg("<g/>"),
        svg('<metadata><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/></metadata>'),
    ],
)
def test_a_drawing_is_safe(drawing: bytes) -> None:
    assert problems(drawing) == []


@pytest.mark.parametrize(
    "inner",
    [
        "<script/>",
        "<x:script xmlns:x='http://www.w3.org/2000/svg'/>",
        "<x:script xmlns:x='http://www.w3.org/1999/xhtml'/>",
        "<g onload='a()'/>",
        "<g ONLOAD='a()'/>",
        "<a href='#x'/>",
        "<animate attributeName='href' to='javascript:a()'/>",
        "<set attributeName='onclick' to='a()'/>",
        "<foreignObject/>",
        "<iframe/>",
        "<handler xmlns='http://www.w3.org/2001/xml-events'/>",
        "<use href='other.svg#a'/>",
        "<use xlink:href='//example.org/a.svg#a'/>",
        "<use href='data:image/svg+xml;base64,AA=='/>",
        "<image href='https://example.org/a.png'/>",
        "<image href='data:image/svg+xml;base64,AA=='/>",
        "<image href='data:text/html;base64,AA=='/>",
        "<rect fill='url(https://example.org/a)'/>",
        "<rect fill='URL( \"//example.org/a\")'/>",
        "<rect style='background: url(a.png)'/>",
        "<rect style='background: image-set(\"a.png\" 1x)'/>",
        "<rect style='fill: u\\72l(a)'/>",
        "<style>@import 'a.css';</style>",
        "<style>@imp/**/ort 'a.css'; @font-face { src: url(a) }</style>",
        "<style><![CDATA[ .a { fill: url(a) } ]]></style>",
        "<style>a { content: '/*' } b { fill: url(//x) } c { content: '*/' }</style>",
        "<rect mask='u\\72l(//example.org/a)'/>",
        "<rect mask='image-set(&quot;//example.org/a&quot; 1x)'/>",
        "<g xml:base='https://example.org/'/>",
        "<?xml-stylesheet href='a.css'?>",
    ],
)
def test_what_runs_or_fetches_is_refused_where_it_stands(inner: str) -> None:
    assert problems(svg(f"<title>😀é</title>{inner}")) == ["2:18"]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"not xml",
        b"<svg/>",
        b"<html xmlns='http://www.w3.org/1999/xhtml'/>",
        b"<!DOCTYPE svg SYSTEM 'file:///etc/passwd'><svg xmlns='http://www.w3.org/2000/svg'/>",
        svg("<g>" * 300 + "</g>" * 300),
        b'<?xml version="1.0" encoding="GBK"?><svg xmlns="http://www.w3.org/2000/svg"/>',
        svg("&undefined;"),
        svg("<g></svg>"),
    ],
)
def test_what_is_no_picture_is_refused(data: bytes) -> None:
    assert len(problems(data)) == 1
