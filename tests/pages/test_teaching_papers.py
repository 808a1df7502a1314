"""Slides and handouts of a module: what stands on which, and what is on neither."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest

from oer_build.diagnostics import Span
from oer_build.lesson import ROOT, Block, PlanItem, Prose
from oer_build.pages.deck import slides_of
from oer_build.pages.page import Page
from tests.builders import competency, module, work
from tests.pages.drawn import site
from tests.pages.html import page_at, read, text_of

BODY = """
## The situation

A form comes back. Nobody knows why. The third sentence is for the speaker.

You have a week.

First you wonder. Whom do you ask?

/// objectives

- Explain why forms come back.
///

## What forms ask

People skip what they do not understand [[source:guide]]. They guess. They give up.

Three kinds of gaps are common:

- **Words.** Nobody knows this one.
- Dates
- Names

The table says where. It is long to read.

| Gap | Where |
|---|---|
| Words that only the office uses every day | At the top of the form and in the letter that comes with it |
| Dates that nobody has at hand at home | In the middle of the form, after a page on other people's income |
| Names of people who are not in the room | At the end, beside the place for a signature and a stamp |
| Numbers that are printed on another letter | On the first page, in small print, without a picture |

See [the end](#what-to-do).

/// case | Atlantis: a form in one page, 2019
    country: FR

The town printed one page. It counted returns. More came back whole.
///

/// exercise | Read a form aloud
    time: PT15M
    grouping: pairs
    objective: 1

Take a form. Read it to your partner. Change roles. See [what to do](#what-to-do) and [[module:second]].

//// answer | What good looks like
ANSWER: you heard where the reader stopped.
////
///

/// discussion | Who should change the form?
    time: PT5M

Say one name.
///

/// challenge | A page less
    time: PT30M
    groupSize: 3-4

Shorten a form.

//// rubric
RUBRIC: shorter and still complete.
////
///

## What to do

Ask five people.

/// facilitator | In the middle
SECRET while asking.
///

/// question | Who knows whether a letter is clear?
    type: single-choice
    objective: 1

- [ ] A lawyer
    - REASON: lawyers know whether it is correct.
- [x] Its readers
    - REASON: they must act on it.
///

/// keypoints

- Ask the people who fill it in.
///

/// facilitator | Before the session
SECRET for the beginning.
///

/// plan | An hour in a room
    time: PT60M

- 60 min: SECRET plan.
///
"""
GUIDE = work("A guide", "OGL-UK-3.0", "The office", identifier="guide", url="https://guide.example/")
FIRST = module("first", ["users@working"], body=BODY, sources=(GUIDE,))
SECOND = module("second", ["users@working"], body="Some words.")
HERE = Span("content/modules/a/index.md")
SLIDES = "modules/first/slides/"
HANDOUTS = "modules/first/handouts/"


@pytest.fixture(scope="module")
def pages() -> tuple[Page, ...]:
    return site(competency("users"), FIRST, SECOND)


def slides(pages: tuple[Page, ...], path: str = SLIDES) -> list[tuple[str, str]]:
    """Each slide as text: its face and its notes."""
    body = page_at(pages, path).body
    found = []
    for part in body.split('<section class="oer-slide ')[1:]:
        face, _, notes = part.partition('<div class="oer-slide__notes">')
        found.append((plain(face.partition(">")[2]), plain(notes)))
    return found


def plain(html: str) -> str:
    return " ".join(re.sub(r"<[^>]*>", " ", html).split())


def at(pages: tuple[Page, ...], words: str) -> tuple[str, str]:
    return next(slide for slide in slides(pages) if slide[0].startswith(words))


def test_the_order_of_the_slides_is_that_of_the_text(pages: tuple[Page, ...]) -> None:
    beginnings = [face.split(" · ")[0] for face, _ in slides(pages)]
    wanted = (
        "First",
        "The situation",
        "What you will be able to do",
        "What forms ask",
        "What forms ask (part 2)",
        "What forms ask (part 3)",
        "Exercise 1 : Read a form aloud",
        "Discussion 1 : Who should change the form?",
        "Challenge 1 : A page less",
        "What to do",
        "Question 1 : Who knows whether a letter is clear?",
        "Key points",
        "Sources and licence",
    )
    assert len(beginnings) == len(wanted), beginnings
    assert all(found.startswith(words) for found, words in zip(beginnings, wanted, strict=True)), beginnings


def test_a_section_shows_two_sentences_and_the_speaker_has_the_rest(pages: tuple[Page, ...]) -> None:
    face, notes = at(pages, "The situation")
    assert "A form comes back. Nobody knows why. Whom do you ask?" in face
    assert "third sentence" not in face and "You have a week" not in face
    assert notes.startswith(
        "Notes to slide 2 The third sentence is for the speaker. You have a week. First you"
    )


def test_a_list_shows_the_first_sentence_of_each_item_and_a_table_gets_room(pages: tuple[Page, ...]) -> None:
    face, notes = at(pages, "What forms ask")
    assert "Three kinds of gaps are common: Words. Dates Names" in face
    assert "Nobody knows this one" not in face and "Nobody knows this one" in notes
    table, beside = at(pages, "What forms ask (part 2)")
    assert "The table says where." in table and "In the middle of the form" in table
    assert "It is long to read." in beside
    case, rest = at(pages, "What forms ask (part 3)")
    assert "Atlantis: a form in one page, 2019 The town printed one page." in case
    assert "It counted returns. More came back whole." in rest and "counted" not in case


def test_a_task_is_whole_and_its_answer_is_the_speakers(pages: tuple[Page, ...]) -> None:
    face, notes = at(pages, "Exercise 1")
    assert "15 minutes" in face and "in pairs" in face and "Change roles." in face
    assert "ANSWER" not in face and "ANSWER" in notes
    face, notes = at(pages, "Challenge 1")
    assert "RUBRIC" not in face and "RUBRIC" in notes


def test_an_answer_is_folded_until_the_next_key(pages: tuple[Page, ...]) -> None:
    body = page_at(pages, SLIDES).body
    answer = body[body.index('<details class="oer-slide__answer') :].partition("</details>")[0]
    assert "open" not in answer.partition(">")[0]
    assert "Its readers" in answer and "they must act on it" in answer and "A lawyer" not in answer
    face, notes = at(pages, "Question 1")
    assert "A lawyer Its readers" in face and "lawyers know" in notes


def test_facilitators_notes_stand_where_they_are_needed(pages: tuple[Page, ...]) -> None:
    assert "SECRET while asking" in at(pages, "What to do")[1]
    first, notes = slides(pages)[0]
    assert "SECRET" not in first and "SECRET for the beginning" in notes
    assert "SECRET plan" not in text_of(pages, SLIDES), "the run sheet is in the teaching view"


def test_no_slide_shows_what_only_teachers_see(pages: tuple[Page, ...]) -> None:
    assert not [face for face, _ in slides(pages) if "SECRET" in face]


def test_slides_have_their_numbers_as_addresses(pages: tuple[Page, ...]) -> None:
    page = page_at(pages, SLIDES)
    total = len(slides(pages))
    assert [one for one in read(page).ids if one.isdigit()] == [str(n + 1) for n in range(total)]
    assert f"3 of {total}" in text_of(pages, SLIDES)
    assert ("4", "What forms ask") in [(entry.identifier, entry.title) for entry in page.toc]


def test_links_lead_to_the_page_that_has_the_text(pages: tuple[Page, ...]) -> None:
    for path in (SLIDES, HANDOUTS):
        page = page_at(pages, path)
        assert f'href="{ROOT}modules/first/#what-to-do"' in page.body
        assert 'id="what-to-do"' not in page.body
    assert f'href="{ROOT}{SLIDES}#source-guide"' in page_at(pages, SLIDES).body
    assert "source-guide" in read(page_at(pages, SLIDES)).ids


def test_the_last_slide_has_the_credit_and_the_sources(pages: tuple[Page, ...]) -> None:
    face, notes = slides(pages)[-1]
    assert "by The course team , from Open course , is licensed under CC BY-SA 4.0" in face.replace(
        ",", " ,"
    ).replace("  ", " ")
    assert "1 work is cited." in face and "A guide" in notes


def test_a_module_without_any_block_is_shown_too() -> None:
    made = site(module("plain", body="Only a sentence. And a second. And a third."))
    assert "Only a sentence. And a second." in text_of(made, "modules/plain/slides/")
    assert "has no exercises" in text_of(made, "modules/plain/handouts/")


def parts(pages: tuple[Page, ...], path: str = HANDOUTS) -> dict[str, str]:
    body = page_at(pages, path).body
    found = body.split('<section class="oer-handout oer-handout--')[1:]
    return {part.partition('"')[0]: plain(part.partition(">")[2]) for part in found}


def test_tasks_come_without_answers_and_answers_apart(pages: tuple[Page, ...]) -> None:
    papers = parts(pages)
    assert list(papers) == ["tasks", "questions", "challenge", "answers"]
    assert "Read a form aloud" in papers["tasks"] and "Who should change the form?" in papers["tasks"]
    for kind in ("tasks", "questions", "challenge"):
        assert "ANSWER" not in papers[kind] and "REASON" not in papers[kind]
    assert "RUBRIC" in papers["challenge"] and "Shorten a form." in papers["challenge"]
    assert "ANSWER" in papers["answers"] and "Right. Its readers REASON: they must" in papers["answers"]


def test_no_handout_holds_notes_or_the_learners_text(pages: tuple[Page, ...]) -> None:
    text = text_of(pages, HANDOUTS)
    assert "SECRET" not in text
    assert "A form comes back" not in text
    assert "for objective" not in text, "the objectives are not on the sheet"


def test_every_handout_says_where_it_comes_from(pages: tuple[Page, ...]) -> None:
    for kind, text in parts(pages).items():
        said = text.replace(" ,", ",")
        assert "by The course team, from Open course, is licensed under CC BY-SA 4.0" in said, kind
        assert "Version 1.0.0, 1 November 2026" in said, kind
        assert "Source: https://academy.example/course/modules/first/" in said, kind


def test_links_of_a_handout_are_printed_with_their_address(pages: tuple[Page, ...]) -> None:
    body = page_at(pages, HANDOUTS).body
    assert 'data-address="https://academy.example/course/modules/second/"' in body
    assert 'data-address="https://academy.example/course/modules/first/#what-to-do"' in body
    local = page_at(site(competency("users"), FIRST, SECOND, url=""), HANDOUTS)
    assert "data-address" not in local.body and "Source:" not in read(local).text


def test_headings_lead_through_the_papers(pages: tuple[Page, ...]) -> None:
    for path in (SLIDES, HANDOUTS):
        levels = read(page_at(pages, path)).headings
        assert levels[0] == 1 and levels.count(1) == 1
        assert all(b <= a + 1 for a, b in pairwise(levels))


def test_they_are_not_searched_and_are_linked_from_the_teaching_view(pages: tuple[Page, ...]) -> None:
    for path in (SLIDES, HANDOUTS):
        assert page_at(pages, path).sections == ()
        assert f"{ROOT}{path}" in read(page_at(pages, "modules/first/teach/")).links
        assert f"{ROOT}modules/first/teach/" in read(page_at(pages, path)).links
    assert not [page.path for page in site(module("later", status="planned")) if "later/s" in page.path]


def test_the_teaching_view_brings_what_its_tools_need(pages: tuple[Page, ...]) -> None:
    body = page_at(pages, "modules/first/teach/").body
    assert '<tr data-minutes="60"><td class="oer-plan__at">0 to 60</td>' in body
    assert body.count("data-oer-timer=") == 3
    assert (
        'data-oer-timer="15" data-name="Exercise 1: Read a form aloud" hidden>Start timer (15 minutes)'
        in body
    )
    for path in ("modules/first/", SLIDES, HANDOUTS):
        assert "data-oer-timer" not in page_at(pages, path).body, path


def test_a_text_in_another_language_is_marked_on_slides_and_handouts() -> None:
    body = "## Un titre\n\nBonjour.\n\n/// exercise | Lire\n    time: PT5M\n\nLisez.\n///\n"
    made = site(module("un", body=body, in_language="fr", title="Bonjour"))
    for path in ("modules/un/slides/", "modules/un/handouts/"):
        assert page_at(made, path).language == "fr"
        assert re.search(
            r'<h1 [^>]*>(Handouts: <span)? ?lang="fr"|<h1 [^>]*lang="fr"', page_at(made, path).body
        )


def test_a_long_task_goes_on_and_plans_are_left_out() -> None:
    words = "<p>" + " ".join(["word"] * 90) + "</p>"
    task = Block("exercise", "exercise-1", "Long", HERE, children=(Prose(words * 2),))
    plan = Block("plan", "plan-1", "", HERE, plan=(PlanItem(5, "x"),))
    made, general = slides_of((plan, task), "Title")
    assert [(slide.kind, slide.part, slide.density) for slide in made] == [
        ("exercise", 1, "many"),
        ("exercise", 2, "many"),
    ]
    assert general == ()


ARRANGED = """
/// question | What belongs together?
    type: matching

- Need => an outcome
    - REASON one.
- Wish => a sentence
    - REASON two.
- Tool => a thing
    - REASON three.
///

/// question | What comes first?
    type: ordering

1. Ask
    - Before all.
2. Write
    - Then this.
3. Test
    - At last.
///
"""


def test_pairs_and_steps_are_asked_without_giving_them_away() -> None:
    made = site(module("pairs", body=ARRANGED))
    pair, order = (face for face, _ in slides(made, "modules/pairs/slides/")[1:3])
    assert "Which letter belongs to which number?" in pair and "Need Wish Tool" in pair
    asked, _, answer = pair.partition("Answer")
    assert "REASON" not in asked and "Need : an outcome REASON one." in answer
    asked, _, answer = order.partition("Answer")
    assert "Ask Before all. Write Then this. Test" in answer and "Ask Write Test" not in asked
    papers = parts(made, "modules/pairs/handouts/")
    assert "Ask Before all. Write" in papers["answers"] and "Ask Write Test" not in papers["questions"]
