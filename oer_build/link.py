"""Records to a `Catalogue`: every identifier resolves, or there is a diagnostic with the near miss.

Knows the model only. A reference that does not resolve is reported and left out, so that the rooms after this
one never meet it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Protocol, TypeVar

from oer_build.diagnostics import Related, Report, Span, near_miss
from oer_build.load import Loaded
from oer_build.model import (
    Association,
    Catalogue,
    Competency,
    CompetencyReference,
    Course,
    Crosswalk,
    CrosswalkLink,
    Framework,
    Module,
    Reference,
    Role,
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
    linker = _Linker(framework, competencies, _index(loaded.modules, "module", report), loaded, report)
    modules = {key: linker.module(value) for key, value in linker.modules.items()}
    linked = Catalogue(
        site=site,
        framework=framework,
        competencies={key: linker.competency(value) for key, value in competencies.items()},
        modules=modules,
        courses={k: linker.course(v) for k, v in _index(loaded.courses, "course", report).items()},
        roles={k: linker.role(v) for k, v in _index(loaded.roles, "role", report).items()},
        crosswalks={
            k: linker.crosswalk(v) for k, v in _index(loaded.crosswalks, "crosswalk", report).items()
        },
        terms=_index(loaded.terms, "term", report),
        articles={article.path: article for article in loaded.articles},
        assets={asset.path: asset for asset in loaded.assets},
    )
    return with_indices(linked)


def with_indices(catalogue: Catalogue) -> Catalogue:
    """The same catalogue with its reverse relations filled, each in the order of display."""
    taught: dict[str, list[Taught]] = defaultdict(list)
    required_by: dict[str, list[str]] = defaultdict(list)
    for module in catalogue.modules.values():
        for reference in module.teaches:
            taught[reference.competency].append(Taught(module.identifier, reference))
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
    return replace(
        catalogue,
        taught=_frozen(taught),
        required_by=_frozen(required_by),
        courses_of=_frozen(courses_of),
        roles_needing=_frozen(roles_needing),
        crosswalk_of=_frozen(crosswalk_of),
    )


V = TypeVar("V")


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


class _Linker:
    """Resolves the references of one record at a time against everything that has an identifier."""

    def __init__(
        self,
        framework: Framework | None,
        competencies: Mapping[str, Competency],
        modules: Mapping[str, Module],
        loaded: Loaded,
        report: Report,
    ) -> None:
        self.competencies = competencies
        self.modules = modules
        self._levels = [level.identifier for level in framework.levels] if framework else []
        self._framed = framework is not None
        self._broken = loaded.broken
        self._report = report

    def module(self, module: Module) -> Module:
        return replace(
            module,
            teaches=self._references(module.teaches),
            competency_required=self._references(module.competency_required),
            requires=self._modules(module.requires, itself=module.identifier),
        )

    def competency(self, competency: Competency) -> Competency:
        kept: list[Association] = []
        for association in competency.associations:
            if association.target == competency.identifier:
                self._report.add(
                    "self-reference",
                    association.span,
                    f"competency '{competency.identifier}' is associated with itself",
                    "remove this association",
                )
            elif self._known_competency(association.target, association.span):
                kept.append(association)
        return replace(competency, associations=tuple(kept))

    def course(self, course: Course) -> Course:
        seen: dict[str, Span] = {}
        units = []
        for unit in course.units:
            kept = []
            for reference in self._modules(unit.modules):
                if reference.identifier in seen:
                    self._report.add(
                        "duplicate-identifier",
                        reference.span,
                        f"module '{reference.identifier}' is in this course twice",
                        "remove one of the two",
                        [Related(seen[reference.identifier], "the first one is here")],
                    )
                    continue
                seen[reference.identifier] = reference.span
                kept.append(reference)
            units.append(replace(unit, modules=tuple(kept)))
        return replace(course, units=tuple(units))

    def role(self, role: Role) -> Role:
        return replace(role, competency_required=self._references(role.competency_required))

    def crosswalk(self, crosswalk: Crosswalk) -> Crosswalk:
        kept = tuple(
            association
            for association in crosswalk.associations
            if self._known_competency(association.source, association.span)
        )
        return replace(crosswalk, associations=kept)

    def _references(self, references: Iterable[CompetencyReference]) -> tuple[CompetencyReference, ...]:
        kept: dict[tuple[str, str], CompetencyReference] = {}
        for reference in references:
            if not self._known_competency(reference.competency, reference.span):
                continue
            if reference.level and not self.known_level(reference.level, reference.span):
                continue
            key = (reference.competency, reference.level)
            if key in kept:
                where = f"'{reference.competency}'" + (f" at '{reference.level}'" if reference.level else "")
                self._report.add(
                    "duplicate-identifier",
                    reference.span,
                    f"competency {where} is listed twice",
                    "keep one of the two",
                    [Related(kept[key].span, "the first one is here")],
                )
                continue
            kept[key] = reference
        return tuple(kept.values())

    def _modules(self, references: Iterable[Reference], itself: str = "") -> tuple[Reference, ...]:
        kept = []
        for reference in references:
            if reference.identifier == itself:
                self._report.add(
                    "self-reference",
                    reference.span,
                    f"module '{itself}' requires itself",
                    "remove it from `requires`",
                )
            elif reference.identifier in self.modules:
                kept.append(reference)
            elif ("module", reference.identifier) not in self._broken:
                self.unknown("module", reference.identifier, reference.span)
        return tuple(kept)

    def _known_competency(self, identifier: str, span: Span) -> bool:
        if identifier in self.competencies:
            return True
        if ("competency", identifier) not in self._broken:
            self.unknown("competency", identifier, span)
        return False

    def known_level(self, level: str, span: Span) -> bool:
        if level in self._levels:
            return True
        if not self._framed:
            return False  # its absence or fault is reported already
        self._report.add(
            "unknown-level",
            span,
            f"the framework has no level '{level}'",
            _hint(level, self._levels)
            or (
                "use one of: " + ", ".join(self._levels)
                if self._levels
                else "the framework has no levels: leave the level out"
            ),
        )
        return False

    def unknown(self, kind: str, identifier: str, span: Span) -> None:
        known: Mapping[str, Competency | Module] = self.competencies if kind == "competency" else self.modules
        nearest = near_miss(identifier, known)
        self._report.add(
            f"unknown-{kind}",
            span,
            f"no {kind} '{identifier}'",
            _hint(identifier, known, known[nearest].span if nearest else None)
            or f"add it, or use one of the {kind} files that exist",
        )


def _hint(word: str, known: Iterable[str], place: Span | None = None) -> str:
    nearest = near_miss(word, known)
    if not nearest:
        return ""
    return f"did you mean '{nearest}'?" + (f" ({place.file}:{place.line})" if place else "")
