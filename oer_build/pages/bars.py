"""A bar for each competency, a segment for each level: the numbers of a picture, for a template to draw as
SVG.

Lengths are in the picture's own units. The table beside the picture says the same in words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from oer_build.strings import Strings

WIDTH = 720
LABEL = 224
"""Width of the column of labels, with a shape at its end."""
FIGURES = 170
"""Width of the column of figures at the end."""
ROW = 34
BAR = 18
MOST_ROWS = 40


@dataclass(frozen=True, slots=True)
class Part:
    """One level of one bar, in minutes."""

    title: str
    rank: int
    minutes: int
    planned: int


@dataclass(frozen=True, slots=True)
class Row:
    """One bar: its label, where the label leads, and its levels."""

    label: str
    path: str
    parts: tuple[Part, ...]
    mark: int = 0
    """Shape and accent of the competency; 0: none."""


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of a bar: where it begins, how long it is, and what it says."""

    x: float
    width: float
    rank: int
    planned: bool
    title: str


@dataclass(frozen=True, slots=True)
class Bar:
    """A drawn bar. `y` is its upper edge, `text_y` the base line of its words."""

    label: str
    path: str
    y: int
    text_y: int
    segments: tuple[Segment, ...]
    figures: str
    full: str
    """The bar in words: its label, not cut, and its hours."""
    mark: int


@dataclass(frozen=True, slots=True)
class Picture:
    """All bars, and the size of the picture."""

    width: int
    height: int
    bar_height: int
    label_x: int
    mark_x: int
    """Where the shapes stand, 16 wide, between labels and bars."""
    figures_x: int
    bars: tuple[Bar, ...]
    levels: tuple[tuple[int, str], ...]
    """Rank and title of each level that occurs, for the key."""
    planned: bool
    """Whether anything in it is only planned."""


def picture(rows: Sequence[Row], strings: Strings) -> Picture | None:
    """The picture of some bars, or None where there is nothing to draw, or too much to be read."""
    longest = max((sum(part.minutes + part.planned for part in row.parts) for row in rows), default=0)
    if not longest or len(rows) > MOST_ROWS:
        return None
    scale = (WIDTH - LABEL - FIGURES) / longest
    mirrored = strings.direction == "rtl"
    drawn = tuple(_bar(row, number, scale, strings, mirrored) for number, row in enumerate(rows))
    levels = {part.rank: part.title for row in rows for part in row.parts if part.minutes or part.planned}
    return Picture(
        width=WIDTH,
        height=ROW * len(rows) + 8,
        bar_height=BAR,
        label_x=WIDTH - LABEL + 30 if mirrored else LABEL - 30,
        mark_x=WIDTH - LABEL + 8 if mirrored else LABEL - 24,
        figures_x=FIGURES - 10 if mirrored else WIDTH - FIGURES + 10,
        bars=drawn,
        levels=tuple(sorted(levels.items())),
        planned=any(part.planned for row in rows for part in row.parts),
    )


def _bar(row: Row, number: int, scale: float, strings: Strings, mirrored: bool) -> Bar:
    done = sum(part.minutes for part in row.parts)
    planned = sum(part.planned for part in row.parts)
    words = [strings.hours(done)] if done else []
    if planned:
        words.append(strings.gettext("planned %s") % strings.hours(planned))
    return Bar(
        label=row.label if len(row.label) <= 26 else row.label[:25].rstrip() + "…",
        path=row.path,
        y=ROW * number + 4 + (ROW - BAR) // 2,
        text_y=ROW * number + 4 + ROW // 2 + 5,
        segments=tuple(_mirrored(one) if mirrored else one for one in _segments(row, scale, strings)),
        figures=strings.hours(done) if done else strings.gettext("planned"),
        full=f"{row.label}: {', '.join(words)}",
        mark=row.mark,
    )


def _mirrored(one: Segment) -> Segment:
    """The piece where it is in a picture that is read from right to left."""
    return replace(one, x=round(WIDTH - one.x - one.width, 1))


def _segments(row: Row, scale: float, strings: Strings) -> Iterator[Segment]:
    """Written parts first, then planned ones, each group by level."""
    x = float(LABEL)
    for planned in (False, True):
        for part in row.parts:
            minutes = part.planned if planned else part.minutes
            if not minutes:
                continue
            said = strings.hours(minutes)
            said = strings.gettext("planned %s") % said if planned else said
            width = minutes * scale
            yield Segment(round(x, 1), round(width, 1), part.rank, planned, f"{part.title}: {said}")
            x += width
