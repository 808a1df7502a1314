"""A parsed YAML text: plain data, and where each key and item of it was written."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from oer_build.diagnostics import Span

Path = tuple[str | int, ...]
"""A way through a tree: keys of mappings and positions in lists."""

# A place is one whole number, so that the places of a large site cost the garbage collector nothing: the line
# and column in the parsed text, from 0, and how the scalar there is written.
PLAIN, QUOTED, BLOCK = 0, 1, 2
STYLES = {"'": QUOTED, '"': QUOTED, "|": BLOCK, ">": BLOCK}


def pack(mark: Any, style: int = PLAIN) -> int:
    return int(mark.line << 26 | mark.column << 2 | style)


def unpack(place: int) -> tuple[int, int, int]:
    return place >> 26, place >> 2 & 0xFFFFFF, place & 3


class Keys:
    """Where a mapping stands, its keys, and its values."""

    __slots__ = ("keys", "place", "values")

    def __init__(self, place: int) -> None:
        self.place = place
        self.keys: dict[str, int] = {}
        self.values: dict[str, Node] = {}


class Items:
    """Where a list stands, and its items."""

    __slots__ = ("items", "place")

    def __init__(self, place: int) -> None:
        self.place = place
        self.items: list[Node] = []


Node = int | Keys | Items


@dataclass(frozen=True, slots=True)
class Document:
    """Plain data (`dict`, `list`, `str`, `int`, `float`, `bool`, `None`) and where each part was written.

    Keys are always strings. A path that leads nowhere is answered with the nearest place above it.
    """

    file: str
    data: Any
    _root: Node = field(repr=False)
    _lines: list[str] = field(repr=False)
    _offset: int = field(default=0, repr=False)

    def span(self, path: Path = ()) -> Span:
        """The place of the value at a path."""
        value, _ = self._find(path)
        return self._at(*unpack(value)[:2])

    def key_span(self, path: Path) -> Span:
        """The place of the key at the end of a path; for an item of a list, of the item."""
        value, key = self._find(path)
        return self._at(*unpack(value if key is None else key)[:2])

    def text_span(self, path: Path) -> Span:
        """The place where the text of a scalar begins: for a block (`|` or `>`), its first line."""
        line, column, style = unpack(self._find(path)[0])
        if style != BLOCK:
            return self._at(line, column + (style == QUOTED))
        line = min(line + 1, len(self._lines) - 1)
        written = next((text for text in self._lines[line:] if text.strip()), "")
        return self._at(line, min(len(written) - len(written.lstrip(" ")), len(self._lines[line])))

    def _find(self, path: Path) -> tuple[int, int | None]:
        """The place of the value at a path, and of its key."""
        node, key = self._root, None
        for step in path:
            if type(node) is Keys and step in node.keys:
                key = node.keys[str(step)]
                node = node.values.get(str(step), key)
            elif type(node) is Items and isinstance(step, int) and 0 <= step < len(node.items):
                node, key = node.items[step], None
            else:
                break
        return node if isinstance(node, int) else node.place, key

    def _at(self, line: int, column: int) -> Span:
        return within(self.file, self._lines, line, column, self._offset)


def within(file: str, lines: list[str], line: int, column: int, offset: int) -> Span:
    """A span of 0-based marks that lies inside the file: a parser's end of text may be one line below it."""
    if line >= len(lines) or (line == len(lines) - 1 and line > 0 and not lines[line]):
        line = min(line, len(lines) - 1)
        while line > 0 and not lines[line]:
            line -= 1
        column = len(lines[line])
    return Span(file, line + 1 + offset, min(column, len(lines[line])) + 1)
