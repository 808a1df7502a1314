"""Time that adds up: the sessions of a programme do not collide, leave no hole, and fill the time that it
states.

Knows the model only. What one session says of itself (its steps, its form) is checked where it is read.
"""

from __future__ import annotations

from collections.abc import Iterator

from oer_build.diagnostics import Related, Report
from oer_build.model import Catalogue, Day, Programme, Session

LONGEST = 120
"""Minutes that people may sit without a pause before somebody is told."""
_MOST_TRACKS = 50
"""Parallel tracks of a day that are walked one by one; nobody runs more."""


def clock(minutes: int) -> str:
    """Minutes after midnight as a diagnostic writes them: `09:35`."""
    return f"{minutes // 60 % 24:02d}:{minutes % 60:02d}"


def check(catalogue: Catalogue, report: Report) -> None:
    """Report what does not work in the days of each programme."""
    for programme in catalogue.programmes.values():
        _days(programme, report)
        for day in programme.days:
            _order(day, report)
            _overlaps(day, report)
            _gaps(day, report)
            _long(day, report)
            _leads(day, report)
        _total(programme, report)
        _modules(catalogue, programme, report)


def _days(programme: Programme, report: Report) -> None:
    """Days count upwards."""
    latest: Day | None = None
    for day in programme.days:
        if latest and day.number <= latest.number:
            report.add(
                "session-order",
                day.span,
                f"'{day.title}' is day {day.number}, but '{latest.title}' before it is day {latest.number}",
                "write days in order, each with a higher number than the one before",
                [Related(latest.span, "the day before is here")],
            )
        else:
            latest = day


def _order(day: Day, report: Report) -> None:
    """Sessions of a day stand in the order in which they begin."""
    latest: Session | None = None
    for session in day.sessions:
        if latest and session.start < latest.start:
            report.add(
                "session-order",
                session.start_span,
                f"'{session.title}' begins at {clock(session.start)}, but stands after '{latest.title}', "
                f"which begins at {clock(latest.start)}",
                "move it up, or correct its start",
                [Related(latest.start_span, "the other one is here")],
            )
        else:
            latest = session


def _overlaps(day: Day, report: Report) -> None:
    """Two sessions at the same time are of two tracks. Each session is reported once, against the latest to
    end."""
    ends: dict[str, Session] = {}
    for session in _by_start(day):
        # Who is in no track cannot be in two places: such a session collides with every other one.
        rivals = [ends[one] for one in ({session.track, ""} if session.track else set(ends)) if one in ends]
        other = max(rivals, key=lambda one: one.end, default=None)
        if other and other.end > session.start:
            report.add(
                "session-overlap",
                session.start_span,
                f"'{session.title}' begins at {clock(session.start)}, but '{other.title}' ends at "
                f"{clock(other.end)}",
                "change a start or a duration, or give both sessions a `track`, each its own",
                [Related(other.start_span, "the other one is here")],
            )
        if session.track not in ends or ends[session.track].end < session.end:
            ends[session.track] = session


def _gaps(day: Day, report: Report) -> None:
    """From the first session to the last, all time belongs to one."""
    latest: Session | None = None
    for session in _by_start(day):
        if latest and session.start > latest.end:
            report.add(
                "session-gap",
                session.start_span,
                f"from {clock(latest.end)} to {clock(session.start)}, before '{session.title}', there is "
                "nothing",
                "change a start or a duration, or say what happens: `format: break`, `meal`, `travel` or "
                "`free`",
                [Related(latest.start_span, f"'{latest.title}' is the session before")],
            )
        if latest is None or session.end > latest.end:
            latest = session


def _long(day: Day, report: Report) -> None:
    """Nobody sits for more than two hours: for each track, its own sessions and those of everybody."""
    told: set[str] = set()
    tracks = list(dict.fromkeys(one.track for one in day.sessions if one.track))[:_MOST_TRACKS]
    for track in tracks or [""]:
        first: Session | None = None
        reached = 0
        for session in _by_start(day):
            if session.track not in ("", track):
                continue
            if session.pause:
                first = None
                continue
            if first is None or session.start > reached:
                first, reached = session, session.end
            reached = max(reached, session.end)
            if reached - first.start > LONGEST and first.identifier not in told:
                told.add(first.identifier)
                report.add(
                    "long-without-break",
                    session.start_span,
                    f"from {clock(first.start)} to the end of '{session.title}' at {clock(reached)} there is "
                    f"no pause: {reached - first.start} minutes",
                    "add a session with `format: break` or `format: meal`",
                    [Related(first.start_span, "they sit down here")] if first is not session else [],
                )


def _leads(day: Day, report: Report) -> None:
    for session in day.sessions:
        if not session.pause and not session.lead:
            report.add(
                "session-without-lead",
                session.span,
                f"nobody leads '{session.title}'",
                "say which role leads it, not a name: `lead: ...`",
            )


def _total(programme: Programme, report: Report) -> None:
    stated = programme.time_required
    if stated and stated.minutes != programme.minutes:
        report.add(
            "programme-does-not-add-up",
            programme.time_span or programme.span,
            f"the sessions take {_length(programme.minutes)} together, pauses left out, but `timeRequired` "
            f"is {_length(stated.minutes)}",
            "change the sessions or `timeRequired`; sessions at the same time count once",
        )


def _modules(catalogue: Catalogue, programme: Programme, report: Report) -> None:
    """What is taught has the time that its module says it needs at least, all its sessions together."""
    sessions: dict[str, list[Session]] = {}
    for session in programme.sessions:
        if session.module:
            sessions.setdefault(session.module.identifier, []).append(session)
    for identifier, parts in sessions.items():
        module = catalogue.modules.get(identifier)
        needed = module.shortest if module and not module.planned else 0
        given = sum(one.duration.minutes for one in parts)
        reference = parts[0].module
        if given < needed and reference:
            report.add(
                "session-too-short",
                reference.span,
                f"the module '{identifier}' takes {_length(needed)} in its shortest way, but has "
                f"{_length(given)} here",
                "give the session more time, or add a shorter way to the `variants` of the module",
            )


def _by_start(day: Day) -> Iterator[Session]:
    """Sessions in order of time, whatever order they are written in."""
    yield from sorted(day.sessions, key=lambda one: one.start)


def _length(minutes: int) -> str:
    hours, rest = divmod(minutes, 60)
    parts = [f"{hours} hour{'s' if hours != 1 else ''}"] if hours else []
    if rest or not hours:
        parts.append(f"{rest} minute{'s' if rest != 1 else ''}")
    return " ".join(parts)
