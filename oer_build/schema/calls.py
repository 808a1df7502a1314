"""The record `content/calls.yml`: what readers are asked to do."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from oer_build.schema.common import Date, Identifier, Line, Record, Text, one_of

KINDS = ("review", "offer", "host", "suggest", "translate", "correct")


class Call(Record):
    """One thing that a reader can do, with the form that it begins with."""

    identifier: Annotated[Identifier, Field(description="The last part of its address.")]
    kind: Annotated[str, one_of(*KINDS), Field(description="What is asked for.")]
    title: Annotated[Line, Field(description="The call itself: a verb first.")]
    description: Annotated[Text, Field(description="Who can answer it, what happens then; inline Markdown.")]
    file: Annotated[Line, Field(description="The file that an answer adds, from the root of the project.")]
    template: Annotated[Text, Field(description="What the form holds at first.")]
    shownOn: Annotated[
        list[Line],
        Field(
            default_factory=list,
            description="Where it is shown beside its own page: kinds (`modules`) or records "
            "(`modules/privacy-by-design`).",
        ),
    ]
    closes: Annotated[Date, Field(description="The last day on which it can be answered.")] = ""


class Calls(Record):
    """The calls of the site."""

    calls: Annotated[list[Call], Field(default_factory=list, description="The calls, in order.")]
