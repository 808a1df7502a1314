"""`oer strings`: a file for translators, with every word that the tool puts on pages."""

from __future__ import annotations

from pathlib import Path

import click

from oer_build.cli.progress import progress
from oer_build.cli.project import WrongUse, configuration_file


@click.command(
    epilog="""\b
Examples:
  oer strings pt                        write or update overrides/strings/pt.po
  oer strings pt --output to-do.po      another file

LANG is a language tag such as pt, pt-BR or ar. An editor for translators opens the file. Run the
command again after an update of the tool: what is translated stays, new words are empty, and
translations of words that are gone are kept at the end, marked as obsolete.
""",
)
@click.argument("language", metavar="LANG")
@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="The file. Default: overrides/strings/LANG.po of the project.",
)
@click.pass_obj
def strings(folder: Path, language: str, output: Path | None) -> None:
    """Write or update the file in which the words of the interface are translated into LANG.

    It lists the words of the tool and those of the project's own page templates.
    """
    from langcodes import standardize_tag, tag_is_valid

    from oer_build.project import PAGE_OVERRIDES, STRING_OVERRIDES
    from oer_build.translation import TranslationFault, update

    if not tag_is_valid(language):
        raise click.BadParameter(
            f"'{language}' is no language tag; write it as in pt or pt-BR", param_hint="LANG"
        )
    language = str(standardize_tag(language))
    if output is None:
        root = configuration_file(folder).parent
        output = root / STRING_OVERRIDES / f"{language}.po"
    there = output.exists()
    try:
        with progress("Reading"):
            counts = update(output, language, folder / PAGE_OVERRIDES)
    except TranslationFault as fault:
        raise WrongUse(str(fault)) from fault
    total = counts.translated + counts.empty
    click.echo(f"{total} strings: {counts.translated} translated, {counts.empty} empty in {output}")
    if counts.packaged:
        click.echo(f"{counts.packaged} of the empty ones are translated by the tool")
    if there and counts.new:
        click.echo(f"{counts.new} are new")
    if counts.obsolete:
        click.echo(f"{counts.obsolete} are obsolete: nothing uses them now")
