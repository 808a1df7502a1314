"""What a host tells the core about the project: its folders and its site. Values only."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from oer_build.diagnostics import Diagnostic
from oer_build.model import Site
from oer_build.settings import Settings

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
    look: Mapping[Any, Any] = field(default_factory=dict)
    """Colours and fonts of the site, as its settings say them; read by the room `look`."""
    settings: Settings = field(default_factory=Settings)
    """The file that these stand in."""
    faults: tuple[Diagnostic, ...] = ()
    """What the host that read it found wrong in it."""
    cache: Path | None = None
    """Folder of the content-addressed cache; None: nothing is kept."""
