"""Pure questions to a catalogue: coverage, order, roles, licences, numbers. No input or output, no HTML."""

from __future__ import annotations

from collections.abc import Mapping

from oer_build.analysis import licensing, prerequisites, programmes
from oer_build.diagnostics import Report
from oer_build.lesson import Lesson
from oer_build.model import Catalogue

__all__ = ["check"]


def check(catalogue: Catalogue, report: Report, lessons: Mapping[str, Lesson] | None = None) -> None:
    """Report what the linked whole shows to be wrong: circles, courses out of order, programmes
    whose times do not add up, licences that conflict.

    With `lessons` (by page path) the pictures that texts show from other folders are checked too.
    """
    prerequisites.check(catalogue, report)
    programmes.check(catalogue, report)
    licensing.check(catalogue, report, lessons)
