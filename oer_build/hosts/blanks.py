"""A page without the blanks that templates leave between its tags: they weigh, and no browser shows them."""

from __future__ import annotations

import re

_KEPT = re.compile(r"(<(pre|textarea|script|style)\b.*?</\2\s*>)", re.DOTALL | re.IGNORECASE)
"""Elements in which every blank counts."""
_BETWEEN = re.compile(r"(?:(?<=>)|\A)\s*\n\s*(?=<|\Z)")


def without_blanks(html: str) -> str:
    """The same page; one end of a line is left where there were blanks and ends of lines between two tags."""
    pieces = _KEPT.split(html)
    # Text, then an element that is kept, then the name of that element, and again.
    return "".join(
        _BETWEEN.sub("\n", piece) if at % 3 == 0 else piece for at, piece in enumerate(pieces) if at % 3 != 2
    )
