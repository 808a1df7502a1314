"""Where modules stand in courses: previous and next, and how much of what follows is only planned."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from oer_build.pages.frame import Frame
from oer_build.pages.page import Crumb
from oer_build.pages.values import ModuleLink, PageLink


@dataclass(frozen=True, slots=True)
class Place:
    """Where a module stands in a course. Previous and next are the nearest modules that can be read."""

    course: PageLink
    unit: str
    number: int
    total: int
    previous: ModuleLink | None
    next: ModuleLink | None
    planned_after: int
    """How many planned modules follow."""


def neighbour(places: Iterable[Place], side: str) -> Crumb | None:
    """Previous or next for the pager under the page, where all courses agree on it. Where they do not, the
    reader's course is on the page with its own: nobody is led into one that they did not take."""
    links: set[ModuleLink | None] = {getattr(place, side) for place in places}
    link = links.pop() if len(links) == 1 else None
    return Crumb(link.title, link.path, link.language) if link else None


def places_of(frame: Frame) -> dict[str, tuple[Place, ...]]:
    """By module: its place in each course. One walk over each course, both ways."""
    found: dict[str, list[Place]] = {}
    # The longest course first: it says most about what comes before and after a module.
    for course in sorted(frame.catalogue.courses.values(), key=lambda course: -len(course.modules)):
        link = frame.record("course", course.identifier)
        order = [(frame.modules[one.identifier], unit.title) for unit in course.units for one in unit.modules]
        places: list[Place] = []
        last: ModuleLink | None = None
        for number, (module, unit) in enumerate(order, 1):
            places.append(Place(link, unit, number, len(order), last, None, 0))
            last = last if module.planned else module
        following: ModuleLink | None = None
        planned = 0
        for place, (module, _unit) in zip(reversed(places), reversed(order), strict=True):
            found.setdefault(module.identifier, []).append(
                replace(place, next=following, planned_after=planned)
            )
            following = following if module.planned else module
            planned = planned + 1 if module.planned else 0
    return {identifier: tuple(places) for identifier, places in found.items()}
