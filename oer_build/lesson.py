"""A text as values: the teaching blocks that an author wrote, and what they look like once rendered.

`markup/` makes these values; pages, handouts, quiz exports and checks read them. No input or output.
Every internal address in rendered HTML begins with `ROOT`, so that one rendering serves pages at any depth:
whoever puts it on a page calls `at_depth`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from oer_build.diagnostics import Span

ROOT = "\ufdd2/"
"""Stands for the root of the site. U+FDD2 is a noncharacter, which the readers refuse in every source
file."""

BLOCK_NAMES = (
    "objectives",
    "keypoints",
    "exercise",
    "answer",
    "facilitator",
    "plan",
    "discussion",
    "challenge",
    "rubric",
    "case",
    "question",
)
TEACHER_ONLY = frozenset({"facilitator", "plan"})
"""Blocks that only the teaching view shows."""

LinkKind = Literal["internal", "external", "asset"]


def at_depth(html: str, path: str) -> str:
    """Rendered HTML with addresses relative to the page at `path` (a URL under the site, ending in a slash or
    empty)."""
    return html.replace(ROOT, "../" * path.count("/") or "./")


@dataclass(frozen=True, slots=True)
class Link:
    """An address in a text. For `internal` and `asset` the target is a path under the site, without
    fragment."""

    kind: LinkKind
    target: str
    span: Span
    fragment: str = ""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading for a table of contents."""

    level: int
    identifier: str
    title: str


@dataclass(frozen=True, slots=True)
class SearchSection:
    """What search knows of a part of a page: plain text under a heading. An empty anchor is the page
    itself."""

    anchor: str
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Prose:
    """Rendered, sanitised HTML between blocks."""

    html: str


@dataclass(frozen=True, slots=True)
class Option:
    """An option of a question, with the reason why it is right or wrong (HTML; plain text of it in
    `text`)."""

    html: str
    text: str
    correct: bool
    reason: str
    partner: str = ""
    """Of a matching question: what belongs to the option (HTML; plain text of it in `partner_text`)."""
    partner_text: str = ""


@dataclass(frozen=True, slots=True)
class PlanItem:
    """A line of a facilitator's plan."""

    minutes: int
    html: str


@dataclass(frozen=True, slots=True)
class Block:
    """A teaching block. `children` hold its body in order; `options` of a question and `items` of lists are
    parsed out.

    `identifier` is unique on the page and stable: `exercise-1`, `question-3`. `title` is inline HTML.
    """

    name: str
    identifier: str
    title: str
    span: Span
    settings: dict[str, str] = field(default_factory=dict)
    """Options as written: `time`, `grouping`, `objective`, `type`, `groupSize`, `presentBack`, `country`."""
    children: tuple[Prose | Block, ...] = ()
    answers: tuple[Option, ...] = ()
    """Of a question."""
    items: tuple[str, ...] = ()
    """Of objectives and keypoints: inline HTML of each item."""
    item_keys: tuple[str, ...] = ()
    """Of objectives: for each item a key made of its words, so that a tick stays with them."""
    plan: tuple[PlanItem, ...] = ()
    minutes: int = 0
    """Length in minutes from the setting `time` (of a plan: what it must add up to); 0 when not set."""
    text: str = ""
    """Plain text of the title (of a question: its stem)."""
    key: str = ""
    """Of a question: made of its words, so that an answer is never shown with another question."""
    shown: tuple[int, ...] = ()
    """Of an ordering question: its answers in the order in which they are shown, counted from 0."""
    choices: tuple[str, ...] = ()
    """Of a matching question: the partners to choose from, plain text, in the order shown."""


Node = Prose | Block


@dataclass(frozen=True, slots=True)
class Lesson:
    """A rendered text. A plain article is a lesson without blocks."""

    nodes: tuple[Node, ...] = ()
    toc: tuple[Heading, ...] = ()
    """Headings of the learner's view."""
    anchors: frozenset[str] = frozenset()
    links: tuple[Link, ...] = ()
    sections: tuple[SearchSection, ...] = ()
    words: int = 0
    """Words of learner text, without quiz and teacher-only blocks."""

    def blocks(self, *names: str) -> Iterator[Block]:
        """Every block with one of the names (all blocks when none is given), in reading order, nested ones
        included."""
        stack: list[Node] = list(reversed(self.nodes))
        while stack:
            node = stack.pop()
            if isinstance(node, Block):
                if not names or node.name in names:
                    yield node
                stack.extend(reversed(node.children))
