"""The self-assessment: every statement of the framework as a box to tick, and what the theme's
`self-assessment.js` needs to answer with levels, gaps and a pathway.

The page holds its own data, so that nothing is fetched after it: it works from a folder too. Without scripts
it is a form to print, with the rule for counting in words.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from oer_build.analysis.gaps import HELD_DENOMINATOR, HELD_NUMERATOR, levels_of, statements_of
from oer_build.lesson import ROOT
from oer_build.model import Competency, CompetencyReference, Module
from oer_build.pages.choices import Choice
from oer_build.pages.frame import Frame, headings, section
from oer_build.pages.page import Crumb, Page
from oer_build.pages.values import CompetencyLink, ModuleLink, PageLink

PATH = "self-assessment/"
HEAD = f'<link rel="stylesheet" href="{ROOT}assets/oer/self-assessment.css">'
"""Only this page has a form of this kind: no other page waits for its styles."""


@dataclass(frozen=True, slots=True)
class Box:
    """A statement to tick. `identifier` is its name within its competency, under which it is kept."""

    identifier: str
    statement: str


@dataclass(frozen=True, slots=True)
class AssessedLevel:
    """A level of a competency with its statements; `enough` of them make it."""

    competency: CompetencyLink
    """The competency at the level, as a link to the level's section of its page."""
    identifier: str
    boxes: tuple[Box, ...]
    enough: int


@dataclass(frozen=True, slots=True)
class Assessed:
    """A competency with those levels that have statements."""

    competency: CompetencyLink
    levels: tuple[AssessedLevel, ...]


@dataclass(frozen=True, slots=True)
class SelfAssessmentContext:
    """What `self-assessment.html.jinja` is given."""

    competencies: tuple[Assessed, ...]
    """Competencies that have statements, in the order of the framework."""
    roles: tuple[Choice, ...]
    """Roles to compare oneself with; empty: the page shows levels, and neither gaps nor a pathway."""
    role_links: tuple[PageLink, ...]
    """The same as links to their pages."""
    counts: tuple[tuple[int, int], ...]
    """For each number of statements that a level has: the number, and how many of them make it."""
    levelled: bool
    """Whether the framework has levels."""
    modules: tuple[ModuleLink, ...]
    """Modules that can be taken."""
    data: Mapping[str, Any]
    """What the script reasons with: records of `catalogue.json`, with the keys that it needs only."""


def self_assessment(frame: Frame) -> Iterator[Page]:
    """The page, for a site whose competencies have statements."""
    if not frame.has(PATH):
        return
    _ = frame.strings.gettext
    catalogue = frame.catalogue
    assessed = tuple(
        one for one in (_assessed(frame, each) for each in catalogue.competencies.values()) if one.levels
    )
    sizes = sorted({len(level.boxes) for one in assessed for level in one.levels})
    roles = [role for role in catalogue.roles.values() if role.competency_required]
    title = _("Check yourself")
    description = _(
        "Choose the statements that are true of you, compare yourself with a role, and get the shortest way "
        "through the modules. Nothing leaves your browser."
    )
    yield frame.page(
        PATH,
        title,
        description,
        "self-assessment",
        SelfAssessmentContext(
            competencies=assessed,
            roles=tuple(Choice(role.identifier, role.title) for role in roles),
            role_links=tuple(PageLink(role.title, f"roles/{role.identifier}/") for role in roles),
            counts=tuple((size, enough(size)) for size in sizes),
            levelled=bool(catalogue.levels),
            modules=tuple(link for link in frame.modules.values() if not link.planned and not link.retired),
            data=_data(frame),
        ),
        breadcrumbs=frame.crumbs(Crumb(_("Competencies"), "framework/")),
        toc=headings(
            ("oer-statements", _("What is true of you")),
            ("oer-counting", _("How it is counted")),
        ),
        sections=(section("", title, description),),
        filters=frame.facets(_("Overview")),
        head=HEAD,
    )


def enough(statements: int) -> int:
    """How many statements of a level make it: three of four, and of other numbers the same part or more."""
    return -(-statements * HELD_NUMERATOR // HELD_DENOMINATOR)


def _assessed(frame: Frame, competency: Competency) -> Assessed:
    def levels() -> Iterator[AssessedLevel]:
        for level in levels_of(frame.catalogue):
            boxes = tuple(Box(*pair) for pair in statements_of(competency, level).items())
            if boxes:
                link = frame.at_level(competency.identifier, level)
                yield AssessedLevel(link, level, boxes, enough(len(boxes)))

    return Assessed(frame.competencies[competency.identifier], tuple(levels()))


def _data(frame: Frame) -> dict[str, Any]:
    catalogue = frame.catalogue
    return {
        "framework": {
            "levels": [{"identifier": one.identifier, "title": one.title} for one in catalogue.levels]
        },
        "competencies": [_competency(frame, one) for one in catalogue.competencies.values()],
        "roles": [
            {
                "identifier": role.identifier,
                "title": role.title,
                "competencyRequired": _references(role.competency_required),
            }
            for role in catalogue.roles.values()
        ],
        "modules": [_module(one) for one in catalogue.modules.values()],
    }


def _competency(frame: Frame, competency: Competency) -> dict[str, Any]:
    groups = {
        level: [{"identifier": one} for one in statements_of(competency, level)]
        for level in levels_of(frame.catalogue)
    }
    link = frame.competencies[competency.identifier]
    return {
        "identifier": competency.identifier,
        "title": link.name,
        "humanCodingScheme": link.code,
        "indicators": groups if frame.catalogue.levels else groups[""],
    }


def _module(module: Module) -> dict[str, Any]:
    return {
        "identifier": module.identifier,
        "teaches": [
            one | {"strength": reference.strength}
            for one, reference in zip(_references(module.teaches), module.teaches, strict=True)
        ],
        "requires": [one.identifier for one in module.requires],
        "timeRequired": module.time_required.text if module.time_required else "",
        "shortest": module.shortest,
        "creativeWorkStatus": module.creative_work_status,
    }


def _references(references: tuple[CompetencyReference, ...]) -> list[dict[str, str]]:
    return [{"competency": one.competency, "level": one.level} for one in references]
