"""A catalogue's content in numbers, and what is worth a look in it: the whole question on one screen.

Asks the rooms `content_*` about each module and about all of them together. Today's date is an argument, so
that the same content gives the same answer.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass

from oer_build.analysis import content_coverage, content_module, content_quiz, content_sources
from oer_build.analysis.content_countries import Spread, spread
from oer_build.analysis.content_coverage import Taught
from oer_build.analysis.content_findings import KINDS, Finding
from oer_build.analysis.content_module import ModuleContent, module_content
from oer_build.analysis.content_quiz import Habits
from oer_build.analysis.content_sources import Sources
from oer_build.lesson import Lesson
from oer_build.model import Catalogue

_EMPTY = Lesson()


@dataclass(frozen=True, slots=True)
class Content:
    """The numbers of a catalogue. Only written modules are counted: planned ones have no text, retired ones
    are no longer taught."""

    today: datetime.date
    modules: tuple[ModuleContent, ...]
    planned: int
    coverage: tuple[Taught, ...]
    habits: Habits
    sources: Sources
    spread: Spread
    findings: tuple[Finding, ...]
    """In the order of `KINDS`, then of the catalogue."""
    noted: tuple[Finding, ...]
    """What is listed and is no finding."""


def content_of(catalogue: Catalogue, lessons: Mapping[str, Lesson], today: datetime.date) -> Content:
    """Count the content of a catalogue. `lessons` are its rendered texts by the path of their page."""
    written = [m for m in catalogue.modules.values() if m.creative_work_status not in ("planned", "retired")]
    read = [lessons.get(f"modules/{module.identifier}/", _EMPTY) for module in written]
    modules = tuple(module_content(module, lesson) for module, lesson in zip(written, read, strict=True))
    table = content_coverage.taught(catalogue)
    quiz = content_quiz.habits(block for lesson in read for block in lesson.blocks("question"))
    world = spread(case.settings.get("country", "") for lesson in read for case in lesson.blocks("case"))
    found = [
        *(
            finding
            for module, lesson in zip(modules, read, strict=True)
            for finding in content_module.findings(module, lesson, today)
        ),
        *content_quiz.findings(quiz),
        *content_sources.findings(catalogue),
        *content_coverage.findings(catalogue, table),
    ]
    if modules and world.missing:
        found.append(Finding("continents", f"no case from {', '.join(world.missing)}"))
    order = list(KINDS)
    return Content(
        today=today,
        modules=modules,
        planned=sum(module.planned for module in catalogue.modules.values()),
        coverage=table,
        habits=quiz,
        sources=content_sources.sources(catalogue),
        spread=world,
        findings=tuple(sorted(found, key=lambda finding: order.index(finding.kind))),
        noted=tuple(content_sources.noted(catalogue)),
    )
