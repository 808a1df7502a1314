"""The search page: what the theme's `search-page.js` works with, and without scripts the ways that need
none; and the list of every page, which is one of these ways."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from oer_build.lesson import ROOT
from oer_build.pages.frame import ALL_PAGES, Frame, headings
from oer_build.pages.page import Crumb, Page
from oer_build.pages.search_data import fold
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


@dataclass(frozen=True, slots=True)
class ListedPage:
    """A page in the list; `about` says its level, its length and its language where it has them."""

    page: PageLink
    about: str
    language: str
    """Of its title, where that is not the language of the site."""


@dataclass(frozen=True, slots=True)
class ListedKind:
    """The pages of a kind, by title."""

    title: str
    anchor: str
    pages: tuple[ListedPage, ...]


@dataclass(frozen=True, slots=True)
class AllPagesContext:
    """What `all-pages.html.jinja` is given."""

    kinds: tuple[ListedKind, ...]
    """Kinds of page that the site has, as they are first drawn."""


def all_pages(frame: Frame, pages: Iterable[Page]) -> Iterator[Page]:
    """Every page that search finds, by kind: what search is without scripts. Not for a site without
    records."""
    if not frame.has(ALL_PAGES):
        return
    _ = frame.strings.gettext
    kinds: dict[str, list[ListedPage]] = {}
    titled = {link.path: link.language for link in frame.competencies.values()}
    for page in pages:
        if not page.sections:
            continue
        about = [", ".join(page.filters.get(name, ())) for name in ("level", "time")]
        listed = ListedPage(
            PageLink(page.title, page.path, language=titled.get(page.path, "")),
            " · ".join(text for text in about if text),
            page.language if page.language != frame.strings.language else "",
        )
        kinds.setdefault("".join(page.filters.get("kind", ())[:1]), []).append(listed)
    context = AllPagesContext(
        kinds=tuple(
            ListedKind(title or _("Pages"), f"kind-{number}", tuple(sorted(members, key=_by_title)))
            for number, (title, members) in enumerate(kinds.items(), 1)
        ),
    )
    yield frame.page(
        ALL_PAGES,
        _("All pages"),
        _("Every page of this site in one list, by kind and by title."),
        "all-pages",
        context,
        toc=headings(*((kind.anchor, kind.title) for kind in context.kinds)),
        breadcrumbs=frame.crumbs(Crumb(_("Search"), "search/")),
    )


def _by_title(listed: ListedPage) -> tuple[str, str]:
    return fold(listed.page.title), listed.page.path
