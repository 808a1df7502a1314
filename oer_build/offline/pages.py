"""A page of the site as a page of the offline copy: addresses end in `index.html`, one classic script takes
the place of the modules, and what only makes sense on a server is gone.

Works on HTML that our templates and MkDocs wrote, tag by tag; text, scripts and comments stay as they are.
"""

from __future__ import annotations

import json
import posixpath
import re
from collections.abc import Callable, Set
from dataclasses import dataclass
from html import escape, unescape
from urllib.parse import quote, unquote

BUNDLE = "offline/scripts.js"

_PIECE = re.compile(
    r"<!--.*?-->"
    r"|(?P<raw><(?P<name>script|style|textarea|title)\b(?:[^<>\"']|\"[^\"]*\"|'[^']*')*>)(?P<text>.*?)</(?P=name)\s*>"
    r"|(?P<tag><[A-Za-z](?:[^<>\"']|\"[^\"]*\"|'[^']*')*>)",
    re.DOTALL | re.IGNORECASE,
)
_ATTRIBUTE = re.compile(r"(?P<name>\s[^\s=<>\"'/]+)=(?P<quote>[\"'])(?P<value>.*?)(?P=quote)", re.DOTALL)
_ONLINE_ONLY = re.compile(
    r"<(\w+)\b[^<>]*\sdata-online-only\b[^<>]*>.*?</\1>\s*"
    r"|<meta http-equiv=\"Content-Security-Policy\"[^<>]*>\s*",
    re.DOTALL,
)
"""What is of use where there is a network only, and the policy: a folder is no place that it could name."""
_JSON_ADDRESS = re.compile(r'"((?:\.\.?/)+[^"\\]*)"')
_ADDRESSES = frozenset({"href", "src", "action", "formaction", "poster", "data", "xlink:href"})
_NOT_FROM_A_FOLDER = frozenset({"modulepreload", "manifest", "preload", "prefetch"})
"""What `<link>` fetches in a way that browsers refuse from a folder."""


@dataclass(frozen=True, slots=True)
class Copied:
    """A page of the copy, and the modules that it began with, by path under the site."""

    html: str
    modules: tuple[str, ...]


def copied(html: str, path: str, folders: Set[str], base: str = "/") -> Copied:
    """The page at `path`, a file under the site: `map/index.html`.

    `folders` are the paths of all pages that are a folder's (`map/`, and an empty text for home). `base` is
    the path at which the site is served: an address that begins with it is made relative.
    """
    here = posixpath.dirname(path)
    modules: list[str] = []

    def address(value: str) -> str:
        return offline_address(value, here, folders, base)

    def piece(match: re.Match[str]) -> str:
        if match["tag"]:
            return _tag(match["tag"], address)
        if not match["raw"]:
            return match[0]
        opening = match["raw"]
        if match["name"].lower() != "script":
            return _tag(opening, address) + match[0][len(opening) :]
        kind, source = _value(opening, "type"), _value(opening, "src")
        if kind == "module" and source and "://" not in source:
            modules.append(posixpath.normpath(posixpath.join(here, unquote(address(source)))))
            return "" if len(modules) > 1 else "\0"
        if kind == "application/json":
            return opening + _json(match["text"], address) + match[0][len(opening) + len(match["text"]) :]
        return _tag(opening, address) + match[0][len(opening) :]

    text = _PIECE.sub(piece, _ONLINE_ONLY.sub("", html))
    script = posixpath.relpath(BUNDLE, here or ".")
    names = escape(" ".join(quote(name) for name in modules))
    text = text.replace("\0", f'<script defer src="{script}" data-modules="{names}"></script>')
    return Copied(text, tuple(modules))


def offline_address(value: str, here: str, folders: Set[str], base: str = "/") -> str:
    """An address of a page in the folder `here` as it must be in the copy."""
    if value.startswith(base) and not value.startswith("//"):
        target = unquote(re.split(r"[?#]", value[len(base) :], maxsplit=1)[0])
        value = (
            posixpath.relpath(target or ".", here or ".")
            + ("/" if target.endswith("/") else "")
            + value[len(base) + len(quote(target)) :]
        )
    way, rest = _divided(value)
    if not way or way.startswith("/") or re.match(r"[A-Za-z][A-Za-z0-9+.-]*:", way):
        return value
    target = posixpath.normpath(posixpath.join(here, unquote(way)))
    folder = "" if target == "." else f"{target}/"
    if folder in folders:
        return f"{way.rstrip('/')}/index.html{rest}" if way.rstrip("/") else f"index.html{rest}"
    return value


def _divided(value: str) -> tuple[str, str]:
    """An address without query and fragment, and the two."""
    at = min((value.find(sign) for sign in "?#" if sign in value), default=len(value))
    return value[:at], value[at:]


def _tag(tag: str, address: Callable[[str], str]) -> str:
    name = tag[1:].split(None, 1)[0].strip("/>").lower()
    if name == "html":
        return tag[:-1] + " data-oer-offline>"
    if name == "link":
        relations = set(_value(tag, "rel").lower().split())
        if relations & _NOT_FROM_A_FOLDER:
            return ""
        if relations & {"canonical", "license", "alternate"}:
            return tag
    if re.search(r"\sdata-offline-only\b", tag):
        tag = re.sub(r"\shidden(?:=(?:\"[^\"]*\"|'[^']*'))?(?=[\s/>])", "", tag, count=1)

    def attribute(match: re.Match[str]) -> str:
        key, value = match["name"].strip().lower(), unescape(match["value"])
        if key in _ADDRESSES or (key.startswith("data-") and value.startswith(("./", "../"))):
            changed = address(value)
        elif key.startswith("data-") and value.startswith(("{", "[")):
            changed = _json(value, address)
        else:
            return match[0]
        if changed == value:
            return match[0]
        return f"{match['name']}={match['quote']}{escape(changed)}{match['quote']}"

    return _ATTRIBUTE.sub(attribute, tag)


def _json(text: str, address: Callable[[str], str]) -> str:
    """JSON in which addresses of pages, which begin with a step up or `./`, are those of the copy."""
    return _JSON_ADDRESS.sub(lambda match: json.dumps(address(match[1]), ensure_ascii=False), text)


def _value(tag: str, name: str) -> str:
    found = re.search(rf"\s{name}=(?:\"([^\"]*)\"|'([^']*)'|([^\s>]+))", tag, re.IGNORECASE)
    return unescape(next((value for value in found.groups() if value is not None), "")) if found else ""
