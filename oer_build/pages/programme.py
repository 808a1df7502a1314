"""A programme as a page: what it is, how long it takes, its days with every session, what must be there,
what it covers. And the list of all programmes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from oer_build.analysis import dates
from oer_build.exports import linked_data_events
from oer_build.exports.addresses import calendar_path, programme_path
from oer_build.lesson import ROOT, Heading, Node
from oer_build.model import Programme
from oer_build.pages import calls, words
from oer_build.pages.frame import Frame, headings, section
from oer_build.pages.module import edit_url, for_learners
from oer_build.pages.page import Crumb, Page
from oer_build.pages.programme_papers import papers
from oer_build.pages.sessions import DayPart, Listed, days_of, materials_of
from oer_build.pages.values import CallLink, CompetencyLink, LicenseLink, ModuleLink, PageLink, WorkLine

STYLES = f'<link rel="stylesheet" href="{ROOT}assets/oer/programmes.css">'
"""Only these pages have timetables: no other page waits for their styles."""


@dataclass(frozen=True, slots=True)
class ProgrammeLine:
    """A programme in the list of all."""

    page: PageLink
    audience: tuple[str, ...]
    days: int
    weeks: int
    """Over how many weeks its days are spread; 0 where they follow one another."""
    minutes: int
    """Of learning: its sessions, pauses left out."""
    sessions: int
    """How many, pauses left out."""


@dataclass(frozen=True, slots=True)
class ProgrammesContext:
    """What `programmes.html.jinja` is given: the list of all programmes."""

    nodes: tuple[Node, ...]
    """An introduction of the site's own, from an article at the same address."""
    lines: tuple[ProgrammeLine, ...]
    """All programmes, in order."""
    calls: tuple[CallLink, ...]
    """What readers are asked to do here."""


@dataclass(frozen=True, slots=True)
class CoverLine:
    """A competency that the modules of a programme teach."""

    competency: CompetencyLink
    levels: tuple[str, ...]
    """Titles of the levels, ascending."""
    modules: tuple[ModuleLink, ...]


@dataclass(frozen=True, slots=True)
class ProgrammeContext:
    """What `programme.html.jinja` is given."""

    programme: Programme
    """The record as the author wrote it."""
    line: ProgrammeLine
    """Its length: days, weeks, minutes, sessions."""
    license: LicenseLink
    """Of its own text; each module has its own."""
    language: str
    """BCP 47 tag of the programme, where it is not that of the words around it; otherwise empty."""
    nodes: tuple[Node, ...]
    """Its own text."""
    days: tuple[DayPart, ...]
    """Its days with their sessions."""
    materials: tuple[Listed, ...]
    """What must be there, and for which sessions."""
    coverage: tuple[CoverLine, ...]
    """Competencies that the modules of its sessions teach."""
    sources: tuple[WorkLine, ...]
    """Works that its text cites."""
    agenda_path: str
    """Path of the agenda for participants."""
    sheet_path: str
    """Path of the run sheet."""
    calendar_path: str
    """Path of the calendar file."""
    first_day: str
    """ISO 8601 date of the first day in the calendar file."""
    example: bool
    """Whether that date is only an example."""
    calls: tuple[CallLink, ...]
    """What readers are asked to do here."""
    edit_url: str
    """Where its file can be changed; empty where there is no such place."""


def programmes(frame: Frame) -> Iterator[Page]:
    """The list, and for every programme its page, its agenda and its run sheet."""
    if not frame.has("programmes/"):
        return
    yield _list(frame)
    for programme in frame.catalogue.programmes.values():
        spoken = frame.speaking(programme.in_language)
        days = days_of(spoken, programme)
        yield _page(spoken, programme, days)
        yield from papers(spoken, programme, days, STYLES)


def _list(frame: Frame) -> Page:
    _ = frame.strings.gettext
    title = _("Programmes")
    text = _("Days of timed sessions that can be run as they are: with agenda, run sheet and calendar file.")
    lines = tuple(_line(frame, programme) for programme in frame.catalogue.programmes.values())
    return frame.page(
        "programmes/",
        title,
        text,
        "programmes",
        ProgrammesContext(frame.lesson("programmes/").nodes, lines, calls.shown_on(frame, "programmes/")),
        breadcrumbs=frame.crumbs(),
        sections=(section("", title, text, *(line.page.title for line in lines)),),
        filters=frame.facets(_("Overview")),
        head=STYLES,
    )


def _line(frame: Frame, programme: Programme) -> ProgrammeLine:
    numbers = [day.number for day in programme.days]
    span = max(numbers, default=0) - min(numbers, default=0) + 1
    return ProgrammeLine(
        page=frame.record("programme", programme.identifier),
        audience=tuple(words.slug(frame.strings, value) for value in programme.audience),
        days=len(numbers),
        weeks=-(-span // 7) if span > len(numbers) + 1 else 0,
        minutes=programme.minutes,
        sessions=sum(not one.pause for one in programme.sessions),
    )


def _page(frame: Frame, programme: Programme, days: tuple[DayPart, ...]) -> Page:
    _ = frame.strings.gettext
    path = programme_path(programme.identifier)
    lesson = frame.lesson(path)
    first = dates.first_day(frame.catalogue, programme)
    context = ProgrammeContext(
        programme=programme,
        line=_line(frame, programme),
        license=frame.license(programme.license),
        language=programme.in_language if programme.in_language != frame.strings.language else "",
        nodes=for_learners(lesson.nodes),
        days=days,
        materials=materials_of(days),
        coverage=tuple(_coverage(frame, programme)),
        sources=frame.works(programme.sources, anchored=True),
        agenda_path=f"{path}agenda/",
        sheet_path=f"{path}run-sheet/",
        calendar_path=calendar_path(programme.identifier),
        first_day=first.date.isoformat(),
        example=first.example,
        calls=calls.shown_on(frame, path),
        edit_url=edit_url(frame, programme.span.file),
    )
    return frame.page(
        path,
        programme.title,
        programme.description,
        "programme",
        context,
        about=linked_data_events.programme(frame.catalogue, programme),
        source=programme.span.file,
        license=programme.license,
        language=programme.in_language,
        breadcrumbs=frame.crumbs(Crumb(_("Programmes"), "programmes/")),
        toc=_contents(frame, context, lesson.toc),
        sections=(
            section("", programme.title, programme.description),
            *(
                section(
                    day.anchor,
                    day.title,
                    day.description,
                    *(f"{session.title}. {session.description}" for session in day.sessions),
                )
                for day in days
            ),
            *(part for part in lesson.sections if part.text),
        ),
        filters=frame.site.facets(
            frame.site.strings.gettext("Programme"),
            competency=[line.competency.name for line in context.coverage],
            level=[level for line in context.coverage for level in line.levels],
            audience=[words.slug(frame.site.strings, value) for value in programme.audience],
            language=[frame.site.strings.language_name(programme.in_language)],
        ),
        head=STYLES,
    )


def _contents(frame: Frame, context: ProgrammeContext, own: tuple[Heading, ...]) -> tuple[Heading, ...]:
    _ = frame.strings.gettext
    return (
        *headings(("oer-timetable", _("Timetable"))),
        *(Heading(3, day.anchor, day.title) for day in context.days),
        *own,
        *headings(
            *([("oer-materials", _("What must be there"))] if context.materials else []),
            *([("oer-coverage", _("What it covers"))] if context.coverage else []),
            *([("oer-sources", _("Sources"))] if context.sources else []),
        ),
    )


def _coverage(frame: Frame, programme: Programme) -> Iterator[CoverLine]:
    """By competency, in the order of the framework: at which levels its modules teach it."""
    catalogue = frame.catalogue
    modules: dict[str, list[str]] = {}
    levels: dict[str, set[str]] = {}
    for module in programme.modules:
        for reference in catalogue.modules[module].teaches:
            modules.setdefault(reference.competency, []).append(module)
            levels.setdefault(reference.competency, set()).add(reference.level)
    for competency in catalogue.competencies:
        if competency in modules:
            yield CoverLine(
                frame.competencies[competency],
                tuple(level.title for level in catalogue.levels if level.identifier in levels[competency]),
                tuple(frame.modules[module] for module in dict.fromkeys(modules[competency])),
            )
