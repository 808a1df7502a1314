"""A compiler for open educational resources: competencies in YAML and modules in Markdown become a course
site.

The names here are the public line: other programs may rely on them, and a test guards it. They are imported
when
first asked for, so that `oer --help` does not wait for what it does not use.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from oer_build.version import __version__

if TYPE_CHECKING:
    from oer_build.compile import Compilation, compile_site
    from oer_build.diagnostics import Diagnostic, Report, Span
    from oer_build.hosts.folder import write_folder
    from oer_build.model import Catalogue, Site
    from oer_build.project import Project

_HOME = {
    "Catalogue": "oer_build.model",
    "Compilation": "oer_build.compile",
    "Diagnostic": "oer_build.diagnostics",
    "Project": "oer_build.project",
    "Report": "oer_build.diagnostics",
    "Site": "oer_build.model",
    "Span": "oer_build.diagnostics",
    "compile_site": "oer_build.compile",
    "write_folder": "oer_build.hosts.folder",
}

__all__ = [
    "Catalogue",
    "Compilation",
    "Diagnostic",
    "Project",
    "Report",
    "Site",
    "Span",
    "__version__",
    "compile_site",
    "write_folder",
]


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOME[name]), name)
