"""A role as a page: what it needs, what teaches that, and what is missing, said plainly first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from oer_build.analysis.roles import Need, needs
from oer_build.exports import linked_data
from oer_build.model import Role
from oer_build.pages.frame import Frame, figures, headings, section
from oer_build.pages.page import Crumb, Page
from oer_build.pages.small_maps import Strip, strip
from oer_build.pages.values import CompetencyLink, Figures, ModuleLink


@dataclass(frozen=True, slots=True)
class NeedPart:
    """A competency that the role needs, and what leads there."""

    competency: CompetencyLink
    modules: tuple[ModuleLink, ...]
    """Modules that teach it at the level needed or above."""
    planned: tuple[ModuleLink, ...]
    below: tuple[ModuleLink, ...]
    """Modules that teach it at a lower level: steps on the way."""
    state: str
    """`taught`, `planned` or `missing`: a class for the theme; the template says it in words."""


@dataclass(frozen=True, slots=True)
class RoleContext:
    """What `role.html.jinja` is given."""

    role: Role
    """The record as the author wrote it."""
    needs: tuple[NeedPart, ...]
    """What it needs, in the author's order."""
    taught: int
    """How many needs some module meets."""
    planned: int
    """How many are met by planned modules only."""
    missing: int
    """How many are met by nothing, nor planned."""
    figures: Figures
    """Of all modules that meet a need, each counted once."""
    has_modules: bool
    """Whether the site has modules at all."""
    strip: Strip | None
    """What it needs against what is taught, level by level; none for a role without needs, and for a site
    without modules."""
    check: str
    """Where a reader compares themselves with the role; empty where the site has no such page."""


def roles(frame: Frame) -> Iterator[Page]:
    """The page of every role."""
    for role in frame.catalogue.roles.values():
        yield _page(frame, role)


def _page(frame: Frame, role: Role) -> Page:
    _ = frame.strings.gettext
    parts = tuple(_part(frame, need) for need in needs(frame.catalogue, role))
    context = RoleContext(
        role=role,
        needs=parts,
        taught=sum(part.state == "taught" for part in parts),
        planned=sum(part.state == "planned" for part in parts),
        missing=sum(part.state == "missing" for part in parts),
        figures=figures(link for part in parts for link in (*part.modules, *part.planned)),
        has_modules=bool(frame.catalogue.modules),
        strip=strip(frame, role),
        check=f"self-assessment/?role={role.identifier}" if parts and frame.has("self-assessment/") else "",
    )
    return frame.page(
        f"roles/{role.identifier}/",
        role.title,
        role.description,
        "role",
        context,
        about=linked_data.role(frame.catalogue, role),
        source=role.span.file,
        breadcrumbs=frame.crumbs(Crumb(_("Competencies"), "framework/"), Crumb(_("Roles"), "roles/")),
        toc=headings(("oer-needs", _("What this role needs"))),
        sections=(
            section("", role.title, role.description),
            section(
                "oer-needs",
                _("What this role needs"),
                *(
                    f"{part.competency.name}, {part.competency.level}. {part.competency.note}"
                    for part in parts
                ),
            ),
        ),
        filters=frame.facets(
            _("Role"),
            competency=[part.competency.name for part in parts],
            level=[
                level.title
                for level in frame.catalogue.levels
                if level.title in {part.competency.level for part in parts}
            ],
            role=[role.title],
        ),
    )


def _part(frame: Frame, need: Need) -> NeedPart:
    def links(identifiers: tuple[str, ...]) -> tuple[ModuleLink, ...]:
        return tuple(frame.modules[identifier] for identifier in identifiers)

    state = "missing" if need.missing else "planned" if need.planned_only else "taught"
    return NeedPart(
        frame.competency(need.reference), links(need.modules), links(need.planned), links(need.below), state
    )
