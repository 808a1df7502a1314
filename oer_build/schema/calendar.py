"""The record `content/calendar.yml`: dates that return by rule."""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import Field, model_validator

from oer_build.schema.checks import Problem
from oer_build.schema.common import Identifier, Line, Need, Record, Text, Url, Whole, Work, one_of

CATEGORIES = ("inclusion", "learning", "openness", "public-service", "technology")
FREQUENCIES = ("P1Y", "P1M")
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_LONGEST = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


class Schedule(Record):
    """When it returns (schema.org Schedule)."""

    repeatFrequency: Annotated[str, one_of(*FREQUENCIES), Field(description="Every year or every month.")]
    byMonth: Annotated[int, Whole(1, 12), Field(description="The month, for what returns each year.")] = 0
    byMonthDay: Annotated[int, Whole(1, 31), Field(description="The day of the month.")] = 0
    byMonthWeek: Annotated[
        int, Whole(-1, 4), Field(description="With `byDay`: which one of the month, -1 for the last.")
    ] = 0
    byDay: Annotated[str, one_of(*WEEKDAYS), Field(description="A day of the week, in English.")] = ""

    @model_validator(mode="after")
    def _whole_rule(self) -> Self:
        if bool(self.byMonthDay) == bool(self.byDay):
            raise Problem(
                "invalid-value",
                "a schedule needs either `byMonthDay` or `byDay`",
                "write byMonthDay: 11, or byDay: Thursday with byMonthWeek: 3",
            )
        if bool(self.byDay) != bool(self.byMonthWeek):
            raise Problem(
                "invalid-value",
                "`byDay` and `byMonthWeek` go together",
                "write byDay: Thursday with byMonthWeek: 3 for the third Thursday",
            )
        if (self.repeatFrequency == "P1Y") != bool(self.byMonth):
            raise Problem(
                "invalid-value",
                "`byMonth` belongs to what returns each year, and only to that",
                "write repeatFrequency: P1Y with byMonth, or P1M without",
            )
        if self.byMonth and self.byMonthDay > _LONGEST[self.byMonth - 1]:
            raise Problem("invalid-date", "that month has no such day", "correct byMonth or byMonthDay")
        return self


class Event(Record):
    """A date that returns."""

    identifier: Annotated[Identifier, Field(description="The last part of its address.")]
    title: Annotated[Line, Field(description="Its name.")]
    description: Annotated[Text, Field(description="What it is, and what a team can do on it.")]
    category: Annotated[str, one_of(*CATEGORIES), Field(description="What it is about.")]
    schedule: Annotated[Schedule, Field(title="When", description="When it returns.")]
    organizer: Annotated[Line, Field(description="Who holds or proclaimed it.")] = ""
    url: Annotated[Url, Field(description="Its own page.")] = ""
    competencies: Annotated[
        list[Need], Field(default_factory=list, description="Competencies that go with it.")
    ]
    sources: Annotated[list[Work], Field(default_factory=list, description="Where its date was read.")]


class Calendar(Record):
    """The calendar of the site."""

    events: Annotated[list[Event], Field(default_factory=list, description="The events, in any order.")]
