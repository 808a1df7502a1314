"""The framework as a page: its levels, every competency with its statement, downloads, crosswalks,
sources."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from oer_build.exports import case, linked_data
from oer_build.exports.addresses import CASE_DOCUMENTS
from oer_build.lesson import Node
from oer_build.model import Framework, Level
from oer_build.pages.frame import Frame, headings, section
from oer_build.pages.page import Page
from oer_build.pages.values import CompetencyLink, Figures, LicenseLink, PageLink, WorkLine


@dataclass(frozen=True, slots=True)
class CompetencyLine:
    """A competency in the list of all."""

    competency: CompetencyLink
    statement: str
    figures: Figures
    """What teaches it."""


@dataclass(frozen=True, slots=True)
class Download:
    """A file to take away. `description` says its format and what it is for."""

    title: str
    path: str
    description: str


@dataclass(frozen=True, slots=True)
class CrosswalkLine:
    """A crosswalk, and how many competencies it relates."""

    crosswalk: PageLink
    competencies: int


@dataclass(frozen=True, slots=True)
class FrameworkContext:
    """What `framework.html.jinja` is given."""

    title: str
    """Of the framework, or a word for competencies that stand alone."""
    framework: Framework | None
    """The record as the author wrote it; none where competencies stand alone."""
    nodes: tuple[Node, ...]
    """An introduction of the site's own, from an article at the same address."""
    license: LicenseLink
    """Of the framework, or else of the site."""
    levels: tuple[Level, ...]
    """Ascending; empty for a framework without levels."""
    competencies: tuple[CompetencyLine, ...]
    """All of them, in order."""
    coded: bool
    """Whether competencies have codes."""
    downloads: tuple[Download, ...]
    """The framework as files."""
    crosswalks: tuple[CrosswalkLine, ...]
    """Other frameworks that it is compared with."""
    roles: int
    """How many roles the site describes."""
    sources: tuple[WorkLine, ...]
    """Works that it rests on."""
    has_modules: bool
    """Whether the site has modules at all."""
    has_map: bool
    """Whether there is a map."""


def framework(frame: Frame) -> Iterator[Page]:
    """The page of the framework, if there is anything to say."""
    if not frame.has("framework/"):
        return
    _ = frame.strings.gettext
    catalogue = frame.catalogue
    record = catalogue.framework
    lines = tuple(_lines(frame))
    context = FrameworkContext(
        title=record.title if record else _("Competencies"),
        framework=record,
        nodes=frame.lesson("framework/").nodes,
        license=frame.license(record.license if record else catalogue.site.license),
        levels=catalogue.levels,
        competencies=lines,
        coded=any(line.competency.code for line in lines),
        downloads=tuple(_downloads(frame)),
        crosswalks=tuple(
            CrosswalkLine(
                PageLink(crosswalk.title, f"crosswalks/{identifier}/"),
                len({link.source for link in crosswalk.associations}),
            )
            for identifier, crosswalk in catalogue.crosswalks.items()
        ),
        roles=len(catalogue.roles),
        sources=frame.works(record.sources) if record else (),
        has_modules=bool(catalogue.modules),
        has_map=frame.has("map/"),
    )
    description = record.description if record and record.description else _("All competencies, in order.")
    yield frame.page(
        "framework/",
        context.title,
        description,
        "framework",
        context,
        about=linked_data.framework(catalogue) or None,
        source=record.span.file if record else "",
        license=record.license if record else catalogue.site.license,
        breadcrumbs=frame.crumbs(),
        toc=headings(
            *([("oer-levels", _("Levels"))] if context.levels else []),
            *([("oer-competencies", _("Competencies"))] if lines else []),
            *([("oer-crosswalks", _("In other frameworks"))] if context.crosswalks else []),
            *([("oer-downloads", _("Download"))] if context.downloads else []),
            *([("oer-sources", _("Sources"))] if context.sources else []),
        ),
        sections=(
            section("", context.title, description),
            *(
                section(f"level-{level.identifier}", level.title, level.description)
                for level in context.levels
            ),
        ),
        filters=frame.facets(_("Framework")),
    )


def _lines(frame: Frame) -> Iterator[CompetencyLine]:
    for row in frame.coverage.rows:
        yield CompetencyLine(
            frame.competencies[row.competency],
            frame.catalogue.competencies[row.competency].full_statement,
            frame.row_figures(row),
        )


def _downloads(frame: Frame) -> Iterator[Download]:
    _ = frame.strings.gettext
    if frame.catalogue.framework:
        yield Download(
            _("The framework as a CASE package"),
            case.package_path(frame.catalogue.framework),
            _("1EdTech CASE 1.1 (JSON), for learning platforms and competency registers"),
        )
        yield Download(_("List of CASE documents"), CASE_DOCUMENTS, _("1EdTech CASE 1.1 (JSON)"))
    yield Download(_("The whole catalogue"), "catalogue.json", _("JSON, for programs"))
    if frame.catalogue.competencies:
        yield Download(_("Competencies by level"), "coverage.csv", _("CSV, for spreadsheets"))
