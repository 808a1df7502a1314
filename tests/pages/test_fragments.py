"""Rendered HTML cut into elements and sentences: whatever is cut stays well-formed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from oer_build.lesson import ROOT
from oer_build.pages.fragments import (
    addressed,
    count_words,
    elsewhere,
    first_line,
    first_sentences,
    last_sentence,
    pieces,
)


def test_elements_at_the_top_are_told_apart() -> None:
    html = '<h2 id="a">A</h2><div><p>b</p><br></div> tail <p title="x > y">c</p>'
    assert [(one.tag, one.html) for one in pieces(html)] == [
        ("h2", '<h2 id="a">A</h2>'),
        ("div", "<div><p>b</p><br></div>"),
        ("", " tail "),
        ("p", '<p title="x > y">c</p>'),
    ]
    assert [one.inside for one in pieces(html)][::3] == ["A", "c"]


@pytest.mark.parametrize(
    ("html", "number", "parts"),
    [
        ("One is here. Two is here. Three.", 2, ("One is here. Two is here.", "Three.")),
        ("Only this.", 2, ("Only this.", "")),
        ("See e.g. the form. Then stop.", 1, ("See e.g. the form.", "Then stop.")),
        (
            "It ends <a href='#x'>here</a>. <em>So does this.</em> Or not.",
            2,
            ("It ends <a href='#x'>here</a>. <em>So does this.</em>", "Or not."),
        ),
        (
            "<em>Part of this. And more</em> here.",
            1,
            ("<em>Part of this.</em>", "<em>And more</em> here."),
        ),
        ('"Please," she says. "Now."', 1, ('"Please," she says.', '"Now."')),
        ("等一下。好的。", 1, ("等一下。", "好的。")),
    ],
)
def test_sentences_are_cut_between_tags(html: str, number: int, parts: tuple[str, str]) -> None:
    assert first_sentences(html, number) == parts


def test_the_last_sentence_is_found() -> None:
    assert last_sentence("Wait a bit. What <b>now</b>?") == ("Wait a bit.", "What <b>now</b>?")
    assert last_sentence("What now?") == ("", "What now?")


def test_an_item_is_shortened_before_what_it_holds() -> None:
    assert first_line("First here. More", 1) == ("First here.", True)
    assert first_line("First<ul><li>x</li></ul>", 1) == ("First", True)
    assert first_line("<p>First here. More</p><p>b</p>", 1) == ("First here.", True)
    assert first_line("First", 1) == ("First", False)


def test_anchors_are_left_behind_and_links_to_them_lead_there() -> None:
    html = (
        f'<h4 id="a">A</h4><a href="#a">a</a> <a href="{ROOT}map/">m</a> <a href="https://x.example/">x</a>'
    )
    moved = elsewhere(html, "modules/m/")
    assert 'id="' not in moved and f'href="{ROOT}modules/m/#a"' in moved
    printed = addressed(moved, "https://s.example/")
    assert printed.count("data-address=") == 2 and 'data-address="https://s.example/map/"' in printed
    assert addressed(moved, "") == moved


@given(
    some.lists(
        some.sampled_from(["<em>", "</em>", "Word. ", "Next", " ", "<br>", "? ", "&amp;"]), max_size=30
    )
)
def test_nothing_is_lost_and_nothing_left_open(tokens: list[str]) -> None:
    depth, html = 0, ""
    for token in tokens:
        depth += (token == "<em>") - (token == "</em>")
        if depth < 0:
            depth = 0
            continue
        html += token
    html += "</em>" * depth
    head, rest = first_sentences(html, 1)
    for part in (head, rest):
        assert part.count("<em>") == part.count("</em>")
    assert count_words(head) + count_words(rest) >= count_words(html)
    assert (head + rest).replace("<em>", "").replace("</em>", "").replace(" ", "") == html.replace(
        "<em>", ""
    ).replace("</em>", "").replace(" ", "")
