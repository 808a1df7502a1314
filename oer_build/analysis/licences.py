"""What is known of licences: names, addresses, families and the rules of combination, read from
`licences.toml`.

Knows SPDX identifiers and that one table; nothing of modules or files.
"""

from __future__ import annotations

import fnmatch
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from license_expression import get_spdx_licensing

PERMISSION = "LicenseRef-Permission"
"""For a work whose author gave permission in writing; `usageInfo` says what was permitted."""

_CREATIVE_COMMONS = re.compile(r"CC-(BY(?:-NC|-ND|-SA)*)-(\d\.\d)(?:-([A-Z]{2,3}))?")
_VERSION = re.compile(r"\d+\.\d+")
_OWN = re.compile(r"LicenseRef-[A-Za-z0-9.-]+")


@dataclass(frozen=True, slots=True)
class RuleSource:
    """Where a rule of combination can be read."""

    title: str
    url: str


@dataclass(frozen=True, slots=True)
class Family:
    """Licences that ask for the same. `asks` completes the sentence "it ..."."""

    name: str
    members: tuple[str, ...]
    into: tuple[str, ...]
    exactly: tuple[str, ...]
    asks: str
    source: RuleSource
    no_derivatives: bool


@dataclass(frozen=True, slots=True)
class Table:
    families: tuple[Family, ...]
    also: Mapping[tuple[str, str], RuleSource]
    titles: Mapping[str, str]


@cache
def table() -> Table:
    """The rules as data. The file is part of the package: a fault in it is a fault of the program."""
    data: dict[str, Any] = tomllib.loads(
        files("oer_build.analysis").joinpath("licences.toml").read_text(encoding="utf-8")
    )
    sources = {key: RuleSource(**value) for key, value in data["sources"].items()}
    families = tuple(
        Family(
            name=entry["name"],
            members=tuple(entry["members"]),
            into=tuple(entry["into"]),
            exactly=tuple(entry.get("exactly", ())),
            asks=entry["asks"],
            source=sources[entry["source"]],
            no_derivatives=entry.get("no_derivatives", False),
        )
        for entry in data["family"]
    )
    also = {
        (entry["from"], result): sources[entry["source"]]
        for entry in data["also"]
        for result in entry["into"]
    }
    return Table(families, also, data["titles"])


@cache
def family(spdx: str) -> Family | None:
    """The family of a single licence, or None where the table does not know it."""
    return next(
        (
            entry
            for entry in table().families
            if any(fnmatch.fnmatchcase(spdx, pattern) for pattern in entry.members)
        ),
        None,
    )


def version(spdx: str) -> tuple[int, ...]:
    """The version in an identifier, for comparison: `CC-BY-SA-3.0-DE` is (3, 0)."""
    found = _VERSION.search(spdx)
    return tuple(int(part) for part in found.group().split(".")) if found else ()


@cache
def is_license(text: str) -> bool:
    """Whether a text is an SPDX licence identifier or expression (`LicenseRef-...` of one's own included)."""
    parsed = _parse(text)
    return parsed is not None and all(
        _OWN.fullmatch(str(key)) for key in _licensing().unknown_license_keys(parsed)
    )


@cache
def _licensing() -> Any:
    return get_spdx_licensing()  # reads a large index each time


def _parse(text: str) -> Any:
    """The expression, or None where it is none."""
    try:
        return _licensing().parse(text)
    except Exception:
        return None  # the parser has faults of its own on malformed texts, such as "()"


@cache
def alternatives(expression: str) -> tuple[tuple[str, ...], ...]:
    """An expression as alternatives of licences that hold together: `A OR (B AND C)` is ((A,), (B, C)).

    An expression that cannot be read is one licence of its own, which no rule will know.
    """
    if not re.search(r"[\s()]", expression):
        return ((expression,),)
    parsed = _parse(expression)
    return _alternatives(parsed) if parsed is not None else ((expression,),)


def _alternatives(node: Any) -> tuple[tuple[str, ...], ...]:
    operator = getattr(node, "operator", "")
    if operator.strip() == "OR":
        return tuple(option for arg in node.args for option in _alternatives(arg))
    if operator.strip() == "AND":
        combined: tuple[tuple[str, ...], ...] = ((),)
        for arg in node.args:
            sums = (dict.fromkeys(left + right) for left in combined for right in _alternatives(arg))
            combined = tuple(dict.fromkeys(tuple(entry) for entry in sums))
        return combined
    return ((node.render(),),)


def parts(expression: str) -> tuple[str, ...]:
    """Every single licence that an expression names, in order, each once."""
    return tuple(dict.fromkeys(spdx for option in alternatives(expression) for spdx in option))


def license_url(spdx: str) -> str:
    """The canonical address of a single licence: Creative Commons' own for theirs, SPDX's for the others.

    Empty for an expression of several licences and for a licence of one's own (`LicenseRef-...`).
    """
    found = _CREATIVE_COMMONS.fullmatch(spdx)
    if found:
        elements, number, port = found.groups()
        tail = f"{port.lower()}/" if port else ""
        return f"https://creativecommons.org/licenses/{elements.lower()}/{number}/{tail}"
    if spdx == "CC0-1.0":
        return "https://creativecommons.org/publicdomain/zero/1.0/"
    if spdx == "CC-PDM-1.0":
        return "https://creativecommons.org/publicdomain/mark/1.0/"
    if not spdx or spdx.startswith("LicenseRef-") or not re.fullmatch(r"[A-Za-z0-9.+-]+", spdx):
        return ""
    return f"https://spdx.org/licenses/{spdx}.html"


def license_urls(expression: str) -> tuple[str, ...]:
    """The addresses of every licence that an expression names."""
    return tuple(filter(None, map(license_url, parts(expression)))) if expression else ()


def license_title(expression: str) -> str:
    """The name by which people know a licence: `CC BY-SA 4.0`, `Open Government Licence v3.0 (UK)`."""
    found = _CREATIVE_COMMONS.fullmatch(expression)
    if found:
        elements, number, port = found.groups()
        return f"CC {elements} {number}" + (f" {port}" if port else "")
    if expression.startswith("LicenseRef-"):
        return expression.removeprefix("LicenseRef-").replace("-", " ")
    return table().titles.get(expression, expression)
