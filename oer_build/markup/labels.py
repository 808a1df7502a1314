"""The few words of interface in rendered prose, for screen readers. Hosts pass them in their language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Labels:
    """Words in rendered HTML. `{number}` is filled in."""

    table: str = "Table {number}"
    """Name of the region that a wide table scrolls in."""
    picture: str = "Open the picture large"
    """What the link around a wide picture does."""
    footnotes: str = "Footnotes"
    footnote: str = "Footnote {number}"
    """Name of the link to a footnote."""
    back: str = "Back to the text of footnote {number}"
    """Name of the link from a footnote back to the text."""
    notes: Mapping[str, str] = field(default_factory=dict)
    """Titles of notes without a title of their own, by kind; without an entry it is the kind."""
