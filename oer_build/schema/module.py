"""The front matter of `content/modules/<identifier>/index.md`."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import ConfigDict, Field

from oer_build.model import STRENGTHS
from oer_build.schema.common import (
    AdaptedWork,
    Date,
    Duration,
    Identifier,
    Language,
    License,
    Line,
    Need,
    Person,
    Record,
    Slug,
    Text,
    Word,
    Work,
    one_of,
)

STATUSES = ("planned", "draft", "reviewed", "published", "retired")


class Taught(Need):
    """A competency at a level that the module teaches, and how far it goes."""

    strength: Annotated[
        str,
        one_of(*STRENGTHS),
        Field(description="Whether it is introduced, practised, or practised and assessed."),
    ] = "introduced"


def _time_unless_planned(schema: dict[str, Any]) -> None:
    """`timeRequired` is required of every module that is not planned."""
    planned = {"properties": {"creativeWorkStatus": {"const": "planned"}}, "required": ["creativeWorkStatus"]}
    schema["if"] = planned
    schema["else"] = {"required": ["timeRequired"]}


class Module(Record):
    """A module: a unit of learning of about an hour (schema.org LearningResource, LRMI)."""

    model_config = ConfigDict(json_schema_extra=_time_unless_planned)

    identifier: Annotated[Identifier, Field(description="The name of the folder; may be left out.")] = ""
    title: Annotated[Line, Field(description="The title of the module.")]
    description: Annotated[Text, Field(description="One sentence that a search result can show.")]
    teaches: Annotated[list[Taught], Field(min_length=1, description="The competencies that it teaches.")]
    competencyRequired: Annotated[
        list[Need],
        Field(default_factory=list, description="The competencies that a learner should have before."),
    ]
    requires: Annotated[
        list[Identifier], Field(default_factory=list, description="Modules that must come first.")
    ]
    timeRequired: Annotated[Duration, Field(description="How long a learner needs.")] = ""
    variants: Annotated[
        dict[Duration, Text],
        Field(default_factory=dict, description="Shorter ways through: for each length, what to do."),
    ]
    learningResourceType: Annotated[
        list[Slug],
        Field(default_factory=list, description="What kinds of thing it holds: lesson, exercise, quiz, ..."),
    ]
    audience: Annotated[list[Slug], Field(default_factory=list, description="Who it is for.")]
    keywords: Annotated[
        list[Word], Field(default_factory=list, description="Words that a reader might search for.")
    ]
    inLanguage: Annotated[Language, Field(description="BCP 47 tag; when left out, the site's.")] = ""
    license: Annotated[License, Field(description="SPDX identifier.")]
    creator: Annotated[list[Person], Field(default_factory=list, description="Who made it.")]
    isBasedOn: Annotated[
        list[AdaptedWork], Field(default_factory=list, description="Works whose expression is adapted.")
    ]
    sources: Annotated[list[Work], Field(default_factory=list, description="Works that are cited.")]
    creativeWorkStatus: Annotated[str, one_of(*STATUSES), Field(description="How far it is.")] = "draft"
    version: Annotated[Word, Field(description="The version of the module.")] = ""
    dateModified: Annotated[Date, Field(description="When it was last changed in substance.")] = ""
    reviewBy: Annotated[Date, Field(description="When it must be looked at again.")] = ""
    owner: Annotated[
        Line, Field(description="The team or role that looks after it; no person's address.")
    ] = ""
