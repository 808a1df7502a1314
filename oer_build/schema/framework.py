"""The record `competencies/framework.yml`."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from oer_build.schema.common import (
    Date,
    Identifier,
    Language,
    License,
    Line,
    Person,
    Record,
    Text,
    Word,
    Work,
)


class Level(Record):
    """A level of mastery."""

    identifier: Annotated[Identifier, Field(description="The word that records use for it.")]
    title: Annotated[Line, Field(description="The word that readers see.")]
    description: Annotated[Text, Field(description="What a person at this level can do.")] = ""


class Framework(Record):
    """A competency framework (1EdTech CASE CFDocument)."""

    identifier: Annotated[
        Identifier,
        Field(description="Permanent: the identifiers of the published framework are computed from it."),
    ]
    title: Annotated[Line, Field(description="The name of the framework.")]
    version: Annotated[Word, Field(description="The version of the framework.")]
    license: Annotated[License, Field(description="SPDX identifier.")]
    description: Annotated[Text, Field(description="What the framework is for, in one paragraph.")] = ""
    inLanguage: Annotated[Language, Field(description="BCP 47 tag; when left out, the site's.")] = ""
    datePublished: Annotated[Date, Field(description="When this version was published.")] = ""
    levels: Annotated[
        list[Level],
        Field(
            default_factory=list,
            description="Levels from the lowest to the highest; none, four or any number.",
        ),
    ]
    creator: Annotated[list[Person], Field(default_factory=list, description="Who wrote it.")]
    sources: Annotated[list[Work], Field(default_factory=list, description="Works that it follows or cites.")]
