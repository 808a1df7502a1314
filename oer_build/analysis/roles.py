"""What a role needs and what teaches it. Pure questions to a catalogue."""

from __future__ import annotations

from dataclasses import dataclass

from oer_build.analysis.prerequisites import at_or_above
from oer_build.model import Catalogue, CompetencyReference, Role


@dataclass(frozen=True, slots=True)
class Need:
    """A competency that a role needs, and the modules that lead there (identifiers, in the order of the
    catalogue)."""

    reference: CompetencyReference
    modules: tuple[str, ...]
    """Written modules that teach it at the level needed or above."""
    planned: tuple[str, ...]
    """Planned modules that will."""
    below: tuple[str, ...]
    """Written modules that teach it at a lower level: steps on the way."""

    @property
    def missing(self) -> bool:
        """Nothing teaches it at this level, and nothing is planned."""
        return not self.modules and not self.planned

    @property
    def planned_only(self) -> bool:
        """Nothing written teaches it at this level yet, but something is planned."""
        return not self.modules and bool(self.planned)


def needs(catalogue: Catalogue, role: Role) -> tuple[Need, ...]:
    """What the role needs, in the author's order. Retired modules do not count."""
    return tuple(_need(catalogue, reference) for reference in role.competency_required)


def served(catalogue: Catalogue) -> dict[str, tuple[Role, ...]]:
    """By module, written or planned: the roles that need what it teaches, at its level or below."""
    found: dict[str, list[Role]] = {}
    for role in catalogue.roles.values():
        leading = (one for need in needs(catalogue, role) for one in (*need.modules, *need.planned))
        for module in dict.fromkeys(leading):
            found.setdefault(module, []).append(role)
    return {module: tuple(roles) for module, roles in found.items()}


def _need(catalogue: Catalogue, reference: CompetencyReference) -> Need:
    modules: dict[str, None] = {}
    planned: dict[str, None] = {}
    below: dict[str, None] = {}
    for taught in catalogue.taught.get(reference.competency, ()):
        module = catalogue.modules[taught.module]
        if module.creative_work_status == "retired":
            continue
        reaches = at_or_above(catalogue, taught.reference.level, reference.level)
        if module.planned:
            if reaches:
                planned[module.identifier] = None
        else:
            (modules if reaches else below)[module.identifier] = None
    return Need(reference, tuple(modules), tuple(planned), tuple(i for i in below if i not in modules))
