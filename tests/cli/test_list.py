"""`oer list` and `oer schema`: what there is, for people and for other programs."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from oer_build.codes import CODES
from tests.cli.tiny import MODULE, edit, oer, write_tiny


@pytest.fixture
def course(tmp_path: Path) -> Path:
    return write_tiny(tmp_path)


def test_without_a_kind_it_counts(course: Path) -> None:
    lines = oer("list", cwd=course).stdout.splitlines()
    assert [line.split() for line in lines] == [
        ["competencies", "1"],
        ["modules", "1"],
        ["courses", "0"],
        ["roles", "0"],
    ]


def test_identifiers_come_first(course: Path) -> None:
    assert oer("list", "competencies", cwd=course).stdout == "listening  -  Listening\n"
    assert oer("list", "modules", cwd=course).stdout == "asking  draft  10 min  Asking\n"
    assert oer("list", "roles", cwd=course).stdout == ""


def test_a_list_that_may_have_gaps_says_so(course: Path) -> None:
    edit(course, MODULE, "PT10M", "ten minutes")
    answer = oer("list", "competencies", cwd=course)
    assert answer.returncode == 1
    assert "listening" in answer.stdout
    assert "oer check" in answer.stderr


def test_diagnostics_are_listed_without_a_project(tmp_path: Path) -> None:
    lines = oer("list", "diagnostics", cwd=tmp_path).stdout.splitlines()
    assert [line.split()[0] for line in lines] == sorted(CODES)


def test_schemas_are_json_schemas(tmp_path: Path) -> None:
    kinds = oer("schema", cwd=tmp_path).stdout.split()
    assert {"framework", "competency", "role", "crosswalk", "module", "course", "glossary"} <= set(kinds)
    answer = oer("schema", "--out", "schemas", cwd=tmp_path)
    assert answer.returncode == 0
    for kind in kinds:
        schema = json.loads((tmp_path / f"schemas/{kind}.schema.json").read_text(encoding="utf-8"))
        jsonschema.Draft202012Validator.check_schema(schema)
    assert json.loads(oer("schema", "module", cwd=tmp_path).stdout)["properties"]["teaches"]
