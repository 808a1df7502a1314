"""Every internal address of every text leads to a page, an anchor or a file that the site has."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache

from oer_build.diagnostics import Report, near_miss
from oer_build.exports import PublishedFile
from oer_build.lesson import Lesson, Link
from oer_build.pages.page import Page

_IDENTIFIER = re.compile(r'\bid="([^"]+)"')


def check_links(
    lessons: Mapping[str, Lesson],
    pages: Iterable[Page],
    files: Iterable[PublishedFile],
    broken: frozenset[str],
    report: Report,
) -> None:
    """Report links to pages, anchors and files that will not be there.

    `broken` are the addresses of what is there but could not be used: its own problem is reported, links to
    it are not.
    """
    bodies = {page.path: page.body for page in pages}
    published = {file.path for file in files}

    @cache
    def anchors(path: str) -> frozenset[str]:
        return frozenset(_IDENTIFIER.findall(bodies[path]))

    for lesson in lessons.values():
        for link in lesson.links:
            if link.target in broken:
                continue
            if link.kind == "asset":
                if link.target not in published:
                    _dangling(link, "file", published, report)
            elif link.kind == "internal":
                if link.target in bodies:
                    if link.fragment and link.fragment not in anchors(link.target):
                        _no_anchor(link, anchors(link.target), report)
                elif link.target not in published:
                    _dangling(link, "page", bodies, report)


def _dangling(link: Link, what: str, known: Iterable[str], report: Report) -> None:
    nearest = near_miss(link.target, known, likeness=0.8)
    report.add(
        "dangling-link" if what == "page" else "dangling-asset",
        link.span,
        f"there is no {what} at '{link.target or '/'}'",
        f"did you mean '{nearest}'?" if nearest else f"add the {what}, or correct the address",
    )


def _no_anchor(link: Link, known: frozenset[str], report: Report) -> None:
    nearest = near_miss(link.fragment, known)
    report.add(
        "dangling-anchor",
        link.span,
        f"the page '{link.target or '/'}' has no heading or anchor '#{link.fragment}'",
        f"did you mean '#{nearest}'?" if nearest else "link to the page, or to one of its headings",
    )
