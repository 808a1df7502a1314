"""A limit of processor time on one piece of work, where the system offers one (Unix, main thread).

The second line behind `limits.py`. It counts processor time and not the clock on the wall, so that a busy
machine does not fail a text that a quiet one accepts. Knows nothing of what it times.
"""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

SECONDS = 10.0
"""Processor seconds that rendering one text may take; a long module takes a fiftieth of a second."""


class TooSlow(Exception):
    """The work took longer than it may."""


@contextmanager
def at_most(seconds: float) -> Iterator[None]:
    """Raise `TooSlow` in the block when it has used so much processor time; put timer and handler back.

    It is raised again each time that as much has passed: what runs just then may swallow an exception, as a
    finalizer does.
    """
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return

    running = True

    def stop(number: int, frame: FrameType | None) -> None:
        if running:
            raise TooSlow

    handler = signal.signal(signal.SIGVTALRM, stop)
    before = signal.setitimer(signal.ITIMER_VIRTUAL, seconds, seconds)
    try:
        yield
    finally:
        running = False
        signal.setitimer(signal.ITIMER_VIRTUAL, *before)
        signal.signal(signal.SIGVTALRM, handler or signal.SIG_DFL)
