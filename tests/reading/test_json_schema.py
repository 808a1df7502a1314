"""The JSON Schemas that editors use say the same as the compiler."""

from __future__ import annotations

from typing import Any

import pytest
from jsonschema import Draft202012Validator

from oer_build.schema import DIALECT, KINDS, json_schema

WORK = {
    "title": "A",
    "creator": "B",
    "datePublished": "2020",
    "url": "https://example.org/",
    "license": "CC-BY-4.0",
}
SMALLEST: dict[str, dict[str, Any]] = {
    "framework": {"identifier": "f", "title": "F", "version": "1.0", "license": "CC-BY-4.0"},
    "competency": {"title": "C", "fullStatement": "Can."},
    "role": {"title": "R", "description": "Does."},
    "crosswalk": {"title": "X"},
    "module": {
        "title": "M",
        "description": "D.",
        "teaches": [{"competency": "c"}],
        "timeRequired": "PT1H",
        "license": "CC-BY-4.0",
    },
    "course": {"title": "C", "description": "D.", "license": "CC-BY-4.0"},
    "programme": {
        "title": "P",
        "description": "D.",
        "license": "CC-BY-4.0",
        "days": [
            {
                "title": "One",
                "sessions": [
                    {
                        "identifier": "s",
                        "title": "S",
                        "start": "09:30",
                        "duration": "PT1H",
                        "format": "workshop",
                    }
                ],
            }
        ],
    },
    "opportunity": {
        "title": "O",
        "description": "D.",
        "kind": ["mentoring"],
        "stage": "pilot",
        "sources": [WORK],
        "lastVerified": "2026-11-22",
    },
    "organisation": {
        "title": "O",
        "type": "hub",
        "description": "D.",
        "leadContact": {"role": "Lead contact"},
        "sources": [WORK],
        "lastVerified": "2026-11-22",
    },
    "pack": {"title": "P", "description": "D.", "license": "CC-BY-4.0"},
    "story": {
        "title": "S",
        "description": "D.",
        "license": "CC-BY-4.0",
        "region": ["EE"],
        "temporalCoverage": "2013 to 2014",
        "competencies": [{"competency": "c"}],
        "sources": [WORK],
    },
    "calls": {},
    "wishes": {},
    "calendar": {},
    "glossary": {},
    "article": {},
}
FULLER: dict[str, dict[str, Any]] = {
    "framework": {"levels": [{"identifier": 1, "title": "One"}], "version": 1.1, "sources": [WORK]},
    "competency": {
        "indicators": {"working": [{"statement": "Does.", "type": "skill"}]},
        "humanCodingScheme": 1,
    },
    "role": {"competencyRequired": [{"competency": "c", "level": 3, "note": "Why."}]},
    "crosswalk": {
        "associations": [{"source": "c", "target": "5.2", "targetTitle": "T", "type": "isRelatedTo"}]
    },
    "module": {
        "variants": {"PT20M": "Read."},
        "creator": [{"name": "A", "roles": ["software"]}],
        "reviewBy": 2027,
    },
    "course": {"units": [{"title": "U", "modules": ["m"]}], "inLanguage": "pt-BR"},
    "programme": {"timeRequired": "PT1H", "maximumAttendeeCapacity": 80, "startDate": "2026-11-22"},
    "opportunity": {
        "duration": "P1Y6M",
        "direction": "both",
        "region": ["KE", "GB-SCT"],
        "competencies": [{"competency": "c", "level": 3}],
        "startDate": 2023,
        "relations": [{"type": "duplicates", "target": "o", "reason": "R.", "saidBy": "S"}],
    },
    "organisation": {
        "leadContact": {"role": "Lead contact", "email": "info@example.org", "url": "https://example.org/"},
        "memberOf": ["h"],
        "facilities": ["A room"],
    },
    "pack": {"modules": ["m"], "handouts": ["a.pdf"], "opportunities": ["o"], "programmes": ["p"]},
    "story": {"modules": ["m"], "organisations": ["o"]},
    "calls": {
        "calls": [
            {
                "identifier": "c",
                "kind": "review",
                "title": "T",
                "description": "D.",
                "file": "content/a.md",
                "template": "# A\n",
                "shownOn": ["modules"],
                "closes": "2027-01-31",
            }
        ]
    },
    "wishes": {
        "wishes": [{"identifier": "w", "topic": "T", "count": 3, "asked": "In 2013", "modules": ["m"]}]
    },
    "calendar": {
        "events": [
            {
                "identifier": "e",
                "title": "T",
                "description": "D.",
                "category": "learning",
                "schedule": {"repeatFrequency": "P1Y", "byMonth": 2, "byMonthDay": 11},
            }
        ]
    },
    "glossary": {"terms": [{"term": "A/B test", "definition": "D.", "synonyms": ["split test"]}]},
    "article": {"title": "A", "license": "LicenseRef-own"},
}


def accepted(kind: str, record: Any) -> tuple[bool, bool]:
    """Whether the JSON Schema and the model accept a record."""
    try:
        KINDS[kind].model_validate(record)
        by_model = True
    except ValueError:
        by_model = False
    return Draft202012Validator(json_schema(kind)).is_valid(record), by_model


@pytest.mark.parametrize("kind", KINDS)
def test_a_schema_is_a_schema_and_every_key_is_described(kind: str) -> None:
    schema = json_schema(kind)
    Draft202012Validator.check_schema(schema)
    assert (schema["$schema"], schema["$id"]) == (DIALECT, f"{kind}.schema.json")
    assert schema["title"] and schema["description"]
    for part in (schema, *schema.get("$defs", {}).values()):
        assert part["additionalProperties"] is False
        for name, key in part["properties"].items():
            assert key["title"], name
            assert key["description"], name


@pytest.mark.parametrize("kind", KINDS)
def test_good_records_are_accepted_by_both(kind: str) -> None:
    assert accepted(kind, SMALLEST[kind]) == (True, True)
    assert accepted(kind, SMALLEST[kind] | FULLER[kind]) == (True, True)


@pytest.mark.parametrize("kind", KINDS)
def test_what_the_compiler_writes_as_nothing_is_no_default_of_the_schema(kind: str) -> None:
    assert '"default": ""' not in str(json_schema(kind)).replace("'", '"')


@pytest.mark.parametrize(
    ("kind", "change"),
    [
        ("module", {"colour": "blue"}),
        ("module", {"title": 5}),
        ("module", {"title": None}),
        ("module", {"title": ""}),
        ("module", {"title": "a\nb"}),
        ("module", {"teaches": []}),
        ("module", {"teaches": ["c"]}),
        ("module", {"teaches": [{"level": "working"}]}),
        ("module", {"teaches": [{"competency": "c", "strength": "practiced"}]}),
        ("module", {"timeRequired": "P1M"}),
        ("module", {"timeRequired": "PT"}),
        ("module", {"requires": ["Not a slug"]}),
        ("module", {"reviewBy": "soon"}),
        ("module", {"variants": ["PT20M"]}),
        ("module", {"creator": [{"name": "A", "email": "a@example.org"}]}),
        ("module", {"isBasedOn": [{"title": "A", "creator": "B"}]}),
        ("module", {"sources": [WORK | {"url": "ftp://example.org"}]}),
        ("competency", {"indicators": "one"}),
        ("competency", {"indicators": {"working": "one"}}),
        ("competency", {"associations": [{"type": "likes", "target": "c"}]}),
        ("course", {"units": [{"title": "U"}]}),
        ("framework", {"version": True}),
        ("role", {"competencyRequired": {"competency": "c"}}),
        ("opportunity", {"kind": []}),
        ("opportunity", {"kind": ["traineeship"]}),
        ("opportunity", {"stage": "running"}),
        ("opportunity", {"sources": []}),
        ("opportunity", {"duration": "PT2H"}),
        ("opportunity", {"duration": "P0D"}),
        ("opportunity", {"region": ["Kenya"]}),
        ("organisation", {"leadContact": {"email": "info@example.org"}}),
        ("story", {"region": []}),
        ("wishes", {"wishes": [{"identifier": "w", "topic": "T", "count": 0, "asked": "A"}]}),
        ("calls", {"calls": [{"identifier": "c", "kind": "review", "title": "T", "description": "D."}]}),
    ],
)
def test_bad_records_are_refused_by_both(kind: str, change: dict[str, Any]) -> None:
    assert accepted(kind, SMALLEST[kind] | change) == (False, False)


def test_an_editor_asks_for_the_time_of_a_module_that_is_not_planned() -> None:
    validator = Draft202012Validator(json_schema("module"))
    record = {key: value for key, value in SMALLEST["module"].items() if key != "timeRequired"}
    assert not validator.is_valid(record)
    assert not validator.is_valid(record | {"creativeWorkStatus": "draft"})
    assert validator.is_valid(record | {"creativeWorkStatus": "planned"})
