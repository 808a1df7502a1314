"""Content is data from strangers: nothing in it runs, loads, hangs the build or ends it with a traceback."""

from __future__ import annotations

import contextlib
import re
import sys
import time
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from oer_build.diagnostics import Report
from oer_build.lesson import Lesson, Prose
from oer_build.markup import limits, references_in, render
from oer_build.markup.clock import TooSlow, at_most
from oer_build.markup.sanitise import TAGS
from tests.markup.rendering import FILE, PAGE, TARGETS, glossary, rendered

RUNS = re.compile(r"\s*(?:javascript|data|vbscript|file):", re.I)


class Dangers(HTMLParser):
    """What in some HTML can run, load or take over the page, as a browser would read it."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in TAGS:
            self.found.append(f"<{tag}>")
        for name, value in attrs:
            if (
                name.startswith("on")
                or name == "style"
                or (name in ("href", "src") and RUNS.match(value or ""))
            ):
                self.found.append(f"<{tag} {name}={value}>")
            if name == "src" and not (value or "").startswith("\ufdd2/"):
                self.found.append(f"<{tag} {name}={value}>")


def published(lesson: Lesson) -> str:
    """All the HTML of a lesson."""
    made = [prose.html for prose in lesson.nodes if isinstance(prose, Prose)]
    for block in lesson.blocks():
        made += [block.title, *block.items, *(item.html for item in block.plan)]
        made += [part for answer in block.answers for part in (answer.html, answer.reason)]
        made += [child.html for child in block.children if isinstance(child, Prose)]
    return "\n".join(made)


def dangers(lesson: Lesson) -> list[str]:
    return Dangers(published(lesson)).found


HTML = [
    "<script>alert(1)</script>",
    "<SCRIPT SRC=//x.example/x.js></SCRIPT>",
    "<img src=x onerror=alert(1)>",
    "<iframe src=https://x.example/></iframe>",
    "<object data=x></object>",
    "<embed src=x>",
    "<style>body{display:none}</style>",
    "<form action=x><input></form>",
    "<svg onload=alert(1)>",
    "<math><mi xlink:href=javascript:alert(1)>",
    "<details ontoggle=alert(1) open>",
    "<a href=javascript:alert(1)>x</a>",
    "<b onclick=alert(1)>x</b>",
    "<kbd style=position:fixed>x</kbd>",
    "<x onclick=alert(1)>",
    "<base href=//x.example/>",
    "<meta http-equiv=refresh content=0>",
    "<link rel=stylesheet href=//x.example/>",
    "<script",
    "<img src=x onerror=alert(1) <b>",
    "<![CDATA[<script>]]>",
    "<?php x ?>",
    "<!DOCTYPE html>",
    "<!-- open",
    "<div\nonclick=x>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
]


@pytest.mark.parametrize("html", HTML)
@pytest.mark.parametrize(
    "around",
    [
        "{}",
        "text {} text",
        "- item\n\n    {}",
        "> {}",
        "| a | b |\n|---|---|\n| {} | x |",
        "!!! note\n    {}",
        "[{}](x.md)",
        "## {}",
    ],
)
def test_html_that_can_run_or_load_is_refused_wherever_it_stands(html: str, around: str) -> None:
    made = rendered(around.format(html))
    assert any("raw-html" in problem for problem in made.problems), made.problems
    assert dangers(made.lesson) == []


def test_the_place_of_html_is_exact() -> None:
    made = rendered("a\n\n🙂\t<script>x</script> `<script>` \\<script>\n\n- b\n    - c <iframe>\n")
    assert made.problems == ["4:3 raw-html", "7:9 raw-html"]


SHAPES = {
    "open brackets": "[" * 4_000,
    "open brackets, many paragraphs": ("[" * 29 + "\n\n") * 2_000,
    "nested brackets": "[" * 500 + "]" * 500,
    "links without an end": "[a](" * 2_000,
    "footnotes": "".join(f"[^{n}]: x\n\n" for n in range(2_000)),
    "uses of a footnote": "[^1] " * 2_000 + "\n\n[^1]: x",
    "abbreviations": "".join(f"*[A{n}]: x\n" for n in range(2_000)),
    "addresses": "".join(f"[a{n}]: x\n" for n in range(2_000)),
    "nested lists": "\n".join("    " * n + "- x" for n in range(400)),
    "nested lists in a line": "- " * 400 + "x",
    "nested quotations": ">" * 400 + " x",
    "nested quotations and lists": "> - " * 200 + "x",
    "nested blocks": "\n".join("/" * n + " case | x" for n in range(3, 100)),
    "blocks": "/// case | x\n///\n" * 3_000,
    "backticks": " ".join("`" * n for n in range(1, 120)),
    "entities": "&" * 4_000,
    "backslashes": "\\" * 10_000,
    "a long line": "a " * 20_000,
    "paragraphs": "a\n\n" * 20_000,
    "a long paragraph": "a\n" * 80_000,
    "a long text": "a" * 19_000 + "\n\n" + ("a" * 15_000 + "\n\n") * 80,
}


@pytest.mark.parametrize("shape", SHAPES)
def test_a_text_that_hangs_python_markdown_is_refused_by_a_bound(shape: str) -> None:
    made = rendered(SHAPES[shape])
    assert any("too-complex" in problem for problem in made.problems)
    assert not any("seconds" in message for message in made.messages)


HARMLESS_SHAPES = {
    "bounds reached": ("[" * limits.OPEN_BRACKETS + "\n\n")
    * (limits.ALL_OPEN_BRACKETS // limits.OPEN_BRACKETS),
    "declarations": "<![ b\n<![CDATA[",
    "caret and tilde": "^" * 500 + "~" * 500,
    "spaces": "## a" + " " * 15_000 + "b\n\n- a" + " " * 15_000 + "{x}",
    "attribute lists": "## a {" + ".a " * 3_000 + "}\n\n*a*{" + "{" * 3_000,
    "emphasis": "*a _b " * 1_000,
    "notes": "!!! " + "a " * 5_000 + '"\n\n??? "' + "a " * 5_000,
    "a wide table": "|a" * 500 + "|\n" + "|-" * 500 + "|\n" + ("|b" * 500 + "|\n") * 20,
    "rules": "- " * 5_000 + "\n\n" + "-" * 15_000 + "x",
    "a long entity": "&" + "a" * 15_000 + "; &#" + "9" * 4_900 + ";",
    "an open mail address": "<" + "a" * 15_000 + "@",
    "our own marks": "\ufdd00\ufdd1 \ufdd0c0\ufdd1 \ufdd2/ \x02wzxhzdk:0\x03 \x02klzzwxh:0001\x03",
    "a lone surrogate": "\ud800",
    "nothing": "",
    "white space": " \n\t\n",
}


@pytest.mark.parametrize("shape", HARMLESS_SHAPES)
def test_an_odd_text_is_rendered_all_the_same(shape: str) -> None:
    made = rendered(HARMLESS_SHAPES[shape])
    assert not any("too-complex" in problem or "markdown-failed" in problem for problem in made.problems)


def test_no_author_can_write_our_marks() -> None:
    made = rendered("\ufdd00\ufdd1\n\n[a](\ufdd2/x)\n\n```\n\ufdd0c0\ufdd1\n```\n")
    assert "\ufdd0" not in repr(made.lesson.nodes) and made.html.count("\ufffd") >= 4


def test_work_that_takes_too_long_is_stopped() -> None:
    with pytest.raises(TooSlow), at_most(0.05):
        while True:
            pass


def test_work_that_swallows_the_stop_is_stopped_by_the_next() -> None:
    with pytest.raises(TooSlow), at_most(0.05):
        with contextlib.suppress(TooSlow):
            while True:
                pass
        end = time.process_time() + 5
        while time.process_time() < end:
            pass


def test_a_text_that_takes_too_long_is_a_diagnostic(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.modules["oer_build.markup.render"], "SECONDS", 0.01)
    made = rendered("**a** " * 400 + ("\n\n" + "**a** " * 400) * 20)
    assert made.problems == ["2:1 too-complex"]
    monkeypatch.undo()
    assert rendered("**a**").html == "<p><strong>a</strong></p>"


WORDS = [
    "[", "]", "(", ")", "![", "](", "[[users]]", "[[", "]]", "[^1]", "[^1]: x", "*[a]: b", "[a]: b", "<b>",
    "</b>", "<", "<script>", "<!--", "-->", "`", "```", "~~~", "*", "**", "_", "#", "## ", "> ", "- ",
    "1. ", "- [x] ", "- [ ] ", "/// ", "///", "//// ", "case | t", "question | q", "answer", "plan",
    "objectives", "facilitator", "5 min: ", "    ", "\t", "\n", "\n\n", "|", "|---|", ":   ", "!!! note",
    "??? x", "{.a}", "{#a}", "\\", "&", "&amp;", "type: ", "single-choice", "time: PT5M",
    "javascript:alert(1)", "https://x.example/", "a", "user", "é", "🙂", "---", "===", "onclick=x", "\"",
    "'", "$", "\r", "\x00", "\ufdd0", "\ufdd1",
]  # fmt: skip


@settings(max_examples=400, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=60).map("".join))
def test_no_text_gives_a_traceback_or_publishes_what_runs(text: str) -> None:
    report = Report()
    lesson = render(
        text,
        file=FILE,
        line=5,
        page_path=PAGE,
        targets=TARGETS,
        terms=glossary("user"),
        report=report,
        minutes=5,
    )
    assert dangers(lesson) == []
    assert not re.search("[\ufdd0\ufdd1\x02\x03]", published(lesson))
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for problem in report:
        assert 5 <= problem.span.line < 5 + len(lines), problem
        assert 1 <= problem.span.column <= len(lines[problem.span.line - 5]) + 1, problem
    for use in references_in(text, FILE, 5):
        assert lines[use.span.line - 5][use.span.column - 1 :].startswith("[[")


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=200))
def test_any_text_is_rendered(text: str) -> None:
    assert dangers(rendered(text).lesson) == []
