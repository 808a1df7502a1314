"""What the walk over a rendered text knows of it, and what it finds in it. No Markdown, no tree."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from oer_build.diagnostics import Report, Span
from oer_build.lesson import Heading, Link
from oer_build.markup.anchors import Anchors
from oer_build.markup.labels import Labels
from oer_build.markup.parts import Outline, Part
from oer_build.markup.plain import Plain
from oer_build.markup.positions import Positions
from oer_build.markup.references import Target
from oer_build.markup.scan import Scan
from oer_build.markup.terms import PhraseIndex


@dataclass(slots=True)
class Context:
    """What the walk knows of the text, and what it finds in it."""

    found: Scan
    outline: Outline
    positions: Positions
    anchors: Anchors
    page_path: str
    targets: Mapping[str, Target]
    terms: PhraseIndex | None
    abbreviations: PhraseIndex | None
    labels: Labels
    report: Report
    sizes: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    """Width and height of pictures, by their address under the site."""
    plain: Plain = field(default_factory=Plain)
    toc: list[Heading] = field(default_factory=list)
    links: list[tuple[Link, bool]] = field(default_factory=list)
    """Each link, and whether it stands in a teacher-only block."""
    order: list[int] = field(default_factory=list)
    """Numbers of the parts, in the order in which Markdown gave them back."""
    part: Part | None = None
    """The part that is walked; None in the footnotes at the end."""
    seen: set[str] = field(default_factory=set)
    """Glossary terms that are linked already."""
    tables: int = 0
    levels: dict[str, int] = field(default_factory=dict)
    """Level of the last heading, by scope."""

    def here(self) -> Span:
        """The beginning of the part that is walked: the place of what cannot be placed better."""
        return self.found.place.at(self.part.line if self.part else 0)

    @property
    def teacher(self) -> bool:
        return self.part is not None and self.part.teacher
