"""The licence and copyright of each asset, as REUSE 3.3 says: a side-car `<file>.license`, or REUSE.toml.

Knows the texts of these files; what a licence allows is for `analysis/licensing.py`.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from oer_build.diagnostics import Report, Span
from oer_build.files import REUSE_FILE, AssetFile, Sources
from oer_build.model import Asset
from oer_build.schema.checks import license_problem

SIDE_CAR = ".license"
_TAG = re.compile(r"(SPDX-License-Identifier|SPDX-FileCopyrightText):[ \t]*([^\n]*)")
_PUBLIC_DOMAIN = frozenset({"CC0-1.0", "CC-PDM-1.0"})
"""Licences that ask for no attribution, so that nobody needs to be named."""


@dataclass(frozen=True, slots=True)
class _Claim:
    """A licence and where it was written."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class _Rights:
    licenses: tuple[_Claim, ...] = ()
    copyright: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Annotation:
    """An entry of REUSE.toml (REUSE 3.3, "REUSE.toml")."""

    paths: tuple[tuple[str, ...], ...]
    """Patterns, each as literal parts and stars."""
    precedence: str
    rights: _Rights

    def covers(self, file: str) -> bool:
        return any(_matches(pattern, file) for pattern in self.paths)


def read_assets(sources: Sources, report: Report) -> list[Asset]:
    """Every asset with its licence; one without is reported and kept, so that links to it still hold."""
    annotations = _annotations(sources.reuse, report) if sources.reuse else []
    return [
        _asset(asset, _rights(asset.file, sources.side_cars.get(asset.file), annotations), report)
        for asset in sources.assets.values()
    ]


def _asset(asset: AssetFile, rights: _Rights, report: Report) -> Asset:
    if not rights.licenses:
        report.add(
            "asset-without-licence",
            Span(asset.file),
            "nothing says under which licence this file may be used",
            f"add {asset.file}{SIDE_CAR} with SPDX-License-Identifier and SPDX-FileCopyrightText, "
            f"or an entry in {REUSE_FILE}",
        )
    elif not rights.copyright and not _PUBLIC_DOMAIN.issuperset(claim.text for claim in rights.licenses):
        report.add(
            "asset-without-licence",
            rights.licenses[0].span,
            "nothing says who holds the copyright, whom the licence asks readers to name",
            "add a line SPDX-FileCopyrightText: 2026 Name",
        )
    valid = []
    for claim in dict.fromkeys(rights.licenses):
        problem = license_problem(claim.text)
        if problem:
            report.add("invalid-license", claim.span, *problem)
        else:
            valid.append(claim.text)
    return Asset(
        asset.file,
        asset.path,
        _together(valid),
        "; ".join(dict.fromkeys(rights.copyright)),
        asset.digest,
        asset.picture,
    )


def _together(licenses: Iterable[str]) -> str:
    """All the licences of a file as one SPDX expression: each holds."""
    parts = list(dict.fromkeys(licenses))
    if len(parts) == 1:
        return parts[0]
    return " AND ".join(f"({part})" if " OR " in part.upper() else part for part in parts)


def _rights(file: str, side_car: str | None, annotations: list[_Annotation]) -> _Rights:
    own = _side_car(file + SIDE_CAR, side_car) if side_car is not None else _Rights()
    annotation = next((entry for entry in reversed(annotations) if entry.covers(file)), None)
    if annotation is None:
        return own
    said = annotation.rights
    if annotation.precedence == "override":
        return said
    if annotation.precedence == "aggregate":
        return _Rights(own.licenses + said.licenses, own.copyright + said.copyright)
    return _Rights(own.licenses or said.licenses, own.copyright or said.copyright)


def _side_car(file: str, text: str) -> _Rights:
    licenses, holders = [], []
    for match in _TAG.finditer(text):
        value = match[2].strip()
        if match[1] == "SPDX-FileCopyrightText":
            holders.append(value)
        elif value:
            line = text.count("\n", 0, match.start(2)) + 1
            column = match.start(2) - text.rfind("\n", 0, match.start(2))
            licenses.append(_Claim(value, Span(file, line, column)))
    return _Rights(tuple(licenses), tuple(holder for holder in holders if holder))


# -- REUSE.toml --------------------------------------------------------------------------------------------


def _annotations(text: str, report: Report) -> list[_Annotation]:
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        place = re.search(r"\(at line (\d+), column (\d+)\)", str(error))
        line, column = (int(place[1]), int(place[2])) if place else _last(text)
        report.add(
            "toml-syntax",
            Span(REUSE_FILE, line, column),
            "this is not TOML",
            "check quotation marks, brackets and the equals sign",
        )
        return []
    except RecursionError:
        report.add("toml-syntax", Span(REUSE_FILE), "brackets are nested too deep", "write a plain list")
        return []
    entries = data.get("annotations", [])
    if not isinstance(entries, list):
        entries = [None]
    found = []
    for entry in entries:
        annotation = _annotation(entry, text)
        if annotation is None:
            report.add(
                "toml-syntax",
                Span(REUSE_FILE, _line(text, "annotations")),
                "an entry of `annotations` has no `path`, or something that is not text",
                'write [[annotations]], path = "content/**", SPDX-License-Identifier = "..."',
            )
        else:
            found.append(annotation)
    return found


def _annotation(entry: Any, text: str) -> _Annotation | None:
    if not isinstance(entry, dict):
        return None
    paths = _strings(entry.get("path"))
    licenses = _strings(entry.get("SPDX-License-Identifier", []))
    holders = _strings(entry.get("SPDX-FileCopyrightText", []))
    precedence = entry.get("precedence", "closest")
    if (
        not paths
        or licenses is None
        or holders is None
        or precedence not in ("closest", "aggregate", "override")
    ):
        return None
    claims = tuple(_Claim(value, _place(text, value)) for value in licenses)
    return _Annotation(
        tuple(_pattern(path) for path in paths),
        precedence,
        _Rights(claims, tuple(holders)),
    )


def _strings(value: Any) -> list[str] | None:
    if isinstance(value, str):
        return [value]
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return value
    return None


_ANY, _IN_FOLDER = "\0**", "\0*"
"""Stars in a pattern; no path holds a NUL."""


def _pattern(text: str) -> tuple[str, ...]:
    """A path pattern of REUSE 3.3: `*` is anything but a slash, `**` anything; a backslash escapes."""
    return tuple(
        _ANY if match[2] else _IN_FOLDER if match[3] else match[1] or match[4] or ""
        for match in re.finditer(r"\\(.)|(\*\*+)|(\*)|([^\\*]+)|\\", text, re.S)
    )


def _matches(pattern: tuple[str, ...], path: str) -> bool:
    """Whether a pattern covers a path. Walks all possibilities at once, so that no pattern can take long."""
    positions = {0}
    for part in pattern:
        if part == _ANY:
            positions = set(range(min(positions), len(path) + 1))
        elif part == _IN_FOLDER:
            reached: set[int] = set()
            for position in sorted(positions):
                if position not in reached:
                    slash = path.find("/", position)
                    reached.update(range(position, (len(path) if slash < 0 else slash) + 1))
            positions = reached
        else:
            positions = {at + len(part) for at in positions if path.startswith(part, at)}
        if not positions:
            return False
    return len(path) in positions


def _place(text: str, value: str) -> Span:
    """Where a licence stands in REUSE.toml: the first time that it is written there."""
    index = max(text.find(f'"{value}"'), text.find(f"'{value}'"))
    if index < 0:
        return Span(REUSE_FILE, _line(text, "SPDX-License-Identifier"))
    return Span(REUSE_FILE, text.count("\n", 0, index) + 1, index - text.rfind("\n", 0, index))


def _line(text: str, word: str) -> int:
    return text.count("\n", 0, max(text.find(word), 0)) + 1


def _last(text: str) -> tuple[int, int]:
    lines = text.rstrip("\n").split("\n")
    return len(lines), len(lines[-1]) + 1
