"""How the site looks, as values: the colours and fonts that a site sets, and the shapes of its competencies.

Knows colours, WCAG's formula of contrast, how a style sheet is written and how a problem is reported; nothing
of pages, hosts or files.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from oer_build.diagnostics import Report
from oer_build.look.options import read_look
from oer_build.look.scheme import contrast_faults
from oer_build.look.sheet import SHEET, style_sheet
from oer_build.settings import Settings

__all__ = ["SHEET", "compile_look"]


def compile_look(raw: Mapping[Any, Any], settings: Settings, report: Report) -> str:
    """The style sheet of what a site set; empty where it set nothing. Problems are reported where they stand
    in its settings."""
    look, faults = read_look(raw)
    for fault in (*faults, *contrast_faults(look)):
        report.add(fault.code, settings.option("look", *fault.way), fault.message, fault.hint)
    return style_sheet(look)
