"""The YAML between two lines of three dashes at the head of a Markdown file, apart from the text.

A reader that passes over damaged front matter loses the licence of a module without a word. Here anything
that looks like front matter and is none is a diagnostic.
"""

from __future__ import annotations

import re
from dataclasses import replace

from oer_build.diagnostics import Report, Span
from oer_build.source.document import Document
from oer_build.source.tree import parse_yaml

FENCE = "---"
_ENDS = (FENCE, "...")
_NEARLY = re.compile(r"\s*(?:-{2,}|[‐-―−]+-*|\+{3,}|=>?|;;;)\s*\Z")
"""What a fence becomes through a slip, an editor that sets dashes, or the habit of another engine."""
_KEY = re.compile(r"[A-Za-z][A-Za-z_-]*:(?:\s|\Z)")


def split_front_matter(
    text: str, file: str, report: Report, *, required: bool = True
) -> tuple[Document | None, str, int]:
    """Front matter, the text after it, and the line of the file on which that text begins.

    No document means that the front matter is damaged, or `required` and missing; the report says which. A
    page that needs none and has none gets an empty document.
    """
    text = text.removeprefix("\ufeff")
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    first, _, _ = text.partition("\n")
    if first.rstrip() != FENCE:
        return _without(text, file, report, required)
    end = _closing(text, len(first) + 1)
    if end is None:
        _report_unclosed(text, file, report)
        return None, "", 1
    start, stop, after = len(first) + 1, *end
    document = parse_yaml(text[start:stop], file, report, first_line=2)
    if document is not None and document.data is None:
        document = replace(document, data={})
    return document, text[after:], text.count("\n", 0, after) + 1


def _closing(text: str, start: int) -> tuple[int, int] | None:
    """Where the closing line begins and where the text after it does."""
    position = start
    while position <= len(text):
        end = text.find("\n", position)
        line = text[position:] if end < 0 else text[position:end]
        if line.rstrip() in _ENDS and line[:1] in "-.":
            return position, len(text) if end < 0 else end + 1
        if end < 0:
            return None
        position = end + 1
    return None


def _report_unclosed(text: str, file: str, report: Report) -> None:
    lines = text.split("\n")
    near = next((n for n, line in enumerate(lines[1:], 2) if _NEARLY.match(line)), 0)
    report.add(
        "front-matter-unclosed",
        Span(file),
        "the front matter that begins here has no end",
        f"line {near} is nearly one: it must be '---', without anything before it"
        if near
        else "put a line '---' between the front matter and the text",
    )


def _without(text: str, file: str, report: Report, required: bool) -> tuple[Document | None, str, int]:
    lines = text.split("\n", 40)[:40]
    number = next((n for n, line in enumerate(lines, 1) if line.strip()), 0)
    line = lines[number - 1] if number else ""
    if _NEARLY.match(line) and any(_KEY.match(later) for later in lines[number : number + 2]):
        report.add(
            "front-matter-missing",
            Span(file, number, 1),
            f"'{line.strip()}' on line {number} is not the beginning of front matter",
            "the first line of the file must be '---' and nothing else",
        )
        return None, text, 1
    if _KEY.match(line) and any(later.rstrip() == FENCE for later in lines[number:]):
        report.add(
            "front-matter-missing",
            Span(file, number, 1),
            "the front matter has no line '---' before it",
            "put a line '---' at the top of the file",
        )
        return None, text, 1
    if required:
        report.add(
            "front-matter-missing",
            Span(file),
            "this file does not begin with front matter",
            "begin it with a line '---', then title: and the other keys, then a line '---'",
        )
        return None, text, 1
    return parse_yaml("{}", file, report), text, 1
