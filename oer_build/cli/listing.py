"""`oer list`: what a project holds, one record a line."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from oer_build.cli.progress import progress
from oer_build.cli.project import sound_project

if TYPE_CHECKING:
    from oer_build.model import Catalogue

Row = Sequence[str]


@click.command(
    "list",
    epilog="""\b
Examples:
  oer list                    how many of each kind
  oer list modules            identifier, status, minutes, title
  oer list diagnostics        every code that `oer check` may show
  oer list modules | awk '$2 == "draft" {print $1}'
""",
)
@click.argument(
    "kind",
    required=False,
    type=click.Choice(["competencies", "modules", "courses", "roles", "diagnostics"]),
)
@click.pass_obj
def list_records(folder: Path, kind: str | None) -> None:
    """List competencies, modules, courses, roles or diagnostics.

    Identifiers come first, so that other programs can read the lines.
    """
    if kind == "diagnostics":
        _print(_diagnostics())
        return
    with progress("Reading"):
        catalogue, errors = read_catalogue(folder)
    if kind:
        _print(KINDS[kind](catalogue))
    else:
        _print((name, str(len(list(rows(catalogue))))) for name, rows in KINDS.items())
    if errors:
        click.echo(f"oer: {errors} errors, so this list may have gaps: see `oer check`", err=True)
        raise SystemExit(1)


def read_catalogue(folder: Path) -> tuple[Catalogue, int]:
    """The linked records, without drawing a page, and the number of errors met."""
    from oer_build.diagnostics import Report
    from oer_build.files import read_project
    from oer_build.link import link
    from oer_build.load import load

    course = sound_project(folder)
    report = Report()
    loaded = load(read_project(course, report), course, report)
    return link(loaded, course.site, report), report.errors


def _competencies(catalogue: Catalogue) -> Iterable[Row]:
    for competency in catalogue.competencies.values():
        yield competency.identifier, competency.human_coding_scheme or "-", competency.title


def _modules(catalogue: Catalogue) -> Iterable[Row]:
    for module in catalogue.modules.values():
        yield module.identifier, module.creative_work_status, f"{module.minutes} min", module.title


def _courses(catalogue: Catalogue) -> Iterable[Row]:
    for course in catalogue.courses.values():
        yield course.identifier, f"{len(course.modules)} modules", course.title


def _roles(catalogue: Catalogue) -> Iterable[Row]:
    for role in catalogue.roles.values():
        yield role.identifier, f"{len(role.competency_required)} competencies", role.title


def _diagnostics() -> Iterable[Row]:
    from oer_build.codes import CODES

    for name, code in sorted(CODES.items()):
        yield name, code.severity, code.summary


KINDS: dict[str, Callable[[Catalogue], Iterable[Row]]] = {
    "competencies": _competencies,
    "modules": _modules,
    "courses": _courses,
    "roles": _roles,
}


def _print(rows: Iterable[Row]) -> None:
    """Rows in columns; the last column is not padded."""
    table = [list(row) for row in rows]
    if not table:
        return
    widths = [max(len(row[column]) for row in table) for column in range(len(table[0]) - 1)]
    for row in table:
        padded = [cell.ljust(width) for cell, width in zip(row, widths, strict=False)]
        click.echo("  ".join([*padded, row[-1]]))
