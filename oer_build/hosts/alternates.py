"""The site in other languages, as `extra.alternate` of mkdocs.yml names them: whether templates can use it.

Material defines the key, MkDocs hands it over as it was written, and every page links what it says.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import urlsplit

from oer_build.hosts.option_faults import of_value
from oer_build.schema.checks import Problem, language
from oer_build.settings import Fault, Way

EXAMPLE = "write each as {name: Français, lang: fr, link: https://course.example/fr/}"
WAY: Way = ("extra", "alternate")
KEYS = ("name", "lang", "link")


def alternates(raw: Any) -> list[dict[str, Any]]:
    """The languages, each with a link that addresses of pages can be put after where they are.

    `raw` is what the settings say, without a fault (`alternates_faults`).
    """
    return [{**one, "link": _folder(one["link"]) if one.get("pages") else one["link"]} for one in raw or ()]


def alternates_faults(raw: Any) -> Iterator[Fault]:
    """All that is wrong with it."""
    if raw is None:
        return
    if not isinstance(raw, list):
        yield _fault(WAY, f"`extra.alternate` is no list of languages: {raw!r:.60}", EXAMPLE)
        return
    for at, one in enumerate(raw):
        way, where = (*WAY, at), f"`extra.alternate`, language {at + 1}"
        if isinstance(one, Mapping):
            yield from _faults(one, way, where)
        else:
            yield _fault(way, f"{where} has no name, lang and link: {one!r:.60}", EXAMPLE)


def _faults(raw: Mapping[Any, Any], way: Way, where: str) -> Iterator[Fault]:
    pages = raw.get("pages", False)
    if not isinstance(pages, bool):
        said = f"{where}: `pages` is neither true nor false: {pages!r:.60}"
        yield _fault((*way, "pages"), said, "write true where the other site has the same pages, or false")
    for key in KEYS:
        value = raw.get(key)
        if key not in raw:
            yield _fault(way, f"{where} has no `{key}`", EXAMPLE)
        elif not isinstance(value, str) or not value.strip():
            hint = "put it in quotes" if isinstance(value, bool | int | float) else EXAMPLE
            yield _fault((*way, key), f"{where}: `{key}` is no text: {value!r:.60}", hint)
        elif key == "lang":
            try:
                language(value)
            except Problem as problem:
                yield of_value(problem, (*way, key), where)
        elif key == "link" and (wrong := _wrong_link(value, pages is True)):
            yield _fault((*way, key), f"{where}: {wrong[0]}", wrong[1])


def _wrong_link(link: str, pages: bool) -> tuple[str, str] | None:
    """What is wrong with the address of another site, and what to do; nothing where it can be used."""
    try:
        parts = urlsplit(link)
    except ValueError:
        return f"`link` is no address: '{link:.60}'", EXAMPLE
    if parts.scheme not in ("", "http", "https"):
        return f"`link` is no web address: '{link:.60}'", EXAMPLE
    if not pages or link.endswith("/"):
        return None
    if parts.query or parts.fragment or parts.path.endswith((".html", ".htm")):
        return (
            f"with `pages: true` the address of each page is put after `link`, and '{link:.60}' is no folder",
            "write the address of the other site, ending in /",
        )
    return None


def _folder(link: str) -> str:
    return link if link.endswith("/") else f"{link}/"


def _fault(way: Way, message: str, hint: str) -> Fault:
    return Fault("invalid-setting", way, message, hint)
