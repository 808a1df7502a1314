"""Pages without the blanks that templates leave between tags."""

from __future__ import annotations

import time

import pytest

from oer_build.hosts.blanks import without_blanks


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("\n\n<!doctype html>\n\n  <html>\n", "\n<!doctype html>\n<html>\n"),
        ("<p>a</p>\n\n   <pre>\n x</pre>\n  \n </div>", "<p>a</p>\n<pre>\n x</pre>\n</div>"),
        ("<b>a</b>  <i>b</i>", "<b>a</b>  <i>b</i>"),
    ],
)
def test_blanks_between_tags_go(before: str, after: str) -> None:
    assert without_blanks(before) == after


@pytest.mark.parametrize(
    "html",
    [
        "<p>a  b\n  c</p>",
        '<p title="a\n  b">\n   text',
        "<pre>\n  x\n\n  <b>y</b>\n  <i>z</i></pre>",
        "<script>\nif (a >\n  <b) {}\n</script>",
        "<textarea>\n\n  <p>\n  </textarea>",
        "",
    ],
)
def test_other_blanks_stay(html: str) -> None:
    assert without_blanks(html) == html


def test_many_ends_of_lines_cost_next_to_nothing() -> None:
    html = "<p>" + "\n" * 100_000 + "text</p>"
    start = time.process_time()
    assert without_blanks(html) == html
    assert time.process_time() - start < 1
