"""What is counted in one module: its prose, its time, its parts, and what is worth a look."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from tests.analysis.written import counted, found, module

EASY = "The cat sat on the mat. The dog ran to the gate. " * 12
HARD = (
    "Administrative organisations that systematically incorporate institutional considerations into their "
    "decision processes necessarily accumulate documentation, responsibilities and interdependencies. " * 8
)
EXERCISE = "/// exercise | Do it\n    time: PT10M\n    objective: 1\n\nDo it well.\n///\n"
CHALLENGE = (
    "/// challenge | Plan a week\n    time: PT25M\n\nPlan it.\n\n"
    "//// rubric\n\n| Criterion | Good |\n|---|---|\n| Clear | Yes |\n////\n///\n"
)
QUESTION = "/// question | Which?\n    type: single-choice\n\n- [x] A\n    - Yes.\n- [ ] B\n    - No.\n///\n"


def test_only_connected_prose_has_a_reading_age(tmp_path: Path) -> None:
    """Headings, lists, tables, notes for teachers and citations are read in another way."""
    apart = (
        f"## Institutional considerations\n\n- {HARD}\n\n| Way | What |\n|---|---|\n| A | {HARD} |\n\n"
        f"/// facilitator | Notes\n\n{HARD}\n///\n\n"
        f"/// exercise | Do it\n    time: PT10M\n\n{HARD}\n///\n\n"
        "/// case | Estonia\n    country: EE\n\nThe fox hid in the den [[source:report]].\n///\n"
    )
    sources = "[{identifier: report, title: R, creator: A very responsible administrative organisation}]"
    plain, mixed = counted(tmp_path, module(EASY), module(EASY + "\n\n" + apart, sources=sources)).modules
    assert plain.reading.age == pytest.approx(mixed.reading.age, abs=0.1)
    assert (plain.reading.sentences, mixed.reading.sentences) == (24, 25)


def test_a_citation_with_words_of_its_own_is_part_of_its_sentence(tmp_path: Path) -> None:
    sources = "[{identifier: report, title: R, creator: The office}]"
    text = "It was shown by [[source:report|the auditors of the city]] and again [[source:report]]."
    (content,) = counted(tmp_path, module(text, sources=sources)).modules
    assert content.longest[0].text == "It was shown by the auditors of the city and again."


def test_a_text_that_is_hard_to_read_is_named_with_its_longest_sentences(tmp_path: Path) -> None:
    long = "This one goes **on and on** and on " * 8
    content = counted(tmp_path, module(f"{HARD}\n\nA line.\n\n{long}.\n"))
    (finding,) = found(content, "reading-age")
    assert finding.message.startswith("reading age ")
    assert [detail.span.line for detail in finding.details] == [16, 12, 12]
    assert finding.details[0].text.startswith("64 words: This one goes on and on and on This one goes")


def test_an_easy_text_is_named_with_its_number_only(tmp_path: Path) -> None:
    (finding,) = found(counted(tmp_path, module(EASY)), "reading-age")
    assert finding.details == ()


def test_a_short_text_has_no_reading_age(tmp_path: Path) -> None:
    content = counted(tmp_path, module("The cat sat on the mat."))
    assert content.modules[0].reading.age is None
    assert found(content, "reading-age") == []


def test_another_language_is_counted_and_not_judged(tmp_path: Path) -> None:
    content = counted(tmp_path, module("Forvaltningen utvikler digitale tjenester. " * 30, inLanguage="nb"))
    reading = content.modules[0].reading
    assert (reading.age, reading.lix) == (None, pytest.approx(104))
    assert found(content, "reading-age") == []


# -- time ------------------------------------------------------------------------------------------


def test_time_is_reading_and_what_there_is_to_do(tmp_path: Path) -> None:
    """400 words at 200 a minute; the words of an exercise are read in its own time."""
    discussion = "/// discussion | Talk\n    time: PT5M\n\nTalk about it.\n///\n"
    text = f"{'word ' * 400}\n\n{EXERCISE}\n{discussion}\n{QUESTION}\n{QUESTION}"
    objectives = "/// objectives\n\n- Do it\n///\n\n"
    (content,) = counted(tmp_path, module(objectives + text, timeRequired="PT20M")).modules
    assert content.time.told() == (
        "needs about 19 of 20 minutes: reading 2, exercises 10, discussions 5, questions 2"
    )


def test_a_time_far_from_the_stated_one_is_named(tmp_path: Path) -> None:
    text = "/// exercise | Do it\n    time: PT30M\n\nDo it.\n///\n"
    content = counted(
        tmp_path,
        module(text, timeRequired="PT60M"),
        module(text, timeRequired="PT40M"),
        module(text, timeRequired="PT20M"),
    )
    assert [finding.message for finding in found(content, "time")] == [
        "needs about 30 of 60 minutes: exercises 30",
        "needs about 30 of 20 minutes: exercises 30",
    ]


@pytest.mark.parametrize(
    ("plan", "told"),
    [
        ("", "needs about 10 of 35 minutes: exercises 10; challenges 25 extra"),
        ("- 35 min: Everything.", "needs about 10 of 35 minutes: exercises 10; challenges 25 extra"),
        ("- 25 min: The groups work.\n- 10 min: Exercise.", "needs about 35 of 35 minutes"),
        ("- 15 min: Exercise.\n- 20 min: Plan a week, in groups.", "needs about 35 of 35 minutes"),
    ],
)
def test_a_challenge_is_extra_unless_the_plan_for_the_stated_time_has_it(
    tmp_path: Path, plan: str, told: str
) -> None:
    exercise = EXERCISE.replace("    objective: 1\n", "")
    text = exercise + "\n" + CHALLENGE + (f"\n/// plan | In a room\n\n{plan}\n///\n" if plan else "")
    (content,) = counted(tmp_path, module(text, timeRequired="PT35M")).modules
    assert content.time.told().startswith(told)


# -- parts -----------------------------------------------------------------------------------------


def test_an_objective_that_nothing_exercises_or_asks_is_named_at_its_line(tmp_path: Path) -> None:
    text = f"/// objectives\n\n- Do it\n- Say *why* it works\n///\n\n{EXERCISE}"
    (finding,) = found(counted(tmp_path, module(text)), "objective-not-used")
    assert (finding.message, finding.span and finding.span.line) == ("objective 2: Say why it works", 15)


def test_a_bare_module_lacks_every_part(tmp_path: Path) -> None:
    content = counted(tmp_path, module("A text."))
    kinds = {finding.kind for finding in content.findings if finding.module == "m1"}
    assert kinds == {
        "words",
        "time",
        "few-questions",
        "review-without-date",
        "without-variants",
        "without-plan",
        "without-challenge",
        "without-facilitator-notes",
        "without-key-points",
        "few-countries",
    }


def test_a_complete_module_lacks_nothing(tmp_path: Path) -> None:
    paragraph = "Public servants decide about services that other people depend on, so they ask early. "
    cases = "".join(
        f"/// case | There\n    country: {code}\n\nThey asked people first.\n///\n\n" for code in ("EE", "BR")
    )
    rest = (
        "/// keypoints\n\n- Ask.\n///\n\n/// facilitator | Notes\n\nWait.\n///\n\n"
        "/// plan | In a room\n\n- 20 min: Read.\n- 10 min: Do it.\n///\n"
    )
    text = (
        f"/// objectives\n\n- Do it\n///\n\n{paragraph * 95}\n\n{cases}{EXERCISE}\n{CHALLENGE}\n"
        f"{QUESTION * 5}\n{rest}"
    )
    keys = {"variants": "{PT10M: The essentials}", "reviewBy": "2027-06-01"}
    content = counted(tmp_path, module(text, **keys))
    assert [finding for finding in content.findings if finding.module == "m1"] == []


@pytest.mark.parametrize(
    ("due", "today", "overdue"),
    [
        ("2026-11-22", datetime.date(2026, 11, 22), False),
        ("2026-11-22", datetime.date(2026, 11, 23), True),
        ('"2026-11"', datetime.date(2026, 11, 30), False),
        ('"2026-11"', datetime.date(2026, 12, 1), True),
        ('"2026"', datetime.date(2026, 12, 31), False),
    ],
)
def test_a_review_is_overdue_after_the_last_day_of_its_date(
    tmp_path: Path, due: str, today: datetime.date, overdue: bool
) -> None:
    content = counted(tmp_path, module(reviewBy=due), today=today)
    assert bool(found(content, "review-overdue")) == overdue
    assert found(content, "review-without-date") == []


def test_planned_and_retired_modules_are_not_counted(tmp_path: Path) -> None:
    content = counted(
        tmp_path,
        module(creativeWorkStatus="retired"),
        module(creativeWorkStatus="draft"),
        module(creativeWorkStatus="planned").replace("Some text.\n", ""),
    )
    assert [entry.module.identifier for entry in content.modules] == ["m2"]
    assert content.planned == 1
