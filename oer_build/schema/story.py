"""The front matter of `content/stories/<identifier>.md`."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from oer_build.schema.common import (
    Date,
    Identifier,
    Language,
    License,
    Line,
    Need,
    Person,
    Record,
    Region,
    Text,
    Word,
    Work,
)


class Story(Record):
    """A short case of a real public service (schema.org Article)."""

    identifier: Annotated[Identifier, Field(description="The name of the file; may be left out.")] = ""
    title: Annotated[Line, Field(description="The title of the story.")]
    description: Annotated[Text, Field(description="One sentence that a search result can show.")]
    license: Annotated[License, Field(description="SPDX identifier.")]
    region: Annotated[list[Region], Field(min_length=1, description="Where it happened (ISO 3166).")]
    temporalCoverage: Annotated[Word, Field(description="When: a year, or years as 2013 to 2014.")]
    competencies: Annotated[list[Need], Field(min_length=1, description="The competencies that it shows.")]
    modules: Annotated[list[Identifier], Field(default_factory=list, description="Modules that go with it.")]
    organisations: Annotated[
        list[Identifier], Field(default_factory=list, description="Organisations in it that have a record.")
    ]
    inLanguage: Annotated[Language, Field(description="BCP 47 tag; when left out, the site's.")] = ""
    creator: Annotated[list[Person], Field(default_factory=list, description="Who wrote it.")]
    sources: Annotated[list[Work], Field(min_length=1, description="Works that are cited.")]
    dateModified: Annotated[Date, Field(description="When it was last changed in substance.")] = ""
