"""`oer build`: the whole site, published in one step or not at all."""

from __future__ import annotations

import errno
import logging
import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import click

from oer_build.cli import report
from oer_build.cli.progress import progress
from oer_build.cli.project import WrongUse, configuration, logging_to, project_of_configuration

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

    from oer_build.project import Project

DISK_LOW = 2**18
"""Bytes: with less than this left, whatever failed while writing failed for want of room."""


class NothingPublished(click.ClickException):
    """The site could not be made; the published folder is as it was. Exit status 1."""

    def show(self, file: object = None) -> None:
        click.echo(f"oer: {self.format_message()}", err=True)


@click.command(
    epilog="""\b
Examples:
  oer build                          into the folder that mkdocs.yml names, site/ by default
  oer build --site-dir /srv/course   into another one
  oer build --to folder out          plain Markdown files for any other site engine
  oer build --offline                with site-offline.zip, the whole site to use without a connection

The site is built beside its folder and exchanged with it at the end: readers meet the old site or
the new one, never a mixture. Dates come from the last commit, or from SOURCE_DATE_EPOCH, so that
the same commit gives the same bytes.

Exit status: 0 published, 1 problems (nothing changed), 2 wrong use.
""",
)
@click.option(
    "--site-dir",
    type=click.Path(file_okay=False, path_type=Path),
    metavar="DIR",
    help="Where the site goes. Default: site_dir of mkdocs.yml.",
)
@click.option(
    "--to",
    "sink",
    nargs=2,
    type=(click.Choice(["folder"]), click.Path(file_okay=False, path_type=Path)),
    metavar="folder DIR",
    help="Write Markdown files with their data into DIR instead of a site.",
)
@click.option(
    "--offline",
    is_flag=True,
    help="Add site-offline.zip, the whole site to use from a folder. Like `offline: true` in mkdocs.yml.",
)
@click.option("--no-strict", is_flag=True, help="Publish in spite of warnings. Errors always stop a build.")
@click.pass_obj
def build(
    folder: Path, site_dir: Path | None, sink: tuple[str, Path] | None, offline: bool, no_strict: bool
) -> None:
    """Build the site.

    Strict: a warning stops the build as an error does, unless --no-strict.
    """
    if site_dir and sink:
        raise click.UsageError("--site-dir names a site and --to a folder of Markdown: choose one of them")
    if offline and sink:
        raise click.UsageError(
            "--offline adds to a site, and --to writes a folder of Markdown: choose one of them"
        )
    from oer_build.hosts import revision
    from oer_build.publish import PublishError

    config = configuration(folder, strict=not no_strict)
    if offline:
        config.plugins["oer"].config["offline"] = True
    course = project_of_configuration(config)
    epoch = revision.of(course.root).epoch
    if epoch is not None:
        # What MkDocs and the archives take for the time of the build.
        os.environ.setdefault("SOURCE_DATE_EPOCH", str(epoch))
    target = sink[1] if sink else site_dir or Path(config.site_dir)
    try:
        with progress("Building"):
            pages = _folder(course, target, config.strict) if sink else _site(config, target)
    except PublishError as refusal:
        raise WrongUse(str(refusal)) from refusal
    except OSError as fault:
        place = f" ({fault.filename})" if fault.filename else ""
        raise NothingPublished(
            f"the disk refused: {fault.strerror or fault}{place}. {target} is as it was"
        ) from fault
    except KeyboardInterrupt as stop:
        raise SystemExit(130) from stop
    click.echo(f"{pages} pages in {target}")


def _folder(course: Project, target: Path, strict: bool) -> int:
    """Pages written as Markdown."""
    from oer_build.compile import compile_site
    from oer_build.hosts.folder import write_folder

    compilation = compile_site(course)
    problems = list(compilation.report)
    report.show(problems, course.root)
    if compilation.report.errors or (strict and problems):
        raise NothingPublished(f"{report.tally(problems)}: nothing was written; {target} is as it was")
    return write_folder(compilation, course, target)


def _site(config: MkDocsConfig, target: Path) -> int:
    """Pages that MkDocs wrote."""
    from jinja2 import TemplateError
    from mkdocs.commands.build import build as build_site
    from mkdocs.exceptions import Abort, BuildError

    from oer_build.hosts.search_index import SearchIndexError
    from oer_build.publish import staged

    with staged(target) as stage, logging_to(Told()):
        config.site_dir = str(stage)
        try:
            build_site(config)
        except (Abort, BuildError) as stop:
            # What was wrong has been told.
            raise NothingPublished(f"nothing was published; {target} is as it was") from stop
        except TemplateError as fault:
            place = f"{getattr(fault, 'filename', None) or 'a theme template'}: "
            raise NothingPublished(f"{place}{fault.message}; {target} is as it was") from fault
        except Exception as fault:
            # What a full disk breaks is not always a write of our own: the search index has its own program.
            if not isinstance(fault, OSError) and shutil.disk_usage(stage).free < DISK_LOW:
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC)) from fault
            if isinstance(fault, SearchIndexError):
                raise NothingPublished(f"{fault}; {target} is as it was") from fault
            raise
        return sum(1 for _ in stage.rglob("index.html"))


class Told(logging.Handler):
    """Prints what MkDocs and its plugins warn of, without the name of the plugin before every line."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)

    def emit(self, record: logging.LogRecord) -> None:
        message = record.getMessage()
        # Logged just before the exception that is told with its reason.
        if not message.startswith(("Error building page", "Error reading page")):
            click.echo(message.removeprefix("oer_build: ") + "\n", err=True)
