"""What a YAML text means: the words of YAML 1.2, and numbers only where they print as they were written."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from oer_build.diagnostics import Report
from oer_build.source import Document, parse_yaml, tree


@pytest.fixture(params=["libyaml", "python"], autouse=True)
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Every test here holds for both parsers of PyYAML."""
    if request.param == "python":
        monkeypatch.setattr(tree, "parser_class", tree.PureParser)
    elif tree.parser_class is tree.PureParser:
        pytest.skip("this PyYAML is without libyaml")
    yield


def parse(text: str) -> tuple[Document | None, list[str]]:
    report = Report()
    return parse_yaml(text, "f.yml", report), [
        f"{one.span.line}:{one.span.column} {one.code}" for one in report
    ]


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("no", "no"),
        ("yes", "yes"),
        ("on", "on"),
        ("NO", "NO"),
        ("true", True),
        ("False", False),
        ("null", None),
        ("~", None),
        ("", None),
        ("1.10", "1.10"),
        ("1.1", 1.1),
        ("1.0", 1.0),
        ("7", 7),
        ("-7", -7),
        ("-0", "-0"),
        ("007", "007"),
        ("+7", "+7"),
        ("1e3", "1e3"),
        ("0x1F", "0x1F"),
        ("0o17", "0o17"),
        ("1_000", "1_000"),
        (".5", ".5"),
        (".nan", ".nan"),
        ("1:30", "1:30"),
        ("01:30", "01:30"),
        ("2026-11-21", "2026-11-21"),
        ("2026-11-21T10:00:00Z", "2026-11-21T10:00:00Z"),
        ("=", "="),
        ("<<", "<<"),
        ("9" * 5000, "9" * 5000),
        ("'1'", "1"),
        ('"true"', "true"),
        ("|\n  a\n  b", "a\nb\n"),
        (">-\n  a\n  b", "a b"),
    ],
)
def test_a_plain_scalar_means_what_the_author_wrote(written: str, value: Any) -> None:
    document, problems = parse(f"key: {written}\n")
    assert problems == []
    assert document is not None
    found = document.data["key"]
    assert (found, type(found)) == (value, type(value))


def test_keys_are_always_text() -> None:
    document, _ = parse("2020: a\ntrue: b\nnull: c\n1.10: d\n")
    assert document is not None
    assert document.data == {"2020": "a", "true": "b", "null": "c", "1.10": "d"}


def test_an_empty_text_is_an_empty_document() -> None:
    for text in ("", "\n\n", "# only a comment\n", "---\n", "\ufeff"):
        document, problems = parse(text)
        assert document is not None
        assert (document.data, problems) == (None, [])


def test_the_first_of_two_equal_keys_is_kept_and_the_second_reported() -> None:
    document, problems = parse("a: 1\nb: {c: 2, c: [3, {d: 4}]}\na: {e: 5}\n")
    assert document is not None
    assert document.data == {"a": 1, "b": {"c": 2}}
    assert problems == ["2:11 yaml-duplicate-key", "3:1 yaml-duplicate-key"]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("a: !!python/object/apply:os.system [ls]\n", "1:4 yaml-tag"),
        ("a: !ENV [HOME]\n", "1:4 yaml-tag"),
        ("a: !!str 5\n", "1:4 yaml-tag"),
        ("a: ! 5\n", "1:4 yaml-tag"),
        ("!!map {a: 1}\n", "1:1 yaml-tag"),
        ("a: &x 1\n", "1:4 yaml-alias"),
        ("a: *x\n", "1:4 yaml-alias"),
        ("*x : 1\n", "1:1 yaml-alias"),
        ("a: 1\n---\nb: 2\n", "2:1 yaml-syntax"),
        ("? [a]\n: b\n", "1:3 yaml-syntax"),
        ("a:\n\tb: 1\n", "2:1 yaml-tab"),
        ("a:\n  b: 1\n  \tc: 2\n", "3:3 yaml-tab"),
        ("a: b: c\n", "1:5 yaml-syntax"),
        ("a: [1\nb: 2\n", "1:4 yaml-syntax"),
        ('a: "b\n', "1:4 yaml-syntax"),
        ("a: \x07\n", "1:4 forbidden-character"),
        ("a: \x00\n", "1:4 nul-character"),
        ("é: \ud800\n", "1:4 forbidden-character"),
        ('a: "\\u202e"\n', "1:4 forbidden-character"),
        ('a: "\\uFDD2/"\n', "1:4 forbidden-character"),
        ('a: "\\0"\n', "1:4 nul-character"),
        ('"\\L": 1\n', "1:1 forbidden-character"),
    ],
)
def test_what_is_refused_has_its_place(text: str, problem: str) -> None:
    document, problems = parse(text)
    assert document is None
    assert problems == [problem]


@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "? ", "&a [", "[{a: ["])
def test_nesting_however_deep_does_not_end_the_process(opening: str) -> None:
    document, problems = parse(opening * 100_000)
    assert document is None
    assert problems[-1].endswith("yaml-too-deep") or problems[0].endswith(("yaml-syntax", "yaml-alias"))


def test_fifty_levels_are_allowed_and_no_more() -> None:
    assert parse("[" * 50 + "]" * 50)[1] == []
    assert parse("[" * 51 + "]" * 51)[1] == ["1:51 yaml-too-deep"]


def test_aliases_are_never_expanded() -> None:
    rows = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    rows += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 12)]
    document, problems = parse("\n".join(rows))
    assert document is None
    assert {problem.split()[1] for problem in problems} == {"yaml-alias"}
