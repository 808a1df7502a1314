"""The version of a built site, and addresses of scripts and styles that hold it."""

from __future__ import annotations

import hashlib
import posixpath
import re
import shutil
from collections.abc import Mapping
from html import escape, unescape
from pathlib import Path
from urllib.parse import unquote

ASSETS = "assets/"
_LEFT_OUT = frozenset({"sitemap.xml.gz", "site-offline.zip"})
"""Made of the other files, and not always of the same bytes."""
_SEARCH = "pagefind/"
_VERSIONED = (".css", ".js", ".mjs")
_TAG = re.compile(r"<(?:link|script)\b(?:[^<>\"']|\"[^\"]*\"|'[^']*')*>", re.IGNORECASE)
_ADDRESS = re.compile(r"(?P<name>\s(?:href|src)=)(?P<quote>[\"'])(?P<value>.*?)(?P=quote)", re.IGNORECASE)
_MARK = 'data-oer-app=""'


def version_of(folder: Path) -> str:
    """What stands for the content of every published file: the same files give the same version."""
    sums = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_file() and name not in _LEFT_OUT:
            sums.update(f"{name}\0{hashlib.sha256(path.read_bytes()).hexdigest()}\n".encode())
    return sums.hexdigest()[:12]


def move_assets(folder: Path, version: str) -> dict[str, str]:
    """Copy what lies in `assets/` to a folder with the version in its name. Gives new addresses by old path.

    The files stay at their old address too, for what names it in other ways. A script or a style elsewhere
    gets its version as a query: scripts of a project that import one another belong into `assets/`.
    """
    renamed = {}
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if not path.is_file() or name.startswith(_SEARCH):
            continue
        if name.startswith(ASSETS) and path.suffix != ".map":
            renamed[name] = f"assets-{version}/{name.removeprefix(ASSETS)}"
            copy = folder / renamed[name]
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, copy)
        elif name.endswith(_VERSIONED) and not name.startswith(ASSETS):
            renamed[name] = f"{name}?v={version}"
    return renamed


def with_version(html: str, path: str, renamed: Mapping[str, str], base: str, version: str) -> str:
    """The page at `path` with its scripts and styles at their new addresses, and with the version."""
    here = posixpath.dirname(path)

    def address(match: re.Match[str]) -> str:
        value = unescape(match["value"])
        if value.startswith("//") or re.match(r"[A-Za-z][A-Za-z0-9+.-]*:", value):
            return match[0]
        way = unquote(re.split(r"[?#]", value, maxsplit=1)[0])
        rooted = way.startswith(base)
        old = posixpath.normpath(way[len(base) :] if rooted else posixpath.join(here, way))
        if old not in renamed or (way.startswith("/") and not rooted):
            return match[0]
        new = base + renamed[old] if rooted else posixpath.relpath(renamed[old], here or ".")
        return f"{match['name']}{match['quote']}{escape(new)}{match['quote']}"

    text = _TAG.sub(lambda tag: _ADDRESS.sub(address, tag[0]), html)
    return text.replace(_MARK, f'data-oer-app="{version}"')
