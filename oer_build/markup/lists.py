"""Cuts the lists of objectives, key points and plans into items, and lends the cutter to questions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from oer_build.diagnostics import Report
from oer_build.markup.parts import Outline, RawBlock, RawNode
from oer_build.markup.scan import TAB, Scan

_MARKER = re.compile(r"[ ]?(?:[-*+]|\d{1,9}[.)])[ ]+(?=\S)")
_MINUTES = re.compile(r"(\d{1,4})[ ]*min(?:utes?|s)?\.?[ ]*[:–—-][ ]*(.*)", re.IGNORECASE)


@dataclass(slots=True)
class Item:
    """An item of a list: its own lines, and what is nested under it."""

    line: int
    column: int
    """Where its text begins."""
    text: list[str] = field(default_factory=list)
    under: list[tuple[int, str]] = field(default_factory=list)
    """Line and text of what is nested in the item."""


@dataclass(slots=True)
class Run:
    """Lines between items."""

    line: int
    lines: list[str] = field(default_factory=list)


_NESTED = re.compile(r"[ ]{2,}(?:[-*+]|\d{1,9}[.)])[ ]")


def cut_items(found: Scan, first: int, end: int) -> Iterator[Item | Run]:
    """The items of lists at the left edge of some lines, and the runs of lines between them, in order."""
    current: Item | Run | None = None
    gap = False
    for index in range(first, end):
        line, feed = found.flat[index], found.feed[index]
        marker = None if found.opaque[index] else _MARKER.match(line)
        if marker:
            if current:
                yield current
            text = line[marker.end() :].rstrip()
            column = found.lines[index].find(text[:12])
            current = Item(index, column if column > 0 else marker.end(), [text])
        elif not feed.strip() and not found.opaque[index]:
            if isinstance(current, Item):
                current.under.append((index, ""))
            elif current:
                current.lines.append("")
        elif isinstance(current, Item) and (line.startswith("  ") or (not gap and not found.opaque[index])):
            if not found.opaque[index] and not gap and not current.under and not _NESTED.match(line):
                current.text.append(feed.strip())
            else:
                current.under.append((index, feed))
        elif isinstance(current, Run):
            current.lines.append(feed)
        else:
            if current:
                yield current
            current = Run(index, [feed])
        gap = not line.strip()
    if current:
        yield current


def outdent(lines: list[tuple[int, str]]) -> str:
    """Nested lines moved to the left by one level, or by what they have in common if that is less."""
    depth = min((len(text) - len(text.lstrip(" ")) for _, text in lines if text.strip()), default=0)
    depth = min(depth, TAB)
    return "\n".join(
        text.replace("\n" + " " * depth, "\n")[depth if text[:1] == " " else 0 :] for _, text in lines
    )


def item_text(item: Item) -> str:
    """The Markdown of an item: its own lines, then what is nested in it."""
    own = "\n".join(item.text)
    under = outdent(item.under).strip("\n")
    return f"{own}\n\n{under}" if under.strip() else own


def read_items(found: Scan, first: int, end: int, block: RawBlock, outline: Outline) -> Iterator[RawNode]:
    """Fill the items of a block of objectives or key points; what is no item is its prose."""
    for piece in cut_items(found, first, end):
        if isinstance(piece, Item):
            block.items.append(outline.part(piece.line, item_text(piece), block, inline=True))
        else:
            yield outline.part(piece.line, "\n".join(piece.lines), block)


def read_plan(
    found: Scan, first: int, end: int, block: RawBlock, outline: Outline, report: Report
) -> Iterator[RawNode]:
    """Fill the items of a plan, each of which begins with its minutes; what is no item is its prose."""
    for piece in cut_items(found, first, end):
        if isinstance(piece, Run):
            yield outline.part(piece.line, "\n".join(piece.lines), block)
            continue
        match = _MINUTES.fullmatch(piece.text[0])
        minutes = int(match[1]) if match else 0
        if match:
            piece.text[0] = match[2]
        if not minutes:
            report.add(
                "plan-item-without-minutes",
                found.place.at(piece.line, piece.column),
                "the item of the plan does not begin with its minutes",
                "write `- 10 min: what happens`",
            )
        block.plan.append((minutes, outline.part(piece.line, item_text(piece), block, inline=True)))
