"""Organisations: the directory of partners, networks and hubs, and a page for each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from oer_build.exports import linked_community
from oer_build.lesson import Node
from oer_build.model import Organisation
from oer_build.pages import calls, words_community
from oer_build.pages.choices import Choice, counted, joined
from oer_build.pages.frame import Frame, headings, section
from oer_build.pages.page import Crumb, Page
from oer_build.pages.values import CallLink, PageLink, WorkLine


@dataclass(frozen=True, slots=True)
class OrganisationRow:
    """An organisation in the directory. The `data_` values are what the filters compare."""

    page: PageLink
    alternate_name: tuple[str, ...]
    type: str
    """In words."""
    regions: tuple[str, ...]
    opportunities: int
    """How many it runs or hosts."""
    data_type: str
    data_region: str
    data_text: str


@dataclass(frozen=True, slots=True)
class OrganisationsContext:
    """What `organisations.html.jinja` is given."""

    nodes: tuple[Node, ...]
    """An introduction of the site's own, from an article at the same address."""
    rows: tuple[OrganisationRow, ...]
    """All organisations, in order."""
    types: tuple[Choice, ...]
    """Choices of the filter of that name, with counts; so are the next ones."""
    regions: tuple[Choice, ...]
    """Countries and regions that occur."""
    calls: tuple[CallLink, ...]
    """What readers are asked to do here."""


@dataclass(frozen=True, slots=True)
class OrganisationContext:
    """What `organisation.html.jinja` is given."""

    organisation: Organisation
    """The record."""
    type: str
    """In words."""
    regions: tuple[str, ...]
    """Countries and regions, by name."""
    member_of: tuple[PageLink, ...]
    """Networks and hubs that it belongs to."""
    members: tuple[PageLink, ...]
    """Organisations that belong to it."""
    partners: tuple[PageLink, ...]
    """Organisations that it works with, whichever record says so."""
    opportunities: tuple[PageLink, ...]
    """What it runs or hosts."""
    stories: tuple[PageLink, ...]
    """Stories in which it appears."""
    sources: tuple[WorkLine, ...]
    """Where all this was read."""
    calls: tuple[CallLink, ...]
    """What readers are asked to do here."""
    edit_url: str
    """Where the record can be corrected; empty where the site has no such place."""


def organisations(frame: Frame) -> Iterator[Page]:
    """The directory and the page of every organisation, for a site that has any."""
    if not frame.has("organisations/"):
        return
    yield _directory(frame)
    for one in frame.catalogue.organisations.values():
        yield _page(frame, one)


def _directory(frame: Frame) -> Page:
    _, strings = frame.strings.gettext, frame.strings
    every = sorted(frame.catalogue.organisations.values(), key=lambda one: one.title.casefold())
    title = _("Organisations")
    description = _("Partners, networks and hubs: who they are, what they offer and which role answers.")
    context = OrganisationsContext(
        nodes=frame.lesson("organisations/").nodes,
        rows=tuple(
            OrganisationRow(
                page=frame.record("organisation", one.identifier),
                alternate_name=one.alternate_name,
                type=words_community.organisation_type(strings, one.type),
                regions=tuple(strings.region(code) for code in one.region),
                opportunities=len(frame.catalogue.offered_by.get(one.identifier, ())),
                data_type=one.type,
                data_region=joined(one.region),
                data_text=" ".join((*one.keywords, *one.offers)),
            )
            for one in every
        ),
        types=counted(
            ((one.type,) for one in every), lambda value: words_community.organisation_type(strings, value)
        ),
        regions=counted((one.region for one in every), strings.region),
        calls=calls.shown_on(frame, "organisations/"),
    )
    return frame.page(
        "organisations/",
        title,
        description,
        "organisations",
        context,
        breadcrumbs=frame.crumbs(),
        sections=(section("", title, description),),
        filters=frame.facets(_("Overview")),
    )


def _page(frame: Frame, one: Organisation) -> Page:
    _, strings, catalogue = frame.strings.gettext, frame.strings, frame.catalogue
    path = f"organisations/{one.identifier}/"
    said = [ref.identifier for ref in one.partners]
    said_by_others = [
        other.identifier
        for other in catalogue.organisations.values()
        if one.identifier in {ref.identifier for ref in other.partners}
    ]
    context = OrganisationContext(
        organisation=one,
        type=words_community.organisation_type(strings, one.type),
        regions=tuple(strings.region(code) for code in one.region),
        member_of=frame.records("organisation", (ref.identifier for ref in one.member_of)),
        members=frame.records("organisation", catalogue.members_of.get(one.identifier, ())),
        partners=frame.records("organisation", dict.fromkeys((*said, *said_by_others))),
        opportunities=frame.records("opportunity", catalogue.offered_by.get(one.identifier, ())),
        stories=frame.records(
            "story",
            (
                story.identifier
                for story in catalogue.stories.values()
                if one.identifier in {ref.identifier for ref in story.organisations}
            ),
        ),
        sources=frame.works(one.sources),
        calls=calls.shown_on(frame, path),
        edit_url=catalogue.site.edit_url + one.span.file if catalogue.site.edit_url else "",
    )
    return frame.page(
        path,
        one.title,
        one.description,
        "organisation",
        context,
        about=linked_community.organisation(catalogue, one),
        source=one.span.file,
        breadcrumbs=frame.crumbs(Crumb(_("Organisations"), "organisations/")),
        toc=headings(("oer-facts", _("At a glance"))),
        sections=(
            section(
                "",
                one.title,
                one.description,
                one.purpose,
                *one.alternate_name,
                *one.objectives,
                *one.facilities,
                *one.offers,
                *one.keywords,
            ),
        ),
        filters=frame.facets(_("Organisation")),
    )
