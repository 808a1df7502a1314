"""References of one record at a time, resolved against everything that has an identifier."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from oer_build.diagnostics import Related, Report, Span, near_miss
from oer_build.load import Loaded
from oer_build.model import (
    Association,
    Competency,
    CompetencyReference,
    Course,
    Crosswalk,
    Framework,
    Module,
    Reference,
    Role,
)


class Linker:
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
        self.broken = loaded.broken
        self.report = report

    def module(self, module: Module) -> Module:
        return replace(
            module,
            teaches=self.references(module.teaches),
            competency_required=self.references(module.competency_required),
            requires=self.modules_of(module.requires, itself=module.identifier),
        )

    def competency(self, competency: Competency) -> Competency:
        kept: list[Association] = []
        for association in competency.associations:
            if association.target == competency.identifier:
                self.report.add(
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
            for reference in self.modules_of(unit.modules):
                if reference.identifier in seen:
                    self.report.add(
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
        return replace(role, competency_required=self.references(role.competency_required))

    def crosswalk(self, crosswalk: Crosswalk) -> Crosswalk:
        kept = tuple(
            association
            for association in crosswalk.associations
            if self._known_competency(association.source, association.span)
        )
        return replace(crosswalk, associations=kept)

    def references(self, references: Iterable[CompetencyReference]) -> tuple[CompetencyReference, ...]:
        kept: dict[tuple[str, str], CompetencyReference] = {}
        for reference in references:
            if not self._known_competency(reference.competency, reference.span):
                continue
            if reference.level and not self.known_level(reference.level, reference.span):
                continue
            key = (reference.competency, reference.level)
            if key in kept:
                where = f"'{reference.competency}'" + (f" at '{reference.level}'" if reference.level else "")
                self.report.add(
                    "duplicate-identifier",
                    reference.span,
                    f"competency {where} is listed twice",
                    "keep one of the two",
                    [Related(kept[key].span, "the first one is here")],
                )
                continue
            kept[key] = reference
        return tuple(kept.values())

    def modules_of(self, references: Iterable[Reference], itself: str = "") -> tuple[Reference, ...]:
        kept = []
        for reference in references:
            if reference.identifier == itself:
                self.report.add(
                    "self-reference",
                    reference.span,
                    f"module '{itself}' requires itself",
                    "remove it from `requires`",
                )
            elif reference.identifier in self.modules:
                kept.append(reference)
            elif ("module", reference.identifier) not in self.broken:
                self.unknown("module", reference.identifier, reference.span)
        return tuple(kept)

    def _known_competency(self, identifier: str, span: Span) -> bool:
        if identifier in self.competencies:
            return True
        if ("competency", identifier) not in self.broken:
            self.unknown("competency", identifier, span)
        return False

    def known_level(self, level: str, span: Span) -> bool:
        if level in self._levels:
            return True
        if not self._framed:
            return False  # its absence or fault is reported already
        self.report.add(
            "unknown-level",
            span,
            f"the framework has no level '{level}'",
            hint_for(level, self._levels)
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
        self.report.add(
            f"unknown-{kind}",
            span,
            f"no {kind} '{identifier}'",
            hint_for(identifier, known, known[nearest].span if nearest else None)
            or f"add it, or use one of the {kind} files that exist",
        )


def hint_for(word: str, known: Iterable[str], place: Span | None = None) -> str:
    nearest = near_miss(word, known)
    if not nearest:
        return ""
    return f"did you mean '{nearest}'?" + (f" ({place.file}:{place.line})" if place else "")
