"""A sign of life for people: one line on standard error when work takes longer than two seconds.

Silent where standard error is not a terminal, so that logs and pipes stay clean.
"""

from __future__ import annotations

import contextlib
import sys
import threading
import time
from collections.abc import Iterator

PATIENCE = 2.0
"""Seconds of silence before the first line."""
_CLEAR = "\r\x1b[K"


@contextlib.contextmanager
def progress(label: str) -> Iterator[None]:
    """Show `label` and the seconds that passed while the block runs."""
    if not sys.stderr.isatty():
        yield
        return
    done = threading.Event()
    teller = threading.Thread(target=_tell, args=(label, done), daemon=True)
    teller.start()
    try:
        yield
    finally:
        done.set()
        teller.join()


def _tell(label: str, done: threading.Event) -> None:
    began = time.monotonic()
    if done.wait(PATIENCE):
        return
    while True:
        sys.stderr.write(f"{_CLEAR}{label}: {time.monotonic() - began:.0f} s")
        sys.stderr.flush()
        if done.wait(1):
            break
    sys.stderr.write(_CLEAR)
    sys.stderr.flush()
