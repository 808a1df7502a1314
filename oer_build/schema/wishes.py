"""The record `content/wishes.yml`: topics that people asked for."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from oer_build.schema.common import Identifier, Line, Need, Record, Text, Whole, Work


class Wish(Record):
    """A topic, and how many people asked for it."""

    identifier: Annotated[Identifier, Field(description="The last part of its address.")]
    topic: Annotated[Line, Field(description="What they want to learn or discuss.")]
    description: Annotated[Text, Field(description="More about it; inline Markdown.")] = ""
    count: Annotated[int, Whole(1, 1_000_000), Field(description="How many asked.")]
    asked: Annotated[Line, Field(description="Where and when they were asked.")]
    competencies: Annotated[
        list[Need], Field(default_factory=list, description="The competencies that it belongs to.")
    ]
    modules: Annotated[list[Identifier], Field(default_factory=list, description="Modules that answer it.")]
    sources: Annotated[list[Work], Field(default_factory=list, description="Where the wish was read.")]


class Wishes(Record):
    """The wish list of the site."""

    wishes: Annotated[list[Wish], Field(default_factory=list, description="The wishes, in any order.")]
