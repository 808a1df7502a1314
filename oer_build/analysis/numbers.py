"""The numbers that pages print, counted from the catalogue: nothing planned or retired is counted as being
there."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from oer_build.analysis.coverage import coverage
from oer_build.analysis.works import works_used
from oer_build.model import Catalogue


@dataclass(frozen=True, slots=True)
class Numbers:
    """What the site holds. Lengths are minutes of learner time."""

    modules: int
    """Modules that are written: drafts, reviewed and published ones."""
    published: int
    reviewed: int
    draft: int
    planned: int
    retired: int
    minutes: int
    """Of the written modules."""
    planned_minutes: int
    competencies: int
    levels: int
    indicators: int
    courses: int
    roles: int
    opportunities: int
    """Those that are not closed."""
    closed_opportunities: int
    stories: int
    terms: int
    crosswalks: int
    sources: int
    """Works cited or adapted, each counted once."""
    languages: tuple[str, ...]
    """Of the written modules, or of the site where there are none; BCP 47 tags, sorted."""
    cells: int
    """Competencies by levels: what the framework asks for."""
    cells_taught: int


def numbers(catalogue: Catalogue) -> Numbers:
    """Count. Cost is linear in the catalogue."""
    modules = catalogue.modules.values()
    by_status = Counter(module.creative_work_status for module in modules)
    written = [m for m in modules if m.creative_work_status not in ("planned", "retired")]
    table = coverage(catalogue)
    used = works_used(catalogue)
    works = {
        work.url or (work.title.casefold(), work.creator.casefold()) for work in used.adapted + used.cited
    }
    return Numbers(
        modules=len(written),
        published=by_status["published"],
        reviewed=by_status["reviewed"],
        draft=by_status["draft"],
        planned=by_status["planned"],
        retired=by_status["retired"],
        minutes=sum(module.minutes for module in written),
        planned_minutes=sum(module.minutes for module in modules if module.planned),
        competencies=len(catalogue.competencies),
        levels=len(catalogue.levels),
        indicators=sum(len(competency.indicators) for competency in catalogue.competencies.values()),
        courses=len(catalogue.courses),
        roles=len(catalogue.roles),
        opportunities=sum(one.stage != "closed" for one in catalogue.opportunities.values()),
        closed_opportunities=sum(one.stage == "closed" for one in catalogue.opportunities.values()),
        stories=len(catalogue.stories),
        terms=len(catalogue.terms),
        crosswalks=len(catalogue.crosswalks),
        sources=len(works),
        languages=tuple(sorted({module.in_language for module in written} or {catalogue.site.language})),
        cells=table.possible(),
        cells_taught=table.filled(),
    )
