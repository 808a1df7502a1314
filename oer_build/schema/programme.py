"""The front matter of `content/programmes/<identifier>/index.md`."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from oer_build.model import PAUSES
from oer_build.schema.common import (
    Clock,
    Date,
    Duration,
    Identifier,
    Language,
    License,
    Line,
    Person,
    Record,
    Slug,
    Text,
    Whole,
    Word,
    Work,
    one_of,
)

FORMATS = (
    "arrival",
    "briefing",
    "discussion",
    "exercise",
    "workshop",
    "masterclass",
    "keynote",
    "group-work",
    "present-back",
    "networking",
    "reflection",
    "closing",
    *PAUSES,
)


class Session(Record):
    """A timed part of a day."""

    identifier: Annotated[Identifier, Field(description="The last part of its address; unique here.")]
    title: Annotated[Line, Field(description="What participants see.")]
    start: Annotated[Clock, Field(description="When it starts, local time, in quotes.")]
    duration: Annotated[Duration, Field(description="How long it takes.")]
    format: Annotated[str, one_of(*FORMATS), Field(description="What kind of session it is.")]
    lead: Annotated[
        Line, Field(description="The role that leads it, never a name. Required except in pauses.")
    ] = ""
    module: Annotated[Identifier, Field(description="The module that it teaches.")] = ""
    room: Annotated[Line, Field(description="Where it is held.")] = ""
    track: Annotated[Slug, Field(description="Sessions of different tracks may overlap.")] = ""
    description: Annotated[Text, Field(description="What participants do; stands in the agenda.")] = ""
    materials: Annotated[list[Line], Field(default_factory=list, description="What must be in the room.")]
    steps: Annotated[
        list[Line],
        Field(
            default_factory=list,
            description="The run sheet: lines that begin with minutes (`5 min: ...`) and add up to the "
            "session.",
        ),
    ]
    note: Annotated[Text, Field(description="For the people who run it: what can go wrong, what to say.")] = (
        ""
    )


class Day(Record):
    """A day of a programme."""

    title: Annotated[Line, Field(description="What the day is called.")]
    number: Annotated[
        int,
        Whole(1, 1000),
        Field(description="Which day it is, counted from the first; when left out, the next one."),
    ] = 0
    description: Annotated[Text, Field(description="What the day is about.")] = ""
    sessions: Annotated[list[Session], Field(min_length=1, description="Its sessions, in order of time.")]


class Programme(Record):
    """A programme: days of timed sessions (schema.org EventSeries)."""

    identifier: Annotated[Identifier, Field(description="The name of the folder; may be left out.")] = ""
    title: Annotated[Line, Field(description="The title of the programme.")]
    description: Annotated[Text, Field(description="One sentence that a search result can show.")]
    license: Annotated[License, Field(description="SPDX identifier.")]
    timeRequired: Annotated[
        Duration, Field(description="What its sessions add up to, pauses left out; checked.")
    ] = ""
    startDate: Annotated[
        Date, Field(description="The date of day 1, where it is known; an example is used when left out.")
    ] = ""
    maximumAttendeeCapacity: Annotated[
        int, Whole(1, 100_000), Field(description="How many people it is for.")
    ] = 0
    location: Annotated[Line, Field(description="What kind of place it needs.")] = ""
    days: Annotated[list[Day], Field(min_length=1, description="Its days, in order.")]
    audience: Annotated[list[Slug], Field(default_factory=list, description="Who it is for.")]
    inLanguage: Annotated[Language, Field(description="BCP 47 tag; when left out, the site's.")] = ""
    creator: Annotated[list[Person], Field(default_factory=list, description="Who made it.")]
    sources: Annotated[list[Work], Field(default_factory=list, description="Works that are cited.")]
    version: Annotated[Word, Field(description="The version of the programme.")] = ""
    dateModified: Annotated[Date, Field(description="When it was last changed in substance.")] = ""
