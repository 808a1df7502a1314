"""The task with which a browser begins a document, as the trace of a run of Lighthouse shows it.

In it the browser takes leave of the page before, sets up the new document and takes in its first bytes. It
needs other processes of the browser, and waits for them where they share few processors. The time that it
has a processor for itself is what a page can change.
"""

from __future__ import annotations

from typing import Any

TASKS = ("RunTask", "ThreadControllerImpl::RunTask")


def processor_time(trace: dict[str, Any], slowed: float) -> float:
    """Milliseconds of a processor that the task takes which commits the last document, `slowed` times.

    `trace` is in the Trace Event Format: `ts` and `dur` are microseconds of the clock, `tdur` microseconds
    of the processor. Raises `ValueError` where the trace shows no such task.
    """
    events = trace["traceEvents"]
    commits = [event for event in events if event["name"] == "CommitLoad" and _outermost(event)]
    for commit in sorted(commits, key=lambda event: event["ts"], reverse=True):
        for task in events:
            if task["name"] in TASKS and _thread(task) == _thread(commit) and _holds(task, commit["ts"]):
                return task.get("tdur", 0) / 1000 * slowed
    raise ValueError("the trace shows no task that commits a document")


def _outermost(event: dict[str, Any]) -> bool:
    return bool(event["args"]["data"].get("isOutermostMainFrame"))


def _thread(event: dict[str, Any]) -> tuple[int, int]:
    return event["pid"], event["tid"]


def _holds(task: dict[str, Any], moment: int) -> bool:
    return bool(task["ts"] <= moment <= task["ts"] + task.get("dur", 0))
