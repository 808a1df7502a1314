"""The search page: what the theme's `search-page.js` works with, and without scripts the ways that need
none."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass

from oer_build.lesson import ROOT
from oer_build.pages.frame import ALL_PAGES, Frame
from oer_build.pages.page import Page
from oer_build.pages.values import PageLink

HEAD = f'<link rel="stylesheet" href="{ROOT}assets/oer/search.css">'


@dataclass(frozen=True, slots=True)
class SearchContext:
    """What `search.html.jinja` is given."""

    facets: str
    """JSON: facets in the order in which they are shown, with their titles."""
    levels: str
    """JSON: titles of levels, ascending: their facet is in this order and not in that of the alphabet."""
    ways: tuple[PageLink, ...]
    """Pages that serve without scripts."""


def search(frame: Frame) -> Iterator[Page]:
    """The page. Every site has one; it is not itself searched."""
    _ = frame.strings.gettext
    facets = {
        "kind": _("Kind"),
        "level": _("Level"),
        "competency": _("Competency"),
        "role": _("Role"),
        "audience": _("For"),
        "time": _("Time"),
        "language": _("Language"),
    }
    ways = (
        PageLink(_("Catalogue"), "catalogue/", _("every module in one table, with its level and its length")),
        PageLink(_("Map"), "map/", _("competencies by level, and what teaches them")),
        PageLink(_("Competencies"), "framework/", _("every competency with its statement")),
        PageLink(_("Glossary"), "glossary/", _("every term, A to Z")),
        PageLink(_("All pages"), ALL_PAGES, _("the whole site in one list, by kind")),
    )
    yield frame.page(
        "search/",
        _("Search"),
        _("Search the whole site by words, and narrow the results by kind, level, competency and time."),
        "search",
        SearchContext(
            facets=json.dumps(facets, ensure_ascii=False),
            levels=json.dumps([level.title for level in frame.catalogue.levels], ensure_ascii=False),
            ways=tuple(way for way in ways if frame.has(way.path)),
        ),
        breadcrumbs=frame.crumbs(),
        head=HEAD,
    )
