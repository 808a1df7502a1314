"""Where a key of `look` stands in mkdocs.yml, as well as can be seen without reading it as YAML.

MkDocs reads that file, with tags of its own, and keeps no places.
"""

from __future__ import annotations

import re

from oer_build.diagnostics import Span

_BRACES = re.compile(r"\s*\{[^{}]*\}")
_COMMENT = re.compile(r"(?:(?<=\s)|^)#[^\n]*", re.MULTILINE)


def place(file: str, text: str, keys: tuple[str, ...]) -> Span:
    """The place of `keys` below `look`, or of the last of them that is found, or the file's beginning."""
    # Spaces in place of comments keep every place where it is.
    bare = _COMMENT.sub(lambda match: " " * len(match[0]), text)
    if keys[:1] != ("dark",):
        bare = _without_dark(bare)
    at, found = 0, -1
    for key in ("look", *keys):
        match = _key(key).search(bare, at)
        if match is None:
            break
        found, at = match.start(), match.end()
    if found < 0:
        return Span(file)
    start = bare.rfind("\n", 0, found) + 1
    return Span(file, bare.count("\n", 0, found) + 1, found - start + 1)


def _key(name: str) -> re.Pattern[str]:
    return re.compile(rf"""(?<![\w-])["']?{re.escape(name)}["']?[ \t]*:""")


def _without_dark(text: str) -> str:
    """The text with spaces where the dark scheme's colours are: they have the names of the light ones."""
    look = _key("look").search(text)
    dark = _key("dark").search(text, look.end()) if look else None
    if dark is None:
        return text
    within = _BRACES.match(text, dark.end())
    if within is None:
        margin = dark.start() - text.rfind("\n", 0, dark.start()) - 1
        within = re.compile(rf"[^\n]*(?:\n(?: {{{margin + 1},}}[^\n]*|[ \t]*(?=\n)))*").match(
            text, dark.end()
        )
    assert within is not None  # it may match nothing
    return text[: within.start()] + re.sub(r"[^\n]", " ", within[0]) + text[within.end() :]
