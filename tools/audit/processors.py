"""A processor for the page alone: what is measured does not wait for what measures it.

On a machine of few processors a task of a page waits longer for one, while the browser's other processes, the
server and Lighthouse have it, than it takes; and Lighthouse counts that as the page's, several times.
"""

from __future__ import annotations

import os
import shlex
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

PROGRAM = """#!/bin/sh
exec taskset --cpu-list {others} {browser} --no-zygote '--renderer-cmd-prefix=taskset --cpu-list {own}' "$@"
"""


@contextmanager
def apart(browser: str) -> Iterator[str]:
    """A program that starts the browser so that its pages have the first processor, and everything else the
    others, as this process and what it starts have until the end. `browser` itself where that cannot be:
    on one processor, or without Linux' `taskset`.
    """
    taskset = shutil.which("taskset")
    processors = sorted(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else []
    if not taskset or len(processors) < 2:
        yield browser
        return
    own, *others = processors
    listed = ",".join(map(str, others))
    with tempfile.TemporaryDirectory() as folder:
        program = Path(folder, "browser")
        program.write_text(PROGRAM.format(own=own, others=listed, browser=shlex.quote(browser)), "utf-8")
        program.chmod(0o700)
        os.sched_setaffinity(0, others)
        try:
            yield str(program)
        finally:
            os.sched_setaffinity(0, processors)
