"""Interface strings by language: gettext catalogues, the project's over the package's, and figures in words.

English is the source language: a string without a translation stays English. Catalogues are `<lang>.po`
files, read through Babel; nothing is compiled beforehand, so a translator changes one text file and sees it.
"""

from __future__ import annotations

import datetime
import io
import re
from dataclasses import replace
from gettext import GNUTranslations, NullTranslations
from pathlib import Path

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_skeleton
from babel.lists import format_list
from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, read_po
from babel.numbers import format_decimal
from babel.units import format_unit

from oer_build.diagnostics import Span
from oer_build.project import STRING_OVERRIDES

PACKAGE_STRINGS = Path(__file__).parent / "locales"


class StringsFault(Exception):
    """A catalogue of the project cannot be read: why, and where (`span` is relative to the project)."""

    def __init__(self, message: str, span: Span) -> None:
        super().__init__(message)
        self.span = span


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
        for folder in (PACKAGE_STRINGS, project_folder):
            for name in dict.fromkeys((self.locale.language, language)):
                path = folder / f"{name}.po" if folder else None
                if path and path.is_file():
                    translations = _read(path)
                    translations.add_fallback(chain)
                    chain = translations
        self._translations = chain

    def gettext(self, message: str) -> str:
        return self._translations.gettext(message)

    def ngettext(self, singular: str, plural: str, count: int) -> str:
        return self._translations.ngettext(singular, plural, count)

    @property
    def direction(self) -> str:
        """`ltr` or `rtl`."""
        return "rtl" if self.locale.text_direction == "rtl" else "ltr"

    def hours(self, minutes: int) -> str:
        """A length in words: 75 is "1 hour 15 minutes"."""
        whole, rest = divmod(minutes, 60)
        parts = [format_unit(whole, "duration-hour", locale=self.locale)] if whole else []
        if rest or not whole:
            parts.append(format_unit(rest, "duration-minute", locale=self.locale))
        return " ".join(parts)

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
        return " ".join(format_unit(int(count), units[unit], locale=self.locale) for count, unit in parts)

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


def _locale(tag: str) -> Locale:
    """The Babel locale nearest to a language tag; English where there is none."""
    for candidate in (tag, tag.split("-")[0]):
        try:
            return Locale.parse(candidate, sep="-")
        except (UnknownLocaleError, ValueError):
            continue
    return Locale("en", "GB")


def _read(path: Path) -> GNUTranslations:
    span = Span(f"{STRING_OVERRIDES}/{path.name}")
    compiled = io.BytesIO()
    try:
        with path.open("rb") as file:
            catalogue = read_po(file, locale=path.stem.replace("-", "_"), abort_invalid=True)
        write_mo(compiled, catalogue)
    except PoFileError as fault:
        raise StringsFault(
            f"this is no gettext line: {fault.line.strip()[:80]}", replace(span, line=fault.lineno + 1)
        ) from fault
    except (OSError, ValueError, LookupError) as fault:
        raise StringsFault(f"this file cannot be read: {fault}", span) from fault
    compiled.seek(0)
    return GNUTranslations(compiled)
