"""Order, layers and circles of requirements, and what a course leaves unmet."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from oer_build.analysis import prerequisites
from oer_build.analysis.prerequisites import find_cycles, layers, order, topological, unmet
from oer_build.diagnostics import Report
from tests.builders import catalogue, competency, course, module

Graph = dict[str, list[str]]

graphs = st.dictionaries(
    st.sampled_from("abcdefgh"), st.lists(st.sampled_from("abcdefgh"), max_size=4), max_size=8
)


def test_each_module_comes_after_all_that_it_requires() -> None:
    linked = catalogue(module("c", requires=["b"]), module("a"), module("b", requires=["a"]), module("d"))
    assert order(linked.modules) == ("a", "b", "c", "d")


def test_a_layer_is_the_longest_chain_below() -> None:
    assert layers({"a": [], "b": ["a"], "c": ["a", "b"], "d": []}) == {"a": 0, "b": 1, "c": 2, "d": 0}


def test_a_circle_is_given_whole_and_begins_with_the_first_of_its_modules() -> None:
    assert find_cycles({"x": ["a"], "a": ["b"], "b": ["c"], "c": ["a"]}) == (("a", "b", "c"),)


def test_circles_that_share_a_module_are_each_given() -> None:
    assert find_cycles({"a": ["b", "c"], "b": ["a"], "c": ["a"]}) == (("a", "b"), ("a", "c"))


@given(graphs)
def test_breaking_the_circles_that_are_listed_leaves_none(graph: Graph) -> None:
    cycles = find_cycles(graph)
    rest = {node: [n for n in needs if n != node] for node, needs in graph.items()}
    for cycle in cycles:
        for node, need in pairwise((*cycle, cycle[0])):
            assert need in graph[node], "every step of a circle is a requirement"
        rest[cycle[-1]] = [need for need in rest[cycle[-1]] if need != cycle[0]]
    place = {node: index for index, node in enumerate(topological(rest))}
    assert all(place[need] < place[node] for node in rest for need in rest[node] if need in rest)


@given(graphs)
def test_any_graph_has_an_order_and_layers(graph: Graph) -> None:
    assert sorted(topological(graph)) == sorted(graph)
    assert list(layers(graph)) == list(graph)


def test_a_long_chain_is_no_deeper_than_a_short_one() -> None:
    chain = {str(number): [str(number + 1)] if number < 9_999 else [] for number in range(10_000)}
    assert layers(chain)["0"] == 9_999
    chain["9999"] = ["0"]
    assert len(find_cycles(chain)[0]) == 10_000


def test_a_circle_of_modules_is_reported_with_every_file_in_it() -> None:
    report = Report()
    linked = catalogue(module("a", requires=["b"]), module("b", requires=["c"]), module("c", requires=["a"]))
    prerequisites.check(linked, report)
    (found,) = report
    assert found.code == "prerequisite-cycle"
    assert found.message == "a circle: 'a' requires 'b' requires 'c' requires 'a'"
    assert str(found.span) == "content/modules/a/index.md:30:3"
    assert [str(related.span) for related in found.related] == [
        "content/modules/b/index.md:30:3",
        "content/modules/c/index.md:30:3",
    ]


def test_competencies_that_precede_each_other_are_a_circle_too() -> None:
    report = Report()
    linked = catalogue(
        competency("users", associations=[("precedes", "risks"), ("isRelatedTo", "risks")]),
        competency("risks", associations=[("precedes", "users"), ("isRelatedTo", "users")]),
    )
    prerequisites.check(linked, report)
    assert [str(found.span) for found in report] == ["competencies/risks.yml:10:5"] or [
        str(found.span) for found in report
    ] == ["competencies/users.yml:10:5"]
    assert [found.code for found in report] == ["prerequisite-cycle"]


def test_a_course_out_of_order_is_reported_where_the_course_says_so() -> None:
    report = Report()
    linked = catalogue(
        module("first"), module("second", requires=["first"]), course("wrong", ["second"], ["first"])
    )
    prerequisites.check(linked, report)
    (found,) = report
    assert found.code == "prerequisite-order"
    assert str(found.span) == "content/courses/wrong/index.md:10:7"
    assert found.message == "this course has 'second' before 'first', which it requires"
    assert found.severity == "warning"


def test_a_course_says_what_a_learner_must_bring_along() -> None:
    linked = catalogue(
        competency("users"),
        competency("risks"),
        module("basics", ["users@working"]),
        module("outside", ["risks@expert"]),
        module("advanced", requires=["outside", "basics"], needs=["users@awareness", "risks@working"]),
        course("short", ["basics", "advanced"]),
    )
    found = prerequisites.prerequisites(linked, linked.courses["short"])
    assert [(entry.identifier, entry.where, entry.by) for entry in found] == [
        ("outside", "outside", ()),
        ("basics", "earlier", ("basics",)),
        ("users", "earlier", ("basics",)),
        ("risks", "outside", ()),
    ]
    assert [entry.identifier for entry in unmet(linked, linked.courses["short"])] == ["outside", "risks"]


def test_a_lower_level_does_not_meet_a_higher_need() -> None:
    linked = catalogue(
        competency("users"),
        module("basics", ["users@awareness"]),
        module("advanced", needs=["users@expert"]),
        module("any", needs=["users"]),
        course("c", ["basics", "advanced", "any"]),
    )
    assert [
        (entry.module, entry.met) for entry in prerequisites.prerequisites(linked, linked.courses["c"])
    ] == [
        ("advanced", False),
        ("any", True),
    ]
