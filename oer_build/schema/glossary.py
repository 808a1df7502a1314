"""The record `content/glossary.yml`."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from oer_build.schema.common import Identifier, Record, Text, Word


class Term(Record):
    """A word that readers may not know."""

    term: Annotated[Word, Field(description="The word as it stands in texts.")]
    identifier: Annotated[
        Identifier, Field(description="The last part of its address; made from the term when left out.")
    ] = ""
    definition: Annotated[Text, Field(description="What it means here: a sentence or two, inline Markdown.")]
    synonyms: Annotated[
        list[Word], Field(default_factory=list, description="Other words for it; search looks for them too.")
    ]


class Glossary(Record):
    """The terms of the site; the first use of each on a page is explained in place."""

    terms: Annotated[list[Term], Field(default_factory=list, description="The terms, in any order.")]
