"""Finds glossary terms and abbreviations in running text, in one pass however many there are.

Every text is read word by word, and a dictionary says whether a term can begin with the word; so 10,000
terms cost what ten cost. Knows nothing of HTML.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from oer_build.model import Term

_WORD = re.compile(r"[^\W_]+")
_BETWEEN = re.compile(r"[ \u00a0\n]+|['’-]")


@dataclass(frozen=True, slots=True)
class Hit:
    """A phrase found in a text, from `start` to `end`; `value` is what the index holds for it."""

    start: int
    end: int
    value: str


@dataclass(frozen=True, slots=True)
class _Phrase:
    value: str
    exact: str
    """The phrase as it must be written; empty when capitals do not count."""


class PhraseIndex:
    """Phrases by their first word, and then by the words that follow."""

    def __init__(self) -> None:
        self._by_first: dict[str, dict[tuple[str, ...], list[_Phrase]]] = {}
        self._longest: dict[str, int] = {}
        """The most words that follow a first word."""

    def __bool__(self) -> bool:
        return bool(self._by_first)

    def add(self, phrase: str, value: str, *, exact: bool = False) -> None:
        """Add a phrase. With `exact`, capitals count and there is no plural."""
        words = [word.lower() for word in _WORD.findall(phrase)]
        if not words:
            return
        entry = _Phrase(value, phrase.strip() if exact else "")
        for last in sorted({words[-1]} if exact else forms(words[-1])):
            first, *rest = [*words[:-1], last]
            self._by_first.setdefault(first, {}).setdefault(tuple(rest), []).append(entry)
            self._longest[first] = max(self._longest.get(first, 0), len(rest))

    def find(self, text: str) -> Iterator[Hit]:
        """The phrases in a text, from left to right, not overlapping, the longest at each place."""
        known = self._by_first
        done = 0
        for match in _WORD.finditer(text):
            first = match[0].lower()
            if first not in known or match.start() < done:
                continue
            following = _following(text, match.end(), self._longest[first])
            for count in range(len(following), -1, -1):
                phrases = known[first].get(tuple(word for word, _ in following[:count]))
                if phrases is None:
                    continue
                end = following[count - 1][1] if count else match.end()
                written = text[match.start() : end]
                phrase = next((one for one in phrases if not one.exact or one.exact == written), None)
                if phrase:
                    yield Hit(match.start(), end, phrase.value)
                    done = end
                    break


def _following(text: str, end: int, most: int) -> list[tuple[str, int]]:
    """Up to so many words that follow in the same phrase, in small letters, and where each ends."""
    found: list[tuple[str, int]] = []
    while len(found) < most:
        between = _BETWEEN.match(text, end)
        word = _WORD.match(text, between.end()) if between else None
        if word is None:
            break
        end = word.end()
        found.append((word[0].lower(), end))
    return found


def forms(word: str) -> frozenset[str]:
    """A word in lower case with its English plural or singular in s."""
    found = {word, word + "s"}
    if word.endswith(("s", "x", "z", "ch", "sh")):
        found.add(word + "es")
    if len(word) > 2 and word[-1] == "y" and word[-2] not in "aeiou":
        found.add(word[:-1] + "ies")
    if len(word) > 3 and word[-1] == "s" and word[-2] not in "sui":
        found.add(word[:-1])
    if len(word) > 4 and word.endswith(("ses", "xes", "zes", "ches", "shes")):
        found.add(word[:-2])
    if len(word) > 4 and word.endswith("ies"):
        found.add(word[:-3] + "y")
    return frozenset(found)


class TermIndex(PhraseIndex):
    """The glossary, ready to be found in texts. An acronym (`IT`) is found in capitals only."""

    digest: str
    """Changes when any of the terms does: part of the key of a kept rendering."""

    def __init__(self, terms: Iterable[Term]) -> None:
        super().__init__()
        entries: list[tuple[str, str]] = []
        for term in terms:
            for phrase in (term.term, *term.synonyms):
                self.add(phrase, term.identifier, exact=phrase.isupper() and len(phrase) < 7)
                entries.append((term.identifier, phrase))
        self.digest = hashlib.sha256(json.dumps(entries).encode()).hexdigest()


def abbreviations(definitions: Mapping[str, str]) -> PhraseIndex:
    """The abbreviations that a text defines, by what they stand for."""
    index = PhraseIndex()
    for short, meaning in definitions.items():
        index.add(short, meaning, exact=True)
    return index
