"""`oer path`: what a person lacks for a role, and the shortest way through the modules. The self-assessment
page of the site answers the same by the same rules, and exports the file that this command reads."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from oer_build.cli.path_file import MOST_HOURS, Answers, read_answers
from oer_build.cli.progress import progress
from oer_build.cli.project import WrongUse

if TYPE_CHECKING:
    from oer_build.analysis.gaps import Gap, Item
    from oer_build.analysis.pathways import Pathway
    from oer_build.model import Catalogue, Role


@click.command(
    epilog="""\b
Examples:
  oer path --role policy-adviser                                    from nothing, all the time it takes
  oer path --role policy-adviser --have self-assessment.json --hours 6
  oer path --have self-assessment.json --format json                the role and the hours of the file

FILE is what the page "Check yourself" exports: {"schemaVersion": 1, "statements": {"<competency>":
["<statement>"]}, "done": ["<module>"], "role": "<role>", "hours": 6}. A statement without an
identifier of its own is named by its level and its number, as in "working-2".
""",
)
@click.option("--role", metavar="ROLE", help="The role to compare with. Default: the one in FILE.")
@click.option(
    "--have",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Statements that are true and modules that are done, as JSON. Default: nothing.",
)
@click.option(
    "--hours", type=float, metavar="N", help="The time there is. Default: that in FILE, or no limit."
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="text for people, json for other programs.",
)
@click.pass_obj
def path(folder: Path, role: str | None, have: Path | None, hours: float | None, form: str) -> None:
    """Print the gaps between what a person has and what a role needs, and the modules that close them.

    The modules come in order, each with its minutes and the reason for it; then what does not fit into the
    time, and what nothing teaches.
    """
    from oer_build.analysis.pathways import pathway
    from oer_build.cli.listing import read_catalogue

    answers = read_answers(have) if have else Answers()
    hours = answers.hours if hours is None else hours
    if hours is not None and not 0 <= hours <= MOST_HOURS:  # not a number is refused too
        raise click.BadParameter("give a number of hours, 0 or more", param_hint="--hours")
    with progress("Reading"):
        catalogue, errors = read_catalogue(folder)
    chosen = _role(catalogue, role or answers.role, from_file=not role)
    for line in _unknown(catalogue, answers):
        click.echo(f"{have}: {line}", err=True)
    found = pathway(catalogue, chosen, answers.have, None if hours is None else math.floor(hours * 60))
    if form == "json":
        click.echo(json.dumps(_data(chosen, hours, found), ensure_ascii=False, indent=2))
    else:
        click.echo("\n".join(_text(catalogue, chosen, answers, hours, found)))
    if errors:
        click.echo(f"oer: {errors} errors, so this way may be wrong: see `oer check`", err=True)
        raise SystemExit(1)


def _role(catalogue: Catalogue, identifier: str, from_file: bool) -> Role:
    from oer_build.diagnostics import near_miss

    if not identifier:
        raise WrongUse("name a role with --role ROLE; `oer list roles` shows them")
    found = catalogue.roles.get(identifier)
    if found is None:
        nearest = near_miss(identifier, catalogue.roles)
        known = ", ".join(sorted(catalogue.roles)) or "this project has none"
        hint = f"did you mean '{nearest}'?" if nearest else f"roles: {known}"
        where = "the role in FILE" if from_file else "--role"
        raise click.BadParameter(f"there is no role '{identifier}'; {hint}", param_hint=where)
    return found


def _unknown(catalogue: Catalogue, answers: Answers) -> Iterator[str]:
    """What the file names and the project does not have: an older or another framework. It is not counted."""
    from oer_build.analysis.gaps import levels_of, statements_of

    for identifier, chosen in answers.have.statements.items():
        competency = catalogue.competencies.get(identifier)
        if competency is None:
            yield f"statements.{identifier}: no such competency here; its statements are not counted"
            continue
        known = {one for level in levels_of(catalogue) for one in statements_of(competency, level)}
        for one in sorted(chosen - known):
            yield f"statements.{identifier}: no statement '{one}' here; it is not counted"
    for one in sorted(answers.have.done - catalogue.modules.keys()):
        yield f"done: no module '{one}' here; it is not counted"


# -- for people --------------------------------------------------------------------------------------------


def _text(
    catalogue: Catalogue, role: Role, answers: Answers, hours: float | None, found: Pathway
) -> Iterator[str]:
    if not found.gaps:
        yield f"{role.title}: no gaps. All that this role needs is there."
        return
    yield f"Gaps: {role.title}"
    for gap in found.gaps:
        yield from _gap(catalogue, answers, gap)
    yield ""
    time = "" if hours is None else f" within {hours:g} hours"
    count = len(found.steps)
    yield f"Pathway{time}: {count} module{'' if count == 1 else 's'}, {found.minutes} minutes"
    for number, step in enumerate(found.steps, 1):
        module = catalogue.modules[step.module]
        minutes = f"{step.minutes} minutes" if step.minutes else "no time stated"
        yield f"  {number}. {step.module}: {module.title}, {minutes}"
        if step.closes:
            yield f"     leads to {_levels(catalogue, step.closes)}"
        if step.needed_for:
            yield f"     needed for {', '.join(step.needed_for)}"
    if found.beyond:
        yield f"Does not fit into the time: {_levels(catalogue, found.beyond)}"
    if found.untaught:
        yield f"No module that is left teaches: {_levels(catalogue, found.untaught)}"
    if not found.optimal:
        yield "Not every way was tried: a shorter one may exist."


def _gap(catalogue: Catalogue, answers: Answers, gap: Gap) -> Iterator[str]:
    from oer_build.analysis.gaps import statements_of

    competency = catalogue.competencies[gap.competency]
    titles = {level.identifier: level.title for level in catalogue.levels}
    needed = f"needs {titles[gap.needed]}, " if gap.needed else ""
    yield f"  {competency.title}: {needed}holds {titles.get(gap.held, 'none yet')}"
    for level, missing in gap.missing.items():
        statements = statements_of(competency, level)
        title = f"{titles[level]}: " if level else ""
        if not statements:
            yield f"    {title}no statements to choose"
            continue
        true = len(statements) - len(missing)
        yield f"    {title}{true} of {len(statements)} statements are true; not yet true:"
        for identifier in missing:
            yield f"      {identifier}  {statements[identifier]}"


def _levels(catalogue: Catalogue, items: Iterable[Item]) -> str:
    titles = {level.identifier: level.title for level in catalogue.levels}
    return "; ".join(
        ", ".join(filter(None, (catalogue.competencies[item.competency].title, titles.get(item.level, ""))))
        for item in items
    )


# -- for programs ------------------------------------------------------------------------------------------


def _data(role: Role, hours: float | None, found: Pathway) -> dict[str, Any]:
    return {
        "role": role.identifier,
        "hours": hours,
        "gaps": [
            {
                "competency": gap.competency,
                "needed": gap.needed,
                "held": gap.held,
                "missing": {level: list(missing) for level, missing in gap.missing.items()},
            }
            for gap in found.gaps
        ],
        "steps": [
            {
                "module": step.module,
                "minutes": step.minutes,
                "closes": _items(step.closes),
                "neededFor": list(step.needed_for),
            }
            for step in found.steps
        ],
        "minutes": found.minutes,
        "beyond": _items(found.beyond),
        "untaught": _items(found.untaught),
        "optimal": found.optimal,
    }


def _items(items: Sequence[Item]) -> list[dict[str, str]]:
    return [{"competency": item.competency, "level": item.level} for item in items]
