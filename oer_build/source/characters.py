"""Characters that no source file may hold, because a reader or an editor cannot see what they do.

The rules follow Unicode: noncharacters (23.7), bidirectional formatting (UAX 9, the "Trojan Source" attack
CVE-2021-42574), default-ignorable space (zero width), and the separators that some programs take for the
end of a line and others do not, so that line numbers would no longer agree.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_SAFE_ASCII = bytes([0x09, 0x0A, 0x0D, *range(0x20, 0x7F)])

_FORBIDDEN = re.compile(
    "["
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"  # controls, NUL and NEL among them
    "\u2028\u2029"  # line and paragraph separators
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # bidirectional marks, embeddings, overrides, isolates
    "\u180e\u200b-\u200d\u2060-\u2065\u206a-\u206f\ufeff"  # zero width
    "\ufff9-\ufffb"  # interlinear annotation
    "\ufdd0-\ufdef\ufffe\uffff"  # noncharacters of the basic plane
    "\U000e0000-\U000e007f"  # tags: invisible text
    "\ud800-\udfff"  # lone surrogates
    + "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0x10000, 0x110000, 0x10000))
    + "]"
)

_JOINERS = "\u200c\u200d"
_FIRST_JOINING_SCRIPT = 0x0590
"""Hebrew and everything after it. Joiners are spelling in Persian and Indic scripts and in emoji; beside
Latin, Greek or Cyrillic letters they only hide."""

_NAMES = {
    0x00: "NUL",
    0x0B: "vertical tab",
    0x0C: "form feed",
    0x1B: "escape",
    0x7F: "delete",
    0x85: "next line",
    0x200B: "zero-width space",
    0x200C: "zero-width non-joiner",
    0x200D: "zero-width joiner",
    0x200E: "left-to-right mark",
    0x200F: "right-to-left mark",
    0x2028: "line separator",
    0x2029: "paragraph separator",
    0x202E: "right-to-left override",
    0x2060: "word joiner",
    0xFEFF: "byte order mark inside the text",
}


def forbidden_characters(text: str) -> Iterator[tuple[int, str]]:
    """The forbidden characters of a text in order: index, and a name such as `U+200B zero-width space`."""
    # Most of a text is plain ASCII, which is taken out at the speed of memory before anything is looked at.
    rest = text.encode("utf-8", "surrogatepass").translate(None, _SAFE_ASCII)
    if not rest or not _FORBIDDEN.search(rest.decode("utf-8", "surrogatepass")):
        return
    for match in _FORBIDDEN.finditer(text):
        index, character = match.start(), match.group()
        if character in _JOINERS and _joins(text, index):
            continue
        code = ord(character)
        yield index, f"U+{code:04X} {_NAMES.get(code, _kind(code))}"


def _joins(text: str, index: int) -> bool:
    """Whether a joiner stands after a character of a script (or an emoji) that is spelled with it."""
    before, after = text[index - 1 : index], text[index + 1 : index + 2]
    return bool(before and ord(before) >= _FIRST_JOINING_SCRIPT and not _FORBIDDEN.match(before)) and (
        not after or not after.isalnum() or ord(after) >= _FIRST_JOINING_SCRIPT
    )


def _kind(code: int) -> str:
    if code < 0xA0:
        return "control character"
    if 0xD800 <= code <= 0xDFFF:
        return "half of a character"
    if 0xFDD0 <= code <= 0xFDEF or code & 0xFFFE == 0xFFFE:
        return "noncharacter"
    if 0xE0000 <= code <= 0xE007F:
        return "invisible tag character"
    if code in range(0x202A, 0x202F) or code in range(0x2066, 0x206A) or code == 0x061C:
        return "invisible character that changes the direction of text"
    return "invisible character"


def place(text: str, index: int) -> tuple[int, int]:
    """Line and column, both from 1, of a character of a text with LF line ends."""
    return text.count("\n", 0, index) + 1, index - text.rfind("\n", 0, index)
