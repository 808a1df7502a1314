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


PAIRS = "- A *team* => delivers\n    - Every week.\n", "- An owner =>\n  decides `x`\n    - In the end.\n"
STEPS = "1. Ask\n    - First.\n", "2. Draw\n    - Then.\n", "3. Test\n    - Last.\n"


def test_pairs_are_read_and_partners_shown_in_another_order() -> None:
    made = question("matching", *PAIRS)
    assert made.problems == []
    team, owner = made.block.answers
    assert (team.html, team.partner, team.partner_text) == ("A <em>team</em>", "delivers", "delivers")
    assert (owner.text, owner.partner, owner.reason) == ("An owner", "decides <code>x</code>", "In the end.")
    assert team.correct and owner.correct, "there is no wrong pair"
    assert made.block.choices == ("decides x", "delivers")


def test_a_partner_of_several_items_is_one_choice() -> None:
    made = question("matching", *PAIRS, "- A coach => delivers\n    - Too.\n")
    assert made.problems == []
    assert sorted(made.block.choices) == ["decides x", "delivers"]


def test_steps_are_shown_in_an_order_that_is_stable_and_never_the_right_one() -> None:
    made = question("ordering", *STEPS)
    assert made.problems == []
    assert [answer.html for answer in made.block.answers] == ["Ask", "Draw", "Test"]
    assert sorted(made.block.shown) == [0, 1, 2]
    assert made.block.shown == question("ordering", *STEPS).block.shown
    for count in range(2, 40):
        steps = [f"{n}. Step {n}\n    - Because.\n" for n in range(1, count + 1)]
        shown = question("ordering", *steps).block.shown
        assert shown != tuple(range(count)) and sorted(shown) == list(range(count))


def test_the_key_of_a_question_is_made_of_its_words_and_not_of_its_place() -> None:
    one = question("ordering", *STEPS).block
    moved = rendered(
        "/// question | Another?\n    type: single-choice\n\n" + RIGHT + WRONG + "///\n\n"
        "/// question | Which *one*?\n    type: ordering\n\n" + "".join(STEPS) + "///\n"
    )
    first, second = moved.lesson.blocks("question")
    assert (second.identifier, second.key) == ("question-2", one.key)
    assert len({first.key, second.key, question("ordering", *STEPS[:2]).block.key}) == 3


@pytest.mark.parametrize(
    ("kind", "options", "problems"),
    [
        ("matching", [PAIRS[0]], ["5:1 question-without-options"]),
        ("matching", [], ["2:1 question-without-options"]),
        ("matching", [*PAIRS, RIGHT], ["10:1 not-a-pair"]),
        ("matching", [*PAIRS, "- a=>b\n    - No.\n"], ["10:1 not-a-pair"]),
        ("matching", [*PAIRS, "- [x] a => b\n    - No.\n"], ["10:1 not-a-pair"]),
        ("matching", [*PAIRS, "- => b\n    - No.\n"], ["10:1 not-a-pair"]),
        ("ordering", [STEPS[0]], ["5:1 question-without-options"]),
        ("ordering", [*STEPS, "- Ship\n    - No.\n"], ["11:1 not-a-step"]),
        ("ordering", [STEPS[1], STEPS[0]], ["7:1 not-a-step"]),
        ("ordering", [text.replace(text[0], "1", 1) for text in STEPS], []),
        ("ordering", [*STEPS[:2], "3. Test\n"], ["9:1 option-without-reason"]),
    ],
)
def test_pairs_and_steps_must_be_whole(kind: str, options: list[str], problems: list[str]) -> None:
    assert question(kind, *options).problems == problems


def test_an_arrow_in_other_questions_is_text() -> None:
    made = question("single-choice", "- [x] a => b\n    - Yes.\n", WRONG)
    assert made.problems == []
    assert made.block.answers[0].text == "a => b"


def test_an_option_that_looks_like_a_list_or_a_heading_stays_text() -> None:
    made = question("single-choice", "- [x] 1. January\n    - Yes.\n", "- [ ] # 7\n    - No.\n")
    assert [answer.html for answer in made.block.answers] == ["1. January", "# 7"]


def test_a_question_is_searched_by_its_stem_and_counts_no_words() -> None:
    made = question("single-choice", RIGHT, WRONG)
    assert made.lesson.words == 0
    assert [section.text for section in made.lesson.sections] == ["Which one?"]
