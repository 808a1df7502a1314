"""Search in several languages: a site in English with a module in French and one in Arabic finds them all."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.browser.visits import Visit, start
from tests.cli.tiny import MODULE, write_tiny
from tests.conftest import build, serve

MODULES = {
    "fr": ("Évaluer un service", "Une évaluation des démarches aide les usagers. Les évaluateurs écoutent."),
    "ar": ("خدمة الناس", "يسأل الموظف الناس عن الخدمات الحكومية قبل تغييرها."),
}
GLOSSARY = """\
terms:
  - term: "analyse d'impact"
    definition: "Ce qui pourrait nuire."
    synonyms: ["AIPD"]
"""


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    root = write_tiny(tmp_path_factory.mktemp("languages"))
    for language, (title, text) in MODULES.items():
        made = (root / MODULE).read_text(encoding="utf-8")
        made = made.replace("title: Asking", f"title: {title}\ninLanguage: {language}")
        made = made.replace("Somebody asks.", text)
        place = root / f"content/modules/{language}/index.md"
        place.parent.mkdir()
        place.write_text(made, encoding="utf-8")
    (root / "content/glossary.yml").write_text(GLOSSARY, encoding="utf-8")
    with serve(build(root / "site", root)) as origin:
        yield f"{origin}/"


@pytest.fixture
def asking(browser: Any, address: str) -> Iterator[Visit]:
    here = start(browser, address)
    here.open("")
    here.page.keyboard.press("/")
    yield here
    here.context.close()
    assert not here.problems, here.problems


@pytest.mark.parametrize(
    ("query", "title"),
    [
        ("évaluations", "Évaluer un service"),  # its stem is French
        ("EVALUATION", "Évaluer un service"),
        ("خدمات", "خدمة الناس"),  # with and without the article
        ("asks", "Asking"),
    ],
)
def test_each_language_is_searched_by_its_own_rules(asking: Visit, query: str, title: str) -> None:
    dialog = asking.page.locator("dialog[open]")
    dialog.locator("[name=q]").fill(query)
    expect(dialog.locator(".oer-result__link").filter(has_text=title)).to_be_visible()


@pytest.mark.parametrize(
    ("query", "title", "language", "direction"),
    [
        ("évaluations", "Évaluer un service", "fr", "ltr"),
        ("خدمات", "خدمة الناس", "ar", "rtl"),
        ("asks", "Asking", "en", "ltr"),
    ],
)
def test_a_result_says_its_language(
    asking: Visit, query: str, title: str, language: str, direction: str
) -> None:
    """Its title, its sections and its excerpts are read in the language of the page; the line about it is the
    site's."""
    for place in ("dialog[open]", "article"):
        if place == "article":
            asking.open(f"search/?q={query}")
        else:
            asking.page.locator(f"{place} [name=q]").fill(query)
        result = asking.page.locator(f"{place} .oer-result").filter(has_text=title)
        tongue = "(it) => [it.closest('[lang]').lang, getComputedStyle(it).direction]"
        for part in (".oer-result__link", ".oer-result__part", ".oer-result__part mark"):
            assert result.locator(part).first.evaluate(tongue) == [language, direction], (place, part)
        assert result.locator(".oer-result__about span").evaluate(tongue) == ["en", "ltr"], place


@pytest.mark.parametrize(
    ("query", "instead", "title"),
    [
        ("demraches", "démarches", "Évaluer un service"),
        ("الحكوميه", "", "خدمة الناس"),  # another letter for the same sound is no mistake
        ("الحكمية", "الحكومية", "خدمة الناس"),
    ],
)
def test_mistakes_are_put_right_in_each_language(asking: Visit, query: str, instead: str, title: str) -> None:
    dialog = asking.page.locator("dialog[open]")
    dialog.locator("[name=q]").fill(query)
    expect(dialog.locator(".oer-result__link").filter(has_text=title)).to_be_visible()
    if instead:
        expect(dialog.locator(".oer-search-note").first).to_contain_text(f"“{instead}”")


def test_other_names_are_found_without_accents_and_case(asking: Visit) -> None:
    dialog = asking.page.locator("dialog[open]")
    dialog.locator("[name=q]").fill("aipd")
    expect(dialog.locator(".oer-search-note")).to_contain_text("analyse d'impact")
