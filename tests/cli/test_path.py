"""`oer path`: gaps and modules for a role, and a file whose mistakes are told with their place."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.tiny import MODULE, edit, oer, write_tiny

FRAMEWORK = "levels: [{identifier: basic, title: Basic}, {identifier: high, title: High}]\n"
LISTENING = """\
indicators:
  basic: [{identifier: b1, statement: Hears one.}, {statement: Hears two.}]
  high: [{identifier: h1, statement: Hears all.}]
"""
ROLE = """\
title: Clerk
description: Sits at the counter.
competencyRequired: [{competency: listening, level: high}]
"""


@pytest.fixture
def course(tmp_path: Path) -> Path:
    write_tiny(tmp_path)
    for path, text in (("framework", FRAMEWORK), ("listening", LISTENING)):
        place = tmp_path / f"competencies/{path}.yml"
        place.write_text(place.read_text(encoding="utf-8") + text, encoding="utf-8")
    (tmp_path / "competencies/roles").mkdir()
    (tmp_path / "competencies/roles/clerk.yml").write_text(ROLE, encoding="utf-8")
    edit(tmp_path, MODULE, "listening, strength", "listening, level: basic, strength")
    return tmp_path


def have(course: Path, content: object) -> Path:
    place = course / "mine.json"
    text = content if isinstance(content, str) else json.dumps(content)
    place.write_text(text, encoding="utf-8")
    return place


def test_gaps_come_first_and_then_the_way(course: Path) -> None:
    mine = have(course, {"schemaVersion": 1, "statements": {"listening": ["b1"]}})
    answer = oer("path", "--role", "clerk", "--have", mine, cwd=course)
    assert (answer.returncode, answer.stderr) == (0, "")
    assert answer.stdout == (
        "Gaps: Clerk\n"
        "  Listening: needs High, holds none yet\n"
        "    Basic: 1 of 2 statements are true; not yet true:\n"
        "      basic-2  Hears two.\n"
        "    High: 0 of 1 statements are true; not yet true:\n"
        "      h1  Hears all.\n"
        "\n"
        "Pathway: 1 module, 10 minutes\n"
        "  1. asking: Asking, 10 minutes\n"
        "     leads to Listening, Basic\n"
        "No module that is left teaches: Listening, High\n"
    )


def test_role_and_hours_of_the_file_count_where_none_are_given(course: Path) -> None:
    mine = have(course, {"schemaVersion": 1, "role": "clerk", "hours": 0.1})
    answer = oer("path", "--have", mine, "--format", "json", cwd=course)
    found = json.loads(answer.stdout)
    assert (found["role"], found["hours"], found["steps"]) == ("clerk", 0.1, [])
    assert found["beyond"] == [{"competency": "listening", "level": "basic"}]
    answer = oer("path", "--have", mine, "--hours", "1", "--format", "json", cwd=course)
    assert [one["module"] for one in json.loads(answer.stdout)["steps"]] == ["asking"]


def test_all_that_is_needed_is_there(course: Path) -> None:
    mine = have(course, {"schemaVersion": 1, "statements": {"listening": ["b1", "basic-2", "h1"]}})
    answer = oer("path", "--role", "clerk", "--have", mine, cwd=course)
    assert answer.stdout == "Clerk: no gaps. All that this role needs is there.\n"


def test_what_the_project_does_not_have_is_told_and_not_counted(course: Path) -> None:
    mine = have(course, {"schemaVersion": 1, "statements": {"listening": ["x"], "y": []}, "done": ["z"]})
    answer = oer("path", "--role", "clerk", "--have", mine, cwd=course)
    assert answer.returncode == 0
    assert "statements.listening: no statement 'x' here" in answer.stderr
    assert "statements.y: no such competency here" in answer.stderr
    assert "done: no module 'z' here" in answer.stderr


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("", "mine.json:1:1: is no JSON here: expecting value"),
        ('{"schemaVersion": 1,\n "done": [}', "mine.json:2:11: is no JSON here"),
        ("[" * 100_000, "is no JSON that this tool can read"),
        ('{"schemaVersion": 1, "hours": 1' + "0" * 5000 + "}", "is no JSON that this tool can read"),
        ([], "an object is expected, and not a list"),
        ({}, "schemaVersion is missing"),
        ({"schemaVersion": 2}, "schemaVersion is 2"),
        ({"schemaVersion": True}, "schemaVersion is true"),
        ({"schemaVersion": 1, "statements": []}, "statements: an object is expected, and not a list"),
        ({"schemaVersion": 1, "statements": {"a": "b"}}, "statements.a: a list is expected, and not a text"),
        ({"schemaVersion": 1, "done": ["a", 3]}, "done[1]: a text is expected, and not a number"),
        ({"schemaVersion": 1, "role": ["a"]}, "role: a text is expected, and not a list"),
        ({"schemaVersion": 1, "hours": "6"}, "hours: a number is expected, and not a text"),
        ({"schemaVersion": 1, "hours": -1}, "hours: -1 is no length of time"),
        ({"schemaVersion": 1, "hours": 10**400}, "hours: a number of very many digits is no length"),
        ('{"schemaVersion": 1, "hours": NaN}', "hours: NaN is no length of time"),
        (
            '{"schemaVersion": 1, "statements": {"\\u001b[31m": 1}}',
            "statements.\N{REPLACEMENT CHARACTER}[31m",
        ),
    ],
)
def test_a_mistake_in_the_file_is_told_with_its_place(course: Path, content: object, said: str) -> None:
    answer = oer("path", "--role", "clerk", "--have", have(course, content), cwd=course)
    assert (answer.returncode, answer.stdout) == (2, "")
    assert said in answer.stderr
    assert "\n  help: " in answer.stderr


def test_a_file_that_is_no_text_or_not_there(course: Path) -> None:
    (course / "mine.json").write_bytes(b"\xff\xfe{}")
    assert "is no text in UTF-8" in oer("path", "--role", "clerk", "--have", "mine.json", cwd=course).stderr
    for name in ("none.json", "content"):
        answer = oer("path", "--role", "clerk", "--have", name, cwd=course)
        assert answer.returncode == 2
        assert f"{name}: cannot be read" in answer.stderr


@pytest.mark.parametrize("hours", ["-1", "nan", "inf", "many"])
def test_hours_that_are_none(course: Path, hours: str) -> None:
    answer = oer("path", "--role", "clerk", "--hours", hours, cwd=course)
    assert answer.returncode == 2
    assert "--hours" in answer.stderr


def test_a_role_that_is_not_there(course: Path) -> None:
    answer = oer("path", "--role", "clark", cwd=course)
    assert answer.returncode == 2
    assert "there is no role 'clark'; did you mean 'clerk'?" in answer.stderr
    answer = oer("path", cwd=course)
    assert (answer.returncode, "name a role with --role ROLE" in answer.stderr) == (2, True)
