"""The prerequisite graph as inline SVG: a box for each module, a line from each module to those that require
it.

Every box is a link with a readable name; nothing is said by colour or stroke alone, and all colours are the
text's own (`currentColor`), so that the picture reads in light, dark, print and forced colours. The same
relations stand in `Graph.rows`, for the table beside the picture.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from oer_build.analysis.prerequisites import requirements, topological
from oer_build.lesson import ROOT
from oer_build.maps.layout import Box, Line, Point, layered
from oer_build.maps.rails import railed
from oer_build.maps.text import escape, width, wrap
from oer_build.model import Catalogue, Module
from oer_build.strings import Strings

MOST_BOXES = 120
"""More boxes than this are not drawn on one page: the modules with the most relations are kept."""

Direction = Literal["right", "down"]

_WIDTH = 204.0
"""Of a box. Five layers, which most courses have, fit beside each other in a window of 1280 pixels."""
_PAD = 12.0
_TITLE = 14.0
_LEADING = 18.0
_SMALL = 12.0
_MARGIN = 8.0
_ARROW = 7.0
_CORNER = 6.0


@dataclass(frozen=True, slots=True)
class Relation:
    """A module, what it requires and what requires it, by identifier: a row of the text beside the
    picture."""

    module: str
    requires: tuple[str, ...]
    required_by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Graph:
    """A drawn graph. `svg` is empty when no module requires another.

    The rule of what is drawn: modules that require another or are required by one; of more than `MOST_BOXES`
    those with the most relations. A line that follows from others (a requires b, b requires c, a requires c)
    is left out of the picture, and stands in `rows`.
    """

    svg: str
    drawn: tuple[str, ...]
    unconnected: tuple[str, ...]
    """Modules that neither require nor are required, not drawn."""
    cut: tuple[str, ...]
    """Modules that are connected but did not fit."""
    rows: tuple[Relation, ...]
    width: float = 0.0
    height: float = 0.0


def prerequisite_graph(
    catalogue: Catalogue,
    modules: Iterable[str] | None = None,
    strings: Strings | None = None,
    *,
    direction: Direction = "right",
    name: str = "prerequisites",
    limit: int = MOST_BOXES,
    named: bool = False,
) -> Graph:
    """Draw what requires what among all modules, or among some given by identifier (a course). Retired ones
    are not.

    `direction` is where learning goes: `right` in columns for wide screens, `down` in one column for narrow
    ones. `name` begins every identifier in the SVG and must be unique on the page. `named`: boxes and lines
    say which modules they belong to, for scripts.
    """
    words = strings or Strings("en")
    wanted = catalogue.modules if modules is None else dict.fromkeys(modules)
    chosen = {
        identifier: catalogue.modules[identifier]
        for identifier in wanted
        if identifier in catalogue.modules and catalogue.modules[identifier].creative_work_status != "retired"
    }
    needs = requirements(chosen)
    dependents: dict[str, list[str]] = {identifier: [] for identifier in chosen}
    for identifier, required in needs.items():
        for need in required:
            dependents[need].append(identifier)
    connected = [i for i in chosen if needs[i] or dependents[i]]
    rows = tuple(Relation(i, needs[i], tuple(dependents[i])) for i in connected)
    kept = _most_related(connected, needs, dependents, limit)
    unconnected = tuple(i for i in chosen if not (needs[i] or dependents[i]))
    cut = tuple(i for i in connected if i not in kept)
    if not kept:
        return Graph("", (), unconnected, cut, rows)
    drawing = _Drawing(
        catalogue, {i: chosen[i] for i in connected if i in kept}, needs, words, direction, name, named
    )
    return Graph(
        drawing.svg(), tuple(drawing.order), unconnected, cut, rows, drawing.full_width, drawing.full_height
    )


def _most_related(
    connected: Sequence[str],
    needs: Mapping[str, Sequence[str]],
    dependents: Mapping[str, Sequence[str]],
    limit: int,
) -> set[str]:
    if len(connected) <= limit:
        return set(connected)
    position = {identifier: index for index, identifier in enumerate(connected)}
    ranked = sorted(connected, key=lambda i: (-len(needs[i]) - len(dependents[i]), position[i]))
    kept = set(ranked[:limit])
    # A box whose every neighbour was cut would stand alone and say nothing.
    return {i for i in kept if any(n in kept for n in (*needs[i], *dependents[i]))}


def without_shortcuts(needs: Mapping[str, Sequence[str]]) -> dict[str, tuple[str, ...]]:
    """Requirements without those that follow from others (the transitive reduction of the graph)."""
    bit = {node: 1 << index for index, node in enumerate(needs)}
    below: dict[str, int] = {}
    reduced: dict[str, tuple[str, ...]] = {}
    for node in topological(needs):
        direct = [need for need in needs[node] if need in below]
        reduced[node] = tuple(
            need for need in direct if not any(below[other] & bit[need] for other in direct if other != need)
        )
        reach = 0
        for need in direct:
            reach |= below[need] | bit[need]
        below[node] = reach
    return {node: reduced[node] for node in needs}


class _Drawing:
    """One picture: measures the boxes, has them laid out, and writes the SVG."""

    def __init__(
        self,
        catalogue: Catalogue,
        modules: Mapping[str, Module],
        needs: Mapping[str, Sequence[str]],
        words: Strings,
        direction: Direction,
        name: str,
        named: bool,
    ) -> None:
        self.catalogue = catalogue
        self.modules = modules
        self.words = words
        self.direction = direction
        self.name = name
        self.named = named
        self.rtl = words.direction == "rtl"
        inner = {i: tuple(need for need in needs[i] if need in modules) for i in modules}
        self.needs = inner
        self.titles = {i: self._title(module) for i, module in modules.items()}
        sizes = {i: (_WIDTH, self._height(lines)) for i, lines in self.titles.items()}
        lines = without_shortcuts(inner)
        self.layout = layered(sizes, lines) if direction == "right" else railed(sizes, lines)
        self.order = topological(inner) if direction == "right" else [b.identifier for b in self.layout.boxes]
        self.full_width = self.layout.width + 2 * _MARGIN
        self.full_height = self.layout.height + 2 * _MARGIN

    def _title(self, module: Module) -> tuple[str, ...]:
        return wrap(module.title, _TITLE, _WIDTH - 2 * _PAD, 4, bold=True)

    @staticmethod
    def _height(lines: Sequence[str]) -> float:
        return _PAD + _SMALL + 8.0 + _LEADING * len(lines) + _PAD - 6.0

    def svg(self) -> str:
        _ = self.words.gettext
        title = _("What comes before what")
        explained = _(
            "Each box is a module and leads to its page. "
            "A line leads from a module to each module that requires it."
        )
        if any(module.planned for module in self.modules.values()):
            explained += " " + _("Modules with a dashed border are planned and say so.")
        boxes = {box.identifier: box for box in self.layout.boxes}
        size = f'width="{_n(self.full_width)}" height="{_n(self.full_height)}"'
        return "\n".join(
            [
                '<svg xmlns="http://www.w3.org/2000/svg" '
                f'class="oer-graph oer-graph--{self.direction}" {size} '
                f'viewBox="0 0 {_n(self.full_width)} {_n(self.full_height)}" role="group" '
                f'aria-labelledby="{self.name}-title" aria-describedby="{self.name}-desc" '
                f'font-family="inherit" color="inherit">',
                f'<title id="{self.name}-title">{escape(title)}</title>',
                f'<desc id="{self.name}-desc">{escape(explained)}</desc>',
                self._arrow(),
                '<g class="oer-graph__lines" aria-hidden="true" fill="none" stroke="currentColor" '
                'stroke-width="1.5" opacity="0.7">',
                *(self._line(line) for line in self.layout.lines),
                "</g>",
                '<g class="oer-graph__boxes" role="list">',
                *(self._box(boxes[identifier]) for identifier in self.order),
                "</g>",
                "</svg>",
            ]
        )

    def _arrow(self) -> str:
        return (
            f'<defs><marker id="{self.name}-arrow" viewBox="0 0 8 8" refX="1" refY="4" '
            f'markerWidth="{_n(_ARROW)}" markerHeight="{_n(_ARROW)}" '
            'markerUnits="userSpaceOnUse" orient="auto">'
            f'<path class="oer-graph__arrow" d="M0 0.5 8 4 0 7.5z" fill="currentColor" stroke="none"/>'
            f"</marker></defs>"
        )

    def _line(self, line: Line) -> str:
        points = [self._at(point) for point in line.points]
        # The arrow head is drawn beyond the end of the line.
        x, y = points[-1]
        points[-1] = (x + _ARROW - 1 if self.rtl else x - _ARROW + 1, y)
        path = _curve(points) if self.direction == "right" else _rail(points)
        whose = f' data-line="{line.origin} {line.target}"' if self.named else ""
        return f'<path class="oer-graph__line"{whose} d="{path}" marker-end="url(#{self.name}-arrow)"/>'

    def _at(self, point: Point) -> Point:
        x, y = point
        return (self.layout.width - x if self.rtl else x) + _MARGIN, y + _MARGIN

    def _box(self, box: Box) -> str:
        module = self.modules[box.identifier]
        x = self.layout.width - box.x - box.width if self.rtl else box.x
        near, far = (box.width - _PAD, _PAD) if self.rtl else (_PAD, box.width - _PAD)
        dashes = ' stroke-dasharray="4 3"' if module.planned else ""
        kind = " oer-graph__box--planned" if module.planned else ""
        # A faint tint sets what is there apart from what is planned; the words and the dashes say it.
        tint, weight = ("0", "1.25") if module.planned else ("0.06", "1.75")
        code, status = self._code(module), self._status(module)
        turn = ' direction="rtl"' if self.rtl else ""
        top = _PAD + _SMALL - 2.0
        whose = f' data-module="{module.identifier}"' if self.named else ""
        texts = [self._small("code", near, top, code, bold=True)] if code else []
        if status:
            texts.append(self._small("note", far if code else near, top, status, at_end=bool(code)))
        texts += [
            f'<text class="oer-graph__title" x="{_n(near)}" y="{_n(top + 22.0 + _LEADING * number)}" '
            f'font-size="{_n(_TITLE)}" font-weight="600">{escape(line)}</text>'
            for number, line in enumerate(self.titles[module.identifier])
        ]
        return (
            f'<g role="listitem" transform="translate({_n(x + _MARGIN)} {_n(box.y + _MARGIN)})">'
            f'<a class="oer-graph__box{kind}" href="{ROOT}modules/{module.identifier}/"{whose} '
            f'aria-label="{escape(self._name(module))}">'
            f'<rect class="oer-graph__frame" width="{_n(box.width)}" height="{_n(box.height)}" rx="6" '
            f'fill="currentColor" fill-opacity="{tint}" stroke="currentColor" '
            f'stroke-width="{weight}"{dashes}/>'
            f'<g fill="currentColor" aria-hidden="true"{turn}>{"".join(texts)}</g></a></g>'
        )

    @staticmethod
    def _small(part: str, x: float, y: float, text: str, bold: bool = False, at_end: bool = False) -> str:
        weight = ' font-weight="600"' if bold else ""
        anchor = ' text-anchor="end"' if at_end else ""
        return (
            f'<text class="oer-graph__{part}" x="{_n(x)}" y="{_n(y)}" font-size="{_n(_SMALL)}"'
            f"{weight}{anchor}>{escape(text)}</text>"
        )

    def _code(self, module: Module) -> str:
        """The codes of the competencies that it teaches, as many as fit beside its status."""
        codes = [
            self.catalogue.competencies[identifier].human_coding_scheme
            for identifier in dict.fromkeys(ref.competency for ref in module.teaches)
            if identifier in self.catalogue.competencies
        ]
        shown = [code for code in codes if code]
        room = _WIDTH - 2 * _PAD - width(self._status(module), _SMALL) - 10
        while shown and width(", ".join(shown), _SMALL, bold=True) > room:
            shown.pop()
        return ", ".join(shown)

    def _status(self, module: Module) -> str:
        parts = [self.words.gettext("planned")] if module.planned else []
        if module.minutes:
            parts.append(self._time(module.minutes))
        return " · ".join(parts)

    def _time(self, minutes: int) -> str:
        """A length of time short enough for a box."""
        return self.words.gettext("%(minutes)d min") % {"minutes": minutes}

    def _name(self, module: Module) -> str:
        """What a screen reader says of a box: the words in it, in order, and what the module requires."""
        _ = self.words.gettext
        parts = [self._code(module), _("planned") if module.planned else ""]
        parts += [self._time(module.minutes) if module.minutes else "", module.title]
        spoken = ", ".join(filter(None, parts))
        if self.needs[module.identifier]:
            titles = [self.modules[need].title for need in self.needs[module.identifier]]
            spoken += ". " + _("Requires: %(modules)s") % {"modules": self.words.listing(titles)}
        return spoken


def _curve(points: Sequence[Point]) -> str:
    """A line through the layers: a curve over each gap, leaving and arriving level, straight past each
    layer."""
    path = f"M{_n(points[0][0])} {_n(points[0][1])}"
    for index in range(0, len(points) - 1, 2):
        (x0, y0), (x1, y1) = points[index], points[index + 1]
        if y0 == y1:
            path += f"H{_n(x1)}"
        else:
            middle = _n((x0 + x1) / 2)
            path += f"C{middle} {_n(y0)} {middle} {_n(y1)} {_n(x1)} {_n(y1)}"
        if index + 2 < len(points):
            path += f"H{_n(points[index + 2][0])}"
    return path


def _rail(points: Sequence[Point]) -> str:
    """Out to the lane, down it, and in again, with rounded corners."""
    (x0, y0), (lane, _), _, (x1, y1) = points
    side = _CORNER if lane < x0 else -_CORNER
    return (
        f"M{_n(x0)} {_n(y0)}H{_n(lane + side)}Q{_n(lane)} {_n(y0)} {_n(lane)} {_n(y0 + _CORNER)}"
        f"V{_n(y1 - _CORNER)}Q{_n(lane)} {_n(y1)} {_n(lane + side)} {_n(y1)}H{_n(x1)}"
    )


def _n(value: float) -> str:
    """A coordinate: one decimal at most, none where it is whole."""
    return f"{value:.1f}".removesuffix(".0")
