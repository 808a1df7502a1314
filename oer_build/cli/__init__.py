"""The command line `oer`. Knows how to ask and to answer; what is asked is done in the other rooms.

Rooms that take long to open (pydantic, Markdown, MkDocs) are imported inside the commands, so that
`oer --help` is quick.
"""

from __future__ import annotations

import signal
from pathlib import Path
from types import FrameType

import click

from oer_build.cli.build import build
from oer_build.cli.calendar import calendar
from oer_build.cli.check import check
from oer_build.cli.listing import list_records
from oer_build.cli.new import new
from oer_build.cli.path import path
from oer_build.cli.schema import schema
from oer_build.cli.serve import serve
from oer_build.cli.strings import strings
from oer_build.version import __version__


@click.group(
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="""\b
Examples:
  oer new site academy --title "Our academy" --license CC-BY-SA-4.0
  cd academy
  oer new module first-steps    write a module from a template
  oer check                     find what is wrong, all of it
  oer serve                     read the site while you write
  oer build                     write the site into site/

Exit status: 0 clean, 1 problems in the content or the settings, 2 wrong use.
""",
)
@click.option(
    "-C",
    "--project",
    "folder",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path(),
    metavar="DIR",
    help="The project's folder, which holds mkdocs.yml. Default: here.",
)
@click.version_option(__version__, "-V", "--version", message="oer %(version)s")
@click.pass_context
def main(context: click.Context, folder: Path) -> None:
    """Make a course site from competencies in YAML and modules in Markdown."""
    context.obj = folder
    # A polite stop unwinds like an error does, so that nothing half-written stays.
    before = signal.signal(signal.SIGTERM, _stop)
    context.call_on_close(lambda: signal.signal(signal.SIGTERM, before))


def _stop(number: int, _frame: FrameType | None) -> None:
    raise SystemExit(128 + number)


for command in (check, build, serve, new, list_records, calendar, path, schema, strings):
    main.add_command(command)
