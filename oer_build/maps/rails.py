"""Places the boxes of a directed graph one below the other, with its lines beside them: for narrow screens.

Numbers only. Each box stands below all that it requires, as near below as can be. All lines from one box
share a lane at the side, which is free again below the last box that they lead to.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Mapping

from oer_build.maps.layout import Box, Layout, Line, Size

_LANE = 9.0
_FIRST_LANE = 16.0
_LEAVES = 14.0
"""Above the lower edge of a box: where its lines leave it."""
_ARRIVES = 16.0
"""Below the upper edge of a box: where lines arrive."""


def railed(
    sizes: Mapping[str, Size], edges: Mapping[str, Iterable[str]], between_boxes: float = 14.0
) -> Layout:
    """Lay out boxes of the given sizes (width, height). `edges`: by box, those that it requires.

    Each line has four points: out of the box, down its lane, and into the target.
    """
    needs = {box: [need for need in dict.fromkeys(edges.get(box, ())) if need in sizes] for box in sizes}
    order = near_order(needs)
    row = {box: index for index, box in enumerate(order)}
    needs = {box: [need for need in required if row[need] < row[box]] for box, required in needs.items()}
    lanes = _lanes(order, needs)
    rail = _FIRST_LANE + _LANE * max(lanes.values()) if lanes else 0.0
    top: dict[str, float] = {}
    at = 0.0
    for box in order:
        top[box] = at
        at += sizes[box][1] + between_boxes
    boxes = tuple(Box(box, rail, top[box], *sizes[box]) for box in order)
    lines = tuple(
        Line(need, box, _bus(rail, lanes[need], top[need] + sizes[need][1] - _LEAVES, top[box] + _ARRIVES))
        for box in order
        for need in needs[box]
    )
    width = rail + max((size[0] for size in sizes.values()), default=0.0)
    return Layout(boxes, lines, width, max(0.0, at - between_boxes))


def _bus(rail: float, lane: int, start: float, end: float) -> tuple[tuple[float, float], ...]:
    x = rail - _FIRST_LANE - _LANE * (lane - 1)
    return ((rail, start), (x, start), (x, end), (rail, end))


def near_order(edges: Mapping[str, Iterable[str]]) -> tuple[str, ...]:
    """Boxes, each after those that it requires, and as soon as can be after the last of them."""
    position = {box: index for index, box in enumerate(edges)}
    missing = {box: len(list(required)) for box, required in edges.items()}
    dependents: dict[str, list[str]] = {box: [] for box in edges}
    for box, required in edges.items():
        for need in required:
            dependents[need].append(box)
    ready = [(0, position[box], box) for box in edges if not missing[box]]
    heapq.heapify(ready)
    order: list[str] = []
    while ready:
        _, _, box = heapq.heappop(ready)
        order.append(box)
        for dependent in dependents[box]:
            missing[dependent] -= 1
            if not missing[dependent]:
                heapq.heappush(ready, (-len(order), position[dependent], dependent))
    placed = set(order)
    return (*order, *(box for box in edges if box not in placed))


def _lanes(order: Iterable[str], needs: Mapping[str, Iterable[str]]) -> dict[str, int]:
    """By box that lines leave: its lane, counted from 1 at the boxes, the nearest that is free."""
    last: dict[str, str] = {}
    for box in order:
        for need in needs[box]:
            last[need] = box
    ends: dict[str, list[str]] = {}
    for need, box in last.items():
        ends.setdefault(box, []).append(need)
    taken: set[int] = set()
    lanes: dict[str, int] = {}
    for box in order:
        # Freed only now: a line that ends here and one that begins here never share a lane at one height.
        for need in ends.get(box, ()):
            taken.discard(lanes[need])
        if box in last:
            lane = 1
            while lane in taken:
                lane += 1
            lanes[box] = lane
            taken.add(lane)
    return lanes
