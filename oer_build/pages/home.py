"""Home: what this is, for whom, how long it takes and what it may be used for; then the courses by their
length, the competencies with their shapes, the site's own words, and a door for each kind of reader."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from oer_build.analysis.licences import family
from oer_build.exports import site_data
from oer_build.lesson import ROOT, Node
from oer_build.model import Course
from oer_build.pages import words
from oer_build.pages.article import top_level
from oer_build.pages.catalogue import course_line
from oer_build.pages.frame import Frame, opening, section
from oer_build.pages.page import Page
from oer_build.pages.values import CompetencyLink, Figures, LicenseLink, ModuleLink, PageLink

STYLES = f'<link rel="stylesheet" href="{ROOT}assets/oer/home.css">'
MOST_COURSES = 3
MOST_TILES = 48
"""Competencies that home shows; a larger framework has a page and a map."""
MOST_LARGE_TILES = 16
"""Up to so many with what teaches them; more by their names only."""


@dataclass(frozen=True, slots=True)
class Door:
    """A way in, for one kind of reader: the first link is the main one."""

    name: str
    """`learn`, `teach` or `contribute`."""
    title: str
    text: str
    links: tuple[PageLink, ...]
    """Links of this site; a `path` with `://` in it is an address elsewhere."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number with what it counts, and where what it counts can be seen."""

    value: str
    label: str
    path: str


@dataclass(frozen=True, slots=True)
class Start:
    """Where a reader may start: a course, or modules by themselves, with the time that it takes."""

    title: str
    path: str
    description: str
    figures: Figures
    alone: bool = False
    """Modules by themselves: `figures` are of all of them."""
    shortest: int = 0
    """Minutes of the shortest way through one of them."""
    language: str = ""
    """BCP 47 tag of title and description, where that is not the language of the page's words."""


@dataclass(frozen=True, slots=True)
class Tile:
    """A competency in the picture of the framework."""

    competency: CompetencyLink
    figures: Figures


@dataclass(frozen=True, slots=True)
class HomeContext:
    """What `home.html.jinja` is given."""

    title: str
    """Of the site."""
    description: str
    """What the site is, in a sentence."""
    audience: tuple[str, ...]
    """Whom courses and modules name as their readers, in words; without `everyone`."""
    everyone: bool
    """Whether a course, or else a module, is for everyone."""
    figures: Figures
    """Of all modules."""
    license: LicenseLink
    """Of the site."""
    may_change: bool
    """Whether the licence allows to share what one has changed."""
    choices: tuple[Start, ...]
    """Modules by themselves and the first courses, the shortest first."""
    more_courses: int
    """How many further courses there are."""
    has_assessment: bool
    """Whether there is a page on which readers check themselves."""
    tiles: tuple[Tile, ...]
    """The competencies; empty where there are too many for one look."""
    large: bool
    """Whether there are so few competencies that what teaches them fits in."""
    competencies: int
    """How many there are."""
    has_map: bool
    """Whether there is a map."""
    nodes: tuple[Node, ...]
    """The text of `content/index.md`."""
    doors: tuple[Door, ...]
    """Learn, teach, contribute."""
    numbers: tuple[Number, ...]
    """What is there, nothing planned; without what is none."""
    articles: tuple[PageLink, ...]
    """Further pages at the top of the site, to which no door leads."""


def home(frame: Frame) -> Iterator[Page]:
    """The page. Every site has one."""
    catalogue = frame.catalogue
    site = catalogue.site
    article = catalogue.articles.get("")
    lesson = frame.lesson("")
    courses = tuple(catalogue.courses.values())
    everyone, audience = _audience(frame)
    kind = family(site.license)
    number = len(catalogue.competencies)
    doors = tuple(_doors(frame))
    named = {link.path for door in doors for link in door.links}
    context = HomeContext(
        title=site.title,
        description=site.description or (article.description if article else ""),
        audience=audience,
        everyone=everyone,
        figures=frame.figures(),
        license=frame.license(site.license),
        may_change=not (kind and kind.no_derivatives),
        choices=tuple(_choices(frame, courses[:MOST_COURSES])),
        more_courses=max(0, len(courses) - MOST_COURSES),
        has_assessment=frame.has("self-assessment/"),
        tiles=tuple(_tiles(frame)) if number <= MOST_TILES else (),
        large=number <= MOST_LARGE_TILES,
        competencies=number,
        has_map=frame.has("map/"),
        nodes=lesson.nodes,
        doors=doors,
        numbers=tuple(_numbers(frame)),
        articles=tuple(link for link in top_level(frame) if link.path not in named),
    )
    yield frame.page(
        "",
        site.title,
        context.description or opening(lesson),
        "home",
        context,
        about=site_data.website(catalogue),
        source=article.span.file if article else "",
        head=STYLES,
        license=(article.license if article else "") or site.license,
        sections=(
            section("", site.title, context.description),
            *(part for part in lesson.sections if part.text),
        ),
        filters=frame.facets(frame.strings.gettext("Overview")),
    )


def _audience(frame: Frame) -> tuple[bool, tuple[str, ...]]:
    """Whether the site says that it is for everyone, and whom it names besides, as in the catalogue.

    Courses say it, or else modules. Where some module says nothing, nobody knows whom it is for.
    """
    catalogue = frame.catalogue
    modules = [module.audience for module in catalogue.modules.values()]
    said = [course.audience for course in catalogue.courses.values() if course.audience] or modules
    if not all(said):
        return False, ()
    everyone = any("all" in names for names in said)
    named = dict.fromkeys(name for names in (*said, *(modules if everyone else ())) for name in names)
    return everyone, tuple(words.slug(frame.strings, name) for name in named if name != "all")


def _choices(frame: Frame, courses: tuple[Course, ...]) -> Iterator[Start]:
    """What a reader chooses from, the shortest first; what has no time comes last."""
    found = [_course(frame, course) for course in courses]
    found.sort(key=lambda one: one.figures.minutes or one.figures.planned_minutes or 10**9)
    times = [
        one.shortest for one in frame.modules.values() if not (one.planned or one.retired) and one.minutes
    ]
    total = frame.figures()
    if total.modules > 1:
        yield Start(
            frame.strings.gettext("A single module"),
            "catalogue/",
            frame.strings.gettext("Take only what you need: choose by competency, level or time."),
            total,
            alone=True,
            shortest=min(times, default=0),
        )
    yield from found


def _course(frame: Frame, course: Course) -> Start:
    line = course_line(frame, course)
    link = line.course
    return Start(link.title, link.path, link.description, line.figures, language=link.language)


def _tiles(frame: Frame) -> Iterator[Tile]:
    for row in frame.coverage.rows:
        yield Tile(frame.competencies[row.competency], frame.row_figures(row))


def _doors(frame: Frame) -> Iterator[Door]:
    _ = frame.strings.gettext
    first = _first(frame)
    courses = tuple(frame.catalogue.courses.values())
    learn = list(_guide(frame, "learn/", "learning/", "start/"))
    if len(courses) > 1:
        learn.append(PageLink(_("All courses"), "courses/"))
    elif courses:
        learn.append(PageLink(_("Start the course"), f"courses/{courses[0].identifier}/"))
    elif first:
        learn.append(PageLink(_("Start with: %s") % first.title, first.path))
    elif frame.has("framework/"):
        learn.append(PageLink(_("All competencies"), "framework/"))
    if frame.has("catalogue/"):
        learn.append(PageLink(_("All modules"), "catalogue/"))
    if frame.has("self-assessment/"):
        learn.append(PageLink(_("Check what you can do already"), "self-assessment/"))
    if frame.has("opportunities/"):
        learn.append(PageLink(_("Practise at work: opportunities"), "opportunities/"))
    if frame.has("my-learning/"):
        learn.append(PageLink(_("My learning"), "my-learning/"))
    if not frame.catalogue.modules:
        text = _("Read what each competency means, and what it looks like in daily work.")
    else:
        text = _("Learn at your own pace. No account, no cost: choose a course or a single module and begin.")
    yield Door("learn", _("Learn"), text, (*learn, *([] if learn else [PageLink(_("Search"), "search/")])))
    teach = list(_guide(frame, "teach/", "teaching/"))
    if first:
        teach.append(PageLink(_("See a module in the teaching view"), f"{first.path}teach/"))
    if frame.has("programmes/"):
        teach.append(PageLink(_("Programmes to run"), "programmes/"))
    if frame.has("packs/"):
        teach.append(PageLink(_("Packs to print"), "packs/"))
    if frame.has("calendar/"):
        teach.append(PageLink(_("Calendar of dates to learn from"), "calendar/"))
    if frame.has("roles/"):
        teach.append(PageLink(_("What each role needs"), "roles/"))
    teach.append(PageLink(_("Licences and attributions"), "licenses/"))
    if first:
        text = _(
            "Every module has a run sheet, facilitator notes and a source to download. Change what you like."
        )
    else:
        text = _("Take the competencies for your own courses. Change what you like.")
    yield Door("teach", _("Teach"), text, tuple(teach))
    yield Door(
        "contribute",
        _("Contribute"),
        _("Correct a sentence, send a case from your country, or write a module that is missing."),
        tuple(_contribute(frame)),
    )


def _contribute(frame: Frame) -> Iterator[PageLink]:
    _ = frame.strings.gettext
    yield from _guide(frame, "contribute/", "contributing/")
    if frame.has("taking-part/"):
        yield PageLink(_("What you can do today"), "taking-part/")
    if frame.catalogue.site.repo_url:
        yield PageLink(_("Source of this site"), frame.catalogue.site.repo_url)
    if frame.has("coverage/"):
        yield PageLink(_("What is missing"), "coverage/")
    elif frame.has("framework/"):
        yield PageLink(_("Read and comment the competencies"), "framework/")


def _guide(frame: Frame, *paths: str) -> Iterator[PageLink]:
    """The site's own page for those who come through a door, where it has one under a usual name."""
    found = (path for path in paths if path in frame.catalogue.articles)
    for path in found:
        article = frame.catalogue.articles[path]
        yield PageLink(article.title, path, language=frame.tongue(article.in_language))
        return


def _first(frame: Frame) -> ModuleLink | None:
    """The first module that can be read: of the first course, or else of all."""
    in_courses = (
        frame.modules[one.identifier] for course in frame.catalogue.courses.values() for one in course.modules
    )
    for links in (in_courses, iter(frame.modules.values())):
        found = next((link for link in links if not link.planned and not link.retired), None)
        if found:
            return found
    return None


def _numbers(frame: Frame) -> Iterator[Number]:
    """What is there. Nothing planned is in these numbers; the template says it beside them."""
    numbers, strings = frame.numbers, frame.strings
    n_ = strings.ngettext
    opportunities = n_("opportunity", "opportunities", numbers.opportunities)
    if closed := numbers.closed_opportunities:
        more = n_("and %(n)d that is closed", "and %(n)d that are closed", closed)
        opportunities += " " + more % {"n": closed}
    found = (
        (numbers.competencies, n_("competency", "competencies", numbers.competencies), "framework/"),
        (numbers.modules, n_("module to read", "modules to read", numbers.modules), "catalogue/"),
        (numbers.courses, n_("course", "courses", numbers.courses), "courses/"),
        (numbers.roles, n_("role", "roles", numbers.roles), "roles/"),
        (numbers.opportunities, opportunities, "opportunities/"),
        (numbers.stories, n_("story", "stories", numbers.stories), "stories/"),
        (numbers.terms, n_("term explained", "terms explained", numbers.terms), "glossary/"),
        (numbers.sources, n_("source cited", "sources cited", numbers.sources), "licenses/"),
    )
    for value, label, path in found:
        if value:
            yield Number(strings.number(value), label, path)
