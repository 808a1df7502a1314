"""Licences and attributions: under what this site may be used, and every work of others that it uses."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from oer_build.analysis.works import UsedWork, works_used
from oer_build.lesson import Node
from oer_build.pages.frame import Frame, headings, section
from oer_build.pages.page import Page
from oer_build.pages.values import CompetencyLink, LicenseLink, ModuleLink, PageLink


@dataclass(frozen=True, slots=True)
class WorkEntry:
    """A work of others: who made it, where it is, under what licence, and where it is used and how."""

    title: str
    creator: str
    publisher: str
    date: str
    address: str
    """A web address; empty for a file of this site, whose path is in `path`."""
    path: str
    license: LicenseLink
    usage_info: str
    uses: tuple[PageLink, ...]
    """Pages that use it; `description` says what was changed, or what it supports."""


@dataclass(frozen=True, slots=True)
class WorkGroup:
    """Works that are used in the same way. `files` where they are files of this site."""

    anchor: str
    title: str
    about: str
    works: tuple[WorkEntry, ...]
    files: bool = False


@dataclass(frozen=True, slots=True)
class LicenseCount:
    """A licence and how many modules carry it."""

    license: LicenseLink
    modules: int


@dataclass(frozen=True, slots=True)
class LicensesContext:
    """What `licenses.html.jinja` is given."""

    nodes: tuple[Node, ...]
    """An introduction of the site's own, from an article at the same address."""
    site_title: str
    """Name of the site."""
    license: LicenseLink
    """Of the site, where a page does not say otherwise."""
    framework: LicenseLink | None
    """Of the framework, where it has one of its own."""
    modules: tuple[LicenseCount, ...]
    """Licences of modules, the most frequent first."""
    groups: tuple[WorkGroup, ...]
    """Works of others, by the way in which they are used; groups without works are left out."""


def licenses(frame: Frame) -> Iterator[Page]:
    """The page. Every site has one."""
    _ = frame.strings.gettext
    catalogue = frame.catalogue
    counts: dict[str, int] = {}
    for module in catalogue.modules.values():
        counts[module.license] = counts.get(module.license, 0) + 1
    framework = catalogue.framework
    context = LicensesContext(
        nodes=frame.lesson("licenses/").nodes,
        site_title=catalogue.site.title,
        license=frame.license(catalogue.site.license),
        framework=frame.license(framework.license)
        if framework and framework.license != catalogue.site.license
        else None,
        modules=tuple(
            LicenseCount(frame.license(spdx), number)
            for spdx, number in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
            if spdx
        ),
        groups=tuple(group for group in _groups(frame) if group.works),
    )
    description = _(
        "Under which licence you may use this site, and every work of others in it, with its licence."
    )
    yield frame.page(
        "licenses/",
        _("Licences and attributions"),
        description,
        "licenses",
        context,
        breadcrumbs=frame.crumbs(),
        toc=headings(("oer-own", _("This site")), *((group.anchor, group.title) for group in context.groups)),
        sections=(section("", _("Licences and attributions"), description),),
        filters=frame.facets(_("Overview")),
    )


def _groups(frame: Frame) -> Iterator[WorkGroup]:
    _ = frame.strings.gettext
    works = works_used(frame.catalogue)
    yield WorkGroup(
        "oer-adapted",
        _("Adapted works"),
        _("Works whose text or pictures we changed and built upon."),
        _entries(frame, works.adapted),
    )
    yield WorkGroup(
        "oer-cited",
        _("Cited works"),
        _("Works that support what we say. We link to them and copy nothing from them."),
        _entries(frame, works.cited),
    )
    yield WorkGroup(
        "oer-files",
        _("Pictures and files"),
        _("Files published with the modules, each with its own licence."),
        _entries(frame, works.included),
        files=True,
    )
    yield WorkGroup(
        "oer-frameworks",
        _("Other frameworks"),
        _("Frameworks to which we relate ours. The relations are our own reading."),
        _entries(frame, works.frameworks),
    )


def _languages(frame: Frame) -> dict[str, str]:
    """Of pages that are in another language than this one, by path."""
    catalogue = frame.catalogue
    links: tuple[PageLink | ModuleLink | CompetencyLink, ...] = (
        *frame.modules.values(),
        *frame.competencies.values(),
        *frame.records("course", catalogue.courses),
        *frame.records("programme", catalogue.programmes),
        *frame.records("opportunity", catalogue.opportunities),
        *frame.records("pack", catalogue.packs),
        *frame.records("story", catalogue.stories),
    )
    return {link.path: link.language for link in links if link.language}


def _entries(frame: Frame, works: tuple[UsedWork, ...]) -> tuple[WorkEntry, ...]:
    languages = _languages(frame)
    return tuple(
        WorkEntry(
            title=work.title,
            creator=work.creator,
            publisher=work.publisher if work.publisher != work.creator else "",
            date=work.date_published,
            address=work.url if "://" in work.url else "",
            path=work.url if "://" not in work.url else "",
            license=frame.license(work.license),
            usage_info=work.usage_info,
            uses=tuple(
                PageLink(use.title, use.path, use.note, languages.get(use.path, "")) for use in work.used_in
            ),
        )
        for work in works
    )
