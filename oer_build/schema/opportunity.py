"""The front matter of `content/opportunities/<identifier>.md`."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from oer_build.schema.common import (
    Date,
    Identifier,
    Language,
    Line,
    Need,
    Period,
    Record,
    Region,
    Slug,
    Text,
    Url,
    Word,
    Work,
    one_of,
)

KINDS = (
    "shadowing",
    "placement",
    "mentoring",
    "secondment",
    "exchange",
    "peer-network",
    "focus-group",
    "board",
    "programme",
    "volunteering",
)
DIRECTIONS = ("into-government", "out-of-government", "within-government", "both")
STAGES = ("planned", "pilot", "evaluating", "live", "closed")
RELATIONS = ("complements", "duplicates", "supersedes")


class Relation(Record):
    """What somebody says of this opportunity beside another one."""

    type: Annotated[str, one_of(*RELATIONS), Field(description="What it does to the other one.")]
    target: Annotated[Identifier, Field(description="Identifier of the other opportunity.")]
    reason: Annotated[Text, Field(description="Why: how the two differ, or in what they are the same.")]
    saidBy: Annotated[
        Line, Field(description="Who says so: an organisation, a publication, the editors here.")
    ]
    source: Annotated[Identifier, Field(description="The work among `sources` in which it is said.")] = ""


class Opportunity(Record):
    """A way to learn at work. Leave out what the sources do not say: it is shown as not known."""

    identifier: Annotated[Identifier, Field(description="The name of the file; may be left out.")] = ""
    title: Annotated[Line, Field(description="Its name.")]
    description: Annotated[Text, Field(description="One sentence that a search result can show.")]
    kind: Annotated[
        list[Annotated[str, one_of(*KINDS)]],
        Field(min_length=1, description="What kinds of thing it offers."),
    ]
    stage: Annotated[str, one_of(*STAGES), Field(description="How far it is, on the day of `lastVerified`.")]
    provider: Annotated[
        list[Identifier], Field(default_factory=list, description="Organisations that run it.")
    ]
    host: Annotated[
        list[Identifier],
        Field(default_factory=list, description="Organisations in which people work or learn."),
    ]
    direction: Annotated[
        str, one_of(*DIRECTIONS), Field(description="Where people go, seen from government.")
    ] = ""
    audience: Annotated[list[Slug], Field(default_factory=list, description="Whom it is for, as groups.")]
    eligibility: Annotated[Text, Field(description="Who can take part, as the source says it.")] = ""
    grades: Annotated[
        list[Slug],
        Field(default_factory=list, description="Grades that can take part: below-senior, senior, all, ..."),
    ]
    region: Annotated[list[Region], Field(default_factory=list, description="Where (ISO 3166).")]
    competencies: Annotated[
        list[Need], Field(default_factory=list, description="Competencies that it lets people practise.")
    ]
    duration: Annotated[Period, Field(description="How long one person takes part.")] = ""
    startDate: Annotated[Date, Field(description="When it began or begins.")] = ""
    endDate: Annotated[Date, Field(description="When it ended or ends.")] = ""
    howToApply: Annotated[Text, Field(description="What to do to take part.")] = ""
    url: Annotated[Url, Field(description="Its own page.")] = ""
    relations: Annotated[
        list[Relation], Field(default_factory=list, description="How it stands to other opportunities.")
    ]
    keywords: Annotated[list[Word], Field(default_factory=list, description="Words that readers search for.")]
    inLanguage: Annotated[Language, Field(description="BCP 47 tag; when left out, the site's.")] = ""
    sources: Annotated[list[Work], Field(min_length=1, description="Where what is said here was read.")]
    lastVerified: Annotated[Date, Field(description="When the sources were last read.")]
