"""The record `content/organisations/<identifier>.yml`."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from oer_build.schema.common import (
    Date,
    Identifier,
    Line,
    Mailbox,
    Record,
    Region,
    Text,
    Url,
    Word,
    Work,
    one_of,
)

TYPES = (
    "department",
    "agency",
    "office",
    "profession",
    "network",
    "hub",
    "university",
    "school",
    "company",
    "trade-association",
    "charity",
    "museum",
    "partnership",
    "international",
)


class Contact(Record):
    """The role that answers, with its mailbox or page."""

    role: Annotated[Line, Field(description="The role, never a person: lead contact for partnerships.")]
    email: Annotated[Mailbox, Field(description="A mailbox of the role or office, never a person's.")] = ""
    url: Annotated[Url, Field(description="A page through which the role can be reached.")] = ""


class Organisation(Record):
    """An organisation, a network or a hub (schema.org Organization)."""

    identifier: Annotated[Identifier, Field(description="The name of the file; may be left out.")] = ""
    title: Annotated[Line, Field(description="Its name.")]
    alternateName: Annotated[
        list[Line], Field(default_factory=list, description="Other names and abbreviations.")
    ]
    type: Annotated[str, one_of(*TYPES), Field(description="What kind of organisation it is.")]
    description: Annotated[Text, Field(description="What it is, in a sentence or two.")]
    region: Annotated[list[Region], Field(default_factory=list, description="Where it works (ISO 3166).")]
    url: Annotated[Url, Field(description="Its own page.")] = ""
    leadContact: Annotated[Contact, Field(description="The role that answers for it.")]
    memberOf: Annotated[
        list[Identifier], Field(default_factory=list, description="Networks and hubs that it belongs to.")
    ]
    partners: Annotated[
        list[Identifier], Field(default_factory=list, description="Organisations that it works with.")
    ]
    purpose: Annotated[Text, Field(description="What a network or hub is for.")] = ""
    objectives: Annotated[
        list[Line], Field(default_factory=list, description="What a network or hub wants to reach.")
    ]
    facilities: Annotated[list[Line], Field(default_factory=list, description="Rooms and equipment to use.")]
    offers: Annotated[
        list[Line], Field(default_factory=list, description="What it offers beyond its opportunities.")
    ]
    keywords: Annotated[list[Word], Field(default_factory=list, description="Words that readers search for.")]
    sources: Annotated[list[Work], Field(min_length=1, description="Where what is said here was read.")]
    lastVerified: Annotated[Date, Field(description="When the sources were last read.")]
