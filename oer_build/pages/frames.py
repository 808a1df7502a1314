"""The frames of one build: what all pages share, worked out in one pass, for each language of a page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from jinja2 import Environment

from oer_build.analysis.coverage import Cell, Coverage, coverage
from oer_build.analysis.gaps import levels_of
from oer_build.analysis.numbers import Numbers, numbers
from oer_build.analysis.overlap import Pair, overlaps
from oer_build.analysis.roles import served
from oer_build.lesson import Lesson
from oer_build.look.shapes import mark_of
from oer_build.model import Catalogue, Level, Module
from oer_build.pages import words
from oer_build.pages.frame import ALL_PAGES, Frame, plain
from oer_build.pages.introductions import introductions
from oer_build.pages.values import CompetencyLink, ModuleLink, Taught
from oer_build.strings import Strings
from oer_build.voices import Voice


@dataclass(frozen=True, slots=True)
class _Shared:
    """What is the same in every language; to compare opportunities takes the square of their number."""

    catalogue: Catalogue
    lessons: Mapping[str, Lesson]
    coverage: Coverage
    overlaps: tuple[Pair, ...]
    numbers: Numbers
    roles: Mapping[str, tuple[str, ...]]
    paths: frozenset[str]


def frame_of(
    catalogue: Catalogue,
    lessons: Mapping[str, Lesson],
    env: Environment,
    strings: Strings,
    others: Mapping[str, Voice] | None = None,
) -> Frame:
    """Everything that pages share, and the same for each further language that a page is in."""
    pairs = overlaps(catalogue)
    shared = _Shared(
        catalogue=catalogue,
        lessons={**lessons, **dict(introductions(catalogue, lessons, (pair.name for pair in pairs)))},
        coverage=coverage(catalogue),
        overlaps=pairs,
        numbers=numbers(catalogue),
        roles={module: tuple(role.title for role in roles) for module, roles in served(catalogue).items()},
        paths=_paths(catalogue),
    )
    frame = _in_one_language(shared, env, strings)
    spoken = {
        tag: replace(_in_one_language(shared, voice.env, voice.strings), home=frame)
        for tag, voice in (others or {}).items()
    }
    return replace(frame, others=spoken)


def _in_one_language(shared: _Shared, env: Environment, strings: Strings) -> Frame:
    """Everything that pages share, in one pass over modules, competencies and what teaches them."""
    catalogue = shared.catalogue
    levels = catalogue.levels
    modules = {key: _module_link(module, levels, strings) for key, module in catalogue.modules.items()}
    written = catalogue.framework.in_language if catalogue.framework else catalogue.site.language
    language = written if written != strings.language else ""
    competencies = {
        key: CompetencyLink(
            key,
            value.human_coding_scheme,
            value.title,
            f"competencies/{key}/",
            language=language,
            mark=mark_of(place),
        )
        for place, (key, value) in enumerate(catalogue.competencies.items())
    }
    return Frame(
        catalogue=catalogue,
        lessons=shared.lessons,
        env=env,
        strings=strings,
        modules=modules,
        competencies=competencies,
        levels={level.identifier: level for level in catalogue.levels},
        taught=_taught(catalogue, shared.coverage, modules, strings),
        coverage=shared.coverage,
        overlaps=shared.overlaps,
        numbers=shared.numbers,
        roles=shared.roles,
        paths=shared.paths,
    )


def _module_link(module: Module, levels: Iterable[Level], strings: Strings) -> ModuleLink:
    taught = {reference.level for reference in module.teaches}
    return ModuleLink(
        identifier=module.identifier,
        title=module.title,
        path=f"modules/{module.identifier}/",
        description=plain(module.description),
        minutes=module.minutes,
        shortest=module.shortest,
        planned=module.planned,
        retired=module.creative_work_status == "retired",
        status=words.status(strings, module.creative_work_status),
        levels=tuple(level.title for level in levels if level.identifier in taught),
        language=module.in_language if module.in_language != strings.language else "",
    )


def _taught(
    catalogue: Catalogue, table: Coverage, modules: Mapping[str, ModuleLink], strings: Strings
) -> dict[tuple[str, str], Taught]:
    """What teaches each competency at each level, strongest first; cells that nothing teaches are left
    out."""
    references = {
        (competency, one.reference.level, one.module): one.reference
        for competency, taught in catalogue.taught.items()
        for one in taught
    }

    def links(cell: Cell, identifiers: Iterable[str]) -> tuple[ModuleLink, ...]:
        found = []
        for identifier in identifiers:
            reference = references[cell.competency, cell.level, identifier]
            rank = words.STRONGEST_FIRST.index(reference.strength)
            strength = words.strength(strings, reference.strength)
            found.append((rank, replace(modules[identifier], strength=strength, note=reference.note)))
        return tuple(link for _, link in sorted(found, key=lambda pair: pair[0]))

    return {
        (cell.competency, cell.level): Taught(
            available=links(cell, cell.taught),
            planned=links(cell, cell.planned),
            practised=len(cell.practised),
            assessed=len(cell.assessed),
            minutes=cell.minutes,
        )
        for row in table.rows
        for cell in row.cells
        if cell.taught or cell.planned
    }


def _paths(catalogue: Catalogue) -> frozenset[str]:
    """The site-wide pages that a site with these records has."""
    pages = {"", "accessibility/", "licenses/", "search/"}
    if catalogue.competencies or catalogue.framework:
        pages |= {"framework/", ALL_PAGES}
    if catalogue.competencies:
        pages |= {"competencies/", "map/"}
        if catalogue.modules:
            pages.add("coverage/")
    levels = levels_of(catalogue)
    if any(said.level in levels for one in catalogue.competencies.values() for said in one.indicators):
        pages.add("self-assessment/")
    if catalogue.modules:
        pages |= {"modules/", "catalogue/", "my-learning/", ALL_PAGES}
    if catalogue.courses:
        pages.add("courses/")
    if catalogue.roles:
        pages.add("roles/")
    if catalogue.crosswalks:
        pages.add("crosswalks/")
    if catalogue.terms:
        pages.add("glossary/")
    kinds = {
        "programmes/": catalogue.programmes,
        "opportunities/": catalogue.opportunities,
        "overlaps/": catalogue.opportunities,
        "organisations/": catalogue.organisations,
        "packs/": catalogue.packs,
        "stories/": catalogue.stories,
        "calendar/": catalogue.events,
        "taking-part/": {**catalogue.calls, **catalogue.wishes},
    }
    pages |= {path for path, records in kinds.items() if records}
    return frozenset(pages)
