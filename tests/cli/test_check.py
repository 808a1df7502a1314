"""`oer check` shows every problem at once, in four formats, and writes nothing."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.tiny import MODULE, edit, oer, write_tiny


@pytest.fixture
def course(tmp_path: Path) -> Path:
    return write_tiny(tmp_path)


@pytest.fixture
def broken(course: Path) -> Path:
    edit(course, MODULE, "competency: listening", "competency: lisening")
    edit(course, MODULE, "PT10M", "ten minutes")
    return course


def test_a_clean_project_ends_with_status_0(course: Path) -> None:
    answer = oer("check", cwd=course)
    assert (answer.returncode, answer.stdout, answer.stderr) == (0, "No problems.\n", "")


def test_problems_are_shown_with_place_excerpt_and_advice(broken: Path) -> None:
    answer = oer("check", cwd=broken)
    assert answer.returncode == 1
    assert f"{MODULE}:5:15: error[" in answer.stdout
    assert "'ten minutes'" in answer.stdout
    assert answer.stdout.endswith(".\n")
    assert "Traceback" not in answer.stderr


def test_programs_get_nothing_but_their_format(broken: Path) -> None:
    answer = oer("check", "--format", "json", cwd=broken)
    told = json.loads(answer.stdout)
    assert answer.returncode == 1
    assert told["counts"]["error"] == len(told["diagnostics"]) >= 1
    assert answer.stderr == ""


def test_a_scanner_gets_sarif_even_when_all_is_well(course: Path) -> None:
    answer = oer("check", "--format", "sarif", cwd=course)
    assert answer.returncode == 0
    assert json.loads(answer.stdout)["runs"][0]["results"] == []


def test_github_gets_an_annotation_for_each_problem(broken: Path) -> None:
    answer = oer("check", "--format", "github", cwd=broken)
    assert answer.returncode == 1
    assert answer.stdout.startswith(f"::error file={MODULE},line=")


def test_nothing_is_published(course: Path) -> None:
    oer("check", cwd=course)
    assert not (course / "site").exists()
