"""The front matter of `content/packs/<identifier>/index.md`."""

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


class Pack(Record):
    """Modules, handouts and opportunities for one audience (schema.org Collection)."""

    identifier: Annotated[Identifier, Field(description="The name of the folder; may be left out.")] = ""
    title: Annotated[Line, Field(description="The title of the pack.")]
    description: Annotated[Text, Field(description="One sentence that a search result can show.")]
    license: Annotated[License, Field(description="SPDX identifier.")]
    modules: Annotated[
        list[Identifier], Field(default_factory=list, description="The modules in it, in order.")
    ]
    handouts: Annotated[
        list[Line],
        Field(default_factory=list, description="Files in it, by their path from the folder of the pack."),
    ]
    opportunities: Annotated[
        list[Identifier], Field(default_factory=list, description="The opportunities in it, in order.")
    ]
    programmes: Annotated[
        list[Identifier], Field(default_factory=list, description="The programmes in it, in order.")
    ]
    audience: Annotated[list[Slug], Field(default_factory=list, description="Who it is for.")]
    inLanguage: Annotated[Language, Field(description="BCP 47 tag; when left out, the site's.")] = ""
    creator: Annotated[list[Person], Field(default_factory=list, description="Who made it.")]
    sources: Annotated[list[Work], Field(default_factory=list, description="Works that are cited.")]
    version: Annotated[Word, Field(description="The version of the pack.")] = ""
    dateModified: Annotated[Date, Field(description="When it was last changed in substance.")] = ""
