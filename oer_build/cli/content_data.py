"""What `oer check --content --format json` prints beside the diagnostics. Its shape is documented in
docs/how-to/check-the-content.md; keys may be added, and none changes its meaning.
"""

from __future__ import annotations

from collections import Counter
from typing import Any

from oer_build.analysis import content_limits as limits
from oer_build.analysis.content import Content
from oer_build.analysis.content_coverage import Taught
from oer_build.analysis.content_findings import Finding
from oer_build.analysis.content_module import ModuleContent
from oer_build.analysis.readability import (
    AGE_OF_GRADE_0,
    GRADE_FORMULA,
    GRADE_SOURCE,
    LIX_FORMULA,
    LIX_SOURCE,
)


def as_data(content: Content) -> dict[str, Any]:
    """The report as values of JSON."""
    counts = Counter(finding.module for finding in content.findings)
    habits, sources, spread = content.habits, content.sources, content.spread
    return {
        "schemaVersion": 1,
        "date": content.today.isoformat(),
        "methods": {
            "wordsAMinute": limits.WORDS_A_MINUTE,
            "minutesAQuestion": limits.MINUTES_A_QUESTION,
            "readingAge": f"{GRADE_FORMULA} + {AGE_OF_GRADE_0}",
            "readingAgeSource": GRADE_SOURCE,
            "lix": LIX_FORMULA,
            "lixSource": LIX_SOURCE,
        },
        "modules": [_module(module, counts[module.module.identifier]) for module in content.modules],
        "totals": {
            "modules": len(content.modules),
            "planned": content.planned,
            "words": sum(module.words for module in content.modules),
            "minutesNeeded": sum(module.time.needed for module in content.modules),
            "minutesStated": sum(module.time.stated for module in content.modules),
            "questions": sum(module.questions for module in content.modules),
            "optionsWithoutReason": sum(module.options_without_reason for module in content.modules),
            "findings": len(content.findings),
        },
        "quiz": {
            "singleChoice": habits.items,
            "rightIsLongest": habits.longest,
            "rightIsLongestByChance": round(habits.longest_by_chance, 2),
            "positions": list(habits.positions),
        },
        "sources": {
            "entries": sources.entries,
            "withLicence": sources.licensed,
            "withUsageNote": sources.with_usage_note,
            "withAddress": sources.with_address,
            "withYear": sources.with_year,
        },
        "cases": {
            "count": spread.cases,
            "countries": spread.countries,
            "continents": spread.continents,
        },
        "coverage": [_cell(entry) for entry in content.coverage],
        "findings": [_finding(finding) for finding in content.findings],
        "noted": [_finding(finding) for finding in content.noted],
    }


def _module(content: ModuleContent, findings: int) -> dict[str, Any]:
    module, time, reading = content.module, content.time, content.reading
    return {
        "identifier": module.identifier,
        "file": module.span.file,
        "creativeWorkStatus": module.creative_work_status,
        "inLanguage": module.in_language,
        "words": content.words,
        "minutesStated": time.stated,
        "minutesNeeded": time.needed,
        "minutes": {name: round(minutes, 1) for name, minutes in time.parts()},
        "minutesExtra": 0 if time.challenges_included else time.challenges,
        "readingAge": _rounded(reading.age),
        "lix": _rounded(reading.lix),
        "wordsASentence": round(reading.words_a_sentence, 1),
        "longestSentences": [
            {"words": sentence.words, "line": sentence.span.line, "text": sentence.text}
            for sentence in content.longest
        ],
        "objectives": content.objectives,
        "questions": content.questions,
        "optionsWithoutReason": content.options_without_reason,
        "cases": content.cases,
        "countries": list(content.countries),
        "findings": findings,
    }


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 1)


def _cell(entry: Taught) -> dict[str, Any]:
    cell = entry.cell
    return {
        "competency": cell.competency,
        "level": cell.level,
        "taught": len(cell.taught),
        "practised": len(cell.practised),
        "assessed": len(cell.assessed),
        "planned": len(cell.planned),
        "expected": entry.expected,
    }


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "kind": finding.kind,
        "message": finding.message,
        "module": finding.module,
        "file": finding.span.file if finding.span else "",
        "line": finding.span.line if finding.span else 0,
        "details": [{"text": detail.text, "line": detail.span.line} for detail in finding.details],
    }
