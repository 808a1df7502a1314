"""Interface strings by language: gettext catalogues, the project's over the package's, and figures in words.

English is the source language: a string without a translation stays English. Catalogues are `<lang>.po`
files, read through Babel; nothing is compiled beforehand, so a translator changes one text file and sees it.
"""

from __future__ import annotations

import datetime
import io
import re
from dataclasses import replace
from functools import cache
from gettext import GNUTranslations, NullTranslations
from hashlib import sha256
from pathlib import Path

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_skeleton
from babel.lists import format_list
from babel.messages.catalog import Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, read_po
from babel.numbers import format_decimal
from babel.units import format_unit
from markupsafe import Markup

from oer_build.diagnostics import Span
from oer_build.project import STRING_OVERRIDES

PACKAGE_STRINGS = Path(__file__).parent / "locales"
_ARABIC_SCRIPT = frozenset({"ar", "ckb", "fa", "ks", "mzn", "lrc", "ps", "sd", "ug", "ur"})
_PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd%]|%|\{\w+\}")
_COUNTS = range(1001)
"""Numbers for which a rule of plurals is tried before a page asks it."""


class StringsFault(Exception):
    """A catalogue of the project cannot be used: why, where (`span` is relative to the project), and what to
    do."""

    def __init__(
        self, message: str, span: Span, hint: str = "save the file as UTF-8 text, as msgfmt reads it"
    ) -> None:
        super().__init__(message)
        self.span = span
        self.hint = hint


class Strings:
    """The words of the interface in one language.

    `language` is a BCP 47 tag. A regional variant (`pt-BR`) falls back on its language (`pt`), then on
    English.
    Raises `StringsFault` where a catalogue of `project_folder` cannot be read.
    """

    def __init__(self, language: str, project_folder: Path | None = None) -> None:
        self.language = language
        # Plain English is for international readers: "1 November 2026", and no comma before "and".
        self.locale = Locale("en", "001") if language == "en" else _locale(language)
        chain: NullTranslations = NullTranslations()
        primary = language.split("-")[0].lower()
        self.has_words = primary == "en"
        """Whether there are words in this language at all, be it some. A language that nothing is known of
        has English dates and numbers, and not for that English words."""
        self.edition = language
        """The same for two objects whose words are the same, in this process."""
        for folder in (PACKAGE_STRINGS, project_folder):
            for name in dict.fromkeys((self.locale.language, primary, language)):
                path = folder / f"{name}.po" if folder else None
                if path and path.is_file():
                    compiled = _packaged(path) if folder == PACKAGE_STRINGS else _compiled(path)
                    translations = GNUTranslations(io.BytesIO(compiled))  # was tried in `_compiled`
                    translations.add_fallback(chain)
                    chain = translations
                    self.edition += f" {sha256(compiled).hexdigest()}"
                    self.has_words = self.has_words or name != "en"
        self._translations = chain

    def gettext(self, message: str) -> str:
        return self._translations.gettext(message)

    def ngettext(self, singular: str, plural: str, count: int) -> str:
        return self._translations.ngettext(singular, plural, count)

    @property
    def direction(self) -> str:
        """`ltr` or `rtl`."""
        return direction(self.language)

    @property
    def signs(self) -> dict[str, str]:
        """Signs of punctuation of this language, by those that templates are written with."""
        return {",": "،", ";": "؛"} if self.locale.language in _ARABIC_SCRIPT else {}

    def hours(self, minutes: int) -> str:
        """A length in words: 75 is "1 hour 15 minutes". Arabic joins its parts with a word."""
        whole, rest = divmod(minutes, 60)
        parts = [format_unit(whole, "duration-hour", locale=self.locale)] if whole else []
        if rest or not whole:
            parts.append(format_unit(rest, "duration-minute", locale=self.locale))
        return self.listing(parts) if self.signs else " ".join(parts)

    def number(self, value: float) -> str:
        return format_decimal(value, locale=self.locale)

    def size(self, count: int) -> str:
        """A number of bytes in words: 4200000 is "4.2 MB"."""
        unit, value = ("megabyte", count / 1e6) if count >= 999_500 else ("kilobyte", count / 1e3)
        shown = round(value, 1 if unit == "megabyte" else 0)
        return format_unit(shown, f"digital-{unit}", "short", "#,##0.#", locale=self.locale)

    def date(self, text: str) -> str:
        """An ISO 8601 date in the language's long form; a year or a year and month stay as written."""
        try:
            return format_date(datetime.date.fromisoformat(text), format="long", locale=self.locale)
        except ValueError:
            return text

    def clock(self, minutes: int) -> str:
        """Minutes after midnight as a time of day in 24 hours: 575 is "09:35"."""
        time = datetime.time(minutes // 60 % 24, minutes % 60)
        return format_skeleton("Hm", time, locale=self.locale)

    def day(self, text: str) -> str:
        """An ISO 8601 date with its day of the week."""
        return format_date(datetime.date.fromisoformat(text), format="full", locale=self.locale)

    def month(self, text: str) -> str:
        """The month of an ISO 8601 date: `2026-11-22` is "November 2026"."""
        return format_skeleton("yMMMM", datetime.date.fromisoformat(text), locale=self.locale)

    def language_name(self, tag: str) -> str:
        """The name of a language in the language of the interface."""
        return _locale(tag).get_display_name(self.locale) or tag

    def period(self, text: str) -> str:
        """An ISO 8601 length in years, months, weeks and days, in words: `P1Y6M` is "1 year 6 months"."""
        units = {"Y": "duration-year", "M": "duration-month", "W": "duration-week", "D": "duration-day"}
        parts = re.findall(r"([0-9]+)([YMWD])", text)
        return " ".join(self._unit(int(count), units[unit]) for count, unit in parts)

    def _unit(self, count: int, unit: str) -> str:
        """A length in one unit. Babel's data for Arabic have no days and months: these we say ourselves."""
        text = format_unit(count, unit, locale=self.locale)
        if not text.endswith(unit):
            return text
        one = {
            "duration-day": self.ngettext("%(count)s day", "%(count)s days", count),
            "duration-month": self.ngettext("%(count)s month", "%(count)s months", count),
        }
        return one.get(unit, text) % {"count": count}

    def region(self, code: str) -> str:
        """The name of a country (ISO 3166-1), or of a part of one (ISO 3166-2) where we know it."""
        country, _, part = code.partition("-")
        name = str(self.locale.territories.get(country, country))
        if not part:
            return name
        known = {
            "GB-ENG": self.gettext("England"),
            "GB-NIR": self.gettext("Northern Ireland"),
            "GB-SCT": self.gettext("Scotland"),
            "GB-WLS": self.gettext("Wales"),
        }.get(code, part)
        return f"{known} ({name})"

    def listing(self, words: list[str]) -> str:
        """Words joined as the language does: "a, b and c"."""
        return format_list(words, locale=self.locale) if words else ""


@cache
def tongue(tag: str) -> Markup:
    """What marks an element as being in another language, `lang` and `dir`; nothing where no tag is
    given."""
    if not tag:
        return Markup()
    return Markup(' lang="{}" dir="{}"').format(tag, direction(tag))


@cache
def direction(tag: str) -> str:
    """`ltr` or `rtl`, by a language tag."""
    return "rtl" if _locale(tag).text_direction == "rtl" else "ltr"


def _locale(tag: str) -> Locale:
    """The Babel locale nearest to a language tag; English where there is none."""
    for candidate in (tag, tag.split("-")[0]):
        try:
            return Locale.parse(candidate, sep="-")
        except (UnknownLocaleError, ValueError):
            continue
    return Locale("en", "GB")


def placeholders(text: str) -> set[str]:
    """What is filled in when a string is used: `%(count)s`, `%s`, and `{query}` where a script does it."""
    return set(_PLACEHOLDER.findall(text))


@cache
def _packaged(path: Path) -> bytes:
    """A catalogue of the package, read once: a site asks for it for each page in another language."""
    return _compiled(path)


def _compiled(path: Path) -> bytes:
    """A catalogue as gettext's machine form. Raises `StringsFault` where a use of it would fail."""
    span = Span(f"{STRING_OVERRIDES}/{path.name}")
    compiled = io.BytesIO()
    try:
        with path.open("rb") as file:
            catalogue = read_po(file, locale=path.stem.replace("-", "_"), abort_invalid=True)
        for message in catalogue:
            _check(message, span)
        write_mo(compiled, catalogue)
    except PoFileError as fault:
        raise StringsFault(
            f"this is no gettext line: {fault.line.strip()[:80]}", replace(span, line=fault.lineno + 1)
        ) from fault
    except (OSError, ValueError, LookupError) as fault:
        raise StringsFault(f"this file cannot be read: {fault}", span) from fault
    _check_plurals(compiled.getvalue(), path, span)
    return compiled.getvalue()


def _check_plurals(compiled: bytes, path: Path, span: Span) -> None:
    """The rule of plurals is a small program of the translator's: it must have an answer for every number."""
    try:
        translations = GNUTranslations(io.BytesIO(compiled))
    except (ValueError, LookupError) as fault:
        said = f"cannot be read: {fault}"
    else:
        unanswered = next((count for count in _COUNTS if not _answers(translations, count)), None)
        if unanswered is None:
            return
        said = f"has no answer for {unanswered}"
    lines = path.read_bytes().splitlines()
    line = next((at for at, text in enumerate(lines, 1) if b"Plural-Forms" in text), 1)
    raise StringsFault(
        f"the rule of plurals {said}",
        replace(span, line=line),
        "copy the line Plural-Forms from another catalogue of this language",
    )


def _answers(translations: GNUTranslations, count: int) -> bool:
    any_word = "-"
    try:
        translations.ngettext(any_word, any_word, count)
    except ArithmeticError:
        return False
    return True


def _check(message: Message, span: Span) -> None:
    """What a translation has filled in must be there to fill in: else no page with it can be drawn."""
    english = [message.id] if isinstance(message.id, str) else list(message.id)
    given = [message.string] if isinstance(message.string, str) else list(message.string or ())
    if not english[0]:
        return  # the header
    known = placeholders(" ".join(english))
    positional = [_positional(text) for text in english]
    for text in filter(None, given):
        unknown = sorted(placeholders(text) - known)
        if unknown:
            fault = f"'{unknown[0]}' in a translation of '{english[0][:60]}' is not in the English text"
        elif _positional(text) not in positional:
            wanted = max(positional, key=len)
            fault = (
                f"a translation of '{english[0][:60]}' must fill in {' '.join(wanted)}, no more and no less"
            )
        elif _loose_brace(text) and not any(map(_loose_brace, english)):
            fault = f"a translation of '{english[0][:60]}' has a brace without its partner or without a name"
        else:
            continue
        raise StringsFault(
            fault,
            replace(span, line=message.lineno or 1),
            "keep what stands in %( )s, %s and { } as it is in the English text, and add no other %",
        )


def _positional(text: str) -> list[str]:
    """What is filled in by its order, each time: one too few or too many, and nothing is."""
    return [one for one in _PLACEHOLDER.findall(text) if one in ("%s", "%d")]


def _loose_brace(text: str) -> bool:
    return bool(re.search(r"[{}]", _PLACEHOLDER.sub("", text)))
