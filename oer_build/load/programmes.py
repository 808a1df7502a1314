"""Validated programmes as values of the model; reports what does not add up within one session."""

from __future__ import annotations

import re

from oer_build import model
from oer_build.load.pieces import Pieces, duration_of, joined, people_of
from oer_build.schema.forms import clock_minutes
from oer_build.schema.programme import Day as DayRecord
from oer_build.schema.programme import Programme as ProgrammeRecord
from oer_build.schema.programme import Session as SessionRecord
from oer_build.source import Document, Path

_STEP = re.compile(r"\s*([0-9]{1,3})\s*min\s*:\s*(.+)", re.DOTALL | re.ASCII)


class Programmes:
    """Makes programmes of one project."""

    def __init__(self, pieces: Pieces) -> None:
        self._pieces = pieces

    def programme(
        self, record: ProgrammeRecord, identifier: str, document: Document, body: str, body_line: int
    ) -> model.Programme:
        sessions = [
            (session.identifier, ("days", d, "sessions", s, "identifier"))
            for d, day in enumerate(record.days)
            for s, session in enumerate(day.sessions)
        ]
        self._pieces.distinct(sessions, "sessions", document)
        return model.Programme(
            identifier=identifier,
            title=record.title.strip(),
            description=joined(record.description),
            license=record.license,
            span=document.span(),
            days=self._days(record.days, document),
            time_required=duration_of(record.timeRequired) if record.timeRequired else None,
            time_span=document.span(("timeRequired",)) if record.timeRequired else None,
            start_date=record.startDate if len(record.startDate) == len("2026-11-21") else "",
            capacity=record.maximumAttendeeCapacity,
            location=record.location.strip(),
            body=body,
            body_line=body_line,
            audience=tuple(record.audience),
            in_language=record.inLanguage or self._pieces.site.language,
            creator=people_of(record.creator),
            sources=self._pieces.works(record.sources, ("sources",), document),
            version=record.version,
            date_modified=record.dateModified,
            record=document.data,
        )

    def _days(self, records: list[DayRecord], document: Document) -> tuple[model.Day, ...]:
        days: list[model.Day] = []
        for d, record in enumerate(records):
            path = ("days", d)
            number = record.number or (days[-1].number + 1 if days else 1)
            days.append(
                model.Day(
                    title=record.title.strip(),
                    number=number,
                    span=document.span((*path, "number" if record.number else "title")),
                    sessions=tuple(
                        self._session(session, (*path, "sessions", s), document)
                        for s, session in enumerate(record.sessions)
                    ),
                    description=joined(record.description),
                )
            )
        return tuple(days)

    def _session(self, record: SessionRecord, path: Path, document: Document) -> model.Session:
        module = None
        if record.module:
            module = model.Reference(record.module, document.span((*path, "module")))
        duration = duration_of(record.duration)
        steps = self._steps(record.steps, duration, (*path, "steps"), document)
        return model.Session(
            identifier=record.identifier,
            title=record.title.strip(),
            start=clock_minutes(record.start),
            duration=duration,
            format=record.format,
            span=document.span((*path, "title")),
            start_span=document.span((*path, "start")),
            lead=record.lead.strip(),
            module=module,
            room=record.room.strip(),
            track=record.track,
            description=joined(record.description),
            materials=tuple(one.strip() for one in record.materials),
            steps=steps,
            note=joined(record.note),
        )

    def _steps(
        self, lines: list[str], duration: model.Duration, path: Path, document: Document
    ) -> tuple[model.Step, ...]:
        steps = []
        for n, line in enumerate(lines):
            match = _STEP.fullmatch(line)
            if match is None:
                self._pieces.report.add(
                    "plan-item-without-minutes",
                    document.span((*path, n)),
                    "this step does not say how long it takes",
                    "begin it with its minutes, in quotes: '10 min: ...'",
                )
                return ()
            steps.append(model.Step(int(match[1]), joined(match[2])))
        total = sum(step.minutes for step in steps)
        if steps and total != duration.minutes:
            self._pieces.report.add(
                "plan-does-not-add-up",
                document.key_span(path),
                f"the steps take {total} minutes, but the session takes {duration.minutes}",
                "change the steps or the duration of the session",
            )
        return tuple(steps)
