"""Scripts take their words from the page: everything is pressed, and all that is said can be translated.

The site is the one of `tests/translation`: its own words are Greek, and every string of the interface
stands in brackets.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from tests.conftest import serve
from tests.translation import greek_course, pseudo
from tests.translation.test_every_word import KNOWN, build

MONTHS = "janv sept oct nov déc novembre décembre dimanche min sec seconde secondes"
LATIN = KNOWN | frozenset(MONTHS.split()) | {"Esc", "Tab"}
MODULE = "modules/asking/"
PAGES = (
    "", "map/", "coverage/", "catalogue/", "framework/", "competencies/listening/", MODULE, f"{MODULE}teach/",
    f"{MODULE}slides/", f"{MODULE}handouts/", "courses/demo/", "roles/adviser/",
    "self-assessment/?role=adviser", "programmes/day/", "programmes/day/run-sheet/", "opportunities/",
    "organisations/", "my-learning/", "glossary/", "search/?q=α", "search/?q=zzz",
    "packs/starter/", "taking-part/", "404.html",
)  # fmt: skip
SNAPSHOT = """() => [document.body.innerText,
  ...[...document.querySelectorAll("[aria-label], [title], [placeholder]")].flatMap(
    (one) => ["aria-label", "title", "placeholder"].map((name) => one.getAttribute(name) ?? ""))]"""
FILL = """() => {
  for (const one of document.querySelectorAll("main select, main input, main textarea")) {
    const event = (name) => one.dispatchEvent(new Event(name, { bubbles: true }));
    if (one.type === "checkbox" || one.type === "radio") { if (!one.checked) one.click(); continue; }
    if (one.type === "file" || one.disabled) continue;
    if (one.tagName === "SELECT") one.selectedIndex = one.options.length - 1;
    else one.value = { time: "09:30", date: "2027-03-08", number: "1", range: one.max }[one.type] ?? "α";
    event("input"); event("change");
  }
  for (const one of document.querySelectorAll("main details")) one.open = true;
}"""
STILL = """() => document.querySelectorAll("pre").forEach((one) => { one.textContent = ""; })"""
"""Citations and data in machine form are not translated."""
PRESS = """(place) => {
  const all = [...document.querySelectorAll("button")].filter((one) => one.checkVisibility());
  if (place < all.length) all[place].click();
  return place + 1 < all.length;
}"""


@pytest.fixture(scope="module")
def origin(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    root: Path = tmp_path_factory.mktemp("bracketed")
    greek_course.write(root, "fr")
    pseudo.write(root, "fr")
    with serve(build(root)) as address:
        yield address


@pytest.fixture(scope="module")
def context(browser: Any, origin: str) -> Iterator[Any]:
    """One reader for all pages, so that what is kept on one is shown on the next."""
    made = browser.new_context(locale="fr", viewport={"width": 1280, "height": 900})
    made.add_init_script("window.print = () => {}; window.confirm = () => true; window.open = () => null;")
    yield made
    made.close()


def spoken(page: Any) -> list[str]:
    return [text for text in page.evaluate(SNAPSHOT) if text]


@pytest.mark.parametrize("path", PAGES)
def test_nothing_is_said_that_no_translation_reaches(path: str, context: Any, origin: str) -> None:
    page = context.new_page()
    page.goto(f"{origin}/{path}", wait_until="load")
    page.wait_for_timeout(150)
    page.evaluate(STILL)
    here = page.url
    said = dict.fromkeys(spoken(page))
    page.evaluate(FILL)
    said |= dict.fromkeys(spoken(page))
    place, more = 0, True
    while more and place < 60:
        more = page.evaluate(PRESS, place)
        place += 1
        page.wait_for_timeout(15)
        if urlsplit(page.url).path != urlsplit(here).path:
            page.goto(here)
            page.evaluate(STILL)
        said |= dict.fromkeys(spoken(page))
    page.close()
    assert pseudo.unreached(list(said), LATIN) == []


def test_search_in_the_header_says_its_words_in_the_language(context: Any, origin: str) -> None:
    page = context.new_page()
    page.goto(f"{origin}/")
    page.click("#oer-search-open")
    said: list[str] = []
    for query in ("Ακρόαση", "zzzz"):
        page.fill("#oer-search-query", query)
        page.wait_for_timeout(600)
        said += [text.replace("zzzz", "") for text in spoken(page)]
    page.close()
    assert pseudo.unreached(said, LATIN) == []
