"""Opportunities: a directory in one table that is complete without scripts, and a page for each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from oer_build.analysis.overlap import EVERYONE
from oer_build.exports import linked_community
from oer_build.lesson import Node
from oer_build.model import Opportunity
from oer_build.pages import calls, words_community
from oer_build.pages.choices import Choice, counted, joined, open_to
from oer_build.pages.frame import Frame, headings, plain, section
from oer_build.pages.page import Crumb, Page
from oer_build.pages.values import CallLink, CompetencyLink, PageLink, WorkLine


@dataclass(frozen=True, slots=True)
class OpportunityRow:
    """An opportunity in the directory. The `data_` values are what the filters compare."""

    page: PageLink
    kinds: tuple[str, ...]
    """In words. So are the next ones; an empty value means that the sources do not say."""
    stage: str
    direction: str
    audiences: tuple[str, ...]
    grades: tuple[str, ...]
    providers: tuple[str, ...]
    """Titles of the organisations that run it."""
    regions: tuple[str, ...]
    data_kind: str
    data_audience: str
    data_grade: str
    data_stage: str
    data_direction: str
    data_competency: str
    data_region: str
    data_text: str
    """Further words under which it can be found."""


@dataclass(frozen=True, slots=True)
class OpportunitiesContext:
    """What `opportunities.html.jinja` is given."""

    nodes: tuple[Node, ...]
    """An introduction of the site's own, from an article at the same address."""
    rows: tuple[OpportunityRow, ...]
    """All opportunities, in order."""
    kinds: tuple[Choice, ...]
    """Choices of the filter of that name, with counts; so are the next ones."""
    audiences: tuple[Choice, ...]
    """Groups of people that occur."""
    grades: tuple[Choice, ...]
    """Grades that occur."""
    stages: tuple[Choice, ...]
    """Stages that occur."""
    directions: tuple[Choice, ...]
    """Directions that occur."""
    competencies: tuple[Choice, ...]
    """Competencies that occur."""
    regions: tuple[Choice, ...]
    """Countries and regions that occur."""
    calls: tuple[CallLink, ...]
    """What readers are asked to do here."""


@dataclass(frozen=True, slots=True)
class RelationLine:
    """What was said of this opportunity and another one, from the side of this page."""

    other: PageLink
    text: str
    """The relation in words, from the record that holds it: "complements"."""
    outgoing: bool
    """Whether this page's record says it; otherwise the other one's does."""
    reason: str
    said_by: str


@dataclass(frozen=True, slots=True)
class OpportunityContext:
    """What `opportunity.html.jinja` is given."""

    opportunity: Opportunity
    """The record."""
    nodes: tuple[Node, ...]
    """What its author wrote."""
    kinds: tuple[str, ...]
    """In words. So are the next ones; an empty value means that the sources do not say."""
    stage: str
    """How far it is."""
    direction: str
    """Where people go."""
    audiences: tuple[str, ...]
    """Groups of people that it is for."""
    grades: tuple[str, ...]
    """Grades that can take part."""
    providers: tuple[PageLink, ...]
    """Organisations that run it."""
    hosts: tuple[PageLink, ...]
    """Organisations in which people work or learn."""
    competencies: tuple[CompetencyLink, ...]
    """What one can practise there."""
    relations: tuple[RelationLine, ...]
    """What was said of it and others."""
    similar: tuple[PageLink, ...]
    """Opportunities much like it that nobody has judged yet."""
    sources: tuple[WorkLine, ...]
    """Where all this was read."""
    calls: tuple[CallLink, ...]
    """What readers are asked to do here."""
    edit_url: str
    """Where the record can be corrected; empty where the site has no such place."""


def opportunities(frame: Frame) -> Iterator[Page]:
    """The directory and the page of every opportunity, for a site that has any."""
    if not frame.has("opportunities/"):
        return
    yield _directory(frame)
    for one in frame.catalogue.opportunities.values():
        yield _page(frame.speaking(one.in_language), one)


def _directory(frame: Frame) -> Page:
    _, strings = frame.strings.gettext, frame.strings
    every = list(frame.catalogue.opportunities.values())
    audiences = open_to((one.audience for one in every), EVERYONE)
    grades = open_to((one.grades for one in every), EVERYONE)
    title = _("Opportunities")
    description = _(
        "Ways to learn at work: mentoring, shadowing, placements, secondments, networks and more."
    )
    context = OpportunitiesContext(
        nodes=frame.lesson("opportunities/").nodes,
        rows=tuple(
            _row(frame, one, group, grade) for one, group, grade in zip(every, audiences, grades, strict=True)
        ),
        kinds=counted((one.kind for one in every), lambda value: words_community.kind(strings, value)),
        audiences=counted(audiences, lambda value: words_community.audience(strings, value)),
        grades=counted(grades, lambda value: words_community.grade(strings, value)),
        stages=counted(((one.stage,) for one in every), lambda value: words_community.stage(strings, value)),
        directions=counted(
            ((one.direction,) for one in every), lambda value: words_community.direction(strings, value)
        ),
        competencies=counted(
            ((ref.competency for ref in one.competencies) for one in every),
            lambda value: frame.competencies[value].name,
        ),
        regions=counted((one.region for one in every), strings.region),
        calls=calls.shown_on(frame, "opportunities/"),
    )
    return frame.page(
        "opportunities/",
        title,
        description,
        "opportunities",
        context,
        breadcrumbs=frame.crumbs(),
        sections=(section("", title, description),),
        filters=frame.facets(_("Overview")),
    )


def _row(
    frame: Frame, one: Opportunity, audiences: tuple[str, ...], grades: tuple[str, ...]
) -> OpportunityRow:
    strings, catalogue = frame.strings, frame.catalogue
    providers = [catalogue.organisations[ref.identifier] for ref in one.provider]
    return OpportunityRow(
        page=frame.record("opportunity", one.identifier),
        kinds=tuple(words_community.kind(strings, value) for value in one.kind),
        stage=words_community.stage_of(strings, one),
        direction=words_community.direction(strings, one.direction),
        audiences=tuple(words_community.audience(strings, value) for value in one.audience),
        grades=tuple(words_community.grade(strings, value) for value in one.grades),
        providers=tuple(organisation.title for organisation in providers),
        regions=tuple(strings.region(code) for code in one.region),
        data_kind=joined(one.kind),
        data_audience=joined(audiences),
        data_grade=joined(grades),
        data_stage=one.stage,
        data_direction=one.direction,
        data_competency=joined(ref.competency for ref in one.competencies),
        data_region=joined(one.region),
        data_text=" ".join(
            (*one.keywords, *(name for organisation in providers for name in organisation.alternate_name))
        ),
    )


def _page(frame: Frame, one: Opportunity) -> Page:
    _, strings = frame.strings.gettext, frame.strings
    path = f"opportunities/{one.identifier}/"
    lesson = frame.lesson(path)
    kinds = tuple(words_community.kind(strings, value) for value in one.kind)
    competencies = tuple(frame.competency(reference) for reference in one.competencies)
    site = frame.catalogue.site
    relations = tuple(_relations(frame, one))
    related = {line.other.path for line in relations}
    similar = [
        frame.record("opportunity", pair.second if pair.first == one.identifier else pair.first)
        for pair in frame.overlaps
        if one.identifier in (pair.first, pair.second) and not pair.judged
    ]
    context = OpportunityContext(
        opportunity=one,
        nodes=lesson.nodes,
        kinds=kinds,
        stage=words_community.stage_of(strings, one),
        direction=words_community.direction(strings, one.direction),
        audiences=tuple(words_community.audience(strings, value) for value in one.audience),
        grades=tuple(words_community.grade(strings, value) for value in one.grades),
        providers=frame.records("organisation", (ref.identifier for ref in one.provider)),
        hosts=frame.records("organisation", (ref.identifier for ref in one.host)),
        competencies=competencies,
        relations=relations,
        similar=tuple(link for link in similar if link.path not in related),
        sources=frame.works(one.sources, anchored=True),
        calls=calls.shown_on(frame, path),
        edit_url=site.edit_url + one.span.file if site.edit_url else "",
    )
    return frame.page(
        path,
        one.title,
        one.description,
        "opportunity",
        context,
        about=linked_community.opportunity(frame.catalogue, one),
        source=one.span.file,
        language=one.in_language,
        spoken=one.in_language,
        breadcrumbs=frame.crumbs(Crumb(_("Opportunities"), "opportunities/")),
        toc=(*headings(("oer-facts", _("At a glance"))), *lesson.toc),
        sections=(
            section("", one.title, one.description, one.eligibility, *kinds, *one.keywords),
            *lesson.sections,
        ),
        filters=frame.site.facets(
            frame.site.strings.gettext("Opportunity"), competency=[link.name for link in competencies]
        ),
    )


def _relations(frame: Frame, one: Opportunity) -> Iterator[RelationLine]:
    for relation in one.relations:
        yield RelationLine(
            frame.record("opportunity", relation.target),
            words_community.relation(frame.strings, relation.type),
            True,
            plain(relation.reason),
            relation.said_by,
        )
    for other in frame.catalogue.opportunities.values():
        for relation in other.relations:
            if relation.target == one.identifier:
                yield RelationLine(
                    frame.record("opportunity", other.identifier),
                    words_community.relation(frame.strings, relation.type),
                    False,
                    plain(relation.reason),
                    relation.said_by,
                )
