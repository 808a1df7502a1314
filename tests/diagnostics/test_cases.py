"""Every diagnostic has a case, and every case says exactly what its file expects."""

from __future__ import annotations

import functools
import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from oer_build.codes import CODES
from oer_build.diagnostics import Diagnostic
from oer_build.project import Project
from tests.diagnostics.harness import HARMLESS, Case, cases, diagnose, lay_out, read_case, shown

CASE_FILES = cases()
each_case = pytest.mark.parametrize("file", CASE_FILES, ids=[file.stem for file in CASE_FILES])


@dataclass(frozen=True)
class Outcome:
    """What the compiler said of a case."""

    case: Case
    project: Project
    diagnostics: tuple[Diagnostic, ...]


@pytest.fixture(scope="session")
def outcome(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Path], Outcome]:
    """Compiles a case, once for all tests of it."""

    @functools.cache
    def compiled(file: Path) -> Outcome:
        case = read_case(file)
        folder = tmp_path_factory.mktemp(file.stem[:20])
        if missing := _missing(case, folder):
            pytest.skip(f"needs {missing}")
        project = lay_out(case, folder / "project")
        return Outcome(case, project, tuple(diagnose(project)))

    return compiled


def _missing(case: Case, folder: Path) -> str:
    """What a case needs and this computer does not have."""
    marks = {section.mark for section in case.sections}
    if "pipe" in marks and not hasattr(os, "mkfifo"):
        return "named pipes"
    if "symlink" in marks and os.name == "nt":
        return "symbolic links without a privilege"
    if case.code == "case-collision":
        (folder / "a").touch()
        if (folder / "A").exists():
            return "a file system that tells capital letters apart"
    return ""


@each_case
def test_a_case_gives_exactly_its_diagnostics(file: Path, outcome: Callable[[Path], Outcome]) -> None:
    result = outcome(file)
    assert [shown(diagnostic) for diagnostic in result.diagnostics] == list(result.case.expected)


@each_case
def test_every_diagnostic_lies_inside_its_file_and_says_what_to_do(
    file: Path, outcome: Callable[[Path], Outcome]
) -> None:
    result = outcome(file)
    for diagnostic in result.diagnostics:
        assert diagnostic.hint, shown(diagnostic)
        assert "\n" not in shown(diagnostic) + diagnostic.hint
        path = result.project.root / diagnostic.span.file
        if not path.is_file() or path.is_symlink():
            continue  # the place of a file that is never read is its beginning
        text = path.read_bytes().decode("utf-8-sig", "replace").replace("\r\n", "\n").replace("\r", "\n")
        lines = text.split("\n")
        assert 1 <= diagnostic.span.line <= len(lines), shown(diagnostic)
        assert 1 <= diagnostic.span.column <= len(lines[diagnostic.span.line - 1]) + 1, shown(diagnostic)


@each_case
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
