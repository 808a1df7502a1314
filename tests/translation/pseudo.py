"""A catalogue in which every string is its English one in brackets, and what a page says outside of them.

A word in Latin letters outside the brackets is one that no translation reaches.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog
from babel.messages.pofile import write_po

from oer_build.strings import Strings
from oer_build.translation import wording

BEGIN, END = "⟦", "⟧"
VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())  # noqa: SIM905
SILENT = frozenset({"style", "code", "pre", "kbd"})
SAID = frozenset(
    {"alt", "title", "aria-label", "aria-description", "aria-roledescription", "placeholder", "label"}
)
"""Attributes that readers see or hear."""
PLAIN = re.compile(r"[A-Za-z][A-Za-zÀ-ÿ’'-]+")
_NAMES = """CC BY BY-SA Creative Commons Attribution Attribution-ShareAlike International Public CSV JSON SVG
HTML CASE URL APA BibTeX CFF CSL CSL-JSON RDF WCAG ics zip http https Markdown fork"""
NAMES = frozenset(_NAMES.split())
"""Names, codes and formats: the same in every language."""


def pseudo(language: str) -> Catalog:
    """Every string of the interface in brackets."""
    made = Catalog(locale=language)
    for message in wording():
        if isinstance(message.id, str):
            if message.id:
                made.add(message.id, f"{BEGIN}{message.id}{END}")
        else:
            made.add(message.id, tuple(f"{BEGIN}{one}{END}" for one in message.id))
    return made


def write(root: Path, language: str) -> None:
    """The catalogue as the project's own words."""
    path = root / "overrides" / "strings" / f"{language}.po"
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        write_po(file, pseudo(language))


class Spoken(HTMLParser):
    """What a page says: `texts` between tags, and `parts`, attributes and data that scripts read."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.parts: list[str] = []
        self._silent: list[str] = []
        self._data = False
        self._broken = False
        """Whether the word that comes goes on with the one before, past a place where it may break."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        self._broken = tag == "wbr" and bool(self.texts)
        if tag in SILENT or (tag == "script" and values.get("type") != "application/json"):
            self._silent.append(tag)
        self._data = tag == "script" and not self._silent
        for name, value in attrs:
            heard = name in SAID or (name.startswith("data-") and " " in (value or ""))
            heard |= (
                name == "value" and tag == "input" and values.get("type") in ("submit", "button", "reset")
            )
            heard |= name == "content" and values.get("name") == "description"
            if heard and value and value[0] in "[{" and value[-1] in "]}" and '"' in value:
                self.parts += said_in(json.loads(value))
            elif heard and value:
                self.parts.append(value)

    def handle_endtag(self, tag: str) -> None:
        if self._silent and self._silent[-1] == tag:
            self._silent.pop()
        self._data = self._broken = False

    def handle_data(self, data: str) -> None:
        if self._data:
            self.parts += said_in(json.loads(data))
        elif self._broken and not self._silent:
            self.texts[-1] += data
        elif not self._silent:
            self.texts.append(data)


def said_in(value: Any) -> Iterator[str]:
    """The sentences in a block of data: what has a space or begins with a capital."""
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        for one in value:
            yield from said_in(one)
    elif (
        isinstance(value, str) and re.search(r"\s|^[A-Z]", value) and not re.match(r"https?:|PT?[0-9]", value)
    ):
        yield value


def outside(text: str, begin: str = BEGIN, end: str = END) -> str:
    """A text without what stands in brackets, which may stand in brackets themselves."""
    kept, depth = [], 0
    for sign in text:
        if sign == begin:
            depth += 1
        elif sign == end:
            depth -= 1
        elif not depth:
            kept.append(sign)
    assert depth == 0, f"brackets do not match: {text[:200]}"
    return "".join(kept)


def hard_coded(html: str, known: frozenset[str] = frozenset()) -> list[str]:
    """Words of a page in Latin letters that no catalogue can change."""
    page = Spoken()
    page.feed(html)
    return unreached([" ".join(page.texts), *page.parts], known)


def unreached(texts: list[str], known: frozenset[str] = frozenset()) -> list[str]:
    """Words in Latin letters outside of brackets."""
    found = []
    for part in texts:
        for piece in re.split(
            r"[\n·]",
            re.sub(r"\S*[@/]\S+|\S+\.(?:po|zip|ics|csv|cff|json|md|svg|html|yml)\b", " ", outside(part)),
        ):
            words = [word for word in PLAIN.findall(piece) if word not in NAMES and word not in known]
            if words:
                found.append(" ".join(piece.split()))
    return found


def sentences() -> set[str]:
    """Every English string without places to fill in."""
    found: set[str] = set()
    for message in wording():
        found.update((message.id,) if isinstance(message.id, str) else message.id)
    return {text for text in found if text and not re.search(r"[%{<]", text)}


def translations(language: str) -> set[str]:
    """Every string of a catalogue of the tool."""
    strings = Strings(language)
    return {strings.gettext(text) for text in sentences()}


def pieces(html: str) -> set[str]:
    """The texts of a page, each as it stands between two tags or in an attribute."""
    page = Spoken()
    page.feed(html)
    return {" ".join(piece.split()) for piece in (*page.texts, *page.parts)}
