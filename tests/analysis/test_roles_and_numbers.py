"""What a role needs, and the numbers that home prints."""

from __future__ import annotations

from oer_build.analysis.numbers import numbers
from oer_build.analysis.roles import needs, served
from tests.builders import catalogue, competency, course, framework, module, role, term, work


def test_a_role_is_served_by_modules_at_its_level_or_above() -> None:
    linked = catalogue(
        competency("users"),
        competency("risks"),
        competency("teams"),
        module("low", ["users@awareness"]),
        module("just", ["users@working"]),
        module("above", ["users@expert"]),
        module("gone", ["users@expert"], status="retired"),
        module("later", ["risks@working"], status="planned"),
        role("adviser", "users@working", "risks@working", "teams@working"),
    )
    users, risks, teams = needs(linked, linked.roles["adviser"])
    assert (users.modules, users.below) == (("just", "above"), ("low",))
    assert (users.missing, users.planned_only) == (False, False)
    assert (risks.modules, risks.planned, risks.planned_only, risks.missing) == ((), ("later",), True, False)
    assert (teams.missing, teams.planned_only) == (True, False)
    names = {module: [one.identifier for one in roles] for module, roles in served(linked).items()}
    assert names == {"just": ["adviser"], "above": ["adviser"], "later": ["adviser"]}


def test_a_need_without_a_level_is_met_by_any_module() -> None:
    linked = catalogue(framework([]), competency("users"), module("a", ["users"]), role("adviser", "users"))
    assert needs(linked, linked.roles["adviser"])[0].modules == ("a",)


def test_the_numbers_count_what_is_there_and_apart_from_it_what_is_planned() -> None:
    paper = work("A paper", url="https://papers.example/1")
    found = numbers(
        catalogue(
            framework(["basic", "full"]),
            competency("users", indicators=[("basic", "b1", "skill", "Does it.")]),
            competency("risks"),
            module("a", ["users@basic"], minutes=50, sources=(paper,), in_language="en"),
            module("b", ["users@basic"], minutes=40, status="draft", sources=(paper,), in_language="fr"),
            module("c", ["risks@full"], minutes=90, status="planned", in_language="de"),
            module("d", ["risks@full"], minutes=90, status="retired"),
            course("all", ["a", "b", "c"]),
            role("adviser", "users@full"),
            term("service"),
        )
    )
    assert (found.modules, found.published, found.draft, found.planned, found.retired) == (2, 1, 1, 1, 1)
    assert (found.minutes, found.planned_minutes) == (90, 90)
    assert (found.competencies, found.levels, found.indicators) == (2, 2, 1)
    assert (found.courses, found.roles, found.terms, found.sources) == (1, 1, 1, 1)
    assert found.languages == ("en", "fr")
    assert (found.cells_taught, found.cells) == (1, 4)


def test_a_site_with_nothing_written_yet_has_the_language_of_its_interface() -> None:
    assert numbers(catalogue()).languages == ("en",)
