"""The pieces that several kinds of record share: the forms of text, date, licence and address, and people
and works.

A type here says three things: what is accepted, what JSON Schema an editor gets, and what is wrong in plain
words (a `checks.Problem`, whose type is a diagnostic code). Checks only refuse; no value is changed, so
that what an author wrote stays what is published.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Annotated, Any, TypeAlias

from pydantic import BaseModel, ConfigDict, Field, GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, core_schema

from oer_build.schema import checks, forms


class Record(BaseModel):
    """What all kinds have in common: these keys and no others, and no value taken for another type."""

    model_config = ConfigDict(
        strict=True,
        extra="forbid",
        frozen=True,
        field_title_generator=lambda name, _: re.sub(r"(?<=[a-z])([A-Z])", r" \1", name).capitalize(),
    )


@dataclass(frozen=True, slots=True, eq=False)
class Checked:
    """Marks a text in an annotation: the check that it passes, and what its JSON Schema says beyond the type.

    With `numbers`, a number is taken too, as the text that it was: the reader makes a number only of what
    prints as it was written.
    """

    check: Callable[[str], str]
    schema: Mapping[str, Any]
    numbers: bool = False

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        checked: CoreSchema = core_schema.no_info_after_validator_function(self.check, handler(source))
        if self.numbers:
            return core_schema.no_info_before_validator_function(_as_written, checked)
        return checked

    def __get_pydantic_json_schema__(self, _: CoreSchema, __: GetJsonSchemaHandler) -> JsonSchemaValue:
        return {"type": ["string", "number"] if self.numbers else "string", **self.schema}


@dataclass(frozen=True, slots=True, eq=False)
class Whole:
    """Marks a whole number in an annotation, and between what it lies."""

    least: int
    most: int

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_after_validator_function(self._check, handler(source))

    def __get_pydantic_json_schema__(self, _: CoreSchema, __: GetJsonSchemaHandler) -> JsonSchemaValue:
        return {"type": "integer", "minimum": self.least, "maximum": self.most}

    def _check(self, value: int) -> int:
        if self.least <= value <= self.most:
            return value
        raise checks.Problem(
            "invalid-value",
            f"{{key}} cannot be {value:,}",
            f"write a number from {self.least} to {self.most:,}",
        )


def one_of(*words: str) -> Checked:
    """Marks a text that is one of a fixed list of words."""
    return Checked(checks.one_of(words), {"enum": list(words)})


def _as_written(value: Any) -> Any:
    return str(value) if isinstance(value, int | float) and not isinstance(value, bool) else value


Text: TypeAlias = Annotated[str, Checked(checks.text, {"minLength": 1, "maxLength": checks.MAX_TEXT})]
"""Text that is not empty."""

Line: TypeAlias = Annotated[
    str, Checked(checks.line, {"minLength": 1, "maxLength": checks.MAX_LINE, "pattern": r"^[^\n]*\n?$"})
]
"""Text on one line."""

Word: TypeAlias = Annotated[
    str, Checked(checks.line, {"minLength": 1, "maxLength": checks.MAX_LINE}, numbers=True)
]
"""A code or version: text on one line, or a number, which is kept as it is written (`1.10` stays `1.10`)."""

Identifier: TypeAlias = Annotated[
    str, Checked(checks.identifier, {"pattern": r"^[a-z0-9-]{1,64}$"}, numbers=True)
]
"""The name of something. A level may be called `3`."""

Slug: TypeAlias = Identifier
"""A word of a list that authors choose themselves: an audience, a kind of resource."""

Duration: TypeAlias = Annotated[
    str,
    Checked(
        checks.duration, {"pattern": r"^PT(?=[0-9])([0-9]{1,4}H)?([0-9]{1,4}M)?$", "examples": ["PT1H30M"]}
    ),
]

Date: TypeAlias = Annotated[
    str,
    Checked(
        checks.date,
        {"pattern": r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$", "examples": ["2026-11-21", "2026"]},
        numbers=True,
    ),
]

Language: TypeAlias = Annotated[
    str,
    Checked(
        checks.language, {"pattern": r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$", "examples": ["en", "pt-BR"]}
    ),
]

License: TypeAlias = Annotated[
    str, Checked(checks.license, {"minLength": 1, "examples": list(checks.COMMON_LICENSES)})
]

Url: TypeAlias = Annotated[
    str, Checked(checks.url, {"pattern": r"^https?://", "format": "uri", "maxLength": checks.MAX_URL})
]

Clock: TypeAlias = Annotated[
    str, Checked(forms.clock, {"pattern": r"^([01][0-9]|2[0-3]):[0-5][0-9]$", "examples": ["09:30"]})
]

Period: TypeAlias = Annotated[
    str,
    Checked(
        forms.period,
        {
            "pattern": r"^P(?=[0-9])(?=.*[1-9])([0-9]{1,2}Y)?([0-9]{1,3}M)?([0-9]{1,3}W)?([0-9]{1,3}D)?$",
            "examples": ["P6M"],
        },
    ),
]

Region: TypeAlias = Annotated[
    str, Checked(forms.region, {"pattern": r"^[A-Z]{2}(-[A-Z0-9]{1,3})?$", "examples": ["KE", "GB-SCT"]})
]

Mailbox: TypeAlias = Annotated[str, Checked(forms.mailbox, {"format": "email", "maxLength": 254})]

Orcid: TypeAlias = Annotated[str, Checked(checks.orcid, {"examples": ["0000-0002-1825-0097"]})]

Ror: TypeAlias = Annotated[str, Checked(checks.ror, {"examples": ["https://ror.org/05dxps055"]})]

CreditRole: TypeAlias = Annotated[str, one_of(*checks.CREDIT_ROLES)]


class Person(Record):
    """A person, a team or an organisation that made something. No addresses: these files are public."""

    name: Annotated[Line, Field(description="The name as it is to be credited.")]
    orcid: Annotated[Orcid, Field(description="ORCID iD of a person.")] = ""
    ror: Annotated[Ror, Field(description="ROR identifier of an organisation.")] = ""
    roles: Annotated[
        list[CreditRole],
        Field(default_factory=list, description="What they did: slugs of the CRediT taxonomy."),
    ]


class Work(Record):
    """A work that is cited."""

    identifier: Annotated[Identifier, Field(description="What `[[source:...]]` names.")] = ""
    title: Annotated[Line, Field(description="The exact title.")]
    creator: Annotated[Line, Field(description="Who made it: an organisation, or surname and initial.")]
    publisher: Annotated[Line, Field(description="Who published it.")] = ""
    datePublished: Annotated[Date, Field(description="The year or date.")] = ""
    dateAccessed: Annotated[Date, Field(description="When it was read, for a work that states no date.")] = ""
    url: Annotated[Url, Field(description="Where it can be read.")] = ""
    license: Annotated[License, Field(description="SPDX identifier, when the work is openly licensed.")] = ""
    usageInfo: Annotated[
        Text, Field(description="What a reader may do with it, where there is no SPDX identifier.")
    ] = ""
    supports: Annotated[Text, Field(description="Which claim it supports.")] = ""


class AdaptedWork(Work):
    """A work that is adapted: its expression, not only its facts, is in the text."""

    license: Annotated[License, Field(description="SPDX identifier: the licence allows the adaptation.")]
    revision: Annotated[Word, Field(description="The version or revision that was taken.")] = ""
    changes: Annotated[Text, Field(description="What was changed.")] = ""


class Need(Record):
    """A competency at a level."""

    competency: Annotated[Identifier, Field(description="Identifier of the competency.")]
    level: Annotated[
        Identifier, Field(description="A level of the framework; left out where it has none.")
    ] = ""
    note: Annotated[Text, Field(description="Why, or what in particular.")] = ""
