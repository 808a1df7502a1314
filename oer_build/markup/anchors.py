"""Anchors of a page: headings get theirs from their words, blocks have reserved ones, no two are alike."""

from __future__ import annotations

import re

from oer_build.lesson import BLOCK_NAMES

_RESERVED = re.compile(rf"(?:{'|'.join(BLOCK_NAMES)})-\d+|(?:source|oer|md|fn|fnref)[-:].*|__.*", re.DOTALL)
_AUTHORED = re.compile(r"[A-Za-z][\w.-]{0,99}")
_DROPPED = re.compile(r"[^\w\s-]")
_SPACE = re.compile(r"\s")


def slug(title: str) -> str:
    """The anchor that GitHub gives a heading: small letters, punctuation dropped, hyphens for spaces."""
    return _SPACE.sub("-", _DROPPED.sub("", title.strip().lower()))[:100].strip("-")


class Anchors:
    """The anchors that a page has so far."""

    def __init__(self, taken: frozenset[str] | set[str] = frozenset()) -> None:
        self.used: set[str] = set(taken)
        self.teacher: set[str] = set()
        """Those that stand in teacher-only blocks."""
        self._next: dict[str, int] = {}

    def of_heading(self, title: str) -> str:
        """A new anchor for a heading: its slug, made unique with a number."""
        base = slug(title) or "section"
        if _RESERVED.fullmatch(base):
            base += "-section"
        anchor, number = base, self._next.get(base, 0)
        while anchor in self.used:
            number += 1
            anchor = f"{base}-{number}"
        self._next[base] = number
        self.used.add(anchor)
        return anchor

    def take(self, anchor: str) -> bool:
        """Take an anchor that Markdown or a block made; False when the page has it already."""
        if anchor in self.used:
            return False
        self.used.add(anchor)
        return True

    @staticmethod
    def refuses(anchor: str) -> bool:
        """Whether an author may not choose this anchor."""
        return not _AUTHORED.fullmatch(anchor) or _RESERVED.fullmatch(anchor) is not None
