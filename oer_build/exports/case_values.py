"""Values as CASE writes them: dates, one-line texts, objects without empty keys."""

from __future__ import annotations

import datetime
import re
from typing import Any

Json = dict[str, Any]
_MOST_TITLE = 80


def date_time(text: str) -> str:
    """An ISO 8601 date, month or year as a date and time in UTC; the epoch where it is none.

    Never the clock: the same sources make the same package.
    """
    for form in ("%Y-%m-%d", "%Y-%m", "%Y"):
        try:
            found = datetime.datetime.strptime(text[:10], form)
        except ValueError:
            continue
        return found.strftime("%Y-%m-%dT00:00:00Z")
    return "1970-01-01T00:00:00Z"


def is_uuid(text: str) -> bool:
    return bool(re.fullmatch(r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}", text))


def is_date(text: str) -> bool:
    return bool(re.fullmatch(r"\d{4}-\d\d-\d\d", text))


def line(text: str) -> str:
    """A CASE NormalizedString: one line."""
    return " ".join(text.split())


def short(text: str) -> str:
    """The title of a link to an item that has none of its own: its first words."""
    whole = line(text)
    return whole if len(whole) <= _MOST_TITLE else whole[:_MOST_TITLE].rsplit(" ", 1)[0] + " …"


def filled(data: Json) -> Json:
    return {key: value for key, value in data.items() if value not in ("", [], {}, None)}
