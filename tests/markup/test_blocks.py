"""Teaching blocks become values: title, options, items, children, and what is wrong with them."""

from __future__ import annotations

from oer_build.lesson import Prose
from tests.markup.rendering import rendered

EXERCISE = """\
## The situation

A letter arrives.

/// exercise | Ask *three* people
    time: PT1H15M
    grouping: pairs

Ask them.

//// answer | What good looks like

Open questions.
////

Then write.
///

After.
"""


def test_a_block_has_its_title_options_and_children_in_order() -> None:
    made = rendered(EXERCISE)
    assert made.problems == []
    before, exercise, after = made.lesson.nodes
    assert isinstance(before, Prose) and isinstance(after, Prose)
    assert after.html == "<p>After.</p>"
    (block,) = made.lesson.blocks("exercise")
    assert exercise is block
    assert (block.title, block.text) == ("Ask <em>three</em> people", "Ask three people")
    assert (block.identifier, block.span.line, block.minutes) == ("exercise-1", 6, 75)
    assert block.settings == {"time": "PT1H15M", "grouping": "pairs"}
    first, answer, last = block.children
    assert (first, last) == (Prose("<p>Ask them.</p>"), Prose("<p>Then write.</p>"))
    assert answer.name == "answer" and answer.children == (Prose("<p>Open questions.</p>"),)  # type: ignore[union-attr]


def test_objectives_and_key_points_are_items() -> None:
    made = rendered(
        "/// objectives\n\nYou can:\n\n- Explain **one**\n    - in words\n- Do two,\n  in time\n///\n"
    )
    assert made.block.items == ("Explain <strong>one</strong><ul><li>in words</li></ul>", "Do two,\nin time")
    assert made.block.children == (Prose("<p>You can:</p>"),)


def test_the_key_of_an_objective_is_made_of_its_words_and_not_of_its_place() -> None:
    one = rendered("/// objectives\n\n- Explain **one**\n- Do two\n///\n").block.item_keys
    other = rendered("/// objectives\n\n- A new one\n- Explain one\n- Do two well\n///\n").block.item_keys
    assert len(set(one)) == 2 and all(len(key) == 12 for key in one)
    assert other[1] == one[0] and not {other[0], other[2]} & set(one)
    assert rendered("/// keypoints\n\n- Explain one\n///\n").block.item_keys == ()


def test_a_plan_has_minutes() -> None:
    made = rendered("/// plan | An hour\n    time: PT60M\n\n- 5 min: Hello.\n- 55 minutes: *Work*.\n///\n")
    assert made.problems == []
    assert [(item.minutes, item.html) for item in made.block.plan] == [(5, "Hello."), (55, "<em>Work</em>.")]


def test_a_plan_without_a_time_has_the_time_of_the_module() -> None:
    plan = "/// plan\n\n- 5 min: Hello.\n- 40 min: Work.\n///\n"
    assert rendered(plan, minutes=45).problems == []
    assert rendered(plan, minutes=0).problems == []
    wrong = rendered(plan, minutes=60)
    assert wrong.problems == ["2:1 plan-does-not-add-up"]
    assert "45 minutes" in wrong.messages[0] and "60" in wrong.messages[0]


def test_a_near_miss_is_offered() -> None:
    assert "did you mean 'facilitator'?" in rendered("/// facilitater | Notes\n///\n").messages[0]
    option = rendered("/// exercise | Ask\n    time: PT5M\n    groupingg: pairs\n///\n")
    assert option.problems == ["4:5 unknown-block-option"]
    assert "did you mean 'grouping'?" in option.messages[0]


def test_what_follows_an_unknown_block_is_still_checked() -> None:
    made = rendered("/// exercis | Ask\n\n//// answer\nYes.\n////\n///\n\n/// case\n///\n")
    assert made.problems == ["2:5 unknown-block", "9:1 missing-block-title"]


def test_code_shows_blocks_and_does_not_make_them() -> None:
    made = rendered("```\n/// exercise | Ask\n///\n```\n\n`/// case`\n")
    assert made.problems == []
    assert list(made.lesson.blocks()) == []


def test_tables_in_a_rubric_have_row_headers() -> None:
    made = rendered(
        "/// challenge | Present\n    time: PT5M\n\n//// rubric\n\n"
        "| Criterion | Good |\n|---|---|\n| Need | Named |\n////\n///\n"
    )
    assert made.problems == []
    (rubric,) = made.lesson.blocks("rubric")
    assert '<th scope="row">Need</th>' in rubric.children[0].html  # type: ignore[union-attr]


def test_footnotes_and_link_addresses_work_across_blocks() -> None:
    made = rendered(
        "/// case | A case\n\nClaim[^1] and [guide][g].\n///\n\n[^1]: Source.\n\n[g]: https://example.org/\n"
    )
    assert made.problems == []
    case, notes = made.lesson.nodes
    assert 'href="https://example.org/"' in case.children[0].html  # type: ignore[union-attr]
    assert isinstance(notes, Prose) and "Source." in notes.html and 'role="doc-endnotes"' in notes.html


def test_what_only_teachers_see_is_marked_and_stays_out() -> None:
    made = rendered(
        "## One\n\nSeen.\n\n/// facilitator | Notes\n\n### Secret\n\nHidden, see [below](#plan-1).\n///\n\n"
        "/// plan\n    time: PT5M\n\n- 5 min: Hidden.\n///\n"
    )
    assert made.problems == []
    assert [heading.title for heading in made.lesson.toc] == ["One"]
    assert "secret" not in made.lesson.anchors and "plan-1" not in made.lesson.anchors
    assert [section.text for section in made.lesson.sections] == ["Seen."]
    assert made.lesson.words == 2
    assert made.lesson.links == ()


def test_an_error_in_every_block_is_shown_in_one_run() -> None:
    made = rendered(
        "/// exercise\n    time: soon\n\nAsk.\n\n/// case | A\n    country: XX\n    kountry: EE\n///\n////\n"
    )
    assert made.problems == [
        "2:1 missing-block-title",
        "2:1 unclosed-block",
        "3:11 invalid-block-option",
        "8:14 invalid-block-option",
        "9:5 unknown-block-option",
        "11:1 unexpected-block-end",
    ]
