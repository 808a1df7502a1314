"""Programmes and the calendar of events as iCalendar (RFC 5545), for the calendar programs that people have.

The same records give the same bytes: every date is worked out from records, and an event keeps its UID as
long as its programme and its session keep their identifiers. Times are floating (RFC 5545, 3.3.5): nine
o'clock is nine o'clock where the programme is held.
"""

from __future__ import annotations

import datetime
import uuid
from collections.abc import Iterator, Mapping

from icalendar import Calendar, vText
from icalendar import Event as Entry

from oer_build.analysis import dates
from oer_build.exports import case_identity, nodes
from oer_build.exports.addresses import address, calendar_path, module_path, programme_path
from oer_build.exports.published import PublishedFile
from oer_build.lesson import Lesson
from oer_build.model import Catalogue, Day, Event, Programme, Session, Site
from oer_build.strings import Strings

CALENDAR = "calendar.ics"
_PRODUCT = "-//oer-build//oer-build//EN"
_REFRESH = datetime.timedelta(days=7)
"""How often a subscribed calendar asks again (RFC 7986, 5.7)."""


def files(
    catalogue: Catalogue, lessons: Mapping[str, Lesson], strings: Strings | None = None
) -> Iterator[PublishedFile]:
    """A file for each programme, and one for the events of the site where it has any."""
    words = strings or Strings(catalogue.site.language)
    for entry in catalogue.programmes.values():
        yield PublishedFile(calendar_path(entry.identifier), programme(catalogue, entry, words))
    if catalogue.events:
        yield PublishedFile(CALENDAR, events(catalogue, lessons, words))


def programme(
    catalogue: Catalogue, programme: Programme, strings: Strings, start: datetime.date | None = None
) -> bytes:
    """A programme with one event a session, pauses too.

    With a `start` of one's own the dates are meant, and the events have UIDs of their own: a programme that
    is held twice stands twice in a calendar. Without, it begins as its record says, or on an example, which
    is marked as tentative.
    """
    first = dates.FirstDay(start, example=False) if start else dates.first_day(catalogue, programme)
    calendar = _calendar(programme.title, programme.description)
    stamp = _midnight(dates.changed(catalogue, programme))
    for day in programme.days:
        for session in day.sessions:
            entry = _session(catalogue, programme, session, strings)
            own = identity(catalogue.site, programme.identifier, session.identifier)
            entry.add("uid", f"{own}-{start:%Y%m%d}" if start else own)
            entry.add("dtstamp", stamp)
            entry.add("dtstart", _moment(first, day, session.start))
            entry.add("dtend", _moment(first, day, session.end))
            entry.add("status", "TENTATIVE" if first.example else "CONFIRMED")
            calendar.add_component(entry)
    return _bytes(calendar)


def events(catalogue: Catalogue, lessons: Mapping[str, Lesson], strings: Strings) -> bytes:
    """The events of the site, each once with the rule by which it returns."""
    today = dates.today(catalogue)
    calendar = _calendar(catalogue.site.title, "")
    calendar.add("refresh-interval", _REFRESH, parameters={"VALUE": "DURATION"})
    for event in catalogue.events.values():
        first = next(dates.occurrences(event, today), None)
        if first is None:
            continue
        entry = Entry()
        entry.add("uid", str(uuid.uuid5(_namespace(catalogue.site), f"event/{event.identifier}")))
        entry.add("dtstamp", _midnight(today))
        entry.add("dtstart", first)
        entry.add("rrule", dates.rule(event.schedule))
        entry.add("summary", event.title)
        entry.add("description", _about(event, lessons, strings))
        entry.add("categories", [event.category])
        # A day to think of is no appointment.
        entry.add("transp", "TRANSPARENT")
        link = event.url or _page(catalogue.site, f"calendar/#{event.identifier}")
        if link:
            entry.add("url", link)
        calendar.add_component(entry)
    return _bytes(calendar)


def identity(site: Site, programme: str, session: str) -> str:
    """The UID of a session: a version 5 UUID of the site, its programme and itself."""
    return str(uuid.uuid5(_namespace(site), f"programme/{programme}/session/{session}"))


def _namespace(site: Site) -> uuid.UUID:
    """A site is told from others by its address, and where it has none by its title."""
    return uuid.uuid5(case_identity.ROOT, f"site/{site.url or site.title}")


def _calendar(name: str, description: str) -> Calendar:
    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", _PRODUCT)
    # RFC 7986 has names for these; what people use reads the older ones as well.
    for key, older, text in (
        ("name", "x-wr-calname", name),
        ("description", "x-wr-caldesc", description),
    ):
        if text:
            calendar.add(key, text)
            calendar.add(older, vText(text))
    return calendar


def _session(catalogue: Catalogue, programme: Programme, session: Session, strings: Strings) -> Entry:
    """What does not depend on dates."""
    _ = strings.gettext
    entry = Entry()
    entry.add("summary", session.title)
    lines = [session.description]
    if session.lead:
        lines.append(_("Led by: %s") % session.lead)
    module = catalogue.modules.get(session.module.identifier) if session.module else None
    if module:
        place = _page(catalogue.site, module_path(module.identifier))
        lines.append(_("Module: %s") % " ".join(part for part in (module.title, place) if part))
    text = "\n".join(line for line in lines if line)
    if text:
        entry.add("description", text)
    if session.room:
        entry.add("location", session.room)
    entry.add("categories", [session.format])
    link = _page(catalogue.site, f"{programme_path(programme.identifier)}#session-{session.identifier}")
    if link:
        entry.add("url", link)
    return entry


def _about(event: Event, lessons: Mapping[str, Lesson], strings: Strings) -> str:
    text = nodes.plain(lessons, f"calendar/#{event.identifier}") or " ".join(event.description.split())
    return f"{text}\n{strings.gettext('By: %s') % event.organizer}" if event.organizer else text


def _page(site: Site, path: str) -> str:
    """The whole address of a page; empty where the site has none, for a calendar is at no page."""
    return address(site, path) if site.url else ""


def _moment(first: dates.FirstDay, day: Day, minutes: int) -> datetime.datetime:
    """Minutes after the midnight at which a day begins, as a floating time."""
    return datetime.datetime.combine(first.of(day), datetime.time()) + datetime.timedelta(minutes=minutes)


def _midnight(date: datetime.date) -> datetime.datetime:
    return datetime.datetime.combine(date, datetime.time(), datetime.UTC)


def _bytes(calendar: Calendar) -> bytes:
    return bytes(calendar.to_ical())
