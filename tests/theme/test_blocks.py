"""Teaching blocks as HTML: what learners get, what teachers get, and what is there without JavaScript."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from jinja2 import Environment

from oer_build.diagnostics import Span
from oer_build.lesson import Block, Option, PlanItem, Prose
from oer_build.model import Site
from oer_build.project import Project
from oer_build.strings import Strings
from oer_build.templates import environment, within

HERE = Span("content/modules/a/index.md", 1, 1)


@pytest.fixture(scope="module")
def env(tmp_path_factory: pytest.TempPathFactory) -> Environment:
    root: Path = tmp_path_factory.mktemp("blocks")
    return environment(Project(root, Site("A site", "CC-BY-SA-4.0")), Strings("en"))


def draw(env: Environment, *nodes: Prose | Block, view: str = "learner") -> str:
    source = '{% import "blocks.html.jinja" as blocks %}{{ blocks.draw(nodes, view) }}'
    return env.from_string(source).render(nodes=nodes, view=view)


def block(name: str, number: int = 1, title: str = "", **more: object) -> Block:
    return Block(name, f"{name}-{number}", title, HERE, **more)  # type: ignore[arg-type]


OPTIONS = (
    Option("<em>One</em>", "One", False, "<p>Because no.</p>"),
    Option("Two", "Two", True, "Because yes."),
)


def question(kind: str) -> Block:
    return block("question", 2, "Which <em>one</em>?", settings={"type": kind}, answers=OPTIONS)


def test_prose_is_passed_through_as_it_was_sanitised(env: Environment) -> None:
    assert "<p>a &amp; <b>b</b></p>" in draw(env, Prose("<p>a &amp; <b>b</b></p>"))


def test_learners_never_get_what_is_for_facilitators_not_even_inside_other_blocks(env: Environment) -> None:
    secret = block("facilitator", title="Secret note", children=(Prose("<p>secret words</p>"),))
    plan = block("plan", minutes=5, plan=(PlanItem(5, "secret plan"),))
    nodes = (block("exercise", children=(Prose("<p>task</p>"), secret)), secret, plan)
    learner = draw(env, *nodes)
    assert "task" in learner
    assert "ecret" not in learner
    teacher = draw(env, *nodes, view="teach")
    assert teacher.count("secret words") == 2 and "secret plan" in teacher


def test_a_plan_says_when_each_step_begins_and_where_it_ends(env: Environment) -> None:
    html = draw(
        env,
        block("plan", minutes=75, plan=(PlanItem(5, "Welcome"), PlanItem(70, "Work"))),
        view="teach",
    )
    assert re.findall(r'oer-plan__at">([^<]+)<', html) == ["0 to 5", "5 to 75", "75"]
    assert "End: 1 hour 15 minutes in all" in html


def test_facts_are_in_words(env: Environment) -> None:
    html = draw(
        env,
        block(
            "challenge",
            3,
            "Build",
            minutes=40,
            settings={"time": "PT40M", "groupSize": "4-6", "presentBack": "PT1H5M", "objective": "2"},
        ),
    )
    for words in (
        "Challenge 3",
        "40 minutes",
        "groups of 4-6",
        "present back in 1 hour 5 minutes",
        "for objective 2",
    ):
        assert words in html


def test_a_block_is_a_group_named_by_its_label_and_title(env: Environment) -> None:
    html = draw(env, block("case", 1, "Estonia, 2014"))
    assert 'role="group" aria-labelledby="case-1-label case-1-title"' in html
    assert 'id="case-1-label"' in html and 'id="case-1-title"' in html


@pytest.mark.parametrize(
    ("kind", "control"),
    [("single-choice", "radio"), ("true-false", "radio"), ("multiple-choice", "checkbox")],
)
def test_choices_are_real_controls_with_labels_in_a_fieldset(
    env: Environment, kind: str, control: str
) -> None:
    html = draw(env, question(kind))
    assert "<fieldset" in html and "<legend" in html
    for number in (1, 2):
        assert f'<input type="{control}" name="question-2" id="question-2-{number}"' in html
        assert f'<label for="question-2-{number}">' in html
    assert re.search(r'<button[^>]*type="submit">', html)
    assert 'role="status"' in html


PAIRS = (
    Option("<em>A team</em>", "A team", True, "It builds.", "delivers", "delivers"),
    Option("An owner", "An owner", True, "She answers.", "decides", "decides"),
)


def arranged(kind: str) -> Block:
    more = {"choices": ("decides", "delivers")} if kind == "matching" else {"shown": (1, 0)}
    return block("question", 2, "Who?", settings={"type": kind}, answers=PAIRS, key="ab12", **more)


def test_what_is_matched_or_ordered_is_chosen_from_labelled_lists(env: Environment) -> None:
    for kind, shown, choices in (
        ("matching", ["1", "2"], ["decides", "delivers"]),
        ("ordering", ["2", "1"], ["1", "2"]),
    ):
        form = draw(env, arranged(kind)).split("<details", 1)[0]
        assert re.findall(r'<select[^>]* data-item="(\d)"', form) == shown
        assert re.findall(r"<option>(\w+)</option>", form) == choices * 2
        for number in shown:
            assert f'<label for="question-2-{number}">' in form and f'id="question-2-{number}"' in form
        assert "It builds." not in form and 'data-key="ab12"' in form


def test_the_answer_of_matching_and_ordering_is_whole_without_scripts(env: Environment) -> None:
    pairs = draw(env, arranged("matching")).split("<details", 1)[1]
    assert re.search(r"A team</em>.*belongs to:.*delivers.*It builds\..*An owner.*decides", pairs, re.DOTALL)
    steps = draw(env, arranged("ordering")).split("<details", 1)[1]
    assert "<ol" in steps
    assert re.search(r"A team</em>.*It builds\..*An owner.*She answers\.", steps, re.DOTALL)


def test_lists_keep_their_labels_on_a_page_of_several_modules(env: Environment) -> None:
    html = str(within(draw(env, arranged("matching")), "a-"))
    assert '<label for="a-question-2-1">' in html and 'id="a-question-2-1"' in html
    assert 'data-key="ab12"' in html, "what was answered there is known here"


def test_short_text_has_a_labelled_field(env: Environment) -> None:
    html = draw(env, question("short-text"))
    assert '<label for="question-2-text">' in html and 'id="question-2-text" type="text"' in html


def test_without_scripts_everything_about_a_question_is_in_its_details(env: Environment) -> None:
    details = draw(env, question("single-choice")).split("<details", 1)[1]
    assert "Answer and reasons" in details
    right = details.split('data-correct="true"', 1)[1]
    assert "Right." in right and "Because yes." in right
    wrong = details.split('data-correct="false"', 1)[1].split("</li>")[0]
    assert "Not right." in wrong and "Because no." in wrong


def test_reasons_are_in_the_page_once(env: Environment) -> None:
    assert draw(env, question("multiple-choice")).count("Because yes.") == 1


def test_answers_are_folded_for_learners_and_open_for_teachers(env: Environment) -> None:
    nodes = (block("exercise", children=(block("answer", children=(Prose("<p>so</p>"),)),)),)
    assert re.search(r'<details class="oer-fold oer-fold--answer" id="answer-1">', draw(env, *nodes))
    assert re.search(
        r'<details class="oer-fold oer-fold--answer" id="answer-1" open>', draw(env, *nodes, view="teach")
    )


def test_objectives_are_numbered_because_blocks_refer_to_the_numbers(env: Environment) -> None:
    html = draw(env, block("objectives", items=("Tell <b>one</b>", "Name two")))
    assert "<ol" in html and "<li>Tell <b>one</b></li>" in html


def test_objectives_have_the_keys_that_ticks_are_kept_under(env: Environment) -> None:
    html = draw(env, block("objectives", items=("Tell one", "Name two"), item_keys=("ab12", "cd34")))
    assert '<li data-key="ab12">Tell one</li>' in html and '<li data-key="cd34">Name two</li>' in html
