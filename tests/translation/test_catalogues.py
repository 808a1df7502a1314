"""The catalogues that come with the tool are complete, and nothing in them can break a page."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

from oer_build.diagnostics import Report
from oer_build.project import Project
from oer_build.strings import PACKAGE_STRINGS, Strings, placeholders
from oer_build.translation import wording
from oer_build.voices import voices
from tests.builders import SITE, module
from tests.builders import catalogue as linked

LANGUAGES = ("es", "fr")
TAG = re.compile(r"<[^<>]*>")
HOW = "run `oer strings {0} --output oer_build/locales/{0}.po`, and translate what is empty"


def read(language: str) -> Catalog:
    with (PACKAGE_STRINGS / f"{language}.po").open("rb") as file:
        return read_po(file, locale=language, abort_invalid=True)


def forms(text: str | tuple[str, ...] | list[str] | None) -> tuple[str, ...]:
    return (text,) if isinstance(text, str) else tuple(text or ())


def said(catalogue: Catalog) -> list[Message]:
    return [message for message in catalogue if message.id]


@pytest.fixture(scope="module", params=LANGUAGES)
def catalogue(request: pytest.FixtureRequest) -> Catalog:
    return read(request.param)


@pytest.fixture(scope="module")
def english() -> dict[str, Message]:
    return {forms(message.id)[0]: message for message in said(wording())}


def test_every_language_is_tested() -> None:
    assert sorted(path.stem for path in PACKAGE_STRINGS.glob("*.po")) == sorted(LANGUAGES)


def test_every_string_is_there_and_no_other(catalogue: Catalog, english: dict[str, Message]) -> None:
    there = {forms(message.id) for message in said(catalogue)}
    needed = {forms(message.id) for message in english.values()}
    how = HOW.format(catalogue.locale_identifier)
    assert sorted(needed - there) == [], how
    assert sorted(there - needed) == [], how
    assert list(catalogue.obsolete) == [], "remove what is obsolete"


def test_every_string_is_translated_in_all_its_forms(catalogue: Catalog) -> None:
    how = HOW.format(catalogue.locale_identifier)
    number = {False: 1, True: catalogue.num_plurals}
    bad = [m.id for m in said(catalogue) if len(forms(m.string)) != number[m.pluralizable]]
    assert bad == [], how
    assert [m.id for m in said(catalogue) if not all(text.strip() for text in forms(m.string))] == [], how
    assert [m.id for m in said(catalogue) if m.fuzzy] == []


def test_what_is_filled_in_is_what_english_fills_in(catalogue: Catalog) -> None:
    for message in said(catalogue):
        allowed = {frozenset(placeholders(text)) for text in forms(message.id)}
        for text in forms(message.string):
            assert frozenset(placeholders(text)) in allowed, (message.id, text)


def test_markup_is_that_of_english(catalogue: Catalog) -> None:
    for message in said(catalogue):
        tags = Counter(TAG.findall(forms(message.id)[0]))
        for text in forms(message.string):
            assert Counter(TAG.findall(text)) == tags, (message.id, text)
            assert "<" not in TAG.sub("", text), (message.id, text)


def test_spaces_at_the_ends_are_those_of_english(catalogue: Catalog) -> None:
    for message in said(catalogue):
        source = forms(message.id)[0]
        for text in forms(message.string):
            assert (text[0].isspace(), text[-1].isspace()) == (source[0].isspace(), source[-1].isspace()), (
                text
            )


def test_nobody_is_named_and_nothing_is_private(catalogue: Catalog) -> None:
    text = (PACKAGE_STRINGS / f"{catalogue.locale_identifier}.po").read_text(encoding="utf-8")
    header = text[: text.index("\n\n")]
    assert "@" not in header
    assert not re.search(r"Translator|Team|Revision|Creation", header)


def test_french_has_its_spaces_and_apostrophes() -> None:
    for message in said(read("fr")):
        for text in (TAG.sub("", placeholders_out(one)) for one in forms(message.string)):
            assert "'" not in text, text
            assert not re.search(r"(?<![\u00a0\u202f])[!?;»]|«(?!\u00a0)| [:!?;»]", text), text


def placeholders_out(text: str) -> str:
    for one in placeholders(text):
        text = text.replace(one, "x")
    return text


def test_spanish_opens_its_questions_and_addresses_nobody() -> None:
    """No "usted", no "tu": what is asked of readers is said without them."""
    for message in said(read("es")):
        for text in forms(message.string):
            assert text.count("?") == text.count("¿"), text
            assert not re.search(r"\b(?:usted|ustedes|tu|tus|vos|vosotros|su navegador)\b", text, re.I), text


@pytest.mark.parametrize(
    ("language", "count", "expected"),
    [
        ("fr", 0, "0 module"),
        ("fr", 1, "1 module"),
        ("fr", 2, "2 modules"),
        ("fr-CA", 2, "2 modules"),
        ("es", 0, "0 módulos"),
        ("es", 1, "1 módulo"),
        ("es-419", 5, "5 módulos"),
    ],
)
def test_plurals_are_those_of_the_language(language: str, count: int, expected: str) -> None:
    text = Strings(language).ngettext("%(count)s module", "%(count)s modules", count)
    assert text % {"count": count} == expected


def test_the_projects_words_win_over_those_of_the_tool(tmp_path: Path) -> None:
    Path(tmp_path, "fr.po").write_text('msgid "Search"\nmsgstr "Chercher"\n', encoding="utf-8")
    strings = Strings("fr", tmp_path)
    assert strings.gettext("Search") == "Chercher"
    assert strings.gettext("Home") == "Accueil"


def test_a_page_speaks_its_language_where_there_are_words_and_never_english_instead(tmp_path: Path) -> None:
    """Of Tahitian, Ancient Greek and Klingon nothing is known: their pages have the words of the site."""
    tags = ("en-GB", "fr-CA", "de", "ty-PF", "grc", "tlh")
    written = linked(*(module(tag.lower(), in_language=tag) for tag in tags))
    project = Project(tmp_path, SITE)

    def speaking() -> set[str]:
        report = Report()
        found = set(voices(written, project, report))
        assert list(report) == []
        return found - {SITE.language}

    assert speaking() == {"en-GB", "fr-CA"}
    own = tmp_path / "overrides/strings"
    own.mkdir(parents=True)
    (own / "en.po").write_text('msgid "Search"\nmsgstr "Look for"\n', encoding="utf-8")
    assert speaking() == {"en-GB", "fr-CA"}
    (own / "ty.po").write_text('msgid "Search"\nmsgstr "Imi"\n', encoding="utf-8")
    assert speaking() == {"en-GB", "fr-CA", "ty-PF"}
