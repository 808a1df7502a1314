"""Bytes to text: UTF-8 and nothing else, with LF line ends and no character that hides."""

from __future__ import annotations

from oer_build.diagnostics import Report, Span
from oer_build.source import forbidden_characters
from oer_build.source.characters import place

MAX_LINE = 20_000
"""Characters in a line of Markdown."""
_MAX_REPORTED = 10
"""Forbidden characters reported in one file: a binary file has thousands."""


def decode(data: bytes, file: str, report: Report) -> str | None:
    """The text of a file, or None when it is none. A byte order mark and CRLF move no line and no column."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = _unix(data[: error.start].decode("utf-8-sig", "replace"))
        line, column = place(before, len(before))
        utf16 = data[:2] in (b"\xff\xfe", b"\xfe\xff")
        report.add(
            "not-utf-8",
            Span(file, line, column),
            "the file is UTF-16, not UTF-8" if utf16 else "from here on the file is not UTF-8",
            "save it as UTF-8",
        )
        return None
    text = _unix(text)
    found = False
    for number, (index, name) in enumerate(forbidden_characters(text)):
        if number == _MAX_REPORTED:
            break
        found = True
        line, column = place(text, index)
        nul = name.startswith("U+0000")
        report.add(
            "nul-character" if nul else "forbidden-character",
            Span(file, line, column),
            "a NUL character stands here" if nul else f"a character that nobody can see stands here: {name}",
            "delete it"
            if "separator" not in name and "next line" not in name
            else "begin a new line here instead",
        )
    return None if found else text


def long_line(text: str, file: str, report: Report) -> bool:
    """Report lines that are too long; whether there is one."""
    if len(text) <= MAX_LINE:
        return False
    found = False
    for number, line in enumerate(text.split("\n"), 1):
        if len(line) > MAX_LINE:
            found = True
            report.add(
                "line-too-long",
                Span(file, number, MAX_LINE + 1),
                f"this line has {len(line):,} characters",
                f"a line may have {MAX_LINE:,}",
            )
    return found


def _unix(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text
