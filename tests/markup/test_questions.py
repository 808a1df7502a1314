"""A question is a stem, options and reasons."""

from __future__ import annotations

import pytest

from tests.markup.rendering import Rendered, rendered

RIGHT, WRONG = "- [x] Right\n    - Because.\n", "- [ ] Wrong\n    - Because not.\n"


def question(kind: str, *options: str) -> Rendered:
    return rendered(f"/// question | Which *one*?\n    type: {kind}\n\n{''.join(options)}///\n")


def test_a_question_is_read() -> None:
    made = rendered(
        "/// question | Which *one*?\n    type: single-choice\n\nThink of a form.\n\n"
        "- [ ] A `form`\n  on paper\n    - It is a **solution**.\n    - Nobody needs it.\n"
        "- [x] To know\n    - Yes.\n///\n"
    )
    assert made.problems == []
    block = made.block
    assert (block.title, block.text) == ("Which <em>one</em>?", "Which one?")
    assert block.children[0].html == "<p>Think of a form.</p>"  # type: ignore[union-attr]
    wrong, right = block.answers
    assert (wrong.html, wrong.text) == ("A <code>form</code>\non paper", "A form on paper")
    assert wrong.reason == "<p>It is a <strong>solution</strong>.</p><p>Nobody needs it.</p>"
    assert (wrong.correct, right.correct, right.reason) == (False, True, "Yes.")


@pytest.mark.parametrize(
    ("kind", "options", "problems"),
    [
        ("single-choice", [RIGHT, WRONG], []),
        ("single-choice", [RIGHT, RIGHT], ["7:1 question-with-several-right-answers"]),
        ("single-choice", [WRONG, WRONG], ["2:1 question-without-right-answer"]),
        ("single-choice", [RIGHT], ["5:1 question-without-options"]),
        ("single-choice", [], ["2:1 question-without-options"]),
        ("multiple-choice", [RIGHT, RIGHT, WRONG], []),
        ("multiple-choice", [RIGHT, WRONG], []),
        ("true-false", [RIGHT, WRONG], []),
        ("true-false", [RIGHT, WRONG, WRONG], ["2:1 true-false-options"]),
        ("true-false", [RIGHT, RIGHT], ["7:1 question-with-several-right-answers"]),
        ("short-text", [RIGHT], []),
        ("short-text", [RIGHT, RIGHT, WRONG], []),
        ("short-text", [WRONG], ["2:1 question-without-right-answer"]),
        ("single-choice", [RIGHT, "- [ ] Wrong\n"], ["7:1 option-without-reason"]),
        ("single-choice", [RIGHT, WRONG, "- Perhaps\n    - No.\n"], ["9:1 unmarked-option"]),
        ("multiple", [RIGHT, WRONG], ["3:11 invalid-block-option"]),
    ],
)
def test_the_options_must_suit_the_type(kind: str, options: list[str], problems: list[str]) -> None:
    assert question(kind, *options).problems == problems


def test_an_option_that_looks_like_a_list_or_a_heading_stays_text() -> None:
    made = question("single-choice", "- [x] 1. January\n    - Yes.\n", "- [ ] # 7\n    - No.\n")
    assert [answer.html for answer in made.block.answers] == ["1. January", "# 7"]


def test_a_question_is_searched_by_its_stem_and_counts_no_words() -> None:
    made = question("single-choice", RIGHT, WRONG)
    assert made.lesson.words == 0
    assert [section.text for section in made.lesson.sections] == ["Which one?"]
