"""How to cite a module and how to credit it."""

from __future__ import annotations

import dataclasses
import json
import re
from typing import Any

import pytest
import yaml

from oer_build.exports.citation import Citation, cite
from oer_build.model import Person, Site
from tests.builders import SITE, course, module, work

TEAM = (Person("The course team"),)
PEOPLE = (
    Person("Ada Lovelace", orcid="0000-0001-2345-6789"),
    Person("Okonjo, Mary-Jane Ngozi"),
    Person("Scottish Digital Academy", ror="https://ror.org/012345678"),
)


def of(**more: Any) -> Citation:
    site: Site = more.pop("site", SITE)
    return cite(module("needs", title="Finding out what people need", **more), site)


def test_apa_names_a_team_whole() -> None:
    assert of(creator=TEAM).apa == (
        "The course team. (2026). Finding out what people need (Version 1.0.0) [Open educational resource]. "
        "Open course. https://academy.example/course/modules/needs/"
    )


def test_apa_turns_names_of_people_round_and_leaves_organisations() -> None:
    assert of(creator=PEOPLE).apa.startswith(
        "Lovelace, A., Okonjo, M.-J. N., & Scottish Digital Academy. (2026)."
    )


def test_apa_leads_with_the_title_where_nobody_is_named() -> None:
    found = of(creator=(), site=dataclasses.replace(SITE, author="", url="")).apa
    assert (
        found
        == "Finding out what people need (Version 1.0.0) [Open educational resource]. (2026). Open course."
    )


def test_the_academy_stands_in_for_a_creator_who_is_not_named() -> None:
    assert of(creator=()).apa.startswith("The academy. (2026).")


def test_a_record_without_any_date_says_so() -> None:
    assert "(n.d.)" in of(date_modified="", site=dataclasses.replace(SITE, date="")).apa


def test_bibtex() -> None:
    assert of(creator=PEOPLE).bibtex == (
        "@misc{needs-2026,\n"
        "  author       = {Lovelace, Ada and Okonjo, Mary-Jane Ngozi and {Scottish Digital Academy}},\n"
        "  title        = {{Finding out what people need}},\n"
        "  year         = {2026},\n"
        "  howpublished = {Open course},\n"
        "  note         = {Version 1.0.0. CC BY-SA 4.0},\n"
        "  language     = {en},\n"
        "  url          = {https://academy.example/course/modules/needs/},\n"
        "}\n"
    )


def test_bibtex_escapes_what_tex_would_run() -> None:
    text = cite(
        module(
            "a", title=r"100% of R&D_costs: $5 #1 {x} \input{/etc/passwd} ~a^b", creator=(Person("A & B_C"),)
        ),
        dataclasses.replace(SITE, url="https://academy.example/a{b}%20c/"),
    ).bibtex
    assert (
        r"{{100\% of R\&D\_costs: \$5 \#1 \{x\} \textbackslash{}input\{/etc/passwd\} \textasciitilde{}a"
        r"\textasciicircum{}b}}" in text
    )
    assert r"{{A \& B\_C}}" in text
    assert "https://academy.example/a%7Bb%7D%20c/modules/a/" in text


def test_cff_has_what_the_format_asks_for() -> None:
    data = yaml.safe_load(of(creator=PEOPLE, keywords=("interviews",)).cff)
    assert {"cff-version", "message", "title", "authors"} <= set(data), "the required keys of CFF 1.2.0"
    assert data["cff-version"] == "1.2.0"
    assert data["type"] in ("software", "dataset"), "the only types that the format has"
    assert data["preferred-citation"]["type"] == "generic"
    assert data["preferred-citation"]["title"] == data["title"] == "Finding out what people need"
    assert data["authors"] == [
        {
            "family-names": "Lovelace",
            "given-names": "Ada",
            "orcid": "https://orcid.org/0000-0001-2345-6789",
        },
        {"family-names": "Okonjo", "given-names": "Mary-Jane Ngozi"},
        {"name": "Scottish Digital Academy"},
    ]
    assert (data["license"], data["version"], data["date-released"]) == (
        "CC-BY-SA-4.0",
        "1.0.0",
        "2026-11-01",
    )
    assert data["keywords"] == ["interviews"]


def test_cff_quotes_every_text() -> None:
    title = 'no: "yes" # 1.10\u2028\x85- [x] &a *b !!python/object'
    data = yaml.safe_load(cite(module("a", title=title, version="1.10"), SITE).cff)
    assert data["title"] == " ".join(title.split())
    assert data["version"] == "1.10"


def test_cff_gives_an_address_for_a_licence_that_the_format_does_not_list() -> None:
    data = yaml.safe_load(cite(module("a", license="CC-PDM-1.0"), SITE).cff)
    assert "license" not in data
    assert data["license-url"] == "https://creativecommons.org/publicdomain/mark/1.0/"


def test_csl_json_is_what_reference_managers_read() -> None:
    (item,) = json.loads(of(creator=PEOPLE).csl_json)
    assert (item["type"], item["issued"]) == ("webpage", {"date-parts": [[2026, 11, 1]]})
    assert item["author"] == [
        {"family": "Lovelace", "given": "Ada"},
        {"family": "Okonjo", "given": "Mary-Jane Ngozi"},
        {"literal": "Scottish Digital Academy"},
    ]


UPSTREAM = work(
    "Meeting users",
    "OGL-UK-3.0",
    creator="Cabinet Office",
    url="https://old.example/",
    changes="Shortened; new examples.",
)


def test_the_attribution_says_title_author_source_and_licence() -> None:
    assert of(creator=TEAM).attribution_text == (
        '"Finding out what people need" (https://academy.example/course/modules/needs/) by The course team, '
        "from Open course, is licensed under CC BY-SA 4.0 (https://creativecommons.org/licenses/by-sa/4.0/)."
    )


def test_the_attribution_names_what_was_adapted_with_licence_and_changes() -> None:
    assert of(is_based_on=(UPSTREAM,)).attribution_text.endswith(
        ' It is adapted from "Meeting users" (https://old.example/) by Cabinet Office '
        "(Open Government Licence v3.0 (UK) (https://spdx.org/licenses/OGL-UK-3.0.html)). "
        "Changes: Shortened; new examples."
    )
    data = yaml.safe_load(of(is_based_on=(UPSTREAM,)).cff)
    assert data["references"][0]["title"] == "Meeting users"
    assert data["references"][0]["notes"] == "Adapted. Changes: Shortened; new examples."


def test_several_creators_are_joined_in_words() -> None:
    assert (
        "by Ada Lovelace, Okonjo, Mary-Jane Ngozi and Scottish Digital Academy,"
        in of(creator=PEOPLE).attribution_text
    )


def test_the_attribution_as_html_can_be_pasted_into_any_page() -> None:
    found = cite(
        module(
            "a",
            title="<script>alert(1)</script>",
            creator=(Person("A & B"),),
            is_based_on=(work("Old <b>", "CC0-1.0", url="javascript:alert(1)"),),
        ),
        SITE,
    ).attribution_html
    assert "<script>" not in found and "javascript:" not in found and "<b>" not in found
    assert 'href="https://academy.example/course/modules/a/"' in found
    assert '<a rel="license" href="https://creativecommons.org/licenses/by-sa/4.0/">CC BY-SA 4.0</a>' in found
    assert set(re.findall(r"</?(\w+)", found)) == {"p", "a", "cite"}


def test_words_of_the_attribution_are_translated_and_percent_signs_in_titles_are_safe() -> None:
    german = {
        "%(title)s by %(creator)s, from %(site)s, is licensed under %(license)s.": (
            "%(title)s von %(creator)s, aus %(site)s: %(license)s."
        )
    }
    found = cite(module("a", title="100%s sure %(x)s"), SITE, lambda text: german.get(text, text))
    assert found.attribution_text.startswith(
        '"100%s sure %(x)s" (https://academy.example/course/modules/a/) von'
    )


def test_a_course_is_cited_like_a_module() -> None:
    found = cite(
        course("all", ["a"], title="The whole course", creator=TEAM, date_modified="2026-10-02"), SITE
    )
    assert found.apa.startswith("The course team. (2026). The whole course [Open educational resource].")
    assert "courses/all/" in found.bibtex


@pytest.mark.parametrize("form", ["apa", "bibtex", "cff", "csl_json", "attribution_text", "attribution_html"])
def test_every_form_is_made_without_address_author_or_date(form: str) -> None:
    bare = Site("", "CC-BY-SA-4.0")
    record = module("a", creator=(), version="", date_modified="", license="LicenseRef-House-Rules")
    text = getattr(cite(record, bare), form)
    assert text and "None" not in text
