"""The reference of records, from the JSON Schemas that the models give."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from writing import code, page, prose, table

from oer_build.schema import KINDS, json_schema

Schema = Mapping[str, Any]

FILES = {
    "framework": "competencies/framework.yml",
    "competency": "competencies/<identifier>.yml",
    "role": "competencies/roles/<identifier>.yml",
    "crosswalk": "competencies/crosswalks/<identifier>.yml",
    "module": "content/modules/<identifier>/index.md",
    "course": "content/courses/<identifier>/index.md",
    "programme": "content/programmes/<identifier>/index.md",
    "opportunity": "content/opportunities/<identifier>.md",
    "organisation": "content/organisations/<identifier>.yml",
    "pack": "content/packs/<identifier>/index.md",
    "story": "content/stories/<identifier>.md",
    "calls": "content/calls.yml",
    "wishes": "content/wishes.yml",
    "calendar": "content/calendar.yml",
    "glossary": "content/glossary.yml",
    "article": "any other .md file in content/ or in a folder of articles",
}
"""Where a record of each kind lies, as `oer_build/files/places.py` decides."""

FORMS = {
    "^[a-z0-9-]{1,64}$": "identifier",
    "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$": "date or year",
    "^https?://": "web address",
}
"""Patterns that have a name."""

WORDS = {"string": "text", "integer": "number", "number": "number", "boolean": "`true` or `false`"}
"""What types of JSON are called."""


def records() -> str:
    schemas = {kind: json_schema(kind) for kind in KINDS}
    parts = [
        "What authors may write in YAML files and in the front matter of Markdown files. A key that is not "
        "listed is an error, because most such keys are typing mistakes.",
        "Keys in **bold** are required. An *identifier* is 1 to 64 small letters, digits and hyphens. Text "
        "is plain text where the table does not say Markdown. YAML is read by the rules of version 1.2: `no` "
        "is a text, and `1.10` stays `1.10`.",
        "The same rules as JSON Schema, for editors: `oer schema`, see [Command line](command-line.md).",
    ]
    pieces: dict[str, Schema] = {}
    for kind, schema in schemas.items():
        pieces |= schema.get("$defs", {})
        parts += [
            f"## {kind.capitalize()}",
            prose(schema.get("description", "")),
            f"File: `{FILES[kind]}`",
            _properties(schema),
            _condition(schema),
        ]
    parts += ["## Parts of records", "Forms that several records share."]
    for name in sorted(pieces):
        piece = pieces[name]
        parts += [f"### {name}", prose(piece.get("description", "")), _properties(piece)]
    return page("Records", "Every key of every file that authors write.", *parts)


def _properties(schema: Schema) -> str:
    required = schema.get("required", [])
    rows = [("Key", "Form", "Meaning")]
    for name, rules in schema.get("properties", {}).items():
        key = f"**{code(name)}**" if name in required else code(name)
        rows.append((key, _form(rules), _meaning(rules)))
    return table(*rows)


def _condition(schema: Schema) -> str:
    """What is required only sometimes."""
    given = schema.get("if", {}).get("properties", {})
    needed = schema.get("else", {}).get("required", [])
    cases = [f"`{key}: {rules['const']}`" for key, rules in given.items() if "const" in rules]
    if not cases or not needed:
        return ""
    return f"{_listed(code(key) for key in needed)} is required too, unless the record says {_listed(cases)}."


def _listed(words: Iterable[str]) -> str:
    return ", ".join(words)


def _meaning(rules: Schema) -> str:
    parts = [prose(rules.get("description", ""))]
    if rules.get("default") not in (None, "", [], {}):
        parts.append(f"Default: {code(str(rules['default']))}.")
    examples = rules.get("examples", [])
    if examples:
        parts.append(f"For example {_listed(code(str(example)) for example in examples[:3])}.")
    return " ".join(part for part in parts if part)


def _form(rules: Schema) -> str:
    """What a value looks like, in words."""
    if "$ref" in rules:
        name = str(rules["$ref"]).rpartition("/")[2]
        return f"[{name}](#{name.lower()})"
    if "enum" in rules:
        return _listed(code(str(word)) for word in rules["enum"])
    if "const" in rules:
        return code(str(rules["const"]))
    for choice in ("oneOf", "anyOf"):
        if choice in rules:
            return ", or ".join(dict.fromkeys(_form(option) for option in rules[choice]))
    kinds = rules.get("type", "")
    kind = kinds[0] if isinstance(kinds, list) else kinds
    if kind == "array":
        items = rules.get("items", {})
        words = _form(items)
        return f"list: {words}" if words else "list"
    if kind == "object":
        return _mapping(rules)
    if rules.get("pattern") in FORMS:
        return FORMS[rules["pattern"]]
    return WORDS.get(kind, str(kind))


def _mapping(rules: Schema) -> str:
    inside = rules.get("additionalProperties")
    patterns = rules.get("patternProperties", {})
    values = next(iter(patterns.values()), inside if isinstance(inside, Mapping) else {})
    words = _form(values) if values else ""
    return f"keys with, under each, {words}" if words else "keys and values"
