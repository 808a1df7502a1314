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
    middle: tuple[str, ...]
    """Words after the first and before the last."""
    last: frozenset[str]
    """Forms of the last word; empty for a phrase of one word."""
    exact: str
    """The phrase as it must be written; empty when capitals do not count."""


class PhraseIndex:
    """Phrases by their first word."""

    def __init__(self) -> None:
        self._by_first: dict[str, list[_Phrase]] = {}

    def __bool__(self) -> bool:
        return bool(self._by_first)

    def add(self, phrase: str, value: str, *, exact: bool = False) -> None:
        """Add a phrase. With `exact`, capitals count and there is no plural."""
        words = [word.lower() for word in _WORD.findall(phrase)]
        if not words:
            return
        ends = frozenset({words[-1]}) if exact else forms(words[-1])
        entry = _Phrase(
            value,
            tuple(words[1:-1]),
            ends if len(words) > 1 else frozenset(),
            phrase.strip() if exact else "",
        )
        for first in {words[0]} if len(words) > 1 else ends:
            known = self._by_first.setdefault(first, [])
            known.append(entry)
            # The longest phrase is tried first; of equal ones, the first that was added.
            known.sort(key=lambda other: -len(other.middle) - 2 * bool(other.last))

    def find(self, text: str) -> Iterator[Hit]:
        """The phrases in a text, from left to right, not overlapping, the longest at each place."""
        known = self._by_first
        done = 0
        for match in _WORD.finditer(text):
            phrases = known.get(match[0].lower())
            if phrases is None or match.start() < done:
                continue
            for phrase in phrases:
                end = _end(phrase, text, match)
                if end and (not phrase.exact or text[match.start() : end] == phrase.exact):
                    yield Hit(match.start(), end, phrase.value)
                    done = end
                    break


def _end(phrase: _Phrase, text: str, first: re.Match[str]) -> int:
    """Where a phrase that begins with the word `first` ends; 0 when the text goes on differently."""
    end = first.end()
    if not phrase.last:
        return end
    for expected in (*phrase.middle, None):
        between = _BETWEEN.match(text, end)
        word = _WORD.match(text, between.end()) if between else None
        if word is None:
            return 0
        found = word[0].lower()
        if (found not in phrase.last) if expected is None else (found != expected):
            return 0
        end = word.end()
    return end


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
