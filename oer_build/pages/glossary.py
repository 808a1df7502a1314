"""The glossary, A to Z. A term's anchor is its identifier: prose links to it, and glossary.json carries the
same."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from oer_build.exports import linked_data
from oer_build.lesson import Node
from oer_build.model import Term
from oer_build.pages.frame import Frame, section
from oer_build.pages.page import Page


@dataclass(frozen=True, slots=True)
class Entry:
    """A term with its definition, rendered."""

    term: Term
    nodes: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Letter:
    """The terms under one letter."""

    title: str
    anchor: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class GlossaryContext:
    """What `glossary.html.jinja` is given."""

    nodes: tuple[Node, ...]
    """An introduction of the site's own, from an article at the same address."""
    count: int
    """How many terms."""
    letters: tuple[Letter, ...]
    """Letters that occur, in order."""


def glossary(frame: Frame) -> Iterator[Page]:
    """The page, for a site that explains terms."""
    if not frame.has("glossary/"):
        return
    _ = frame.strings.gettext
    terms = sorted(frame.catalogue.terms.values(), key=lambda term: (_key(term.term), term.identifier))
    letters: dict[str, list[Entry]] = {}
    for term in terms:
        entry = Entry(term, frame.lesson(f"glossary/#{term.identifier}").nodes)
        letters.setdefault(_letter(term.term), []).append(entry)
    context = GlossaryContext(
        nodes=frame.lesson("glossary/").nodes,
        count=len(terms),
        letters=tuple(
            Letter(letter, f"oer-letter-{number}", tuple(entries))
            for number, (letter, entries) in enumerate(letters.items(), 1)
        ),
    )
    description = _("The words of this site, explained in a sentence or two.")
    yield frame.page(
        "glossary/",
        _("Glossary"),
        description,
        "glossary",
        context,
        about=linked_data.glossary(frame.catalogue, _("Glossary")),
        source=terms[0].span.file,
        breadcrumbs=frame.crumbs(),
        sections=(
            section("", _("Glossary"), description),
            *(
                section(term.identifier, term.term, term.definition, ", ".join(term.synonyms))
                for term in terms
            ),
        ),
        filters=frame.facets(_("Glossary")),
    )


def _key(text: str) -> str:
    """For sorting: without accents and capitals, so that "É" stands with "e"."""
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c)).casefold()


def _letter(text: str) -> str:
    first = next((sign for sign in _key(text) if sign.isalnum()), "")
    return first.upper() if first.isalpha() else "0–9" if first else "#"
