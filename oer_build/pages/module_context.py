"""What the templates of a module's pages are given: the learner view, the teaching view, and the page of
one that is only planned."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from oer_build.lesson import Block, Node
from oer_build.model import Module
from oer_build.pages.places import Place
from oer_build.pages.small_maps import Stands
from oer_build.pages.use import UsePanel
from oer_build.pages.values import CallLink, CompetencyLink, LicenseLink, ModuleLink, PageLink, WorkLine


@dataclass(frozen=True, slots=True)
class Card:
    """The facts of a module that need links or words; the rest is in `module` itself."""

    license: LicenseLink
    status: str
    levels: tuple[str, ...]
    """Titles of the levels at which it teaches, ascending."""
    teaches: tuple[CompetencyLink, ...]
    required: tuple[CompetencyLink, ...]
    """Competencies that a learner should bring along."""
    requires: tuple[ModuleLink, ...]
    """Modules that come first."""
    types: tuple[str, ...]
    """`learningResourceType` in words."""
    audience: tuple[str, ...]
    variants: tuple[str, ...]
    """Lengths of the shorter ways through, in words."""


@dataclass(frozen=True, slots=True)
class Status:
    """What a reader must know of a module that is not simply published; `text` is empty where there is
    nothing."""

    name: str
    title: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class Activity:
    """An exercise, discussion or challenge in the run sheet."""

    anchor: str
    kind: str
    title: Markup
    minutes: int
    grouping: str


@dataclass(frozen=True, slots=True)
class Note:
    """A facilitator's note, to jump to."""

    anchor: str
    title: Markup


@dataclass(frozen=True, slots=True)
class AnyModule:
    """What a page of any module is given."""

    module: Module
    """The record as the author wrote it."""
    card: Card
    """What one asks before starting."""
    variants: tuple[tuple[int, str], ...]
    """Shorter ways through: minutes, and what to do in them."""
    status: Status
    """What a reader must know of its state."""
    language: str
    """BCP 47 tag of the text, where it is not that of the words around it; otherwise empty."""
    nodes: tuple[Node, ...]
    """The text: prose and teaching blocks, for `blocks.draw(nodes, "learner")`; of a planned module often
    nothing."""
    places: tuple[Place, ...]
    """Its place in each course that it belongs to."""
    required_by: tuple[ModuleLink, ...]
    """Modules that build on this one."""
    stands: Stands | None
    """Where it stands in the order of learning, as a small map; none for a module without neighbours."""
    programmes: tuple[PageLink, ...]
    """Programmes with a session that teaches it."""
    sources: tuple[WorkLine, ...]
    """Works cited."""
    adapted: tuple[WorkLine, ...]
    """Works that the text is based on."""


@dataclass(frozen=True, slots=True)
class ModuleContext(AnyModule):
    """What `module.html.jinja` is given: the learner view."""

    use: UsePanel
    """Licence, credit, citations, source."""
    calls: tuple[CallLink, ...]
    """What readers are asked to do here."""
    learn_path: str
    """Path of the learner view."""
    teach_path: str
    """Path of the teaching view."""


@dataclass(frozen=True, slots=True)
class TeachContext(ModuleContext):
    """What `teach.html.jinja` is given: the learner's context, and what a session is run from."""

    plans: tuple[Block, ...]
    """Minute-by-minute plans; they are not in `nodes` again."""
    activities: tuple[Activity, ...]
    """Exercises, discussions and challenges with their times."""
    notes: tuple[Note, ...]
    """Facilitator notes, which stand in the text."""


@dataclass(frozen=True, slots=True)
class PlannedContext(AnyModule):
    """What `planned.html.jinja` is given: a module that nobody has written yet."""

    edit_url: str
    """Where its file can be changed; empty where there is no such place."""
    repo_url: str
    """Where the source of the site is; empty where that is not said."""
