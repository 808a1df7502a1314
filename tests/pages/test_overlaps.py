"""The overlap report: every pair with what it shares, what was said of it, or where to say it."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from oer_build.model import Catalogue
from oer_build.pages import frames
from oer_build.pages.page import Page
from oer_build.project import Project
from oer_build.strings import Strings
from oer_build.templates import environment
from oer_build.voices import Voice
from tests.builders import SITE, catalogue, competency
from tests.community import opportunity, organisation, source
from tests.pages.drawn import draw, files_of
from tests.pages.html import faults, page_at, read, text_of


def linked() -> Catalogue:
    futures = opportunity(
        "stem-futures",
        "secondment",
        ["users", "data"],
        host="office",
        audience=("all",),
        title="STEM Futures",
        relations=[("complements", "expert-exchange", "That scheme brings specialists in.")],
    )
    said = replace(futures.relations[0], said_by="The department", source="guide")
    return catalogue(
        competency("users", "C1"),
        competency("data", "C2"),
        organisation("office"),
        replace(futures, relations=(said,), sources=(source("guide", title="The guide"),)),
        opportunity(
            "expert-exchange",
            "exchange",
            ["users@working"],
            host="office",
            audience=("industry-specialists",),
            title="Expert Exchange",
            direction="into-government",
        ),
        opportunity("pairs", "placement", ["data"], audience=("women",), eligibility="Anybody."),
        opportunity("board", "board", relations=[("supersedes", "pairs", "It came later.")]),
        site=replace(SITE, edit_url="https://git.example/a/b/edit/main/"),
    )


@cache
def pages() -> tuple[Page, ...]:
    return draw(linked())


def test_markup_and_links_are_sound() -> None:
    assert faults(pages(), files_of(linked())) == []


def test_a_judged_pair_has_its_reason_who_says_so_and_where() -> None:
    text = text_of(pages(), "overlaps/")
    assert "STEM Futures complements Expert Exchange. That scheme brings specialists in." in text
    assert "Said by The department. A ministry. The guide." in text


def test_a_pair_says_what_the_two_share() -> None:
    text = text_of(pages(), "overlaps/")
    assert (
        "Both offer time working in another organisation and let people practise C1 Users. "
        "Both are for specialists from industry. Both are tied to Office." in text
    )


def test_a_pair_that_nobody_judged_asks_and_leads_to_the_record() -> None:
    page = read(page_at(pages(), "overlaps/"))
    waiting = page.text.partition("Not yet judged STEM Futures and Pairs")[2]
    assert "Both are for women." in waiting
    assert "Not yet judged. Do they complement each other" in waiting
    assert "https://git.example/a/b/edit/main/content/opportunities/stem-futures.md" in page.links


def test_what_the_rule_does_not_find_says_that_a_person_compared_it() -> None:
    text = text_of(pages(), "overlaps/")
    assert "The rule does not find this pair; somebody has compared them." in text
    assert "Board supersedes Pairs. It came later." in text


def test_both_sides_stand_beside_each_other_with_what_is_not_known() -> None:
    text = text_of(pages(), "overlaps/")
    assert "Expert Exchange What Exchange Direction From outside into government Who not known" in text
    assert "Pairs What Placement Direction not known Who Anybody." in text


def test_a_pair_has_an_address_of_its_own() -> None:
    assert "stem-futures.expert-exchange" in read(page_at(pages(), "overlaps/")).ids


def test_a_report_without_pairs_says_so() -> None:
    text = text_of(draw(catalogue(competency("users"), opportunity("one"))), "overlaps/")
    assert "We compared 1 opportunity by rule." in text
    assert "Nobody has judged a pair yet." in text
    assert "No pair waits for a judgement." in text


def test_pairs_are_compared_once_however_many_languages_pages_are_in(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    for name in ("overlaps", "coverage", "numbers"):
        real = getattr(frames, name)
        monkeypatch.setattr(frames, name, lambda of, name=name, real=real: asked.append(name) or real(of))
    words = {tag: Strings(tag) for tag in ("en", "fr", "es")}
    spoken = {tag: Voice(said, environment(Project(Path(), SITE), said)) for tag, said in words.items()}
    frame = frames.frame_of(linked(), {}, spoken["en"].env, words["en"], spoken)
    assert sorted(asked) == ["coverage", "numbers", "overlaps"]
    assert frame.speaking("fr").overlaps == frame.overlaps
