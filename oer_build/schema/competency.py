"""The record `competencies/<identifier>.yml`."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Discriminator, Field, Tag

from oer_build.schema.common import Identifier, Line, Record, Text, Word, Work, one_of

ASSOCIATION_TYPES = ("isRelatedTo", "precedes", "isPartOf", "isPeerOf")
"""Association types of CASE 1.1 that relate two competencies of one framework."""

LIST_TAG, MAPPING_TAG = "‹list›", "‹levels›"
"""Marks in pydantic's locations, which no author can write as a key (`load` leaves them out)."""


class Indicator(Record):
    """Something that can be observed in a person who has the competency."""

    identifier: Annotated[Identifier, Field(description="Permanent, and unique in the competency.")] = ""
    type: Annotated[str, one_of("knowledge", "skill", "attitude"), Field(description="What it shows.")] = ""
    statement: Annotated[Text, Field(description="What can be observed.")]


class Association(Record):
    """A relation to another competency of the framework (CASE CFAssociation)."""

    type: Annotated[str, one_of(*ASSOCIATION_TYPES), Field(description="The relation.")]
    target: Annotated[Identifier, Field(description="Identifier of the other competency.")]
    note: Annotated[Text, Field(description="Why they are related.")] = ""


def _shape(value: Any) -> str | None:
    if isinstance(value, list):
        return LIST_TAG
    return MAPPING_TAG if isinstance(value, dict) else None


Indicators = Annotated[
    Annotated[list[Indicator], Tag(LIST_TAG)]
    | Annotated[dict[Identifier, list[Indicator]], Tag(MAPPING_TAG)],
    Discriminator(
        _shape,
        custom_error_type="wrong-type",
        custom_error_message="a list, or a list under each level",
    ),
]


class Competency(Record):
    """A competency (1EdTech CASE CFItem)."""

    identifier: Annotated[Identifier, Field(description="The name of the file; may be left out.")] = ""
    humanCodingScheme: Annotated[Word, Field(description="The code that people use, such as C1.")] = ""
    title: Annotated[Line, Field(description="A name of a few words.")]
    fullStatement: Annotated[Text, Field(description="What a person who has it can do, in one sentence.")]
    rationale: Annotated[Text, Field(description="Why it matters: Markdown, headings from level 2.")] = ""
    indicators: Annotated[
        Indicators,
        Field(
            default_factory=list,
            description="What can be observed: a list, or a list under each level of the framework.",
        ),
    ]
    associations: Annotated[
        list[Association],
        Field(default_factory=list, description="Relations to other competencies of the framework."),
    ]
    sources: Annotated[list[Work], Field(default_factory=list, description="Works that it cites.")]
