"""Words for the values of opportunities and organisations: kinds, stages, directions, relations, types."""

from __future__ import annotations

from oer_build.model import Opportunity
from oer_build.pages.words import slug
from oer_build.strings import Strings


def kind(strings: Strings, value: str) -> str:
    """What an opportunity offers."""
    _ = strings.gettext
    return {
        "shadowing": _("Shadowing"),
        "placement": _("Placement"),
        "mentoring": _("Mentoring"),
        "secondment": _("Secondment"),
        "exchange": _("Exchange"),
        "peer-network": _("Peer network"),
        "focus-group": _("Focus group"),
        "board": _("Board"),
        "programme": _("Development programme"),
        "volunteering": _("Volunteering"),
    }.get(value, value)


def family(strings: Strings, value: str) -> str:
    """What several kinds have in common, for the overlap report."""
    _ = strings.gettext
    return {
        "working-elsewhere": _("time working in another organisation"),
        "learning-from-a-person": _("learning from an experienced person"),
        "taking-part-in-a-group": _("taking part in a group"),
        "programme": _("a development programme"),
        "volunteering": _("volunteering"),
    }.get(value, value)


def stage(strings: Strings, value: str) -> str:
    """How far an opportunity is."""
    _ = strings.gettext
    return {
        "planned": _("Announced, not yet open"),
        "pilot": _("Pilot"),
        "evaluating": _("Pilot ended, being evaluated"),
        "live": _("Running"),
        "closed": _("Closed"),
    }.get(value, value)


def stage_of(strings: Strings, one: Opportunity) -> str:
    """How far an opportunity is, and the year of what that rests on where it is not the year of reading:
    nobody should take a notice of three years ago for today's state."""
    said = stage(strings, one.stage)
    newest = max((work.year for work in one.sources if work.year), default="")
    if not newest or newest >= one.last_verified[:4]:
        return said
    return strings.gettext("%(stage)s (as known in %(year)s)") % {"stage": said, "year": newest}


def direction(strings: Strings, value: str) -> str:
    """Where people go."""
    _ = strings.gettext
    return {
        "into-government": _("From outside into government"),
        "out-of-government": _("From government to outside"),
        "within-government": _("Within government"),
        "both": _("Both into and out of government"),
    }.get(value, value)


def relation(strings: Strings, value: str) -> str:
    """What one opportunity is said to do to another."""
    _ = strings.gettext
    return {
        "complements": _("complements"),
        "duplicates": _("duplicates"),
        "supersedes": _("supersedes"),
    }.get(value, value)


def grade(strings: Strings, value: str) -> str:
    """Who can take part, by grade."""
    _ = strings.gettext
    return {
        "all": _("all grades"),
        "below-senior": _("below senior civil service"),
        "senior": _("senior civil service"),
    }.get(value, slug(strings, value))


def audience(strings: Strings, value: str) -> str:
    """A group of people that something is for."""
    _ = strings.gettext
    return {
        "all": _("everybody"),
        "women": _("women"),
        "civil-servants": _("civil servants"),
        "industry-specialists": _("specialists from industry"),
        "returners": _("people returning to work"),
        "teachers": _("teachers"),
        "pupils": _("pupils"),
        "science-and-engineering-profession": _("members of the science and engineering profession"),
    }.get(value, slug(strings, value))


def organisation_type(strings: Strings, value: str) -> str:
    """What kind of organisation it is."""
    _ = strings.gettext
    return {
        "department": _("Government department"),
        "agency": _("Agency"),
        "office": _("Office of government"),
        "profession": _("Profession"),
        "network": _("Network"),
        "hub": _("Hub"),
        "university": _("University"),
        "school": _("School"),
        "company": _("Company"),
        "trade-association": _("Trade association"),
        "charity": _("Charity"),
        "museum": _("Museum or science centre"),
        "partnership": _("Partnership"),
        "international": _("International organisation"),
    }.get(value, value)
