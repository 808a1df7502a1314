"""Eight shapes, one beside the code of each competency, so that its colour never carries meaning alone.

Each is the path of an SVG picture of 16 by 16 units. They differ in outline, keep apart at the height of a
line of text, and none is a sign of a faith, a party or a warning.
"""

from __future__ import annotations

SHAPES = (
    "M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1z",  # disc
    "M8 1l7.5 13.5H.5z",  # triangle
    "M2 2h12v12H2z",  # square
    "M8 0l8 8-8 8-8-8z",  # diamond
    "M1.5 1.5a13 13 0 0 1 13 13h-13z",  # quarter disc
    "M2 1h12L9.8 8 14 15H2l4.2-7z",  # hourglass
    "M8 .5a7.5 7.5 0 1 0 0 15 7.5 7.5 0 0 0 0-15zm0 4.2a3.3 3.3 0 1 1 0 6.6 3.3 3.3 0 0 1 0-6.6z",  # ring
    "M5.6 1h4.8v4.6H15v4.8h-4.6V15H5.6v-4.6H1V5.6h4.6z",  # cross
)
"""In the order of the accents `--oer-c1` to `--oer-c8`."""


def mark_of(place: int) -> int:
    """Which shape and accent the competency at a place of the framework has: 1 to 8, then again from 1."""
    return place % len(SHAPES) + 1
