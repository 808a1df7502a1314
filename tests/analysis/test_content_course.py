"""What is counted over a whole course: quiz habits, sources, countries, coverage."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from oer_build.analysis.content_countries import CONTINENTS, spread
from oer_build.analysis.content_coverage import expected_by_level, findings, taught
from oer_build.analysis.content_findings import KINDS
from tests import builders
from tests.analysis.written import counted, found, module


def question(*options: str, right: int, kind: str = "single-choice") -> str:
    """A question whose option number `right` is the right one."""
    lines = "".join(
        f"- [{'x' if number == right else ' '}] {text}\n    - Because.\n"
        for number, text in enumerate(options, 1)
    )
    return f"/// question | Which?\n    type: {kind}\n\n{lines}///\n\n"


# -- quiz habits -----------------------------------------------------------------------------------


def test_a_quiz_whose_right_option_is_the_longest_is_named(tmp_path: Path) -> None:
    telling = question("short", "a longer option that explains itself", right=2)
    even = question("alpha", "omega", right=1)
    content = counted(tmp_path, module(telling * 4 + even * 2), module(telling * 3 + even))
    assert (content.habits.items, content.habits.longest) == (10, 7)
    (finding,) = found(content, "longest-option")
    assert finding.message.startswith("in 7 of 10 single-choice items (70%; by chance 50%)")
    (place,) = found(content, "option-position")
    assert place.message == "in 7 of 10 single-choice items (70%) the right option is number 2"


def test_a_habit_under_ten_items_may_be_chance(tmp_path: Path) -> None:
    content = counted(tmp_path, module(question("a", "bbb", right=2) * 9))
    assert (content.habits.longest_share, content.habits.positions) == (1.0, (0, 9))
    assert found(content, "longest-option") == found(content, "option-position") == []


def test_the_other_types_of_question_have_no_habits(tmp_path: Path) -> None:
    text = question("True", "False", right=1, kind="true-false") + question(
        "a", "b", right=1, kind="short-text"
    )
    assert counted(tmp_path, module(text)).habits.items == 0


def test_options_without_a_reason_are_counted(tmp_path: Path) -> None:
    text = "/// question | Which?\n    type: single-choice\n\n- [x] A\n- [ ] B\n    - No.\n///\n"
    (content,) = counted(tmp_path, module(text)).modules
    assert content.options_without_reason == 1


# -- sources ---------------------------------------------------------------------------------------


def test_what_is_not_said_of_a_source_is_named(tmp_path: Path) -> None:
    sources = (
        "\n  - {identifier: full, title: Full, creator: A, datePublished: '2020', "
        "url: https://example.org/, license: CC-BY-4.0}"
        "\n  - {identifier: bare, title: Bare, creator: B}"
        "\n  - {identifier: noted, title: Noted, creator: C, datePublished: '2019-05', "
        "url: https://example.org/n, usageInfo: Free to read}"
    )
    text = "As [[source:full]], [[source:bare]] and [[source:noted]] say."
    content = counted(tmp_path, module(text, sources=sources))
    told = {kind: [finding.message for finding in found(content, kind)] for kind in KINDS if "source" in kind}
    assert told == {
        "source-without-licence": ["B: Bare"],
        "source-without-address": ["B: Bare"],
        "source-without-year": ["B: Bare"],
        "source-not-cited": [],
    }
    assert [finding.message for finding in content.noted] == ["C: Noted (Free to read)"]
    counts = content.sources
    assert (counts.entries, counts.licensed, counts.with_usage_note, counts.with_address) == (3, 1, 1, 2)


def test_a_source_that_the_text_never_cites_is_named_where_it_stands(tmp_path: Path) -> None:
    sources = "\n  - {identifier: a, title: One, creator: A}\n  - {title: Two, creator: B}"
    content = counted(tmp_path, module("/// facilitator | Notes\n\nSee [[source:a]].\n///", sources=sources))
    (finding,) = found(content, "source-not-cited")
    assert (finding.message, str(finding.span)) == ("B: Two", "content/modules/m1/index.md:12:5")


# -- countries -------------------------------------------------------------------------------------


def test_cases_are_counted_by_country_and_continent(tmp_path: Path) -> None:
    cases = "".join(
        f"/// case | There\n    country: {code}\n\nSo it was.\n///\n\n" for code in ("KE", "EE", "KE", "BR")
    )
    content = counted(tmp_path, module(cases + "/// case | Somewhere\n\nSo it was.\n///\n"))
    assert (content.spread.cases, content.spread.countries) == (5, {"KE": 2, "BR": 1, "EE": 1})
    assert content.modules[0].countries == ("KE", "EE", "BR")
    (finding,) = found(content, "continents")
    assert finding.message == "no case from Asia, North America, Oceania"


@pytest.mark.parametrize(
    ("continent", "codes"),
    [
        ("Africa", "EG MU SN ZA"),
        ("Asia", "TR CY TW JP GE"),
        ("Europe", "EU XK RU IS GB"),
        ("North America", "MX JM GL US PA"),
        ("South America", "BR GF CO"),
        ("Oceania", "NZ PG GU"),
    ],
)
def test_continents_are_those_of_the_united_nations(continent: str, codes: str) -> None:
    assert spread(codes.split()).continents[continent] == len(codes.split())


def test_no_country_is_in_two_continents() -> None:
    codes = [code for members in CONTINENTS.values() for code in members]
    # ISO 3166-1 has 249, of which nobody lives in Antarctica; and EU and XK.
    assert len(codes) == len(set(codes)) == 250


# -- coverage --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("levels", "expected"),
    [
        (("awareness", "working", "practitioner", "expert"), (2, 2, 1, 0)),
        (("basic", "advanced"), (1, 0)),
        (("only",), (1,)),
        ((), (1,)),
    ],
)
def test_less_is_expected_towards_the_highest_level(
    levels: tuple[str, ...], expected: tuple[int, ...]
) -> None:
    linked = builders.catalogue(builders.framework(levels), builders.competency("users"))
    assert tuple(expected_by_level(linked).values()) == expected


def test_levels_that_are_taught_too_little_are_named_with_their_numbers() -> None:
    linked = builders.catalogue(
        builders.competency("users"),
        builders.module("a", ["users@awareness assessed", "users@working practised"]),
        builders.module("b", ["users@awareness"]),
        builders.module("c", ["users@working"], status="planned"),
    )
    assert [finding.message for finding in findings(linked, taught(linked))] == [
        "users at working: taught by 1 module, 2 expected, not assessed (1 module planned)",
        "users at practitioner: taught by 0 modules, 1 expected, not practised, not assessed",
    ]


def test_the_same_content_on_the_same_day_gives_the_same_report(tmp_path: Path) -> None:
    day = datetime.date(2026, 11, 22)
    first, second = (counted(tmp_path / name, module(), today=day) for name in ("a", "b"))
    assert first.findings == second.findings
