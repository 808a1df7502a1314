"""Records to a `Catalogue`: every identifier resolves, or there is a diagnostic with the near miss.

Knows the model only. A reference that does not resolve is reported and left out, so that the rooms after this
one never meet it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Protocol, TypeVar

from oer_build.diagnostics import Related, Report, Span
from oer_build.link.community import CommunityLinker
from oer_build.link.course import Linker
from oer_build.load import Loaded
from oer_build.model import (
    Catalogue,
    CompetencyReference,
    CrosswalkLink,
    Site,
    Taught,
)


class _Record(Protocol):
    @property
    def identifier(self) -> str: ...
    @property
    def span(self) -> Span: ...


R = TypeVar("R", bound=_Record)


def link(loaded: Loaded, site: Site, report: Report) -> Catalogue:
    """The catalogue of all that was loaded. Problems go to the report; what they concern is left out."""
    framework = loaded.framework
    competencies = _index(loaded.competencies, "competency", report)
    if competencies and framework is None and not loaded.framework_attempted:
        first = next(iter(competencies.values()))
        report.add(
            "missing-framework",
            Span(first.span.file),
            "there are competencies, but no framework that says what they belong to",
            "add competencies/framework.yml with identifier, title, version and license",
        )
    linker = Linker(framework, competencies, _index(loaded.modules, "module", report), loaded, report)
    community = CommunityLinker(linker, loaded)
    modules = {key: linker.module(value) for key, value in linker.modules.items()}
    linked = Catalogue(
        site=site,
        framework=framework,
        competencies={key: linker.competency(value) for key, value in competencies.items()},
        modules=modules,
        courses=_linked(loaded.courses, "course", linker.course, report),
        roles=_linked(loaded.roles, "role", linker.role, report),
        crosswalks=_linked(loaded.crosswalks, "crosswalk", linker.crosswalk, report),
        terms=_index(loaded.terms, "term", report),
        articles={article.path: article for article in loaded.articles},
        assets={asset.path: asset for asset in loaded.assets},
        programmes=_linked(loaded.programmes, "programme", community.programme, report),
        opportunities=_linked(loaded.opportunities, "opportunity", community.opportunity, report),
        organisations=_linked(loaded.organisations, "organisation", community.organisation, report),
        packs=_linked(loaded.packs, "pack", community.pack, report),
        stories=_linked(loaded.stories, "story", community.story, report),
        calls=_linked(loaded.calls, "call", community.call, report),
        wishes=_linked(loaded.wishes, "wish", community.wish, report),
        events=_linked(loaded.events, "event", community.event, report),
    )
    return with_indices(linked)


def with_indices(catalogue: Catalogue) -> Catalogue:
    """The same catalogue with its reverse relations filled, each in the order of display."""
    taught: dict[str, list[Taught]] = defaultdict(list)
    required_by: dict[str, list[str]] = defaultdict(list)
    for module in catalogue.modules.values():
        for need in module.teaches:
            taught[need.competency].append(Taught(module.identifier, need))
        for required in module.requires:
            required_by[required.identifier].append(module.identifier)
    courses_of: dict[str, list[str]] = defaultdict(list)
    for course in catalogue.courses.values():
        for identifier in dict.fromkeys(reference.identifier for reference in course.modules):
            courses_of[identifier].append(course.identifier)
    roles_needing: dict[str, list[str]] = defaultdict(list)
    for role in catalogue.roles.values():
        for identifier in dict.fromkeys(need.competency for need in role.competency_required):
            roles_needing[identifier].append(role.identifier)
    crosswalk_of: dict[str, list[tuple[str, CrosswalkLink]]] = defaultdict(list)
    for crosswalk in catalogue.crosswalks.values():
        for association in crosswalk.associations:
            crosswalk_of[association.source].append((crosswalk.identifier, association))
    programmes_of: dict[str, list[str]] = defaultdict(list)
    for programme in catalogue.programmes.values():
        for identifier in programme.modules:
            programmes_of[identifier].append(programme.identifier)
    offered_by: dict[str, list[str]] = defaultdict(list)
    for opportunity in catalogue.opportunities.values():
        for identifier in dict.fromkeys(
            reference.identifier for reference in (*opportunity.provider, *opportunity.host)
        ):
            offered_by[identifier].append(opportunity.identifier)
    members_of: dict[str, list[str]] = defaultdict(list)
    for organisation in catalogue.organisations.values():
        for reference in organisation.member_of:
            members_of[reference.identifier].append(organisation.identifier)
    return replace(
        catalogue,
        programmes_of=_frozen(programmes_of),
        practised_in=_by_competency(catalogue.opportunities.values()),
        stories_of=_by_competency(catalogue.stories.values()),
        wishes_for=_by_competency(catalogue.wishes.values()),
        offered_by=_frozen(offered_by),
        members_of=_frozen(members_of),
        taught=_frozen(taught),
        required_by=_frozen(required_by),
        courses_of=_frozen(courses_of),
        roles_needing=_frozen(roles_needing),
        crosswalk_of=_frozen(crosswalk_of),
    )


V = TypeVar("V")


class _Practises(Protocol):
    @property
    def identifier(self) -> str: ...
    @property
    def competencies(self) -> tuple[CompetencyReference, ...]: ...


def _by_competency(records: Iterable[_Practises]) -> dict[str, tuple[str, ...]]:
    """Identifiers of records by the competencies that they name, each once."""
    found: dict[str, list[str]] = defaultdict(list)
    for record in records:
        for competency in dict.fromkeys(reference.competency for reference in record.competencies):
            found[competency].append(record.identifier)
    return _frozen(found)


def _linked(records: Iterable[R], kind: str, resolve: Callable[[R], R], report: Report) -> dict[str, R]:
    return {key: resolve(value) for key, value in _index(records, kind, report).items()}


def _frozen(lists: Mapping[str, list[V]]) -> dict[str, tuple[V, ...]]:
    return {key: tuple(values) for key, values in lists.items()}


def _index(records: Iterable[R], kind: str, report: Report) -> dict[str, R]:
    found: dict[str, R] = {}
    for record in records:
        if record.identifier in found:
            report.add(
                "duplicate-identifier",
                record.span,
                f"two {kind} records are called '{record.identifier}'",
                "give one of them another identifier",
                [Related(found[record.identifier].span, "the first one is here")],
            )
        else:
            found[record.identifier] = record
    return found
