"""`oer calendar`: the calendar file of a programme that begins on a day of one's own."""

from __future__ import annotations

import datetime
from pathlib import Path

import click

from oer_build.cli.progress import progress
from oer_build.cli.project import WrongUse, sound_project


@click.command(
    epilog="""\b
Examples:
  oer calendar directors-residential --start 2027-03-08          on standard output
  oer calendar directors-residential --start 2027-03-08 -o residential.ics

The file has one event for each session, pauses too, at local time. It is the file that the site
publishes, with other dates: its events are confirmed, and a programme that is held twice stands
twice in a calendar.
""",
)
@click.argument("programme")
@click.option(
    "--start",
    required=True,
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="DATE",
    help="The first day, as in 2027-03-08.",
)
@click.option(
    "-o",
    "--out",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Write FILE, in place of an older one. Default: standard output.",
)
@click.pass_obj
def calendar(folder: Path, programme: str, start: datetime.datetime, out: Path | None) -> None:
    """Write the calendar file (iCalendar) of PROGRAMME for a first day."""
    from oer_build.diagnostics import Report, near_miss
    from oer_build.exports import icalendar
    from oer_build.files import read_project
    from oer_build.link import link
    from oer_build.load import load
    from oer_build.project import STRING_OVERRIDES
    from oer_build.strings import Strings, StringsFault

    course = sound_project(folder)
    report = Report()
    with progress("Reading"):
        catalogue = link(load(read_project(course, report), course, report), course.site, report)
    found = catalogue.programmes.get(programme)
    if found is None:
        nearest = near_miss(programme, catalogue.programmes)
        known = ", ".join(sorted(catalogue.programmes)) or "this project has none"
        hint = f"did you mean '{nearest}'?" if nearest else f"programmes: {known}"
        raise click.BadParameter(f"there is no programme '{programme}'; {hint}", param_hint="PROGRAMME")
    try:
        strings = Strings(course.site.language, course.root / STRING_OVERRIDES)
        content = icalendar.programme(catalogue, found, strings, start.date())
    except StringsFault as fault:
        raise WrongUse(f"{fault.span}: {fault}") from fault
    except OverflowError as fault:
        raise click.BadParameter("that is too far away", param_hint="--start") from fault
    if out is None:
        click.echo(content, nl=False)  # bytes: the line ends are those of the standard
        return
    try:
        out.write_bytes(content)
    except OSError as fault:
        raise WrongUse(f"cannot write {fault.filename or out}: {fault.strerror}") from fault
    click.echo(f"{len(found.sessions)} events in {out}")
