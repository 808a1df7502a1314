"""A competency as a page: what it means, what it looks like at each level, what teaches it, and who needs
it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from oer_build.analysis.gaps import levels_of, statements_of
from oer_build.analysis.standing import needed
from oer_build.exports import case, linked_data
from oer_build.lesson import Heading, Node
from oer_build.model import Competency, CrosswalkLink, Level
from oer_build.pages import calls, words
from oer_build.pages.frame import Frame, figures, headings, section
from oer_build.pages.introductions import apart
from oer_build.pages.page import Crumb, Page
from oer_build.pages.values import (
    CallLink,
    CompetencyLink,
    Figures,
    LicenseLink,
    ModuleLink,
    PageLink,
    Taught,
    WorkLine,
)


@dataclass(frozen=True, slots=True)
class Statement:
    """An indicator. `anchor` is the identifier that its CASE item names in its address."""

    anchor: str
    text: str


@dataclass(frozen=True, slots=True)
class Indicators:
    """Indicators of one type: `title` is the type in words (empty where the author gave none)."""

    title: str
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class LevelNeed:
    """A role that needs a level of this competency. `upto` is the title of the higher level that it needs;
    empty where it needs this one and no more."""

    role: PageLink
    upto: str = ""


@dataclass(frozen=True, slots=True)
class LevelPart:
    """One level of a competency. Where the framework has no levels there is one part, without a title."""

    anchor: str
    title: str
    description: str
    indicators: tuple[Indicators, ...]
    taught: Taught
    needed_by: tuple[LevelNeed, ...] = ()
    """Roles that need this level or a higher one: who needs a level needs every lower one too."""

    @property
    def count(self) -> int:
        """How many indicators."""
        return sum(len(group.statements) for group in self.indicators)


@dataclass(frozen=True, slots=True)
class CourseUse:
    """A course with what it has on this competency."""

    course: PageLink
    figures: Figures


@dataclass(frozen=True, slots=True)
class RoleUse:
    """A role that needs this competency, at a level (title) and for a reason."""

    role: PageLink
    level: str
    note: str


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A competency before or after this one, and the modules that make it so (none: the framework says
    it)."""

    competency: CompetencyLink
    modules: int = 0


@dataclass(frozen=True, slots=True)
class CrosswalkPart:
    """What corresponds to this competency in another framework."""

    framework: PageLink
    links: tuple[tuple[str, CrosswalkLink], ...]
    """Pairs of relation in words and link."""


@dataclass(frozen=True, slots=True)
class CompetencyContext:
    """What `competency.html.jinja` is given."""

    competency: Competency
    """The record as the author wrote it."""
    link: CompetencyLink
    """The competency as a link to this page, with its code."""
    framework: PageLink | None
    """The framework it belongs to."""
    license: LicenseLink
    """Of the framework, or else of the site."""
    nodes: tuple[Node, ...]
    """The rationale."""
    levels: tuple[LevelPart, ...]
    """Every level in order, empty ones too, and last what names no level."""
    figures: Figures
    """Of all modules that teach it, at any level."""
    before: tuple[Neighbour, ...]
    """What a learner does well to have first."""
    after: tuple[Neighbour, ...]
    """What builds on it."""
    related: tuple[CompetencyLink, ...]
    """Related in other ways; said on both sides."""
    courses: tuple[CourseUse, ...]
    """Courses with modules on it."""
    roles: tuple[RoleUse, ...]
    """Roles that need it."""
    crosswalks: tuple[CrosswalkPart, ...]
    """What corresponds to it elsewhere."""
    sources: tuple[WorkLine, ...]
    """Works that the rationale cites."""
    opportunities: tuple[PageLink, ...]
    """Where it can be practised at work."""
    stories: tuple[PageLink, ...]
    """Stories that show it."""
    calls: tuple[CallLink, ...]
    """What readers are asked to do here."""
    has_modules: bool
    """Whether the site has modules at all; without, nothing is said of what teaches."""
    check: str
    """Where a reader checks themselves against its statements; empty where it has none."""


@dataclass(slots=True)
class _Ways:
    """What leads to and from a competency, gathered in one walk over the site."""

    before: list[CompetencyLink] = field(default_factory=list)
    after: list[CompetencyLink] = field(default_factory=list)
    related: list[CompetencyLink] = field(default_factory=list)
    required: dict[tuple[str, str], int] = field(default_factory=lambda: defaultdict(int))
    """By competency and level: how many modules on this one expect it."""
    leads_to: dict[tuple[str, str], int] = field(default_factory=lambda: defaultdict(int))


def competencies(frame: Frame) -> Iterator[Page]:
    """The page of every competency."""
    ways = _ways(frame)
    for competency in frame.catalogue.competencies.values():
        yield _page(frame, competency, ways[competency.identifier])


def _page(frame: Frame, competency: Competency, ways: _Ways) -> Page:
    _ = frame.strings.gettext
    catalogue = frame.catalogue
    framework = catalogue.framework
    path = f"competencies/{competency.identifier}/"
    lesson = apart(frame.lesson(path), {level.identifier for level in catalogue.levels}, "rationale-")
    parts = tuple(_parts(frame, competency))
    taught = [link for part in parts for link in (*part.taught.available, *part.taught.planned)]
    context = CompetencyContext(
        competency=competency,
        link=frame.competencies[competency.identifier],
        framework=PageLink(framework.title, "framework/") if framework else None,
        license=frame.license(framework.license if framework else catalogue.site.license),
        nodes=lesson.nodes,
        levels=parts,
        figures=figures(taught),
        before=_neighbours(frame, ways.before, ways.required),
        after=_neighbours(frame, ways.after, ways.leads_to),
        related=tuple(ways.related),
        courses=_courses(frame, taught),
        roles=tuple(_roles(frame, competency.identifier)),
        crosswalks=_crosswalks(frame, competency.identifier),
        sources=frame.works(competency.sources, anchored=True),
        opportunities=frame.records(
            "opportunity",
            (
                key
                for key in catalogue.practised_in.get(competency.identifier, ())
                if catalogue.opportunities[key].stage != "closed"
            ),
        ),
        stories=frame.records("story", catalogue.stories_of.get(competency.identifier, ())),
        calls=calls.shown_on(frame, path),
        has_modules=bool(catalogue.modules),
        check=f"self-assessment/#of-{competency.identifier}" if _can_be_checked(frame, competency) else "",
    )
    title = context.link.name
    return frame.page(
        path,
        title,
        competency.full_statement,
        "competency",
        context,
        about=linked_data.competency(catalogue, competency),
        source=competency.span.file,
        license=framework.license if framework else catalogue.site.license,
        breadcrumbs=frame.crumbs(Crumb(_("Competencies"), "framework/")),
        toc=(*lesson.toc, *_toc(frame, context)),
        sections=(
            section("", title, competency.full_statement),
            *(part for part in lesson.sections if part.text),
            *(
                section(
                    part.anchor,
                    part.title,
                    part.description,
                    *(one.text for group in part.indicators for one in group.statements),
                )
                for part in parts
                if part.count
            ),
        ),
        filters=frame.facets(
            _("Competency"),
            competency=[title],
            level=[part.title for part in parts if part.taught.available],
            role=[use.role.title for use in context.roles],
        ),
    )


def _can_be_checked(frame: Frame, competency: Competency) -> bool:
    return any(statements_of(competency, level) for level in levels_of(frame.catalogue))


def _parts(frame: Frame, competency: Competency) -> Iterator[LevelPart]:
    """The levels in order, empty ones too: links from elsewhere lead to them. Last, what names no level."""
    catalogue = frame.catalogue
    roles = [catalogue.roles[name] for name in catalogue.roles_needing.get(competency.identifier, ())]
    needs = [(role, needed(catalogue, role)[competency.identifier]) for role in roles]
    for place, level in enumerate(catalogue.levels):
        needed_by = tuple(
            LevelNeed(
                PageLink(role.title, f"roles/{role.identifier}/"),
                catalogue.levels[highest].title if highest > place else "",
            )
            for role, highest in needs
            if highest >= place
        )
        yield replace(_part(frame, competency, level), needed_by=needed_by)
    rest = _part(frame, competency, Level("", "", "", 0))
    if not catalogue.levels or rest.count or rest.taught.available or rest.taught.planned:
        title = frame.strings.gettext("At no particular level") if catalogue.levels else ""
        yield replace(rest, anchor="oer-modules", title=title)


def _part(frame: Frame, competency: Competency, level: Level) -> LevelPart:
    framework = frame.catalogue.framework
    groups: dict[str, list[Statement]] = {}
    here = (indicator for indicator in competency.indicators if indicator.level == level.identifier)
    for position, indicator in enumerate(here, 1):
        anchor = (
            case.indicator_identifier(framework, competency.identifier, indicator, position)
            if framework
            else ""
        )
        groups.setdefault(indicator.type, []).append(Statement(anchor, indicator.statement))
    return LevelPart(
        anchor=level.identifier,
        title=level.title,
        description=level.description,
        indicators=tuple(
            Indicators(words.indicator_type(frame.strings, type_), tuple(statements))
            for type_, statements in groups.items()
        ),
        taught=frame.cell(competency.identifier, level.identifier),
    )


def _ways(frame: Frame) -> dict[str, _Ways]:
    strings = frame.strings
    ways: dict[str, _Ways] = defaultdict(_Ways)
    related: set[tuple[str, str]] = set()
    for competency in frame.catalogue.competencies.values():
        here = frame.competencies[competency.identifier]
        for one in competency.associations:
            target = replace(frame.competencies[one.target], note=one.note)
            if one.type == "precedes":
                ways[competency.identifier].after.append(target)
                ways[one.target].before.append(replace(here, note=one.note))
                continue
            relation = words.relation(strings, one.type)
            if one.type == "isRelatedTo":
                # Said once on each side, whichever of the two records says it.
                if (one.target, competency.identifier) in related:
                    continue
                related.add((competency.identifier, one.target))
                ways[competency.identifier].related.append(target)
                ways[one.target].related.append(replace(here, note=one.note))
            else:
                ways[competency.identifier].related.append(replace(target, relation=relation))
    for module in frame.catalogue.modules.values():
        if module.creative_work_status == "retired":
            continue
        for taught in dict.fromkeys(reference.competency for reference in module.teaches):
            for required in module.competency_required:
                if required.competency != taught:
                    ways[taught].required[required.competency, required.level] += 1
        for required in module.competency_required:
            for reference in module.teaches:
                if reference.competency != required.competency:
                    ways[required.competency].leads_to[reference.competency, reference.level] += 1
    return ways


def _neighbours(
    frame: Frame, said: Iterable[CompetencyLink], counted: dict[tuple[str, str], int]
) -> tuple[Neighbour, ...]:
    found = [Neighbour(link) for link in said]
    for (identifier, level), number in counted.items():
        found.append(Neighbour(frame.at_level(identifier, level), number))
    return tuple(found)


def _courses(frame: Frame, taught: Iterable[ModuleLink]) -> tuple[CourseUse, ...]:
    by_course: dict[str, list[ModuleLink]] = {}
    for link in taught:
        for identifier in frame.catalogue.courses_of.get(link.identifier, ()):
            by_course.setdefault(identifier, []).append(link)
    return tuple(
        CourseUse(frame.record("course", identifier), figures(links))
        for identifier, links in by_course.items()
    )


def _roles(frame: Frame, identifier: str) -> Iterator[RoleUse]:
    for name in frame.catalogue.roles_needing.get(identifier, ()):
        role = frame.catalogue.roles[name]
        for need in role.competency_required:
            if need.competency == identifier:
                yield RoleUse(
                    PageLink(role.title, f"roles/{name}/"), frame.level_title(need.level), need.note
                )


def _crosswalks(frame: Frame, identifier: str) -> tuple[CrosswalkPart, ...]:
    links: dict[str, list[tuple[str, CrosswalkLink]]] = {}
    for name, link in frame.catalogue.crosswalk_of.get(identifier, ()):
        links.setdefault(name, []).append((words.relation(frame.strings, link.type), link))
    return tuple(
        CrosswalkPart(PageLink(frame.catalogue.crosswalks[name].title, f"crosswalks/{name}/"), tuple(found))
        for name, found in links.items()
    )


def _toc(frame: Frame, context: CompetencyContext) -> Iterator[Heading]:
    _ = frame.strings.gettext
    if frame.catalogue.levels:
        yield Heading(2, "oer-levels", _("Levels"))
        yield from (Heading(3, part.anchor, part.title) for part in context.levels)
    else:
        yield Heading(2, "oer-modules", _("What it looks like, and what teaches it"))
    rest = (
        ("oer-ways", _("Before and after"), context.before or context.after),
        ("oer-related", _("Related competencies"), context.related),
        ("oer-courses", _("Courses"), context.courses),
        ("oer-roles", _("Roles that need it"), context.roles),
        ("oer-practise", _("Practise this at work"), context.opportunities),
        ("oer-stories", _("Stories that show it"), context.stories),
        ("oer-crosswalks", _("In other frameworks"), context.crosswalks),
        ("oer-sources", _("Sources"), context.sources),
    )
    yield from headings(*((anchor, title) for anchor, title, there in rest if there))
