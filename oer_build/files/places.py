"""The layout of a project: which kind of record a path holds, its identifier, and its address under the site.

A stranger can predict it: `content/modules/users-first/index.md` is the module `users-first` at
`modules/users-first/`. No registry says otherwise.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from oer_build.project import COMPETENCIES, CONTENT

Kind = Literal[
    "framework", "competency", "role", "crosswalk", "module", "course", "glossary", "article", "asset", ""
]

_COMPETENCY_FOLDERS: dict[str, Kind] = {"roles": "role", "crosswalks": "crosswalk"}
_CONTENT_FOLDERS: dict[str, Kind] = {"modules": "module", "courses": "course"}

_SITE_WIDE = r"(?:map|coverage|catalogue|glossary|licenses|search|framework|modules|courses)/"
_OF_RECORDS = (
    r"(?:competencies|roles|crosswalks)/.*|(?:modules|courses)/[^/]*/(?:teach/)?|modules/([^/]*)/\1\.zip"
)
_DATA = r"(?:ims|schemas|pagefind)/.*|(?:catalogue|coverage)\.csv|competency-map\.svg"
_HOST = r"404/|assets/(?:stylesheets|javascripts|oer)/.*"
_GENERATED = re.compile("|".join((_SITE_WIDE, _OF_RECORDS, _DATA, _HOST)), re.IGNORECASE)
"""Addresses under the site that the program or its theme publishes."""


@dataclass(frozen=True, slots=True)
class Place:
    """What a path is. `kind` is empty where no kind of file belongs; `address` is the URL under the site."""

    kind: Kind
    identifier: str = ""
    address: str = ""
    hint: str = ""
    """What to do, where the path is misplaced."""


def place_of(path: str) -> Place:
    """The place of a project-relative path. Outside the folders of records all is pages and assets."""
    parts = path.split("/")
    if parts[0] == COMPETENCIES:
        return _competency_place(parts[1:])
    if parts[0] == CONTENT:
        return _content_place(parts[1:])
    return _page_place(parts)


def reserved(place: Place) -> bool:
    """Whether a page or asset would take an address that belongs to something generated."""
    return place.kind in ("article", "asset") and bool(_GENERATED.fullmatch(place.address))


def _competency_place(parts: list[str]) -> Place:
    name = parts[-1]
    if not name.endswith(".yml"):
        hint = "end its name in .yml" if name.endswith(".yaml") else "this folder holds .yml files only"
        return Place("", hint=hint)
    identifier = name[:-4]
    if len(parts) == 1:
        if identifier == "framework":
            return Place("framework", identifier)
        return Place("competency", identifier, f"competencies/{identifier}/")
    if len(parts) == 2 and parts[0] in _COMPETENCY_FOLDERS:
        return Place(_COMPETENCY_FOLDERS[parts[0]], identifier, f"{parts[0]}/{identifier}/")
    return Place("", hint="use competencies/, competencies/roles/ or competencies/crosswalks/")


def _content_place(parts: list[str]) -> Place:
    name = parts[-1]
    if parts == ["glossary.yml"]:
        return Place("glossary", "glossary", "glossary/")
    if len(parts) == 3 and parts[0] in _CONTENT_FOLDERS and name == "index.md":
        return Place(_CONTENT_FOLDERS[parts[0]], parts[1], f"{parts[0]}/{parts[1]}/")
    if parts == ["glossary.yaml"]:
        return Place("", hint="end its name in .yml")
    if name.endswith((".yml", ".yaml")):
        return Place("", hint="the only YAML file in content/ is content/glossary.yml")
    return _page_place(parts)


def _page_place(parts: list[str]) -> Place:
    address = "/".join(parts)
    if not parts[-1].endswith(".md"):
        return Place("asset", address=address)
    if parts[-1] == "index.md":
        address = address.removesuffix("index.md")
    else:
        address = address.removesuffix(".md") + "/"
    return Place("article", address.rstrip("/"), address)
