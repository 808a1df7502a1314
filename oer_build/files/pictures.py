"""How large a picture is, read from its first bytes: pages keep its place free, so that text does not jump.

Formats: PNG (W3C), GIF 89a, JPEG (ITU-T T.81, frame headers), WebP (RFC 9649), SVG (width and height, else
viewBox). Of others nothing is known, and nothing is guessed.
"""

from __future__ import annotations

import re
from collections.abc import Callable

Size = tuple[int, int]
"""Width and height in CSS pixels, both above 0."""

MOST = 100_000
"""A larger number is a mistake or a trick."""

_SVG_ROOT = re.compile(rb"<(?:[\w.-]+:)?svg\b((?:[^>\"']|\"[^\"]*\"|'[^']*')*)>")
_LENGTH = re.compile(rb"\s(width|height)\s*=\s*[\"']\s*([0-9]{1,6}(?:\.[0-9]{1,6})?)(?:px)?\s*[\"']")
_VIEW_BOX = re.compile(
    rb"\sviewBox\s*=\s*[\"']\s*-?[\d.]{1,12}[\s,]+-?[\d.]{1,12}[\s,]+([\d.]{1,12})[\s,]+([\d.]{1,12})\s*[\"']"
)
_JPEG_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}


def picture_size(data: bytes, extension: str) -> Size | None:
    """The size of a picture whose file name ends in `extension`, or None where it cannot be told."""
    read = _READERS.get(extension)
    try:
        size = read(data) if read else None
    except (IndexError, ValueError):
        return None
    return size if size and all(0 < length <= MOST for length in size) else None


def _png(data: bytes) -> Size | None:
    if data[12:16] != b"IHDR":
        return None
    return int.from_bytes(data[16:20], "big"), int.from_bytes(data[20:24], "big")


def _gif(data: bytes) -> Size:
    return int.from_bytes(data[6:8], "little"), int.from_bytes(data[8:10], "little")


def _jpeg(data: bytes) -> Size | None:
    """Segments are skipped by their lengths until the frame header, which has the size."""
    at = 2
    while at + 9 <= len(data) and data[at] == 0xFF:
        marker = data[at + 1]
        if marker == 0xFF:
            at += 1  # a filling byte
        elif marker in _JPEG_FRAMES:
            return int.from_bytes(data[at + 7 : at + 9], "big"), int.from_bytes(data[at + 5 : at + 7], "big")
        else:
            at += 2 + max(2, int.from_bytes(data[at + 2 : at + 4], "big"))
    return None


def _webp(data: bytes) -> Size | None:
    kind = data[12:16]
    if kind == b"VP8X":
        return 1 + int.from_bytes(data[24:27], "little"), 1 + int.from_bytes(data[27:30], "little")
    if kind == b"VP8L":
        bits = int.from_bytes(data[21:25], "little")
        return 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF)
    if kind == b"VP8 ":
        width, height = int.from_bytes(data[26:28], "little"), int.from_bytes(data[28:30], "little")
        return width & 0x3FFF, height & 0x3FFF
    return None


def _svg(data: bytes) -> Size | None:
    root = _SVG_ROOT.search(data[:20_000])
    if root is None:
        return None
    lengths = {name: float(value) for name, value in _LENGTH.findall(root[1])}
    if len(lengths) == 2:
        return round(lengths[b"width"]), round(lengths[b"height"])
    box = _VIEW_BOX.search(root[1])
    return (round(float(box[1])), round(float(box[2]))) if box else None


_READERS: dict[str, Callable[[bytes], Size | None]] = {
    "gif": _gif,
    "jpeg": _jpeg,
    "jpg": _jpeg,
    "png": _png,
    "svg": _svg,
    "webp": _webp,
}
