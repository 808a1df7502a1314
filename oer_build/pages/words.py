"""Words for the values of records: a strength, a status, a relation, a length of time, in the language of
the site."""

from __future__ import annotations

from oer_build.lesson import Block
from oer_build.strings import Strings

STRONGEST_FIRST = ("assessed", "practised", "introduced")


def strength(strings: Strings, value: str) -> str:
    """How strongly a module teaches a competency."""
    _ = strings.gettext
    return {
        "introduced": _("introduced"),
        "practised": _("practised"),
        "assessed": _("assessed"),
    }.get(value, value)


def status(strings: Strings, value: str) -> str:
    """The state of a module where a reader must know it; empty for a published one."""
    _ = strings.gettext
    return {
        "planned": _("Planned"),
        "draft": _("Draft"),
        "reviewed": _("Reviewed, not yet published"),
        "published": "",
        "retired": _("Retired"),
    }.get(value, value)


def relation(strings: Strings, value: str) -> str:
    """An association of 1EdTech CASE between two competencies, said from the first one."""
    _ = strings.gettext
    return {
        "exactMatchOf": _("Exact match of"),
        "exemplar": _("Example of"),
        "hasSkillLevel": _("Has the skill level"),
        "isChildOf": _("Part of"),
        "isPartOf": _("Part of"),
        "isPeerOf": _("Equal to"),
        "isRelatedTo": _("Related to"),
        "isTranslationOf": _("Translation of"),
        "precedes": _("Comes before"),
        "replacedBy": _("Replaced by"),
    }.get(value, value)


def standing(strings: Strings, value: str) -> str:
    """How a cell of the map stands to what a role needs (`analysis.standing`)."""
    _ = strings.gettext
    return {
        "taught": _("needed and taught"),
        "above": _("needed, taught at a higher level"),
        "planned": _("needed, planned only"),
        "untaught": _("needed, not yet taught"),
        "beyond": _("beyond the role"),
        "apart": "",
    }.get(value, value)


def indicator_type(strings: Strings, value: str) -> str:
    _ = strings.gettext
    return {"knowledge": _("Knowledge"), "skill": _("Skill"), "attitude": _("Attitude")}.get(value, value)


def block(strings: Strings, value: Block) -> str:
    """What a teaching block is called on pages that list it: "Exercise 2"."""
    _ = strings.gettext
    name = {
        "objectives": _("What you will be able to do"),
        "keypoints": _("Key points"),
        "exercise": _("Exercise"),
        "discussion": _("Discussion"),
        "challenge": _("Challenge"),
        "question": _("Question"),
    }.get(value.name, value.name)
    if value.name in ("objectives", "keypoints"):
        return name
    return f"{name} {value.identifier.rpartition('-')[2]}"


def slug(strings: Strings, value: str) -> str:
    """A slug that an author chose (`operational-delivery`), as words. Common ones can be translated."""
    known = {
        "all": strings.gettext("everyone"),
        "policy": strings.gettext("policy"),
        "operational-delivery": strings.gettext("operational delivery"),
        "leaders": strings.gettext("leaders"),
        "digital": strings.gettext("digital specialists"),
        "stem-professionals": strings.gettext("STEM professionals"),
        "commercial": strings.gettext("commercial"),
        "lesson": strings.gettext("lesson"),
        "exercise": strings.gettext("exercise"),
        "quiz": strings.gettext("quiz"),
        "pairs": strings.gettext("in pairs"),
        "individual": strings.gettext("alone"),
        "small-group": strings.gettext("in small groups"),
        "whole-group": strings.gettext("all together"),
    }
    return known.get(value, value.replace("-", " "))


TIME_BANDS = (30, 60, 120, 121)
"""Minutes that stand for each band of lengths, the shortest first."""


def time_band(strings: Strings, minutes: int) -> str:
    """The length of a module as a choice in a filter; empty where no time is given."""
    _ = strings.gettext
    if minutes <= 0:
        return ""
    if minutes <= 30:
        return _("Up to 30 minutes")
    if minutes <= 60:
        return _("30 minutes to 1 hour")
    if minutes <= 120:
        return _("1 to 2 hours")
    return _("More than 2 hours")
