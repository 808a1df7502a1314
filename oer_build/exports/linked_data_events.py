"""schema.org descriptions of what is held at a time: programmes with their sessions, and the calendar of
events."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any

from oer_build.analysis import dates
from oer_build.exports import nodes
from oer_build.exports.addresses import address, calendar_path, module_path, programme_path
from oer_build.exports.icalendar import CALENDAR
from oer_build.exports.nodes import MOST, Node
from oer_build.lesson import Lesson
from oer_build.model import Catalogue, CompetencyReference, Day, Event, Programme, Session


def programme(catalogue: Catalogue, programme: Programme) -> Node:
    """A programme as an EventSeries, its sessions as events of it. Dates stand only where they are real: the
    example that its calendar file may use says nothing here."""
    here = programme_path(programme.identifier)
    base = address(catalogue.site, here, here)
    modules = [catalogue.modules[key] for key in programme.modules if key in catalogue.modules]
    taught: list[CompetencyReference] = [ref for module in modules for ref in module.teaches]
    first = dates.first_day(catalogue, programme) if programme.start_date else None
    return nodes.filled(
        {
            "@type": ["EventSeries", "EducationEvent"],
            "@id": base,
            "url": base,
            "identifier": programme.identifier,
            "name": programme.title,
            "description": programme.description,
            "inLanguage": programme.in_language,
            "startDate": first.of(programme.days[0]).isoformat() if first and programme.days else "",
            "endDate": first.of(programme.days[-1]).isoformat() if first and programme.days else "",
            "location": programme.location,
            "maximumAttendeeCapacity": programme.capacity or None,
            "audience": nodes.audience(programme.audience),
            "teaches": nodes.terms(catalogue, taught, here),
            "subEvent": [
                _session(catalogue, programme, day, session, first)
                for day in programme.days
                for session in day.sessions
            ]
            if len(programme.sessions) <= MOST
            else [],
            "subjectOf": _document(catalogue, programme, here),
        }
    )


def _document(catalogue: Catalogue, programme: Programme, here: str) -> list[Node]:
    """What may be taken: the page with its licence and makers, and the calendar file."""
    site = catalogue.site
    return [
        nodes.filled(
            {
                "@type": "LearningResource",
                "name": programme.title,
                "url": address(site, here, here),
                "license": nodes.license_of(programme.license),
                "isAccessibleForFree": True,
                "creator": nodes.people(programme.creator),
                "version": programme.version,
                "dateModified": programme.date_modified,
                "timeRequired": nodes.iso_duration(programme.minutes),
                "citation": [nodes.work(work) for work in programme.sources],
                "publisher": nodes.publisher(catalogue),
                "encoding": {
                    "@type": "MediaObject",
                    "contentUrl": address(site, calendar_path(programme.identifier), here),
                    "encodingFormat": "text/calendar",
                },
            }
        )
    ]


def _session(
    catalogue: Catalogue, programme: Programme, day: Day, session: Session, first: dates.FirstDay | None
) -> Node:
    here = programme_path(programme.identifier)
    base = address(catalogue.site, here, here)
    module = catalogue.modules.get(session.module.identifier) if session.module else None
    return nodes.filled(
        {
            "@type": "Event" if session.pause else "EducationEvent",
            "@id": f"{base}#session-{session.identifier}",
            "name": session.title,
            "description": session.description,
            "startDate": _moment(first, day, session.start),
            "endDate": _moment(first, day, session.end),
            "duration": session.duration.text,
            "location": session.room,
            "workFeatured": nodes.reference(
                catalogue, "LearningResource", module_path(module.identifier), module.title, here
            )
            if module
            else {},
        }
    )


def _moment(first: dates.FirstDay | None, day: Day, minutes: int) -> str:
    if first is None:
        return ""
    midnight = datetime.datetime.combine(first.of(day), datetime.time())
    return (midnight + datetime.timedelta(minutes=minutes)).isoformat()


def calendar(
    catalogue: Catalogue,
    title: str,
    description: str,
    lessons: Mapping[str, Lesson] | None = None,
    here: str = "calendar/",
) -> Node:
    """The calendar of events as a page with a list, its events written out up to `MOST`.

    `lessons` (by `calendar/#<identifier>`) give descriptions as plain text; without them they are as
    authored.
    """
    site = catalogue.site
    events = list(catalogue.events.values())
    return nodes.filled(
        {
            "@type": "CollectionPage",
            "@id": address(site, here, here),
            "url": address(site, here, here),
            "name": title,
            "description": description,
            "inLanguage": site.language,
            "license": nodes.license_of(site.license),
            "mainEntity": {
                "@type": "ItemList",
                "numberOfItems": len(events),
                "itemListElement": [
                    {"@type": "ListItem", "position": number, "item": event(catalogue, one, lessons, here)}
                    for number, one in enumerate(events, 1)
                ]
                if len(events) <= MOST
                else [],
            },
            "encoding": {
                "@type": "MediaObject",
                "contentUrl": address(site, CALENDAR, here),
                "encodingFormat": "text/calendar",
            },
        }
    )


def event(
    catalogue: Catalogue,
    event: Event,
    lessons: Mapping[str, Lesson] | None = None,
    here: str = "calendar/",
) -> Node:
    """An event with the schedule by which it returns."""
    next_date = next(dates.occurrences(event, dates.today(catalogue)), None)
    return nodes.filled(
        {
            "@type": "Event",
            "@id": f"{address(catalogue.site, here, here)}#{event.identifier}",
            "name": event.title,
            "description": nodes.plain(lessons, f"calendar/#{event.identifier}")
            or " ".join(event.description.split()),
            "url": event.url,
            "startDate": next_date.isoformat() if next_date else "",
            "organizer": {"@type": "Organization", "name": event.organizer} if event.organizer else {},
            "about": nodes.terms(catalogue, event.competencies, here),
            "keywords": event.category,
            "eventSchedule": schedule(event),
            "subjectOf": [nodes.work(work) for work in event.sources],
        }
    )


def schedule(event: Event) -> Node:
    """A Schedule: `byDay` as RFC 5545 writes it (`3TH`), which schema.org takes as text."""
    one: dict[str, Any] = {
        "@type": "Schedule",
        "repeatFrequency": event.schedule.frequency,
        "byMonth": event.schedule.month or None,
        "byMonthDay": event.schedule.month_day or None,
        "byDay": dates.rule(event.schedule).get("byday", ""),
    }
    return nodes.filled(one)
