"""A role laid over the map: the cases that Python and the browser share, and the browser's own reasoning."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from oer_build.analysis.coverage import coverage
from oer_build.analysis.standing import laid_over, needed, standings
from tests.builders import catalogue, competency, framework, module, role

HERE = Path(__file__).parent
CASES = json.loads((HERE / "standings.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=[case["about"] for case in CASES])
def test_how_a_cell_stands_to_a_role(case: dict[str, Any]) -> None:
    taught, planned = ([bit == "1" for bit in case[name]] for name in ("taught", "planned"))
    assert list(standings(taught, planned, case["need"], case["levels"])) == case["expected"]


def test_a_role_needs_every_lower_level_and_the_highest_that_it_names() -> None:
    linked = catalogue(
        competency("users"), competency("data"), role("adviser", "users@working", "users@awareness", "data")
    )
    assert needed(linked, linked.roles["adviser"]) == {"users": 1, "data": 0}


def test_only_what_the_role_needs_is_laid_over() -> None:
    linked = catalogue(
        competency("users"),
        competency("data"),
        module("first", ["users@awareness", "data@expert"]),
        module("gone", ["users@working"], status="retired"),
        role("adviser", "users@working"),
    )
    assert laid_over(linked, linked.roles["adviser"], coverage(linked)) == {
        "users": ("taught", "untaught", "beyond", "beyond")
    }


def test_a_framework_without_levels_has_one_column() -> None:
    linked = catalogue(framework(()), competency("users"), module("first", ["users"]), role("one", "users"))
    assert laid_over(linked, linked.roles["one"], coverage(linked)) == {"users": ("taught",)}


def test_the_browser_reasons_alike() -> None:
    node = shutil.which("node")
    if not node:
        pytest.fail("node is needed: install Node.js 20 or newer", False)
    done = subprocess.run(
        [node, "--test", str(HERE / "map.test.mjs")], capture_output=True, text=True, check=False, timeout=60
    )
    assert not done.returncode, done.stdout + done.stderr
