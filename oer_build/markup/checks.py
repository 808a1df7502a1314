"""Checks of a block as a whole, once its text is read: plans add up, questions have their answers."""

from __future__ import annotations

from oer_build.diagnostics import Report
from oer_build.markup.parts import Outline, RawBlock

_SEVERAL = ("single-choice", "multiple-choice", "matching", "ordering")
"""Types of question that one option makes no question."""


def check_block(block: RawBlock, minutes: int, report: Report) -> None:
    """Report what is wrong with a block that has ended. `minutes` is the learner time of the module, or 0."""
    if block.name in ("objectives", "keypoints") and not block.items:
        report.add(
            "empty-block",
            block.span,
            f"'{block.name}' has no items",
            "write a list: lines that begin with `- `",
        )
    elif block.name == "plan":
        _check_plan(block, minutes, report)
    elif block.name == "question":
        _check_answers(block, report)


def _check_plan(block: RawBlock, minutes: int, report: Report) -> None:
    total = sum(length for length, _ in block.plan)
    if not block.plan:
        report.add(
            "empty-block",
            block.span,
            "'plan' has no items",
            "write a list: lines that begin with `- 5 min: `",
        )
        return
    time = block.settings.get("time")
    if time and total != block.minutes:
        report.add(
            "plan-does-not-add-up",
            time.span,
            f"the items take {total} minutes together, but the plan has {block.minutes}",
            f"change the minutes of the items, or write `time: {_duration(total)}`",
        )
    elif not time and minutes and total != minutes:
        report.add(
            "plan-does-not-add-up",
            block.span,
            f"the items take {total} minutes together, but the module has {minutes}",
            f"change the minutes of the items, or give the plan its own `time: {_duration(total)}`",
        )


def _check_answers(block: RawBlock, report: Report) -> None:
    kind = block.settings["type"].value if "type" in block.settings else ""
    right = sum(answer.correct for answer in block.answers)
    add = report.add
    if not block.answers:
        written = {"matching": "each pair as `- one => its partner`", "ordering": "each step as `1. text`"}
        add(
            "question-without-options",
            block.span,
            "the question has no options",
            f"write {written.get(kind, 'each option as `- [ ] text`, the right one as `- [x] text`')}",
        )
        return
    if not right:
        add(
            "question-without-right-answer",
            block.span,
            "no option is marked as right",
            "mark it with `[x]`",
        )
    elif right > 1 and kind in ("single-choice", "true-false"):
        second = [answer for answer in block.answers if answer.correct][1]
        add(
            "question-with-several-right-answers",
            second.span,
            f"{right} options of a '{kind}' question are marked as right",
            "mark one, or write `type: multiple-choice`" if kind == "single-choice" else "mark one",
        )
    if kind == "true-false" and len(block.answers) != 2:
        add(
            "true-false-options",
            block.span,
            f"a 'true-false' question has {len(block.answers)} options",
            "write exactly two: True and False",
        )
    elif kind in _SEVERAL and len(block.answers) < 2:
        add(
            "question-without-options",
            block.answers[0].span,
            "the question has one option only",
            "write at least two options",
        )
    elif kind in ("matching", "ordering"):
        _check_difference(block, kind, report)
    for answer in block.answers:
        if answer.reason is None:
            add(
                "option-without-reason",
                answer.span,
                "the option has no reason",
                "say under it why it is right or wrong: an indented line `    - Because ...`",
            )


def _check_difference(block: RawBlock, kind: str, report: Report) -> None:
    """What is to be told apart must differ: items from each other, and partners of a matching question."""
    seen: set[str] = set()
    for answer in block.answers:
        if answer.option.text in seen:
            code, what = ("not-a-pair", "pair") if kind == "matching" else ("not-a-step", "step")
            report.add(
                code,
                answer.span,
                f"an earlier {what} begins with the same words"
                if kind == "matching"
                else "the same step is written twice",
                f"keep one {what}, or say how they differ",
            )
        seen.add(answer.option.text)
    partners = {answer.partner.text for answer in block.answers if answer.partner}
    if len(partners) == 1 and all(answer.partner for answer in block.answers):
        report.add(
            "question-without-options",
            block.answers[0].span,
            "all items have the same partner",
            "write at least two different partners, so that there is a choice",
        )


def check_objectives(outline: Outline, report: Report) -> None:
    """References to objectives are within the numbers that the objectives block gives."""
    total = next((len(block.items) for block in outline.blocks if block.name == "objectives"), 0)
    for block in outline.blocks:
        setting = block.settings.get("objective")
        if setting and int(setting.value) > total:
            report.add(
                "unknown-objective",
                setting.span,
                f"there is no objective {setting.value}",
                f"the objectives are numbered 1 to {total}" if total else "add an objectives block",
            )


def _duration(minutes: int) -> str:
    hours, rest = divmod(minutes, 60)
    return "PT" + (f"{hours}H" if hours else "") + (f"{rest}M" if rest or not hours else "")
