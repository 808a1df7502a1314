"""The Markdown that `docs/reference/markdown.md` describes."""

from __future__ import annotations

from pathlib import Path

import pytest

from oer_build.markup.dialect import Engine, FastInline
from tests.markup.rendering import html_of, rendered

ROOT = Path(__file__).parent.parent.parent


def test_headings_have_anchors_like_on_github() -> None:
    html = html_of(
        "## What people need?\n\n### Élan & C#\n\n## What people need?\n\n## Exercise 1\n\n## 🙂\n"
    )
    assert '<h2 id="what-people-need">What people need?</h2>' in html
    assert '<h3 id="élan--c">Élan &amp; C#</h3>' in html
    assert 'id="what-people-need-1"' in html
    assert 'id="exercise-1-section"' in html
    assert 'id="section"' in html


def test_a_heading_needs_its_space_and_may_be_closed() -> None:
    assert html_of("#1 of 3\n\n## Closed ##\n") == '<p>#1 of 3</p><h2 id="closed">Closed</h2>'


def test_levels_are_not_skipped() -> None:
    assert rendered("### A\n").problems == ["2:1 heading-level"]
    assert rendered("## A\n\n### B\n\n#### C\n\n## D\n").problems == []
    assert rendered("## A\n\n> #### B\n").problems == ["4:3 heading-level"]


def test_a_page_without_front_matter_may_begin_with_its_title() -> None:
    assert html_of("\n# Title\n\nText.\n", line=1) == "<p>Text.</p>"
    assert rendered("Text.\n\n# Title\n", line=1).problems == ["3:1 heading-level"]


def test_a_table_can_be_scrolled_and_says_what_heads_what() -> None:
    html = html_of("| | A | B |\n|---|:-:|--:|\n| x | `a|b` | \\| |\n")
    assert html.startswith('<div aria-label="Table 1" class="oer-scroll" role="region" tabindex="0"><table>')
    assert '<th class="oer-align-center" scope="col">A</th>' in html
    assert '<th scope="row">x</th>' in html
    assert '<td class="oer-align-center"><code>a|b</code></td><td class="oer-align-right">|</td>' in html
    assert "style=" not in html and " align=" not in html


def test_tasks_are_named_checkboxes() -> None:
    html = html_of("- [ ] Ask *her*\n- [x] Write\n")
    assert '<input aria-label="Ask her" disabled="" type="checkbox">Ask <em>her</em>' in html
    assert '<input aria-label="Write" checked="" disabled="" type="checkbox">Write' in html


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("A `<b>` c", "<p>A <code>&lt;b&gt;</code> c</p>"),
        ("1 < 2 & 3 &amp; 4 &eacute; &#233;", "<p>1 &lt; 2 &amp; 3 &amp; 4 é é</p>"),
        (
            "<your name> and <https://example.org/>",
            '<p>&lt;your name&gt; and <a href="https://example.org/">https://example.org/</a></p>',
        ),
        ("<name@example.org>", '<p><a href="mailto:name@example.org">name@example.org</a></p>'),
        ("a {b} c", "<p>a {b} c</p>"),
        ("*x*{.a} and {b} more", '<p><em class="a">x</em> and {b} more</p>'),
        (
            '<kbd title="x">Ctrl</kbd> <b><i>y</i></b><br>z',
            '<p><kbd title="x">Ctrl</kbd> <b><i>y</i></b><br>z</p>',
        ),
        ("Term\n:   Meaning\n", "<dl><dt>Term</dt><dd>Meaning</dd></dl>"),
        ("3. three\n4. four\n", '<ol start="3"><li>three</li><li>four</li></ol>'),
        ("a <!-- b --> c", "<p>a  c</p>"),
        ("<!-- a\n\nb -->\nc", "<p>c</p>"),
    ],
)
def test_the_small_print(text: str, html: str) -> None:
    assert html_of(text) == html


def test_notes_are_boxes_and_details() -> None:
    assert html_of('!!! tip "Try"\n    Now.\n\n    Then.\n') == (
        '<div class="admonition tip"><p class="admonition-title">Try</p><p>Now.</p><p>Then.</p></div>'
    )
    assert html_of('??? note "More"\n    Here.\n') == (
        '<details class="note"><summary>More</summary><p>Here.</p></details>'
    )


def test_fenced_code_works_in_lists_notes_and_quotations() -> None:
    html = html_of(
        '```python title="x"\na < b\n```\n\n1. One\n\n    ~~~\n    in list\n    ~~~\n\n2. Two\n\n'
        "!!! note\n    Text.\n    ```\n    in note\n    ```\n\n> ```\n> in quotation\n> ```\n"
    )
    assert '<pre tabindex="0"><code class="language-python">a &lt; b\n</code></pre>' in html
    assert '<li><p>One</p><pre tabindex="0"><code>in list\n</code></pre></li><li><p>Two</p></li>' in html
    assert "<p>Text.</p><pre" in html and "<code>in note\n</code>" in html
    assert '<blockquote><pre tabindex="0"><code>in quotation\n</code></pre></blockquote>' in html


def test_indented_code_is_code_for_the_checks_too() -> None:
    made = rendered("Text.\n\n    <script>\n    [[No]]\n\n- item\n\n        <script>\n")
    assert made.problems == []
    assert "&lt;script&gt;" in made.html


def test_abbreviations_are_explained_everywhere() -> None:
    html = html_of("API and APIs, an API.\n\n*[API]: A way in\n")
    assert html == '<p><abbr title="A way in">API</abbr> and APIs, an <abbr title="A way in">API</abbr>.</p>'


def test_footnotes_are_numbered_in_the_order_of_the_text() -> None:
    html = html_of("A[^b] c[^a] d[^b].\n\n[^a]: First written.\n[^b]: Second written.\n")
    assert 'aria-label="Footnote 1" class="footnote-ref" href="#fn:b"' in html
    assert html.index("Second written") < html.index("First written")
    assert 'aria-label="Back to the text of footnote 1 (2)"' in html


def test_attribute_lists_are_limited() -> None:
    made = rendered(
        '## A { #short .wide onclick="x" }\n\nText\n{: .md-overlay #exercise-1 lang=fr style="x" }\n'
    )
    assert made.problems == [
        "2:21 invalid-attribute",
        "5:5 invalid-attribute",
        "5:17 invalid-attribute",
        "5:36 invalid-attribute",
    ]
    assert made.html == '<h2 class="wide" id="short">A</h2><p lang="fr">Text</p>'


@pytest.mark.parametrize("page", sorted((ROOT / "docs").rglob("*.md")), ids=lambda page: page.stem)
def test_our_own_documentation_keeps_to_the_dialect(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    if text.startswith("---\n"):
        end = text.index("\n---\n") + 5
        text = "\n" * text[:end].count("\n") + text[end:]
    assert rendered(text, file=str(page.relative_to(ROOT).as_posix()), page="docs/").problems == []


def test_inline_patterns_are_tried_by_their_first_character(monkeypatch: pytest.MonkeyPatch) -> None:
    """The method of Python-Markdown that `FastInline` replaces is still the one that is called."""
    calls: list[str] = []
    real = FastInline._InlineProcessor__handleInline

    def spy(self: FastInline, data: str, patternIndex: int = 0) -> str:
        calls.append(data)
        return real(self, data, patternIndex)

    monkeypatch.setattr(FastInline, "_InlineProcessor__handleInline", spy)
    from oer_build.markup.tree import Walk

    walk = Walk()
    walk.run = lambda root: None  # type: ignore[method-assign,assignment,misc]
    assert Engine(walk, lambda element, text: None).convert("plain *text*") == "<p>plain <em>text</em></p>"
    assert "plain *text*" in calls
