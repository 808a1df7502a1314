"""Programmes and events for tests, made directly as values: what a test does not say has a plain default."""

from __future__ import annotations

from typing import Any

from oer_build.diagnostics import Span
from oer_build.model import Day, Duration, Event, Programme, Reference, Schedule, Session, Step

FILE = "content/programmes/workshop/index.md"


def session(identifier: str, start: str, minutes: int, format: str = "workshop", **more: Any) -> Session:
    """`start` as authors write it: `09:30`. `module` is an identifier, `steps` are (minutes, text)."""
    hours, rest = start.split(":")
    span = more.pop("span", Span(FILE, int(hours), int(rest) + 1))
    module = more.pop("module", "")
    pause = format in ("break", "meal", "travel", "free")
    return Session(
        identifier=identifier,
        title=more.pop("title", identifier.replace("-", " ").capitalize()),
        start=60 * int(hours) + int(rest),
        duration=Duration(f"PT{minutes}M", minutes),
        format=format,
        span=span,
        start_span=span,
        lead=more.pop("lead", "" if pause else "Facilitator"),
        module=Reference(module, span) if module else None,
        steps=tuple(Step(*step) for step in more.pop("steps", ())),
        **more,
    )


def day(number: int, *sessions: Session, **more: Any) -> Day:
    return Day(more.pop("title", f"Day {number}"), number, Span(FILE, 100 + number), sessions, **more)


def programme(*days: Day, identifier: str = "workshop", stated: int = 0, **more: Any) -> Programme:
    """`stated` are the minutes of its `timeRequired`."""
    return Programme(
        identifier=identifier,
        title=more.pop("title", identifier.capitalize()),
        description=more.pop("description", f"About {identifier}."),
        license="CC-BY-SA-4.0",
        span=Span(FILE, 2),
        days=days,
        time_required=Duration(f"PT{stated}M", stated) if stated else None,
        time_span=Span(FILE, 5, 15) if stated else None,
        date_modified=more.pop("date_modified", "2026-11-22"),
        **more,
    )


def event(identifier: str, **more: Any) -> Event:
    """Every year on 8 March, unless `schedule` says otherwise."""
    return Event(
        identifier=identifier,
        title=more.pop("title", identifier.replace("-", " ").capitalize()),
        description=more.pop("description", f"What to do on {identifier}."),
        category=more.pop("category", "learning"),
        schedule=more.pop("schedule", Schedule("P1Y", month=3, month_day=8)),
        span=Span("content/calendar.yml", 2),
        **more,
    )
