"""Whether a text is a time of day, a span of months, a region, or a mailbox of a role. One check each, beside
those of `checks.py`."""

from __future__ import annotations

import re
from functools import cache

from babel import Locale

from oer_build.diagnostics import near_miss
from oer_build.schema.checks import Problem, short

_CLOCK = re.compile(r"([01][0-9]|2[0-3]):([0-5][0-9])\Z", re.ASCII)
_LOOSE_CLOCK = re.compile(r"\s*([0-9]{1,2})(?:[:.h]([0-5][0-9]))?\s*(am|pm)?\s*\Z", re.I | re.ASCII)


def clock_minutes(value: str) -> int:
    """A time of day as minutes after midnight."""
    match = _CLOCK.match(value)
    return int(match[1]) * 60 + int(match[2]) if match else 0


def clock(value: str) -> str:
    """A time of day in 24 hours (ISO 8601)."""
    if _CLOCK.match(value):
        return value
    loose = _LOOSE_CLOCK.match(value) if len(value) < 20 else None
    hint = "write hours and minutes in 24 hours, in quotes: '09:30'"
    if loose:
        half = (loose[3] or "").lower()
        hour = int(loose[1]) % 12 + (12 if half == "pm" else 0) if half else int(loose[1])
        if hour < 24:
            hint = f"write '{hour:02}:{loose[2] or '00'}', in quotes"
    raise Problem("invalid-time", f"'{short(value)}' is not a time of day", hint)


_PERIOD = re.compile(
    r"P(?=[0-9])(?=.*[1-9])(?:[0-9]{1,2}Y)?(?:[0-9]{1,3}M)?(?:[0-9]{1,3}W)?(?:[0-9]{1,3}D)?\Z", re.ASCII
)
_LOOSE_PERIOD = re.compile(r"\s*([0-9]{1,3})\s*-?\s*(year|month|week|day)s?\s*\Z", re.I | re.ASCII)


def period(value: str) -> str:
    """Years, months, weeks and days (ISO 8601): how long a placement lasts."""
    if _PERIOD.match(value):
        return value
    loose = _LOOSE_PERIOD.match(value) if len(value) < 20 else None
    example = f"P{loose[1]}{loose[2][0].upper()}" if loose and int(loose[1]) else ""
    raise Problem(
        "invalid-duration",
        f"'{short(value)}' is not a length in years, months, weeks or days",
        f"write {example}" if example else "write it as P6M, P2W or P1Y6M; how it varies is for the text",
    )


_REGION = re.compile(r"([A-Z]{2})(-[A-Z0-9]{1,3})?\Z", re.ASCII)
_NOT_COUNTRIES = frozenset({"EU", "EZ", "UN", "QO", "XA", "XB", "ZZ"})
"""Codes of CLDR that stand for no country."""


@cache
def _countries() -> dict[str, str]:
    names = Locale("en").territories
    return {
        str(code): str(names[code])
        for code in names
        if re.fullmatch("[A-Z]{2}", str(code)) and code not in _NOT_COUNTRIES
    }


def region(value: str) -> str:
    """A country (ISO 3166-1 alpha-2) or a part of one (ISO 3166-2, its form only)."""
    match = _REGION.match(value)
    if match and match[1] in _countries():
        return value
    by_name = {name.lower(): code for code, name in _countries().items()}
    meant = by_name.get(value.strip().lower()) or ("GB" if value.strip().upper() == "UK" else "")
    if not meant and value.upper() in _countries():
        meant = value.upper()
    nearest = near_miss(value.lower(), by_name) if not meant and 3 < len(value) < 60 else ""
    meant = meant or by_name.get(nearest, "")
    raise Problem(
        "invalid-region",
        f"'{short(value)}' is not a code of a country or region",
        f"write '{meant}'" if meant else "write two capital letters (ISO 3166-1), as in KE, or GB-SCT",
    )


_MAILBOX = re.compile(
    r"[A-Za-z0-9._%+-]{1,64}@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,}\Z"
)

_ROLE_WORDS = """
academy accessibility admin admissions advice apply board careers communications community competence contact
coordinator course courses data desk digital diversity education enquiries enquiry events exchange
feedback gender government hello help helpdesk hub inclusion info information inquiries jobs
learning library mail mentoring network networks office open opportunities outreach partners
partnership partnerships placements policy post press programme programmes project projects public
reception recruitment registry returners schools science secondments secretariat service services
skills stem strategy support team training volunteer volunteering web webmaster
"""
ROLE_WORDS = frozenset(_ROLE_WORDS.split())
"""Words that name a role or an office in the part of an address before the @."""


_SMALL_WORDS = frozenset({"and", "at", "by", "for", "in", "of", "on", "the", "to"})
"""Words that an abbreviation may pass over: GSE, but DfE."""


def mailbox(value: str) -> str:
    """An electronic address of the form of RFC 5321. Whose it is is asked of the whole record."""
    if len(value) <= 254 and _MAILBOX.match(value) and ".." not in value:
        return value
    raise Problem(
        "invalid-value", f"'{short(value)}' is not an electronic address", "write it as team@example.org"
    )


def of_a_role(address: str, names: str) -> bool:
    """Whether an address is plainly a role's: one of its words names an office or is of the organisation's
    own names (`gse@` of Government Science and Engineering)."""
    local = address.lower().partition("@")[0]
    words = [word for word in re.split(r"[^a-z0-9]+", local) if word]
    known = {word for word in re.split(r"[^a-z0-9]+", names.lower()) if len(word) > 1}
    begun = [word for word in names.lower().split() if word[0].isalpha()]
    initials = (
        "".join(word[0] for word in begun),
        "".join(word[0] for word in begun if word not in _SMALL_WORDS),
    )
    return any(
        word in ROLE_WORDS or word in known or (len(word) > 2 and any(word in one for one in initials))
        for word in words
    )
