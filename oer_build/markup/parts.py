"""The parts that a text is cut into, each rendered on its own by one run of Markdown over all of them.

`blocks.py` cuts, `tree.py` and `render.py` read. A part knows who sees it, not what it says.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from oer_build.diagnostics import Span
from oer_build.markup.options import Setting


@dataclass(slots=True)
class Part:
    """Lines that are rendered together: a run of prose, a title, an item, an option of a question."""

    number: int
    line: int
    """Line of the text (from 0) that it begins in."""
    text: str
    inline: bool = False
    """A single paragraph that cannot begin a list, a heading or another block."""
    teacher: bool = False
    """Only the teaching view shows it."""
    quiz: bool = False
    """It belongs to a question: not counted as words of the lesson, and no glossary links in it."""
    hidden: bool = False
    """Search does not show it (it would give an answer away)."""
    terms: bool = True
    """Glossary terms in it are linked."""
    scope: str = ""
    """The teacher-only block that it stands in: its headings have levels of their own."""
    rows: bool = False
    """Tables in it have row headers in their first column."""


@dataclass(slots=True)
class Answer:
    """An option of a question before rendering."""

    option: Part
    reason: Part | None
    correct: bool
    span: Span
    partner: Part | None = None
    """Of a matching question: what belongs to the option."""


@dataclass(slots=True)
class RawBlock:
    """A teaching block before rendering."""

    name: str
    identifier: str
    span: Span
    slashes: int
    first: int
    """The line that opens it."""
    last: int = 0
    """The line that ends it."""
    title: Part | None = None
    title_text: str = ""
    settings: dict[str, Setting] = field(default_factory=dict)
    children: list[Part | RawBlock] = field(default_factory=list)
    answers: list[Answer] = field(default_factory=list)
    items: list[Part] = field(default_factory=list)
    plan: list[tuple[int, Part]] = field(default_factory=list)
    minutes: int = 0
    teacher: bool = False
    """It is for teachers, or stands in a block that is."""


RawNode = Part | RawBlock


@dataclass(slots=True)
class Outline:
    """A text cut into parts: `nodes` is the tree that was written, `parts` all parts in reading order."""

    nodes: list[RawNode] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)
    blocks: list[RawBlock] = field(default_factory=list)
    """All blocks in reading order, nested ones included."""

    def part(self, line: int, text: str, block: RawBlock | None, *, inline: bool = False) -> Part:
        """A new part at the end of the reading order."""
        quiz = block is not None and block.name == "question"
        made = Part(
            len(self.parts),
            line,
            text,
            inline=inline,
            teacher=block is not None and block.teacher,
            quiz=quiz,
            terms=not quiz and not (block is not None and block.teacher),
            scope=block.identifier if block is not None and block.teacher else "",
            rows=block is not None and block.name == "rubric",
        )
        self.parts.append(made)
        return made
