"""The site in other languages, as `extra.alternate` of mkdocs.yml names them: whether templates can use it.

Material defines the key, MkDocs hands it over as it was written, and every page links what it says.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from oer_build.schema.checks import Problem, language

EXAMPLE = "write each as {name: Français, lang: fr, link: https://course.example/fr/}"


class AlternatesFault(Exception):
    """What is wrong with `extra.alternate`, and what to do."""


def alternates(raw: Any) -> list[dict[str, Any]]:
    """The languages, each checked, and with a link that addresses of pages can be put after where they are.

    Raises `AlternatesFault`.
    """
    if raw is None:
        return []
    if not isinstance(raw, list):
        raise AlternatesFault(f"`extra.alternate` is no list of languages: {raw!r:.60}; {EXAMPLE}")
    return [_alternate(one, f"`extra.alternate`, language {at}") for at, one in enumerate(raw, 1)]


def _alternate(raw: Any, where: str) -> dict[str, Any]:
    if not isinstance(raw, Mapping):
        raise AlternatesFault(f"{where} has no name, lang and link: {raw!r:.60}; {EXAMPLE}")
    for key in ("name", "lang", "link"):
        if key not in raw:
            raise AlternatesFault(f"{where} has no `{key}`; {EXAMPLE}")
        if not isinstance(raw[key], str) or not raw[key].strip():
            raise AlternatesFault(f"{where}: `{key}` is no text: {raw[key]!r:.60}; put it in quotes")
    try:
        language(raw["lang"])
    except Problem as fault:
        words = fault.context or {}
        raise AlternatesFault(f"{where}: {words['message']}; {words['hint']}") from fault
    pages = raw.get("pages", False)
    if not isinstance(pages, bool):
        raise AlternatesFault(f"{where}: `pages` is neither true nor false: {pages!r:.60}")
    return {**raw, "link": _link(raw["link"], where, pages)}


def _link(link: str, where: str, pages: bool) -> str:
    try:
        parts = urlsplit(link)
    except ValueError as fault:
        raise AlternatesFault(f"{where}: `link` is no address: '{link:.60}'; {EXAMPLE}") from fault
    if parts.scheme not in ("", "http", "https"):
        raise AlternatesFault(f"{where}: `link` is no web address: '{link:.60}'; {EXAMPLE}")
    if not pages or link.endswith("/"):
        return link
    if parts.query or parts.fragment or parts.path.endswith((".html", ".htm")):
        raise AlternatesFault(
            f"{where}: with `pages: true` the address of each page is put after `link`, "
            f"and '{link:.60}' is no folder; write the address of the other site, ending in /"
        )
    return f"{link}/"
