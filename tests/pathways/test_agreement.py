"""The pathway of the compiler and that of the browser: the same answer in every case, and on small catalogues
the best one there is, by trying every set."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import chain, combinations
from pathlib import Path
from typing import Any

import pytest

from oer_build.analysis.gaps import Item, gaps
from oer_build.analysis.pathways import Pathway, pathway
from oer_build.model import Catalogue, Module
from tests.pathways.cases import COUNT, SMALL, Case, cases, large, linked

HERE = Path(__file__).parent
Answer = dict[str, Any]


@cache
def of_compiler() -> list[Pathway]:
    return [pathway(*linked(case), case["minutes"]) for case in cases()]


@cache
def of_browser() -> list[Answer]:
    return asked(list(cases()))


def asked(questions: list[Case]) -> list[Answer]:
    """The answers of the script that the site publishes, run by node."""
    node = shutil.which("node")
    if not node:
        pytest.fail("node is needed: install Node.js 20 or newer", False)
    done = subprocess.run(
        [node, str(HERE / "answer.mjs")],
        input=json.dumps(questions),
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert not done.returncode, done.stderr
    answers: list[Answer] = json.loads(done.stdout)
    return answers


def as_data(found: Pathway) -> Answer:
    """A pathway of the compiler as the browser writes it."""
    return {
        "gaps": [
            {
                "competency": gap.competency,
                "needed": gap.needed,
                "held": gap.held,
                "items": _items(gap.items),
                "missing": {level: list(missing) for level, missing in gap.missing.items()},
            }
            for gap in found.gaps
        ],
        "steps": [
            {
                "module": step.module,
                "minutes": step.minutes,
                "closes": _items(step.closes),
                "neededFor": list(step.needed_for),
            }
            for step in found.steps
        ],
        "beyond": _items(found.beyond),
        "untaught": _items(found.untaught),
        "minutes": found.minutes,
        "optimal": found.optimal,
    }


def _items(items: tuple[Item, ...]) -> list[dict[str, Any]]:
    return [
        {"place": one.place, "rank": one.rank, "competency": one.competency, "level": one.level}
        for one in items
    ]


def test_both_give_the_same_answer_in_every_case() -> None:
    assert len(of_compiler()) == len(of_browser()) == COUNT == 200
    differing = [
        number
        for number, (one, other) in enumerate(zip(of_compiler(), of_browser(), strict=True))
        if as_data(one) != other
    ]
    assert not differing


def test_both_stop_at_the_same_place_where_there_is_too_much_to_try() -> None:
    found = [pathway(*linked(case), case["minutes"]) for case in large()]
    assert any(not one.optimal for one in found)
    assert [as_data(one) for one in found] == asked(list(large()))


def test_the_cases_are_worth_asking() -> None:
    """Long ways and short ones, too little time, nothing that teaches: each often enough."""
    found = Counter(
        kind
        for one in of_compiler()
        for kind, true in {
            "steps": len(one.steps) >= 3,
            "required": any(not step.closes for step in one.steps),
            "beyond": bool(one.beyond),
            "untaught": bool(one.untaught),
            "no gap": not one.gaps,
        }.items()
        if true
    )
    assert all(found[kind] >= 15 for kind in ("steps", "required", "beyond", "untaught", "no gap")), found
    assert all(one.optimal for one in of_compiler())


@pytest.mark.parametrize("case", [one for one in cases() if len(one["catalogue"]["modules"]) <= SMALL])
def test_on_a_small_catalogue_no_set_is_better(case: Case) -> None:
    found = of_compiler()[case["number"]]
    assert {step.module for step in found.steps} == set(best_by_trying(case))


def test_each_step_comes_after_what_it_requires() -> None:
    for case, found in zip(cases(), of_compiler(), strict=True):
        catalogue, _, have = linked(case)
        seen: set[str] = set(have.done)
        for step in found.steps:
            wanted = needed(catalogue, catalogue.modules[step.module], have.done)
            assert wanted - seen == set(), (case["number"], step)
            seen.add(step.module)
            assert step.closes or step.needed_for, "every step has a reason"
        assert case["minutes"] is None or found.minutes <= case["minutes"]


# -- the rules once more, as plainly as they can be said -----------------------------------------------


def best_by_trying(case: Case) -> tuple[str, ...]:
    catalogue, role, have = linked(case)
    free = {name for name, one in catalogue.modules.items() if can_be_taken(one)} - have.done
    missing = [item for gap in gaps(catalogue, role, have) for item in gap.items]

    def worth(names: tuple[str, ...]) -> tuple[int, int, int, tuple[str, ...]]:
        minutes = sum(catalogue.modules[name].minutes for name in names)
        return -closed(catalogue, missing, set(names), have.done), minutes, len(names), names

    def fits(names: tuple[str, ...]) -> bool:
        whole = all(needed(catalogue, catalogue.modules[name], have.done) <= {*names} for name in names)
        return whole and (case["minutes"] is None or worth(names)[1] <= case["minutes"])

    sets = chain.from_iterable(combinations(sorted(free), size) for size in range(len(free) + 1))
    return min(filter(fits, sets), key=worth)


def can_be_taken(module: Module) -> bool:
    return module.creative_work_status not in ("planned", "retired")


def needed(catalogue: Catalogue, module: Module, done: frozenset[str]) -> set[str]:
    """What must have been taken before a module: all that it requires, but for what is done or cannot be."""

    def before(one: Module) -> Iterator[str]:
        for required in one.requires:
            if required.identifier not in done:
                yield required.identifier
                yield from before(catalogue.modules[required.identifier])

    return {name for name in before(module) if can_be_taken(catalogue.modules[name])}


def closed(catalogue: Catalogue, missing: list[Item], names: set[str], done: frozenset[str]) -> int:
    """How many missing levels some modules close."""
    count = 0
    for competency in {item.competency for item in missing}:
        for item in sorted(one for one in missing if one.competency == competency):
            closers = closing(catalogue, item) - done
            if not closers:
                continue  # nothing can be done about it here
            if not closers & names:
                break
            count += 1
    return count


def closing(catalogue: Catalogue, item: Item) -> set[str]:
    taught = [
        (module.identifier, one.strength)
        for module in catalogue.modules.values()
        if can_be_taken(module)
        for one in module.teaches
        if one.competency == item.competency and one.level == item.level
    ]
    return {name for name, strength in taught if strength != "introduced"} or {name for name, _ in taught}
