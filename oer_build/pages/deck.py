"""A lesson as slides, by rule: what stands on each, and what the speaker says beside it.

A heading begins a slide. On it: at most two sentences of the first paragraph, lists with the first sentence
of each item, tables, pictures, and cases as a title with a sentence. What does not fit on one slide goes on
the next under the same heading. Everything else is in the notes of the slide.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from oer_build.lesson import TEACHER_ONLY, Block, Node, Prose
from oer_build.pages.fragments import Piece, count_words, first_sentences, heading_text, last_sentence, pieces
from oer_build.pages.slide import Shown, Slide, shown_of, whole

FULL = 80
"""Words that a slide holds before the next part goes on a slide of its own."""
TASK = 140
"""The same for an exercise, which people read while they work."""
LEAD = 40
"""Words under a heading from which they may stand alone."""
_QUESTION_MARKS = "?？؟"


@dataclass(slots=True)
class _Draft:
    """A slide that is being filled."""

    kind: str
    title: str = ""
    block: Block | None = None
    part: int = 1
    limit: int = FULL
    parts: list[Shown] = field(default_factory=list)
    notes: list[Node] = field(default_factory=list)
    words: int = 0

    @property
    def plain(self) -> bool:
        """Whether it holds nothing but text."""
        return all(part.kind == "text" for part in self.parts)

    def takes(self, words: int) -> bool:
        return self.words + words <= self.limit or (self.plain and self.words < LEAD)

    def add(self, part: Shown, words: int) -> None:
        self.parts.append(part)
        self.words += words


class Deck:
    """Slides in the making. `title` heads what stands before the first heading."""

    def __init__(self, title: str) -> None:
        self.done: list[Slide] = []
        self._draft: _Draft | None = None
        self._heading = title
        self._under = 0
        """Slides under the heading at hand."""

    def walk(self, nodes: Iterable[Node]) -> None:
        for node in nodes:
            if isinstance(node, Prose):
                for piece in pieces(node.html):
                    self._piece(piece)
            else:
                self._block(node)

    def close(self) -> None:
        """The slide at hand is finished."""
        draft, self._draft = self._draft, None
        if draft is None:
            return
        if draft.kind == "section":
            _ask(draft)
            if not draft.parts and not draft.notes:
                self._under -= 1
                return  # a heading right before another one, or before an exercise
        self.done.append(
            Slide(
                draft.kind,
                draft.title,
                draft.block,
                draft.part,
                tuple(draft.parts),
                notes=tuple(draft.notes),
                words=draft.words + count_words(draft.title),
            )
        )

    def _section(self) -> _Draft:
        """The slide of the section at hand. Behind an exercise a section goes on with a further slide, which
        takes along the paragraph that leads to it."""
        if self._draft is None:
            self._under += 1
            self._draft = _Draft("section", self._heading, part=self._under)
            last = self.done[-1] if self._under > 1 and self.done else None
            if last and last.notes and _is_paragraph(last.notes[-1]):
                self._draft.notes.append(last.notes[-1])
                self.done[-1] = replace(last, notes=last.notes[:-1])
        return self._draft

    def _room_for(self, words: int) -> _Draft:
        """The slide on which a part of so many words goes: this one, or the next under the same heading."""
        draft = self._section()
        if not draft.takes(words):
            self.close()
            draft = self._section()
        return draft

    def _piece(self, piece: Piece) -> None:
        if piece.tag in ("h1", "h2", "h3"):
            self.close()
            self._heading, self._under = heading_text(piece.inside), 0
            self._section()
            return
        shown = shown_of(piece)
        if shown:
            part, words, cut = shown
            draft = self._room_for(words)
            _lead(draft)
            draft.add(part, words)
            if cut:
                draft.notes.append(Prose(piece.html))
        elif self._draft is None and self.done:
            self._note(Prose(piece.html))
        else:
            draft = self._section()
            if piece.tag == "p" and not draft.parts and not draft.notes and draft.part == 1:
                head, rest = first_sentences(piece.inside, 2)
                draft.add(Shown("text", f"<p>{head}</p>"), count_words(head))
                if rest:
                    draft.notes.append(Prose(f"<p>{rest}</p>"))
            else:
                draft.notes.append(Prose(piece.html))

    def _note(self, node: Node) -> None:
        """Into the notes of the slide that is shown at this point of the text."""
        if self._draft is not None:
            self._draft.notes.append(node)
        elif self.done:
            self.done[-1] = replace(self.done[-1], notes=(*self.done[-1].notes, node))
        else:
            self._section().notes.append(node)

    def _block(self, block: Block) -> None:
        if block.name in ("objectives", "keypoints"):
            self.close()
            words = sum(map(count_words, block.items))
            self.done.append(
                Slide(block.name, block.title, block, items=block.items, notes=block.children, words=words)
            )
        elif block.name == "question":
            self.close()
            words = count_words(block.title) + sum(count_words(one.html) for one in block.answers)
            self.done.append(Slide(block.name, block.title, block, notes=block.children, words=words))
        elif block.name in ("exercise", "discussion", "challenge"):
            self._task(block)
        elif block.name == "case":
            self._case(block)
        elif block.name != "plan":
            self._note(block)

    def _task(self, block: Block) -> None:
        """The whole task, on as many slides as it needs; answers and rubrics are the speaker's."""
        self.close()
        draft = self._draft = _Draft(block.name, block.title, block, limit=TASK)
        later: list[Block] = []
        for child in block.children:
            if isinstance(child, Prose):
                for piece in pieces(child.html):
                    part, words = whole(piece)
                    if draft.parts and draft.words + words > draft.limit:
                        self.close()
                        draft = self._draft = replace(draft, part=draft.part + 1, parts=[], notes=[], words=0)
                    draft.add(part, words)
            elif child.name in TEACHER_ONLY or child.name in ("answer", "rubric"):
                self._note(child)
            else:
                later.append(child)
        self.close()
        self.walk(later)

    def _case(self, block: Block) -> None:
        paragraphs = [child for child in block.children if isinstance(child, Prose)]
        parts = pieces(paragraphs[0].html) if paragraphs else ()
        sentence = ""
        rest: tuple[Node, ...] = block.children
        if parts and parts[0].tag == "p":
            sentence, left = first_sentences(parts[0].inside, 1)
            remains = (f"<p>{left}</p>" if left else "") + "".join(part.html for part in parts[1:])
            at = block.children.index(paragraphs[0])
            rest = (*block.children[:at], *([Prose(remains)] if remains else []), *block.children[at + 1 :])
        words = count_words(block.title) + count_words(sentence)
        draft = self._room_for(words)
        if any(part.kind == "case" for part in draft.parts):
            draft.notes.append(Prose(f"<p><strong>{block.title}</strong></p>"))
        number = block.identifier.rpartition("-")[2]
        draft.add(Shown("case", f"<p>{sentence}</p>" if sentence else "", block.title, number), words)
        draft.notes.extend(rest)


def slides_of(nodes: tuple[Node, ...], title: str) -> tuple[tuple[Slide, ...], tuple[Block, ...]]:
    """The slides of a text, and the facilitator's notes that stand behind everything else: they are about the
    session as a whole."""
    last = max(
        (at for at, node in enumerate(nodes) if not (isinstance(node, Block) and node.name in TEACHER_ONLY)),
        default=-1,
    )
    deck = Deck(title)
    deck.walk(nodes[: last + 1])
    deck.close()
    general = (node for node in nodes[last + 1 :] if isinstance(node, Block) and node.name == "facilitator")
    return tuple(deck.done), tuple(general)


def _is_paragraph(node: Node) -> bool:
    return isinstance(node, Prose) and node.html.startswith("<p>")


def _lead(draft: _Draft) -> None:
    """The paragraph right before a list, table or picture says what it is: its first sentence comes along."""
    if draft.notes and _is_paragraph(draft.notes[-1]) and (not draft.parts or draft.parts[-1].kind == "text"):
        last = draft.notes[-1]
        if not isinstance(last, Prose) or count_words(last.html) > LEAD * 2:
            return
        head, rest = first_sentences(pieces(last.html)[0].inside, 1)
        draft.notes.pop()
        if rest:
            draft.notes.append(Prose(f"<p>{rest}</p>"))
        draft.add(Shown("text", f"<p>{head}</p>"), count_words(head))


def _ask(draft: _Draft) -> None:
    """A section of text alone that ends in a question asks it."""
    last = draft.notes[-1] if draft.notes else None
    if not draft.plain or not isinstance(last, Prose) or not _is_paragraph(last):
        return
    before, question = last_sentence(pieces(last.html)[-1].inside)
    if question.rstrip("\"'”’»").endswith(tuple(_QUESTION_MARKS)):
        draft.notes.pop()
        if before:
            draft.notes.append(Prose(f"<p>{before}</p>"))
        draft.add(Shown("text", f"<p>{question}</p>"), count_words(question))
