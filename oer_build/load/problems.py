"""What pydantic found wrong, as diagnostics: at the place where the author wrote it, in the author's words.

Knows pydantic's error types and the schemas; nothing of pydantic's own wording reaches a reader.
"""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Any, get_args

from pydantic import BaseModel, ValidationError

from oer_build.codes import CODES
from oer_build.diagnostics import Report
from oer_build.files import IDENTIFIER
from oer_build.schema.competency import LIST_TAG, MAPPING_TAG
from oer_build.source import MAX_PROBLEMS, Document, Path

_PASSED_OVER = frozenset({LIST_TAG, MAPPING_TAG})
_KEY = "[key]"

_HABITS = {
    "author": "creator",
    "authors": "creator",
    "name": "title",
    "summary": "description",
    "abstract": "description",
    "statement": "fullStatement",
    "code": "humanCodingScheme",
    "id": "identifier",
    "lang": "inLanguage",
    "language": "inLanguage",
    "licence": "license",
    "duration": "timeRequired",
    "time": "timeRequired",
    "competencies": "teaches",
    "prerequisites": "requires",
    "status": "creativeWorkStatus",
    "state": "creativeWorkStatus",
    "tags": "keywords",
    "references": "sources",
    "citations": "sources",
    "date": "dateModified",
    "updated": "dateModified",
    "link": "url",
    "href": "url",
    "aliases": "synonyms",
    "year": "datePublished",
}
"""Words that other tools use for our keys, beyond the reach of a near miss."""

_PRIVATE = frozenset({"email", "mail", "e-mail", "phone", "telephone"})


def report_problems(
    error: ValidationError, model: type[BaseModel], document: Document, report: Report
) -> None:
    """One diagnostic for each error; none for a missing key where a mistyped one stands in its place."""
    errors = error.errors(include_url=False)[:MAX_PROBLEMS]
    mistyped = {
        (path[:-1], meant(str(path[-1]), _model_at(model, path)))
        for found in errors
        if found["type"] == "extra_forbidden" and (path := _path(found["loc"]))
    }
    for found in errors:
        path, kind = _path(found["loc"]), found["type"]
        if kind == "missing":
            if (path[:-1], path[-1]) not in mistyped:
                missing(path, document, report)
        elif kind == "extra_forbidden":
            _unknown(path, _model_at(model, path), document, report)
        elif kind in CODES:
            _refused(found, path, document, report)
        else:
            _mistaken(kind, found["input"], path, model, document, report)


def missing(path: Path, document: Document, report: Report) -> None:
    """Report a required key that is not there, at the beginning of what should hold it."""
    where = f"this item of `{_name(path[:-1])}`" if len(path) > 1 else "this record"
    report.add(
        "missing-key", document.span(path[:-1]), f"{where} has no `{path[-1]}`", f"add `{path[-1]}: ...`"
    )


def _unknown(path: Path, model: type[BaseModel], document: Document, report: Report) -> None:
    key = str(path[-1])
    likely = meant(key, model)
    if key.lower() in _PRIVATE:
        hint = "remove it: personal addresses do not belong in public files"
    elif likely:
        hint = f"did you mean '{likely}'?"
    else:
        hint = "use one of: " + ", ".join(model.model_fields)
    report.add("unknown-key", document.key_span(path), f"no key '{_shown(key)}' is known here", hint)


def _refused(found: Any, path: Path, document: Document, report: Report) -> None:
    """What a check of ours refused."""
    context = found.get("ctx", {})
    key = f"`{_name(path)}`"
    at_key = bool(found["loc"]) and found["loc"][-1] == _KEY
    if "message" not in context:  # the one shape that a discriminator refuses
        if found["input"] is None:
            _mistaken("list_type", None, path, BaseModel, document, report)
            return
        report.add(
            "wrong-type",
            document.span(path),
            f"{key} must be {found['msg']}",
            "write it as a list, each item after '- '",
        )
        return
    report.add(
        found["type"],
        document.key_span(path) if at_key else document.span(path),
        context["message"].replace("{key}", key),
        context["hint"],
    )


_EXPECTED = {
    "string_type": "text",
    "list_type": "a list",
    "dict_type": "keys with values",
    "model_type": "keys with values",
    "model_attributes_type": "keys with values",
    "bool_type": "true or false",
    "int_type": "a whole number",
}


def _mistaken(
    kind: str, value: Any, path: Path, model: type[BaseModel], document: Document, report: Report
) -> None:
    """A value of the wrong type."""
    name = f"`{_name(path)}`" if path else "this file"
    if path and isinstance(path[-1], int):
        name = f"an item of {name}"
    if value is None and not path:
        report.add("empty-value", document.span(), "this file is empty", _example(kind, "", path, model))
        return
    if value is None or kind == "too_short":
        report.add(
            "empty-value",
            document.key_span(path) if value is None else document.span(path),
            f"{name} has no {'value' if value is None else 'item'}",
            "give it one, or remove the key" if kind != "too_short" else "add one",
        )
        return
    expected = _EXPECTED.get(kind)
    if expected is None:
        report.add(
            "invalid-value",
            document.span(path),
            f"{name} cannot have this value",
            "see what the reference says of this key",
        )
        return
    report.add(
        "wrong-type",
        document.span(path),
        f"{name} must be {expected}, not {_words(value)}",
        _example(kind, value, path, model),
    )


def _words(value: Any) -> str:
    if isinstance(value, bool):
        return "true or false"
    if isinstance(value, int | float):
        return "a number"
    if isinstance(value, str):
        return "text"
    return "a list" if isinstance(value, list) else "keys with values"


def _example(kind: str, value: Any, path: Path, model: type[BaseModel]) -> str:
    """How to write it, with the author's own value where that is short."""
    plain = isinstance(value, str | int | float)
    written = str(value).lower() if isinstance(value, bool) else str(value)
    if kind == "string_type" and plain:
        return f'put it in quotes: "{_shown(written)}"'
    if kind == "string_type":
        return "write text after the colon; put text that begins with a bracket in quotes"
    of_records = _model_at(model, (*path, ""))
    fields = [name for name, field in of_records.model_fields.items() if field.is_required()]
    plain = plain and bool(IDENTIFIER.match(written))
    if kind == "list_type" and of_records is _model_at(model, path):
        return f"write [{_shown(written)}]" if plain else "write each item after '- '"
    if plain and len(fields) == 1:
        item = f"{{{fields[0]}: {written}}}"
        return f"write [{item}]" if kind == "list_type" else f"write {item}"
    if kind == "list_type":
        return "write each item after '- ', with its keys: " + ", ".join(fields)
    return "write {" + ", ".join(f"{name}: ..." for name in fields) + "}" if fields else "write key: value"


def _path(location: tuple[str | int, ...]) -> Path:
    return tuple(step for step in location if step not in _PASSED_OVER and step != _KEY)


def _name(path: Path) -> str:
    """The key that a path ends in, or that holds the list it ends in."""
    return _shown(next((str(step) for step in reversed(path) if isinstance(step, str)), "this record"))


def _model_at(model: type[BaseModel], path: Path) -> type[BaseModel]:
    """The schema of what holds the last step of a path."""
    for step in path[:-1]:
        if isinstance(step, str) and step in model.model_fields:
            model = next(_models(model.model_fields[step].annotation), model)
    return model


def _models(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for argument in get_args(annotation):
        yield from _models(argument)


def meant(key: str, model: type[BaseModel]) -> str:
    """The key that was meant by one that is not known, or an empty string."""
    if len(key) > _LONGEST:
        return ""
    word = key.lower().replace("_", "").replace("-", "")
    habit = _HABITS.get(key.lower(), "")
    if habit in model.model_fields:
        return habit
    likeness, best = max((_likeness(word, name.lower()), name) for name in model.model_fields)
    return best if likeness >= _LIKE else ""


_LIKE = 0.75
_LONGEST = 40
"""No key of ours is nearly as long; comparing long words costs the square of their length."""


def _likeness(word: str, known: str) -> float:
    """How like two words are, from 0 to 1: the order of the letters, which letters, and the first one.

    The order alone finds `audience` nearer to `lisence` than `license`.
    """
    in_order = SequenceMatcher(None, word, known).ratio()
    letters = SequenceMatcher(None, sorted(word), sorted(known)).ratio()
    return 0.4 * in_order + 0.4 * letters + 0.2 * (word[:1] == known[:1])


def _shown(text: str, limit: int = 60) -> str:
    shown = "".join(character if character.isprintable() else " " for character in text)
    return shown if len(shown) <= limit else shown[: limit - 3] + "..."
