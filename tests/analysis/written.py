"""A real course of a few modules, written as an author writes it, and what is counted in it."""

from __future__ import annotations

import datetime
from pathlib import Path

from oer_build.analysis.content import Content, content_of
from oer_build.analysis.content_findings import Finding
from tests.core.small_course import compiled

TODAY = datetime.date(2026, 11, 22)
NOTHING: dict[str, str | None] = {
    "content/modules/asking/index.md": None,
    "content/modules/reporting/index.md": None,
    "content/courses/demo/index.md": None,
}
"""The small course without its modules."""


def module(body: str = "", **keys: str) -> str:
    """The file of a module. `keys` replace or add lines of front matter, as YAML."""
    front = {
        "title": "A module",
        "description": "What it is about.",
        "teaches": "[{competency: listening, level: basic, strength: practised}]",
        "timeRequired": "PT30M",
        "license": "CC-BY-SA-4.0",
        "inLanguage": "en",
        "creator": "[{name: The demo team}]",
        "creativeWorkStatus": "published",
    } | keys
    lines = "".join(f"{key}: {value}\n" for key, value in front.items())
    return f"---\n{lines}---\n\n{body or 'Some text.'}\n"


def counted(root: Path, *modules: str, today: datetime.date = TODAY) -> Content:
    """The content of a course whose modules `m1`, `m2`, ... have these files."""
    files = {f"content/modules/m{number}/index.md": text for number, text in enumerate(modules, 1)}
    made = compiled(root, NOTHING | files)
    assert [f"{p.span}: {p.message}" for p in made.report if p.severity == "error"] == []
    return content_of(made.catalogue, made.lessons, today)


def found(content: Content, kind: str) -> list[Finding]:
    """The findings of a kind."""
    return [finding for finding in content.findings if finding.kind == kind]
