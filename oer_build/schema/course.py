"""The front matter of `content/courses/<identifier>/index.md`."""

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
    Slug,
    Text,
    Word,
    Work,
)


class Unit(Record):
    """A part of a course."""

    title: Annotated[Line, Field(description="The title of the unit.")]
    description: Annotated[Text, Field(description="What the unit is about.")] = ""
    modules: Annotated[list[Identifier], Field(description="Identifiers of its modules, in order.")]


class Course(Record):
    """A course: modules in an order, in units (schema.org Course)."""

    identifier: Annotated[Identifier, Field(description="The name of the folder; may be left out.")] = ""
    title: Annotated[Line, Field(description="The title of the course.")]
    description: Annotated[Text, Field(description="One sentence that a search result can show.")]
    license: Annotated[License, Field(description="SPDX identifier.")]
    units: Annotated[
        list[Unit], Field(default_factory=list, description="The parts of the course, in order.")
    ]
    audience: Annotated[list[Slug], Field(default_factory=list, description="Who it is for.")]
    inLanguage: Annotated[Language, Field(description="BCP 47 tag; when left out, the site's.")] = ""
    creator: Annotated[list[Person], Field(default_factory=list, description="Who made it.")]
    sources: Annotated[list[Work], Field(default_factory=list, description="Works that are cited.")]
    version: Annotated[Word, Field(description="The version of the course.")] = ""
    dateModified: Annotated[Date, Field(description="When it was last changed in substance.")] = ""
