"""`accessibility.json` at the project's root: the last test of the site's accessibility."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import fields
from pathlib import Path
from typing import Any

from oer_build.diagnostics import Report, Span
from oer_build.files.regular import Refused, read_regular
from oer_build.model import Audit, Finding, ManualTest
from oer_build.schema import checks

FILE = "accessibility.json"
_LIMIT = 1024 * 1024
_LONGEST = 5_000
"""Characters of what people did and found: a paragraph or two. What is longer is a page of its own."""
_HINT = "mend it, write it anew with the program that tests the site, or remove it"


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
        date=record.date("date"),
        tool=record.text("tool"),
        browser=record.text("browser"),
        rules=record.number("rules"),
        kinds=tuple(_text(one, "kinds") for one in record.items("kinds")),
        themes=tuple(_text(one, "themes") for one in record.items("themes")),
        widths=tuple(_number(one, "widths") for one in record.items("widths")),
        violations=tuple(_finding(one) for one in record.items("violations")),
        undecided=tuple(_finding(one) for one in record.items("undecided")),
        states=tuple(_text(one, "states") for one in record.items("states", ())),
        site=record.address("site"),
        revision=record.text("revision", missing=""),
        manual=tuple(_manual(one) for one in record.items("manual", ())),
    )


KEYS = ("schemaVersion", *(field.name for field in fields(Audit)))
"""What the record holds."""


def _manual(value: Any) -> ManualTest:
    record = _Record(value, "an entry of `manual`")
    record.only(field.name for field in fields(ManualTest))
    return ManualTest(
        record.date("date"),
        record.words("by"),
        record.words("technology"),
        record.words("done", _LONGEST),
        record.words("found", _LONGEST),
    )


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

    def text(self, key: str, missing: str | None = None) -> str:
        """A text. `missing`: what stands for it in records that do not have it yet."""
        if missing is not None and key not in self._value:
            return missing
        return _text(self._get(key), key)

    def words(self, key: str, most: int = checks.MAX_LINE) -> str:
        """A text that somebody wrote: it says something."""
        said = _text(self._get(key), key, most).strip()
        if not said:
            raise ValueError(f"`{key}` of {self._name} has no text")
        return said

    def date(self, key: str) -> str:
        """A date. Raises `ValueError`, which `checks.Problem` is."""
        return checks.date(self.text(key))

    def address(self, key: str) -> str:
        """A web address, or nothing."""
        said = self.text(key, missing="")
        return checks.url(said) if said else ""

    def only(self, keys: Iterable[str]) -> None:
        """Refuse other keys: one that is mistyped would be lost."""
        unknown = sorted(self._value.keys() - set(keys))
        if unknown:
            raise ValueError(f"{self._name} has `{unknown[0]}`, which is not known")

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


def _text(value: Any, key: str, most: int = checks.MAX_LINE) -> str:
    if not isinstance(value, str):
        raise ValueError(f"`{key}` holds something that is no text")
    if len(value) > most:
        raise ValueError(f"`{key}` holds a text of {len(value):,} characters: at most {most:,} are taken")
    return value


def _number(value: Any, key: str) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise ValueError(f"`{key}` holds something that is no whole number")
    return value
