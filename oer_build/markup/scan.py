"""Reads a text line by line: which lines are code, which are comments, and where the rest stands.

The first step of rendering. What it calls code is taken out of the text before Markdown sees it, so that
this room and Markdown cannot disagree about it. Knows nothing of blocks, of links or of Markdown itself.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field

from oer_build.diagnostics import Report, Span

TAB = 4
"""Columns of a tab, and the depth of one level of indentation."""
MARK, MARK_END = "\ufdd0", "\ufdd1"
"""Noncharacters around the number of a part or a fence in the text that Markdown is given."""

_RESERVED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_FENCE = re.compile(r"([ >]*)(`{3,}|~{3,})([^`]*)")
_LANGUAGE = re.compile(r"[\w+#-]+")
_CONTAINER = re.compile(r"[ ]*(?:[-*+]|\d{1,9}\.|:|\[\^[^\]]*\]:|!!!|\?\?\?\+?)(?:\s|$)")
_QUOTE_MARKS = re.compile(r"(?:[ ]{0,3}>[ ]?)+")
_TICKS_OR_GAP = re.compile(r"`+|\n[ \t]*(?=\n)")
_NOT_NEWLINE = re.compile(r"[^\n]")
_UNCLOSED_FENCES = 3
"""After so many fences without an end no line is taken for a fence: looking for ends stays linear."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a text stands in its file: turns a line and a column of the text (from 0) into a span."""

    file: str
    line: int = 1
    column: int = 1

    def at(self, line: int, column: int = 0) -> Span:
        return Span(self.file, self.line + line, self.column + column)


@dataclass(frozen=True, slots=True)
class Fence:
    """A fenced piece of code."""

    language: str
    code: str


@dataclass(slots=True)
class Scan:
    """A text with its code marked. The lists have one entry a line."""

    place: Place
    lines: list[str]
    """The author's lines."""
    flat: list[str]
    """The lines with tabs expanded: what structure is read from."""
    feed: list[str]
    """The lines for Markdown: fences replaced by a mark, comments removed."""
    shown: list[str]
    """The author's lines with code and comments blanked: where links and tags are looked for."""
    opaque: bytearray
    """1 where a line belongs to a fence or a comment, 2 where it is indented code."""
    fences: list[Fence] = field(default_factory=list)

    def hide(self, line: int, start: int = 0, end: int | None = None) -> None:
        """Blank a part of a line in `shown`."""
        text = self.shown[line]
        stop = len(text) if end is None else end
        self.shown[line] = text[:start] + " " * (stop - start) + text[stop:]

    def visible(self) -> Visible:
        return Visible(self.place, "\n".join(self.shown))


class Visible:
    """The shown lines as one string, and the place of each offset in it."""

    __slots__ = ("_starts", "place", "text")

    def __init__(self, place: Place, text: str) -> None:
        self.place, self.text = place, text
        self._starts: list[int] = []

    def position(self, offset: int) -> tuple[int, int]:
        """Line and column, from 0."""
        if not self._starts:
            start = 0
            for line in self.text.split("\n"):
                self._starts.append(start)
                start += len(line) + 1
        number = bisect_right(self._starts, offset) - 1
        return number, offset - self._starts[number]

    def span(self, offset: int) -> Span:
        return self.place.at(*self.position(offset))


def harmless(text: str) -> str:
    """The text without the characters that serve as marks here. Readers refuse them in files."""
    return _RESERVED.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))


def scan(text: str, place: Place, report: Report) -> Scan:
    """Mark the code and the comments of a text."""
    lines = harmless(text).split("\n")
    flat = [line.expandtabs(TAB) if "\t" in line else line for line in lines]
    found = Scan(place, lines, flat, flat.copy(), lines.copy(), bytearray(len(lines)))
    _mark_lines(found, report)
    joined = "\n".join(found.shown)
    if "`" in joined:
        found.shown = _without_code_spans(joined).split("\n")
    if "<!--" in joined:
        _drop_inline_comments(found, report)
    return found


def _mark_lines(found: Scan, report: Report) -> None:
    """Walk the lines once: fences, comments that begin a line, and indented code."""
    flat = found.flat
    depth = 0  # depth of what an open list item or note contains, in levels of indentation
    after_gap, unclosed, comments_end = True, 0, True
    index = 0
    while index < len(flat):
        line = flat[index]
        stripped = line.lstrip(" ")
        if not stripped:
            after_gap = True
            index += 1
            continue
        indent = len(line) - len(stripped)
        if after_gap and indent >= TAB * (depth + 1):
            found.opaque[index] = 2
            found.hide(index)
            index += 1
            continue
        first = stripped[0]
        if first == "<" and comments_end and stripped.startswith("<!--"):
            last = _take_comment(found, index)
            comments_end = last >= 0
            if comments_end:
                index = last + 1
                after_gap = False
                continue
            _report_open_comment(
                found, index, len(found.lines[index]) - len(found.lines[index].lstrip()), report
            )
        elif first in "`~>" and unclosed < _UNCLOSED_FENCES and (match := _FENCE.fullmatch(line)):
            last = _fence_end(flat, index, match)
            if last:
                _take_fence(found, index, last, match)
                index = last + 1
                after_gap = True
                continue
            unclosed += 1
            report.add(
                "unclosed-code",
                found.place.at(index, found.lines[index].index(match[2])),
                f"the code that begins here with {match[2]} has no end",
                f"write {match[2]} alone in a line after the code",
            )
        if _CONTAINER.match(line):
            depth = indent // TAB + 1
        elif line.startswith("///"):
            depth = 0
        elif after_gap and indent < TAB * depth:
            depth = indent // TAB
        after_gap = False
        index += 1


def _take_comment(found: Scan, first: int) -> int:
    """Take out a comment that begins line `first`; its last line, or -1 when it has no end."""
    for index in range(first, len(found.lines)):
        line = found.lines[index]
        end = line.find("-->", line.find("<!--") + 4 if index == first else 0)
        if end >= 0:
            for hidden in range(first, index):
                found.hide(hidden)
                found.feed[hidden], found.opaque[hidden] = "", 1
            found.hide(index, 0, end + 3)
            found.feed[index] = line[end + 3 :].lstrip().expandtabs(TAB)
            found.flat[index] = found.feed[index]
            found.opaque[index] = 0 if found.feed[index] else 1
            return index
    return -1


def _fence_end(flat: list[str], first: int, opening: re.Match[str]) -> int:
    """The line that closes a fence, or 0. A fence ends with the item or quotation that it stands in."""
    prefix, mark = opening[1], opening[2]
    quotes = prefix.count(">")
    least = 0 if quotes else len(prefix) // TAB * TAB
    for index in range(first + 1, len(flat)):
        line = flat[index]
        text = line.strip(" >") if quotes else line.strip(" ")
        if len(text) >= len(mark) and not text.strip(mark[0]):
            return index
        if quotes and line[: len(prefix) + quotes].count(">") < quotes:
            return 0
        if text and least and line[:least].strip():
            return 0
    return 0


def _take_fence(found: Scan, first: int, last: int, opening: re.Match[str]) -> None:
    prefix = opening[1]
    body = []
    for line in found.flat[first + 1 : last]:
        if ">" in prefix:
            body.append(_QUOTE_MARKS.sub("", line, count=1))
        else:
            body.append(line[len(prefix) :] if not line[: len(prefix)].strip() else line.lstrip(" "))
    language = _LANGUAGE.match(opening[3].strip().lstrip("{. "))
    found.fences.append(Fence(language[0] if language else "", "\n".join(body)))
    gap = prefix.rstrip()
    for index in range(first, last + 1):
        found.hide(index)
        found.feed[index], found.opaque[index] = gap, 1
    # Blank lines around it make it a paragraph of its own, wherever it stands.
    found.feed[first] = f"{gap}\n{prefix}{MARK}c{len(found.fences) - 1}{MARK_END}\n{gap}"


def _without_code_spans(text: str) -> str:
    """The text with `code spans` blanked: backticks pair with the next run as long in their paragraph."""
    pieces: list[str] = []
    done = 0
    runs: list[tuple[int, int]] = []

    def close() -> None:
        nonlocal done
        waiting: dict[int, list[int]] = {}
        for start, length in reversed(runs):
            waiting.setdefault(length, []).append(start)
        for start, length in runs:
            ends = waiting[length]
            while ends and ends[-1] <= start:
                ends.pop()
            if start >= done and ends:
                end = ends[-1] + length
                pieces.append(text[done:start])
                pieces.append(_NOT_NEWLINE.sub(" ", text[start:end]))
                done = end
        runs.clear()

    for match in _TICKS_OR_GAP.finditer(text):
        start, length = match.start(), len(match[0])
        if match[0][0] == "\n":
            close()
        elif start and text[start - 1] == "\\":
            if length > 1:
                runs.append((start + 1, length - 1))
        else:
            runs.append((start, length))
    close()
    pieces.append(text[done:])
    return "".join(pieces)


def _drop_inline_comments(found: Scan, report: Report) -> None:
    """Take out comments inside a line. One that goes on over the end of its line is refused."""
    for index, shown in enumerate(found.shown):
        start = shown.find("<!--")
        if start < 0:
            continue
        line = found.lines[index]
        kept: list[str] = []
        done = 0
        while start >= 0:
            end = shown.find("-->", start + 4)
            if end < 0:
                if not found.lines[index].lstrip().startswith("<!--"):
                    _report_open_comment(found, index, start, report)
                break
            kept.append(line[done:start])
            done = end + 3
            found.hide(index, start, done)
            start = shown.find("<!--", done)
        if done:
            found.feed[index] = ("".join(kept) + line[done:]).expandtabs(TAB)


def _report_open_comment(found: Scan, line: int, column: int, report: Report) -> None:
    report.add(
        "raw-html",
        found.place.at(line, column),
        "the comment that begins here with <!-- has no end",
        "close it with --> (a comment over several lines begins at the start of a line)",
    )
