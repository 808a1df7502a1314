"""`oer schema`: the JSON Schemas that tell an editor which keys an author may write."""

from __future__ import annotations

from pathlib import Path

import click

from oer_build.cli.project import WrongUse


@click.command(
    epilog="""\b
Examples:
  oer schema                        the kinds there are
  oer schema module                 one schema, on standard output
  oer schema --out .oer/schemas     all of them as files, which the first line of a YAML file can name:
                                    # yaml-language-server: $schema=../.oer/schemas/competency.schema.json
""",
)
@click.argument("kind", required=False)
@click.option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    metavar="DIR",
    help="Write KIND.schema.json files into DIR, in place of older ones.",
)
def schema(kind: str | None, out: Path | None) -> None:
    """Print or write JSON Schemas (2020-12) of what authors write.

    Without KIND and --out: the kinds there are.
    """
    from oer_build.scaffold import schemas

    files = {name.removesuffix(".schema.json"): text for name, text in schemas()}
    if kind and kind not in files:
        raise click.BadParameter(f"no schema of that kind: choose from {', '.join(files)}", param_hint="KIND")
    chosen = {kind: files[kind]} if kind else files
    if out:
        try:
            out.mkdir(parents=True, exist_ok=True)
            for name, text in chosen.items():
                (out / f"{name}.schema.json").write_text(text, encoding="utf-8", newline="\n")
        except OSError as fault:
            raise WrongUse(f"cannot write {fault.filename or out}: {fault.strerror}") from fault
        click.echo(f"{len(chosen)} schemas in {out}")
    elif kind:
        click.echo(chosen[kind], nl=False)
    else:
        click.echo("\n".join(files))
