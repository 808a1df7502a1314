"""Where a key of `look` stands in mkdocs.yml, as well as can be seen without reading it as YAML.

MkDocs reads that file, with tags of its own, and keeps no places.
"""

from __future__ import annotations

import re

from oer_build.diagnostics import Span

_COMMENT = re.compile(r"(?:(?<=\s)|^)#[^\n]*", re.MULTILINE)


def place(file: str, text: str, keys: tuple[str, ...]) -> Span:
    """The place of `keys` below `look`, or of the last of them that is found, or the file's beginning."""
    # Spaces in place of comments keep every place where it is.
    bare = _COMMENT.sub(lambda match: " " * len(match[0]), text)
    at, found = 0, -1
    for key in ("look", *keys):
        match = re.compile(rf"""(?<![\w-])["']?{re.escape(key)}["']?[ \t]*:""").search(bare, at)
        if match is None:
            break
        found, at = match.start(), match.end()
    if found < 0:
        return Span(file)
    start = bare.rfind("\n", 0, found) + 1
    return Span(file, bare.count("\n", 0, found) + 1, found - start + 1)
