"""Renders a text as the compiler does, and shows what is wrong with it in one line each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from oer_build.diagnostics import Report, Span
from oer_build.lesson import ROOT, Block, Lesson, Prose
from oer_build.markup import Target, TermIndex, render
from oer_build.model import Term

FILE = "content/modules/interviews/index.md"
PAGE = "modules/interviews/"
TARGETS = {
    "users": Target("competencies/users/", "Users"),
    "users@working": Target("competencies/users/#working", "Users (Working)"),
    "module:prototypes": Target("modules/prototypes/", "Prototypes"),
    "source:survey": Target("modules/interviews/#source-survey", "The office, 2021"),
}


@dataclass(frozen=True)
class Rendered:
    lesson: Lesson
    problems: list[str]
    """`line:column code` of each diagnostic."""
    messages: list[str]

    @property
    def html(self) -> str:
        """All prose outside blocks, with addresses as from the root of the site."""
        prose = [node.html for node in self.lesson.nodes if isinstance(node, Prose)]
        return "".join(prose).replace(ROOT, "/")

    @property
    def block(self) -> Block:
        """The only block."""
        (block,) = (node for node in self.lesson.nodes if isinstance(node, Block))
        return block


def rendered(
    text: str,
    *,
    targets: Mapping[str, Target] = TARGETS,
    terms: TermIndex | None = None,
    line: int = 2,
    file: str = FILE,
    page: str = PAGE,
    minutes: int = 0,
    sizes: Mapping[str, tuple[int, int]] | None = None,
) -> Rendered:
    """Render a text that begins in line 2 of its file (so that a forgotten offset shows)."""
    report = Report()
    lesson = render(
        text,
        file=file,
        line=line,
        page_path=page,
        targets=targets,
        terms=terms,
        minutes=minutes,
        sizes=sizes,
        report=report,
    )
    problems = [f"{problem.span.line}:{problem.span.column} {problem.code}" for problem in report]
    return Rendered(lesson, problems, [f"{problem.message} | {problem.hint}" for problem in report])


def html_of(text: str, **more: object) -> str:
    """The HTML of a text in which nothing is wrong."""
    made = rendered(text, **more)  # type: ignore[arg-type]
    assert made.problems == []
    return made.html


def glossary(*terms: str) -> TermIndex:
    """A glossary: `"user research"`, or with synonyms `"user research = research with users"`."""
    made = []
    for entry in terms:
        name, *synonyms = (part.strip() for part in entry.split("="))
        made.append(Term(name.lower().replace(" ", "-"), name, "What it is.", Span("g"), tuple(synonyms)))
    return TermIndex(made)
