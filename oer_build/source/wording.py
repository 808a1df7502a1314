"""What a YAML parser complains of, in the words of someone who writes course modules.

Knows the messages of libyaml and of PyYAML's own scanner (they differ in detail) and the lines of the text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

import yaml


@dataclass(frozen=True, slots=True)
class Complaint:
    """A syntax problem. Marks have `line` and `column`, both from 0."""

    code: str
    mark: Any
    message: str
    hint: str
    related: tuple[tuple[Any, str], ...] = ()


@dataclass(frozen=True, slots=True)
class _Mark:
    line: int
    column: int


def explain(error: yaml.MarkedYAMLError, lines: list[str]) -> Complaint:
    """The complaint that an error of either parser amounts to."""
    problem = error.problem or ""
    context = error.context or ""
    mark: Any = error.problem_mark or error.context_mark or _Mark(0, 0)
    start: Any = error.context_mark or mark
    line = lines[mark.line] if mark.line < len(lines) else ""
    before = line[: mark.column]

    tab = _Mark(mark.line, mark.column) if before != line and line[mark.column] == "\t" else None
    tab = _indenting_tab(lines, mark.line) or tab
    if tab is not None and ("tab" in problem or tab.column <= mark.column):
        return Complaint(
            "yaml-tab",
            tab,
            "a tab stands where spaces belong",
            "YAML is indented with spaces: replace the tab with two spaces",
        )
    if "tag" in context or "tag" in problem or problem.startswith("did not find the expected '>'"):
        return Complaint(
            "yaml-tag",
            start,
            "a value begins with '!', which YAML takes for a tag",
            "tags are not allowed: put the text in quotes",
        )
    if "alias" in context or "anchor" in context:
        return Complaint(
            "yaml-alias",
            start,
            "a value begins with '*' or '&', which YAML takes for an alias or an anchor",
            'put the text in quotes: "*like this*"',
        )
    if "flow" in context or "flow" in problem:
        return _bracket(start, mark, lines)
    if "unexpected end of stream" in problem or "unexpected document" in problem:
        quote = _character(lines, start) or "the quotation mark"
        return Complaint(
            "yaml-syntax",
            start,
            f"the text that begins with {quote} here has no end",
            f"close it with {quote}",
        )
    if "mapping values" in problem:
        if re.search(r":\s", before) or re.match(r"\s*-\s+\S", before):
            return Complaint(
                "yaml-syntax",
                mark,
                "a second ': ' on this line; YAML takes what stands before it for another key",
                'put the text in quotes, for example title: "Users: who are they?"',
            )
        return Complaint(
            "yaml-syntax",
            mark,
            "a key stands where YAML expects the text above to go on",
            "check the line above: it may lack ': ', a quotation mark or the right indentation",
        )
    if "sequence entries" in problem:
        return Complaint(
            "yaml-syntax",
            mark,
            "a list begins on the line of its key",
            "put '- ' on a line of its own, indented under the key; put text that begins with '- ' in quotes",
        )
    if "could not find expected ':'" in problem:
        return Complaint(
            "yaml-syntax",
            start,
            "there is no ': ' after this key",
            "write key: value; if the line belongs to the text above, indent it further",
        )
    if "escape" in problem or "quoted scalar" in context:
        return Complaint(
            "yaml-syntax",
            mark,
            "a backslash in double quotes that YAML does not know",
            "write the text in single quotes, or the backslash twice",
        )
    if "block scalar" in context or "indentation indicator" in problem:
        return Complaint(
            "yaml-syntax",
            mark,
            "text stands on the line of '|' or '>'",
            "begin the text on the next line, indented by two spaces",
        )
    if "cannot start any token" in problem:
        sign = _character(lines, mark)
        return Complaint("yaml-syntax", mark, f"a value cannot begin with {sign}", "put the text in quotes")
    if "block mapping" in context or "block collection" in context or "block sequence" in context:
        return _block(start, mark, before, "mapping" in context)
    if "incompatible YAML" in problem or "directive" in problem or "directive" in context:
        return Complaint("yaml-syntax", mark, "a line begins with '%'", "remove the line")
    if "document start" in problem:
        return Complaint(
            "yaml-syntax", mark, "text follows the end of the YAML document", "remove the line '...' above it"
        )
    return Complaint(
        "yaml-syntax",
        mark,
        "this is not YAML",
        "compare indentation, quotation marks and colons with the lines above",
    )


def _bracket(start: Any, mark: Any, lines: list[str]) -> Complaint:
    sign = _character(lines, start)
    if sign not in ("'['", "'{'") and not any(line.strip() for line in _after(lines, mark)):
        start = _unclosed(lines) or start
        sign = _character(lines, start)
    if sign in ("'['", "'{'") and (mark.line > start.line or mark.column >= len(lines[mark.line].rstrip())):
        end = "']'" if sign == "'['" else "'}'"
        related = ((mark, "something else begins here"),) if 0 < mark.line < len(lines) else ()
        return Complaint(
            "yaml-syntax",
            start,
            f"the bracket {sign} that opens here is not closed",
            f"close it with {end}, and put a comma between two items",
            related,
        )
    return Complaint(
        "yaml-syntax",
        mark,
        "a comma or a closing bracket is missing here",
        "put a comma between two items; put text that holds , [ ] { or } in quotes",
    )


def _after(lines: list[str], mark: Any) -> list[str]:
    """What follows a mark, line by line."""
    if mark.line >= len(lines):
        return []
    return [lines[mark.line][mark.column :], *lines[mark.line + 1 :]]


def _unclosed(lines: list[str]) -> _Mark | None:
    """The last bracket that is opened and not closed, as far as brackets alone tell."""
    open_brackets: list[_Mark] = []
    for number, line in enumerate(lines):
        for match in re.finditer(r"[\[\]{}]", line):
            if match.group() in "[{":
                open_brackets.append(_Mark(number, match.start()))
            elif open_brackets:
                open_brackets.pop()
    return open_brackets[-1] if open_brackets else None


def _block(start: Any, mark: Any, before: str, mapping: bool) -> Complaint:
    if before.strip():
        return Complaint(
            "yaml-syntax",
            mark,
            "text stands after a value that has ended",
            "put the whole value in quotes; inside single quotes write '' for one quotation mark",
        )
    what = "the keys" if mapping else "the list"
    if start.line == mark.line:
        return Complaint(
            "yaml-syntax",
            mark,
            "a key is missing here",
            "write key: value; put text that begins with a colon in quotes",
        )
    return Complaint(
        "yaml-syntax",
        mark,
        f"this line does not line up with {what} above it",
        "indent it exactly as the lines that it belongs to",
        ((start, f"{what} began here"),),
    )


def _indenting_tab(lines: list[str], line: int) -> _Mark | None:
    """The first tab in the indentation of a line."""
    if line >= len(lines):
        return None
    indentation = lines[line][: len(lines[line]) - len(lines[line].lstrip(" \t"))]
    column = indentation.find("\t")
    return _Mark(line, column) if column >= 0 else None


def _character(lines: list[str], mark: Any) -> str:
    if mark.line < len(lines) and mark.column < len(lines[mark.line]):
        character = lines[mark.line][mark.column]
        return f"'{character}'" if character != "'" else '"\'"'
    return ""
