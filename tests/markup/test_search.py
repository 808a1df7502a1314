"""What search and the word count know of a text."""

from __future__ import annotations

from tests.markup.rendering import glossary, rendered


def test_sections_follow_headings_of_the_second_and_third_level() -> None:
    made = rendered(
        "Before &amp; after.\n\n## One\n\nA **bo**ld <kbd>x</kbd>[^1]\n\n- b\n- c\n\n"
        "### Deep\n\nd\n\n### Two\n\n"
        "| e | f |\n|---|---|\n| g | ![a map](h.svg) |\n\n```\ncode here\n```\n\n[^1]: note\n"
    )
    assert [(section.anchor, section.title, section.text) for section in made.lesson.sections] == [
        ("", "", "Before & after."),
        ("one", "One", "A bold x b c"),
        ("deep", "Deep", "d"),
        ("two", "Two", "e f g a map code here note"),
    ]


def test_words_are_counted_without_code_questions_and_notes_for_teachers() -> None:
    made = rendered(
        "## Two words\n\nOne two three.\n\n```\nnot counted\n```\n\n/// case | Title\n\nFour five.\n///\n\n"
        "/// question | Not counted?\n    type: short-text\n\n- [x] No\n    - No.\n///\n\n"
        "/// facilitator\n\nNo.\n///\n"
    )
    assert made.lesson.words == 2 + 3 + 1 + 2


def test_links_and_terms_leave_the_text_as_it_is() -> None:
    made = rendered("A [user](x.md) of a policy.", terms=glossary("policy"))
    assert made.lesson.sections[0].text == "A user of a policy."
