"""The same two problems, told to a person, to GitHub, to a program and to a code scanner."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from oer_build.diagnostics import Diagnostic, Related, Span
from oer_build.messages import FORMATS, as_text

LEVEL = Diagnostic(
    "unknown-level",
    Span("content/modules/a/index.md", 4, 34),
    "the framework has no level 'worked'",
    "did you mean 'working'?",
    (Related(Span("competencies/framework.yml", 6, 5), "the levels"),),
)
ORDER = Diagnostic("prerequisite-order", Span("content/courses/c/index.md", 9, 3), "'b' comes before 'a'")
SOURCE = "---\ntitle: A\nteaches:\n  - {competency: users, level: worked}\n---\n"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    file = tmp_path / LEVEL.span.file
    file.parent.mkdir(parents=True)
    file.write_text(SOURCE, encoding="utf-8")
    return tmp_path


def test_text_shows_the_line_a_caret_related_places_and_what_to_do(project: Path) -> None:
    assert FORMATS["text"]([LEVEL], project) == (
        "content/modules/a/index.md:4:34: error[unknown-level]: the framework has no level 'worked'\n"
        "  4 |   - {competency: users, level: worked}\n"
        "    |                                  ^\n"
        "  see competencies/framework.yml:6:5: the levels\n"
        "  help: did you mean 'working'?"
    )


def test_text_does_without_the_line_when_the_file_cannot_be_shown(tmp_path: Path) -> None:
    assert FORMATS["text"]([ORDER], tmp_path) == (
        "content/courses/c/index.md:9:3: warning[prerequisite-order]: 'b' comes before 'a'"
    )


def test_the_caret_stands_right_after_tabs_and_in_files_with_a_bom_and_crlf(project: Path) -> None:
    (project / LEVEL.span.file).write_bytes("\ufeffa: 1\r\n\tb: x\r\n".encode())
    problem = Diagnostic("unknown-level", Span(LEVEL.span.file, 2, 5), "x")
    assert as_text(problem, project).splitlines()[1:] == ["  2 | \tb: x", "    | \t   ^"]


def test_a_long_line_is_shown_around_the_place(project: Path) -> None:
    (project / LEVEL.span.file).write_text("x" * 5000 + "HERE" + "y" * 5000, encoding="utf-8")
    _, excerpt, caret = as_text(
        Diagnostic("unknown-level", Span(LEVEL.span.file, 1, 5001), "x"), project
    ).split("\n")
    assert len(excerpt) < 200
    assert excerpt[caret.index("^") :].startswith("HERE")


def test_text_obeys_no_escape_sequence_that_a_stranger_wrote(project: Path) -> None:
    (project / LEVEL.span.file).write_text("\x1b[2Jtitle: x\n", encoding="utf-8")
    problem = Diagnostic(
        "unknown-level", Span(LEVEL.span.file, 1, 1), "no level '\x1b]0;x\x07'", "not '\x9b2J'"
    )
    told = as_text(problem, project)
    assert all(character.isprintable() or character == "\n" for character in told)


def test_github_gets_annotations_with_everything_escaped(project: Path) -> None:
    odd = Diagnostic("unknown-level", Span("content/a,b:c.md", 1, 2), "100 %\nof it", "mend it")
    assert FORMATS["github"]([odd, ORDER], project).splitlines() == [
        "::error file=content/a%2Cb%3Ac.md,line=1,col=2,title=unknown-level::100 %25%0Aof it. mend it",
        "::warning file=content/courses/c/index.md,line=9,col=3,title=prerequisite-order::"
        "'b' comes before 'a'",
    ]


def test_github_paths_count_from_the_root_of_the_repository(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_WORKSPACE", str(project.parent))
    assert f"file={project.name}/content/courses/c/index.md," in FORMATS["github"]([ORDER], project)
    monkeypatch.setenv("GITHUB_WORKSPACE", str(project / "content"))
    assert "file=content/courses/c/index.md," in FORMATS["github"]([ORDER], project)


def test_json_is_the_published_contract(project: Path) -> None:
    told = json.loads(FORMATS["json"]([LEVEL, ORDER], project))
    assert told["counts"] == {"error": 1, "warning": 1}
    assert told["diagnostics"][0] == {
        "code": "unknown-level",
        "severity": "error",
        "message": "the framework has no level 'worked'",
        "hint": "did you mean 'working'?",
        "file": "content/modules/a/index.md",
        "line": 4,
        "column": 34,
    }


def test_json_of_a_clean_project_has_no_diagnostics(project: Path) -> None:
    told = json.loads(FORMATS["json"]([], project))
    assert told == {"diagnostics": [], "counts": {"error": 0, "warning": 0}}


def test_sarif_names_each_rule_once_and_columns_in_code_points(project: Path) -> None:
    told = json.loads(FORMATS["sarif"]([LEVEL, LEVEL, ORDER], project))
    run = told["runs"][0]
    assert told["version"] == "2.1.0"
    assert run["columnKind"] == "unicodeCodePoints"
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == ["prerequisite-order", "unknown-level"]
    for result in run["results"]:
        assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
    place = run["results"][0]["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "content/modules/a/index.md"
    assert place["region"] == {"startLine": 4, "startColumn": 34}
    assert run["results"][0]["relatedLocations"][0]["message"]["text"] == "the levels"
