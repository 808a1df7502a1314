"""`oer check`: every problem of a project, in one run, without writing anything."""

from __future__ import annotations

import datetime
import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from oer_build.cli import report
from oer_build.cli.progress import progress
from oer_build.cli.project import project

if TYPE_CHECKING:
    from oer_build.analysis.content import Content
    from oer_build.compile import Compilation


@click.command(
    epilog="""\b
Examples:
  oer check                      for people: the line, a caret, what to do
  oer check --content            reading age, time, sources, countries, gaps as well
  oer check --format github      annotations on a pull request
  oer check --format sarif > oer.sarif
  oer check --format json | jq .counts

Every code is explained by `oer list diagnostics`.

Exit status: 0 no problems, 1 problems (warnings count), 2 wrong use. What --content finds is no problem,
unless --fail-on-findings is given. Dates are compared with today, or with SOURCE_DATE_EPOCH.
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
@click.option("--content", "ask", is_flag=True, help="Report on the content too, in numbers (text or json).")
@click.option(
    "--fail-on-findings", "strict", is_flag=True, help="With --content: status 1 if it finds something."
)
@click.pass_obj
def check(folder: Path, form: str, ask: bool, strict: bool) -> None:
    """Find what is wrong in competencies/, content/ and mkdocs.yml.

    Reads everything, shows all problems at once, writes nothing.
    """
    if ask and form not in ("text", "json"):
        raise click.UsageError(f"--content is told as text or json, not as {form}")
    if strict and not ask:
        raise click.UsageError("--fail-on-findings needs --content")
    from oer_build.compile import compile_site
    from oer_build.messages import FORMATS

    with progress("Checking"):
        course = project(folder)
        compilation = compile_site(course)
        content = _content(compilation) if ask else None
    problems = list(compilation.report)
    told = FORMATS[form](problems, course.root)
    if content and form == "json":
        told = _with_content(told, content)
    if told:
        click.echo(told)
    if form == "text":
        click.echo(f"{'' if not problems else chr(10)}{report.tally(problems).capitalize()}.")
        if content:
            from oer_build.cli.content import as_text

            click.echo(f"\n{as_text(content)}")
    if problems or (strict and content and content.findings):
        raise SystemExit(1)


def _content(compilation: Compilation) -> Content:
    from oer_build.analysis.content import content_of

    return content_of(compilation.catalogue, compilation.lessons, _today())


def _with_content(told: str, content: Content) -> str:
    """The JSON of the diagnostics with one more key."""
    import json

    from oer_build.cli.content_data import as_data

    return json.dumps({**json.loads(told), "content": as_data(content)}, ensure_ascii=False, indent=2)


def _today() -> datetime.date:
    """The day of SOURCE_DATE_EPOCH, so that a report can be made again, or of the clock."""
    stated = os.environ.get("SOURCE_DATE_EPOCH", "")
    if stated.isdigit():
        return datetime.datetime.fromtimestamp(int(stated), datetime.UTC).date()
    return datetime.datetime.now(datetime.UTC).date()
