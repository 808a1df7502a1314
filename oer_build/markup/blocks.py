"""Finds the teaching blocks of a text and cuts it into parts.

A block opens with `/// name | Title` at the left edge, takes options in indented lines directly under that,
and closes with as many slashes as it was opened with. A block inside a block has more slashes than the one
around it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from oer_build.diagnostics import Related, Report, near_miss
from oer_build.lesson import BLOCK_NAMES, TEACHER_ONLY
from oer_build.markup.checks import check_block, check_objectives
from oer_build.markup.lists import read_items, read_plan
from oer_build.markup.options import minutes_of, read_options, report_missing
from oer_build.markup.parts import Outline, RawBlock, RawNode
from oer_build.markup.questions import read_question
from oer_build.markup.scan import Scan

_OPENING = re.compile(r"(/{3,})[ ]*(?:([A-Za-z][\w-]*)[ ]*(?:\|[ ]*(.*?))?)?[ ]*")
_INDENTED = re.compile(r"[ ]+/{3,}[ ]*(" + "|".join(BLOCK_NAMES) + r")[ ]*(?:\||$)")

TITLED = frozenset({"exercise", "discussion", "challenge", "case", "question"})
"""Blocks that cannot be without a title."""

_ANSWERED = frozenset({"exercise", "discussion", "challenge", "case"})
_INSIDE: dict[str, frozenset[str]] = {
    "answer": _ANSWERED,
    "rubric": frozenset({"challenge"}),
    "plan": frozenset({"", "facilitator"}),
    "facilitator": frozenset({"", *BLOCK_NAMES}) - {"question", "objectives", "keypoints", "plan"},
}
"""Where a block may stand (an empty name: outside all blocks). Others stand outside all blocks."""
_OUTSIDE = frozenset({""})


def cut(found: Scan, minutes: int, report: Report) -> Outline:
    """The outline of a text. `minutes` is the learner time of the module, 0 when it is not known."""
    return _Cutter(found, minutes, report).run()


class _Cutter:
    """One walk over the lines of a text, with the blocks that are open."""

    def __init__(self, found: Scan, minutes: int, report: Report) -> None:
        self.found, self.minutes, self.report = found, minutes, report
        self.outline = Outline()
        self.open: list[RawBlock] = []
        self.text_from = 0
        self.count: Counter[str] = Counter()

    def run(self) -> Outline:
        found = self.found
        index, end = 0, len(found.flat)
        while index < end:
            line = found.flat[index]
            if line.startswith("///") and not found.opaque[index]:
                index = self._slashes(index, line)
                continue
            if line.startswith(" ") and not found.opaque[index] and "///" in line:
                self._indented(index, line)
            index += 1
        self._text(end)
        while self.open:
            self._unclosed(self.open.pop(), end)
        check_objectives(self.outline, self.report)
        return self.outline

    # -- opening and closing ---------------------------------------------------------------------

    def _slashes(self, index: int, line: str) -> int:
        """Read a line that begins with slashes; the line to go on with."""
        match = _OPENING.fullmatch(line)
        self._text(index)
        self.text_from = index + 1
        if match is None:
            self.report.add(
                "malformed-block",
                self.found.place.at(index),
                f"'{line.strip()[:60]}' neither opens nor closes a block",
                "open a block with `/// name | Title` and close it with `///`",
            )
        elif not match[2]:
            self._close(index, len(match[1]))
        elif match[2] not in BLOCK_NAMES:
            self._unknown(index, match)
        else:
            return self._opened(index, match)
        self.found.hide(index)
        return index + 1

    def _unknown(self, index: int, match: re.Match[str]) -> None:
        nearest = near_miss(match[2].lower(), BLOCK_NAMES)
        self.report.add(
            "unknown-block",
            self.found.place.at(index, self.found.lines[index].index(match[2])),
            f"there is no block '{match[2]}'",
            f"did you mean '{nearest}'?" if nearest else "the blocks are: " + ", ".join(BLOCK_NAMES),
        )
        # Its end must find it open; its text is read as if it stood outside.
        self.open.append(RawBlock("", "", self.found.place.at(index), len(match[1]), index))

    def _opened(self, index: int, match: re.Match[str]) -> int:
        slashes, name, title = len(match[1]), match[2], (match[3] or "").strip()
        while self.open and self.open[-1].slashes >= slashes:
            self._unclosed(self.open.pop(), index)
        parent = next((block for block in reversed(self.open) if block.name), None)
        self.count[name] += 1
        span = self.found.place.at(index)
        block = RawBlock(name, f"{name}-{self.count[name]}", span, slashes, index)
        block.teacher = name in TEACHER_ONLY or (parent is not None and parent.teacher)
        self._check_place(block, parent)
        self.outline.blocks.append(block)
        (parent.children if parent else self.outline.nodes).append(block)
        column = self._title_column(index, match)
        self.found.hide(index, 0, column)
        if title:
            block.title_text = title
            block.title = self.outline.part(index, title, block, inline=True)
            block.title.terms = False
        elif name in TITLED:
            what = "question itself" if name == "question" else "title"
            self.report.add(
                "missing-block-title",
                span,
                f"'{name}' has no title",
                f"write the {what} after a bar: `/// {name} | ...`",
            )
        self.open.append(block)
        written, after = read_options(self.found, index + 1, len(self.found.flat), name, self.report)
        report_missing(name, written, span, self.report)
        block.settings = {key: setting for key, setting in written.items() if setting}
        if time := block.settings.get("time"):
            block.minutes = minutes_of(time.value) or 0
        self.text_from = after
        return after

    def _title_column(self, index: int, match: re.Match[str]) -> int | None:
        """Where the title begins in the author's line; None when there is none."""
        if not match[3]:
            return None
        line = self.found.lines[index]
        bar = line.index("|") + 1
        return bar + len(line[bar:]) - len(line[bar:].lstrip())

    def _check_place(self, block: RawBlock, parent: RawBlock | None) -> None:
        allowed = _INSIDE.get(block.name, _OUTSIDE)
        in_unknown = bool(self.open) and not self.open[-1].name
        if (parent.name if parent else "") not in allowed and not in_unknown:
            inside = sorted(name for name in allowed if name)
            where = f"inside a block '{parent.name}'" if parent else "outside other blocks"
            if "" not in allowed:
                hint = "put it inside one of: " + ", ".join(inside)
            else:
                hint = "put it after the end of that block" if parent else ""
            self.report.add("block-in-wrong-place", block.span, f"'{block.name}' cannot stand {where}", hint)
        if block.name == "objectives" and self.count["objectives"] > 1:
            first = next(other for other in self.outline.blocks if other.name == "objectives")
            self.report.add(
                "duplicate-block",
                block.span,
                "the text has objectives already",
                "put all objectives into one block",
                [Related(first.span, "the first objectives")],
            )

    def _close(self, index: int, slashes: int) -> None:
        if not any(block.slashes == slashes for block in self.open):
            hint = "remove the line, or add the opening `/// name` above"
            if self.open:
                last = self.open[-1]
                hint = f"'{last.name}' was opened with {'/' * last.slashes}: close it with as many"
            self.report.add(
                "unexpected-block-end",
                self.found.place.at(index),
                f"no block that was opened with {'/' * slashes} ends here",
                hint,
            )
            return
        while self.open[-1].slashes != slashes:
            self._unclosed(self.open.pop(), index)
        self._closed(self.open.pop(), index)

    def _unclosed(self, block: RawBlock, index: int) -> None:
        if block.name:
            self.report.add(
                "unclosed-block",
                block.span,
                f"the block '{block.name}' has no end",
                f"write {'/' * block.slashes} alone in a line after its last line",
            )
        self._closed(block, index)

    def _closed(self, block: RawBlock, index: int) -> None:
        """Check a block as a whole."""
        block.last = index
        check_block(block, self.minutes, self.report)

    # -- text ------------------------------------------------------------------------------------

    def _text(self, end: int) -> None:
        """Give the lines since the last opening or end to the block that is open."""
        first, self.text_from = self.text_from, end
        found = self.found
        while first < end and not found.feed[first].strip():
            first += 1
        while end > first and not found.feed[end - 1].strip():
            end -= 1
        if first == end:
            return
        block = next((block for block in reversed(self.open) if block.name), None)
        if block is None:
            self.outline.nodes += self._prose(first, end, None)
        elif block.name in ("objectives", "keypoints"):
            block.children += read_items(found, first, end, block, self.outline)
        elif block.name == "plan":
            block.children += read_plan(found, first, end, block, self.outline, self.report)
        elif block.name == "question":
            block.children += read_question(found, first, end, block, self.outline, self.report)
        else:
            block.children += self._prose(first, end, block)

    def _prose(self, first: int, end: int, block: RawBlock | None) -> Iterator[RawNode]:
        yield self.outline.part(first, "\n".join(self.found.feed[first:end]), block)

    def _indented(self, index: int, line: str) -> None:
        match = _INDENTED.match(line)
        if match:
            self.report.add(
                "block-in-wrong-place",
                self.found.place.at(index, self.found.lines[index].index("/")),
                f"the opening of the block '{match[1]}' is indented",
                "begin it at the left edge (to show how a block is written, put it between lines of ```)",
            )
