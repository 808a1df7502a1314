"""`--help` answers at once, and teaches."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import click
import pytest

from oer_build.cli import main
from tests.cli.tiny import oer

HEAVY = ("babel", "jinja2", "langcodes", "markdown", "material", "mkdocs", "pagefind", "pydantic", "yaml")


def commands(group: click.Group, *way: str) -> list[tuple[str, ...]]:
    found: list[tuple[str, ...]] = []
    for name, command in group.commands.items():
        found.append((*way, name))
        if isinstance(command, click.Group):
            found += commands(command, *way, name)
    return found


def test_every_command_of_the_contract_is_there() -> None:
    assert {"check", "build", "serve", "new", "schema", "list"} <= set(main.commands)
    assert {" ".join(way) for way in commands(main)} >= {
        "new site",
        "new competency",
        "new module",
        "new course",
    }


@pytest.mark.parametrize("way", [(), *commands(main)], ids=" ".join)
def test_help_says_what_a_command_does_and_shows_it_used(way: tuple[str, ...], tmp_path: Path) -> None:
    answer = oer(*way, "--help", cwd=tmp_path)
    assert answer.returncode == 0
    assert "Example" in answer.stdout
    assert f"oer {' '.join(way)}".strip() in answer.stdout


def test_help_opens_none_of_the_slow_rooms() -> None:
    script = f"import sys, oer_build.cli; print(sorted(set(sys.modules) & set({HEAVY!r})))"
    answer = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert answer.stdout.strip() == "[]"


@pytest.mark.parametrize(
    "arguments",
    [
        ("checks",),
        ("check", "--format", "xml"),
        ("check", "extra"),
        ("build", "--to", "folder", "out", "--site-dir", "site"),
        ("build", "--to", "zip", "out"),
        ("list", "plants"),
        ("schema", "plant"),
        ("new", "site", "x"),
    ],
    ids=" ".join,
)
def test_wrong_use_ends_with_status_2_and_one_line_that_says_why(
    arguments: tuple[str, ...], tmp_path: Path
) -> None:
    answer = oer(*arguments, cwd=tmp_path)
    assert answer.returncode == 2
    assert "Error: " in answer.stderr.splitlines()[-1]
    assert list(tmp_path.iterdir()) == []
