"""Places the boxes of a directed graph in layers and leads its lines between them (after Sugiyama and others,
1981).

Numbers only: no text, no SVG. Boxes that require nothing stand in the first layer; every other one stands
after all that it requires. The order within layers is found by a bounded number of barycentre sweeps, the
places by least-squares fits, so that cost stays near-linear and the same graph gives the same picture.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from oer_build.analysis.prerequisites import layers as layers_of

Point = tuple[float, float]
Size = tuple[float, float]

_SWEEPS = 12
_FITS = 16
_LEVEL = 8.0
"""A line that rises or falls by no more than this is drawn level."""
_LANE = 14.0
"""Room that a line takes where it passes a layer."""


@dataclass(frozen=True, slots=True)
class Box:
    """A placed box: its left upper corner and its size."""

    identifier: str
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Line:
    """A line from a box to one that requires it. Points come in pairs, the ends of straight runs; between two
    pairs the line crosses a gap between layers."""

    origin: str
    target: str
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Layout:
    boxes: tuple[Box, ...]
    lines: tuple[Line, ...]
    width: float
    height: float


@dataclass(slots=True)
class _Node:
    """A box, or a place where a line passes a layer (`identifier` is empty)."""

    identifier: str
    layer: int
    size: float
    """Its height, or the room that the line takes."""
    before: list[int] = field(default_factory=list)
    after: list[int] = field(default_factory=list)
    place: float = 0.0
    """Of its middle, from the top."""


def layered(
    sizes: Mapping[str, Size],
    edges: Mapping[str, Iterable[str]],
    between_layers: float = 46.0,
    between_boxes: float = 16.0,
) -> Layout:
    """Lay out boxes of the given sizes (width, height). `edges`: by box, those that it requires.

    Parts of the graph that are not connected are set side by side.
    """
    known = {box: [need for need in dict.fromkeys(edges.get(box, ())) if need in sizes] for box in sizes}
    depth = layers_of(known)
    known = {box: [need for need in needs if depth[need] < depth[box]] for box, needs in known.items()}
    parts = [
        _Part({box: sizes[box] for box in part}, known, depth, between_layers, between_boxes)
        for part in _connected(known)
    ]
    return _pack(parts, between_layers, between_boxes * 2)


def _connected(edges: Mapping[str, Sequence[str]]) -> list[list[str]]:
    """Connected parts, the largest first, each in the order given."""
    leader = {box: box for box in edges}

    def find(box: str) -> str:
        while leader[box] != box:
            leader[box] = leader[leader[box]]
            box = leader[box]
        return box

    for box, needs in edges.items():
        for need in needs:
            leader[find(need)] = find(box)
    parts: dict[str, list[str]] = {}
    for box in edges:
        parts.setdefault(find(box), []).append(box)
    return sorted(parts.values(), key=lambda part: -len(part))


class _Part:
    """The layout of one connected part, in its own coordinates."""

    def __init__(
        self,
        sizes: Mapping[str, Size],
        edges: Mapping[str, Sequence[str]],
        depth: Mapping[str, int],
        between_layers: float,
        between_boxes: float,
    ) -> None:
        self._sizes = sizes
        self._gap = between_boxes
        self._nodes: list[_Node] = []
        self._chains: list[tuple[str, str, list[int]]] = []
        self._build(edges, depth)
        self._order()
        self._place()
        self._extend(between_layers)

    def _build(self, edges: Mapping[str, Sequence[str]], depth: Mapping[str, int]) -> None:
        """Nodes by layer; a line over several layers gets a passing place in each between."""
        first = min(depth[box] for box in self._sizes)
        number: dict[str, int] = {}
        for box in self._sizes:
            number[box] = len(self._nodes)
            self._nodes.append(_Node(box, depth[box] - first, self._sizes[box][1]))
        for box in self._sizes:
            for need in edges[box]:
                chain = [number[need]]
                for layer in range(depth[need] - first + 1, depth[box] - first):
                    chain.append(len(self._nodes))
                    self._nodes.append(_Node("", layer, _LANE))
                chain.append(number[box])
                self._chains.append((need, box, chain))
                for left, right in pairwise(chain):
                    self._nodes[left].after.append(right)
                    self._nodes[right].before.append(left)
        self._layers: list[list[int]] = [[] for _ in range(1 + max(n.layer for n in self._nodes))]
        for index, node in enumerate(self._nodes):
            self._layers[node.layer].append(index)

    # -- order within layers -------------------------------------------------------------------------------

    def _order(self) -> None:
        best = [list(layer) for layer in self._layers]
        fewest = self._crossings()
        for sweep in range(_SWEEPS):
            if not fewest:
                break
            downward = sweep % 2 == 0
            span = range(1, len(self._layers)) if downward else range(len(self._layers) - 2, -1, -1)
            for layer in span:
                self._sort(layer, downward)
            found = self._crossings()
            if found < fewest:
                fewest, best = found, [list(layer) for layer in self._layers]
        self._layers = best

    def _sort(self, layer: int, downward: bool) -> None:
        other = self._layers[layer - 1 if downward else layer + 1]
        position = {node: index for index, node in enumerate(other)}
        own = {node: float(index) for index, node in enumerate(self._layers[layer])}

        def centre(index: int) -> float:
            beside = self._nodes[index].before if downward else self._nodes[index].after
            return sum(position[n] for n in beside) / len(beside) if beside else own[index]

        keys = {index: centre(index) for index in self._layers[layer]}
        self._layers[layer].sort(key=lambda index: (keys[index], own[index]))

    def _crossings(self) -> int:
        """Crossings between neighbouring layers, counted as inversions in n log n."""
        total = 0
        for upper, lower in pairwise(self._layers):
            position = {node: index for index, node in enumerate(lower)}
            ends = [t for node in upper for t in sorted(position[n] for n in self._nodes[node].after)]
            tree = [0] * (len(lower) + 1)
            for seen, end in enumerate(ends):
                index, smaller = end + 1, 0
                while index:
                    smaller += tree[index]
                    index &= index - 1
                total += seen - smaller
                index = end + 1
                while index < len(tree):
                    tree[index] += 1
                    index += index & -index
        return total

    # -- places within layers ------------------------------------------------------------------------------

    def _place(self) -> None:
        for layer in self._layers:
            at = 0.0
            for index in layer:
                node = self._nodes[index]
                node.place = at + node.size / 2
                at += node.size + self._gap
        for turn in range(_FITS):
            span = range(len(self._layers)) if turn % 2 == 0 else range(len(self._layers) - 1, -1, -1)
            for number in span:
                self._fit(self._layers[number])
        least = min(node.place - node.size / 2 for node in self._nodes)
        for node in self._nodes:
            node.place -= least

    def _fit(self, layer: Sequence[int]) -> None:
        """Move a layer's nodes as near as can be to the middle of their neighbours, in order and apart.

        That is an isotonic regression (pool adjacent violators) of the wishes less the room taken before
        each.
        """
        taken, previous = 0.0, 0.0
        pools: list[tuple[float, float, list[tuple[int, float]]]] = []
        for position, index in enumerate(layer):
            node = self._nodes[index]
            taken += (previous + node.size) / 2 + self._gap if position else 0.0
            previous = node.size
            wish, weight = self._wish(node)
            pool = (wish - taken, weight, [(index, taken)])
            while pools and pools[-1][0] > pool[0]:
                value, heavier, members = pools.pop()
                total = heavier + pool[1]
                pool = ((value * heavier + pool[0] * pool[1]) / total, total, members + pool[2])
            pools.append(pool)
        for value, _, members in pools:
            for index, offset in members:
                self._nodes[index].place = value + offset

    def _wish(self, node: _Node) -> tuple[float, float]:
        """Where a node would like to be, and how much: long lines are kept straight first."""
        total, weights = 0.0, 0.0
        for index in (*node.before, *node.after):
            other = self._nodes[index]
            weight = 8.0 if not node.identifier and not other.identifier else 2.0
            weight = 1.0 if node.identifier and other.identifier else weight
            total += weight * other.place
            weights += weight
        return (total / weights, weights) if weights else (node.place, 0.01)

    # -- the result ----------------------------------------------------------------------------------------

    def _extend(self, between_layers: float) -> None:
        at = 0.0
        self._starts: list[tuple[float, float]] = []
        for layer in self._layers:
            depth = max((self._sizes[n.identifier][0] for n in self._of(layer) if n.identifier), default=0.0)
            self._starts.append((at, at + depth))
            at += depth + between_layers
        self.width = at - between_layers
        self.height = max(node.place + node.size / 2 for node in self._nodes)

    def _of(self, layer: Iterable[int]) -> list[_Node]:
        return [self._nodes[index] for index in layer]

    def boxes(self) -> list[tuple[str, float, float]]:
        """Identifier, left and top."""
        return [
            (node.identifier, self._starts[node.layer][0], node.place - node.size / 2)
            for node in self._nodes
            if node.identifier
        ]

    def lines(self) -> list[tuple[str, str, list[Point]]]:
        """Origin, target and points."""
        found = []
        for origin, target, chain in self._chains:
            points: list[Point] = []
            for index in chain:
                node = self._nodes[index]
                start, end = self._starts[node.layer]
                if node.identifier:
                    end = start + self._sizes[node.identifier][0]
                points += [(start, node.place), (end, node.place)]
            found.append((origin, target, points[1:-1]))
        return found

    def size(self, box: str) -> tuple[float, float]:
        return self._sizes[box]


def _pack(parts: Sequence[_Part], beside: float, below: float) -> Layout:
    """Parts in shelves no longer than the longest part, side by side as far apart as layers are."""
    longest = max((part.width for part in parts), default=0.0)
    boxes: list[Box] = []
    lines: list[Line] = []
    left, top, shelf, reach = 0.0, 0.0, 0.0, 0.0
    for part in parts:
        if left and left + part.width > longest + 0.01:
            left, top, shelf = 0.0, top + shelf + below, 0.0
        for identifier, x, y in part.boxes():
            boxes.append(Box(identifier, *map(_round, (left + x, top + y, *part.size(identifier)))))
        for origin, target, points in part.lines():
            moved = tuple((_round(left + x), _round(top + y)) for x, y in points)
            lines.append(Line(origin, target, _levelled(moved)))
        reach = max(reach, left + part.width)
        left += part.width + beside
        shelf = max(shelf, part.height)
    return Layout(tuple(boxes), tuple(lines), _round(reach), _round(top + shelf))


def _levelled(points: tuple[Point, ...]) -> tuple[Point, ...]:
    """A line that is all but level made level: boxes give it room to end a little off their middle."""
    heights = [y for _, y in points]
    if max(heights) - min(heights) > _LEVEL:
        return points
    middle = _round((max(heights) + min(heights)) / 2)
    return tuple((x, middle) for x, _ in points)


def _round(value: float) -> float:
    return round(value, 1) + 0.0
