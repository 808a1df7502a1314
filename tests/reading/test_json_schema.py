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
