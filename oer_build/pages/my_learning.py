"""My learning: what a reader has done here, by course and by competency, drawn by the theme's script.

What was done lies in the reader's browser. The page brings what it takes to name it: titles, competencies and
levels of all modules, and the keys of their objectives and questions, as JSON. Without scripts it says what
it would show.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from oer_build.pages.frame import LEARNING, Frame
from oer_build.pages.page import Page


@dataclass(frozen=True, slots=True)
class MyLearningContext:
    """What `my-learning.html.jinja` is given."""

    data: str
    """JSON: modules by identifier, courses, competencies and levels, with titles and paths under the site."""


def my_learning(frame: Frame) -> Iterator[Page]:
    """The page, for sites that have modules. It is not itself searched: it says nothing until it is used."""
    if not frame.has("my-learning/"):
        return
    _ = frame.strings.gettext
    yield frame.page(
        "my-learning/",
        _("My learning"),
        _("What you have done on this site, kept in your own browser: see it, take it along, or erase it."),
        "my-learning",
        MyLearningContext(json.dumps(_data(frame), ensure_ascii=False, separators=(",", ":"))),
        breadcrumbs=frame.crumbs(),
        head=LEARNING,
    )


def _data(frame: Frame) -> dict[str, Any]:
    catalogue = frame.catalogue
    modules = {key: module for key, module in catalogue.modules.items() if not module.planned}
    used = {reference.competency for module in modules.values() for reference in module.teaches}
    return {
        "modules": {
            key: {
                "title": module.title,
                "path": frame.modules[key].path,
                "teaches": [[reference.competency, reference.level] for reference in module.teaches],
                "questions": [block.key for block in frame.lesson(f"modules/{key}/").blocks("question")],
                "objectives": [
                    one
                    for block in frame.lesson(f"modules/{key}/").blocks("objectives")
                    for one in block.item_keys
                ],
            }
            for key, module in modules.items()
        },
        "courses": [
            {
                "title": course.title,
                "path": f"courses/{key}/",
                "modules": [one.identifier for one in course.modules if one.identifier in modules],
            }
            for key, course in catalogue.courses.items()
        ],
        "competencies": [
            {"identifier": key, "name": link.name, "path": link.path}
            for key, link in frame.competencies.items()
            if key in used
        ],
        "levels": [{"identifier": one.identifier, "title": one.title} for one in catalogue.levels],
    }
