"""Cross-references in prose: `[[users]]`, `[[users@working|label]]`, `[[module:x]]`, `[[source:slug]]`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal, get_args

from oer_build.diagnostics import Report, Span
from oer_build.markup.scan import Place, Visible, scan

ReferenceKind = Literal[
    "competency",
    "module",
    "course",
    "programme",
    "opportunity",
    "organisation",
    "pack",
    "story",
    "source",
]

REFERENCE = re.compile(r"(?<!\\)\[\[([^\[\]|\\\n]+)(?:\\?\|([^\[\]\n]*))?\]\]")
"""A bar inside a table is written `\\|`, as everywhere in tables."""
_IDENTIFIER = re.compile(r"[a-z0-9-]{1,64}")


@dataclass(frozen=True, slots=True)
class ReferenceUse:
    """A cross-reference in a text. `key` is what stands between the brackets, before any bar."""

    kind: ReferenceKind
    identifier: str
    level: str
    span: Span
    label: str
    key: str


@dataclass(frozen=True, slots=True)
class Target:
    """What a cross-reference leads to: a path under the site, with any fragment, and the text of the link.

    `language` and `direction` are those of that text, where its language is not that of the text around it.
    """

    path: str
    title: str
    language: str = ""
    direction: str = ""


def parse_key(key: str) -> tuple[ReferenceKind, str, str] | None:
    """Kind, identifier and level of a reference; None when it is malformed."""
    kind, colon, rest = key.partition(":")
    if colon:
        if kind not in get_args(ReferenceKind) or not _IDENTIFIER.fullmatch(rest):
            return None
        return kind, rest, ""  # type: ignore[return-value]
    identifier, at, level = key.partition("@")
    if not _IDENTIFIER.fullmatch(identifier) or (at and not _IDENTIFIER.fullmatch(level)):
        return None
    return "competency", identifier, level


def references_in(text: str, file: str, line: int, column: int = 1) -> list[ReferenceUse]:
    """The cross-references of a text that begins at `line` of `file`; malformed ones are left out."""
    if "[[" not in text:
        return []
    shown = scan(text, Place(file, line, column), Report()).visible()
    found = []
    for match in REFERENCE.finditer(shown.text):
        key = match[1].strip()
        parsed = parse_key(key)
        if parsed:
            found.append(ReferenceUse(*parsed, shown.span(match.start()), (match[2] or "").strip(), key))
    return found


def report_malformed(shown: Visible, report: Report) -> None:
    """Report what looks like a cross-reference and is none."""
    for match in REFERENCE.finditer(shown.text):
        key = match[1].strip()
        if parse_key(key) is None:
            report.add(
                "malformed-reference",
                shown.span(match.start()),
                f"'[[{key[:60]}]]' is no reference",
                "write `[[competency]]`, `[[competency@level]]`, `[[module:identifier]]` or "
                "`[[source:identifier]]`, or course:, programme:, opportunity:, organisation:, pack:, story:;"
                " identifiers have small letters, digits and hyphens (to show two brackets, write `\\[[`)",
            )
