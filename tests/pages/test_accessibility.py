"""The accessibility statement says what is recorded, and plainly where nothing is."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from oer_build.model import Audit, Finding, ManualTest
from oer_build.pages.page import Page
from tests.builders import SITE, asset, competency, module
from tests.pages.drawn import article, site
from tests.pages.html import page_at, read, text_of

AUDIT = Audit(
    date="2026-11-22",
    tool="axe-core 4.10.2",
    browser="Chromium 140",
    rules=91,
    kinds=("home", "module", "map"),
    themes=("light", "dark"),
    widths=(320, 1280),
    site=SITE.url,
    revision="0abc123",
)
BY_PEOPLE = ManualTest(
    "2026-11-20",
    "Two members of a users' group",
    "A screen reader & Firefox",
    "They found a module, answered its questions and printed it.",
    "The order of the answers was not read out; mended.",
)
NOBODY = "No test by people who use assistive technology is recorded here."
PATH = "accessibility/"


def drawn(**more: Any) -> tuple[Page, ...]:
    return site(competency("users"), module("first", ["users@working"]), **more)


def test_every_site_has_a_statement_and_names_the_standard() -> None:
    text = text_of(site(), PATH)
    assert "Web Content Accessibility Guidelines (WCAG) 2.2 at level AA" in text
    assert "https://www.w3.org/TR/WCAG22/" in page_at(site(), PATH).body


def test_without_a_record_it_says_so() -> None:
    text = text_of(drawn(), PATH)
    assert "No test result is recorded for this site." in text
    assert "looked at pages" not in text


def test_a_clean_test_is_told_with_its_limits() -> None:
    text = text_of(drawn(audit=AUDIT), PATH)
    assert (
        "On 22 November 2026 a program, axe-core 4.10.2, looked at pages of this site in Chromium 140, "
        "at revision 0abc123 of its source. What was changed since then was not tested." in text
    )
    assert (
        "3 kinds; 12 views in colour themes: light and dark, and windows as wide as 320 and 1,280 pixels"
        in text
    )
    assert "91 rules" in text
    assert "no broken rule" in text
    assert "no place that the program could not decide" in text
    assert NOBODY in text
    assert "No test result is recorded" not in text


def test_a_record_without_a_revision_says_so() -> None:
    text = text_of(drawn(audit=replace(AUDIT, revision="")), PATH)
    assert "of this site in Chromium 140. At which revision of its source is not recorded." in text


def test_an_old_record_claims_nothing_of_this_edition() -> None:
    text = text_of(drawn(audit=replace(AUDIT, site="", revision="")), PATH)
    assert "looked at pages in Chromium 140. The record does not say of which edition they were" in text
    assert "this site in" not in text
    assert "no broken rule" in text


def test_a_fork_does_not_claim_the_test_of_the_course_that_it_was_made_from() -> None:
    found = (Finding("label", "Form elements must have labels", 4, ("home",)),)
    record = replace(AUDIT, site="https://first.example/", violations=found, manual=(BY_PEOPLE,))
    text = text_of(drawn(audit=record), PATH)
    assert "No test result is recorded for this site." in text
    assert "https://first.example/ was tested on 22 November 2026. This site may differ from it." in text
    for result in ("axe-core", "Rules", "Form elements", "screen reader", "0abc123"):
        assert result not in text
    assert "axe-core" in text_of(drawn(audit=replace(AUDIT, site=SITE.url.rstrip("/"))), PATH)
    assert "axe-core" not in text_of(drawn(audit=AUDIT, url=""), PATH), "a site without an address is no site"


def test_tests_by_people_are_told_the_latest_first() -> None:
    older = replace(BY_PEOPLE, date="2025-03", by="The team <itself>")
    text = text_of(drawn(audit=replace(AUDIT, manual=(older, BY_PEOPLE))), PATH)
    assert "20 November 2026: Two members of a users' group" in text
    for said in ("A screen reader & Firefox", BY_PEOPLE.done, BY_PEOPLE.found, "The team <itself>"):
        assert said in text
    assert text.index("Two members") < text.index("The team")
    assert NOBODY not in text
    assert "A program finds only a part" in text


def test_pages_in_use_are_counted_where_they_were_tested() -> None:
    assert "Pages in use" not in text_of(drawn(audit=AUDIT), PATH)
    used = replace(AUDIT, states=("search with results", "menu"))
    assert "2 states in which readers meet them" in text_of(drawn(audit=used), PATH)
    assert "8 views in the same themes and windows" in text_of(drawn(audit=used), PATH)


def test_what_was_found_is_a_known_limit() -> None:
    audit = Audit(
        **{
            name: getattr(AUDIT, name)
            for name in ("date", "tool", "browser", "rules", "kinds", "themes", "widths", "site")
        },
        violations=(Finding("label", "Form elements must have <labels>", 4, ("home",)),),
        undecided=(Finding("color-contrast", "Contrast", 7),),
    )
    text = text_of(drawn(audit=audit), PATH)
    assert "rules were broken in 4 places" in text
    assert "7 places that the program could not decide" in text
    assert "Form elements must have <labels> (label): 4 places" in text
    assert "no broken rule" not in text


def test_it_says_whom_to_tell() -> None:
    body = page_at(drawn(contact="accessibility@academy.example"), PATH).body
    assert 'href="mailto:accessibility@academy.example"' in body
    body = page_at(drawn(contact="https://academy.example/barriers?a=1&b=2"), PATH).body
    assert 'href="https://academy.example/barriers?a=1&amp;b=2"' in body
    assert "mailto:" not in body
    assert "account" not in body
    body = page_at(drawn(repo_url="https://code.example/course"), PATH).body
    assert 'href="https://code.example/course"' in body
    assert "Without an account: give your report to somebody who can pass it on" in body
    text = text_of(drawn(repo_url=""), PATH)
    assert "names nobody to write to" in text
    assert "help us most" not in text


def test_other_ways_are_those_that_the_site_has() -> None:
    full, bare = text_of(drawn(offline=True), PATH), text_of(site(), PATH)
    for words in ("the whole site as a zip", "map of competencies", "As plain text"):
        assert words in full
        assert words not in bare
    assert "the whole site as a zip" not in text_of(drawn(), PATH)


def test_files_that_nobody_looked_at_are_named() -> None:
    pages = site(
        module("first", []),
        asset("content/modules/first/plan.odt", "CC-BY-4.0"),
        asset("content/modules/first/map.svg", "CC-BY-4.0"),
    )
    assert "Files to download (ODT) were not tested." in text_of(pages, PATH)
    assert "Files to download" not in text_of(drawn(), PATH)


def test_the_site_may_say_more_in_a_text_of_its_own() -> None:
    pages = site(articles={PATH: article(PATH, "Accessibility", "## Tested by people\n\nFive of them.")})
    assert "Five of them." in text_of(pages, PATH)
    assert "No test result is recorded" in text_of(pages, PATH)


def test_the_contents_lead_to_its_parts() -> None:
    page = page_at(drawn(), PATH)
    assert {heading.identifier for heading in page.toc} <= set(read(page).ids)
