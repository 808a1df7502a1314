"""A catalogue and its rendered texts to pages. One file a page kind; bodies are drawn by `templates/`.

Knows the rooms below (analysis, exports, maps, strings, templates) and no host. Addresses in bodies begin
with `lesson.ROOT`; whoever publishes a page makes them relative.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from jinja2 import Environment

from oer_build.lesson import Lesson
from oer_build.model import Catalogue
from oer_build.pages.accessibility import accessibility
from oer_build.pages.all_pages import all_pages
from oer_build.pages.article import articles
from oer_build.pages.calendar import calendar
from oer_build.pages.catalogue import catalogue as catalogue_page
from oer_build.pages.competency import competencies
from oer_build.pages.course import courses
from oer_build.pages.coverage import coverage
from oer_build.pages.crosswalk import crosswalks
from oer_build.pages.frame import Frame
from oer_build.pages.frames import frame_of
from oer_build.pages.framework import framework
from oer_build.pages.glossary import glossary
from oer_build.pages.home import home
from oer_build.pages.indexes import indexes
from oer_build.pages.licenses import licenses
from oer_build.pages.map import map_page
from oer_build.pages.module import modules
from oer_build.pages.my_learning import my_learning
from oer_build.pages.offline import offline
from oer_build.pages.opportunities import opportunities
from oer_build.pages.organisations import organisations
from oer_build.pages.overlaps import overlaps
from oer_build.pages.packs import packs
from oer_build.pages.page import Page
from oer_build.pages.programme import programmes
from oer_build.pages.role import roles
from oer_build.pages.search import search
from oer_build.pages.self_assessment import self_assessment
from oer_build.pages.stories import stories
from oer_build.pages.taking_part import taking_part
from oer_build.strings import Strings
from oer_build.voices import Voice

__all__ = ["draw"]

KINDS = (
    home,
    framework,
    map_page,
    self_assessment,
    coverage,
    catalogue_page,
    glossary,
    licenses,
    accessibility,
    search,
    my_learning,
    offline,
    indexes,
    competencies,
    roles,
    crosswalks,
    courses,
    modules,
    programmes,
    calendar,
    opportunities,
    overlaps,
    organisations,
    packs,
    stories,
    taking_part,
    articles,
)
"""What draws which pages, in the order in which they are drawn."""


def draw(
    catalogue: Catalogue,
    lessons: Mapping[str, Lesson],
    env: Environment,
    strings: Strings,
    others: Mapping[str, Voice] | None = None,
) -> tuple[Page, ...]:
    """Every page of the site. `lessons` are by the keys of `texts.texts_of`; `others` draw pages in another
    language than the site's.

    Raises `templates.TemplateFault` where a template, the package's or the project's, cannot be drawn.
    """
    return tuple(_draw(frame_of(catalogue, lessons, env, strings, others)))


def _draw(frame: Frame) -> Iterator[Page]:
    drawn = [page for kind in KINDS for page in kind(frame)]
    yield from drawn
    yield from all_pages(frame, drawn)
