"""A slide as a value, and what an element of a text looks like on one."""

from __future__ import annotations

from dataclasses import dataclass

from oer_build.lesson import Block, Node
from oer_build.pages.fragments import Piece, count_words, first_line, pieces

PICTURE = 50
"""What a picture counts as, in words."""
_BIG = frozenset({"dl", "table", "pre"})


@dataclass(frozen=True, slots=True)
class Shown:
    """A part of a slide. `kind`: `text`, `list`, `table`, `picture`, `code`, or `case`, which has a title."""

    kind: str
    html: str
    title: str = ""
    number: str = ""
    """The number of a case."""


@dataclass(frozen=True, slots=True)
class Slide:
    """One slide. `kind` is `section` or the name of a teaching block."""

    kind: str
    title: str = ""
    """Inline HTML; empty where the kind says all."""
    block: Block | None = None
    """The teaching block that it shows: its number, time and grouping."""
    part: int = 1
    """1, or more where a section or a task goes on."""
    parts: tuple[Shown, ...] = ()
    items: tuple[str, ...] = ()
    """Of objectives and key points: inline HTML."""
    notes: tuple[Node, ...] = ()
    words: int = 0
    """How much there is to read on it."""

    @property
    def density(self) -> str:
        """How small its text must be: `few`, `some`, `many` or `most` words."""
        return next(
            (name for most, name in ((40, "few"), (80, "some"), (130, "many")) if self.words <= most), "most"
        )


def shown_of(piece: Piece) -> tuple[Shown, int, bool] | None:
    """What of an element stands on a slide, how many words that is, and whether it was cut; None where it
    does not."""
    if piece.tag in ("ul", "ol"):
        html, cut = _short_list(piece)
        return Shown("list", html), count_words(html), cut
    if piece.tag in _BIG or (piece.tag == "div" and ("<table" in piece.html or "<pre" in piece.html)):
        part, words = whole(piece)
        return part, words, False
    if piece.tag == "p" and "<img" in piece.html and not count_words(piece.html):
        return Shown("picture", piece.html), PICTURE, False
    return None


def whole(piece: Piece) -> tuple[Shown, int]:
    """An element as it is, and how many words it counts."""
    pictures = piece.html.count("<img")
    kind = (
        "table"
        if "<table" in piece.html
        else "code"
        if "<pre" in piece.html
        else "list"
        if piece.tag in ("ul", "ol", "dl")
        else "picture"
        if pictures and not piece.words
        else "text"
    )
    return Shown(kind, piece.html), piece.words + pictures * PICTURE


def _short_list(piece: Piece) -> tuple[str, bool]:
    """A list with the first sentence of each item."""
    items, shortened = [], False
    for item in pieces(piece.inside):
        if item.tag != "li" or "<input" in item.html:
            return piece.html, False
        line, cut = first_line(item.inside, 1)
        shortened |= cut
        items.append(f"{item.html[: item.html.index('>') + 1]}{line}</li>")
    opening = piece.html[: piece.html.index(">") + 1]
    return f"{opening}{''.join(items)}</{piece.tag}>", shortened
