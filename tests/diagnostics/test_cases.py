"""Every diagnostic has a case, and every case says exactly what its file expects."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from oer_build.codes import CODES
from tests.diagnostics.harness import HARMLESS, Case, cases, diagnose, lay_out, read_case, shown

CASE_FILES = cases()


def _needs(case: Case, tmp_path: Path) -> str:
    """What a case needs and this computer does not have."""
    marks = {section.mark for section in case.sections}
    if "pipe" in marks and not hasattr(os, "mkfifo"):
        return "named pipes"
    if "symlink" in marks and os.name == "nt":
        return "symbolic links without a privilege"
    if case.code == "case-collision":
        (tmp_path / "a").touch()
        if (tmp_path / "A").exists():
            return "a file system that tells capital letters apart"
    return ""


@pytest.mark.parametrize("file", CASE_FILES, ids=[file.stem for file in CASE_FILES])
def test_a_case_gives_exactly_its_diagnostics(file: Path, tmp_path: Path) -> None:
    case = read_case(file)
    if missing := _needs(case, tmp_path):
        pytest.skip(f"needs {missing}")
    report = diagnose(lay_out(case, tmp_path / "project"))
    assert [shown(diagnostic) for diagnostic in report] == list(case.expected)


@pytest.mark.parametrize("file", CASE_FILES, ids=[file.stem for file in CASE_FILES])
def test_a_case_is_named_after_a_code_that_it_gives(file: Path) -> None:
    case = read_case(file)
    if case.code == HARMLESS:
        assert case.expected == ()
    else:
        assert case.code in CODES
        assert any(f"[{case.code}]" in line for line in case.expected)


def test_every_code_has_a_case() -> None:
    assert sorted(set(CODES) - {read_case(file).code for file in CASE_FILES}) == []


def test_the_course_under_the_cases_is_sound(tmp_path: Path) -> None:
    assert list(diagnose(lay_out(Case(Path("none.txt"), (), ()), tmp_path / "project"))) == []


@pytest.mark.parametrize("file", CASE_FILES, ids=[file.stem for file in CASE_FILES])
def test_every_diagnostic_lies_inside_its_file_and_says_what_to_do(file: Path, tmp_path: Path) -> None:
    case = read_case(file)
    if _needs(case, tmp_path):
        pytest.skip()
    project = lay_out(case, tmp_path / "project")
    for diagnostic in diagnose(project):
        assert diagnostic.hint, shown(diagnostic)
        assert json.dumps(diagnostic.message).isascii() or diagnostic.message.isprintable()
        path = project.root / diagnostic.span.file
        if path.is_file() and not path.is_symlink() and diagnostic.code not in ("not-utf-8", "nul-character"):
            text = path.read_bytes().decode("utf-8-sig", "replace").replace("\r\n", "\n")
            lines = text.replace("\r", "\n").split("\n")
            assert 1 <= diagnostic.span.line <= len(lines)
            assert 1 <= diagnostic.span.column <= len(lines[diagnostic.span.line - 1]) + 1
