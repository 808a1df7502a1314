"""How problems are told at the end of a command, the same way in every one."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from oer_build.diagnostics import Diagnostic


def tally(problems: Sequence[Diagnostic]) -> str:
    """ "2 errors, 1 warning"."""
    counted = []
    for severity in ("error", "warning"):
        count = sum(problem.severity == severity for problem in problems)
        if count:
            counted.append(f"{count} {severity}{'s' if count > 1 else ''}")
    return ", ".join(counted) or "no problems"


def show(problems: Sequence[Diagnostic], root: Path) -> None:
    """Every problem as text on standard error."""
    from oer_build.messages import text

    if problems:
        click.echo(text(problems, root) + "\n", err=True)
