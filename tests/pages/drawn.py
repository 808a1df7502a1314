"""Sites for tests of the pages: records from `tests.builders`, texts rendered as the compiler does, pages
drawn."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment

from oer_build import pages, prose
from oer_build.cache import Store
from oer_build.diagnostics import Report, Span
from oer_build.exports import case
from oer_build.lesson import Lesson
from oer_build.maps import prerequisite_graph
from oer_build.model import Article, Catalogue
from oer_build.pages.page import Page
from oer_build.project import Project
from oer_build.strings import Strings
from oer_build.templates import environment
from tests.builders import SITE, catalogue

BODY = """
## The situation

A form comes back. [[users@working]] would help. [[source:guide]]

/// objectives

- Explain why forms come back.
///

/// exercise | Read a form aloud
    time: PT15M
    grouping: pairs
    objective: 1

Take a form.

//// answer | What good looks like
You heard where the reader stopped.
////
///

/// question | Who knows whether a letter is clear?
    type: single-choice
    objective: 1

- [ ] A lawyer
    - Lawyers know whether it is correct.
- [x] Its readers
    - They must act on it.
///

/// facilitator | Bring three forms
SECRET of the facilitator.
///

/// plan | An hour in a room
    time: PT60M

- 20 min: Welcome, SECRET plan.
- 40 min: The exercise.
///
"""


def lessons_of(linked: Catalogue) -> dict[str, Lesson]:
    """Every text of a catalogue, rendered. A text that has a problem fails the test."""
    report = Report()
    spoken = {linked.site.language: Strings(linked.site.language)}
    found = prose.lessons_of(linked, (), spoken, Store(None), report)
    assert not list(report), [f"{one.span}: {one.message}" for one in report]
    return found


def draw(linked: Catalogue, project: Path = Path(), language: str = "en") -> tuple[Page, ...]:
    """The pages of a catalogue. `project` is where overrides of templates may lie."""
    return pages.draw(linked, lessons_of(linked), _environment(project, language), Strings(language))


@cache
def _environment(project: Path, language: str) -> Environment:
    """Templates are compiled once for all tests of a project."""
    return environment(Project(project, SITE), Strings(language))


def site(*records: Any, articles: Mapping[str, Article] | None = None, **more: Any) -> tuple[Page, ...]:
    """The pages of some records. Further arguments change the site: its title, its edit address."""
    changed = replace(SITE, **more) if more else SITE
    return draw(catalogue(*records, site=changed, articles=articles or {}))


def article(path: str, title: str, body: str = "Some words.", **more: Any) -> Article:
    return Article(path, title, body, Span(f"content/{path.rstrip('/') or 'index'}.md"), **more)


def files_of(linked: Catalogue) -> set[str]:
    """Paths of the files that the other rooms publish beside the pages."""
    found = {"catalogue.json", "catalogue.csv", *case.files(linked), *linked.assets}
    if linked.competencies:
        found |= {"coverage.csv", "competency-map.svg"}
        if prerequisite_graph(linked).svg:
            found |= {"prerequisites.csv", "prerequisites.svg"}
    if linked.opportunities:
        found |= {"opportunities.csv", "overlaps.csv"}
    if linked.events:
        found.add("calendar.ics")
    found |= {f"programmes/{key}/{key}.ics" for key in linked.programmes}
    found |= {f"packs/{key}/{key}.zip" for key in linked.packs}
    return found | {f"modules/{key}/{key}.zip" for key, one in linked.modules.items() if not one.planned}
