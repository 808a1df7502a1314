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
    "framework",
    "competency",
    "role",
    "crosswalk",
    "module",
    "course",
    "programme",
    "opportunity",
    "organisation",
    "pack",
    "story",
    "glossary",
    "calls",
    "wishes",
    "calendar",
    "article",
    "asset",
    "",
]

_COMPETENCY_FOLDERS: dict[str, Kind] = {"roles": "role", "crosswalks": "crosswalk"}
FOLDERS_OF_RECORDS: dict[str, Kind] = {
    "modules": "module",
    "courses": "course",
    "programmes": "programme",
    "packs": "pack",
}
"""Where each record has a folder of its own with an `index.md`."""

FOLDERS_OF_FILES: dict[str, tuple[Kind, str]] = {
    "opportunities": ("opportunity", ".md"),
    "stories": ("story", ".md"),
    "organisations": ("organisation", ".yml"),
}
"""Where each record is one file, and how its name ends."""

_LISTS: dict[str, Kind] = {
    "glossary.yml": "glossary",
    "calls.yml": "calls",
    "wishes.yml": "wishes",
    "calendar.yml": "calendar",
}
"""Files that hold many small records."""

LIST_PAGES: dict[str, str] = {
    "glossary": "glossary/",
    "calls": "taking-part/",
    "wishes": "taking-part/",
    "calendar": "calendar/",
}
"""By kind: the page that shows all records of such a file."""

ADDRESSES: dict[str, str] = {
    "competency": "competencies/",
    "role": "roles/",
    "crosswalk": "crosswalks/",
    "module": "modules/",
    "course": "courses/",
    "programme": "programmes/",
    "opportunity": "opportunities/",
    "organisation": "organisations/",
    "pack": "packs/",
    "story": "stories/",
}
"""By kind: what the address of a record begins with."""

INTRODUCED = frozenset(
    {
        "accessibility/",
        "calendar/",
        "catalogue/",
        "competencies/",
        "courses/",
        "coverage/",
        "crosswalks/",
        "framework/",
        "glossary/",
        "licenses/",
        "map/",
        "modules/",
        "opportunities/",
        "organisations/",
        "overlaps/",
        "packs/",
        "programmes/",
        "roles/",
        "stories/",
        "taking-part/",
    }
)
"""Site-wide pages that show an article at the same address (`content/map.md`) as their introduction."""

_SITE_WIDE = (
    r"search/(?:all/|by-level/|by-length/|pages\.json|words\.json)?|self-assessment/|my-learning/|offline/"
)
_OF_RECORDS = (
    r"(?:competencies|roles|crosswalks)/.*|(?:opportunities|organisations|stories)/.+/"
    r"|(?:modules|courses|programmes|packs)/[^/]*/(?:(?:teach|slides|handouts|agenda|run-sheet)/)?"
    r"|(?:modules|packs)/([^/]*)/\1\.zip|programmes/([^/]*)/\2\.ics"
)
_DATA = (
    r"(?:ims|schemas|pagefind)/.*|(?:catalogue|coverage|opportunities|overlaps|prerequisites)\.csv|calendar\.ics"
    r"|(?:competency-map|prerequisites)\.svg"
)
_HOST = r"404/|assets/(?:stylesheets|javascripts|oer)/.*"
_GENERATED = re.compile("|".join((_SITE_WIDE, _OF_RECORDS, _DATA, _HOST)), re.IGNORECASE)
"""Addresses under the site that the program or its theme publishes, beside the pages that have an
introduction."""


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
    """Whether a page or asset would take an address that belongs to something generated. An introduction
    takes none: it is shown on the page that has the address."""
    if place.kind not in ("article", "asset") or place.address in INTRODUCED:
        return False
    return bool(_GENERATED.fullmatch(place.address))


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
    if len(parts) == 1 and name in _LISTS:
        return Place(_LISTS[name], name.removesuffix(".yml"), LIST_PAGES[_LISTS[name]])
    if len(parts) == 3 and parts[0] in FOLDERS_OF_RECORDS and name == "index.md":
        return Place(FOLDERS_OF_RECORDS[parts[0]], parts[1], f"{parts[0]}/{parts[1]}/")
    if len(parts) == 2 and parts[0] in FOLDERS_OF_FILES and name != "index.md":
        kind, ending = FOLDERS_OF_FILES[parts[0]]
        if name.endswith(ending):
            identifier = name.removesuffix(ending)
            return Place(kind, identifier, f"{parts[0]}/{identifier}/")
    if name.endswith((".yml", ".yaml")):
        return Place("", hint=_yaml_hint(parts))
    return _page_place(parts)


def _yaml_hint(parts: list[str]) -> str:
    stem = "/".join(parts).removesuffix(".yaml").removesuffix(".yml")
    kind, ending = FOLDERS_OF_FILES.get(parts[0], ("", ""))
    if parts[-1].endswith(".yaml") and (f"{stem}.yml" in _LISTS or ending == ".yml"):
        return "end its name in .yml"
    if kind and ending != ".yml":
        return f"each {kind} is one file of Markdown that begins with its keys: {CONTENT}/{stem}{ending}"
    files = ", ".join(sorted(_LISTS))
    return f"YAML files in content/ are {files} and organisations/<identifier>.yml"


def _page_place(parts: list[str]) -> Place:
    address = "/".join(parts)
    if not parts[-1].endswith(".md"):
        return Place("asset", address=address)
    if parts[-1] == "index.md":
        address = address.removesuffix("index.md")
    else:
        address = address.removesuffix(".md") + "/"
    return Place("article", address.rstrip("/"), address)
