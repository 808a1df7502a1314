"""Stories: short cases of real public services, listed and each on its page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from oer_build.exports import linked_community
from oer_build.lesson import Node
from oer_build.model import Story
from oer_build.pages import calls
from oer_build.pages.frame import Frame, section
from oer_build.pages.page import Crumb, Page
from oer_build.pages.values import (
    CallLink,
    CompetencyLink,
    LicenseLink,
    ModuleLink,
    PageLink,
    WorkLine,
)


@dataclass(frozen=True, slots=True)
class StoryLine:
    """A story in the list."""

    page: PageLink
    regions: tuple[str, ...]
    period: str
    competencies: tuple[CompetencyLink, ...]


@dataclass(frozen=True, slots=True)
class StoriesContext:
    """What `stories.html.jinja` is given."""

    nodes: tuple[Node, ...]
    """An introduction of the site's own, from an article at the same address."""
    stories: tuple[StoryLine, ...]
    """All stories, in order."""
    calls: tuple[CallLink, ...]
    """What readers are asked to do here."""


@dataclass(frozen=True, slots=True)
class StoryContext:
    """What `story.html.jinja` is given."""

    story: Story
    """The record."""
    nodes: tuple[Node, ...]
    """What its author wrote."""
    regions: tuple[str, ...]
    """Where it happened, by name."""
    competencies: tuple[CompetencyLink, ...]
    """What it shows, each with a note of how."""
    modules: tuple[ModuleLink, ...]
    """Modules that go with it."""
    organisations: tuple[PageLink, ...]
    """Organisations in it that have a page."""
    license: LicenseLink
    """Of the text."""
    sources: tuple[WorkLine, ...]
    """Works that it cites."""
    calls: tuple[CallLink, ...]
    """What readers are asked to do here."""
    edit_url: str
    """Where the text can be corrected; empty where the site has no such place."""


def stories(frame: Frame) -> Iterator[Page]:
    """The list and the page of every story, for a site that has any."""
    if not frame.has("stories/"):
        return
    _ = frame.strings.gettext
    title = _("Stories")
    description = _("Short cases of real public services, each with the competencies that it shows.")
    every = list(frame.catalogue.stories.values())
    yield frame.page(
        "stories/",
        title,
        description,
        "stories",
        StoriesContext(
            nodes=frame.lesson("stories/").nodes,
            stories=tuple(
                StoryLine(
                    frame.record("story", one.identifier),
                    tuple(frame.strings.region(code) for code in one.region),
                    one.period,
                    tuple(frame.competencies[ref.competency] for ref in one.competencies),
                )
                for one in every
            ),
            calls=calls.shown_on(frame, "stories/"),
        ),
        breadcrumbs=frame.crumbs(),
        sections=(section("", title, description),),
        filters=frame.facets(_("Overview")),
    )
    for one in every:
        yield _page(frame.speaking(one.in_language), one)


def _page(frame: Frame, one: Story) -> Page:
    _ = frame.strings.gettext
    path = f"stories/{one.identifier}/"
    lesson = frame.lesson(path)
    site = frame.catalogue.site
    competencies = tuple(frame.competency(reference) for reference in one.competencies)
    regions = tuple(frame.strings.region(code) for code in one.region)
    context = StoryContext(
        story=one,
        nodes=lesson.nodes,
        regions=regions,
        competencies=competencies,
        modules=tuple(frame.modules[ref.identifier] for ref in one.modules),
        organisations=frame.records("organisation", (ref.identifier for ref in one.organisations)),
        license=frame.license(one.license),
        sources=frame.works(one.sources, anchored=True),
        calls=calls.shown_on(frame, path),
        edit_url=site.edit_url + one.span.file if site.edit_url else "",
    )
    return frame.page(
        path,
        one.title,
        one.description,
        "story",
        context,
        about=linked_community.story(frame.catalogue, one),
        source=one.span.file,
        language=one.in_language,
        spoken=one.in_language,
        license=one.license,
        breadcrumbs=frame.crumbs(Crumb(_("Stories"), "stories/")),
        toc=lesson.toc,
        sections=(section("", one.title, one.description, *regions), *lesson.sections),
        filters=frame.site.facets(
            frame.site.strings.gettext("Story"), competency=[link.name for link in competencies]
        ),
    )
