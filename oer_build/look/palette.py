"""The grounds on which a site's own colours stand: those of the theme's `oer.css`, in both schemes.

A test holds these numbers to the style sheet.
"""

from __future__ import annotations

from dataclasses import dataclass

from oer_build.look.colours import mix

TEXT = 4.5
"""Least contrast of text: WCAG 2.2, success criterion 1.4.3."""
EDGE = 3.0
"""Least contrast of what is no text, such as a mark or a border: WCAG 2.2, success criterion 1.4.11."""


@dataclass(frozen=True, slots=True)
class Scheme:
    """Light or dark: the colours of the theme that a site's own are measured against."""

    brand: str
    mark: str
    paper: str
    wash: str
    ink: str
    tint: int
    """How much of its hue the ground of a teaching block has, in percent."""
    hues: tuple[str, ...]
    """Of teaching blocks, except that which follows the colour of links."""

    def grounds(self, link: str) -> tuple[tuple[str, str], ...]:
        """What links stand on, with its name: paper, quiet areas, and teaching blocks."""
        blocks = (mix(hue, self.paper, self.tint) for hue in (*self.hues, link))
        return (
            ("the page", self.paper),
            ("quiet areas", self.wash),
            *(("a teaching block", ground) for ground in blocks),
        )


LIGHT = Scheme(
    brand="#0d474c",
    mark="#f4c95d",
    paper="#ffffff",
    wash="#f4f2ec",
    ink="#1b2a2c",
    tint=7,
    hues=("#743a6e", "#97420f", "#2b4f93", "#9a2c42", "#2a6230", "#4b4c63"),
)
DARK = Scheme(
    brand="#0b2f33",
    mark="#f4c95d",
    paper="#111a1c",
    wash="#1a2629",
    ink="#e4ebe9",
    tint=9,
    hues=("#dcaed8", "#f2ad80", "#a9c4f7", "#f4a9b4", "#a0d3a2", "#c3c5de"),
)
