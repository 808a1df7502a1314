"""`accessibility.json` at the project's root: the last test of the site's accessibility."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import fields
from pathlib import Path
from typing import Any

from oer_build.diagnostics import Report, Span
from oer_build.files.regular import Refused, read_regular
from oer_build.model import Audit, Finding

FILE = "accessibility.json"
_LIMIT = 1024 * 1024
_HINT = "write it anew with the program that tests the site, or remove it"


def read_audit(root: Path, report: Report) -> Audit | None:
    """The test, or None where none is recorded or the record cannot be read, which is reported."""
    if not (root / FILE).exists():
        return None
    try:
        value = json.loads(read_regular(root, FILE, _LIMIT))
        return _audit(value)
    except Refused as refusal:
        report.add(refusal.code, Span(FILE), str(refusal), refusal.hint)
    except json.JSONDecodeError as fault:
        report.add(
            "unreadable-audit", Span(FILE, fault.lineno, fault.colno), f"this is no JSON: {fault.msg}", _HINT
        )
    except UnicodeDecodeError:
        report.add("unreadable-audit", Span(FILE), "the record is not UTF-8", _HINT)
    except (ValueError, RecursionError) as fault:
        report.add("unreadable-audit", Span(FILE), str(fault) or "the record is nested too deeply", _HINT)
    return None


def _audit(value: Any) -> Audit:
    """The record as a value. Raises `ValueError` in words for whoever reads the report."""
    record = _Record(value, "the record")
    if record.number("schemaVersion") != 1:
        raise ValueError("`schemaVersion` of the record is not 1: a newer program wrote it")
    return Audit(
        date=record.text("date"),
        tool=record.text("tool"),
        browser=record.text("browser"),
        rules=record.number("rules"),
        kinds=tuple(_text(one, "kinds") for one in record.items("kinds")),
        themes=tuple(_text(one, "themes") for one in record.items("themes")),
        widths=tuple(_number(one, "widths") for one in record.items("widths")),
        violations=tuple(_finding(one) for one in record.items("violations")),
        undecided=tuple(_finding(one) for one in record.items("undecided")),
        states=tuple(_text(one, "states") for one in record.items("states", ())),
    )


KEYS = ("schemaVersion", *(field.name for field in fields(Audit)))
"""What the record holds."""


def _finding(value: Any) -> Finding:
    record = _Record(value, "a finding")
    return Finding(
        record.text("rule"),
        record.text("help"),
        record.number("places"),
        tuple(_text(one, "kinds") for one in record.items("kinds")),
    )


class _Record:
    """A JSON object whose values are asked for by name and kind."""

    def __init__(self, value: Any, name: str) -> None:
        if not isinstance(value, dict):
            raise ValueError(f"{name} is no JSON object")
        self._value = value
        self._name = name

    def _get(self, key: str) -> Any:
        if key not in self._value:
            raise ValueError(f"{self._name} has no `{key}`")
        return self._value[key]

    def text(self, key: str) -> str:
        return _text(self._get(key), key)

    def number(self, key: str) -> int:
        return _number(self._get(key), key)

    def items(self, key: str, missing: tuple[Any, ...] | None = None) -> Sequence[Any]:
        """A list. `missing`: what stands for it in records that do not have it yet."""
        if missing is not None and key not in self._value:
            return missing
        value = self._get(key)
        if not isinstance(value, list):
            raise ValueError(f"`{key}` is no list")
        return value


def _text(value: Any, key: str) -> str:
    if not isinstance(value, str):
        raise ValueError(f"`{key}` holds something that is no text")
    return value


def _number(value: Any, key: str) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise ValueError(f"`{key}` holds something that is no whole number")
    return value
