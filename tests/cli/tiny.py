"""The smallest project that makes a site, on disk, and the command line to try on it."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from click.testing import CliRunner

from oer_build.cli import main

FILES = {
    "mkdocs.yml": """\
site_name: Tiny
docs_dir: content
theme: {name: material, language: en, font: false}
plugins: [oer: {license: CC-BY-SA-4.0}]
""",
    "competencies/framework.yml": """\
identifier: tiny
title: Tiny framework
version: '1'
license: CC-BY-SA-4.0
""",
    "competencies/listening.yml": "title: Listening\nfullStatement: Hears what is said.\n",
    "content/modules/asking/index.md": """\
---
title: Asking
description: How to ask.
teaches: [{competency: listening, strength: introduced}]
timeRequired: PT10M
license: CC-BY-SA-4.0
---

## The situation

Somebody asks. The word of the day is MARKER.
""",
}
MODULE = "content/modules/asking/index.md"
ENVIRONMENT = {**os.environ, "SOURCE_DATE_EPOCH": "1767225600"}


def write_tiny(root: Path) -> Path:
    """Write the project into `root`."""
    for path, text in FILES.items():
        place = root / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, encoding="utf-8")
    return root


def edit(root: Path, path: str, old: str, new: str) -> None:
    """Replace a text that must be there."""
    place = root / path
    text = place.read_text(encoding="utf-8")
    assert old in text
    place.write_text(text.replace(old, new), encoding="utf-8")


@dataclass(frozen=True)
class Answer:
    """What a command said and how it ended."""

    returncode: int
    stdout: str
    stderr: str


def oer(*arguments: str | Path, cwd: Path) -> Answer:
    """Run `oer` in this process, which is quicker. A fault of the program fails the test."""
    with contextlib.chdir(cwd):
        result = CliRunner(env=ENVIRONMENT).invoke(main, [*map(str, arguments)], prog_name="oer")
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return Answer(result.exit_code, result.stdout, result.stderr)


def oer_process(*arguments: str | Path, cwd: Path) -> Answer:
    """Run `oer` as a process of its own."""
    done = subprocess.run(
        [sys.executable, "-m", "oer_build", *map(str, arguments)],
        cwd=cwd,
        env=ENVIRONMENT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=300,
    )
    return Answer(done.returncode, done.stdout, done.stderr)


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below a folder."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
