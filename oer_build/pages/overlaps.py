"""The overlap report: opportunities that are much alike, what was said of it, and what is still to be
judged."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from oer_build.analysis.overlap import Judgement, Pair
from oer_build.lesson import Node
from oer_build.model import Opportunity
from oer_build.pages import words_community
from oer_build.pages.frame import Frame, headings, plain, section
from oer_build.pages.page import Crumb, Page
from oer_build.pages.values import CompetencyLink, PageLink, WorkLine


@dataclass(frozen=True, slots=True)
class Verdict:
    """What somebody said of a pair."""

    subject: PageLink
    """The opportunity whose record says it."""
    relation: str
    """In words: "complements"."""
    object: PageLink
    reason: str
    said_by: str
    source: WorkLine | None
    """The work in which it is said, where the record names one."""


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two, with what helps to judge; an empty value means that the sources do not say."""

    page: PageLink
    kinds: tuple[str, ...]
    stage: str
    direction: str
    eligibility: str
    edit_url: str


@dataclass(frozen=True, slots=True)
class PairPart:
    """A pair on the page."""

    anchor: str
    first: Side
    second: Side
    families: tuple[str, ...]
    """What they share, in words; so are the next three."""
    competencies: tuple[CompetencyLink, ...]
    audiences: tuple[str, ...]
    hosts: tuple[PageLink, ...]
    alike: bool
    """Whether the rule finds them; otherwise only somebody's word puts them here."""
    verdicts: tuple[Verdict, ...]


@dataclass(frozen=True, slots=True)
class OverlapsContext:
    """What `overlaps.html.jinja` is given."""

    nodes: tuple[Node, ...]
    """An introduction of the site's own, from an article at the same address."""
    opportunities: int
    """How many were compared."""
    unjudged: tuple[PairPart, ...]
    """Pairs of which nobody has said anything."""
    judged: tuple[PairPart, ...]
    """Pairs with at least one recorded relation."""


def overlaps(frame: Frame) -> Iterator[Page]:
    """The report, for a site that has opportunities."""
    if not frame.has("overlaps/"):
        return
    _ = frame.strings.gettext
    parts = [(pair.judged, _part(frame, pair)) for pair in frame.overlaps]
    context = OverlapsContext(
        nodes=frame.lesson("overlaps/").nodes,
        opportunities=len(frame.catalogue.opportunities),
        unjudged=tuple(part for judged, part in parts if not judged),
        judged=tuple(part for judged, part in parts if judged),
    )
    title = _("Overlap report")
    description = _("Opportunities that are much alike, and what has been said of each pair.")
    yield frame.page(
        "overlaps/",
        title,
        description,
        "overlaps",
        context,
        breadcrumbs=frame.crumbs(Crumb(_("Opportunities"), "opportunities/")),
        toc=headings(("oer-judged", _("Judged")), ("oer-unjudged", _("Not yet judged"))),
        sections=(section("", title, description),),
        filters=frame.facets(_("Overview")),
    )


def _part(frame: Frame, pair: Pair) -> PairPart:
    strings, every = frame.strings, frame.catalogue.opportunities
    return PairPart(
        anchor=pair.name,
        first=_side(frame, every[pair.first]),
        second=_side(frame, every[pair.second]),
        families=tuple(words_community.family(strings, value) for value in pair.families),
        competencies=tuple(frame.competencies[value] for value in pair.competencies),
        audiences=tuple(words_community.audience(strings, value) for value in pair.audiences),
        hosts=frame.records("organisation", pair.hosts),
        alike=pair.alike,
        verdicts=tuple(_verdict(frame, judgement) for judgement in pair.judgements),
    )


def _side(frame: Frame, one: Opportunity) -> Side:
    edit = frame.catalogue.site.edit_url
    return Side(
        frame.record("opportunity", one.identifier),
        tuple(words_community.kind(frame.strings, value) for value in one.kind),
        words_community.stage_of(frame.strings, one),
        words_community.direction(frame.strings, one.direction),
        plain(one.eligibility),
        edit + one.span.file if edit else "",
    )


def _verdict(frame: Frame, judgement: Judgement) -> Verdict:
    relation = judgement.relation
    record = frame.catalogue.opportunities[judgement.said_of]
    cited = [work for work in record.sources if relation.source and work.identifier == relation.source]
    return Verdict(
        frame.record("opportunity", judgement.said_of),
        words_community.relation(frame.strings, relation.type),
        frame.record("opportunity", relation.target),
        plain(relation.reason),
        relation.said_by,
        frame.works(cited)[0] if cited else None,
    )
