"""Introductions: the text that an article gives to the site-wide page at its address, with anchors that the
page does not use."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import replace

from oer_build.files import INTRODUCED
from oer_build.lesson import Lesson, Prose
from oer_build.model import Catalogue

OF_FILTERS = "filter-"
"""What the identifiers of the fields of a filter begin with."""


def introductions(
    catalogue: Catalogue, lessons: Mapping[str, Lesson], pairs: Iterable[str]
) -> Iterator[tuple[str, Lesson]]:
    """Every introduction by the path of its page. `pairs` are the anchors of the overlap report."""
    taken: dict[str, Set[str]] = {
        "framework/": {f"level-{level.identifier}" for level in catalogue.levels},
        "glossary/": set(catalogue.terms),
        "calendar/": set(catalogue.events),
        "overlaps/": set(pairs),
        "taking-part/": {
            "wishes",
            *(f"call-{one}" for one in catalogue.calls),
            *(f"wish-{one}" for one in catalogue.wishes),
        },
    }
    for path in catalogue.articles.keys() & INTRODUCED & lessons.keys():
        lesson = lessons[path]
        of_filters = {anchor for anchor in lesson.anchors if anchor.startswith(OF_FILTERS)}
        yield path, apart(lesson, taken.get(path, frozenset()) | of_filters, "about-")


def apart(lesson: Lesson, taken: Set[str], prefix: str) -> Lesson:
    """The text with `prefix` before those anchors of its headings that its page gives to something else."""
    clash = {anchor: prefix + anchor for anchor in lesson.anchors & taken}
    if not clash:
        return lesson
    nodes = []
    for node in lesson.nodes:
        if isinstance(node, Prose):
            for old, new in clash.items():
                node = Prose(node.html.replace(f' id="{old}"', f' id="{new}"'))
        nodes.append(node)
    return replace(
        lesson,
        nodes=tuple(nodes),
        toc=tuple(replace(one, identifier=clash.get(one.identifier, one.identifier)) for one in lesson.toc),
        sections=tuple(replace(one, anchor=clash.get(one.anchor, one.anchor)) for one in lesson.sections),
    )
