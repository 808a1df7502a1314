"""Taking part: what readers are asked to do, and the topics that people wish for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from oer_build.lesson import Heading, Node
from oer_build.model import Call, Wish
from oer_build.pages import calls
from oer_build.pages.frame import Frame, headings, section
from oer_build.pages.page import Page
from oer_build.pages.values import CompetencyLink, ModuleLink, WorkLine


@dataclass(frozen=True, slots=True)
class CallPart:
    """A call, whole."""

    anchor: str
    title: str
    nodes: tuple[Node, ...]
    form: str
    """Address of the form; empty where the site has no place to edit."""
    file: str
    """The file that an answer adds."""
    template: str
    closes: str


@dataclass(frozen=True, slots=True)
class WishLine:
    """A wish in the list."""

    anchor: str
    topic: str
    nodes: tuple[Node, ...]
    count: int
    asked: str
    competencies: tuple[CompetencyLink, ...]
    modules: tuple[ModuleLink, ...]
    """Modules that answer it."""
    sources: tuple[WorkLine, ...]


@dataclass(frozen=True, slots=True)
class TakingPartContext:
    """What `taking-part.html.jinja` is given."""

    nodes: tuple[Node, ...]
    """An introduction of the site's own, from an article at the same address."""
    calls: tuple[CallPart, ...]
    """All calls, in their order."""
    wishes: tuple[WishLine, ...]
    """All wishes, the most wanted first."""
    repo_url: str
    """The repository of the site; empty where none is known."""


def taking_part(frame: Frame) -> Iterator[Page]:
    """The page, for a site that has calls or wishes."""
    if not frame.has("taking-part/"):
        return
    _ = frame.strings.gettext
    title = _("Taking part")
    description = _("Review a module, offer a placement, host a session, suggest a topic, translate.")
    wishes = sorted(frame.catalogue.wishes.values(), key=lambda wish: (-wish.count, wish.topic.casefold()))
    context = TakingPartContext(
        nodes=frame.lesson("taking-part/").nodes,
        calls=tuple(_call(frame, call) for call in frame.catalogue.calls.values()),
        wishes=tuple(_wish(frame, wish) for wish in wishes),
        repo_url=frame.catalogue.site.repo_url,
    )
    yield frame.page(
        "taking-part/",
        title,
        description,
        "taking-part",
        context,
        breadcrumbs=frame.crumbs(),
        toc=(
            *(headings(("oer-calls", _("What you can do"))) if context.calls else ()),
            *(Heading(3, part.anchor, part.title) for part in context.calls),
            *(headings(("wishes", _("Wish list"))) if wishes else ()),
        ),
        sections=(
            section("", title, description),
            *(section(part.anchor, part.title) for part in context.calls),
            *(section(wish.anchor, wish.topic) for wish in context.wishes),
        ),
        filters=frame.facets(_("Overview")),
    )


def _call(frame: Frame, call: Call) -> CallPart:
    key = f"call-{call.identifier}"
    return CallPart(
        key,
        call.title,
        frame.lesson(f"taking-part/#{key}").nodes,
        calls.form_url(frame.catalogue.site, call),
        call.file,
        call.template,
        call.closes,
    )


def _wish(frame: Frame, wish: Wish) -> WishLine:
    key = f"wish-{wish.identifier}"
    return WishLine(
        key,
        wish.topic,
        frame.lesson(f"taking-part/#{key}").nodes,
        wish.count,
        wish.asked,
        tuple(frame.competency(reference) for reference in wish.competencies),
        tuple(frame.modules[ref.identifier] for ref in wish.modules),
        frame.works(wish.sources),
    )
