"""What is handed out on paper: tasks without answers, the questions, each challenge with its rubric, and the
answers apart. One page, each handout on sheets of its own.

Handouts are for learners: nothing that only teachers see is on them, nor the text that they read elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from markupsafe import Markup

from oer_build.lesson import ROOT, TEACHER_ONLY, Block, Lesson, Node, Prose
from oer_build.model import Module
from oer_build.pages import words
from oer_build.pages.fragments import addressed, block_elsewhere
from oer_build.pages.frame import Frame, headings
from oer_build.pages.page import Crumb, Page

HEAD = f'<link rel="stylesheet" href="{ROOT}assets/oer/handouts.css">'
APART = TEACHER_ONLY | {"answer", "rubric", "question"}
"""What of a task does not stand under it: it has a place of its own on the page, or none."""


@dataclass(frozen=True, slots=True)
class Task:
    """A teaching block as it stands on a handout."""

    label: str
    """What it is and its number: "Exercise 2"."""
    title: Markup
    """Inline HTML, which may be empty."""
    block: Block
    """Its settings, options and length, without an objective: those are on the module's page."""
    nodes: tuple[Node, ...]
    """Its text."""
    rubric: tuple[Node, ...] = ()
    """How a challenge is judged."""


@dataclass(frozen=True, slots=True)
class Handout:
    """A handout. `kind` is `tasks`, `questions`, `challenge` or `answers`."""

    kind: str
    anchor: str
    title: str
    tasks: tuple[Task, ...]


@dataclass(frozen=True, slots=True)
class HandoutsContext:
    """What `handouts.html.jinja` is given."""

    module: Module
    """The record as the author wrote it."""
    language: str
    """BCP 47 tag of the text, where it is not that of the words around it; otherwise empty."""
    handouts: tuple[Handout, ...]
    """The handouts, in the order in which they are printed."""
    credit: Markup
    """Attribution: title, authors, source and licence, and the works that it adapts."""
    date: str
    """ISO 8601 date of the last change: of the module, or of the site where the module has none."""
    address: str
    """Where the module is on the web; empty where the site has no address."""
    learn_path: str
    """Path of the learner view."""
    teach_path: str
    """Path of the teaching view."""


def handouts_page(
    frame: Frame,
    module: Module,
    lesson: Lesson,
    credit: Markup,
    around: dict[str, Any],
    crumbs: tuple[Crumb, ...],
) -> Page:
    """The page. `around` is what it shares with the other pages of the module."""
    _ = frame.strings.gettext
    site = frame.catalogue.site
    learn = f"modules/{module.identifier}/"
    handouts = tuple(_handouts(frame, lesson, learn))
    context = HandoutsContext(
        module=module,
        language=module.in_language if module.in_language != frame.strings.language else "",
        handouts=handouts,
        credit=credit,
        date=module.date_modified or site.date,
        address=site.url + learn if site.url else "",
        learn_path=learn,
        teach_path=f"{learn}teach/",
    )
    return frame.page(
        f"{learn}handouts/",
        _("Handouts: %s") % module.title,
        _("Exercises without answers, challenges with rubrics, and the answers apart, to print. %s")
        % module.description,
        "handouts",
        context,
        breadcrumbs=crumbs,
        toc=headings(*((handout.anchor, handout.title) for handout in handouts)),
        head=HEAD,
        **around,
    )


def _handouts(frame: Frame, lesson: Lesson, path: str) -> Iterator[Handout]:
    _ = frame.strings.gettext
    blocks = [block_elsewhere(block, path) for block in lesson.blocks() if block.name not in TEACHER_ONLY]
    url = frame.catalogue.site.url
    tasks = [block for block in blocks if block.name in ("exercise", "discussion")]
    questions = [block for block in blocks if block.name == "question"]
    challenges = [block for block in blocks if block.name == "challenge"]

    def task(block: Block) -> Task:
        return _task(frame, block, url)

    if tasks:
        yield Handout("tasks", "oer-tasks", _("Exercises"), tuple(map(task, tasks)))
    if questions:
        yield Handout("questions", "oer-questions", _("Questions"), tuple(map(task, questions)))
    for block in challenges:
        made = task(block)
        title = f"{made.label}: {block.text}" if block.text else made.label
        yield Handout("challenge", f"oer-{block.identifier}", title, (made,))
    answers = tuple(
        replace(task(block), nodes=_inside(block, "answer", url))
        for block in (*tasks, *questions, *challenges)
        if block.answers or _inside(block, "answer", url)
    )
    if answers:
        yield Handout("answers", "oer-answers", _("Answers"), answers)


def _task(frame: Frame, block: Block, url: str) -> Task:
    settings = {name: value for name, value in block.settings.items() if name != "objective"}
    return Task(
        label=words.block(frame.strings, block),
        title=Markup(block.title),  # noqa: S704  (rendered by markup/)
        block=replace(block, settings=settings),
        nodes=_printed(_without(block.children, APART), url),
        rubric=_inside(block, "rubric", url),
    )


def _inside(block: Block, name: str, url: str) -> tuple[Node, ...]:
    """What the blocks of a name in a block hold: its answers, its rubric."""
    found = (child for child in block.children if isinstance(child, Block) and child.name == name)
    return _printed(_without(tuple(node for one in found for node in one.children), TEACHER_ONLY), url)


def _without(nodes: tuple[Node, ...], names: frozenset[str]) -> tuple[Node, ...]:
    """A text without the blocks of some names, at any depth."""
    return tuple(
        replace(node, children=_without(node.children, names)) if isinstance(node, Block) else node
        for node in nodes
        if not (isinstance(node, Block) and node.name in names)
    )


def _printed(nodes: tuple[Node, ...], url: str) -> tuple[Node, ...]:
    """A text whose links say on paper where they lead."""
    return tuple(
        replace(node, html=addressed(node.html, url))
        if isinstance(node, Prose)
        else replace(node, children=_printed(node.children, url))
        for node in nodes
    )
