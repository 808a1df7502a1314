"""The smallest project that makes a site, on disk, and the command line to try on it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

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
ENVIRONMENT = {**os.environ, "SOURCE_DATE_EPOCH": "1767225600", "NO_MKDOCS_2_WARNING": "1"}


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


def oer(*arguments: str | Path, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run `oer` as its own process."""
    return subprocess.run(
        [sys.executable, "-m", "oer_build", *map(str, arguments)],
        cwd=cwd,
        env={**ENVIRONMENT, **environment},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=120,
    )


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below a folder."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
