"""Which state of the project a build is of: the commit and its date, never the clock.

`SOURCE_DATE_EPOCH` (reproducible-builds.org) wins over the last commit. A project without either has no date.
"""

from __future__ import annotations

import datetime
import os
import subprocess
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Revision:
    """`revision` is a short commit hash or empty; `date` an ISO date or empty; `epoch` seconds or None."""

    revision: str
    date: str
    epoch: int | None


def of(root: Path) -> Revision:
    """The revision of the project at `root`."""
    answer = _git(root, "log", "-1", "--format=%h %ct")
    commit, _, committed = answer.partition(" ")
    stated = os.environ.get("SOURCE_DATE_EPOCH", committed)
    if not stated.isdigit():
        return Revision(commit, "", None)
    date = datetime.datetime.fromtimestamp(int(stated), datetime.UTC).date().isoformat()
    return Revision(commit, date, int(stated))


def _git(root: Path, *arguments: str) -> str:
    try:
        done = subprocess.run(
            ["git", "-C", str(root), *arguments], capture_output=True, text=True, timeout=10, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout.strip() if done.returncode == 0 else ""
