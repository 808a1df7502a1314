"""How `oer check --content` tells what it counted, to people: a table, totals, and findings by kind.

Values come from `analysis.content`; nothing is counted here. No line is wider than `WIDTH`, except for a
path that is.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from oer_build.analysis import content_limits as limits
from oer_build.analysis.content import Content
from oer_build.analysis.content_coverage import Taught
from oer_build.analysis.content_findings import KINDS, Finding
from oer_build.analysis.content_module import ModuleContent
from oer_build.analysis.readability import (
    AGE_OF_GRADE_0,
    GRADE_FORMULA,
    GRADE_SOURCE,
    LIX_FORMULA,
    LIX_SOURCE,
)
from oer_build.messages import visible

WIDTH = 100
_NAME = 40
"""Columns of an identifier in a table."""
_COUNTRIES = 14
"""Columns of country codes: as many as fit, then a number."""


def as_text(content: Content) -> str:
    """The whole report for a person to read."""
    parts = [_modules(content), _totals(content), _coverage(content.coverage), _methods(content)]
    for kind, title in KINDS.items():
        parts.append(_group(title, [finding for finding in content.findings if finding.kind == kind]))
    parts.append(_noted(content.noted))
    count = len(content.findings)
    parts.append(f"{count} finding{'' if count == 1 else 's'} in content.")
    return "\n\n".join(part for part in parts if part)


# -- numbers ---------------------------------------------------------------------------------------


def _modules(content: Content) -> str:
    counts = Counter(finding.module for finding in content.findings)
    rows = [("Module", "Words", "Minutes", "Age", "Quiz", "Cases from", "Findings")]
    for module in content.modules:
        rows.append(
            (
                module.module.identifier,
                f"{module.words:,}",
                f"{module.time.needed} of {module.time.stated or '-'}",
                _difficulty(module),
                str(module.questions),
                _codes(module.countries),
                str(counts[module.module.identifier]),
            )
        )
    return "\n".join(
        f"{_cut(name, _NAME):<{_NAME}} {words:>6} {time:>10} {age:>7} {quiz:>5}  "
        f"{countries:<{_COUNTRIES}} {found:>8}"
        for name, words, time, age, quiz, countries, found in rows
    )


def _difficulty(module: ModuleContent) -> str:
    if module.reading.age is not None:
        return f"{module.reading.age:.1f}"
    return "-" if module.reading.lix is None else f"LIX {module.reading.lix:.0f}"


def _codes(codes: Sequence[str]) -> str:
    """As many codes as fit, and how many more there are."""
    told = " ".join(codes)
    if len(told) <= _COUNTRIES:
        return told or "-"
    fitting = (_COUNTRIES - len(" +99") + 1) // 3
    return f"{' '.join(codes[:fitting])} +{len(codes) - fitting}"


def _totals(content: Content) -> str:
    modules, habits, sources, spread = content.modules, content.habits, content.sources, content.spread
    words = sum(module.words for module in modules)
    needed = sum(module.time.needed for module in modules)
    stated = sum(module.time.stated for module in modules)
    lines = [
        f"Modules: {len(modules)} written, {content.planned} planned; {words:,} words; "
        f"needs about {needed:,} of {stated:,} minutes",
        f"Questions: {sum(module.questions for module in modules)}; options without a reason: "
        f"{sum(module.options_without_reason for module in modules)}",
    ]
    if habits.items:
        lines.append(
            f"Single-choice items: {habits.items}; the right option is the longest in {habits.longest} "
            f"({habits.longest_share:.0%}; by chance {habits.longest_by_chance / habits.items:.0%}); "
            "it stands "
            + ", ".join(f"at {place} in {count}" for place, count in enumerate(habits.positions, 1))
        )
    lines += [
        f"Sources: {sources.entries}; with a licence {sources.licensed}, with a note on their use "
        f"{sources.with_usage_note}; with an address {sources.with_address}, with a year {sources.with_year}",
        f"Cases: {spread.cases}, from {len(spread.countries)} countries"
        + _listed("; ", _by_count(spread.countries)),
        "Continents" + _listed(", ", (f"{name} {count}" for name, count in spread.continents.items())),
    ]
    return "\n".join(line for text in lines for line in _wrapped(text))


def _listed(separator: str, items: Iterable[str]) -> str:
    told = separator.join(items)
    return f": {told}" if told else ""


def _by_count(countries: Mapping[str, int]) -> Iterator[str]:
    """ "2 from BR, KE" for all that have the same count."""
    for count, entries in groupby(countries.items(), key=lambda entry: entry[1]):
        yield f"{count} from {', '.join(code for code, _ in entries)}"


def _coverage(table: Sequence[Taught]) -> str:
    """A row a competency, a column a level: modules that teach / practise / assess it, and planned ones."""
    levels = list(dict.fromkeys(entry.cell.level for entry in table))
    if not levels:
        return ""
    cells = {(entry.cell.competency, entry.cell.level): entry for entry in table}
    column = min(18, (WIDTH - 24) // len(levels))
    lines = [f"{'Competency':<24}" + "".join(f"{_cut(level, column - 1):<{column}}" for level in levels)]
    for competency in dict.fromkeys(entry.cell.competency for entry in table):
        told = "".join(f"{_cell(cells[competency, level]):<{column}}" for level in levels)
        lines.append(f"{_cut(competency, 23):<24}{told}")
    lines.append("(modules that teach / practise / assess it, + planned ones)")
    return "\n".join(line.rstrip() for line in lines)


def _cell(entry: Taught) -> str:
    cell = entry.cell
    planned = f" +{len(cell.planned)}" if cell.planned else ""
    return f"{len(cell.taught)}/{len(cell.practised)}/{len(cell.assessed)}{planned}"


def _methods(content: Content) -> str:
    """How the numbers were made: without it nobody can say whether to believe them."""
    lines = [
        f"Minutes: reading at {limits.WORDS_A_MINUTE} words a minute, exercises and discussions as stated, "
        f"{limits.MINUTES_A_QUESTION:g} minute a question; challenges where the plan has them.",
    ]
    if any(module.reading.grade is not None for module in content.modules):
        lines.append(
            f"Reading age: Flesch-Kincaid grade ({GRADE_FORMULA}) + {AGE_OF_GRADE_0}, of the paragraphs of "
            f"sections and cases, English only. {GRADE_SOURCE}."
        )
    if any(module.reading.lix is not None for module in content.modules):
        lines.append(f"LIX: {LIX_FORMULA}, for other languages. {LIX_SOURCE}.")
    lines.append(f"Dates are compared with {content.today.isoformat()}.")
    return "\n".join(line for text in lines for line in _wrapped(text))


# -- findings --------------------------------------------------------------------------------------


def _group(title: str, findings: Sequence[Finding]) -> str:
    if not findings:
        return ""
    lines = [f"{title} ({len(findings)})"]
    for finding in findings:
        lines += _placed(
            "  ", f"{finding.span.file}:{finding.span.line}" if finding.span else "", finding.message
        )
        for detail in finding.details:
            lines += _placed("    ", f"line {detail.span.line}", detail.text)
    return "\n".join(lines)


def _placed(indent: str, place: str, message: str) -> Iterator[str]:
    """A message after its place; below it where both do not fit in a line."""
    first = f"{indent}{place}: {message}" if place else f"{indent}{message}"
    if _columns(first) <= WIDTH or not place:
        yield from _wrapped(first, indent)
    else:
        yield visible(f"{indent}{place}:")
        yield from _wrapped(message, f"{indent}  ")


def _noted(noted: Sequence[Finding]) -> str:
    """Where they stand; what they say is in the JSON form."""
    if not noted:
        return ""
    lines = [
        f"Not counted as findings: sources with a note on their use in place of a licence ({len(noted)})"
    ]
    spans = [finding.span for finding in noted if finding.span]
    for file, places in groupby(spans, key=lambda span: span.file):
        numbers = ", ".join(str(place.line) for place in places)
        lines += _wrapped(f"  {file}: line{'s' if ',' in numbers else ''} {numbers}", "  ")
    return "\n".join(lines)


def _wrapped(text: str, indent: str = "") -> list[str]:
    """Lines of at most `WIDTH` columns, broken at spaces; further ones are indented by four more."""
    lines = [indent]
    for word in visible(text).split():
        if lines[-1].strip() and _columns(lines[-1]) + 1 + _columns(word) > WIDTH:
            lines.append(f"{indent}    {word}")
        else:
            lines[-1] += f" {word}" if lines[-1].strip() else word
    return lines


def _columns(text: str) -> int:
    """Columns on a terminal, where letters of East Asia are twice as wide."""
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in text)


def _cut(text: str, width: int) -> str:
    return text if len(text) <= width else f"{text[: width - 1]}…"
