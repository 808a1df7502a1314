"""The record `competencies/crosswalks/<identifier>.yml`."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from oer_build.schema.common import Date, Identifier, License, Line, Record, Text, Url, Word, one_of

CROSSWALK_TYPES = (
    "exactMatchOf",
    "isRelatedTo",
    "isPartOf",
    "isPeerOf",
    "isChildOf",
    "precedes",
    "replacedBy",
)
"""Association types of CASE 1.1 that relate competencies of two frameworks."""


class CrosswalkAssociation(Record):
    """A competency of this framework related to one of another framework."""

    source: Annotated[Identifier, Field(description="Identifier of the competency here.")]
    target: Annotated[Word, Field(description="Code or identifier of the competency there.")]
    targetTitle: Annotated[Line, Field(description="Its title there.")]
    targetUri: Annotated[Url, Field(description="Its address there.")] = ""
    type: Annotated[str, one_of(*CROSSWALK_TYPES), Field(description="The relation.")]
    note: Annotated[Text, Field(description="What the two share and where they differ.")] = ""


class Crosswalk(Record):
    """Associations from this framework to another one, which the other keys describe."""

    identifier: Annotated[Identifier, Field(description="The name of the file; may be left out.")] = ""
    title: Annotated[Line, Field(description="The name of the other framework.")]
    creator: Annotated[Line, Field(description="Who wrote the other framework.")] = ""
    publisher: Annotated[Line, Field(description="Who publishes it.")] = ""
    datePublished: Annotated[Date, Field(description="The year or date of the version that was used.")] = ""
    url: Annotated[Url, Field(description="Where it can be read.")] = ""
    license: Annotated[License, Field(description="SPDX identifier of its licence.")] = ""
    note: Annotated[Text, Field(description="How the comparison was made, and its limits.")] = ""
    associations: Annotated[
        list[CrosswalkAssociation],
        Field(default_factory=list, description="Which competency goes with which."),
    ]
