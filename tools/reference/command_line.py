"""The reference of the command line, from the commands themselves."""

from __future__ import annotations

from collections.abc import Iterator

import click
from writing import code, fence, page, prose, table

from oer_build.cli import main as oer


def command_line() -> str:
    parts = ["The tool has one command, `oer`. Each of its parts explains itself with `--help`."]
    for context, command in _commands(oer, click.Context(oer, info_name="oer", **oer.context_settings)):
        parts += [f"## {context.command_path}", *_described(context, command)]
    return page("Command line", "The commands of oer, their options and their exit status.", *parts)


def _commands(
    command: click.Command, context: click.Context
) -> Iterator[tuple[click.Context, click.Command]]:
    yield context, command
    if isinstance(command, click.Group):
        for name in command.list_commands(context):
            found = command.get_command(context, name)
            if found and not found.hidden:
                yield from _commands(found, click.Context(found, info_name=name, parent=context))


def _described(context: click.Context, command: click.Command) -> Iterator[str]:
    yield prose((command.help or "").replace("\b", ""))
    yield fence(" ".join([context.command_path, *command.collect_usage_pieces(context)]))
    # A list and not a table: choices are written with bars, which end a cell.
    records = [parameter.get_help_record(context) for parameter in command.get_params(context)]
    yield "\n".join(f"- {code(record[0])}: {prose(record[1])}" for record in records if record and record[1])
    if isinstance(command, click.Group):
        names = command.list_commands(context)
        found = [(name, command.get_command(context, name)) for name in names]
        yield table(
            ("Command", "What it does"),
            *[
                (code(name), prose(one.get_short_help_str(200)))
                for name, one in found
                if one and not one.hidden
            ],
        )
    if command.epilog:
        yield fence(command.epilog.replace("\b", "").strip())
