"""Which of our style sheets a page links: those that every page has, and each other one where the page has
something that it draws.

So no list says which kind of page needs what: whatever a template draws, the package's or a project's, is
styled.
"""

from __future__ import annotations

import re

FOLDER = "assets/oer/"
SHARED = ("oer", "pages")
"""Of every page, first."""
BY_NEED: dict[str, frozenset[str]] = {
    "blocks": frozenset({"oer-block", "oer-quiz", "oer-plan", "oer-objectives", "oer-keypoints"}),
    "competencies": frozenset(
        {
            "oer-state",
            "oer-table--cover",
            "oer-table--coverage",
            "oer-level-part",
            "oer-map--levels",
            "oer-indicators",
            "oer-ladder",
            "oer-framework",
            "oer-unit",
            "oer-bars",
            "oer-key",
            "oer-need",
        }
    ),
    "competency-map": frozenset({"oer-map", "oer-graph"}),
    "standing": frozenset({"oer-map--strip", "oer-explore"}),
    "module": frozenset({"oer-near", "oer-place", "oer-copybox"}),
    "explore": frozenset({"oer-explore", "oer-detail", "oer-page--map"}),
    "finder": frozenset(
        {
            "oer-filter",
            "oer-sort",
            "oer-catalogue",
            "oer-search-page",
            "oer-facet",
            "oer-pick",
            "oer-table--directory",
        }
    ),
    "cards": frozenset({"oer-table--cards"}),
    "words": frozenset({"oer-letters", "oer-terms"}),
    "community": frozenset({"oer-table--wishes", "oer-pair", "oer-pack-module"}),
}
"""Of some pages, in the order in which they are linked: what a sheet draws, by class, without `__parts`."""
PRINT = "print"
"""Of every page, last; for paper only, so that a browser does not wait for it."""

_CLASSES = re.compile(r'class="([^"]*)"')


def sheets(body: str) -> list[str]:
    """The names of the sheets that a page with this body links, without `.css`, in order."""
    found: set[str] = set()
    for value in set(_CLASSES.findall(body)):
        for name in value.split():
            found |= drawn(name)
    return [*SHARED, *(name for name, draws in BY_NEED.items() if draws & found), PRINT]


def drawn(name: str) -> set[str]:
    """What a class belongs to: `oer-quiz__text` to `oer-quiz`, `oer-map--levels` to itself and
    `oer-map`."""
    whole = name.partition("__")[0]
    return {whole, whole.partition("--")[0]}
