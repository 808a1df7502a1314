"""Front matter is found or its absence is said; none is lost in silence."""

from __future__ import annotations

import pytest

from oer_build.diagnostics import Report
from oer_build.source import split_front_matter


def split(text: str, required: bool = True) -> tuple[object, str, int, list[str]]:
    report = Report()
    document, body, line = split_front_matter(text, "f.md", report, required=required)
    return document.data if document else None, body, line, [f"{one.span} {one.code}" for one in report]


@pytest.mark.parametrize(
    ("text", "data", "body", "line"),
    [
        ("---\ntitle: A\n---\nText\n", {"title": "A"}, "Text\n", 4),
        ("---\r\ntitle: A\r\n---\r\n\r\nText\r\n", {"title": "A"}, "\nText\n", 4),
        ("\ufeff---\ntitle: A\n---\nText", {"title": "A"}, "Text", 4),
        ("---  \ntitle: A\n---\t\nText", {"title": "A"}, "Text", 4),
        ("---\ntitle: A\n...\nText", {"title": "A"}, "Text", 4),
        ("---\ntitle: A\n---", {"title": "A"}, "", 3),
        ("---\n---\nText", {}, "Text", 3),
        ("---\n# nothing yet\n---\nText", {}, "Text", 4),
        ("---\nnote: |\n  a\n  ---\n  b\n---\nText", {"note": "a\n---\nb\n"}, "Text", 7),
        ("---\ntitle: A\n---\nText\n\n---\n\nMore\n", {"title": "A"}, "Text\n\n---\n\nMore\n", 4),
    ],
)
def test_front_matter_and_text(text: str, data: object, body: str, line: int) -> None:
    assert split(text) == (data, body, line, [])


def test_a_page_needs_no_front_matter() -> None:
    assert split("# About\n\nText\n", required=False) == ({}, "# About\n\nText\n", 1, [])
    assert split("", required=False) == ({}, "", 1, [])
    assert split("Note: this is a sentence.\n\n---\n\nMore.\n", required=False)[3] == [
        "f.md:1:1 front-matter-missing"
    ]
    assert split("Note: this is a sentence.\n\nMore.\n", required=False)[3] == []


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("# About\n", "f.md:1:1 front-matter-missing"),
        ("", "f.md:1:1 front-matter-missing"),
        ("\n---\ntitle: A\n---\n", "f.md:2:1 front-matter-missing"),
        (" ---\ntitle: A\n---\n", "f.md:1:1 front-matter-missing"),
        ("----\ntitle: A\n---\n", "f.md:1:1 front-matter-missing"),
        ("—\ntitle: A\n---\n", "f.md:1:1 front-matter-missing"),
        ("+++\ntitle: A\n+++\n", "f.md:1:1 front-matter-missing"),
        ("title: A\nlicense: CC0-1.0\n---\n", "f.md:1:1 front-matter-missing"),
        ("---\ntitle: A\n----\nText\n", "f.md:1:1 front-matter-unclosed"),
        ("---\ntitle: A\n", "f.md:1:1 front-matter-unclosed"),
        ("---", "f.md:1:1 front-matter-unclosed"),
        ("---\ntitle: A: B\n---\n", "f.md:2:9 yaml-syntax"),
    ],
)
def test_damaged_front_matter_is_reported_and_gives_no_document(text: str, problem: str) -> None:
    assert (split(text)[0], split(text)[3]) == (None, [problem])


def test_places_are_those_of_the_file() -> None:
    document, _, _ = split_front_matter("---\ntitle: A\nlicense: B\n---\n", "f.md", Report())
    assert document is not None
    assert str(document.span(("license",))) == "f.md:3:10"
