"""`oer check`: every problem of a project, in one run, without writing anything."""

from __future__ import annotations

from pathlib import Path

import click

from oer_build.cli import report
from oer_build.cli.progress import progress
from oer_build.cli.project import project


@click.command(
    epilog="""\b
Examples:
  oer check                      for people: the line, a caret, what to do
  oer check --format github      annotations on a pull request
  oer check --format sarif > oer.sarif
  oer check --format json | jq .counts

Every code is explained by `oer list diagnostics`.

Exit status: 0 no problems, 1 problems (warnings count), 2 wrong use.
""",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "github", "json", "sarif"]),
    default="text",
    show_default=True,
    help="How problems are written.",
)
@click.pass_obj
def check(folder: Path, form: str) -> None:
    """Find what is wrong in competencies/ and content/.

    Reads everything, shows all problems at once, writes nothing.
    """
    from oer_build.compile import compile_site
    from oer_build.messages import FORMATS

    with progress("Checking"):
        course = project(folder)
        compilation = compile_site(course)
    problems = list(compilation.report)
    told = FORMATS[form](problems, course.root)
    if told:
        click.echo(told)
    if form == "text":
        click.echo(f"{'' if not problems else chr(10)}{report.tally(problems).capitalize()}.")
    if problems:
        raise SystemExit(1)
