"""Diagnostics as text for people and as data for programs: `text`, `github`, `json`, `sarif`."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import quote

from oer_build.codes import CODES
from oer_build.diagnostics import Diagnostic
from oer_build.version import __version__

EXCERPT_LIMIT = 160
"""Characters of a source line that an excerpt shows around the place."""


def as_text(problem: Diagnostic, root: Path) -> str:
    """One problem: place, severity, code, message; the line with a caret; related places; what to do."""
    lines = [visible(f"{problem.span}: {problem.severity}[{problem.code}]: {problem.message}")]
    lines += _excerpt(problem, root)
    lines += [visible(f"  see {related.span}: {related.message}") for related in problem.related]
    if problem.hint:
        lines.append(visible(f"  help: {problem.hint}"))
    return "\n".join(lines)


def visible(words: str) -> str:
    """Words without control characters: a message quotes strangers, and a terminal obeys escapes."""
    return "".join(
        character if character.isprintable() or character in "\t\n" else "\N{REPLACEMENT CHARACTER}"
        for character in words
    )


def _excerpt(problem: Diagnostic, root: Path) -> list[str]:
    """The author's line and a caret under the place; nothing when the file cannot be shown."""
    path = root / problem.span.file
    try:
        if path.is_symlink() or not path.is_file() or path.stat().st_size > 2**21:
            return []
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError, ValueError):
        return []
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    if not 1 <= problem.span.line <= len(lines):
        return []
    line = lines[problem.span.line - 1]
    start = max(0, problem.span.column - 1 - EXCERPT_LIMIT // 2)
    shown = visible(line)[start : start + EXCERPT_LIMIT]
    before = shown[: problem.span.column - 1 - start]
    padding = "".join("\t" if character == "\t" else " " for character in before)
    number = str(problem.span.line)
    return [f"  {number} | {shown}", f"  {' ' * len(number)} | {padding}^"]


def text(problems: Sequence[Diagnostic], root: Path) -> str:
    """All problems for a person to read."""
    return "\n\n".join(as_text(problem, root) for problem in problems)


def github(problems: Sequence[Diagnostic], root: Path) -> str:
    """Workflow commands that GitHub Actions shows as annotations on a pull request.

    Their paths count from the root of the repository, which `GITHUB_WORKSPACE` names; a project may be a part
    of it.
    """
    workspace = os.environ.get("GITHUB_WORKSPACE", "")
    folder = Path()
    if workspace and root.resolve().is_relative_to(Path(workspace).resolve()):
        folder = root.resolve().relative_to(Path(workspace).resolve())
    return "\n".join(
        f"::{problem.severity} file={_property((folder / problem.span.file).as_posix())},"
        f"line={problem.span.line},"
        f"col={problem.span.column},title={problem.code}::{_data(_with_hint(problem))}"
        for problem in problems
    )


def _data(value: str) -> str:
    return value.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(value: str) -> str:
    return _data(value).replace(":", "%3A").replace(",", "%2C")


def _with_hint(problem: Diagnostic) -> str:
    return f"{problem.message}. {problem.hint}" if problem.hint else problem.message


def as_json(problems: Sequence[Diagnostic], root: Path) -> str:
    """`{"diagnostics": [...], "counts": {...}}`, the published contract."""
    found = [
        {
            "code": problem.code,
            "severity": problem.severity,
            "message": problem.message,
            "hint": problem.hint,
            "file": problem.span.file,
            "line": problem.span.line,
            "column": problem.span.column,
        }
        for problem in problems
    ]
    counts = {
        severity: sum(problem.severity == severity for problem in problems)
        for severity in ("error", "warning")
    }
    return json.dumps({"diagnostics": found, "counts": counts}, ensure_ascii=False, indent=2)


def sarif(problems: Sequence[Diagnostic], root: Path) -> str:
    """SARIF 2.1.0, which code hosts and editors read."""
    used = sorted({problem.code for problem in problems})
    rules: list[dict[str, Any]] = [
        {
            "id": code,
            "shortDescription": {"text": CODES[code].summary},
            "help": {"text": CODES[code].remedy},
            "defaultConfiguration": {"level": CODES[code].severity},
        }
        for code in used
    ]
    results = [
        {
            "ruleId": problem.code,
            "ruleIndex": used.index(problem.code),
            "level": problem.severity,
            "message": {"text": _with_hint(problem)},
            "locations": [_location(problem.span.file, problem.span.line, problem.span.column)],
            "relatedLocations": [
                {
                    "id": number,
                    "message": {"text": related.message},
                    **_location(related.span.file, related.span.line, related.span.column),
                }
                for number, related in enumerate(problem.related, 1)
            ],
        }
        for problem in problems
    ]
    driver = {"name": "oer", "version": __version__, "rules": rules}
    return json.dumps(
        {
            "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
            "version": "2.1.0",
            "runs": [{"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}],
        },
        ensure_ascii=False,
        indent=2,
    )


def _location(file: str, line: int, column: int) -> dict[str, Any]:
    return {
        "physicalLocation": {
            "artifactLocation": {"uri": quote(file)},
            "region": {"startLine": line, "startColumn": column},
        }
    }


FORMATS: dict[str, Callable[[Sequence[Diagnostic], Path], str]] = {
    "text": text,
    "github": github,
    "json": as_json,
    "sarif": sarif,
}
