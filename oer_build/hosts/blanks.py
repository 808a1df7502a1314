"""A page without the blanks that templates leave between its tags: they weigh, and no browser shows them."""

from __future__ import annotations

import re

_KEPT = re.compile(r"(<(pre|textarea|script|style)\b.*?</\2\s*>)", re.DOTALL | re.IGNORECASE)
"""Elements in which every blank counts."""
_BLANKS = re.compile(r"\s+")


def without_blanks(html: str) -> str:
    """The same page; one end of a line is left where there were blanks and ends of lines between two tags."""
    pieces = _KEPT.split(html)
    # Text, then an element that is kept, then the name of that element, and again.
    return "".join(
        _BLANKS.sub(_shorter, piece) if at % 3 == 0 else piece
        for at, piece in enumerate(pieces)
        if at % 3 != 2
    )


def _shorter(blanks: re.Match[str]) -> str:
    """Whole runs are looked at, each once: a pattern that looks for what is around them tries each place."""
    text, (start, end) = blanks.string, blanks.span()
    between = (start == 0 or text[start - 1] == ">") and (end == len(text) or text[end] == "<")
    return "\n" if between and "\n" in blanks[0] else blanks[0]
