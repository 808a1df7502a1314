"""Links, images and references: what they lead to, and where they stand."""

from __future__ import annotations

import pytest

from oer_build.lesson import ROOT, Link, at_depth
from oer_build.markup import references_in
from oer_build.markup.addresses import page_of
from tests.markup.rendering import FILE, PAGE, TARGETS, html_of, rendered


@pytest.mark.parametrize(
    ("address", "kind", "target", "fragment", "href"),
    [
        ("../prototypes/index.md", "internal", "modules/prototypes/", "", "/modules/prototypes/"),
        ("../prototypes/", "internal", "modules/prototypes/", "", "/modules/prototypes/"),
        ("../prototypes/index.md#a-b", "internal", "modules/prototypes/", "a-b", "/modules/prototypes/#a-b"),
        ("../../about.md", "internal", "about/", "", "/about/"),
        ("../../index.md", "internal", "", "", "/"),
        ("#here", "internal", PAGE, "here", "#here"),
        ("/map/", "internal", "map/", "", "/map/"),
        ("/map", "internal", "map/", "", "/map/"),
        ("/catalogue.csv", "asset", "catalogue.csv", "", "/catalogue.csv"),
        ("handout.pdf", "asset", "modules/interviews/handout.pdf", "", "/modules/interviews/handout.pdf"),
        ("a%20b.pdf", "asset", "modules/interviews/a b.pdf", "", "/modules/interviews/a%20b.pdf"),
        ("../../../docs/index.md", "internal", "docs/", "", "/docs/"),
        (
            "https://example.org/a?b=c",
            "external",
            "https://example.org/a?b=c",
            "",
            "https://example.org/a?b=c",
        ),
        ("mailto:a@example.org", "external", "mailto:a@example.org", "", "mailto:a@example.org"),
    ],
)
def test_an_address_leads_somewhere(address: str, kind: str, target: str, fragment: str, href: str) -> None:
    made = rendered(f"See [this]({address}).")
    assert made.problems == []
    (link,) = made.lesson.links
    assert (link.kind, link.target, link.fragment) == (kind, target, fragment)
    assert f'href="{href}"' in made.html
    assert (link.span.line, link.span.column) == (2, 12)


def test_pages_follow_from_files() -> None:
    assert page_of("content/index.md") == ""
    assert page_of("content/modules/a/index.md") == "modules/a/"
    assert page_of("content/about.md") == "about/"
    assert page_of("docs/how-to/publish.md") == "docs/how-to/publish/"


def test_addresses_fit_pages_at_any_depth() -> None:
    (node,) = rendered("[a](/map/)").lesson.nodes
    assert f'href="{ROOT}map/"' in node.html  # type: ignore[union-attr]
    assert 'href="../../map/"' in at_depth(node.html, "modules/a/")  # type: ignore[union-attr]


def test_places_are_exact_behind_tabs_emoji_and_code() -> None:
    made = rendered(
        "`[a](x.md)` 🙂\t[b](y.md)\n\n```\n[c](x.md)\n```\n\n> - [d](x.md) ![e](p.png)\n\n"
        "[f][g]\n\n[g]: z.md\n"
    )
    assert [(link.target, link.span.line, link.span.column) for link in made.lesson.links] == [
        ("modules/interviews/y/", 2, 19),
        ("modules/interviews/x/", 8, 9),
        ("modules/interviews/p.png", 8, 20),
        ("modules/interviews/z/", 12, 6),
    ]


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "&#106;avascript:alert(1)",
        "javascript&colon;alert(1)",
        "java&#9;script:alert(1)",
        "vbscript:x",
        "data:text/html,x",
        "file:///etc/passwd",
        "//example.org/",
        "https:example.org",
        "..\\secret.md",
    ],
)
def test_an_unsafe_address_is_refused(address: str) -> None:
    made = rendered(f"See [this]({address}) and ![that]({address}).")
    assert made.problems == ["2:12 unsafe-link", f"2:{26 + len(address)} unsafe-link"]
    assert "href" not in made.html and "src=" not in made.html


def test_an_image_is_lazy_and_has_its_text() -> None:
    made = rendered("![A map of *needs*](map.svg){ width=320 }")
    assert made.problems == []
    assert (
        'alt="A map of *needs*"' in made.html and 'loading="lazy"' in made.html and 'width="320"' in made.html
    )
    assert made.lesson.links == (Link("asset", "modules/interviews/map.svg", made.lesson.links[0].span),)


def test_a_picture_that_is_wider_than_a_phone_can_be_opened_large() -> None:
    wide, narrow = {"modules/interviews/map.svg": (640, 300)}, {"modules/interviews/map.svg": (400, 300)}
    text = "See ![A map](map.svg) here."
    assert (
        '<a class="oer-picture" href="/modules/interviews/map.svg" title="Open the picture large"><img '
    ) in rendered(text, sizes=wide).html
    assert rendered(text, sizes=wide).html.endswith('width="640"></a> here.</p>')
    assert "<a " not in rendered(text, sizes=narrow).html
    assert "<a " not in rendered(text).html, "nobody knows how wide it is"
    inside = rendered("[**![A map](map.svg)** there](https://example.org/) and ![A map](map.svg)", sizes=wide)
    assert inside.html.count("<a ") == 2 and inside.html.count("oer-picture") == 1
    assert "oer-picture" not in rendered("![ ](map.svg)", sizes=wide).html, "a link needs a name"


def test_an_image_without_text_or_from_another_site_is_refused() -> None:
    made = rendered("Text ![ ](a.png)\n![x](https://example.org/a.png)\n")
    assert made.problems == ["2:6 missing-alt", "3:6 remote-image"]
    assert "example.org" not in made.html


def test_references_become_links_with_the_title_of_their_target() -> None:
    html = html_of(
        "[[users@working]], [[users|what *people* need]], [[module:prototypes]], [[source:survey]]"
    )
    assert 'href="/competencies/users/#working">Users (Working)</a>' in html
    assert 'href="/competencies/users/">what <em>people</em> need</a>' in html
    assert 'class="oer-ref oer-ref-module" href="/modules/prototypes/"' in html
    assert 'class="oer-ref oer-ref-source" href="/modules/interviews/#source-survey"' in html
    assert ">(The office, 2021)</a>" in html
    own = html_of("[[source:survey|the survey]]")
    assert ">the survey</a>" in own, "with words of its own it is part of its sentence"


def test_a_reference_without_a_target_is_left_to_the_linker() -> None:
    assert "<span>nobody</span>" in html_of("[[nobody]]")


def test_references_are_found_with_their_places() -> None:
    text = (
        "A [[users]] `[[code]]` \\[[no]]\n\n"
        "| a | b |\n|---|---|\n| [[users@working\\|label]] | [[source:x]] |\n"
    )
    uses = references_in(text, FILE, 7)
    assert [(use.key, use.kind, use.identifier, use.level, use.label) for use in uses] == [
        ("users", "competency", "users", "", ""),
        ("users@working", "competency", "users", "working", "label"),
        ("source:x", "source", "x", "", ""),
    ]
    assert [(use.span.line, use.span.column) for use in uses] == [(7, 3), (11, 3), (11, 30)]
    assert "label</a>" in html_of(text, targets=TARGETS)


def test_words_in_double_brackets_that_are_no_reference_are_refused() -> None:
    assert rendered("[[Users]] [[module:]] [[page:x]] [[[1, 2], [3]]]").problems == [
        "2:1 malformed-reference",
        "2:11 malformed-reference",
        "2:23 malformed-reference",
    ]


def test_code_between_the_brackets_is_code_and_no_reference() -> None:
    done = rendered("[[`[`]]")
    assert done.problems == ["2:1 malformed-reference"]
    assert done.html == "<p>[[<code>[</code>]]</p>"
