"""Reads drawn pages as a browser would: headings, anchors, links, text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import urldefrag

from oer_build.lesson import ROOT
from oer_build.pages.page import Page

BLOCKS = {"p", "li", "dd", "dt", "td", "th", "summary", "div", "caption", "h1", "h2", "h3", "h4", "h5"}
BLOCKS |= {"text", "title", "desc", "button", "option", "label", "legend", "pre"}
GLUED = re.compile(r"[a-z]{2}[.:;,)][A-Z][a-z]+")
"""Two sentences of a template that have lost the space between them."""
VOID = {"br", "img", "input", "hr", "rect", "path", "line", "circle", "col", "wbr", "meta", "link"}


@dataclass
class Read(HTMLParser):
    """What one page holds. Faults of its markup are in `faults`."""

    headings: list[int] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    referred: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    cells: list[list[str]] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.in_cell = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag not in VOID:
            self.open.append(tag)
        if tag == "br":
            self.handle_data(" ")
        if len(tag) == 2 and tag[0] == "h" and tag[1].isdigit():
            self.headings.append(int(tag[1]))
        if tag == "tr":
            self.cells.append([])
        if tag in ("td", "th") and self.cells:
            self.cells[-1].append("")
            self.in_cell = True
        if given.get("id"):
            self.ids.append(str(given["id"]))
        if tag == "a" and given.get("href"):
            self.links.append(str(given["href"]))
        for name in ("aria-labelledby", "aria-describedby", "for", "data-oer-copy"):
            self.referred += str(given.get(name) or "").split()
        self.faults += [f"{tag} {name}" for name in given if name == "style" or name.startswith("on")]

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in VOID:
            return
        if not self.open or self.open[-1] != tag:
            self.faults.append(f"</{tag}> closes {self.open[-3:]}")
            while self.open and self.open[-1] != tag:
                self.open.pop()
        if self.open:
            self.open.pop()
        if tag in BLOCKS:
            self.handle_data(" ")
        if tag in ("td", "th"):
            self.in_cell = False

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] == "script":
            return  # data, which nobody reads
        self.words.append(data)
        if self.in_cell:
            self.cells[-1][-1] += data

    @property
    def text(self) -> str:
        return " ".join("".join(self.words).split())

    def row(self, first: str) -> list[str]:
        """The cells of the table row whose first cell holds these words, as text."""
        rows = [[" ".join(cell.split()) for cell in row] for row in self.cells if row]
        return next(row for row in rows if first in row[0])


def read(page: Page) -> Read:
    parser = Read()
    parser.feed(page.body)
    parser.close()
    return parser


def page_at(pages: Iterable[Page], path: str) -> Page:
    return next(page for page in pages if page.path == path)


def text_of(pages: Iterable[Page], path: str) -> str:
    return read(page_at(pages, path)).text


def faults(pages: tuple[Page, ...], files: Iterable[str] = ()) -> list[str]:
    """Everything that is wrong with the markup and the links of a whole site."""
    site = {page.path: read(page) for page in pages}
    known = set(files)
    found = []
    if len(site) != len(pages):
        found.append("two pages have the same path")
    for page in pages:
        one = site[page.path]
        where = page.path or "/"
        found += [f"{where}: {fault}" for fault in one.faults]
        if one.headings.count(1) != 1 or one.headings[0] != 1:
            found.append(f"{where}: headings {one.headings}")
        found += [f"{where}: no space in '{text}'" for text in GLUED.findall(one.text)]
        steps = zip(one.headings, one.headings[1:], strict=False)
        found += [f"{where}: h{a} then h{b}" for a, b in steps if b > a + 1]
        twice = {anchor for anchor in one.ids if one.ids.count(anchor) > 1} if len(one.ids) < 5000 else set()
        found += [f"{where}: two parts are called {anchor}" for anchor in sorted(twice)]
        found += [f"{where}: nothing is called {name}" for name in one.referred if name not in one.ids]
        found += [
            f"{where}: no {h.identifier} for the contents" for h in page.toc if h.identifier not in one.ids
        ]
        found += [
            f"{where}: no {part.anchor} for search"
            for part in page.sections
            if part.anchor and part.anchor not in one.ids
        ]
        ways = (*page.breadcrumbs, *filter(None, (page.previous, page.next)))
        found += [f"{where}: no page {crumb.path}" for crumb in ways if crumb.path not in site]
        for address in one.links:
            target, anchor = urldefrag(address)
            if target.startswith(ROOT):
                path = target.removeprefix(ROOT).partition("?")[0]
                if path not in site and path not in known:
                    found.append(f"{where}: no page {path}")
                elif anchor and path in site and anchor not in site[path].ids:
                    found.append(f"{where}: no anchor {path}#{anchor}")
            elif not target and anchor not in one.ids:
                found.append(f"{where}: no anchor #{anchor}")
            elif target and "://" not in target and not target.startswith("mailto:"):
                found.append(f"{where}: address {address}")
    return found
