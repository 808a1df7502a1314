"""What search knows besides the text of the pages: their facets, other names of terms, and the site's words.

Pagefind, which searches the text, forgives no typing mistakes, knows no synonyms and counts one query at a
time. Two small files make up for it: `search/pages.json` comes with the first search, `search/words.json`
only when a search found little. Pure: pages and terms in, data out.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any

from oer_build.model import Term
from oer_build.pages.page import Page
from oer_build.strings import direction

PAGES = "search/pages.json"
WORDS = "search/words.json"

FIRST = (
    "module",
    "planned",
    "course",
    "competency",
    "role",
    "story",
    "programme",
    "pack",
    "opportunity",
    "organisation",
    "glossary",
)
"""What readers look for first, by the template that draws it; other pages come after."""
LAST = ("article",)
"""What is about the site comes last."""
COLLECTIONS = ("glossary",)
"""Pages that nobody looks for: a result is the best of their sections."""

SHORTEST = 3
"""Letters of a word that is worth forgiving mistakes in."""
_LONGEST = 40
_ALIKE = str.maketrans(
    {"ß": "ss", "œ": "oe", "æ": "ae", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "ς": "σ"}
    | {"ى": "ي", "ة": "ه", "ـ": ""}
)
"""Letters that people write for one another and that Unicode does not take apart."""
_UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
)
"""Scripts that put no space between words: there no word can be told from its neighbours."""


def searched(pages: Iterable[Page]) -> tuple[Page, ...]:
    """The pages that search finds."""
    return tuple(page for page in pages if page.sections)


def pages_data(
    pages: Sequence[Page],
    ids: Sequence[str],
    terms: Iterable[Term],
    language: str = "en",
    languages: Sequence[str] = (),
) -> dict[str, Any]:
    """`search/pages.json`: facets and other names. `pages` are those that are searched, `ids` what the index
    calls them, `language` that of the site, `languages` those that have an index of their own beside it.

    A facet lists for each of its values the pages that have it, by their place among the ids. Kinds are
    in the order in which results stand.
    """
    facets: dict[str, dict[str, list[int]]] = {}
    for place, page in enumerate(pages):
        for name, values in page.filters.items():
            for value in values:
                facets.setdefault(name, {}).setdefault(value, []).append(place)
    if "kind" in facets:
        facets["kind"] = dict(sorted(facets["kind"].items(), key=lambda pair: _rank(pages[pair[1][0]])))
    return {
        "ids": list(ids),
        "facets": facets,
        "names": names(terms),
        "languages": list(languages),
        "tongues": tongues(pages, language),
    }


def tongues(pages: Iterable[Page], language: str) -> dict[str, dict[str, Any]]:
    """The pages in each language that is not the site's, by their place, and how it is written."""
    found: dict[str, list[int]] = {}
    for place, page in enumerate(pages):
        if page.language and page.language != language:
            found.setdefault(page.language, []).append(place)
    return {tag: {"dir": direction(tag), "pages": places} for tag, places in found.items()}


def _rank(page: Page) -> int:
    if page.kind in LAST:
        return len(FIRST) + 1
    return FIRST.index(page.kind) if page.kind in FIRST else len(FIRST)


def names(terms: Iterable[Term]) -> list[list[str]]:
    """The names of each term that has several: the one that texts use, then the others."""
    groups = []
    for term in terms:
        group: dict[str, str] = {}
        for name in (term.term, *term.synonyms):
            words = re.findall(r"\w+", fold(name))
            if words:
                group.setdefault(" ".join(words), name)
        if len(group) > 1:
            groups.append(list(group.values()))
    return groups


def words_data(pages: Iterable[Page]) -> dict[str, str]:
    """`search/words.json`: every word of the pages as it is mostly written, what most pages have first."""
    spelt: dict[str, Counter[str]] = {}
    for page in pages:
        texts = [page.title, *(f"{part.title} {part.text}" for part in page.sections)]
        for word in set(_pattern().findall(unicodedata.normalize("NFC", " ".join(texts)))):
            folded = fold(word)
            if SHORTEST <= len(folded) <= _LONGEST and not _UNSPACED.search(word):
                spelt.setdefault(folded, Counter())[word] += 1
    by_use = sorted(spelt.items(), key=lambda pair: (-pair[1].total(), pair[0]))
    return {"words": " ".join(min(forms, key=lambda form: (-forms[form], form)) for _, forms in by_use)}


def fold(text: str) -> str:
    """Without case, accents and differences of spelling that a reader need not know. `search-words.js` does
    the same."""
    letters = unicodedata.normalize("NFKD", text.lower())
    kept = "".join(letter for letter in letters if unicodedata.category(letter)[0] != "M")
    return unicodedata.normalize("NFC", kept.translate(_ALIKE))


@cache
def _pattern() -> re.Pattern[str]:
    r"""A word: letters, with the marks that belong to them, which `\w` leaves out."""
    marks = [code for code in range(0x300, 0x20000) if unicodedata.category(chr(code))[0] == "M"]
    ranges: list[list[int]] = []
    for code in marks:
        if ranges and ranges[-1][1] == code - 1:
            ranges[-1][1] = code
        else:
            ranges.append([code, code])
    inside = "".join(f"{chr(first)}-{chr(last)}" for first, last in ranges)
    return re.compile(rf"[^\W\d_](?:[^\W\d_]|[{inside}])*")
