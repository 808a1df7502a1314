"""One readable text file is one case: files laid over a small course, and the diagnostics they must give.

A case begins with a sentence that says what it shows. Then come sections:

    === competencies/users.yml
    title: Users
    === expected
    competencies/users.yml:1:1: error[missing-key]: this record has no `fullStatement`

A line of `expected` is the place, severity, code and message of one diagnostic; an `expected` without
lines says that nothing is wrong. A mark after a path changes what its section is:

    (bytes)     backslash escapes stand for bytes, in the path too: `\\x00`, `\\xef\\xbb\\xbf`, `\\r`
    (long)      `{{x*300}}` stands for 300 times x
    (symlink)   the section is the target of a symbolic link
    (pipe)      a named pipe
    (delete)    a file of the course that is not there

A case about the settings brings a `mkdocs.yml`, which is read as the command line reads it.
"""

from __future__ import annotations

import os
import re
import shutil
from dataclasses import dataclass
from pathlib import Path

from oer_build.cli.project import CONFIGURATION, project
from oer_build.diagnostics import Diagnostic, Report
from oer_build.model import Site
from oer_build.project import Project

HERE = Path(__file__).parent
BASE = HERE / "base"
CASES = HERE / "cases"
HARMLESS = "ok"
"""The code in the name of cases that look dangerous and are not."""

_HEADER = re.compile(r"^=== (?P<path>.+?)(?: \((?P<mark>bytes|long|symlink|pipe|delete)\))?$", re.M)
_LONG = re.compile(r"\{\{(.+?)\*([0-9]+)\}\}", re.S)


@dataclass(frozen=True)
class Section:
    path: str
    mark: str
    text: str


@dataclass(frozen=True)
class Case:
    file: Path
    sections: tuple[Section, ...]
    expected: tuple[str, ...]

    @property
    def code(self) -> str:
        """The code that the case is for: `yaml-tag` in `yaml-tag--python.txt`."""
        return self.file.stem.partition("--")[0]


def cases() -> list[Path]:
    return sorted(CASES.glob("*.txt"))


def read_case(file: Path) -> Case:
    text = file.read_text(encoding="utf-8")
    headers = list(_HEADER.finditer(text))
    sections, expected = [], ()
    for header, following in zip(headers, [*headers[1:], None], strict=True):
        body = text[header.end() + 1 : following.start() if following else len(text)]
        path, mark = header["path"], header["mark"] or ""
        if path == "expected":
            expected = tuple(line for line in body.splitlines() if line.strip())
        else:
            sections.append(Section(path, mark, body))
    return Case(file, tuple(sections), expected)


def lay_out(case: Case, root: Path) -> Project:
    """The small course with the files of a case over it."""
    shutil.copytree(BASE, root)
    for section in case.sections:
        path = os.fsdecode(_bytes(section.path)) if section.mark == "bytes" else section.path
        target = root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        if section.mark == "delete":
            target.unlink()
        elif section.mark == "pipe":
            os.mkfifo(target)
        elif section.mark == "symlink":
            target.unlink(missing_ok=True)
            target.symlink_to(section.text.strip())
        elif section.mark == "bytes":
            target.write_bytes(_bytes(section.text))
        else:
            text = section.text
            if section.mark == "long":
                text = _LONG.sub(lambda match: match[1] * int(match[2]), text)
            target.write_bytes(text.encode())
    if (root / CONFIGURATION).exists():
        return project(root)
    return Project(root, Site("A small course", "CC-BY-SA-4.0"))


def _bytes(text: str) -> bytes:
    r"""Text with escapes as bytes: `\xNN` is one byte, other characters are UTF-8."""
    return re.sub(
        rb"\\(?:x([0-9a-f]{2})|([rnt\\]))",
        lambda m: (
            bytes([int(m[1], 16)]) if m[1] else {b"r": b"\r", b"n": b"\n", b"t": b"\t", b"\\": b"\\"}[m[2]]
        ),
        text.encode(),
    )


def diagnose(project: Project) -> Report:
    """Everything that the compiler has to say of a project."""
    from oer_build.compile import compile_site

    return compile_site(project).report


def shown(diagnostic: Diagnostic) -> str:
    return f"{diagnostic.span}: {diagnostic.severity}[{diagnostic.code}]: {diagnostic.message}"
