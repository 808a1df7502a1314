"""Packs: several modules on one page that prints whole, without a name or an anchor there twice."""

from __future__ import annotations

from functools import cache

import pytest

from oer_build.model import Catalogue
from oer_build.pages.page import Page
from oer_build.templates import within
from tests.builders import asset, catalogue, competency, module, work
from tests.community import call, opportunity, pack
from tests.pages.drawn import BODY, draw, files_of
from tests.pages.html import faults, page_at, read, text_of
from tests.programmes import day, programme, session

GUIDE = work("A guide", "CC-BY-4.0", identifier="guide", url="https://guide.example/", date_published="2024")
CODE = """
## The situation

See [below](#another) and the address `<a id="x" href="#x" name="q">`.[^1]

### Another

```html
<h2 id="situation" title='a > b'>Code</h2>
```

[^1]: A note.
"""


def linked() -> Catalogue:
    return catalogue(
        competency("users", "C1"),
        module("first", ["users@working"], body=BODY, sources=(GUIDE,), minutes=60),
        module("second", ["users@working"], body=BODY + CODE, sources=(GUIDE,), minutes=30),
        module("titles", body=CODE, in_language="fr", license="CC-BY-4.0"),
        opportunity("mentors"),
        programme(day(1, session("opening", "09:30", 45))),
        asset("content/packs/starter/cards.pdf", "CC0-1.0", "2026 A drawer"),
        asset("content/modules/first/sheet.pdf"),
        pack(
            "starter",
            modules="first second titles",
            opportunities="mentors",
            programmes="workshop",
            handouts="packs/starter/cards.pdf modules/first/sheet.pdf",
            audience=("returners",),
            body="## The situation\n\nYou begin. [[source:guide]]",
            sources=(GUIDE,),
        ),
        pack("empty"),
        call("translate", "packs"),
    )


@cache
def pages() -> tuple[Page, ...]:
    return draw(linked())


def test_markup_and_links_are_sound_with_three_modules_on_one_page() -> None:
    """No identifier twice, no heading that skips a level, nothing that refers to what is not there."""
    assert faults(pages(), files_of(linked())) == []


def test_a_pack_holds_the_whole_text_of_its_modules_and_nothing_for_teachers() -> None:
    text = text_of(pages(), "packs/starter/")
    assert text.count("A form comes back.") == 2
    assert "You heard where the reader stopped." in text
    assert "SECRET" not in page_at(pages(), "packs/starter/").body


def test_what_refers_to_a_part_of_a_module_leads_to_it_on_this_page() -> None:
    page = read(page_at(pages(), "packs/starter/"))
    assert {"first:exercise-1", "second:exercise-1", "second:another", "titles:another"} <= set(page.ids)
    assert {"#second:another", "#titles:another", "#first:title"} <= set(page.links)
    assert 'name="first:question-1"' in page_at(pages(), "packs/starter/").body
    assert 'action="#second:question-1"' in page_at(pages(), "packs/starter/").body


def test_headings_of_modules_stand_one_level_below_their_titles() -> None:
    body = page_at(pages(), "packs/starter/").body
    assert '<h2 id="titles:title">' in body
    assert '<h3 id="titles:the-situation">' in body
    assert '<h4 id="titles:another">' in body
    assert '<h2 id="the-situation">' in body, "the pack's own text stays as it is"


def test_code_that_looks_like_markup_is_shown_as_it_was_written() -> None:
    text = text_of(pages(), "packs/starter/")
    assert text.count('<a id="x" href="#x" name="q">') == 2
    assert text.count("""<h2 id="situation" title='a > b'>Code</h2>""") == 2


def test_a_module_in_another_language_or_under_another_licence_says_so() -> None:
    body = page_at(pages(), "packs/starter/").body
    assert 'aria-labelledby="titles:title" lang="fr"' in body
    assert 'aria-labelledby="first:title">' in body
    assert "Titles 1 hour · CC BY 4.0" in text_of(pages(), "packs/starter/")


def test_a_pack_says_who_it_is_for_how_long_it_takes_and_what_else_it_holds() -> None:
    text = text_of(pages(), "packs/starter/")
    assert "Modules 3, 2 hours 30 minutes" in text
    assert "Programmes Workshop About workshop." in text
    assert "Opportunities Mentors About mentors." in text
    assert "cards.pdf · CC0 1.0 · 2026 A drawer sheet.pdf · CC BY-SA 4.0" in text
    assert "\ufdd2/packs/starter/starter.zip" in read(page_at(pages(), "packs/starter/")).links


def test_an_empty_pack_is_a_page_without_empty_parts() -> None:
    page = read(page_at(pages(), "packs/empty/"))
    assert page.headings == [1, 2], "its title, and what readers are asked to do"


def test_the_list_says_what_is_in_each() -> None:
    text = text_of(pages(), "packs/")
    assert "Starter: 3 modules, 2 hours 30 minutes; 1 opportunity For starter." in text
    assert "Empty: 0 modules For empty. Take part Translate" in text


def test_search_knows_the_packs_own_words_and_leaves_the_modules_to_their_pages() -> None:
    page = page_at(pages(), "packs/starter/")
    assert "You begin" in " ".join(part.text for part in page.sections)
    assert "A form comes back" not in " ".join(part.text for part in page.sections)
    assert [heading.title for heading in page.toc] == ["The situation", "First", "Second", "Titles"]


@pytest.mark.parametrize(
    ("html", "moved"),
    [
        ('<p id="a">', '<p id="m:a">'),
        ('<div aria-labelledby="a b">', '<div aria-labelledby="m:a m:b">'),
        ('<a class="x" href="#a">', '<a class="x" href="#m:a">'),
        ('<a href="#">', '<a href="#">'),
        ('<a href="page#a">', '<a href="page#a">'),
        ('<h2 id="a">A</h2>', '<h3 id="m:a">A</h3>'),
        ("<h5>A</h5>", "<h6>A</h6>"),
        ("<h6>A</h6>", "<h6>A</h6>"),
        ("<hr>", "<hr>"),
        ("<i title=\"say id='a'\">", "<i title=\"say id='a'\">"),
        ('<i title=\'say id="a"\' id="b">', '<i title=\'say id="a"\' id="m:b">'),
        ('<i title="a > b" id="b">', '<i title="a > b" id="m:b">'),
        ('<i title="<h2 id=a>">', '<i title="<h2 id=a>">'),
        ('<i data-id="a" xml:id="b">', '<i data-id="a" xml:id="b">'),
        ('say id="a" and href="#a"', 'say id="a" and href="#a"'),
        ('&lt;h2 id="a"&gt;', '&lt;h2 id="a"&gt;'),
        ('1 < 2 id="a" > 0', '1 < 2 id="a" > 0'),
        ('<!-- id="a" -->', '<!-- id="a" -->'),
        ('<i id="a" title="never closed', '<i id="a" title="never closed'),
        ('<svg viewBox="0 0 1 1"><path id="a"/></svg>', '<svg viewBox="0 0 1 1"><path id="m:a"/></svg>'),
    ],
)
def test_only_names_of_elements_and_what_refers_to_them_are_moved(html: str, moved: str) -> None:
    assert within(html, "m:") == moved
