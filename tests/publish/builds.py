"""Builds of a tiny site, one after another, each in a process of its own that can be killed.

A program for `test_killed.py`: everything slow is imported once, then each line of standard input forks a
build whose every page carries the word of that line. It prints the child's number, later its wait status.
"""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path

import pydantic  # noqa: F401  (opened before the fork, like the rooms below)
from mkdocs.commands import build as _mkdocs  # noqa: F401
from pagefind.index import PagefindIndex  # noqa: F401

import oer_build.hosts.mkdocs  # noqa: F401
from oer_build.cli import main

WORD = re.compile(rb"build-\d{4}")


def mark(root: Path, word: str) -> None:
    """Give the next build a word that every page of it will show."""
    path = root / "mkdocs.yml"
    text = re.sub(r"site_name: .*", f"site_name: Tiny {word}", path.read_text(encoding="utf-8"))
    path.write_text(text, encoding="utf-8")


def serve(root: Path) -> None:
    for line in sys.stdin:
        mark(root, line.strip())
        child = os.fork()
        if child == 0:
            quiet = os.open(os.devnull, os.O_RDWR)
            for stream in (0, 1, 2):
                os.dup2(quiet, stream)
            try:
                main(["-C", str(root), "build"])
            except SystemExit as stop:
                os._exit(int(stop.code or 0))
            os._exit(99)
        print(child, flush=True)
        print(os.waitpid(child, 0)[1], flush=True)


if __name__ == "__main__":
    serve(Path(sys.argv[1]))
