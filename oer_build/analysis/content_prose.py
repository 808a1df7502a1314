"""The connected prose of a lesson, and where its sentences stand. Reads rendered HTML; makes none.

Connected prose is what is read as a text: the paragraphs of sections and cases, notes and quotations in them
too. Headings, lists, tables, code, exercises, questions and teachers' notes are read in another way, and a
formula for running text would misjudge them. Citations, though they are printed, are no words of a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from html.parser import HTMLParser

from oer_build.diagnostics import Span
from oer_build.lesson import TEACHER_ONLY, Block, Lesson, Node, Prose
from oer_build.model import Module, Work

_VOID = frozenset({"br", "hr", "img", "wbr"})
_UNCONNECTED = frozenset({"li", "dl", "table", "pre", "code", "sup"})
"""What holds no connected prose. `sup`: the number of a footnote."""
_BEFORE_SIGN = re.compile(r"\s+(?=[.,;:!?)])|[,;]\s*(?=[.!?])|\(\s*\)")
_WORD = re.compile(r"[^\W_]+")
_WINDOW = 5
"""Words in a row by which a sentence is found again in the author's file."""
_TRIES = 20
"""How many rows of words are looked for."""


class _Paragraphs(HTMLParser):
    """Collects the text of paragraphs. A link whose whole text is one of `citations` is left out."""

    def __init__(self, citations: Collection[str]) -> None:
        super().__init__()
        self.found: list[str] = []
        self._citations = citations
        self._open: list[tuple[str, bool]] = []
        self._pieces: list[str] = []
        self._link = -1

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        classes = (dict(attrs).get("class") or "").split()
        if tag in _VOID:
            self._pieces.append(" ")
            return
        if tag == "p":
            self._pieces = []
        elif tag == "a" and "oer-ref-source" in classes:
            self._link = len(self._pieces)
        self._open.append((tag, tag in _UNCONNECTED or "admonition-title" in classes))

    def handle_endtag(self, tag: str) -> None:
        if tag == "p" and not self._hidden():
            text = _BEFORE_SIGN.sub("", " ".join("".join(self._pieces).split()))
            if text:
                self.found.append(text)
        elif tag == "a" and self._link >= 0:
            said = "".join(self._pieces[self._link :])
            if said.startswith("(") and said[1:-1] in self._citations:
                del self._pieces[self._link :]
            self._link = -1
        while self._open and self._open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        if not self._hidden() and any(tag == "p" for tag, _ in self._open):
            self._pieces.append(data)

    def _hidden(self) -> bool:
        return any(hides for _, hides in self._open)


class _Plain(HTMLParser):
    """All text but code in blocks, with a space for each tag that ends a word."""

    def __init__(self) -> None:
        super().__init__()
        self.pieces: list[str] = []
        self._code = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._code += tag == "pre"
        if tag in {"br", "img", "li", "p", "td", "th", "dt", "dd"}:
            self.pieces.append(" ")

    def handle_endtag(self, tag: str) -> None:
        self._code -= tag == "pre"

    def handle_data(self, data: str) -> None:
        if not self._code:
            self.pieces.append(data)


def paragraphs(lesson: Lesson, sources: Iterable[Work] = ()) -> tuple[str, ...]:
    """The paragraphs of connected prose. `sources`: the works that the text may cite."""
    # As a citation without words of its own is printed.
    citations = {name for work in sources for name in (work.creator, f"{work.creator}, {work.year}")}
    reader = _Paragraphs(citations)
    for node in _connected(lesson.nodes):
        reader.feed(node.html)
    reader.close()
    return tuple(reader.found)


def _connected(nodes: Iterable[Node]) -> Iterable[Prose]:
    for node in nodes:
        if isinstance(node, Prose):
            yield node
        elif node.name == "case":
            yield from (child for child in node.children if isinstance(child, Prose))


def plain(html: str) -> str:
    """The text of rendered HTML on one line."""
    reader = _Plain()
    reader.feed(html)
    reader.close()
    return " ".join("".join(reader.pieces).split())


def words_in(block: Block) -> int:
    """Words of a block that learners read, its title and the blocks in it included."""
    count = len(plain(block.title).split())
    for child in block.children:
        if isinstance(child, Prose):
            count += len(plain(child.html).split())
        elif child.name not in TEACHER_ONLY:
            count += words_in(child)
    return count


def place_of(text: str, module: Module) -> Span:
    """Where a text of a module begins in its file; the module itself where that cannot be told.

    The words are looked for a few in a row, with whatever stands between them: marks of emphasis, brackets, a
    new line. An address or a reference inside the first few words hides them, and the next ones are tried.
    """
    words = _WORD.findall(text)
    for start in range(min(_TRIES, max(1, len(words) - _WINDOW + 1))):
        window = words[start : start + _WINDOW]
        pattern = r"[\W_]+".join(map(re.escape, window))
        found = re.search(rf"\b{pattern}\b", module.body) if window else None
        if found:
            line = module.body_line + module.body.count("\n", 0, found.start())
            return Span(module.span.file, line)
    return module.span
