"""A crosswalk as a page: what of another framework corresponds to which competency here."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from oer_build.model import Crosswalk, CrosswalkLink
from oer_build.pages import words
from oer_build.pages.frame import Frame, headings, section
from oer_build.pages.page import Crumb, Page
from oer_build.pages.values import CompetencyLink, LicenseLink


@dataclass(frozen=True, slots=True)
class CrosswalkRow:
    """A competency here with all that corresponds to it there: pairs of relation in words and link."""

    competency: CompetencyLink
    links: tuple[tuple[str, CrosswalkLink], ...]


@dataclass(frozen=True, slots=True)
class CrosswalkContext:
    """What `crosswalk.html.jinja` is given."""

    crosswalk: Crosswalk
    """The record as the author wrote it."""
    license: LicenseLink
    """Of the other framework."""
    rows: tuple[CrosswalkRow, ...]
    """The competencies to which something corresponds, in order."""
    without: tuple[CompetencyLink, ...]
    """Competencies to which nothing corresponds."""


def crosswalks(frame: Frame) -> Iterator[Page]:
    """The page of every crosswalk."""
    for crosswalk in frame.catalogue.crosswalks.values():
        yield _page(frame, crosswalk)


def _page(frame: Frame, crosswalk: Crosswalk) -> Page:
    _ = frame.strings.gettext
    links: dict[str, list[tuple[str, CrosswalkLink]]] = {}
    for link in crosswalk.associations:
        links.setdefault(link.source, []).append((words.relation(frame.strings, link.type), link))
    rows = tuple(
        CrosswalkRow(one, tuple(links[key])) for key, one in frame.competencies.items() if key in links
    )
    context = CrosswalkContext(
        crosswalk=crosswalk,
        license=frame.license(crosswalk.license),
        rows=rows,
        without=tuple(one for key, one in frame.competencies.items() if key not in links),
    )
    title = _("Crosswalk to %s") % crosswalk.title
    description = _("Which competencies here are related to which ones of %s.") % crosswalk.title
    return frame.page(
        f"crosswalks/{crosswalk.identifier}/",
        title,
        description,
        "crosswalk",
        context,
        source=crosswalk.span.file,
        breadcrumbs=frame.crumbs(
            Crumb(_("Competencies"), "framework/"), Crumb(_("Crosswalks"), "crosswalks/")
        ),
        toc=headings(("oer-associations", _("What corresponds"))),
        sections=(
            section("", title, description, crosswalk.note),
            section(
                "oer-associations",
                _("What corresponds"),
                *(f"{link.target} {link.target_title}." for link in crosswalk.associations),
            ),
        ),
        filters=frame.facets(_("Crosswalk"), competency=[row.competency.name for row in rows]),
    )
