"""The reference of page templates: what each is given, from the context classes of `oer_build/pages/`.

A context is a class whose name ends in `Context` and whose docstring names its template.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from classes import Class, held, in_words, modules
from jinja2 import Environment
from writing import code, fence, page, prose, table

from oer_build.model import Site
from oer_build.project import PAGE_OVERRIDES, Project
from oer_build.strings import Strings
from oer_build.templates import PACKAGE_TEMPLATES, environment

VALUES = {
    "shapes": "Outlines of the eight shapes of competencies, as path data of SVG in a square of 16. "
    "The `mark` of a competency is the place of its shape among them, from 1.",
}
"""Meanings of what every template is given and cannot say itself what it is: a value has no docstring."""


def templates() -> str:
    contexts = sorted(_contexts(), key=lambda context: _template(context) or context.name)
    parts = [
        "The body of each kind of page is drawn by a Jinja template. A file with the same name in "
        f"`{PAGE_OVERRIDES}/` of a project replaces the tool's, see "
        "[Override a page](../how-to/override-a-page.md). A template is given the names below and no others: "
        "an unknown name is an error.",
        "## In every template",
        *_everywhere(),
        "## Pages",
    ]
    told = set()
    for context in contexts:
        told.add(_template(context))
        parts += [f"### {_template(context) or context.name}", prose(context.text), _fields(context)]
    shared = [path for path in sorted(PACKAGE_TEMPLATES.glob("*.jinja")) if path.name not in told]
    if shared:
        rows = [("Template", "What it holds"), *((code(path.name), _comment(path)) for path in shared)]
        parts += ["## Shared pieces", "Templates that others import.", table(*rows)]
    parts += ["## Values", "What the names above hold, where that is more than text, numbers and lists."]
    for value in sorted(_reached(contexts), key=lambda value: (value.name, value.module.room)):
        parts += [f"### {value.name}", prose(value.text), _fields(value)]
    return page("Templates", "What each page template is given.", *parts)


def _contexts() -> Iterator[Class]:
    for module in modules().values():
        if module.room.startswith("pages/"):
            yield from (value for value in module.classes.values() if value.name.endswith("Context"))


def _template(context: Class) -> str:
    """The template that a context's docstring names first."""
    found = re.search(r"`([\w-]+\.html\.jinja)`", context.text)
    return found[1] if found else ""


def _fields(value: Class) -> str:
    rows = [(code(one.name), in_words(one.kind, value.module), prose(one.text)) for one in value.all_fields()]
    return table(("Name", "Holds", "Meaning"), *rows)


def _reached(contexts: list[Class]) -> list[Class]:
    """The classes that fields of contexts hold, and those that these hold in turn."""
    found: dict[int, Class] = {}
    waiting = list(contexts)
    while waiting:
        value = waiting.pop()
        for one in value.all_fields():
            for inner in held(one.kind, value.module):
                if id(inner) not in found and inner not in contexts:
                    found[id(inner)] = inner
                    waiting.append(inner)
    return list(found.values())


def _everywhere() -> Iterator[str]:
    plain = Environment(autoescape=True)
    ours = environment(Project(Path(), Site("", "")), Strings("en"))
    rows = [
        ("Name", "Meaning"),
        ("`_(text)`", "The text in the language of the words of the page: mostly that of the site."),
        ("`ngettext(singular, plural, n)`", "One of two texts, by a number, in the same language."),
    ]
    translating = {"_", "gettext", "ngettext", "pgettext", "npgettext"}
    for name in sorted(set(ours.globals) - set(plain.globals) - translating):
        thing = ours.globals[name]
        if callable(thing):
            rows.append((code(f"{name}(...)"), _doc(thing)))
        else:
            rows.append((code(name), VALUES[name]))
    for name in sorted(set(ours.filters) - set(plain.filters)):
        meaning = _doc(ours.filters[name]) or "A number as the language of the words writes it."
        rows.append((f"{code(name)} (filter)", meaning))
    yield table(*rows)
    yield fence('<a href="{{ url("map/") }}">{{ _("Map") }}</a> {{ module.minutes | hours }}', "html")


def _doc(thing: object) -> str:
    return prose((thing.__doc__ or "").strip()).split("\n\n")[0] if callable(thing) else ""


def _comment(path: Path) -> str:
    """The first paragraph of the comment at the head of a template."""
    found = re.match(r"\s*\{#-?(.*?)-?#\}", path.read_text(encoding="utf-8"), re.DOTALL)
    return prose(found[1]).split("\n\n")[0] if found else ""
