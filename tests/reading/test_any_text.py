"""Whatever somebody puts into a file: an answer, never a traceback, and every place inside the file."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from oer_build.diagnostics import Report, Span
from oer_build.source import Path as TreePath
from oer_build.source import parse_yaml, split_front_matter, tree
from tests.reading.projects import loaded

SIGNS = list("abc:-?[]{},#&*!|>'\"%@`~\\ \t\n\r\x00\x07\x85\u2028\ufeff\ud800é😀\U0001f469\u200d0123456789.")
WORDS = [
    *[
        "a: ",
        "- ",
        "\n  ",
        "\n",
        "---\n",
        "...\n",
        "title: ",
        "{a: 1",
        "[",
        "]",
        "}",
        "'",
        '"',
        "|\n",
        ">-\n",
    ],
    *["&a ", "*a ", "!!str ", "%YAML 1.2\n", "# c\n", "? ", ": ", ", ", "😀", "\r\n", "\t", "null", "1.10"],
    "license: CC0-1.0\n",
]
texts = st.one_of(
    st.text(),
    st.text(alphabet=st.sampled_from(SIGNS), max_size=60),
    st.lists(st.sampled_from(WORDS), max_size=30).map("".join),
)
quick = settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def inside(span: Span, text: str) -> bool:
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    lines = text.split("\n")
    return 1 <= span.line <= len(lines) and 1 <= span.column <= len(lines[span.line - 1]) + 1


def paths(value: Any, path: TreePath = ()) -> list[TreePath]:
    found = [path]
    if isinstance(value, dict):
        for key, item in value.items():
            found += paths(item, (*path, key))
    elif isinstance(value, list):
        for n, item in enumerate(value):
            found += paths(item, (*path, n))
    return found


def check(text: str) -> None:
    report = Report()
    document = parse_yaml(text, "f.yml", report)
    assert (document is None) <= (report.errors > 0)
    for problem in report:
        assert inside(problem.span, text), problem
        assert all(inside(related.span, text) for related in problem.related)
        assert problem.hint
    if document is not None:
        for path in paths(document.data):
            for span in (document.span(path), document.key_span(path), document.text_span(path)):
                assert inside(span, text), path


@quick
@given(texts)
@example("a: |\n\n")
@example("\ufeff\ufeff")
@example("a: &a [*a]")
@example("%TAG ! tag:x,2000:\n---\na: 1")
def test_yaml(text: str) -> None:
    check(text)


@quick
@given(texts)
def test_yaml_without_libyaml(text: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(tree, "parser_class", tree.PureParser)
        check(text)


@quick
@given(
    st.sampled_from(["", "---\n", "\n---\n", "--- \n", "\ufeff---\n", "—\n", "---\na: 1\n---\n"]),
    texts,
    st.booleans(),
)
def test_front_matter(beginning: str, rest: str, required: bool) -> None:
    text = beginning + rest
    report = Report()
    document, body, line = split_front_matter(text, "f.md", report, required=required)
    assert (document is None) <= (report.errors > 0)
    for problem in report:
        assert inside(problem.span, text)
    plain = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    if document is not None:
        assert plain.endswith(body)
        assert plain[: len(plain) - len(body)].count("\n") + 1 == line


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.sampled_from(
        [
            "competencies/framework.yml",
            "competencies/users.yml",
            "competencies/roles/owner.yml",
            "competencies/crosswalks/other.yml",
            "content/glossary.yml",
            "content/modules/a/index.md",
            "content/courses/a/index.md",
            "content/about.md",
            "content/modules/a/p.svg",
            "REUSE.toml",
        ]
    ),
    st.one_of(
        st.binary(max_size=200),
        texts.map(lambda text: text.encode("utf-8", "surrogatepass")),
        texts.map(lambda text: f"---\n{text}\n---\nText\n".encode("utf-8", "surrogatepass")),
    ),
)
def test_a_project(path: str, content: bytes) -> None:
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        _, report = loaded(Path(folder), {path: content, "content/modules/a/note.txt": "A note.\n"})
        for problem in report:
            assert problem.hint
            assert problem.message.isprintable() or "\ufffd" in problem.message


trees = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=5)),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(
            st.sampled_from(
                [
                    "title",
                    "teaches",
                    "competency",
                    "level",
                    "indicators",
                    "sources",
                    "license",
                    "x",
                    "associations",
                ]
            ),
            inner,
            max_size=5,
        ),
    ),
    max_leaves=12,
)


@quick
@given(
    trees,
    st.sampled_from(["competencies/users.yml", "competencies/framework.yml", "content/modules/a/index.md"]),
)
def test_any_shape_of_record(value: Any, path: str) -> None:
    """Values of any type in any place: each is an error in the author's words, never one of the program."""
    import json
    import tempfile

    text = json.dumps(value, ensure_ascii=True, allow_nan=False) if _finite(value) else "{}"
    text = text if path.endswith(".yml") else f"---\n{text}\n---\nText\n"
    with tempfile.TemporaryDirectory() as folder:
        _, report = loaded(Path(folder), {path: text})
        for problem in report:
            assert inside(problem.span, text), problem
            for word in ("pydantic", "validat", "Input should", "instance", "NoneType", "dict", "str "):
                assert word not in problem.message + problem.hint


def _finite(value: Any) -> bool:
    if isinstance(value, float):
        return value == value and abs(value) != float("inf")
    if isinstance(value, dict):
        return all(_finite(item) for item in value.values())
    return all(_finite(item) for item in value) if isinstance(value, list) else True
