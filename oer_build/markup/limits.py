"""Bounds on a text, so that no text can make Markdown run for minutes or run out of stack.

Python-Markdown takes quadratic time over unmatched brackets and over many definitions, and recurses with
the depth of lists and quotations. The bounds are far above what people write, and are the same on every
machine: a text that builds here builds everywhere. A limit of time (`clock.py`) stands behind them.
"""

from __future__ import annotations

import re

from oer_build.diagnostics import Report
from oer_build.markup.scan import TAB, Scan

TEXT = 1_000_000
"""Characters of a text."""
LINE = 20_000
"""Characters of a line."""
PARAGRAPHS = 8_000
"""Paragraphs, items and other pieces between blank lines."""
UNIT = 60_000
"""Characters of a paragraph, a list item or a table row."""
SPECIAL = 3_000
"""Characters with a meaning in Markdown in a paragraph, a list item or a table row."""
OPEN_BRACKETS = 30
"""Square brackets that are opened and not closed in a paragraph, and how deep brackets may nest."""
ALL_OPEN_BRACKETS = 300
"""Square brackets that are opened and not closed in a text."""
DEPTH = 12
"""Levels of lists, notes and quotations inside one another."""
DEFINITIONS = 500
"""Footnotes, abbreviations and link addresses that a text may define, each."""
FOOTNOTE_USES = 1_000
"""References to footnotes in a text."""
BLOCKS = 2_000
"""Teaching blocks in a text."""

_PREFIX = re.compile(r"(?:[ >]+|(?:[-*+:]|\d{1,9}\.)(?=[ ]))*")
_MARKERS = re.compile(r">|[-*+:](?=[ ])|\d\.(?=[ ])")
_RULE = re.compile(r"[ ]*(?:(?:\*[ ]*)+|(?:-[ ]*)+|(?:_[ ]*)+)")
_NEW_UNIT = re.compile(r"[ >]*(?:[-*+:]|\d{1,9}\.|\|)[^\n]")
_SPECIAL = re.compile(r"[\[\]*_`<&\\!]")
_DEFINITION = re.compile(r"[ >]{0,12}(?:(\[\^)|(\*\[)|\[)[^\]\n]*\]:")


def within_limits(found: Scan, report: Report) -> bool:
    """Whether a text is within all bounds; the first line that is not is reported."""
    total = sum(map(len, found.lines)) + len(found.lines)
    if total > TEXT:
        return _refuse(found, 0, f"the text has {total:,} characters; at most {TEXT:,} are read", report)
    counter = _Counter()
    blocks = 0
    for index, line in enumerate(found.flat):
        if len(found.lines[index]) > LINE:
            problem = f"the line has {len(found.lines[index]):,} characters; at most {LINE:,} are read"
            return _refuse(found, index, problem, report)
        if found.opaque[index]:
            counter.gap()
            continue
        if line.startswith("///"):
            blocks += 1
            if blocks > 2 * BLOCKS or len(line) - len(line.lstrip("/")) > 3 + DEPTH:
                problem = f"the text has more than {BLOCKS:,} blocks, or blocks more than {DEPTH} levels deep"
                return _refuse(found, index, problem, report)
            counter.gap()
        problem = counter.line(line, found.shown[index])
        if problem:
            return _refuse(found, index, problem, report)
    return True


def _refuse(found: Scan, line: int, problem: str, report: Report) -> bool:
    report.add("too-complex", found.place.at(line), problem, "divide the text into simpler or shorter parts")
    return False


class _Counter:
    """What has been counted so far: in the whole text, and in the paragraph, item or row that is open."""

    def __init__(self) -> None:
        self.paragraphs = self.all_open = self.footnotes = 0
        self.definitions = [0, 0, 0]
        self.fresh = True
        self.special = self.open = self.length = 0

    def gap(self) -> None:
        self.all_open += self.open
        self.special = self.open = self.length = 0
        self.fresh = True

    def line(self, line: str, shown: str) -> str:
        """Count a line. What is wrong with it, or an empty string."""
        if not line or line.isspace():
            self.gap()
            return ""
        if self.fresh:
            self.paragraphs += 1
            if self.paragraphs > PARAGRAPHS:
                return f"the text has more than {PARAGRAPHS:,} paragraphs"
        elif line[0] in " >-*+:0123456789|" and _NEW_UNIT.match(line):
            self.gap()
        self.fresh = False
        if line[0] in " >-*+:0123456789" and self._too_deep(line):
            return f"lists or quotations are more than {DEPTH} levels deep"
        self.length += len(line)
        if self.length > UNIT:
            return f"the paragraph has more than {UNIT:,} characters"
        if "]:" in line and (match := _DEFINITION.match(line)):
            kind = 0 if match[1] else 1 if match[2] else 2
            self.definitions[kind] += 1
            if self.definitions[kind] > DEFINITIONS:
                what = ("footnotes", "abbreviations", "link addresses")[kind]
                return f"the text defines more than {DEFINITIONS} {what}"
        if "[^" in shown:
            self.footnotes += shown.count("[^")
            if self.footnotes > FOOTNOTE_USES + DEFINITIONS:
                return f"the text refers to footnotes more than {FOOTNOTE_USES:,} times"
        return self._special(_SPECIAL.findall(shown), line.count("`"))

    def _too_deep(self, line: str) -> bool:
        prefix = _PREFIX.match(line)
        assert prefix is not None
        text = prefix[0]
        depth = (len(text) - len(text.lstrip(" "))) // TAB + len(_MARKERS.findall(line, 0, prefix.end() + 1))
        return depth > DEPTH and not _RULE.fullmatch(line)

    def _special(self, characters: list[str], backticks: int) -> str:
        self.special += len(characters) + backticks
        if self.special > SPECIAL:
            return f"the paragraph has more than {SPECIAL:,} characters with a meaning in Markdown"
        for character in characters:
            if character == "[":
                self.open += 1
                if self.open > OPEN_BRACKETS:
                    return f"more than {OPEN_BRACKETS} square brackets are open in one paragraph"
            elif character == "]" and self.open:
                self.open -= 1
        if self.all_open + self.open > ALL_OPEN_BRACKETS:
            return f"more than {ALL_OPEN_BRACKETS} square brackets of the text are opened and not closed"
        return ""
