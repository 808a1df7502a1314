"""What may be combined with what: every cell of the table, and what is reported of a catalogue."""

from __future__ import annotations

import dataclasses

import pytest

from oer_build.analysis import licensing
from oer_build.analysis.licences import family, license_title, license_url, license_urls, table
from oer_build.analysis.licensing import CARRIERS, carriers, compatible, is_license, verdict
from oer_build.diagnostics import Report
from oer_build.lesson import Lesson
from tests.builders import asset, catalogue, module, picture_link, work

RESULTS = (
    "CC0-1.0",
    "CC-BY-3.0",
    "CC-BY-4.0",
    "CC-BY-SA-3.0",
    "CC-BY-SA-4.0",
    "CC-BY-NC-4.0",
    "CC-BY-NC-SA-4.0",
    "CC-BY-ND-4.0",
    "CC-BY-NC-ND-4.0",
    "OGL-UK-3.0",
    "MIT",
    "Apache-2.0",
    "LAL-1.3",
    "GPL-3.0-or-later",
    "GFDL-1.3-or-later",
)

# In the columns: the licences of RESULTS, in their order.
TABLE = """
    CC0-1.0               y    y   y   y   y   y  y   y   y   y   y   y   y   y   y
    CC-PDM-1.0            y    y   y   y   y   y  y   y   y   y   y   y   y   y   y
    CC-BY-2.0             .    y   y   y   y   y  y   y   y   .   .   .   .   .   .
    CC-BY-3.0             .    y   y   y   y   y  y   y   y   .   .   .   .   .   .
    CC-BY-3.0-IGO         .    y   y   y   y   y  y   y   y   .   .   .   .   .   .
    CC-BY-4.0             .    y   y   y   y   y  y   y   y   .   .   .   .   y   .
    CC-BY-SA-1.0          .    .   .   .   .   .  .   .   .   .   .   .   .   .   .
    CC-BY-SA-2.0          .    .   .   y   y   .  .   .   .   .   .   .   .   .   .
    CC-BY-SA-3.0          .    .   .   y   y   .  .   .   .   .   .   .   .   .   .
    CC-BY-SA-3.0-DE       .    .   .   y   y   .  .   .   .   .   .   .   .   .   .
    CC-BY-SA-4.0          .    .   .   .   y   .  .   .   .   .   .   .   y   y   .
    CC-BY-NC-3.0          .    .   .   .   .   y  y   .   y   .   .   .   .   .   .
    CC-BY-NC-4.0          .    .   .   .   .   y  y   .   y   .   .   .   .   .   .
    CC-BY-NC-SA-3.0       .    .   .   .   .   .  y   .   .   .   .   .   .   .   .
    CC-BY-NC-SA-4.0       .    .   .   .   .   .  y   .   .   .   .   .   .   .   .
    CC-BY-ND-4.0          .    .   .   .   .   .  .   .   .   .   .   .   .   .   .
    CC-BY-NC-ND-4.0       .    .   .   .   .   .  .   .   .   .   .   .   .   .   .
    OGL-UK-3.0            .    .   y   .   y   y  y   y   y   y   .   .   .   .   .
    OGL-Canada-2.0        .    .   y   .   y   y  y   y   y   .   .   .   .   .   .
    etalab-2.0            .    y   y   y   y   y  y   y   y   y   .   .   .   .   .
    MIT                   .    y   y   y   y   y  y   y   y   .   y   y   y   y   y
    Apache-2.0            .    y   y   y   y   y  y   y   y   .   .   y   .   y   .
    LAL-1.3               .    .   .   .   y   .  .   .   .   .   .   .   y   .   .
    GPL-2.0-or-later      .    .   .   .   .   .  .   .   .   .   .   .   .   y   .
    GPL-3.0-or-later      .    .   .   .   .   .  .   .   .   .   .   .   .   y   .
    GFDL-1.3-or-later     .    .   .   .   .   .  .   .   .   .   .   .   .   .   y
    ODbL-1.0              .    .   .   .   .   .  .   .   .   .   .   .   .   .   .
"""

CELLS = [
    (upstream, result, mark == "y")
    for upstream, *marks in map(str.split, TABLE.strip().splitlines())
    for result, mark in zip(RESULTS, marks, strict=True)
]


@pytest.mark.parametrize(("upstream", "result", "allowed"), CELLS)
def test_each_cell_of_the_table(upstream: str, result: str, allowed: bool) -> None:
    found = verdict(upstream, result)
    assert found.allowed is allowed, f"{upstream} into {result}: {found.reason}"
    assert found.source is not None and found.source.url.startswith("https://")
    assert bool(found.reason) is not allowed


def test_every_licence_of_the_rules_is_tested() -> None:
    tested = {family(upstream).name for upstream, _, _ in CELLS}  # type: ignore[union-attr]
    assert tested | {"gpl-2", "by-sa-1"} == {entry.name for entry in table().families}


def test_every_rule_speaks_of_families_and_licences_that_exist() -> None:
    names = {entry.name for entry in table().families}
    for entry in table().families:
        assert {target.split()[0] for target in entry.into} <= names | {"*"}
        assert all(is_license(spdx) for spdx in entry.exactly)
        assert all(is_license(spdx) for spdx in entry.members if "*" not in spdx), entry.members
    assert all(is_license(spdx) for pair in table().also for spdx in pair)
    assert all(is_license(spdx) for spdx in table().titles)


def test_the_reason_says_what_the_licence_asks_for() -> None:
    assert compatible("CC-BY-NC-4.0", "CC-BY-SA-4.0") == (
        "it forbids commercial use, which the licence of the result would allow"
    )
    assert compatible("CC-BY-ND-4.0", "CC-BY-SA-4.0") == "it does not allow changed versions to be shared"
    assert compatible("CC-BY-4.0", "CC-BY-SA-4.0") == ""


def test_what_nobody_has_ruled_on_is_not_allowed() -> None:
    assert "nothing is known" in compatible("LicenseRef-House-Rules", "CC-BY-SA-4.0")
    assert "no rule is known" in compatible("CC-BY-SA-4.0", "LicenseRef-House-Rules")
    assert "all rights are reserved" in compatible("", "CC-BY-SA-4.0")


def test_permission_in_writing_is_a_licence_of_its_own() -> None:
    assert compatible("LicenseRef-Permission", "CC-BY-SA-4.0") == ""
    assert compatible("LicenseRef-Permission-2026-04", "CC-BY-SA-4.0") == ""


@pytest.mark.parametrize(
    ("upstream", "result", "allowed"),
    [
        ("CC-BY-NC-4.0 OR CC-BY-SA-4.0", "CC-BY-SA-4.0", True),
        ("CC-BY-4.0 AND CC-BY-NC-4.0", "CC-BY-SA-4.0", False),
        ("CC-BY-4.0 AND MIT", "CC-BY-SA-4.0", True),
        ("(CC-BY-ND-4.0 OR CC0-1.0) AND MIT", "CC-BY-SA-4.0", True),
        ("CC-BY-SA-4.0", "CC-BY-SA-4.0 OR MIT", False),
        ("CC-BY-SA-4.0", "CC-BY-SA-4.0 AND MIT", True),
    ],
)
def test_expressions_are_read_as_choices_and_sums(upstream: str, result: str, allowed: bool) -> None:
    assert (compatible(upstream, result) == "") is allowed


def test_which_licences_can_carry_several_works_together() -> None:
    assert carriers(["CC-BY-4.0", "OGL-UK-3.0"]) == CARRIERS[1:]
    assert carriers(["CC-BY-NC-4.0", "CC-BY-4.0"]) == ("CC-BY-NC-4.0", "CC-BY-NC-SA-4.0")
    assert carriers(["CC-BY-SA-4.0", "CC-BY-NC-4.0"]) == ()


@pytest.mark.parametrize(
    "text", ["CC-BY-SA-4.0", "OGL-UK-3.0", "CC-PDM-1.0", "MIT OR Apache-2.0", "LicenseRef-My-Terms"]
)
def test_an_spdx_identifier_or_expression_is_a_licence(text: str) -> None:
    assert is_license(text)


@pytest.mark.parametrize(
    "text", ["", "CC BY-SA", "CC-BY-SA", "all rights reserved", "MIT AND", "LicenseRef-é", "()"]
)
def test_anything_else_is_none(text: str) -> None:
    assert not is_license(text)


@pytest.mark.parametrize(
    ("spdx", "url", "title"),
    [
        ("CC-BY-SA-4.0", "https://creativecommons.org/licenses/by-sa/4.0/", "CC BY-SA 4.0"),
        (
            "CC-BY-NC-SA-3.0-IGO",
            "https://creativecommons.org/licenses/by-nc-sa/3.0/igo/",
            "CC BY-NC-SA 3.0 IGO",
        ),
        ("CC0-1.0", "https://creativecommons.org/publicdomain/zero/1.0/", "CC0 1.0"),
        ("CC-PDM-1.0", "https://creativecommons.org/publicdomain/mark/1.0/", "Public Domain Mark 1.0"),
        ("OGL-UK-3.0", "https://spdx.org/licenses/OGL-UK-3.0.html", "Open Government Licence v3.0 (UK)"),
        ("MIT", "https://spdx.org/licenses/MIT.html", "MIT License"),
        ("LicenseRef-House-Rules", "", "House Rules"),
        ("", "", ""),
    ],
)
def test_a_licence_has_an_address_and_a_name(spdx: str, url: str, title: str) -> None:
    assert license_url(spdx) == url
    assert license_title(spdx) == title


def test_an_expression_has_an_address_for_each_licence() -> None:
    assert license_urls("CC-BY-4.0 OR MIT") == (
        "https://creativecommons.org/licenses/by/4.0/",
        "https://spdx.org/licenses/MIT.html",
    )


def test_a_work_that_may_not_be_adapted_is_reported_where_it_is_named() -> None:
    report = Report()
    upstream = work("Teaching photos", "CC-BY-NC-4.0", line=14)
    licensing.check(catalogue(module("a", is_based_on=(upstream,))), report)
    (found,) = report
    assert (found.code, str(found.span)) == ("licence-conflict", "content/modules/x/index.md:14:5")
    assert found.message == (
        "content/modules/a/index.md (CC-BY-SA-4.0) adapts 'Teaching photos' (CC-BY-NC-4.0), which cannot be: "
        "it forbids commercial use, which the licence of the result would allow"
    )
    for way in ("link to it", "replace it", "ask its author", "quote", "CC-BY-NC-4.0 or CC-BY-NC-SA-4.0"):
        assert way in found.hint


def test_a_work_that_is_only_cited_is_never_a_conflict() -> None:
    report = Report()
    licensing.check(catalogue(module("a", sources=(work("A paper", "CC-BY-ND-4.0"), work("A book")))), report)
    assert not list(report)


def test_a_file_of_a_module_must_fit_its_licence() -> None:
    report = Report()
    linked = catalogue(
        module("a"),
        asset("content/modules/a/photo.jpg", "CC-BY-ND-4.0"),
        asset("content/modules/a/chart.svg", "OGL-UK-3.0"),
    )
    licensing.check(linked, report)
    (found,) = report
    assert str(found.span) == "content/modules/a/photo.jpg:1:1"
    assert "content/modules/a/index.md (CC-BY-SA-4.0) includes content/modules/a/photo.jpg" in found.message


def test_a_picture_from_elsewhere_is_reported_where_the_text_shows_it() -> None:
    linked = catalogue(
        module("a"), module("b", license="CC-BY-NC-4.0"), asset("content/modules/b/photo.jpg", "CC-BY-NC-4.0")
    )
    link = picture_link("modules/b/photo.jpg", "content/modules/a/index.md", line=33)
    alone, together = Report(), Report()
    licensing.check(linked, alone)
    licensing.check(linked, together, {"modules/a/": Lesson(links=(link, link))})
    assert not list(alone)
    (found,) = together
    assert str(found.span) == "content/modules/a/index.md:33:3"
    assert [str(related.span) for related in found.related] == ["content/modules/b/photo.jpg:1:1"]


def test_an_unchanged_picture_may_stand_in_a_page_that_allows_no_changes_either() -> None:
    for result, allowed in (("CC-BY-ND-4.0", True), ("CC-BY-NC-ND-4.0", True), ("CC-BY-NC-4.0", False)):
        report = Report()
        linked = catalogue(module("a", license=result), asset("content/modules/a/photo.jpg", "CC-BY-ND-4.0"))
        licensing.check(linked, report)
        assert (not list(report)) is allowed, result


def test_the_works_used_are_grouped_by_their_use_and_named_once() -> None:
    paper = work("A paper", url="https://papers.example/1", supports="The first claim")
    linked = catalogue(
        module("a", sources=(paper,), is_based_on=(work("Old unit", "CC-BY-4.0", changes="shortened"),)),
        module("b", sources=(dataclasses.replace(paper, supports="Another claim"), work("A book"))),
        asset("content/modules/a/photo.jpg", "CC0-1.0", "2020 A photographer"),
    )
    works = licensing.works_used(linked)
    assert [entry.title for entry in works.cited] == ["A book", "A paper"]
    assert [(use.path, use.note) for use in works.cited[1].used_in] == [
        ("modules/a/", "The first claim"),
        ("modules/b/", "Another claim"),
    ]
    assert [(entry.title, entry.used_in[0].note) for entry in works.adapted] == [("Old unit", "shortened")]
    assert [(entry.title, entry.creator) for entry in works.included] == [
        ("photo.jpg", "2020 A photographer")
    ]
