"""The walk over the folders: looks at every entry, opens regular files only, and says what it left out.

Entries are judged by `lstat` and opened without following links or waiting for a pipe; what has changed
between the look and the opening is judged again on the open file.
"""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import PurePosixPath, PureWindowsPath

from oer_build.diagnostics import Related, Report, Span
from oer_build.files.assets import TYPES, extension
from oer_build.files.names import asset_problem, identifier_problem, ignored, shown
from oer_build.files.pictures import Size, picture_size
from oer_build.files.places import FOLDERS_OF_FILES, FOLDERS_OF_RECORDS, LIST_PAGES, Place, place_of, reserved
from oer_build.files.regular import Refused, irregular, read_regular
from oer_build.files.svg import check_svg
from oer_build.files.text import decode, long_line
from oer_build.project import COMPETENCIES, CONTENT, Project

MAX_YAML_BYTES = 1024 * 1024
MAX_MARKDOWN_BYTES = 256 * 1024
MAX_ASSET_BYTES = 50 * 1024 * 1024
MAX_SVG_BYTES = 5 * 1024 * 1024
MAX_LICENCE_BYTES = 64 * 1024
MAX_FOLDERS = 20
"""How deep folders may be nested."""
REUSE_FILE = "REUSE.toml"
SIDE_CAR = ".license"


@dataclass(frozen=True, slots=True)
class AssetFile:
    """A file that may be published as it is. `path` is its address under the site."""

    file: str
    path: str
    size: int
    media_type: str
    digest: str
    """SHA-256 of the content, hexadecimal."""
    picture: Size | None = None
    """Width and height of a picture, where they can be told."""


@dataclass(slots=True)
class Sources:
    """What was read, by project-relative path in the order of the names."""

    records: dict[str, str] = field(default_factory=dict)
    """Text of each YAML and Markdown file."""
    places: dict[str, Place] = field(default_factory=dict)
    """What each record is."""
    assets: dict[str, AssetFile] = field(default_factory=dict)
    side_cars: dict[str, str] = field(default_factory=dict)
    """By asset: the text of its `.license` file."""
    reuse: str | None = None
    """Text of REUSE.toml."""
    refused: set[tuple[str, str]] = field(default_factory=set)
    """Kind and identifier (of a page or asset: its address) of what is there but could not be used."""


def read_project(project: Project, report: Report) -> Sources:
    """Every source of a project. What cannot be used is reported and left out."""
    return _Walk(project, report).read()


class _Walk:
    def __init__(self, project: Project, report: Report) -> None:
        self._root = project.root
        self._articles = project.articles
        self._settings = project.settings
        self._report = report
        self._sources = Sources()
        self._published: dict[str, str] = {}
        self._with_index: set[str] = set()
        self._record_folders: dict[str, str] = {}

    def read(self) -> Sources:
        for folder in (COMPETENCIES, CONTENT, *self._article_folders()):
            for file in self._files(folder):
                self._take(file)
        self._reuse()
        for folder, file in self._record_folders.items():
            if folder not in self._with_index:
                self._report.add(
                    "missing-index",
                    Span(file),
                    f"the folder {folder} has no index.md",
                    f"add {folder}/index.md, or remove the folder",
                )
        return self._sources

    # -- folders -------------------------------------------------------------------------------------------

    def _article_folders(self) -> Iterator[str]:
        walked = [PurePosixPath(COMPETENCIES), PurePosixPath(CONTENT)]
        for at, written in sorted(enumerate(self._articles), key=lambda one: len(one[1])):
            folder = PurePosixPath(written.replace("\\", "/"))
            if (
                folder.is_absolute()
                or PureWindowsPath(written).drive
                or ".." in folder.parts
                or not folder.parts
            ):
                self._report.add(
                    "path-outside-project",
                    self._settings.option("articles", at),
                    f"the folder of pages '{shown(written)}' is not inside the project",
                    "name a folder of the project, such as docs",
                )
            elif any(folder.is_relative_to(above) for above in walked):
                continue
            elif not (self._root / folder).is_dir():
                self._report.add(
                    "missing-folder",
                    self._settings.option("articles", at),
                    f"there is no folder '{folder}', which the settings name as a folder of pages",
                    "make it, or take it out of the settings",
                )
            else:
                walked.append(folder)
                yield str(folder)

    def _files(self, top: str) -> Iterator[str]:
        """Regular files below a folder in the order of their paths."""
        for depth in range(len(top.split("/"))):
            folder = "/".join(top.split("/")[: depth + 1])
            try:
                mode = os.lstat(self._root / folder).st_mode
            except OSError:
                return
            if not stat.S_ISDIR(mode):
                self._irregular(folder, mode)
                return
        stack = [top]
        while stack:
            folder = stack.pop()
            if folder.count("/") >= MAX_FOLDERS:
                self._add(
                    "bad-file-name",
                    folder,
                    f"folders are nested more than {MAX_FOLDERS} deep",
                    "move the files further up",
                )
                continue
            folders: list[str] = []
            yield from self._entries(folder, folders)
            stack.extend(reversed(folders))

    def _entries(self, folder: str, folders: list[str]) -> Iterator[str]:
        try:
            with os.scandir(self._root / folder) as entries:
                found = sorted((e for e in entries if not ignored(e.name)), key=lambda e: e.name)
        except OSError as error:
            self._add(
                "not-a-regular-file",
                folder,
                f"the folder cannot be read: {error.strerror}",
                "give yourself the right to read it",
            )
            return
        clashing = self._clashing(folder, [entry.name for entry in found])
        for entry in found:
            path = f"{folder}/{entry.name}"
            try:
                mode = entry.stat(follow_symlinks=False).st_mode
            except OSError:
                continue  # removed since the folder was listed
            if stat.S_ISDIR(mode):
                problem, hint = identifier_problem(entry.name)
                if entry.name in clashing:
                    continue
                if problem:
                    self._add("bad-file-name", path, problem, hint)
                else:
                    folders.append(path)
            elif not stat.S_ISREG(mode):
                self._refuse(path)
                self._irregular(path, mode)
            elif entry.name not in clashing:
                yield path

    def _clashing(self, folder: str, names: list[str]) -> set[str]:
        """Names that differ from another one in the folder only by case; reported."""
        by_fold: dict[str, list[str]] = {}
        for name in names:
            by_fold.setdefault(name.casefold(), []).append(name)
        clashing = set()
        for alike in by_fold.values():
            if len(alike) > 1:
                kept = next((name for name in alike if name == name.lower()), alike[0])
                for name in alike:
                    if name != kept:
                        clashing.add(name)
                        self._report.add(
                            "case-collision",
                            Span(f"{folder}/{shown(name)}"),
                            f"'{shown(name)}' and '{shown(kept)}' are one file on many computers",
                            "rename one of them",
                            [Related(Span(f"{folder}/{shown(kept)}"), "the other one is here")],
                        )
        return clashing

    # -- files ---------------------------------------------------------------------------------------------

    def _take(self, path: str) -> None:
        if path.endswith(SIDE_CAR):
            return  # read with its asset
        place = place_of(path)
        name = path.rpartition("/")[2]
        if not place.kind:
            self._add("misplaced-file", path, "no file of this kind belongs here", place.hint)
            return
        self._note_folder(path)
        if not self._named_well(path, name, place):
            self._refuse(path)
            return
        if reserved(place):
            self._add(
                "reserved-path",
                path,
                f"'{place.address}' is the address of a generated page or file",
                self._way_out(path, place),
            )
            return
        # What lists hold is shown on a page that may have an introduction: they do not take its address.
        taken = path if place.kind in LIST_PAGES else place.address or path
        if taken in self._published:
            self._report.add(
                "reserved-path",
                Span(path),
                f"this file and another one would be published at '{place.address}'",
                "rename one of them",
                [Related(Span(self._published[taken]), "the other one is here")],
            )
            return
        self._published[taken] = path
        if place.kind == "asset":
            self._asset(path, name, place)
        else:
            self._record(path, place)

    def _note_folder(self, path: str) -> None:
        """Remember folders that hold one record each, to find those without `index.md`."""
        parts = path.split("/")
        if len(parts) >= 4 and parts[0] == CONTENT and parts[1] in FOLDERS_OF_RECORDS:
            folder = "/".join(parts[:3])
            self._record_folders.setdefault(folder, path)
            if len(parts) == 4 and parts[3] == "index.md":
                self._with_index.add(folder)

    def _named_well(self, path: str, name: str, place: Place) -> bool:
        if place.kind == "asset":
            problem, hint = asset_problem(name)
        else:
            problem, hint = identifier_problem(name.rpartition(".")[0])
            extension_of = name.rpartition(".")[2]
            hint = f"{hint[:-1]}.{extension_of}'" if hint.startswith("call it") else hint
        if problem:
            self._add("bad-file-name", path, problem, hint)
        return not problem

    def _way_out(self, path: str, place: Place) -> str:
        folder, _, name = place.address.rstrip("/").partition("/")
        if place.kind == "article" and folder in FOLDERS_OF_RECORDS and "/" not in name:
            return f"a {FOLDERS_OF_RECORDS[folder]} is written in {path[:-3]}/index.md"
        if place.kind == "article" and folder in FOLDERS_OF_FILES:
            kind, ending = FOLDERS_OF_FILES[folder]
            name = name.rpartition("/")[2]
            return f"each {kind} is one file: {CONTENT}/{folder}/{name}{ending}"
        return "rename it or move it to another folder"

    def _record(self, path: str, place: Place) -> None:
        yaml = path.endswith(".yml")
        data = self._bytes(path, MAX_YAML_BYTES if yaml else MAX_MARKDOWN_BYTES)
        text = decode(data, path, self._report) if data is not None else None
        if text is None or (not yaml and long_line(text, path, self._report)):
            self._refuse(path)
            return
        self._sources.records[path] = text
        self._sources.places[path] = place

    def _asset(self, path: str, name: str, place: Place) -> None:
        kind = TYPES.get(extension(name))
        if kind is None:
            self._add(
                "asset-type",
                path,
                f"files of the kind '.{extension(name)}' are not published",
                "save it as one of: " + ", ".join(TYPES),
            )
            self._refuse(path)
            return
        data = self._bytes(path, MAX_SVG_BYTES if kind is TYPES["svg"] else MAX_ASSET_BYTES)
        if data is not None and not kind.matches(data):
            self._add(
                "asset-type",
                path,
                f"the content of this file is not what '.{extension(name)}' says",
                "save it anew in that format, or give it the extension of its format",
            )
            data = None
        if data is None or (kind is TYPES["svg"] and not check_svg(data, path, self._report)):
            self._refuse(path)
            return
        digest = hashlib.sha256(data).hexdigest()
        self._sources.assets[path] = AssetFile(
            path, place.address, len(data), kind.media_type, digest, picture_size(data, extension(name))
        )
        self._side_car(path)

    def _side_car(self, asset: str) -> None:
        path = asset + SIDE_CAR
        try:
            mode = os.lstat(self._root / path).st_mode
        except OSError:
            return
        if stat.S_ISREG(mode):
            data = self._bytes(path, MAX_LICENCE_BYTES)
            text = decode(data, path, self._report) if data is not None else None
            self._sources.side_cars[asset] = text or ""

    def _reuse(self) -> None:
        try:
            mode = os.lstat(self._root / REUSE_FILE).st_mode
        except OSError:
            return
        if not stat.S_ISREG(mode):
            self._irregular(REUSE_FILE, mode)
            return
        data = self._bytes(REUSE_FILE, MAX_YAML_BYTES)
        if data is not None:
            self._sources.reuse = decode(data, REUSE_FILE, self._report)

    def _bytes(self, path: str, limit: int) -> bytes | None:
        """The content of a regular file, or None with the reason in the report."""
        try:
            return read_regular(self._root, path, limit)
        except Refused as refused:
            self._add(refused.code, path, refused.message, refused.hint)
            return None

    # -- problems ------------------------------------------------------------------------------------------

    def _refuse(self, path: str) -> None:
        place = place_of(path)
        self._note_folder(path)
        if place.kind:
            self._sources.refused.add((place.kind, place.identifier or place.address))

    def _irregular(self, path: str, mode: int) -> None:
        refused = irregular(mode)
        self._add(refused.code, path, refused.message, refused.hint)

    def _add(self, code: str, path: str, message: str, hint: str) -> None:
        self._report.add(code, Span("/".join(shown(part) for part in path.split("/"))), message, hint)
