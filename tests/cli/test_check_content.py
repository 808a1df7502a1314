"""`oer check --content` tells what the content holds, in numbers, and stops nothing."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.tiny import FILES, MODULE, edit, oer, write_tiny

LONG = "a-module-with-a-very-long-name-as-some-academies-have-it-anyway"


@pytest.fixture
def course(tmp_path: Path) -> Path:
    return write_tiny(tmp_path)


def test_people_get_a_table_totals_and_findings_by_kind(course: Path) -> None:
    answer = oer("check", "--content", cwd=course)
    assert (answer.returncode, answer.stderr) == (0, "")
    lines = answer.stdout.splitlines()
    assert lines[0] == "No problems."
    assert lines[2].split() == ["Module", "Words", "Minutes", "Age", "Quiz", "Cases", "from", "Findings"]
    assert lines[3].split() == ["asking", "11", "0", "of", "10", "-", "0", "-", "10"]
    assert "Modules: 1 written, 0 planned; 11 words; needs about 0 of 10 minutes" in lines
    assert "listening               1/0/0" in lines
    assert f"  {MODULE}:2: 0 quiz items" in lines
    assert "Dates are compared with 2026-01-01." in lines
    assert lines[-1] == "12 findings in content."


def test_no_line_is_wider_than_a_hundred_columns(course: Path) -> None:
    text = FILES[MODULE].replace(
        "MARKER.", "MARKER.\n\n" + "/// case | There\n    country: EE\n\nSo it was.\n///\n\n" * 2
    )
    sources = (
        "sources:\n  - title: A report on everything that was tried in eleven countries over eleven years, "
        "and what came of it\n    creator: The office for the improvement of improvements\n"
        "  - {title: 안심상속 원스톱서비스에 대하여 알아야 할 모든 것을 설명하는 글, creator: 정부}\n"
    )
    place = course / "content/modules" / LONG / "index.md"
    place.parent.mkdir()
    place.write_text(text.replace("license:", f"{sources}license:", 1), encoding="utf-8")
    lines = oer("check", "--content", cwd=course).stdout.splitlines()
    assert any("안심상속" in line for line in lines)
    # A syllable of Korean takes two columns.
    assert max(len(line) + sum("가" <= sign <= "힣" for sign in line) for line in lines) <= 100
    assert any(line.startswith(f"{LONG[:39]}… ") for line in lines)


def test_programs_get_the_numbers_beside_the_diagnostics(course: Path) -> None:
    answer = oer("check", "--content", "--format", "json", cwd=course)
    told = json.loads(answer.stdout)
    assert set(told) == {"diagnostics", "counts", "content"}
    content = told["content"]
    assert (content["schemaVersion"], content["date"]) == (1, "2026-01-01")
    (module,) = content["modules"]
    assert (module["identifier"], module["words"], module["minutesStated"]) == ("asking", 11, 10)
    assert module["longestSentences"][0] == {
        "words": 7,
        "line": 11,
        "text": "The word of the day is MARKER.",
    }
    assert content["totals"]["findings"] == len(content["findings"]) == 12
    assert content["findings"][0] == {
        "kind": "words",
        "message": "11 words",
        "module": "asking",
        "file": MODULE,
        "line": 2,
        "details": [],
    }


def test_findings_are_no_problems_unless_one_says_so(course: Path) -> None:
    assert oer("check", "--content", cwd=course).returncode == 0
    assert oer("check", "--content", "--fail-on-findings", cwd=course).returncode == 1


def test_problems_are_told_first_and_still_count(course: Path) -> None:
    edit(course, MODULE, "competency: listening", "competency: lisening")
    answer = oer("check", "--content", cwd=course)
    assert answer.returncode == 1
    assert answer.stdout.index("error[unknown-competency]") < answer.stdout.index("Findings")


def test_without_the_flag_nothing_is_counted(course: Path) -> None:
    assert oer("check", cwd=course).stdout == "No problems.\n"


def test_a_terminal_is_not_told_what_a_text_says_to_it(course: Path) -> None:
    edit(course, MODULE, "license: CC", 'sources: [{title: "a\\e[2Jb", creator: c}]\nlicense: CC')
    assert "\x1b" not in oer("check", "--content", cwd=course).stdout


def test_an_empty_course_has_an_empty_report(course: Path) -> None:
    (course / MODULE).unlink()
    answer = oer("check", "--content", cwd=course)
    assert answer.returncode == 0
    assert "Modules: 0 written" in answer.stdout


@pytest.mark.parametrize(
    "arguments",
    [("--content", "--format", "sarif"), ("--content", "--format", "github"), ("--fail-on-findings",)],
    ids=" ".join,
)
def test_wrong_use_ends_with_status_2(course: Path, arguments: tuple[str, ...]) -> None:
    answer = oer("check", *arguments, cwd=course)
    assert answer.returncode == 2
    assert "--content" in answer.stderr.splitlines()[-1]
