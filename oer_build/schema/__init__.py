"""What authors may write: one pydantic model for each kind of record, strict, unknown keys refused.

Knows forms, not files: where a record lies and what it refers to is for other rooms. The same models give
the JSON Schemas that editors use while an author types.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from oer_build.schema.article import Article
from oer_build.schema.calendar import Calendar
from oer_build.schema.calls import Calls
from oer_build.schema.common import Record
from oer_build.schema.competency import Competency
from oer_build.schema.course import Course
from oer_build.schema.crosswalk import Crosswalk
from oer_build.schema.framework import Framework
from oer_build.schema.glossary import Glossary
from oer_build.schema.module import Module
from oer_build.schema.opportunity import Opportunity
from oer_build.schema.organisation import Organisation
from oer_build.schema.pack import Pack
from oer_build.schema.programme import Programme
from oer_build.schema.role import Role
from oer_build.schema.story import Story
from oer_build.schema.wishes import Wishes

KINDS: dict[str, type[Record]] = {
    "framework": Framework,
    "competency": Competency,
    "role": Role,
    "crosswalk": Crosswalk,
    "module": Module,
    "course": Course,
    "programme": Programme,
    "opportunity": Opportunity,
    "organisation": Organisation,
    "pack": Pack,
    "story": Story,
    "calls": Calls,
    "wishes": Wishes,
    "calendar": Calendar,
    "glossary": Glossary,
    "article": Article,
}
"""The kinds of record, in the order in which a reader meets them."""

DIALECT = "https://json-schema.org/draft/2020-12/schema"


@cache
def json_schema(kind: str) -> dict[str, Any]:
    """The JSON Schema (2020-12) of a kind of record. `$id` is relative to the folder of the schemas.

    All who ask get the same object: it is not to be changed.
    """
    schema = KINDS[kind].model_json_schema()
    return {"$schema": DIALECT, "$id": f"{kind}.schema.json", **_without_defaults(schema)}


def _without_defaults(schema: Any) -> Any:
    """The schema without the defaults that only say "nothing": an author who writes them would be refused."""
    if isinstance(schema, dict):
        return {
            key: _without_defaults(value)
            for key, value in schema.items()
            if key != "default" or value not in ("", 0, [], {})
        }
    return [_without_defaults(item) for item in schema] if isinstance(schema, list) else schema


__all__ = ["DIALECT", "KINDS", "Record", "json_schema"]
