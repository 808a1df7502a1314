"""The catalogue as data for other programs: `catalogue.json` and its JSON Schema.

Pure: the same catalogue gives the same bytes. A record is written under the keys that its author wrote, after
`identifier`, `title` and `url`; what the compiler worked out follows.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from oer_build.exports.addresses import (
    address,
    competency_path,
    course_path,
    module_path,
    role_path,
)
from oer_build.exports.holdings import holdings, revision
from oer_build.lesson import Lesson
from oer_build.model import (
    Asset,
    Catalogue,
    Module,
    Opportunity,
    Organisation,
    Pack,
    Programme,
    Story,
)

SCHEMA_VERSION = 1
"""Rises when a program that reads the catalogue would have to change."""

COMMUNITY_KINDS = ("programmes", "opportunities", "organisations", "packs", "stories")
"""Keys that stand in the catalogue only where the site has such records."""

Json = dict[str, Any]

_KEY_ORDER = (
    "description",
    "humanCodingScheme",
    "fullStatement",
    "rationale",
    "indicators",
    "associations",
    "teaches",
    "competencyRequired",
    "requires",
    "units",
    "timeRequired",
    "variants",
    "learningResourceType",
    "audience",
    "keywords",
    "inLanguage",
    "license",
    "creator",
    "creativeWorkStatus",
    "version",
    "datePublished",
    "dateModified",
    "reviewBy",
    "owner",
    "levels",
    "isBasedOn",
    "sources",
)
"""Known keys in the order of writing; others follow by name."""


def catalogue_data(catalogue: Catalogue, lessons: Mapping[str, Lesson]) -> Json:
    """The whole catalogue as one JSON value. `lessons` by page path give words, questions and exercises."""
    site = catalogue.site
    held = holdings(catalogue)
    data: Json = {
        "schemaVersion": SCHEMA_VERSION,
        "site": _filled(
            {
                "title": site.title,
                "url": site.url,
                "description": site.description,
                "inLanguage": site.language,
                "license": site.license,
                "publisher": site.author,
                "repository": site.repo_url,
                "revision": site.revision,
            }
        ),
        "framework": None,
        "competencies": [
            _record(catalogue, c.identifier, c.title, competency_path(c.identifier), c.record)
            for c in catalogue.competencies.values()
        ],
        "roles": [
            _record(catalogue, r.identifier, r.title, role_path(r.identifier), r.record)
            for r in catalogue.roles.values()
        ],
        "modules": [
            _module(catalogue, m, lessons, held.get(m.identifier, ())) for m in catalogue.modules.values()
        ],
        "courses": [
            _record(catalogue, c.identifier, c.title, course_path(c.identifier), c.record)
            for c in catalogue.courses.values()
        ],
        **_of_community(catalogue),
    }
    if catalogue.framework:
        framework = catalogue.framework
        data["framework"] = _record(
            catalogue, framework.identifier, framework.title, "framework/", framework.record
        )
    return data


def _of_community(catalogue: Catalogue) -> Json:
    """Programmes, opportunities, organisations, packs and stories: a key for each kind that the site has.
    What their author wrote as `url`, a page elsewhere, is `ownPage`: `url` is the page here."""
    kinds: dict[str, Mapping[str, Programme | Opportunity | Organisation | Pack | Story]] = {
        "programmes": catalogue.programmes,
        "opportunities": catalogue.opportunities,
        "organisations": catalogue.organisations,
        "packs": catalogue.packs,
        "stories": catalogue.stories,
    }
    return {
        kind: [
            _record(catalogue, one.identifier, one.title, f"{kind}/{one.identifier}/", one.record)
            | ({"ownPage": one.record["url"]} if "url" in one.record else {})
            for one in records.values()
        ]
        for kind, records in kinds.items()
        if records
    }


def catalogue_json(catalogue: Catalogue, lessons: Mapping[str, Lesson]) -> bytes:
    """`catalogue.json`: UTF-8, indented, keys in a fixed order."""
    return to_json(catalogue_data(catalogue, lessons))


def glossary_json(catalogue: Catalogue, lessons: Mapping[str, Lesson]) -> bytes:
    """Terms by identifier, definitions as plain text: what a page shows when a reader stops at a term."""
    return to_json(
        {
            key: {"term": term.term, "definition": _plain(lessons, key) or term.definition}
            for key, term in catalogue.terms.items()
        },
        compact=True,
    )


def _plain(lessons: Mapping[str, Lesson], term: str) -> str:
    lesson = lessons.get(f"glossary/#{term}")
    return " ".join(section.text for section in lesson.sections) if lesson else ""


def to_json(data: object, compact: bool = False) -> bytes:
    """JSON as this program publishes it: UTF-8, a line end at the end, indented by two unless `compact`."""
    form: dict[str, Any] = {"separators": (",", ":")} if compact else {"indent": 2}
    return (json.dumps(data, ensure_ascii=False, **form) + "\n").encode()


def counts(lesson: Lesson | None) -> dict[str, int]:
    """Words of learner text, questions and exercises of a lesson (challenges are exercises too)."""
    if lesson is None:
        return {"words": 0, "questions": 0, "exercises": 0}
    return {
        "words": lesson.words,
        "questions": sum(1 for _ in lesson.blocks("question")),
        "exercises": sum(1 for _ in lesson.blocks("exercise", "challenge")),
    }


def _module(
    catalogue: Catalogue, module: Module, lessons: Mapping[str, Lesson], files: Sequence[Asset]
) -> Json:
    data = _record(catalogue, module.identifier, module.title, module_path(module.identifier), module.record)
    return {
        **data,
        **counts(lessons.get(module_path(module.identifier))),
        "revision": revision(module, files),
    }


def _record(catalogue: Catalogue, identifier: str, title: str, path: str, record: Mapping[str, Any]) -> Json:
    rank = {key: number for number, key in enumerate(_KEY_ORDER)}
    rest = sorted(
        (key for key in record if key not in ("identifier", "title", "url")),
        key=lambda key: (rank.get(key, len(rank)), key),
    )
    return {
        "identifier": identifier,
        "title": title,
        "url": address(catalogue.site, path),
        **{key: record[key] for key in rest},
    }


def _filled(data: Json) -> Json:
    return {key: value for key, value in data.items() if value not in ("", None)}


def catalogue_schema() -> Json:
    """JSON Schema (2020-12) of `catalogue.json`. Authored keys that it does not name are allowed."""
    reference = {
        "type": "object",
        "properties": {
            "competency": {"type": "string"},
            "level": {"type": "string"},
            "strength": {"enum": ["introduced", "practised", "assessed"]},
        },
        "required": ["competency"],
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Catalogue of an open course site",
        "description": "Everything that the site holds, for other programs. Written at /catalogue.json.",
        "type": "object",
        "required": ["schemaVersion", "site", "framework", "competencies", "roles", "modules", "courses"],
        "additionalProperties": False,
        "properties": {
            "schemaVersion": {"const": SCHEMA_VERSION},
            "site": {
                "type": "object",
                "required": ["title", "license"],
                "properties": {
                    "title": {"type": "string"},
                    "url": {
                        "type": "string",
                        "description": "Ends with a slash; absent where it is not set.",
                    },
                    "description": {"type": "string"},
                    "inLanguage": {"type": "string", "description": "BCP 47"},
                    "license": {"type": "string", "description": "SPDX"},
                    "publisher": {"type": "string"},
                    "repository": {"type": "string"},
                    "revision": {"type": "string"},
                },
                "additionalProperties": False,
            },
            "framework": {"oneOf": [{"type": "null"}, {"$ref": "#/$defs/record"}]},
            "competencies": {"type": "array", "items": {"$ref": "#/$defs/competency"}},
            "roles": {"type": "array", "items": {"$ref": "#/$defs/record"}},
            "modules": {"type": "array", "items": {"$ref": "#/$defs/module"}},
            "courses": {"type": "array", "items": {"$ref": "#/$defs/record"}},
            **{kind: {"type": "array", "items": {"$ref": "#/$defs/record"}} for kind in COMMUNITY_KINDS},
        },
        "$defs": {
            "record": {
                "type": "object",
                "required": ["identifier", "title", "url"],
                "properties": {
                    "identifier": {"type": "string", "pattern": "^[a-z0-9-]{1,64}$"},
                    "title": {"type": "string", "minLength": 1},
                    "url": {
                        "type": "string",
                        "description": "Absolute where the site has an address, else relative to this file.",
                    },
                },
            },
            "competency": {
                "allOf": [{"$ref": "#/$defs/record"}],
                "properties": {
                    "humanCodingScheme": {"type": "string"},
                    "fullStatement": {"type": "string"},
                },
                "required": ["fullStatement"],
            },
            "module": {
                "allOf": [{"$ref": "#/$defs/record"}],
                "properties": {
                    "description": {"type": "string"},
                    "teaches": {"type": "array", "items": reference},
                    "competencyRequired": {"type": "array", "items": reference},
                    "requires": {"type": "array", "items": {"type": "string"}},
                    "timeRequired": {"type": "string", "description": "ISO 8601"},
                    "inLanguage": {"type": "string", "description": "BCP 47"},
                    "license": {"type": "string", "description": "SPDX"},
                    "creativeWorkStatus": {"enum": ["planned", "draft", "reviewed", "published", "retired"]},
                    "words": {"type": "integer", "minimum": 0},
                    "questions": {"type": "integer", "minimum": 0},
                    "exercises": {"type": "integer", "minimum": 0},
                    "revision": {"type": "string", "pattern": "^[0-9a-f]{64}$"},
                },
                "required": ["words", "questions", "exercises", "revision"],
            },
        },
    }
