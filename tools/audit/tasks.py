"""How long tasks have a processor, as the trace of a run of Lighthouse shows it.

Lighthouse takes the time from the beginning of a task to its end, and multiplies it as if the processor were
slower. In that time a task also waits for a processor where the processes of the browser, Lighthouse and
the server share few of them. The time that it has one is what a slower processor makes longer, and what a
page can change.

A trace is in the Trace Event Format: `ts` and `dur` are microseconds of the clock, `tdur` microseconds of a
processor.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

TASKS = ("RunTask", "ThreadControllerImpl::RunTask")

Event = dict[str, Any]


def first_and_longest(trace: dict[str, Any], slowed: float) -> tuple[float, float]:
    """Milliseconds of a processor, `slowed` times: of the task that commits the last document, in which the
    browser takes leave of the page before and takes in the first bytes of this one; and of the longest task
    of the page after it. Where a single task does not say its time of a processor, all that it lasted counts;
    one that goes on when the trace ends, and says neither, does not.
    Raises `ValueError` where the trace shows no such task, or no time of a processor for any.
    """
    events = trace["traceEvents"]
    commits = [event for event in events if event["name"] == "CommitLoad" and _outermost(event)]
    for commit in sorted(commits, key=lambda event: event["ts"], reverse=True):
        tasks = list(_tasks(events, commit))
        if tasks and not any("tdur" in task for task in tasks):
            raise ValueError("the trace does not say how long a task has a processor")
        for task in tasks:
            if task["ts"] <= commit["ts"] <= task["ts"] + task.get("dur", 0):
                later = [_time(one, slowed) for one in tasks if one["ts"] > task["ts"]]
                return _time(task, slowed), max(later, default=0)
    raise ValueError("the trace shows no task that commits a document")


def _tasks(events: list[Event], commit: Event) -> Iterator[Event]:
    """Tasks of the thread that a document is committed on, as long as is known: its scripts and layout have
    the same.
    """
    thread = (commit["pid"], commit["tid"])
    for event in events:
        own = event["name"] in TASKS and (event["pid"], event["tid"]) == thread
        if own and ("dur" in event or "tdur" in event):
            yield event


def _outermost(event: Event) -> bool:
    return bool(event["args"]["data"].get("isOutermostMainFrame"))


def _time(task: Event, slowed: float) -> float:
    return float(task["tdur" if "tdur" in task else "dur"] / 1000 * slowed)
