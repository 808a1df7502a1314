"""The front matter of every other Markdown file: a page of plain prose."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from oer_build.schema.common import Language, License, Line, Record, Text


class Article(Record):
    """A page of plain prose. All keys may be left out, and the front matter with them."""

    title: Annotated[Line, Field(description="The title; when left out, the first heading.")] = ""
    description: Annotated[Text, Field(description="One sentence that a search result can show.")] = ""
    inLanguage: Annotated[
        Language, Field(description="BCP 47 tag; when left out, the language of the site.")
    ] = ""
    license: Annotated[
        License, Field(description="SPDX identifier; when left out, the licence of the site.")
    ] = ""
