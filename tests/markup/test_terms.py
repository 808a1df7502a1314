"""Glossary terms become links where they first occur."""

from __future__ import annotations

import re

import pytest

from tests.markup.rendering import glossary, html_of, rendered


def linked(text: str, *terms: str) -> str:
    """The text with [brackets] around what is linked."""
    html = html_of(text, terms=glossary(*terms))
    marked = re.sub(r'<a class="oer-term"[^>]*data-term="([^"]*)"[^>]*>(.*?)</a>', r"[\2]", html)
    return re.sub(r"<[^>]+>", "", marked)


@pytest.mark.parametrize(
    ("text", "terms", "expected"),
    [
        ("A user and a user.", ["user"], "A [user] and a user."),
        (
            "Users and policies need a box.",
            ["user", "policy", "boxes"],
            "[Users] and [policies] need a [box].",
        ),
        ("User research of a user", ["user", "user research"], "[User research] of a [user]"),
        ("open-source, Open\nsource", ["open source"], "[open-source], Open\nsource"),
        ("It is IT.", ["IT"], "It is [IT]."),
        (
            "We do research with users.",
            ["user research = research with users"],
            "We do [research with users].",
        ),
        ("reuser, users' and user's", ["user"], "reuser, [users]' and user's"),
        ("user `user` **user**", ["user"], "[user] user user"),
        ("`user` **user**", ["user"], "user [user]"),
        ("## User\n\nuser", ["user"], "User[user]"),
        ("[user](https://example.org/) user", ["user"], "user [user]"),
        ("Größe und CAFÉ", ["größe", "café"], "[Größe] und [CAFÉ]"),
    ],
)
def test_a_term_is_linked(text: str, terms: list[str], expected: str) -> None:
    assert linked(text, *terms) == expected


def test_the_link_leads_to_the_glossary() -> None:
    html = html_of("User research.", terms=glossary("user research"))
    assert (
        '<a class="oer-term" data-term="user-research" href="/glossary/#user-research">User research</a>'
        in html
    )


def test_questions_titles_and_notes_for_teachers_are_left_alone() -> None:
    made = rendered(
        "/// question | A user?\n    type: short-text\n\n- [x] user\n    - user\n///\n\n"
        "/// facilitator | user\n\nuser\n///\n\n/// case | user\n\nThe user.\n///\n",
        terms=glossary("user"),
    )
    assert str(made.lesson).count("oer-term") == 1
    (case,) = made.lesson.blocks("case")
    assert "oer-term" in case.children[0].html  # type: ignore[union-attr]


def test_ten_thousand_terms_are_looked_up_and_not_tried() -> None:
    many = glossary("need", *(f"public term{number} of art" for number in range(10_000)))
    hits = many.find("The need of public term77 of art, of public need, and of public term9999 of arts.")
    assert [hit.value for hit in hits] == ["need", "public-term77-of-art", "need", "public-term9999-of-art"]


def test_the_digest_changes_with_the_terms() -> None:
    assert glossary("a", "b").digest == glossary("a", "b").digest
    assert glossary("a", "b").digest != glossary("a = b").digest
