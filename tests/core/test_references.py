"""References between opportunities, organisations, packs, stories, calls and wishes, both ways, over a whole
project."""

from __future__ import annotations

from pathlib import Path

import pytest

from oer_build.compile import Compilation
from tests.core.small_course import compiled

WORK = "{identifier: guide, title: A guide, creator: A ministry, license: CC-BY-4.0}"
LICENCE = "SPDX-FileCopyrightText: 2026 Us\nSPDX-License-Identifier: CC0-1.0\n"


def organisation(title: str, more: str = "") -> str:
    return f"""\
title: {title}
type: department
description: D.
leadContact: {{role: Lead contact}}
sources: [{WORK}]
lastVerified: 2026-11-22
{more}"""


def opportunity(title: str, more: str = "", body: str = "Text.") -> str:
    return f"""\
---
title: {title}
description: D.
kind: [mentoring]
stage: live
sources: [{WORK}]
lastVerified: 2026-11-22
{more}---

{body}
"""


FILES: dict[str, str | None] = {
    "content/organisations/office.yml": organisation("Office", "memberOf: [hub]\n"),
    "content/organisations/hub.yml": organisation("Hub", "partners: [office]\n"),
    "content/opportunities/mentors.md": opportunity(
        "Mentors",
        "provider: [office]\nhost: [hub, office]\ncompetencies: [{competency: listening, level: basic}]\n"
        "relations: [{type: complements, target: exchange, reason: R., saidBy: S., source: guide}]\n",
        "Beside [[opportunity:exchange]], [[organisation:hub|the hub]], [[pack:starter]] and [[story:tax]].",
    ),
    "content/opportunities/exchange.md": opportunity("Exchange", "competencies: [{competency: listening}]\n"),
    "content/packs/starter/index.md": "---\ntitle: Starter\ndescription: D.\nlicense: CC-BY-SA-4.0\n"
    "modules: [asking]\nopportunities: [mentors]\n"
    "handouts: [cards.txt, ../../modules/asking/sheet.txt]\n---\n",
    "content/packs/starter/cards.txt": "Cards.\n",
    "content/packs/starter/cards.txt.license": LICENCE,
    "content/modules/asking/sheet.txt": "Sheet.\n",
    "content/modules/asking/sheet.txt.license": LICENCE,
    "content/stories/tax.md": "---\ntitle: Tax\ndescription: D.\nlicense: CC-BY-SA-4.0\nregion: [EE]\n"
    f"temporalCoverage: 2013\ncompetencies: [{{competency: writing}}]\nmodules: [asking]\n"
    f"organisations: [office]\nsources: [{WORK}]\n---\n\nOnce.\n",
    "content/calls.yml": "calls:\n  - {identifier: review, kind: review, title: Review, description: D.,"
    " file: content/a.md, template: T, shownOn: [modules/asking, calendar, courses]}\n",
    "content/wishes.yml": "wishes:\n  - {identifier: hub, topic: A hub, count: 3, asked: In 2013,"
    " competencies: [{competency: listening}], modules: [asking]}\n",
}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Compilation:
    return compiled(tmp_path_factory.mktemp("course"), FILES)


def test_nothing_is_wrong_with_it(made: Compilation) -> None:
    assert [f"{one.span}: {one.message}" for one in made.report] == []


def test_every_relation_can_be_asked_from_its_other_end(made: Compilation) -> None:
    catalogue = made.catalogue
    assert catalogue.practised_in == {"listening": ("exchange", "mentors")}
    assert catalogue.stories_of == {"writing": ("tax",)}
    assert catalogue.wishes_for == {"listening": ("hub",)}
    assert catalogue.offered_by == {"office": ("mentors",), "hub": ("mentors",)}
    assert catalogue.members_of == {"hub": ("office",)}


def test_handouts_become_addresses_under_the_site(made: Compilation) -> None:
    pack = made.catalogue.packs["starter"]
    assert [one.identifier for one in pack.handouts] == [
        "packs/starter/cards.txt",
        "modules/asking/sheet.txt",
    ]


def test_texts_refer_to_records_of_every_kind(made: Compilation) -> None:
    body = next(page.body for page in made.pages if page.path == "opportunities/mentors/")
    for path, title in (
        ("opportunities/exchange/", "Exchange"),
        ("organisations/hub/", "the hub"),
        ("packs/starter/", "Starter"),
        ("stories/tax/", "Tax"),
    ):
        assert f'{path}">{title}</a>' in body


def test_what_refers_to_a_broken_record_is_not_reported_as_well(tmp_path: Path) -> None:
    broken = FILES | {
        "content/opportunities/exchange.md": "---\ntitle: Exchange\n---\n",
        "content/organisations/hub.yml": "title: [\n",
        "content/packs/starter/cards.txt": "\0",
    }
    report = compiled(tmp_path, broken).report
    assert {one.span.file for one in report} == {
        "content/opportunities/exchange.md",
        "content/organisations/hub.yml",
        "content/packs/starter/cards.txt",
    }


def test_a_reference_that_leads_nowhere_is_left_out_so_that_pages_can_be_drawn(tmp_path: Path) -> None:
    gone = dict.fromkeys(
        ("content/opportunities/exchange.md", "content/organisations/hub.yml", "content/stories/tax.md")
    )
    made = compiled(tmp_path, FILES | gone)
    assert {one.code for one in made.report} == {"unknown-record"}
    assert made.catalogue.opportunities["mentors"].relations == ()
    assert [one.identifier for one in made.catalogue.opportunities["mentors"].host] == ["office"]
    assert any(page.path == "opportunities/mentors/" for page in made.pages)
