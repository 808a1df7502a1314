"""What a host tells the core about the project: its folders and its site. Values only."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from oer_build.model import Site

COMPETENCIES = "competencies"
CONTENT = "content"
PAGE_OVERRIDES = "overrides/pages"
STRING_OVERRIDES = "overrides/strings"


@dataclass(frozen=True, slots=True)
class Project:
    """A project on disk. `articles` names further folders whose Markdown pages are published under the
    folder's name."""

    root: Path
    site: Site
    articles: tuple[str, ...] = ()
    cache: Path | None = None
    """Folder of the content-addressed cache; None: nothing is kept."""
