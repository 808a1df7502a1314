"""Characters that hide are refused; those that languages and emoji are spelled with are not."""

from __future__ import annotations

import pytest

from oer_build.source import forbidden_characters


@pytest.mark.parametrize(
    "text",
    [
        "plain\ttext\r\n",
        "naïve café ŵ ß",
        "日本語 العربية עברית हिन्दी ไทย",
        "می\u200cخواهم",  # Persian: zero-width non-joiner
        "क्\u200dष श्री\u200c",  # Devanagari: joiners
        "👩\u200d💻 👨\u200d👩\u200d👧 ❤️\u200d🔥 🇪🇪",
        "e\u0301 \u00a0 \u2009 \u202f — … “”",
        "\U0001f3f4 1️⃣",
    ],
)
def test_what_people_write_is_allowed(text: str) -> None:
    assert list(forbidden_characters(text)) == []


@pytest.mark.parametrize(
    ("character", "name"),
    [
        ("\x00", "U+0000 NUL"),
        ("\x0b", "U+000B vertical tab"),
        ("\x0c", "U+000C form feed"),
        ("\x1b", "U+001B escape"),
        ("\x7f", "U+007F delete"),
        ("\x85", "U+0085 next line"),
        ("\x9b", "U+009B control character"),
        ("\u2028", "U+2028 line separator"),
        ("\u202e", "U+202E right-to-left override"),
        ("\u2066", "U+2066 invisible character that changes the direction of text"),
        ("\u200b", "U+200B zero-width space"),
        ("\u200d", "U+200D zero-width joiner"),
        ("\ufeff", "U+FEFF byte order mark inside the text"),
        ("\ufdd2", "U+FDD2 noncharacter"),
        ("\uffff", "U+FFFF noncharacter"),
        ("\U0010fffe", "U+10FFFE noncharacter"),
        ("\U000e0041", "U+E0041 invisible tag character"),
        ("\ud800", "U+D800 half of a character"),
    ],
)
def test_what_nobody_can_see_is_named(character: str, name: str) -> None:
    assert list(forbidden_characters(f"ab{character}cd")) == [(2, name)]


def test_joiners_hide_nothing_between_latin_letters() -> None:
    assert [index for index, _ in forbidden_characters("pay\u200dpal \u200cx می\u200cخ x\u200c")] == [
        3,
        8,
        17,
    ]
