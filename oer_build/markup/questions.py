"""Cuts a question into its stem, its options and the reason of each option.

Options are the items of a task list, `- [x]` for a right one; the indented item under an option is its
reason.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from oer_build.diagnostics import Report
from oer_build.markup.lists import Item, Run, cut_items, item_text
from oer_build.markup.parts import Answer, Outline, RawBlock, RawNode
from oer_build.markup.scan import Scan

_BOX = re.compile(r"\[([ xX])\](?:[ ]+(.*))?")
_REASON = re.compile(r"[ ]+[-*+][ ]+(.*)")


def read_question(
    found: Scan, first: int, end: int, block: RawBlock, outline: Outline, report: Report
) -> Iterator[RawNode]:
    """Fill the answers of a question; lines before and after its options are its prose."""
    for piece in cut_items(found, first, end):
        if isinstance(piece, Run):
            yield outline.part(piece.line, "\n".join(piece.lines), block)
            continue
        match = _BOX.fullmatch(piece.text[0])
        span = found.place.at(
            piece.line, len(found.lines[piece.line]) - len(found.lines[piece.line].lstrip())
        )
        if not match or not (match[2] or "").strip():
            report.add(
                "unmarked-option",
                span,
                "the option has no text"
                if match
                else "the option says neither that it is right nor that it is wrong",
                "write `- [x] text` for a right option and `- [ ] text` for a wrong one",
            )
        if match:
            piece.text[0] = (match[2] or "").strip()
        reason = _take_reason(piece)
        option = outline.part(piece.line, item_text(piece), block, inline=True)
        option.hidden = True
        because = None
        if reason:
            because = outline.part(reason[0], reason[1], block, inline=True)
            because.hidden = True
        block.answers.append(Answer(option, because, bool(match and match[1] != " "), span))


def _take_reason(item: Item) -> tuple[int, str] | None:
    """Line and text of the reason under an option, taken out of it. Several items become paragraphs."""
    start = next((n for n, (_, text) in enumerate(item.under) if _REASON.fullmatch(text)), None)
    if start is None:
        return None
    paragraphs: list[str] = []
    for _, text in item.under[start:]:
        match = _REASON.fullmatch(text)
        if match:
            paragraphs.append(match[1].strip())
        elif text.strip():
            paragraphs[-1] += "\n" + text.strip()
    line = item.under[start][0]
    del item.under[start:]
    return line, "\n\n".join(paragraphs)
