"""Packs: everything for one audience on one page that prints whole."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass

from oer_build.exports import linked_community
from oer_build.lesson import Node
from oer_build.model import Pack
from oer_build.pages import calls, words
from oer_build.pages.frame import Frame, headings, section
from oer_build.pages.page import Crumb, Page
from oer_build.pages.values import CallLink, LicenseLink, ModuleLink, PageLink, WorkLine


@dataclass(frozen=True, slots=True)
class PackModule:
    """A module printed in the pack. `prefix` sets its anchors apart from those of the other modules: no
    heading's anchor holds a colon."""

    module: ModuleLink
    prefix: str
    nodes: tuple[Node, ...]
    sources: tuple[WorkLine, ...]
    license: LicenseLink
    language: str
    """BCP 47 tag where it is not that of the page."""


@dataclass(frozen=True, slots=True)
class PackFile:
    """A file of the pack."""

    name: str
    path: str
    license: LicenseLink
    copyright: str


@dataclass(frozen=True, slots=True)
class PackLine:
    """A pack in the list."""

    page: PageLink
    minutes: int
    """Of its modules."""
    modules: int
    opportunities: int


@dataclass(frozen=True, slots=True)
class PacksContext:
    """What `packs.html.jinja` is given."""

    nodes: tuple[Node, ...]
    """An introduction of the site's own, from an article at the same address."""
    packs: tuple[PackLine, ...]
    """All packs, in order."""
    calls: tuple[CallLink, ...]
    """What readers are asked to do here."""


@dataclass(frozen=True, slots=True)
class PackContext:
    """What `pack.html.jinja` is given."""

    pack: Pack
    """The record."""
    nodes: tuple[Node, ...]
    """What its author wrote."""
    audience: tuple[str, ...]
    """Who it is for, in words."""
    minutes: int
    """Of its modules."""
    modules: tuple[PackModule, ...]
    """Its modules, whole, without notes for teachers."""
    opportunities: tuple[PageLink, ...]
    """Its opportunities."""
    programmes: tuple[PageLink, ...]
    """Its programmes."""
    handouts: tuple[PackFile, ...]
    """Its files."""
    license: LicenseLink
    """Of the pack's own text."""
    bundle: str
    """Path of the zip."""
    sources: tuple[WorkLine, ...]
    """Works that the pack's own text cites."""
    calls: tuple[CallLink, ...]
    """What readers are asked to do here."""
    edit_url: str
    """Where the pack can be changed; empty where the site has no such place."""


def packs(frame: Frame) -> Iterator[Page]:
    """The list and the page of every pack, for a site that has any."""
    if not frame.has("packs/"):
        return
    _ = frame.strings.gettext
    title = _("Packs")
    description = _(
        "Modules, handouts and opportunities put together for one audience, to print or take away."
    )
    every = list(frame.catalogue.packs.values())
    yield frame.page(
        "packs/",
        title,
        description,
        "packs",
        PacksContext(
            nodes=frame.lesson("packs/").nodes,
            packs=tuple(
                PackLine(
                    frame.record("pack", one.identifier),
                    _minutes(frame, one),
                    len(one.modules),
                    len(one.opportunities),
                )
                for one in every
            ),
            calls=calls.shown_on(frame, "packs/"),
        ),
        breadcrumbs=frame.crumbs(),
        sections=(section("", title, description),),
        filters=frame.facets(_("Overview")),
    )
    for one in every:
        yield _page(frame.speaking(one.in_language), one)


def _minutes(frame: Frame, one: Pack) -> int:
    return sum(frame.modules[ref.identifier].minutes for ref in one.modules)


def _page(frame: Frame, one: Pack) -> Page:
    _ = frame.strings.gettext
    path = f"packs/{one.identifier}/"
    lesson = frame.lesson(path)
    site = frame.catalogue.site
    modules = tuple(_modules(frame, one))
    context = PackContext(
        pack=one,
        nodes=lesson.nodes,
        audience=tuple(words.slug(frame.strings, value) for value in one.audience),
        minutes=_minutes(frame, one),
        modules=modules,
        opportunities=frame.records("opportunity", (ref.identifier for ref in one.opportunities)),
        programmes=frame.records("programme", (ref.identifier for ref in one.programmes)),
        handouts=tuple(_handouts(frame, one)),
        license=frame.license(one.license),
        bundle=f"{path}{one.identifier}.zip",
        sources=frame.works(one.sources, anchored=True),
        calls=calls.shown_on(frame, path),
        edit_url=site.edit_url + one.span.file if site.edit_url else "",
    )
    return frame.page(
        path,
        one.title,
        one.description,
        "pack",
        context,
        about=linked_community.pack(frame.catalogue, one),
        source=one.span.file,
        language=one.in_language,
        spoken=one.in_language,
        license=one.license,
        breadcrumbs=frame.crumbs(Crumb(_("Packs"), "packs/")),
        toc=(
            *lesson.toc,
            *headings(*((f"{part.prefix}title", part.module.title) for part in modules)),
        ),
        # The texts of its modules are found on their own pages.
        sections=(section("", one.title, one.description), *lesson.sections),
        filters=frame.site.facets(frame.site.strings.gettext("Pack")),
    )


def _modules(frame: Frame, one: Pack) -> Iterator[PackModule]:
    for ref in one.modules:
        module = frame.catalogue.modules[ref.identifier]
        yield PackModule(
            module=frame.modules[ref.identifier],
            prefix=f"{ref.identifier}:",
            nodes=frame.lesson(f"modules/{ref.identifier}/").nodes,
            sources=frame.works(module.sources),
            license=frame.license(module.license),
            language=module.in_language if module.in_language != one.in_language else "",
        )


def _handouts(frame: Frame, one: Pack) -> Iterator[PackFile]:
    for ref in one.handouts:
        asset = frame.catalogue.assets[ref.identifier]
        yield PackFile(
            posixpath.basename(asset.path), asset.path, frame.license(asset.license), asset.copyright
        )
