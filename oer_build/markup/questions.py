"""Cuts a question into its stem, its options and the reason of each option.

Options are the items of a task list, `- [x]` for a right one; the indented item under an option is its
reason. Of a matching question they are pairs, `- one => its partner`; of an ordering question the steps of a
numbered list, in the right order.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from oer_build.diagnostics import Report, Span
from oer_build.markup.lists import Item, Run, cut_items, item_text
from oer_build.markup.parts import Answer, Outline, RawBlock, RawNode
from oer_build.markup.scan import Scan

_BOX = re.compile(r"\[([ xX])\](?:[ ]+(.*))?")
_REASON = re.compile(r"[ ]+[-*+][ ]+(.*)")
_ARROW = re.compile(r"\s=>\s")
_STEP = re.compile(r"[ ]?(\d{1,9})[.)]")


def read_question(
    found: Scan, first: int, end: int, block: RawBlock, outline: Outline, report: Report
) -> Iterator[RawNode]:
    """Fill the answers of a question; lines before and after its options are its prose."""
    kind = block.settings["type"].value if "type" in block.settings else ""
    steps: list[tuple[int, Span]] = []
    for piece in cut_items(found, first, end):
        if isinstance(piece, Run):
            yield outline.part(piece.line, "\n".join(piece.lines), block)
            continue
        indent = len(found.lines[piece.line]) - len(found.lines[piece.line].lstrip())
        span = found.place.at(piece.line, indent)
        right, partner = True, None
        if kind == "matching":
            partner = _take_partner(piece, span, report)
        elif kind == "ordering":
            steps += _take_step(piece, found, span, report)
        else:
            right = _take_box(piece, span, report)
        reason = _take_reason(piece)
        option = outline.part(piece.line, item_text(piece), block, inline=True)
        option.hidden = True
        answer = Answer(option, None, right, span)
        if partner is not None:
            answer.partner = outline.part(piece.line, partner, block, inline=True)
            answer.partner.hidden = True
        if reason:
            answer.reason = outline.part(reason[0], reason[1], block, inline=True)
            answer.reason.hidden = True
        block.answers.append(answer)
    _check_numbers(steps, report)


def _take_box(item: Item, span: Span, report: Report) -> bool:
    """Take the box out of an option: whether it is right."""
    match = _BOX.fullmatch(item.text[0])
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
        item.text[0] = (match[2] or "").strip()
    return bool(match and match[1] != " ")


def _take_partner(item: Item, span: Span, report: Report) -> str | None:
    """Take the partner out of a pair."""
    hint = "write `- one => its partner`, with a space on both sides of the arrow"
    box = _BOX.fullmatch(item.text[0])
    one, *rest = _ARROW.split(" " + "\n".join(item.text) + " ", maxsplit=1)
    one, partner = one.strip(), "".join(rest).strip()
    if box:
        report.add(
            "not-a-pair", span, "a pair has no box: every pair is right", "write `- one => its partner`"
        )
    elif not rest:
        report.add("not-a-pair", span, "the item has no partner", hint)
    elif not one or not partner:
        report.add("not-a-pair", span, f"there is nothing {'after' if one else 'before'} the arrow", hint)
    if not one or not partner:
        return None
    item.text = one.split("\n")
    return partner


def _take_step(item: Item, found: Scan, span: Span, report: Report) -> Iterator[tuple[int, Span]]:
    """The number of a step, with its place; nothing where it is no step."""
    number = _STEP.match(found.flat[item.line])
    if _BOX.fullmatch(item.text[0]):
        report.add(
            "not-a-step",
            span,
            "a step has no box: every step belongs to the order",
            "write the steps as a numbered list, in the right order",
        )
    elif number:
        yield int(number[1]), span
    else:
        report.add(
            "not-a-step",
            span,
            "the step has no number",
            "write the steps as a numbered list, in the right order: `1. First`",
        )


def _check_numbers(steps: list[tuple[int, Span]], report: Report) -> None:
    """Numbers go up or are all the same, as in any list: readers of the source take them for the order."""
    numbers = [number for number, _ in steps]
    if len(set(numbers)) <= 1:
        return
    for before, (number, span) in zip(numbers, steps[1:], strict=False):
        if number <= before:
            report.add(
                "not-a-step",
                span,
                f"number {number} stands after {before}",
                "the order in which the steps are written is the right one: number them in that order",
            )
            return


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
