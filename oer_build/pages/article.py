"""Pages of plain prose, and a short page for each folder of them that has none of its own.

An article at the address of a site-wide page (`content/map.md`) is that page's introduction and not drawn
here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from oer_build.files import ADDRESSES
from oer_build.lesson import Node
from oer_build.model import Article, Course, Module, Pack, Programme
from oer_build.pages.frame import Frame, headings, opening, section
from oer_build.pages.module import for_learners
from oer_build.pages.page import Crumb, Page
from oer_build.pages.values import PageLink
from oer_build.project import CONTENT

ASIDE = 0.2
"""Weight in search of pages that are not of the course, such as documentation of the tool."""


@dataclass(frozen=True, slots=True)
class ArticleContext:
    """What `article.html.jinja` is given."""

    title: str
    """Of the page, or the folder's name in words."""
    description: str
    """The author's sentence about the page; empty for a folder."""
    language: str
    """BCP 47 tag of the text, where it is not that of the words around it; otherwise empty."""
    nodes: tuple[Node, ...]
    """The text, for `blocks.draw(nodes, "learner")`."""
    children: tuple[PageLink, ...]
    """The pages of this folder, where the page is a folder's."""


def articles(site: Frame) -> Iterator[Page]:
    """Every article, and every folder of articles."""
    titles, children = _tree(site)
    above = {**_of_records(site), **titles}
    for path, title in titles.items():
        article = site.catalogue.articles.get(path)
        lesson = site.lesson(path)
        in_course = not article or article.span.file.startswith(f"{CONTENT}/")
        inside = children.get(path, ())
        language = article.in_language if article else site.strings.language
        frame = site.speaking(language)
        _ = frame.strings.gettext
        description = _("In this section: %s") % frame.strings.listing([page.title for page in inside[:4]])
        if article:
            description = article.description or opening(lesson)
        context = ArticleContext(
            title=title,
            description=article.description if article else "",
            language=language if language != frame.strings.language else "",
            nodes=for_learners(lesson.nodes),
            children=tuple(
                replace(link, language=frame.tongue(link.language or site.strings.language))
                for link in inside
            ),
        )
        yield frame.page(
            path,
            title,
            description,
            "article",
            context,
            source=article.span.file if article else "",
            license=(article.license if article else "") or frame.catalogue.site.license,
            language=language,
            breadcrumbs=(*frame.crumbs(), *_way(path, above)),
            toc=(*lesson.toc, *(headings(("oer-inside", _("In this section"))) if inside else ())),
            sections=(
                section("", title, description),
                *(part for part in lesson.sections if part.text),
            )
            if article
            else (),
            weight=1.0 if in_course else ASIDE,
            filters=site.facets(
                site.strings.gettext("Page") if in_course else site.strings.gettext("Documentation"),
                language=[site.strings.language_name(language)],
            ),
        )


def top_level(frame: Frame) -> tuple[PageLink, ...]:
    """Articles and folders at the top of the site, for home."""
    titles, _children = _tree(frame)
    return tuple(_link(frame, path, title) for path, title in titles.items() if path.count("/") == 1)


def _tree(frame: Frame) -> tuple[dict[str, str], Mapping[str, tuple[PageLink, ...]]]:
    """Titles by path of articles and of the folders between them, and by folder its pages in order."""
    titles: dict[str, str] = {}
    taken = frame.paths | _of_records(frame).keys()
    for path, article in frame.catalogue.articles.items():
        if path in frame.paths:
            continue
        for folder in _folders(path):
            if folder not in titles and folder not in frame.catalogue.articles and folder not in taken:
                titles[folder] = folder.rstrip("/").rpartition("/")[2].replace("-", " ").capitalize()
        titles[path] = article.title
    children: dict[str, list[PageLink]] = {}
    for path, title in titles.items():
        above = path.rstrip("/").rpartition("/")[0]
        if above:
            children.setdefault(f"{above}/", []).append(_link(frame, path, title))
    return titles, {path: tuple(links) for path, links in children.items()}


def _of_records(frame: Frame) -> dict[str, str]:
    """Titles by path of the records that have a folder, in which further pages may lie."""
    catalogue = frame.catalogue
    kinds: dict[str, Mapping[str, Module | Course | Programme | Pack]] = {
        "module": catalogue.modules,
        "course": catalogue.courses,
        "programme": catalogue.programmes,
        "pack": catalogue.packs,
    }
    return {
        f"{ADDRESSES[kind]}{key}/": record.title
        for kind, records in kinds.items()
        for key, record in records.items()
    }


def _link(frame: Frame, path: str, title: str) -> PageLink:
    article: Article | None = frame.catalogue.articles.get(path)
    language = frame.tongue(article.in_language) if article else ""
    return PageLink(title, path, article.description if article else "", language)


def _folders(path: str) -> Iterator[str]:
    """The folders above a path, the highest first."""
    parts = path.rstrip("/").split("/")[:-1]
    for number in range(1, len(parts) + 1):
        yield "/".join(parts[:number]) + "/"


def _way(path: str, titles: Mapping[str, str]) -> Iterator[Crumb]:
    for folder in _folders(path):
        if folder in titles:
            yield Crumb(titles[folder], folder)
