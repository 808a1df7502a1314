"""How wide a text is, about, and how it breaks into lines: SVG text does not wrap by itself.

There is no font to ask at build time. Widths are those of Helvetica, which system fonts come near to, with a
margin.
"""

from __future__ import annotations

import html
import re
import unicodedata
from functools import lru_cache

_MARGIN = 1.07
"""Fonts of common systems run up to this much wider than Helvetica."""

_WIDTHS = {
    **dict.fromkeys("iljI'|", 0.23),
    **dict.fromkeys(" !,./:;[]\\ft()`-r·", 0.3),
    **dict.fromkeys("cksvxyzJ", 0.5),
    **dict.fromkeys("abdeghnopqu0123456789?_$#L", 0.556),
    **dict.fromkeys("FTZ+<>=~", 0.61),
    **dict.fromkeys("ABEKPSVXY&", 0.667),
    **dict.fromkeys("CDHNRUw", 0.722),
    **dict.fromkeys("GOQ", 0.778),
    **dict.fromkeys("mM", 0.833),
    **dict.fromkeys("W%", 0.944),
    "@": 1.015,
}
_OTHER = 0.6
_WIDE = 1.0


_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def escape(text: str) -> str:
    """Text for an element or attribute of XML 1.0: signs of markup escaped, signs that XML cannot hold left
    out."""
    return html.escape(_NOT_XML.sub("", text))


@lru_cache(maxsize=4096)
def _sign(sign: str) -> float:
    if unicodedata.combining(sign):
        return 0.0
    if unicodedata.east_asian_width(sign) in "WF":
        return _WIDE
    base = unicodedata.normalize("NFD", sign)[0]
    return _WIDTHS.get(base, _OTHER)


def width(text: str, size: float, bold: bool = False) -> float:
    """Width of a text in the unit of `size` (its font size)."""
    return sum(map(_sign, text)) * size * _MARGIN * (1.06 if bold else 1.0)


def wrap(text: str, size: float, room: float, most: int, bold: bool = False) -> tuple[str, ...]:
    """At most `most` lines that fit into `room`; what does not fit ends in an ellipsis.

    Breaks at spaces, and inside a word only where it alone is wider than a line.
    """
    lines: list[str] = []
    line = ""
    for word in _pieces(text, size, room, bold):
        joined = f"{line} {word}" if line and not word.startswith("\u200b") else line + word.lstrip("\u200b")
        if line and width(joined, size, bold) > room:
            lines.append(line)
            line = word.lstrip("\u200b")
        else:
            line = joined
    if line:
        lines.append(line)
    if len(lines) <= most:
        return tuple(lines)
    last = lines[most - 1]
    while last and width(last + "…", size, bold) > room:
        last = last[:-1]
    return (*lines[: most - 1], last.rstrip(" ,;:-") + "…")


def fit(text: str, size: float, room: float, bold: bool = False) -> str:
    """One line: the text, or as much of it as fits."""
    return "".join(wrap(text, size, room, 1, bold))


def _pieces(text: str, size: float, room: float, bold: bool) -> list[str]:
    """Words; one that is too wide in parts, of which all but the first begin with a zero-width space."""
    pieces: list[str] = []
    for word in text.split():
        part = ""
        mark = ""
        for sign in word:
            if part and width(part + sign, size, bold) > room:
                pieces.append(mark + part)
                part, mark = "", "\u200b"
            part += sign
        pieces.append(mark + part)
    return pieces
