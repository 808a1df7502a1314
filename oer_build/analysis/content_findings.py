"""What is worth a look in content: findings as values, and the kinds of them. No text is judged here.

A finding is not a diagnostic: it does not stop a build, and the people who wrote the content may know better.
"""

from __future__ import annotations

from dataclasses import dataclass

from oer_build.analysis import content_limits as limits
from oer_build.diagnostics import Span


@dataclass(frozen=True, slots=True)
class Detail:
    """A place that belongs to a finding, with what stands there."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Finding:
    """Something to look at. `kind` is a key of `KINDS`; `span` is None where it is about the whole course."""

    kind: str
    message: str
    span: Span | None = None
    module: str = ""
    """Identifier of the module that it counts for; empty where it is none's."""
    details: tuple[Detail, ...] = ()


KINDS: dict[str, str] = {
    "reading-age": "Reading age outside {:.0f} to {:.0f}".format(*limits.READING_AGES),
    "words": "Words of learner text outside {:,} to {:,}".format(*limits.WORDS),
    "time": "Needed time outside {:.0%} to {:.0%} of the stated time".format(*limits.TIME_SHARES),
    "objective-not-used": "Objectives without an exercise, challenge or quiz item",
    "few-questions": f"Fewer than {limits.QUESTIONS} quiz items",
    "longest-option": "The right option is the longest",
    "option-position": "The right option stands in one place",
    "source-without-licence": "Sources without a licence or a note on their use",
    "source-without-address": "Sources without an address",
    "source-without-year": "Sources with neither a year nor the date on which they were read",
    "source-not-cited": "Sources that the text does not cite",
    "review-overdue": "Review is overdue",
    "review-without-date": "No date of review",
    "without-variants": "No shorter or longer variants",
    "without-plan": "No plan in minutes",
    "without-challenge": "No challenge with a rubric",
    "without-facilitator-notes": "No notes for facilitators",
    "without-key-points": "No key points",
    "few-countries": f"Cases from fewer than {limits.CASE_COUNTRIES} countries",
    "continents": "Inhabited continents without a case",
    "coverage": "Competencies taught by few modules, or that nothing practises or assesses",
}
"""What kinds there are, in the order in which they are told, and what they have in common."""

NOTED = "source-with-usage-note"
"""The kind of what is listed and is no finding: a source whose `usageInfo` says what is known in place of a
licence."""
