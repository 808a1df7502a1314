"""Cases for the pathway, made by chance from a fixed seed: small and medium catalogues as plain data, in the
shape of `catalogue.json`, each with a role, what a person has, and a time. Many are odd on purpose.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from typing import Any

from oer_build.analysis.gaps import Have
from oer_build.diagnostics import Span
from oer_build.link import with_indices
from oer_build.model import (
    Catalogue,
    Competency,
    CompetencyReference,
    Duration,
    Framework,
    Indicator,
    Level,
    Module,
    Reference,
    Role,
)
from oer_build.schema.checks import minutes
from tests.builders import SITE

SEED = 20261122
COUNT = 200
SMALL = 10
"""Modules of a catalogue on which every set can be tried."""
LEVELS = (("awareness", "working", "practitioner", "expert"), ("2", "1"), ("constructor",), ())
NAMES = ("users", "risks", "teams", "data", "constructor", "valueof", "openness", "change")
HERE = Span("x.yml")

Case = dict[str, Any]


def cases() -> Iterator[Case]:
    """All of them, the same ones every time."""
    chance = random.Random(SEED)
    for number in range(COUNT):
        yield _case(chance, number, chance.randint(0, SMALL) if number % 2 else chance.randint(11, 24))


def large() -> Iterator[Case]:
    """Three on which nobody can try every set in a short time."""
    chance = random.Random(SEED + 1)
    for number, minutes_ in enumerate((None, 300, 1200)):
        made = _case(chance, number, 150, NAMES, LEVELS[0])
        made["catalogue"]["roles"][0]["competencyRequired"] = [
            {"competency": name, "level": "expert"} for name in NAMES
        ]
        yield made | {"minutes": minutes_, "have": {"statements": {}, "done": []}}


def _case(
    chance: random.Random, number: int, size: int, names: Sequence[str] = (), levels: Sequence[str] = ()
) -> Case:
    levels = levels or chance.choice((LEVELS[0], LEVELS[0], *LEVELS))
    names = names or chance.sample(NAMES, chance.randint(1, 5))
    competencies = [_competency(chance, name, levels) for name in names]
    modules = [_module(chance, at, names, levels) for at in range(size)]
    chance.shuffle(modules)
    needs = chance.sample(names, chance.randint(1, len(names)))
    return {
        "number": number,
        "catalogue": {
            "framework": {"levels": [{"identifier": one, "title": one} for one in levels]},
            "competencies": competencies,
            "modules": modules,
            "roles": [
                {
                    "identifier": "role",
                    "title": "Role",
                    "competencyRequired": [_need(chance, name, levels) for name in needs],
                }
            ],
        },
        "have": {
            "statements": {
                one["identifier"]: _true(chance, one, levels) for one in competencies if chance.random() < 0.4
            },
            "done": [one["identifier"] for one in modules if chance.random() < 0.1],
        },
        "minutes": chance.choice((None, None, 0, 45, 90, 180, 240, 300, 600)),
    }


def _competency(chance: random.Random, name: str, levels: Sequence[str]) -> dict[str, Any]:
    def statements(level: str) -> list[dict[str, str]]:
        count = chance.choice((0, 1, 3, 4, 5))
        own = chance.random() < 0.6
        return [
            {"statement": f"{name} {level} {at}"} | ({"identifier": f"{level[:1]}x{at}"} if own else {})
            for at in range(count)
        ]

    made: dict[str, Any] = {"identifier": name, "title": name}
    if chance.random() < 0.1:
        return made
    return made | {"indicators": {level: statements(level) for level in levels} or statements("")}


def _need(chance: random.Random, name: str, levels: Sequence[str]) -> dict[str, str]:
    level = chance.choice((*levels, *levels[-1:], "")) if levels else ""
    return {"competency": name} | ({"level": level} if level else {})


def _module(chance: random.Random, at: int, names: Sequence[str], levels: Sequence[str]) -> dict[str, Any]:
    pairs = [(name, level) for name in names for level in levels or ("",)]
    pairs += [(name, "") for name in names if levels and chance.random() < 0.1]
    made: dict[str, Any] = {"identifier": f"m{at:02}", "title": f"Module {at}"}
    made["teaches"] = [
        {"competency": name, "strength": chance.choice(("introduced", "practised", "assessed"))}
        | ({"level": level} if level else {})
        for name, level in chance.sample(pairs, min(len(pairs), chance.choice((0, 1, 2, 2, 3, 4))))
    ]
    before = [f"m{one:02}" for one in range(at) if chance.random() < 0.8 / max(1, at)]
    if before:
        made["requires"] = before
    time = chance.choice(("", "PT30M", "PT45M", "PT1H", "PT1H", "PT1H30M", "PT90M"))
    if time:
        made["timeRequired"] = time
    status = chance.choice(("", "draft", "reviewed", *["published"] * 7, "planned", "retired"))
    if status:
        made["creativeWorkStatus"] = status
    return made


def _true(chance: random.Random, competency: dict[str, Any], levels: Sequence[str]) -> list[str]:
    chosen = ["unknown"] if chance.random() < 0.1 else []
    likely = 0.95
    for level in levels or ("",):
        here = competency.get("indicators", [])
        for at, one in enumerate(here[level] if isinstance(here, dict) else here, 1):
            if chance.random() < likely:
                chosen.append(one.get("identifier") or f"{level or 'all'}-{at}")
        likely -= chance.choice((0, 0.3, 0.9))
    return chosen


def linked(case: Case) -> tuple[Catalogue, Role, Have]:
    """What the compiler makes of the records of a case."""
    data = case["catalogue"]
    levels = tuple(
        Level(one["identifier"], one["title"], "", rank)
        for rank, one in enumerate(data["framework"]["levels"])
    )
    role = data["roles"][0]
    roles = {"role": Role("role", role["title"], "", HERE, _references(role["competencyRequired"]))}
    made = Catalogue(
        site=SITE,
        framework=Framework("f", "F", "1", "CC0-1.0", HERE, levels=levels),
        competencies={
            one["identifier"]: Competency(
                one["identifier"], one["title"], "", HERE, indicators=tuple(_indicators(one))
            )
            for one in data["competencies"]
        },
        modules={one["identifier"]: _linked_module(one) for one in data["modules"]},
        courses={},
        roles=roles,
        crosswalks={},
        terms={},
        articles={},
        assets={},
    )
    have = Have(
        {key: frozenset(chosen) for key, chosen in case["have"]["statements"].items()},
        frozenset(case["have"]["done"]),
    )
    return with_indices(made), roles["role"], have


def _indicators(record: dict[str, Any]) -> Iterator[Indicator]:
    here = record.get("indicators", [])
    for level, group in here.items() if isinstance(here, dict) else [("", here)]:
        for one in group:
            yield Indicator(one["statement"], "", level, one.get("identifier", ""))


def _references(records: list[dict[str, str]]) -> tuple[CompetencyReference, ...]:
    return tuple(
        CompetencyReference(one["competency"], HERE, one.get("level", ""), one.get("strength", "introduced"))  # type: ignore[arg-type]
        for one in records
    )


def _linked_module(record: dict[str, Any]) -> Module:
    time = record.get("timeRequired", "")
    return Module(
        record["identifier"],
        record["title"],
        "",
        "CC0-1.0",
        HERE,
        teaches=_references(record["teaches"]),
        requires=tuple(Reference(one, HERE) for one in record.get("requires", ())),
        time_required=Duration(time, minutes(time)) if time else None,
        creative_work_status=record.get("creativeWorkStatus", "draft"),
    )
