"""Small pieces of Markdown, and where things are. Knows nothing of what is written."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
DOCS = ROOT / "docs"
PACKAGE = ROOT / "oer_build"
NOTICE = (
    "<!-- Written by tools/reference from the code: change the code, then run `python tools/reference`. -->"
)


def page(title: str, description: str, *parts: str) -> str:
    """A whole page: front matter, a notice for whoever opens the source, and the parts."""
    head = f"---\ntitle: {title}\ndescription: {description}\n---\n"
    return "\n\n".join([f"{head}\n{NOTICE}", *(part.strip("\n") for part in parts if part.strip())]) + "\n"


def table(*rows: tuple[str, ...]) -> str:
    """A table whose first row is its head; empty when it has no other row."""
    head, *body = [tuple(cell(text) for text in row) for row in rows]
    lines = [head, tuple("---" for _ in head), *body]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines) if body else ""


def cell(text: str) -> str:
    """A text for a cell of a table: one line, and no bar that would end the cell."""
    return " ".join(text.split()).replace("|", "\\|") or " "


def code(text: str) -> str:
    return f"`{text}`" if text else ""


def fence(text: str, language: str = "text") -> str:
    return f"```{language}\n{text.strip(chr(10))}\n```"


def prose(text: str) -> str:
    """A docstring as Markdown: unwrapped, and nothing outside code taken for HTML, a link or emphasis."""
    paragraphs = [" ".join(part.split()) for part in re.split(r"\n\s*\n", text.strip())]
    return "\n\n".join(_escaped(paragraph) for paragraph in paragraphs)


def _escaped(paragraph: str) -> str:
    spans = re.split(r"(`[^`]*`)", paragraph)
    return "".join(span if span.startswith("`") else re.sub(r"([<*\[])", r"\\\1", span) for span in spans)
