"""The options of teaching blocks: which block takes which, what values they have, how lines are read.

Options are `key: value` lines, indented by four spaces, directly under the opening of a block. Every value
is one line of plain text: this is a small part of YAML, read without a YAML reader.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache

from babel import Locale

from oer_build.diagnostics import Report, Span, near_miss
from oer_build.markup.scan import Scan

GROUPINGS = ("individual", "pairs", "small-group", "whole-group")
QUESTION_TYPES = ("single-choice", "multiple-choice", "true-false", "short-text", "matching", "ordering")

_DURATION = re.compile(r"PT(?=\d)(?:(\d{1,3})H)?(?:(\d{1,4})M)?")
_SIZE = re.compile(r"([1-9]\d?)(?:-([1-9]\d?))?")
_OPTION = re.compile(r"(?P<indent>[ ]*)(?P<key>[A-Za-z][\w-]*):(?:[ ]+(?P<value>.*))?")
_COMMENT = re.compile(r"(?:^|\s)#.*")
_NOT_COUNTRIES = frozenset({"EZ", "QO", "XA", "XB", "ZZ"})
"""Codes of CLDR that stand for no country or union."""


@dataclass(frozen=True, slots=True)
class Setting:
    """An option as written, and where its value stands."""

    value: str
    span: Span


def minutes_of(duration: str) -> int | None:
    """Minutes of an ISO 8601 duration of hours and minutes; None when it is none."""
    match = _DURATION.fullmatch(duration)
    return int(match[1] or 0) * 60 + int(match[2] or 0) if match else None


@cache
def _countries() -> frozenset[str]:
    territories = map(str, Locale("en").territories)
    return frozenset(code for code in territories if re.fullmatch("[A-Z]{2}", code)) - _NOT_COUNTRIES


def _check_duration(value: str) -> str:
    if minutes_of(value):
        return ""
    return "write hours and minutes as an ISO 8601 duration: `PT15M`, `PT1H`, `PT1H30M`"


def _check_grouping(value: str) -> str:
    return _one_of(value, GROUPINGS)


def _check_type(value: str) -> str:
    return _one_of(value, QUESTION_TYPES)


def _one_of(value: str, known: tuple[str, ...]) -> str:
    if value in known:
        return ""
    nearest = near_miss(value.lower().replace(" ", "-"), known)
    return (f"did you mean '{nearest}'? " if nearest else "") + "write one of: " + ", ".join(known)


def _check_number(value: str) -> str:
    if value.isascii() and value.isdigit() and len(value) < 4 and int(value):
        return ""
    return "write the number of one objective, counted from 1 in the order of the objectives block"


def _check_size(value: str) -> str:
    match = _SIZE.fullmatch(value)
    if match and int(match[1]) <= int(match[2] or match[1]):
        return ""
    return "write a number of people, or two with a hyphen: `5`, `4-6`"


def _check_country(value: str) -> str:
    if value in _countries():
        return ""
    if value == "UK":
        return "the code of the United Kingdom is `GB`"
    return "write the two capital letters of ISO 3166-1: `EE` for Estonia, `BR` for Brazil"


_CHECKS: dict[str, Callable[[str], str]] = {
    "time": _check_duration,
    "presentBack": _check_duration,
    "grouping": _check_grouping,
    "type": _check_type,
    "objective": _check_number,
    "groupSize": _check_size,
    "country": _check_country,
}

TAKES: dict[str, tuple[str, ...]] = {
    "exercise": ("time", "grouping", "objective"),
    "discussion": ("time", "grouping", "objective"),
    "challenge": ("time", "grouping", "groupSize", "presentBack", "objective"),
    "case": ("country",),
    "question": ("type", "objective"),
    "plan": ("time",),
}
"""The options that each block takes; other blocks take none."""
NEEDS: dict[str, tuple[str, ...]] = {
    "exercise": ("time",),
    "challenge": ("time",),
    "question": ("type",),
}
"""The options that a block cannot be without."""


def read_options(
    found: Scan, first: int, end: int, name: str, report: Report
) -> tuple[dict[str, Setting | None], int]:
    """The options from line `first` on (None: written but refused), and where the text begins."""
    known = TAKES.get(name, ())
    settings: dict[str, Setting | None] = {}
    index = first
    while index < end and not found.opaque[index]:
        line = found.flat[index]
        match = _OPTION.fullmatch(line)
        if line[:4].strip() or not line.strip():
            if match and match["key"] in known:
                _report(
                    found,
                    index,
                    match["key"],
                    "is not indented",
                    "indent the options of a block by four spaces",
                    report,
                )
                settings.setdefault(match["key"], None)
                index += 1
                continue
            break
        if not match:
            _report(
                found,
                index,
                line.strip(),
                "is no option",
                "write options as `key: value`, and leave a blank line after them",
                report,
            )
        else:
            _read(found, index, match, name, settings, report)
        found.hide(index)
        index += 1
    return settings, index


def _read(
    found: Scan,
    index: int,
    match: re.Match[str],
    name: str,
    settings: dict[str, Setting | None],
    report: Report,
) -> None:
    key = match["key"]
    known = TAKES.get(name, ())
    value = _COMMENT.sub("", match["value"] or "").strip()
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        value = value[1:-1]
    original = found.lines[index]
    key_column = original.index(key)
    column = original.find(value, key_column + len(key) + 1) if value else key_column
    span = found.place.at(index, max(column, 0))
    if key not in known:
        nearest = near_miss(key, known)
        hint = (
            f"did you mean '{nearest}'?"
            if nearest
            else (f"'{name}' takes: {', '.join(known)}" if known else f"'{name}' takes no options")
        )
        report.add(
            "unknown-block-option", found.place.at(index, key_column), f"'{name}' has no option '{key}'", hint
        )
    elif key in settings:
        report.add(
            "invalid-block-option",
            found.place.at(index, key_column),
            f"'{key}' is set twice",
            "keep one of them",
        )
    elif not value:
        report.add(
            "invalid-block-option",
            span,
            f"'{key}' has no value",
            "write a value after the colon, or remove the line",
        )
    elif hint := _CHECKS[key](value):
        report.add("invalid-block-option", span, f"'{value}' is no {_MEANING[key]}", hint)
    else:
        settings[key] = Setting(value, span)
        return
    settings.setdefault(key, None)


_MEANING = {
    "time": "length of time",
    "presentBack": "length of time",
    "grouping": "grouping",
    "type": "type of question",
    "objective": "number of an objective",
    "groupSize": "size of a group",
    "country": "country code",
}


def _report(found: Scan, index: int, text: str, problem: str, hint: str, report: Report) -> None:
    column = len(found.lines[index]) - len(found.lines[index].lstrip())
    report.add("invalid-block-option", found.place.at(index, column), f"'{text[:40]}' {problem}", hint)


def report_missing(name: str, settings: Mapping[str, Setting | None], span: Span, report: Report) -> None:
    """Report the options that a block needs and that were not written at all."""
    for key in NEEDS.get(name, ()):
        if key not in settings:
            example = {"time": "PT15M", "type": "single-choice"}[key]
            report.add(
                "missing-block-option",
                span,
                f"'{name}' needs the option '{key}'",
                f"write it under the opening, indented by four spaces: `{key}: {example}`",
            )
