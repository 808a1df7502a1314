"""The lists of the pages that search finds, by kind, by level and by length: what search is without
scripts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from oer_build.pages import words
from oer_build.pages.frame import ALL_PAGES, Frame, headings
from oer_build.pages.page import Crumb, Page
from oer_build.pages.search_data import fold
from oer_build.pages.values import PageLink


@dataclass(frozen=True, slots=True)
class ListedPage:
    """A page in a list; `about` says what the headings do not: its kind, its level, its length."""

    page: PageLink
    about: str
    language: str
    """Of its title, where that is not the language of the site."""


@dataclass(frozen=True, slots=True)
class ListedGroup:
    """The pages of a kind, a level or a length, by title."""

    title: str
    anchor: str
    pages: tuple[ListedPage, ...]
    language: str = ""
    """BCP 47 tag of the title, where that is not the language of the page's words."""


@dataclass(frozen=True, slots=True)
class AllPagesContext:
    """What `all-pages.html.jinja` is given."""

    title: str
    """Of the page."""
    lead: str
    """Which pages it lists, and in which order."""
    groups: tuple[ListedGroup, ...]
    """By kind as kinds are first drawn, by level ascending, by length the shortest first."""
    others: tuple[PageLink, ...]
    """The same pages in another order."""


@dataclass(frozen=True, slots=True)
class _List:
    path: str
    link: str
    """What links call it."""
    title: str
    lead: str
    facet: str
    values: tuple[str, ...]
    """Those of the facet, in their order; empty: as they come."""
    language: str = ""


def all_pages(frame: Frame, pages: Iterable[Page]) -> Iterator[Page]:
    """The lists that have something in them. Not for a site without records."""
    if not frame.has(ALL_PAGES):
        return
    found = [page for page in pages if page.sections]
    lists = [one for one in _lists(frame) if any(one.facet in page.filters for page in found)]
    listed = _listed(frame)
    for one in lists:
        context = AllPagesContext(
            title=one.title,
            lead=one.lead,
            groups=tuple(_groups(one, found, listed, frame.strings.gettext("Pages"))),
            others=tuple(PageLink(other.link, other.path) for other in lists if other is not one),
        )
        way = [Crumb(frame.strings.gettext("Search"), "search/")]
        if one.path != ALL_PAGES:
            way.append(Crumb(lists[0].title, ALL_PAGES))
        yield frame.page(
            one.path,
            one.title,
            one.lead,
            "all-pages",
            context,
            toc=headings(*((group.anchor, group.title) for group in context.groups)),
            breadcrumbs=frame.crumbs(*way),
        )


def _lists(frame: Frame) -> Iterator[_List]:
    _ = frame.strings.gettext
    catalogue = frame.catalogue
    yield _List(
        ALL_PAGES,
        _("by kind"),
        _("All pages"),
        _("Every page of this site in one list, by kind and by title."),
        "kind",
        (),
    )
    yield _List(
        "search/by-level/",
        _("by level"),
        _("Pages by level"),
        _("The pages that belong to a level, the lowest first. A page of several levels stands under each."),
        "level",
        tuple(level.title for level in catalogue.levels),
        frame.tongue(catalogue.framework.in_language) if catalogue.framework else "",
    )
    yield _List(
        "search/by-length/",
        _("by length"),
        _("Pages by length"),
        _("The pages that say how long they take, the shortest first."),
        "time",
        tuple(words.time_band(frame.strings, minutes) for minutes in words.TIME_BANDS),
    )


def _groups(
    one: _List, pages: Iterable[Page], listed: Callable[[Page, str], ListedPage], untitled: str
) -> Iterator[ListedGroup]:
    members: dict[str, list[ListedPage]] = {value: [] for value in one.values}
    for page in pages:
        # A page without a kind is a page all the same; one without a level is in no list of levels.
        for value in page.filters.get(one.facet, ("",) if one.facet == "kind" else ()):
            members.setdefault(value, []).append(listed(page, one.facet))
    for number, (value, those) in enumerate(members.items(), 1):
        if those:
            ordered = tuple(sorted(those, key=_by_title))
            yield ListedGroup(value or untitled, f"{one.facet}-{number}", ordered, one.language)


def _listed(frame: Frame) -> Callable[[Page, str], ListedPage]:
    titled = {link.path: link.language for link in frame.competencies.values()}

    def listed(page: Page, facet: str) -> ListedPage:
        about = [", ".join(page.filters.get(name, ())) for name in ("kind", "level", "time") if name != facet]
        return ListedPage(
            PageLink(page.title, page.path, language=titled.get(page.path, "")),
            " · ".join(text for text in about if text),
            frame.tongue(page.language),
        )

    return listed


def _by_title(listed: ListedPage) -> tuple[str, str]:
    return fold(listed.page.title), listed.page.path
