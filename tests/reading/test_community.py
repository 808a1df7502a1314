"""Files of opportunities, organisations, packs, stories, calls and wishes to values: every key arrives."""

from __future__ import annotations

from pathlib import Path

from oer_build import model
from oer_build.diagnostics import Span
from tests.reading.projects import loaded, said

FRAMEWORK = (
    "identifier: f\ntitle: F\nversion: 1\nlicense: CC0-1.0\nlevels: [{identifier: working, title: W}]\n"
)
WORK = "{identifier: guide, title: A guide, creator: A ministry, url: 'https://example.org/'}"
OPPORTUNITY = f"""\
---
title: STEM Futures
description: >-
  People from industry
  learn from each other.
kind: [secondment, exchange, secondment]
stage: evaluating
provider: [office]
host: [office, hub]
direction: both
audience: [women]
eligibility: |
  Members of
  the profession.
grades: [below-senior]
region: [GB-SCT, KE]
competencies: [{{competency: users, level: working, note: It says so.}}]
duration: P1Y6M
startDate: 2023-04
endDate: 2024
howToApply: Write to the team.
url: https://example.org/futures
relations:
  - {{type: complements, target: exchange, reason: One goes in., saidBy: The department, source: guide}}
keywords: [industry, 2023]
inLanguage: en
sources:
  - {WORK}
lastVerified: 2026-11-22
---

What one does.
"""
ORGANISATION = f"""\
title: The hub
alternateName: [TH, Hub of hubs]
type: hub
description: Where teams meet.
region: [KE]
url: https://example.org/hub
leadContact: {{role: Lead contact for learning, email: learning@example.org, url: https://example.org/contact}}
memberOf: [network]
partners: [office]
purpose: To meet.
objectives: [Meet, 'Meet again']
facilities: [A room]
offers: [Coffee]
keywords: [meeting]
sources: [{WORK}]
lastVerified: 2026-11-22
"""


def place(file: str, line: int, column: int) -> Span:
    return Span(file, line, column)


def test_an_opportunity(tmp_path: Path) -> None:
    file = "content/opportunities/futures.md"
    result, report = loaded(tmp_path, {"competencies/framework.yml": FRAMEWORK, file: OPPORTUNITY})
    assert said(report) == []
    (one,) = result.opportunities
    assert one == model.Opportunity(
        identifier="futures",
        title="STEM Futures",
        description="People from industry learn from each other.",
        kind=("secondment", "exchange"),
        stage="evaluating",
        span=Span(file, 2, 1),
        body="\nWhat one does.\n",
        body_line=31,
        provider=(model.Reference("office", place(file, 8, 12)),),
        host=(model.Reference("office", place(file, 9, 8)), model.Reference("hub", place(file, 9, 16))),
        direction="both",
        audience=("women",),
        eligibility="Members of the profession.",
        grades=("below-senior",),
        region=("GB-SCT", "KE"),
        competencies=(
            model.CompetencyReference("users", place(file, 17, 29), "working", "introduced", "It says so."),
        ),
        duration="P1Y6M",
        start_date="2023-04",
        end_date="2024",
        how_to_apply="Write to the team.",
        url="https://example.org/futures",
        relations=(
            model.Relation(
                "complements", "exchange", "One goes in.", "The department", place(file, 24, 33), "guide"
            ),
        ),
        keywords=("industry", "2023"),
        in_language="en",
        sources=(
            model.Work("A guide", "A ministry", place(file, 28, 5), "guide", url="https://example.org/"),
        ),
        last_verified="2026-11-22",
        record=one.record,
    )
    assert one.record["lastVerified"] == "2026-11-22"


def test_what_the_sources_do_not_say_is_empty_and_the_language_is_that_of_the_site(tmp_path: Path) -> None:
    text = f"""\
---
title: Mentors
description: D.
kind: [mentoring]
stage: live
sources: [{WORK}]
lastVerified: 2026
---
"""
    result, report = loaded(tmp_path, {"content/opportunities/mentors.md": text})
    assert said(report) == []
    (one,) = result.opportunities
    assert (one.direction, one.duration, one.eligibility, one.region, one.body) == ("", "", "", (), "")
    assert one.in_language == "fr"


def test_an_organisation(tmp_path: Path) -> None:
    file = "content/organisations/hub.yml"
    result, report = loaded(tmp_path, {file: ORGANISATION})
    assert said(report) == []
    (one,) = result.organisations
    assert one == model.Organisation(
        identifier="hub",
        title="The hub",
        type="hub",
        description="Where teams meet.",
        contact=model.Contact(
            "Lead contact for learning", "learning@example.org", "https://example.org/contact"
        ),
        span=Span(file, 1, 1),
        alternate_name=("TH", "Hub of hubs"),
        region=("KE",),
        url="https://example.org/hub",
        member_of=(model.Reference("network", place(file, 8, 12)),),
        partners=(model.Reference("office", place(file, 9, 12)),),
        purpose="To meet.",
        objectives=("Meet", "Meet again"),
        facilities=("A room",),
        offers=("Coffee",),
        keywords=("meeting",),
        sources=one.sources,
        last_verified="2026-11-22",
        record=one.record,
    )


def test_a_personal_address_is_an_error_and_nothing_with_it_is_published(tmp_path: Path) -> None:
    text = ORGANISATION.replace("learning@example.org", "jane.doe@example.org")
    _, report = loaded(tmp_path, {"content/organisations/hub.yml": text})
    assert said(report) == ["content/organisations/hub.yml:7:55 personal-address"]
    assert [one.severity for one in report] == ["error"]


def test_a_pack_and_a_story(tmp_path: Path) -> None:
    result, report = loaded(
        tmp_path,
        {
            "content/packs/starter/index.md": "---\ntitle: Starter\ndescription: D.\nlicense: CC-BY-4.0\n"
            "modules: [a]\nhandouts: [cards.pdf]\nopportunities: [b]\nprogrammes: [c]\n"
            "audience: [returners]\ncreator: [{name: A team}]\n"
            "version: 1.10\ndateModified: 2026-11-22\n---\n\nFor you.\n",
            "content/stories/tax.md": "---\ntitle: Tax\ndescription: D.\nlicense: CC0-1.0\nregion: [EE]\n"
            "temporalCoverage: 2013 to 2014\ncompetencies: [{competency: users}]\nmodules: [a]\n"
            f"organisations: [office]\nsources: [{WORK}]\n---\n\nOnce.\n",
        },
    )
    assert said(report) == []
    (pack,), (story,) = result.packs, result.stories
    held = (pack.modules, pack.handouts, pack.opportunities, pack.programmes)
    assert [[one.identifier for one in kind] for kind in held] == [["a"], ["cards.pdf"], ["b"], ["c"]]
    assert (pack.version, pack.audience, pack.body_line) == ("1.10", ("returners",), 14)
    assert (story.region, story.period, story.body) == (("EE",), "2013 to 2014", "\nOnce.\n")
    assert str(story.organisations[0].span) == "content/stories/tax.md:9:17"


def test_lists_of_calls_and_wishes(tmp_path: Path) -> None:
    result, report = loaded(
        tmp_path,
        {
            "content/calls.yml": "calls:\n  - identifier: review\n    kind: review\n    title: Review it\n"
            "    description: |\n      Read\n      it.\n    file: content/reviews/name.md\n"
            "    template: |\n      title: A\n        b\n    shownOn: [modules]\n    closes: 2027-01\n",
            "content/wishes.yml": "wishes:\n  - {identifier: hub, topic: A hub, count: 1000000,"
            " asked: In 2013, description: D., competencies: [{competency: users}], modules: [a]}\n",
        },
    )
    assert said(report) == []
    (call,), (wish,) = result.calls, result.wishes
    assert call.description == "Read it."
    assert call.template == "title: A\n  b\n", "the lines of a template stay as they are"
    assert (call.closes, str(call.span)) == ("2027-01", "content/calls.yml:2:17")
    assert (wish.count, wish.asked, wish.modules[0].identifier) == (1_000_000, "In 2013", "a")


def test_a_broken_list_is_remembered_by_the_page_that_would_show_it(tmp_path: Path) -> None:
    result, _ = loaded(tmp_path, {"content/calls.yml": "calls: [\n", "content/calendar.yml": "events: 1\n"})
    assert result.broken_addresses == {"taking-part/", "calendar/"}
