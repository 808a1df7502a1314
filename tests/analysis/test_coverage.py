"""What is taught at which level, and what is not."""

from __future__ import annotations

from oer_build.analysis.coverage import Cell, coverage
from tests.builders import catalogue, competency, framework, module


def test_a_module_counts_as_far_as_it_takes_a_competency() -> None:
    table = coverage(
        catalogue(
            competency("users"),
            module("a", ["users@working introduced"], minutes=30),
            module("b", ["users@working practised"], minutes=45),
            module("c", ["users@working assessed"], minutes=60),
        )
    )
    assert table.cell("users", "working") == Cell(
        "users",
        "working",
        taught=("a", "b", "c"),
        practised=("b", "c"),
        assessed=("c",),
        minutes=135,
    )


def test_planned_modules_are_counted_apart_and_retired_ones_not_at_all() -> None:
    table = coverage(
        catalogue(
            competency("users"),
            module("later", ["users@expert assessed"], status="planned"),
            module("gone", ["users@working"], status="retired"),
        )
    )
    assert table.cell("users", "expert") == Cell("users", "expert", planned=("later",))
    assert table.cell("users", "working") == Cell("users", "working")
    assert table.row("users").taught == ()  # type: ignore[union-attr]


def test_every_cell_that_nothing_written_teaches_is_a_gap() -> None:
    table = coverage(
        catalogue(
            framework(["basic", "full"]),
            competency("users"),
            competency("risks"),
            module("a", ["users@basic"]),
            module("b", ["users@full"], status="planned"),
        )
    )
    assert [(gap.competency, gap.level) for gap in table.gaps()] == [
        ("users", "full"),
        ("risks", "basic"),
        ("risks", "full"),
    ]
    assert (table.filled(), table.possible()) == (1, 4)


def test_a_module_that_teaches_two_levels_counts_once_in_the_row() -> None:
    table = coverage(
        catalogue(competency("users"), module("a", ["users@awareness", "users@working"], minutes=50))
    )
    row = table.row("users")
    assert row is not None
    assert (row.taught, row.minutes) == (("a",), 50)
    assert [cell.minutes for cell in row.cells] == [50, 50, 0, 0]


def test_a_framework_without_levels_has_one_column() -> None:
    table = coverage(
        catalogue(framework([]), competency("users"), competency("risks"), module("a", ["users"]))
    )
    assert table.levels == ("",)
    assert [(gap.competency, gap.level) for gap in table.gaps()] == [("risks", "")]


def test_a_reference_without_level_gets_a_column_of_its_own_that_has_no_gaps() -> None:
    table = coverage(
        catalogue(
            framework(["basic"]),
            competency("users"),
            competency("risks"),
            module("a", ["users"]),
            module("b", ["users@basic", "risks@basic"]),
        )
    )
    assert table.levels == ("basic", "")
    assert table.cell("users").taught == ("a",)
    assert table.gaps() == ()


def test_a_course_is_asked_about_its_own_modules_only() -> None:
    linked = catalogue(
        competency("users"), module("a", ["users@working"]), module("b", ["users@working"], minutes=20)
    )
    assert coverage(linked, ["b", "b", "unknown"]).cell("users", "working").taught == ("b",)


def test_a_site_without_modules_is_all_gaps() -> None:
    table = coverage(catalogue(framework(["basic"]), competency("users")))
    assert [row.empty for row in table.rows] == [True]
    assert len(table.gaps()) == 1
    assert coverage(catalogue()).rows == ()
