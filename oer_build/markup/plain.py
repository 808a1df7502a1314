"""Plain text of a lesson as it is walked: for search, for counting words, and for titles."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from markdown.util import AMP_SUBSTITUTE, ETX, STX

from oer_build.lesson import SearchSection

_STAND_IN = re.compile(f"{STX}[^{ETX}]*{ETX}")


@dataclass(slots=True)
class _Section:
    anchor: str = ""
    title: str = ""
    texts: list[str] = field(default_factory=list)


class Plain:
    """Collects text part by part; `texts` has the text of each part, by its number."""

    def __init__(self) -> None:
        self.texts: dict[int, str] = {}
        self.words = 0
        self._sections = [_Section()]
        self._buffer: list[str] = []
        self._number = -1
        self._counts = self._shows = True

    def begin(self, number: int, *, counts: bool, shows: bool) -> None:
        """Begin a part. `counts`: its words are words of the lesson; `shows`: search shows it."""
        self.flush()
        self._number, self._counts, self._shows = number, counts, shows

    def say(self, text: str) -> None:
        self._buffer.append(text)

    def code(self, text: str) -> None:
        """Code is searched and not counted."""
        self.flush()
        if self._shows:
            self._sections[-1].texts.append(" ".join(text.split()))

    def swap(self, buffer: list[str]) -> list[str]:
        """Collect into another buffer; the one until now."""
        before, self._buffer = self._buffer, buffer
        return before

    def section(self, anchor: str, title: str) -> None:
        """Begin a section with the heading `title`."""
        self.flush()
        if self._counts:
            self.words += len(title.split())
        if self._shows:
            self._sections.append(_Section(anchor, title))

    def flush(self) -> None:
        if not self._buffer:
            return
        words = joined(self._buffer).split()
        self._buffer = []
        if not words:
            return
        text = " ".join(words)
        before = self.texts.get(self._number)
        self.texts[self._number] = f"{before} {text}" if before else text
        if self._counts:
            self.words += len(words)
        if self._shows:
            self._sections[-1].texts.append(text)

    def sections(self) -> tuple[SearchSection, ...]:
        """What search knows; a section without text is kept for its title."""
        self.flush()
        return tuple(
            SearchSection(section.anchor, section.title, " ".join(section.texts))
            for section in self._sections
            if section.title or section.texts
        )


def joined(pieces: list[str]) -> str:
    """Pieces of text of the tree as one, with Markdown's stand-ins for characters undone."""
    text = "".join(pieces)
    if STX in text:
        text = _STAND_IN.sub(" ", text.replace(AMP_SUBSTITUTE + "amp;", "&"))
    return text
