"""What can be wrong, where, and what to do: spans, diagnostics and the report that collects them.

Knows nothing of files, YAML or MkDocs. The catalogue of codes is in `codes.py`.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Literal

from oer_build.codes import CODES

NEAR_MISS_LIMIT = 2000
"""How many words a mistyped one is compared with."""

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A place in an author's file.

    `file` is relative to the project, with forward slashes. `line` and `column` count from 1;
    a column counts characters (code points) of the line, a tab or an emoji being one.
    """

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Related:
    """A second place that helps to understand a diagnostic."""

    span: Span
    message: str


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One problem: its permanent code, its place, what is wrong in the author's words, what to do."""

    code: str
    span: Span
    message: str
    hint: str = ""
    related: tuple[Related, ...] = ()

    @property
    def severity(self) -> Severity:
        return CODES[self.code].severity


@dataclass(slots=True)
class Report:
    """All the problems of one run, in the order of their places when read."""

    found: list[Diagnostic] = field(default_factory=list)

    def add(
        self, code: str, span: Span, message: str, hint: str = "", related: Iterable[Related] = ()
    ) -> None:
        """Record a problem. `code` must be in the catalogue: an unknown one is a fault of the program."""
        if code not in CODES:
            raise KeyError(f"diagnostic code {code!r} is not in oer_build/codes.py")
        self.found.append(Diagnostic(code, span, message, hint, tuple(related)))

    def extend(self, diagnostics: Iterable[Diagnostic]) -> None:
        self.found.extend(diagnostics)

    def __iter__(self) -> Iterator[Diagnostic]:
        return iter(sorted(dict.fromkeys(self.found), key=lambda d: (d.span, d.code, d.message)))

    def __len__(self) -> int:
        return len(set(self.found))

    @property
    def errors(self) -> int:
        return sum(d.severity == "error" for d in self)

    @property
    def warnings(self) -> int:
        return sum(d.severity == "warning" for d in self)


def near_miss(word: str, known: Iterable[str], likeness: float = 0.6) -> str:
    """The known word nearest to a mistyped one, or an empty string when none is near.

    `likeness` is the least ratio of difflib. Words much longer or shorter are not compared, so that a
    thousand
    mistakes in a site of thousands of pages stay cheap.
    """
    candidates = [other for other in known if abs(len(other) - len(word)) <= 4]
    matches = difflib.get_close_matches(word, candidates[:NEAR_MISS_LIMIT], n=1, cutoff=likeness)
    return matches[0] if matches else ""
