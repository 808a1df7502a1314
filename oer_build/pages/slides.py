"""A module as slides, with what the speaker says under each of them. One page, readable from top to bottom;
the theme's `slides.js` shows it slide by slide."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from markupsafe import Markup

from oer_build.lesson import ROOT, Heading, Lesson, Node
from oer_build.model import Module
from oer_build.pages import words
from oer_build.pages.deck import slides_of
from oer_build.pages.fragments import all_elsewhere, block_elsewhere, elsewhere, plain_text
from oer_build.pages.frame import Frame
from oer_build.pages.page import Crumb, Page
from oer_build.pages.slide import Slide
from oer_build.pages.values import LicenseLink, WorkLine

HEAD = (
    f'<link rel="stylesheet" href="{ROOT}assets/oer/slides.css">'
    # A classic script: browsers refuse modules on file:, and slides are shown from folders too.
    f'<script src="{ROOT}assets/oer/slides.js" defer></script>'
)


@dataclass(frozen=True, slots=True)
class SlidesContext:
    """What `slides.html.jinja` is given."""

    module: Module
    """The record as the author wrote it."""
    language: str
    """BCP 47 tag of the text, where it is not that of the words around it; otherwise empty."""
    slides: tuple[Slide, ...]
    """The slides between the first and the last, from the text."""
    total: int
    """How many slides there are, the first and the last included."""
    levels: tuple[str, ...]
    """Titles of the levels at which it teaches, ascending."""
    notes: tuple[Node, ...]
    """Facilitator notes about the session as a whole: the notes of the first slide."""
    license: LicenseLink
    """Licence of the module."""
    credit: Markup
    """Attribution: for the last slide."""
    sources: tuple[WorkLine, ...]
    """Works cited: in the notes of the last slide."""
    site_title: str
    """Title of the site."""
    learn_path: str
    """Path of the learner view."""
    teach_path: str
    """Path of the teaching view."""


def slides_page(
    frame: Frame,
    module: Module,
    lesson: Lesson,
    credit: Markup,
    around: dict[str, Any],
    crumbs: tuple[Crumb, ...],
) -> Page:
    """The page. `around` is what it shares with the other pages of the module."""
    _ = frame.strings.gettext
    learn = f"modules/{module.identifier}/"
    path = f"{learn}slides/"
    made, general = slides_of(lesson.nodes, str(Markup.escape(module.title)))
    slides = tuple(_apart(slide, learn) for slide in made)
    taught = {reference.level for reference in module.teaches}
    context = SlidesContext(
        module=module,
        language=module.in_language if module.in_language != frame.strings.language else "",
        slides=slides,
        total=len(slides) + 2,
        levels=tuple(level.title for level in frame.catalogue.levels if level.identifier in taught),
        notes=all_elsewhere(general, learn),
        license=frame.license(module.license),
        credit=credit,
        sources=frame.works(module.sources, anchored=True),
        site_title=frame.catalogue.site.title,
        learn_path=learn,
        teach_path=f"{learn}teach/",
    )
    page = frame.page(
        path,
        _("Slides: %s") % module.title,
        _("Slides with speaker notes, to show or to print. %s") % module.description,
        "slides",
        context,
        breadcrumbs=crumbs,
        toc=tuple(_contents(frame, module, slides)),
        head=HEAD,
        **around,
    )
    return replace(page, body=page.body.replace(f"{ROOT}{learn}#source-", f"{ROOT}{path}#source-"))


def _apart(slide: Slide, path: str) -> Slide:
    """The slide without anchors of the page that its text is from: a list may be on it and in its notes."""
    return replace(
        slide,
        title=elsewhere(slide.title, path),
        block=block_elsewhere(slide.block, path) if slide.block else None,
        parts=tuple(
            replace(part, html=elsewhere(part.html, path), title=elsewhere(part.title, path))
            for part in slide.parts
        ),
        items=tuple(elsewhere(item, path) for item in slide.items),
        notes=all_elsewhere(slide.notes, path),
    )


def _contents(frame: Frame, module: Module, slides: tuple[Slide, ...]) -> Iterator[Heading]:
    """Each slide once, by its number; slides on which a section goes on are left out."""
    _ = frame.strings.gettext
    yield Heading(2, "1", module.title)
    for number, slide in enumerate(slides, 2):
        if slide.part == 1:
            yield Heading(2, str(number), _name(frame, slide))
    yield Heading(2, str(len(slides) + 2), _("Sources and licence"))


def _name(frame: Frame, slide: Slide) -> str:
    title = Markup(plain_text(slide.title)).unescape()  # noqa: S704  (text from here on)
    label = words.block(frame.strings, slide.block) if slide.block else ""
    return ": ".join(part for part in (label, title) if part)
