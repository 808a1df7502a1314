"""Lines and columns as an editor shows them: from 1, a character of any kind being one column."""

from __future__ import annotations

import pytest

from oer_build.diagnostics import Report
from oer_build.source import Document, Path, parse_yaml, tree


@pytest.fixture(params=["libyaml", "python"], autouse=True)
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.param == "python":
        monkeypatch.setattr(tree, "parser_class", tree.PureParser)


def document(text: str, first_line: int = 1) -> Document:
    report = Report()
    parsed = parse_yaml(text, "f.yml", report, first_line)
    assert parsed is not None, [one.message for one in report]
    return parsed


def at(text: str, *path: str | int) -> tuple[int, int]:
    span = document(text).span(path)
    return span.line, span.column


def test_a_value_a_key_and_an_item() -> None:
    text = "title: Users\nteaches:\n  - {competency: users, level: working}\n  - competency: data\n"
    parsed = document(text)
    places: dict[Path, tuple[str, str]] = {
        (): ("1:1", "1:1"),
        ("title",): ("1:8", "1:1"),
        ("teaches",): ("3:3", "2:1"),
        ("teaches", 0): ("3:5", "3:5"),
        ("teaches", 0, "level"): ("3:32", "3:25"),
        ("teaches", 1, "competency"): ("4:17", "4:5"),
    }
    for path, (value, key) in places.items():
        assert str(parsed.span(path)) == f"f.yml:{value}"
        assert str(parsed.key_span(path)) == f"f.yml:{key}"


def test_what_is_not_there_is_answered_with_what_would_hold_it() -> None:
    parsed = document("a:\n  - b: 1\n")
    assert str(parsed.span(("a", 0, "missing", "more"))) == "f.yml:2:5"
    assert str(parsed.span(("a", 7))) == "f.yml:2:3"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a: 1\nb: x\n", (2, 4)),
        ("a: 1\r\nb: x\r\n", (2, 4)),
        ("a: 1\rb: x\r", (2, 4)),
        ("\ufeffa: 1\nb: x\n", (2, 4)),
        ("\ufeffb: x\n", (1, 4)),
        ("{b: '\t', c: 1, a: '\t\t', b2: 1}\n", (1, 5)),
        ("{é: 1, b: x}\n", (1, 11)),
        ("{😀: 1, b: x}\n", (1, 11)),
        ("{👩‍💻: 1, b: x}\n", (1, 13)),
        ("{a: '\x85', b: x}\n", (1, 13)),
        ("{a: '\u2028\u2029', b: x}\n", (1, 14)),
        ("a: '\x85'\n\nb: x\n", (3, 4)),
    ],
)
def test_columns_count_characters(text: str, place: tuple[int, int]) -> None:
    assert at(text, "b") == place


def test_separators_that_yaml_once_took_for_line_ends_stay_in_the_text() -> None:
    assert document("a: 'x\x85y\u2028z\u2029'\n").data == {"a": "x\x85y\u2028z\u2029"}


def test_a_text_inside_a_file_counts_the_lines_of_the_file() -> None:
    assert str(document("a: 1\nb: 2\n", first_line=10).span(("b",))) == "f.yml:11:4"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a: |\n  Text\n", (2, 3)),
        ("a: |  # why\n    Text\n", (2, 5)),
        ("a: >-\n  Text\n", (2, 3)),
        ("a: |\n\n\n  Text\n", (2, 1)),
        ('a: "Text"\n', (1, 5)),
        ("a: Text\n", (1, 4)),
        ("a:\n  Text\n", (2, 3)),
    ],
)
def test_the_text_of_a_scalar_begins_after_its_signs(text: str, place: tuple[int, int]) -> None:
    span = document(text).text_span(("a",))
    assert (span.line, span.column) == place


def test_a_problem_at_the_end_of_a_file_lies_inside_it() -> None:
    for text in ("a: [", "a: [\n", "a: [\n\n\n", "a: '", "{", '"\n\n'):
        report = Report()
        assert parse_yaml(text, "f.yml", report) is None
        (problem,) = report
        lines = text.split("\n")
        assert 1 <= problem.span.line <= len(lines)
        assert problem.span.column <= len(lines[problem.span.line - 1]) + 1
