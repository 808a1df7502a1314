"""The record `competencies/roles/<identifier>.yml`."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from oer_build.schema.common import Identifier, Line, Need, Record, Text


class Role(Record):
    """A role in a public service and the competencies that it needs."""

    identifier: Annotated[Identifier, Field(description="The name of the file; may be left out.")] = ""
    title: Annotated[Line, Field(description="The name of the role.")]
    description: Annotated[Text, Field(description="What a person in this role does.")]
    competencyRequired: Annotated[
        list[Need],
        Field(default_factory=list, description="Which competencies the role needs, each at which level."),
    ]
