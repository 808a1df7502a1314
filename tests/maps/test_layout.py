"""Boxes in layers with lines between them: nothing overlaps, every line goes forward, and big graphs stay
cheap."""

from __future__ import annotations

import random
import time
from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st

from oer_build.maps.layout import Box, Layout, layered
from oer_build.maps.rails import near_order, railed
from oer_build.maps.text import width, wrap

Graph = dict[str, list[str]]


@st.composite
def graphs(draw: st.DrawFn) -> Graph:
    """Graphs without circles: a box requires earlier ones only."""
    names = [f"n{number}" for number in range(draw(st.integers(0, 12)))]
    return {
        name: draw(st.lists(st.sampled_from(names[:number]), max_size=3, unique=True)) if number else []
        for number, name in enumerate(names)
    }


def sizes(graph: Graph) -> dict[str, tuple[float, float]]:
    return {name: (200.0, 50.0 + 20 * (number % 3)) for number, name in enumerate(graph)}


def overlap(one: Box, other: Box) -> bool:
    return (
        one.x < other.x + other.width
        and other.x < one.x + one.width
        and one.y < other.y + other.height
        and other.y < one.y + one.height
    )


def crossings(layout: Layout) -> int:
    """How many pairs of lines cross."""
    runs = [pair for line in layout.lines for pair in zip(line.points[1::2], line.points[2::2], strict=False)]
    return sum(
        a[0][0] == b[0][0] and (a[0][1] - b[0][1]) * (a[1][1] - b[1][1]) < 0
        for number, a in enumerate(runs)
        for b in runs[number + 1 :]
    )


def inside(layout: Layout) -> bool:
    return all(
        box.x >= 0
        and box.y >= 0
        and box.x + box.width <= layout.width + 0.2
        and box.y + box.height <= layout.height + 0.2
        for box in layout.boxes
    )


@given(graphs())
def test_no_boxes_overlap_and_all_lie_in_the_picture(graph: Graph) -> None:
    for layout in (layered(sizes(graph), graph), railed(sizes(graph), graph)):
        assert not any(overlap(one, other) for one, other in combinations(layout.boxes, 2))
        assert inside(layout)
        assert sorted(box.identifier for box in layout.boxes) == sorted(graph)


@given(graphs())
def test_a_box_stands_after_all_that_it_requires(graph: Graph) -> None:
    places = {box.identifier: box for box in layered(sizes(graph), graph).boxes}
    rows = {box.identifier: box for box in railed(sizes(graph), graph).boxes}
    for box, needs in graph.items():
        for need in needs:
            assert places[need].x + places[need].width < places[box].x
            assert rows[need].y + rows[need].height < rows[box].y


@given(graphs())
def test_a_line_leads_from_the_edge_of_one_box_to_the_edge_of_the_other(graph: Graph) -> None:
    layout = layered(sizes(graph), graph)
    places = {box.identifier: box for box in layout.boxes}
    assert sorted((line.target, line.origin) for line in layout.lines) == sorted(
        (box, need) for box, needs in graph.items() for need in needs
    )
    for line in layout.lines:
        origin, target = places[line.origin], places[line.target]
        assert abs(line.points[0][0] - origin.x - origin.width) < 0.2
        assert abs(line.points[-1][0] - target.x) < 0.2
        assert origin.y <= line.points[0][1] <= origin.y + origin.height
        assert target.y <= line.points[-1][1] <= target.y + target.height
        assert all(left[0] <= right[0] for left, right in pairwise(line.points))


@given(graphs())
def test_a_line_passes_no_box_on_its_way(graph: Graph) -> None:
    layout = layered(sizes(graph), graph)
    for line in layout.lines:
        for start, end in zip(line.points[1:-1:2], line.points[2:-1:2], strict=True):
            for box in layout.boxes:
                beside = box.x < end[0] and start[0] < box.x + box.width
                assert not (beside and box.y < start[1] < box.y + box.height), (line, box)


def test_a_tree_is_drawn_without_crossings() -> None:
    tree: Graph = {"root": []}
    for number in range(30):
        tree[f"n{number}"] = [f"n{(number - 3) // 3}" if number >= 3 else "root"]
    assert crossings(layered(sizes(tree), tree)) == 0


def test_an_order_with_crossings_is_mended() -> None:
    graph: Graph = {"a": [], "b": [], "c": [], "z": ["a"], "y": ["b"], "x": ["c"], "w": ["a", "b"]}
    backwards = {name: graph[name] for name in ("a", "b", "c", "x", "y", "z", "w")}
    assert crossings(layered(sizes(backwards), backwards)) == 0


def test_a_single_chain_is_level() -> None:
    chain: Graph = {"a": [], "b": ["a"], "c": ["b"]}
    same = dict.fromkeys(chain, (200.0, 60.0))
    assert {box.y for box in layered(same, chain).boxes} == {0.0}
    assert all(len({y for _, y in line.points}) == 1 for line in layered(same, chain).lines)


def test_unconnected_parts_share_the_room() -> None:
    graph: Graph = {"a": [], "b": ["a"], "c": ["b"], "d": ["c"], "x": [], "y": ["x"], "u": [], "v": ["u"]}
    layout = layered(sizes(graph), graph)
    places = {box.identifier: box for box in layout.boxes}
    assert places["x"].y == places["u"].y, "two short parts stand side by side under the long one"


def test_on_narrow_screens_what_follows_stands_near() -> None:
    graph: Graph = {"a": [], "b": [], "c": [], "after-a": ["a"], "after-b": ["b"], "after-both": ["a", "b"]}
    assert near_order(graph) == ("a", "after-a", "b", "after-b", "after-both", "c")


def test_the_same_graph_gives_the_same_picture() -> None:
    rng = random.Random(7)
    graph: Graph = {f"n{i}": [f"n{rng.randrange(i)}" for _ in range(2)] if i else [] for i in range(60)}
    assert layered(sizes(graph), graph) == layered(sizes(graph), graph)


def test_a_circle_does_not_stop_the_drawing() -> None:
    graph: Graph = {"a": ["b"], "b": ["a"], "c": ["b"]}
    assert len(layered(sizes(graph), graph).boxes) == 3
    assert len(railed(sizes(graph), graph).boxes) == 3


def test_a_thousand_boxes_are_placed_in_seconds() -> None:
    rng = random.Random(3)
    graph: Graph = {
        f"n{i}": [f"n{rng.randrange(max(0, i - 60), i)}" for _ in range(2)] if i else [] for i in range(1000)
    }
    start = time.process_time()
    layered(sizes(graph), graph)
    assert time.process_time() - start < 15


def test_text_breaks_at_words_and_ends_in_an_ellipsis() -> None:
    assert wrap("Finding out what people need", 14, 120, 3) == ("Finding out what", "people need")
    lines = wrap("A very long title that will never fit into two lines of this box", 14, 120, 2)
    assert len(lines) == 2 and lines[1].endswith("…")
    assert all(width(line, 14) <= 120 for line in lines)


def test_a_word_wider_than_a_line_is_broken() -> None:
    lines = wrap("Donaudampfschifffahrtsgesellschaftskapitän", 14, 120, 9)
    assert "".join(lines) == "Donaudampfschifffahrtsgesellschaftskapitän"
    assert all(width(line, 14) <= 120 for line in lines)


def test_writing_without_spaces_is_broken_and_measured_wide() -> None:
    assert width("政府", 14) > width("go", 14)
    assert "".join(wrap("人々が必要とするものを見つける", 14, 120, 9)) == "人々が必要とするものを見つける"


def test_an_empty_title_is_no_line() -> None:
    assert wrap("", 14, 120, 3) == ()
