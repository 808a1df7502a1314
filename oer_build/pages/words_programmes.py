"""Words for the values of programmes and of the calendar, in the language of the site."""

from __future__ import annotations

from oer_build.strings import Strings


def session_format(strings: Strings, value: str) -> str:
    """What kind of session it is."""
    _ = strings.gettext
    return {
        "arrival": _("Arrival"),
        "briefing": _("Briefing"),
        "discussion": _("Discussion"),
        "exercise": _("Exercise"),
        "workshop": _("Workshop"),
        "masterclass": _("Masterclass"),
        "keynote": _("Keynote"),
        "group-work": _("Group work"),
        "present-back": _("Presenting back"),
        "networking": _("Networking"),
        "reflection": _("Reflection"),
        "closing": _("Closing"),
        "break": _("Break"),
        "meal": _("Meal"),
        "travel": _("Travel"),
        "free": _("Free time"),
    }.get(value, value)


def category(strings: Strings, value: str) -> str:
    """What an event of the calendar is about."""
    _ = strings.gettext
    return {
        "inclusion": _("Inclusion"),
        "learning": _("Learning"),
        "openness": _("Openness"),
        "public-service": _("Public service"),
        "technology": _("Technology"),
    }.get(value, value)
