"""Whether a text is what it is meant to be: an identifier, date, licence, language tag, ... One function
each.

A check returns the text or raises a `Problem` that carries the diagnostic code, what is wrong and what to do.
Catalogues of licences and languages are loaded when first needed, and each answer is kept.
"""

from __future__ import annotations

import datetime
import difflib
import re
from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Any
from urllib.parse import urlsplit

from pydantic_core import PydanticCustomError

from oer_build.diagnostics import near_miss
from oer_build.files.names import IDENTIFIER, MAX_IDENTIFIER, slug

MAX_URL = 2048
MAX_LINE = 1_000
"""Characters of a title, a name or a word: they are shown on many pages."""
MAX_TEXT = 50_000
"""Characters of any other text of a record; long prose is a page of its own."""

CREDIT_ROLES = (
    "conceptualization",
    "data-curation",
    "formal-analysis",
    "funding-acquisition",
    "investigation",
    "methodology",
    "project-administration",
    "resources",
    "software",
    "supervision",
    "validation",
    "visualization",
    "writing-original-draft",
    "writing-review-editing",
)
"""The fourteen roles of ANSI/NISO Z39.104-2022 (CRediT), as slugs."""

COMMON_LICENSES = (
    "CC-BY-4.0",
    "CC-BY-SA-4.0",
    "CC0-1.0",
    "CC-BY-NC-4.0",
    "CC-BY-NC-SA-4.0",
    "CC-BY-ND-4.0",
    "CC-BY-NC-ND-4.0",
    "CC-BY-3.0",
    "CC-BY-SA-3.0",
    "CC-PDM-1.0",
    "OGL-UK-3.0",
    "OGL-Canada-2.0",
    "etalab-2.0",
    "MIT",
    "Apache-2.0",
)
"""Where a mistyped licence is looked for first."""


class Problem(PydanticCustomError):
    """What is wrong with a value: `code` is a diagnostic code."""

    def __new__(cls, code: str, message: str, hint: str = "") -> Problem:
        return super().__new__(cls, code, "{message}", {"message": message, "hint": hint})


def text(value: str) -> str:
    """Text that says something."""
    if not value.strip():
        raise Problem("empty-value", "{key} has no text", "write something, or remove the key")
    return _no_longer_than(MAX_TEXT, value)


def line(value: str) -> str:
    """Text on one line."""
    text(value)
    if "\n" in value.strip():
        raise Problem(
            "invalid-value", "{key} goes over several lines", "write it on one line, or begin it with >-"
        )
    return _no_longer_than(MAX_LINE, value)


def _no_longer_than(limit: int, value: str) -> str:
    if len(value) > limit:
        raise Problem("invalid-value", f"{{key}} has {len(value):,} characters", f"use at most {limit:,}")
    return value


def identifier(value: str) -> str:
    """A word of small letters, digits and hyphens."""
    if IDENTIFIER.match(value):
        return value
    if not value:
        raise Problem("empty-value", "{key} has no text", "write something, or remove the key")
    if len(value) > MAX_IDENTIFIER and not re.search(r"[^a-z0-9-]", value):
        raise Problem(
            "invalid-identifier", f"{{key}} has {len(value)} characters", f"use at most {MAX_IDENTIFIER}"
        )
    better = slug(value)
    raise Problem(
        "invalid-identifier",
        f"'{short(value)}' has something other than small letters, digits and hyphens",
        f"write '{better}'" if better else "use a to z, 0 to 9 and -",
    )


_DURATION = re.compile(r"PT(?:([0-9]{1,4})H)?(?:([0-9]{1,4})M)?\Z", re.ASCII)
_LOOSE_DURATION = re.compile(
    r"\s*(?:([0-9]{1,3})\s*(?:h|hours?|:))?\s*(?:([0-9]{1,4})\s*(?:m|mins?|minutes?)?)?\s*\Z", re.I
)


_LONGEST_DURATION = 40


def minutes(value: str) -> int:
    """Length of a duration in minutes; 0 when it is none."""
    match = _DURATION.match(value)
    return int(match[1] or 0) * 60 + int(match[2] or 0) if match else 0


def duration(value: str) -> str:
    """Hours and minutes (ISO 8601 with the designators H and M): days and months have no fixed length."""
    if minutes(value):
        return value
    loose = _LOOSE_DURATION.match(value) if len(value) < _LONGEST_DURATION else None
    length = int(loose[1] or 0) * 60 + int(loose[2] or 0) if loose else 0
    example = "PT" + (f"{length // 60}H" if length >= 60 else "") + (f"{length % 60}M" if length % 60 else "")
    raise Problem(
        "invalid-duration",
        f"'{short(value)}' is not a duration",
        f"write {example}"
        if 0 < length < 6000 and example != "PT1H30M"
        else "write hours and minutes as PT1H30M",
    )


_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?\Z", re.ASCII)


def date(value: str) -> str:
    """A date of the calendar, a month or a year (ISO 8601)."""
    match = _DATE.match(value)
    if match:
        try:
            datetime.date(int(match[1]), int(match[2] or 1), int(match[3] or 1))
            return value
        except ValueError:
            raise Problem(
                "invalid-date", f"{value} is not in the calendar", "check the month and the day"
            ) from None
    raise Problem(
        "invalid-date", f"'{short(value)}' is not a date", "write it as 2026-11-21, or the year alone"
    )


_TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*\Z", re.ASCII)
_LANGUAGE_WORDS = {
    "english": "en",
    "french": "fr",
    "spanish": "es",
    "german": "de",
    "arabic": "ar",
    "chinese": "zh",
}


@lru_cache(maxsize=1024)
def _language_problem(value: str) -> tuple[str, str] | None:
    import langcodes

    if value.lower() in _LANGUAGE_WORDS:
        return (
            f"'{value}' is the name of a language, not its tag",
            f"write '{_LANGUAGE_WORDS[value.lower()]}'",
        )
    if not _TAG.match(value):
        better = value.replace("_", "-")
        hint = (
            f"write '{better}'"
            if better != value and _TAG.match(better)
            else "write for example en, en-GB or pt-BR"
        )
        return f"'{short(value)}' is not a language tag", hint
    try:
        valid = langcodes.tag_is_valid(value)
        written = langcodes.Language.get(value, normalize=False).territory or ""
        meant = langcodes.Language.get(value).territory or ""
    except ValueError:
        valid, written, meant = False, "", ""
    if not valid:
        return f"'{short(value)}' is not a registered language tag", "write for example en, en-GB or pt-BR"
    if written.upper() != meant.upper():
        better = re.sub(rf"-{written}\b", f"-{meant}", value, count=1, flags=re.I)
        return f"'{written}' in '{value}' is not a registered region", f"write '{better}'"
    return None


def language(value: str) -> str:
    """A language tag of BCP 47 whose parts are registered (RFC 5646, 2.2.9)."""
    problem = _language_problem(value)
    if problem:
        raise Problem("invalid-language", *problem)
    return value


_OWN_LICENSE = re.compile(r"LicenseRef-[A-Za-z0-9.-]+\Z", re.ASCII)
_MAX_LICENSE = 300


@lru_cache(maxsize=1)
def _licensing() -> Any:
    """The SPDX list, which takes a twentieth of a second to load."""
    from license_expression import get_spdx_licensing

    return get_spdx_licensing()


@lru_cache(maxsize=4096)
def license_problem(value: str) -> tuple[str, str] | None:
    """What is wrong with an SPDX expression (SPDX 2.3, annex D) and what to write; None when nothing is.

    `LicenseRef-...` names a licence outside the SPDX list. Identifiers are held to the spelling of the
    list, which the tables of what may be combined rely on.
    """
    hint = "use an identifier of https://spdx.org/licenses/, such as CC-BY-SA-4.0"
    if not value.strip() or len(value) > _MAX_LICENSE:
        return f"'{short(value)}' is not a licence", hint
    licensing = _licensing()
    try:
        parsed = licensing.parse(value, validate=False)
        symbols = {key for symbol in licensing.license_symbols(parsed) for key in [str(symbol.key)]}
        known = {
            key: str(licensing.known_symbols[key].key) for key in symbols if key in licensing.known_symbols
        }
    except Exception:  # the parser has faults of its own on unfinished expressions
        return f"'{short(value)}' is not an SPDX licence expression", hint
    for key in sorted(symbols - set(known)):
        if not _OWN_LICENSE.match(key):
            better = _nearest_license(key, licensing.known_symbols)
            return f"'{short(key)}' is not an SPDX licence", f"did you mean '{better}'?" if better else hint
    standard = str(parsed.render("{symbol.key}"))
    words = {word.lower(): word for word in re.findall(r"[A-Za-z0-9.+-]+", standard)}
    for word in re.findall(r"[A-Za-z0-9.+-]+", value):
        if word not in words.values() and word.upper() not in ("AND", "OR", "WITH"):
            better = words.get(word.lower(), standard)
            return f"'{short(word)}' is not how SPDX writes this licence", f"write '{better}'"
    return None


def _nearest(text: str, known: Iterable[str]) -> str:
    """The word that begins with a text or is most like it."""
    lowered = {word.lower(): word for word in known}
    begun = next((word for low, word in lowered.items() if low.startswith(text)), "")
    found = difflib.get_close_matches(text, lowered, n=1, cutoff=0.75)
    return begun or (lowered[found[0]] if found else "")


def _nearest_license(key: str, known: Iterable[str]) -> str:
    """The licence that was meant, among the common ones first and then among those that begin alike.

    The list has more than two thousand names: comparing with each of them takes long.
    """
    text = re.sub(r"[\s_]+", "-", key.strip()).lower()
    if re.match(r"cc-?by", text) and not re.search(r"[0-9]", text):
        text += "-4.0"
    return _nearest(text, COMMON_LICENSES) or _nearest(
        text, (word for word in known if word.lower().startswith(text[:2]) and "scancode" not in word)
    )


def license(value: str) -> str:
    """An SPDX licence expression."""
    problem = license_problem(value)
    if problem:
        raise Problem("invalid-license", *problem)
    return value


_URL = re.compile(r"https?://[^\s<>\"{}|\\^`\x00-\x20]+\Z", re.I)
_HOST = re.compile(r"(?:[^\W_](?:[\w-]*[^\W_])?\.)*[^\W_](?:[\w-]*[^\W_])?\.?\Z|\[[0-9A-Fa-f:.]+\]\Z")


def url(value: str) -> str:
    """A web address: http or https, with a host and without a password (RFC 3986)."""
    if len(value) > MAX_URL:
        raise Problem("invalid-url", f"the address has {len(value):,} characters", f"use at most {MAX_URL:,}")
    if not re.match(r"https?://", value, re.I):
        hint = (
            f"write https://{value}"
            if re.match(r"[\w-]+(\.[\w-]+)+(/|\Z)", value)
            else "begin it with https://"
        )
        raise Problem("invalid-url", f"'{short(value)}' is not a web address", hint)
    try:
        parts = urlsplit(value)
        host, password, _ = parts.hostname, parts.username, parts.port
    except ValueError:
        host, password = None, None
    if password is not None:
        raise Problem(
            "invalid-url", "the address holds a user name or a password", "remove what stands before the @"
        )
    if not _URL.match(value) or not host or not _HOST.match(host if ":" not in host else f"[{host}]"):
        raise Problem(
            "invalid-url",
            f"'{short(value)}' is not a web address",
            "write a space in it as %20, and check the host",
        )
    return value


_ORCID = re.compile(r"(?:https://orcid\.org/)?([0-9]{4}-[0-9]{4}-[0-9]{4}-[0-9]{3}[0-9X])\Z", re.ASCII)


def orcid(value: str) -> str:
    """An ORCID iD, with the check character of ISO/IEC 7064 MOD 11-2."""
    match = _ORCID.match(value)
    if not match:
        raise Problem(
            "invalid-orcid", f"'{short(value)}' is not an ORCID iD", "write it as 0000-0002-1825-0097"
        )
    digits = match[1].replace("-", "")
    total = 0
    for digit in digits[:-1]:
        total = (total + int(digit)) * 2
    check = (12 - total % 11) % 11
    if digits[-1] != ("X" if check == 10 else str(check)):
        raise Problem(
            "invalid-orcid",
            f"the ORCID iD {match[1]} is mistyped: its check character does not fit",
            "copy it from the person's page at orcid.org",
        )
    return value


_ROR = re.compile(r"(?:https://ror\.org/)?(0[0-9a-hjkmnp-tv-z]{6})([0-9]{2})\Z", re.ASCII)
_CROCKFORD = "0123456789abcdefghjkmnpqrstvwxyz"


def ror(value: str) -> str:
    """A ROR identifier, with the check digits of ISO/IEC 7064 MOD 97-10 over Crockford's base 32."""
    match = _ROR.match(value)
    if not match:
        raise Problem(
            "invalid-ror",
            f"'{short(value)}' is not a ROR identifier",
            "write it as https://ror.org/05dxps055",
        )
    number = 0
    for character in match[1]:
        number = number * 32 + _CROCKFORD.index(character)
    if int(match[2]) != 98 - number * 100 % 97:
        raise Problem(
            "invalid-ror",
            f"the ROR identifier {value} is mistyped: its check digits do not fit",
            "copy it from ror.org",
        )
    return value


def one_of(words: tuple[str, ...]) -> Callable[[str], str]:
    """A check that a text is one of a list of words."""
    allowed = frozenset(words)

    def check(value: str) -> str:
        if value in allowed:
            return value
        nearest = (
            "" if len(value) > MAX_IDENTIFIER else near_miss(value.lower(), {word.lower() for word in words})
        )
        meant = next((word for word in words if word.lower() == nearest), "")
        listed = "use one of: " + ", ".join(words)
        raise Problem(
            "invalid-value",
            f"{{key}} cannot be '{short(value)}'",
            f"did you mean '{meant}'? ({listed})" if meant else listed,
        )

    return check


def short(value: str, limit: int = 60) -> str:
    """An author's text for a message: one line, not endless."""
    shown = "".join(character if character.isprintable() else " " for character in value)
    return shown if len(shown) <= limit else shown[: limit - 3] + "..."
