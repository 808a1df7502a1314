"""`Page` and `PublishedFile` values as MkDocs files: no file on disk, no second reading of Markdown."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from html import escape
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import AnchorLink, TableOfContents
from mkdocs.utils import get_relative_url

from oer_build.analysis.licensing import license_title, license_url
from oer_build.compile import Compilation
from oer_build.exports.linked_data import dumps
from oer_build.lesson import Heading, at_depth
from oer_build.model import Site
from oer_build.pages.page import Crumb, Page
from oer_build.strings import Strings, direction
from oer_build.theme import words
from oer_build.theme.sheets import sheets


@dataclass(frozen=True, slots=True)
class Chrome:
    """What the frame of every page is drawn from, worked out once a build."""

    site: Site
    strings: Strings
    words: dict[str, str]
    learning: bool = False
    """Whether the site has a page on which readers find what they have done."""
    ways: tuple[Crumb, ...] = ()
    """Pages that search leads to where it found nothing."""
    spoken: Mapping[str, dict[str, str]] = field(default_factory=dict)
    """The words by language, for what stands around a page that is in another than the site's."""


class CompiledPage(MkDocsPage):
    """A MkDocs page whose HTML is already there: reading and rendering do nothing."""

    def __init__(self, page: Page, chrome: Chrome, file: File, config: MkDocsConfig) -> None:
        super().__init__(escape(page.title), file, config)
        self._page = page
        self._chrome = chrome
        site = chrome.site
        self.update_date = site.date or self.update_date
        self.edit_url = site.edit_url + page.source if site.edit_url and page.source else None

    def read_source(self, config: MkDocsConfig) -> None:
        self.markdown = ""
        self.meta = {
            "title": escape(self._page.title),
            "description": escape(self._page.description),
            "oer": context(self._page, self._chrome),
        }

    def render(self, config: MkDocsConfig, files: Files) -> None:
        self.content = at_depth(self._page.body, self._page.path)
        self.toc = TableOfContents(_nested(self._page.toc))
        self.present_anchor_ids = None


def files_of(compilation: Compilation, root: Path, config: MkDocsConfig, strings: Strings) -> Iterator[File]:
    """Every page and file of a compilation as MkDocs takes them."""
    learning = any(page.kind == "my-learning" for page in compilation.pages)
    ways = ways_of(compilation.pages, strings)
    spoken = {tag: words(others.gettext) for tag, others in compilation.spoken.items()}
    chrome = Chrome(compilation.catalogue.site, strings, words(strings.gettext), learning, ways, spoken)
    for page in compilation.pages:
        # Outside MkDocs' own navigation: that is printed on every page, and its cost is pages times entries.
        file = File.generated(config, f"{page.path}index.md", content="", inclusion=InclusionLevel.NOT_IN_NAV)
        CompiledPage(page, chrome, file, config)
        yield file
    for published in compilation.files:
        if published.copy_of:
            yield File.generated(config, published.path, abs_src_path=str(root / published.copy_of))
        else:
            yield File.generated(config, published.path, content=published.content)


def ways_of(pages: Sequence[Page], strings: Strings) -> tuple[Crumb, ...]:
    """What leads to the pages of a site without searching, of what it has."""
    _ = strings.gettext
    titles = {
        "catalogue/": _("Catalogue"),
        "map/": _("Map"),
        "glossary/": _("Glossary"),
        "search/all/": _("All pages"),
    }
    paths = {page.path for page in pages}
    return tuple(Crumb(title, path) for path, title in titles.items() if path in paths)


def default_nav(compilation: Compilation, strings: Strings) -> list[dict[str, str]]:
    """The navigation of a site whose `mkdocs.yml` has none: the site-wide pages that exist, never a growing
    list."""
    _ = strings.gettext
    titles = {
        "": _("Home"),
        "catalogue/": _("Catalogue"),
        "framework/": _("Competencies"),
        "map/": _("Map"),
        "coverage/": _("Coverage"),
        "self-assessment/": _("Check yourself"),
        "programmes/": _("Programmes"),
        "opportunities/": _("Opportunities"),
        "organisations/": _("Organisations"),
        "stories/": _("Stories"),
        "packs/": _("Packs"),
        "calendar/": _("Calendar"),
        "taking-part/": _("Taking part"),
        "glossary/": _("Glossary"),
        "licenses/": _("Licences"),
    }
    paths = {page.path for page in compilation.pages}
    return [{title: f"{path}index.md"} for path, title in titles.items() if path in paths]


def nav_titles(nav: Any) -> Iterator[tuple[str, str]]:
    """Pairs of path and title in the `nav` setting, at any depth."""
    if isinstance(nav, list):
        for item in nav:
            yield from nav_titles(item)
    elif isinstance(nav, dict):
        for title, target in nav.items():
            if isinstance(target, str):
                yield target, title
            else:
                yield from nav_titles(target)


def context(page: Page, chrome: Chrome) -> dict[str, Any]:
    """What our theme's `main.html` reads as `page.meta.oer`: plain text (the theme escapes it), but for
    `jsonld` and `head`.

    Addresses are relative to the page; `canonical` and the card's are absolute, and empty where no `site_url`
    is set.
    """
    site, strings = chrome.site, chrome.strings
    language = page.spoken or page.language
    card = site.url + "assets/oer/card.png" if site.url else ""
    return {
        "kind": page.kind,
        "title": page.title,
        "description": page.description,
        "license": page.license or site.license,
        "license_url": license_url(page.license or site.license),
        "license_name": license_title(page.license or site.license),
        "canonical": site.url + page.path if site.url else "",
        "jsonld": dumps(page.linked_data) if page.linked_data else "",
        "path": page.path,
        "language": language,
        "dir": direction(language),
        "rtl": "rtl" in (strings.direction, direction(language), direction(page.language)),
        "breadcrumbs": [_crumb(crumb, page) for crumb in page.breadcrumbs],
        "previous": _crumb(page.previous, page) if page.previous else None,
        "next": _crumb(page.next, page) if page.next else None,
        "edit_url": site.edit_url + page.source if site.edit_url and page.source else "",
        "edit_label": strings.gettext("Edit “%(title)s”") % {"title": page.title},
        "og": {
            "title": page.title,
            "description": page.description,
            "image": card,
            "type": "website" if page.kind == "home" else "article",
        },
        "head": at_depth(page.head, page.path),
        "styles": sheets(page.body),
        "words": chrome.words,
        "around": chrome.spoken.get(language, chrome.words),
        "learning": chrome.learning,
        "ways": chrome.ways,
        "offline": site.offline,
        "app": site.app,
        "accessibility": True,
    }


def missing_page(
    site: Site, strings: Strings, learning: bool = False, ways: Sequence[Crumb] = ()
) -> dict[str, Any]:
    """What `404.html` reads in place of `page.meta.oer`. It has no address of its own."""
    _ = strings.gettext
    return {
        "kind": "missing",
        "title": _("Page not found"),
        "text": _("There is no page at this address. It may be mistyped, or the page may have moved."),
        "license": site.license,
        "license_url": license_url(site.license),
        "license_name": license_title(site.license),
        "dir": strings.direction,
        "rtl": strings.direction == "rtl",
        "words": words(strings.gettext),
        "learning": learning,
        "ways": ways,
        "offline": site.offline,
        "app": site.app,
        "accessibility": True,
    }


def _crumb(crumb: Crumb, page: Page) -> dict[str, str]:
    # As MkDocs writes the addresses of its navigation: the theme compares them, to tell where the reader is.
    crumbs = {"title": crumb.title, "url": get_relative_url(crumb.path or ".", page.path)}
    if crumb.language:
        crumbs |= {"language": crumb.language, "dir": direction(crumb.language)}
    return crumbs


def _nested(headings: Sequence[Heading]) -> list[AnchorLink]:
    """A flat list of headings as the tree that the theme's table of contents draws."""
    roots: list[AnchorLink] = []
    way: list[AnchorLink] = []
    for heading in headings:
        anchor = AnchorLink(escape(heading.title), heading.identifier, heading.level)
        while way and way[-1].level >= heading.level:
            way.pop()
        (way[-1].children if way else roots).append(anchor)
        way.append(anchor)
    return roots
