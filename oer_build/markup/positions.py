"""Where the links, images and headings of a text stand in the author's file.

Python-Markdown keeps no positions. So addresses are looked for in the source, outside code, and given back
to the rendered links in the order in which they stand; an address that occurs once, and that is almost
every one, is exact.
"""

from __future__ import annotations

import html
import re
from collections import deque
from dataclasses import dataclass, field

from oer_build.diagnostics import Report, Span
from oer_build.markup.scan import Visible

_ADDRESS = re.compile(r"\]\([ \t]*<?([^\s<>()]*(?:\([^\s<>()]*\)[^\s<>()]*)*)")
_DEFINITION = re.compile(r"\n[ >\t]{0,12}\[(?![\^\]])([^\]\n]+)\]:[ \t]*<?([^\s>]+)")
_AUTOMATIC = re.compile(r"<((?:[A-Za-z][A-Za-z0-9+.-]*:|[^<>\s@:]+@)[^<>\s]*)>")
_HEADING = re.compile(r"\n[ >]*(?:(#{1,6})[ \t]|(=+|-+)[ ]*(?=\n))")
_FOOTNOTE = re.compile(r"\[\^([^\]\n]*)\](:?)")
_HAS_TEXT = re.compile(r"[ \t]*(?:[^\s]|\n[ \t]*[^\s])")
_REFERENCE_USE = re.compile(r"(?<!\\)\]\[([^\[\]\n^]+)\]")
_REFERENCE_IMAGE = re.compile(r"!\[[^\[\]\n]*\]\[([^\[\]\n]+)\]")
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()<>#+.!|-])")
_TITLE_REACH = 1000
"""How far back from an address its text may begin."""


def _plain(address: str) -> str:
    return html.unescape(_ESCAPED.sub(r"\1", address)) if "&" in address or "\\" in address else address


@dataclass(slots=True)
class Positions:
    """Offsets by address, each list in the order of the text; `headings` by level."""

    shown: Visible
    addresses: dict[str, deque[int]] = field(default_factory=dict)
    headings: dict[int, deque[int]] = field(default_factory=dict)
    images: dict[str, deque[int]] = field(default_factory=dict)
    """Where the `!` of each image stands."""
    definitions: list[tuple[str, int]] = field(default_factory=list)
    """Names of link addresses, and where they are defined."""

    def __post_init__(self) -> None:
        text = self.shown.text
        if "](" in text:
            for match in _ADDRESS.finditer(text):
                address = _plain(match[1])
                self.addresses.setdefault(address, deque()).append(match.start(1))
                start = text.rfind("[", max(0, match.start() - _TITLE_REACH), match.start())
                if start > 0 and text[start - 1] == "!":
                    self.images.setdefault(address, deque()).append(start - 1)
        # Patterns that begin with a line break are found much faster than those that begin with `^`.
        lines = f"\n{text}\n"
        if "]:" in text:
            named: dict[str, str] = {}
            for match in _DEFINITION.finditer(lines):
                self.definitions.append((match[1], match.start(1) - 2))
                self.addresses.setdefault(_plain(match[2]), deque()).append(match.start(2) - 1)
                named.setdefault(match[1].lower(), _plain(match[2]))
            self._images_by_reference(named)
        if "<" in text:
            for match in _AUTOMATIC.finditer(text):
                address = match[1] if ":" in match[1] else "mailto:" + match[1]
                self.addresses.setdefault(address, deque()).append(match.start(1))
        for match in _HEADING.finditer(lines):
            level = len(match[1]) if match[1] else 1 if match[2][0] == "=" else 2
            self.headings.setdefault(level, deque()).append(match.start(1 if match[1] else 2) - 1)

    def _images_by_reference(self, named: dict[str, str]) -> None:
        """`![text][name]`, in the order of the text among the images that name the address themselves."""
        if "][" not in self.shown.text:
            return
        for match in _REFERENCE_IMAGE.finditer(self.shown.text):
            if match[1].lower() in named:
                self.images.setdefault(named[match[1].lower()], deque()).append(match.start())
        self.images = {address: deque(sorted(places)) for address, places in self.images.items()}

    def address(self, address: str, fallback: Span) -> Span:
        """The next place of an address."""
        return self._next(self.addresses.get(_plain(address)), fallback)

    def image(self, address: str, fallback: Span) -> Span:
        return self._next(self.images.get(_plain(address)), fallback)

    def heading(self, level: int, fallback: Span) -> Span:
        return self._next(self.headings.get(level), fallback)

    def second(self, words: str, fallback: Span) -> Span:
        """The second place of some words."""
        first = self.shown.text.find(words)
        place = self.shown.text.find(words, first + 1) if first >= 0 else -1
        return self.shown.span(place) if place >= 0 else fallback

    def _next(self, places: deque[int] | None, fallback: Span) -> Span:
        if not places:
            return fallback
        return self.shown.span(places.popleft() if len(places) > 1 else places[0])


def check_definitions(positions: Positions, teacher_lines: list[range], report: Report) -> None:
    """Footnotes and link addresses are defined, once; no footnote stands in a teacher-only block."""
    shown = positions.shown
    text = shown.text
    defined: dict[str, int] = {}
    uses: dict[str, int] = {}
    if "[^" in text:
        for match in _FOOTNOTE.finditer(text):
            if _in_lines(shown, match.start(), teacher_lines):
                report.add(
                    "footnote-in-teacher-block",
                    shown.span(match.start()),
                    "a footnote in a block for teachers would be shown to learners, at the end of the page",
                    "put what it says in brackets, or in a sentence of its own",
                )
            begins_line = not text[text.rfind("\n", 0, match.start()) + 1 : match.start()].strip(" >")
            if match[2] and begins_line:
                if not _HAS_TEXT.match(text, match.end()):
                    what = f"the footnote '{match[1]}' has no text"
                    report.add("empty-footnote", shown.span(match.start()), what, "write it after the colon")
                _define(shown, f"the footnote '{match[1]}'", match[1], match.start(), defined, report)
            else:
                uses.setdefault(match[1], match.start())
        for name, offset in uses.items():
            if name not in defined:
                report.add(
                    "unknown-footnote",
                    shown.span(offset),
                    f"there is no footnote '{name}'",
                    f"write it in a line of its own: `[^{name}]: What it says.`",
                )
        for name, offset in defined.items():
            if name not in uses:
                report.add(
                    "unused-footnote",
                    shown.span(offset),
                    f"nothing refers to the footnote '{name}'",
                    f"write `[^{name}]` where it belongs, or remove it",
                )
    named: dict[str, int] = {}
    for name, offset in positions.definitions:
        _define(shown, f"the link address '{name}'", name.lower(), offset, named, report)
    if "][" in text:
        for match in _REFERENCE_USE.finditer(text):
            if match[1].lower() not in named:
                report.add(
                    "unknown-link-address",
                    shown.span(match.start(1)),
                    f"no line gives the address of the link '{match[1]}'",
                    f"write it in a line of its own: `[{match[1]}]: https://...`",
                )


def _define(shown: Visible, what: str, key: str, start: int, defined: dict[str, int], report: Report) -> None:
    if key in defined:
        report.add("duplicate-definition", shown.span(start), f"{what} is defined twice", "keep one of them")
    else:
        defined[key] = start


def _in_lines(shown: Visible, offset: int, lines: list[range]) -> bool:
    if not lines:
        return False
    line = shown.position(offset)[0]
    return any(line in block for block in lines)
