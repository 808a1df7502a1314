"""What is printed for a programme: the agenda for those who come, the run sheet for those who run it.

The agenda is given no note and no step: what only the people who run it should read is not on that page at
all.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from oer_build.exports.addresses import programme_path
from oer_build.lesson import TEACHER_ONLY, Block, Node
from oer_build.model import Programme
from oer_build.pages.frame import Frame
from oer_build.pages.page import Crumb, Page
from oer_build.pages.sessions import DayPart, Listed, leads_of, materials_of


@dataclass(frozen=True, slots=True)
class AgendaContext:
    """What `agenda.html.jinja` is given."""

    programme: Programme
    """The record as the author wrote it."""
    language: str
    """BCP 47 tag of the programme, where it is not that of the words around it; otherwise empty."""
    days: tuple[DayPart, ...]
    """Its days; their sessions are without steps, notes and materials."""


@dataclass(frozen=True, slots=True)
class RunSheetContext:
    """What `run-sheet.html.jinja` is given."""

    programme: Programme
    """The record as the author wrote it."""
    language: str
    """BCP 47 tag of the programme, where it is not that of the words around it; otherwise empty."""
    days: tuple[DayPart, ...]
    """Its days, with everything that is said of their sessions."""
    leads: tuple[Listed, ...]
    """The roles that lead, and what."""
    materials: tuple[Listed, ...]
    """What must be there, and for which sessions."""
    notes: tuple[Node, ...]
    """Blocks of its text that only those who run it see."""
    agenda_path: str
    """Path of the agenda for participants."""


def papers(frame: Frame, programme: Programme, days: tuple[DayPart, ...], head: str) -> Iterator[Page]:
    """The two pages. `head` loads their styles."""
    _ = frame.strings.gettext
    path = programme_path(programme.identifier)
    language = programme.in_language if programme.in_language != frame.strings.language else ""
    around: dict[str, Any] = {
        "source": programme.span.file,
        "license": programme.license,
        "language": programme.in_language,
        "breadcrumbs": (
            *frame.crumbs(Crumb(_("Programmes"), "programmes/")),
            Crumb(programme.title, path),
        ),
        "head": head,
    }
    yield frame.page(
        f"{path}agenda/",
        _("Agenda: %s") % programme.title,
        _("The agenda for participants: times, sessions and rooms, to print. %s") % programme.description,
        "agenda",
        AgendaContext(programme, language, tuple(_for_participants(day) for day in days)),
        **around,
    )
    yield frame.page(
        f"{path}run-sheet/",
        _("Run sheet: %s") % programme.title,
        _("For those who run it: every step with its clock time. %s") % programme.description,
        "run-sheet",
        RunSheetContext(
            programme=programme,
            language=language,
            days=days,
            leads=leads_of(days),
            materials=materials_of(days),
            notes=tuple(
                node
                for node in frame.lesson(path).nodes
                if isinstance(node, Block) and node.name in TEACHER_ONLY
            ),
            agenda_path=f"{path}agenda/",
        ),
        **around,
    )


def _for_participants(day: DayPart) -> DayPart:
    sessions = (replace(session, materials=(), steps=(), note="") for session in day.sessions)
    return replace(day, sessions=tuple(sessions))
