"""What must come first: order, layers and circles of requirements, and what a course leaves unmet. Pure
questions.

Every walk is iterative and near-linear: a chain of ten thousand modules is no deeper than one of three.
"""

from __future__ import annotations

import heapq
from collections import deque
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from oer_build.diagnostics import Related, Report, Span
from oer_build.model import Catalogue, CompetencyReference, Course, Module

Edges = Mapping[str, Iterable[str]]
"""By node: the nodes that it requires."""

_MOST_CYCLES = 50


def requirements(modules: Mapping[str, Module]) -> dict[str, tuple[str, ...]]:
    """By module: the modules among these that it requires directly, each once."""
    return {
        identifier: tuple(
            dict.fromkeys(
                required.identifier
                for required in module.requires
                if required.identifier in modules and required.identifier != identifier
            )
        )
        for identifier, module in modules.items()
    }


def order(modules: Mapping[str, Module]) -> tuple[str, ...]:
    """The modules, each after all that it requires, and otherwise in the order given.

    What is in a circle (or behind one) comes last, in the order given.
    """
    return topological(requirements(modules))


def topological(edges: Edges) -> tuple[str, ...]:
    """Nodes, each after those that it requires; ties in the order given; what no order can hold comes
    last."""
    position = {node: index for index, node in enumerate(edges)}
    nodes = list(edges)
    needs = {node: {need for need in edges[node] if need in position and need != node} for node in nodes}
    dependents: dict[str, list[str]] = {node: [] for node in nodes}
    for node, required in needs.items():
        for need in required:
            dependents[need].append(node)
    missing = {node: len(required) for node, required in needs.items()}
    ready = [position[node] for node in nodes if not missing[node]]
    heapq.heapify(ready)
    done: list[str] = []
    while ready:
        node = nodes[heapq.heappop(ready)]
        done.append(node)
        for dependent in dependents[node]:
            missing[dependent] -= 1
            if not missing[dependent]:
                heapq.heappush(ready, position[dependent])
    placed = set(done)
    return (*done, *(node for node in nodes if node not in placed))


def layers(edges: Edges) -> dict[str, int]:
    """By node: the length of the longest chain of requirements below it (0: requires nothing).

    An edge that closes a circle is left out of account.
    """
    depth: dict[str, int] = {}
    for node in topological(edges):
        depth[node] = 1 + max((depth[need] for need in edges[node] if need in depth), default=-1)
    return {node: depth[node] for node in edges}


def find_cycles(edges: Edges) -> tuple[tuple[str, ...], ...]:
    """Circles of requirements, each as its nodes in order, the first in the order given leading.

    `("a", "b")` says that a requires b and b requires a. Not every circle is listed (there can be more than
    anyone could read): each that is listed is a shortest one, and breaking them all in turn leaves none.
    """
    graph = {node: [n for n in dict.fromkeys(edges[node]) if n in edges and n != node] for node in edges}
    position = {node: index for index, node in enumerate(edges)}
    found: list[tuple[str, ...]] = []
    waiting = deque(_tangles(graph, graph))
    while waiting and len(found) < _MOST_CYCLES:
        tangle = waiting.popleft()
        start = min(tangle, key=position.__getitem__)
        cycle = _shortest(graph, start, tangle)
        found.append(cycle)
        graph[cycle[-1]].remove(cycle[0])
        waiting.extend(_tangles(graph, tangle))
    return tuple(sorted(found, key=lambda cycle: [position[node] for node in cycle]))


def _shortest(graph: Mapping[str, list[str]], start: str, within: set[str]) -> tuple[str, ...]:
    """The shortest way from `start` back to itself inside one strongly connected part."""
    came: dict[str, str] = {}
    queue = deque([start])
    while queue:
        node = queue.popleft()
        for need in graph[node]:
            if need == start:
                way = [node]
                while way[-1] != start:
                    way.append(came[way[-1]])
                return tuple(reversed(way))
            if need in within and need not in came:
                came[need] = node
                queue.append(need)
    raise AssertionError("a strongly connected part has a way back to each of its nodes")


def _tangles(graph: Mapping[str, list[str]], among: Iterable[str]) -> list[set[str]]:
    """Strongly connected parts of more than one node (Tarjan, without recursion)."""
    allowed = set(among)
    index: dict[str, int] = {}
    low: dict[str, int] = {}
    on_stack: set[str] = set()
    stack: list[str] = []
    parts: list[set[str]] = []
    for root in [node for node in graph if node in allowed]:
        if root in index:
            continue
        index[root] = low[root] = len(index)
        stack.append(root)
        on_stack.add(root)
        walk = [(root, iter(graph[root]))]
        while walk:
            node, needs = walk[-1]
            for need in needs:
                if need not in allowed:
                    continue
                if need not in index:
                    index[need] = low[need] = len(index)
                    stack.append(need)
                    on_stack.add(need)
                    walk.append((need, iter(graph[need])))
                    break
                if need in on_stack:
                    low[node] = min(low[node], index[need])
            else:
                walk.pop()
                if walk:
                    low[walk[-1][0]] = min(low[walk[-1][0]], low[node])
                if low[node] == index[node]:
                    part = set()
                    while True:
                        member = stack.pop()
                        on_stack.discard(member)
                        part.add(member)
                        if member == node:
                            break
                    if len(part) > 1:
                        parts.append(part)
    return parts


Where = Literal["earlier", "later", "outside"]


@dataclass(frozen=True, slots=True)
class Prerequisite:
    """Something that a module of a course requires, and whether the course provides it before.

    `kind` says what `identifier` names. `where`: `earlier` in the course (met), `later` (wrong order), or
    `outside` (a learner must bring it along). `by`: the modules of the course that provide it.
    """

    module: str
    kind: Literal["module", "competency"]
    identifier: str
    level: str
    where: Where
    by: tuple[str, ...]
    span: Span

    @property
    def met(self) -> bool:
        return self.where == "earlier"


def prerequisites(catalogue: Catalogue, course: Course) -> tuple[Prerequisite, ...]:
    """Everything that the modules of a course require, in the order of the course."""
    place = {reference.identifier: index for index, reference in enumerate(course.modules)}
    teaches: dict[str, list[tuple[int, CompetencyReference, str]]] = {}
    for identifier, index in place.items():
        for taught in catalogue.modules[identifier].teaches if identifier in catalogue.modules else ():
            teaches.setdefault(taught.competency, []).append((index, taught, identifier))
    found: list[Prerequisite] = []
    for identifier, index in place.items():
        module = catalogue.modules.get(identifier)
        if module is None:
            continue
        for required in module.requires:
            other = place.get(required.identifier)
            by = (required.identifier,) if other is not None else ()
            found.append(
                Prerequisite(
                    identifier, "module", required.identifier, "", _where(other, index), by, required.span
                )
            )
        for needed in module.competency_required:
            givers = [
                (at, giver)
                for at, taught, giver in teaches.get(needed.competency, [])
                if giver != identifier and at_or_above(catalogue, taught.level, needed.level)
            ]
            first = min((at for at, _ in givers), default=None)
            found.append(
                Prerequisite(
                    identifier,
                    "competency",
                    needed.competency,
                    needed.level,
                    _where(first, index),
                    tuple(giver for _, giver in sorted(givers)),
                    needed.span,
                )
            )
    return tuple(found)


def unmet(catalogue: Catalogue, course: Course) -> tuple[Prerequisite, ...]:
    """What the modules of a course require and the course does not provide before them."""
    return tuple(entry for entry in prerequisites(catalogue, course) if not entry.met)


def at_or_above(catalogue: Catalogue, level: str, wanted: str) -> bool:
    """Whether a level is the wanted one or a higher one. No level wanted: any will do."""
    if not wanted or level == wanted:
        return True
    have = catalogue.framework.level(level) if catalogue.framework else None
    want = catalogue.framework.level(wanted) if catalogue.framework else None
    return have is not None and want is not None and have.rank >= want.rank


def _where(other: int | None, index: int) -> Where:
    if other is None:
        return "outside"
    return "earlier" if other < index else "later"


def check(catalogue: Catalogue, report: Report) -> None:
    """Report circles of required modules and of competencies that precede each other, and courses out of
    order."""
    _report_cycles(
        requirements(catalogue.modules),
        {
            (module.identifier, required.identifier): required.span
            for module in catalogue.modules.values()
            for required in module.requires
        },
        "requires",
        "remove one of these requirements",
        report,
    )
    precedes = {
        (competency.identifier, association.target): association.span
        for competency in catalogue.competencies.values()
        for association in competency.associations
        if association.type == "precedes"
    }
    after: dict[str, list[str]] = {identifier: [] for identifier in catalogue.competencies}
    for origin, target in precedes:
        after[origin].append(target)
    _report_cycles(after, precedes, "precedes", "remove one of these associations", report)
    circles = [set(cycle) for cycle in find_cycles(requirements(catalogue.modules))]
    for course in catalogue.courses.values():
        _report_order(catalogue, course, circles, report)


def _report_cycles(
    edges: Edges, spans: Mapping[tuple[str, str], Span], verb: str, hint: str, report: Report
) -> None:
    for cycle in find_cycles(edges):
        steps = list(zip(cycle, (*cycle[1:], cycle[0]), strict=True))
        way = f" {verb} ".join(f"'{node}'" for node in (*cycle, cycle[0]))
        report.add(
            "prerequisite-cycle",
            spans[steps[0]],
            f"a circle: {way}",
            hint,
            [Related(spans[step], f"'{step[0]}' {verb} '{step[1]}'") for step in steps[1:]],
        )


def _report_order(catalogue: Catalogue, course: Course, circles: list[set[str]], report: Report) -> None:
    """Modules of a circle have no right order: the circle is what is reported."""
    places = {reference.identifier: reference.span for reference in course.modules}
    for entry in unmet(catalogue, course):
        if any({entry.module, entry.identifier} <= circle for circle in circles):
            continue
        if entry.kind == "module" and entry.where == "later":
            report.add(
                "prerequisite-order",
                places[entry.module],
                f"this course has '{entry.module}' before '{entry.identifier}', which it requires",
                f"move '{entry.identifier}' to a place before '{entry.module}'",
                [
                    Related(entry.span, "required here"),
                    Related(places[entry.identifier], f"'{entry.identifier}' is here"),
                ],
            )
