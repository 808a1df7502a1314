"""What `oer new` writes: a whole site that works, or one record, from the templates in this folder.

Templates are text with `<< values >>` and `<% blocks %>`, so that YAML, Markdown and our blocks stay as they
are. Knows the layout of a project and the JSON Schemas; asks nobody and prints nothing. The words of the
templates belong to no course: CC0, for whoever starts a site.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent
ENDING = ".tmpl"
SCHEMAS = ".oer/schemas"
"""Where a project keeps the JSON Schemas that its files name in their first line."""

RECORDS = {
    "competency": ("records/competency.yml.tmpl", "competencies/{}.yml"),
    "module": ("records/module.md.tmpl", "content/modules/{}/index.md"),
    "course": ("records/course.md.tmpl", "content/courses/{}/index.md"),
}
"""The template of a kind of record, and where its files lie."""


class Taken(Exception):
    """A file or folder is already there. The message names it."""


def site(values: Mapping[str, Any]) -> dict[str, str]:
    """The files of a new site, by path.

    `values`: `title`, `license` (SPDX), `url` (or empty), `language` (BCP 47), `material_language` and
    `identifier`.
    """
    files = {}
    for template in sorted((FOLDER / "site").rglob(f"*{ENDING}")):
        path = template.relative_to(FOLDER / "site").as_posix().removesuffix(ENDING)
        path = path.replace("dot-", ".").replace("strings/strings.po", f"strings/{values['language']}.po")
        files[path] = draw(template, values)
    return files


def record(kind: str, identifier: str, values: Mapping[str, Any]) -> dict[str, str]:
    """The file of a new record, by path."""
    template, path = RECORDS[kind]
    return {path.format(identifier): draw(FOLDER / template, {**values, "identifier": identifier})}


def schemas() -> Iterator[tuple[str, str]]:
    """The JSON Schemas as files: name and text."""
    from oer_build.schema import KINDS, json_schema

    for kind in KINDS:
        yield f"{kind}.schema.json", json.dumps(json_schema(kind), ensure_ascii=False, indent=2) + "\n"


def draw(template: Path, values: Mapping[str, Any]) -> str:
    """The text that a template makes of values."""
    from jinja2 import Environment, StrictUndefined

    environment = Environment(
        variable_start_string="<<",
        variable_end_string=">>",
        block_start_string="<%",
        block_end_string="%>",
        comment_start_string="<#",
        comment_end_string="#>",
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        # Nothing here is HTML: what enters YAML goes through the filter `yaml`.
        autoescape=False,  # noqa: S701
    )
    environment.filters["yaml"] = quoted
    return environment.from_string(template.read_text(encoding="utf-8")).render(values)


def quoted(text: str) -> str:
    """A text as a YAML scalar: JSON's strings are YAML's double-quoted ones."""
    return json.dumps(text, ensure_ascii=False)


def write(root: Path, files: Mapping[str, str]) -> None:
    """Write files that are not there yet. Raises `Taken`, and writes nothing, when one is."""
    for path in files:
        place = root / path
        if place.exists() or place.is_symlink():
            raise Taken(path)
    for path, text in files.items():
        place = root / path
        place.parent.mkdir(parents=True, exist_ok=True)
        with place.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
