"""Home: what this is, three doors, the numbers that are true, a small map, and the site's own words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from oer_build.exports import site_data
from oer_build.lesson import Node
from oer_build.model import Level
from oer_build.pages.article import top_level
from oer_build.pages.catalogue import CourseLine, course_line
from oer_build.pages.frame import Frame, opening, section
from oer_build.pages.page import Page
from oer_build.pages.values import CompetencyLink, Figures, LicenseLink, ModuleLink, PageLink, Taught

MOST_COURSES = 3
MOST_MAP_ROWS = 16
MOST_MAP_COLUMNS = 6


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
class SmallRow:
    """A competency in the small map."""

    competency: CompetencyLink
    cells: tuple[tuple[CompetencyLink, Taught], ...]


@dataclass(frozen=True, slots=True)
class HomeContext:
    """What `home.html.jinja` is given."""

    title: str
    """Of the site."""
    description: str
    """What the site is, in a sentence."""
    doors: tuple[Door, ...]
    """Learn, teach, contribute."""
    numbers: tuple[Number, ...]
    """What is there, nothing planned; without what is none."""
    figures: Figures
    """Of all modules."""
    nodes: tuple[Node, ...]
    """The text of `content/index.md`."""
    courses: tuple[CourseLine, ...]
    """The first courses."""
    more_courses: int
    """How many further courses there are."""
    columns: tuple[Level, ...]
    """Columns of `map`."""
    map: tuple[SmallRow, ...]
    """The small map; empty where the framework is too large for one."""
    competencies: int
    """How many there are."""
    has_map: bool
    """Whether there is a map."""
    license: LicenseLink
    """Of the site."""
    articles: tuple[PageLink, ...]
    """Further pages at the top of the site, to which no door leads."""


def home(frame: Frame) -> Iterator[Page]:
    """The page. Every site has one."""
    catalogue = frame.catalogue
    site = catalogue.site
    article = catalogue.articles.get("")
    lesson = frame.lesson("")
    courses = tuple(catalogue.courses.values())
    small = len(catalogue.competencies) <= MOST_MAP_ROWS and len(frame.columns()) <= MOST_MAP_COLUMNS
    doors = tuple(_doors(frame))
    named = {link.path for door in doors for link in door.links}
    context = HomeContext(
        title=site.title,
        description=site.description or (article.description if article else ""),
        doors=doors,
        numbers=tuple(_numbers(frame)),
        figures=frame.figures(),
        nodes=lesson.nodes,
        courses=tuple(course_line(frame, course) for course in courses[:MOST_COURSES]),
        more_courses=max(0, len(courses) - MOST_COURSES),
        columns=frame.columns(),
        map=tuple(_small_map(frame)) if small and catalogue.modules else (),
        competencies=len(catalogue.competencies),
        has_map=frame.has("map/"),
        license=frame.license(site.license),
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
        license=(article.license if article else "") or site.license,
        sections=(
            section("", site.title, context.description),
            *(part for part in lesson.sections if part.text),
        ),
        filters=frame.facets(frame.strings.gettext("Overview")),
    )


def _doors(frame: Frame) -> Iterator[Door]:
    _ = frame.strings.gettext
    first = _first(frame)
    site = frame.catalogue.site
    # Where one course bears the name of the site, the others are shorter ways into it.
    courses = sorted(frame.catalogue.courses.values(), key=lambda course: course.title != site.title)
    learn = list(_guide(frame, "learn/", "learning/", "start/"))
    if courses:
        # Most sites are named after their course: the button then says what it does.
        named = _("Start the course") if courses[0].title == site.title else courses[0].title
        learn.append(PageLink(named, f"courses/{courses[0].identifier}/"))
        if len(courses) > 1:
            learn.append(PageLink(_("All courses"), "courses/"))
    elif first:
        learn.append(PageLink(_("Start with: %s") % first.title, first.path))
    if frame.has("catalogue/"):
        learn.append(PageLink(_("All modules"), "catalogue/"))
    if frame.has("framework/"):
        learn.append(PageLink(_("All competencies"), "framework/"))
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
    yield Door("learn", _("Learn"), text, (*learn, PageLink(_("Search"), "search/")))
    teach = list(_guide(frame, "teach/", "teaching/"))
    if first:
        teach.append(PageLink(_("See a module in the teaching view"), f"{first.path}teach/"))
    if frame.has("programmes/"):
        teach.append(PageLink(_("Programmes to run"), "programmes/"))
    if frame.has("packs/"):
        teach.append(PageLink(_("Packs to print"), "packs/"))
    if frame.has("calendar/"):
        teach.append(PageLink(_("Calendar of dates to learn from"), "calendar/"))
    if frame.has("map/"):
        teach.append(PageLink(_("Competency map"), "map/"))
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
        yield PageLink(frame.catalogue.articles[path].title, path)
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
    found = (
        (numbers.competencies, n_("competency", "competencies", numbers.competencies), "framework/"),
        (numbers.modules, n_("module to read", "modules to read", numbers.modules), "catalogue/"),
        (numbers.courses, n_("course", "courses", numbers.courses), "courses/"),
        (numbers.roles, n_("role", "roles", numbers.roles), "roles/"),
        (numbers.opportunities, n_("opportunity", "opportunities", numbers.opportunities), "opportunities/"),
        (numbers.stories, n_("story", "stories", numbers.stories), "stories/"),
        (numbers.terms, n_("term explained", "terms explained", numbers.terms), "glossary/"),
        (numbers.sources, n_("source cited", "sources cited", numbers.sources), "licenses/"),
    )
    for value, label, path in found:
        if value:
            yield Number(strings.number(value), label, path)


def _small_map(frame: Frame) -> Iterator[SmallRow]:
    for row in frame.coverage.rows:
        yield SmallRow(
            frame.competencies[row.competency],
            tuple(
                (frame.at_level(row.competency, cell.level), frame.cell(row.competency, cell.level))
                for cell in row.cells
            ),
        )
