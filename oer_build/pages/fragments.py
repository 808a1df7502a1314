"""Cuts rendered HTML of a lesson where a page shows a part of it: top-level elements, sentences, links.

Knows what `markup/` publishes (quoted attributes, tags in small letters, everything closed) and nothing of
pages. Whatever is cut stays well-formed.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, replace
from html import escape

from oer_build.analysis.readability import sentence_ends
from oer_build.lesson import ROOT, Block, Node, Prose

_TAG = re.compile(r"<(/?)([a-z][a-z0-9]*)((?:[^<>\"']|\"[^\"]*\"|'[^']*')*)>")
_VOID = frozenset({"br", "hr", "img", "input", "wbr"})
_PARTS = frozenset({"blockquote", "div", "dl", "ol", "p", "pre", "table", "ul"})
"""Elements that end the running text of a list's item."""
_HEADERLINK = re.compile(r'<a class="headerlink".*?</a>', re.DOTALL)
_IDENTIFIER = re.compile(r' id="[^"]*"')
_HERE = re.compile(r' href="#')
_LINK = re.compile(rf'<a (?=[^>]*href="{ROOT}([^"]*)")([^>]*)>')


@dataclass(frozen=True, slots=True)
class Piece:
    """An element at the top of a text. `tag` is empty for text outside any element."""

    tag: str
    html: str

    @property
    def inside(self) -> str:
        """What stands between its tags."""
        opening = _TAG.match(self.html)
        return self.html[opening.end() : self.html.rindex("<")] if opening else self.html

    @property
    def words(self) -> int:
        return count_words(self.html)


def pieces(html: str) -> tuple[Piece, ...]:
    """The elements at the top of a text, in order."""
    found: list[Piece] = []
    depth = start = 0
    name = ""
    for tag in _TAG.finditer(html):
        closing, kind = tag[1], tag[2]
        if not depth:
            _add(found, "", html[start : tag.start()])
            start, name = tag.start(), kind
        if kind not in _VOID:
            depth += -1 if closing else 1
        if not depth:
            _add(found, name, html[start : tag.end()])
            start = tag.end()
    _add(found, "", html[start:])
    return tuple(found)


def _add(found: list[Piece], tag: str, html: str) -> None:
    if html.strip():
        found.append(Piece(tag, html))


def count_words(html: str) -> int:
    """Words that are read; tags count as spaces, so that cells of a table do not run together."""
    return len(_TAG.sub(" ", html).split())


def plain_text(html: str) -> str:
    """Inline HTML without its tags. Character references stay, so that it is still HTML."""
    return " ".join(_TAG.sub("", html).split())


def heading_text(html: str) -> str:
    """The words of a heading as inline HTML, without the link to itself."""
    return _HEADERLINK.sub("", html).strip()


def first_sentences(html: str, number: int) -> tuple[str, str]:
    """The first sentences of inline HTML, and the rest, which may be empty."""
    cuts = _sentence_cuts(html)
    if len(cuts) < number:
        return html.strip(), ""
    return _parted(html, cuts[number - 1])


def last_sentence(html: str) -> tuple[str, str]:
    """What comes before the last sentence of inline HTML, which may be nothing, and that sentence."""
    cuts = [cut for cut in _sentence_cuts(html) if plain_text(html[cut:])]
    return _parted(html, cuts[-1]) if cuts else ("", html.strip())


def first_line(html: str, number: int) -> tuple[str, bool]:
    """The first sentences of an item of a list, and whether anything was left out."""
    parts = pieces(html)
    if parts and parts[0].tag == "p":
        head, rest = first_sentences(parts[0].inside, number)
        return head, bool(rest or parts[1:])
    running = html
    inner = next((part for part in parts if part.tag in _PARTS), None)
    if inner:
        running = html[: html.index(inner.html)]
    head, rest = first_sentences(running, number)
    return head, bool(rest or inner)


def _sentence_cuts(html: str) -> list[int]:
    """Places in the HTML behind the end of a sentence and the tags that close there; not the very end."""
    text: list[str] = []
    places: list[tuple[int, int]] = []
    length = at = 0
    for tag in (*_TAG.finditer(html), None):
        chunk = html[at : tag.start() if tag else len(html)]
        if chunk:
            places.append((length, at))
            text.append(chunk)
            length += len(chunk)
        at = tag.end() if tag else at
    cuts = []
    for end in sentence_ends("".join(text)):
        start, place = places[bisect_left(places, (end, 0)) - 1]
        cut = place + end - start
        while (tag := _TAG.match(html, cut)) and tag[1]:
            cut = tag.end()
        if plain_text(html[cut:]):
            cuts.append(cut)
    return cuts


def _parted(html: str, cut: int) -> tuple[str, str]:
    """Two halves, with what is open at the cut closed in the first and opened again in the second."""
    opened: list[tuple[str, str]] = []
    for tag in _TAG.finditer(html, 0, cut):
        if tag[1]:
            opened.pop()
        elif tag[2] not in _VOID:
            opened.append((tag[2], tag[0]))
    ends = "".join(f"</{name}>" for name, _ in reversed(opened))
    starts = "".join(tag for _, tag in opened)
    return (html[:cut] + ends).strip(), (starts + html[cut:].lstrip())


def elsewhere(html: str, path: str) -> str:
    """A piece of the page at `path` for another page: without its anchors, and links to them lead there."""
    return _HERE.sub(f' href="{ROOT}{path}#', _IDENTIFIER.sub("", html))


def all_elsewhere(nodes: Iterable[Node], path: str) -> tuple[Node, ...]:
    """The same for a part of a lesson, whatever its blocks hold."""
    return tuple(
        Prose(elsewhere(node.html, path)) if isinstance(node, Prose) else block_elsewhere(node, path)
        for node in nodes
    )


def block_elsewhere(block: Block, path: str) -> Block:
    """The same for one block."""
    return replace(
        block,
        title=elsewhere(block.title, path),
        children=all_elsewhere(block.children, path),
        items=tuple(elsewhere(item, path) for item in block.items),
        answers=tuple(
            replace(
                one,
                html=elsewhere(one.html, path),
                reason=elsewhere(one.reason, path),
                partner=elsewhere(one.partner, path),
            )
            for one in block.answers
        ),
    )


def addressed(html: str, url: str) -> str:
    """Links to pages of the site with their whole address beside them, for paper; `url` is the site's.

    A glossary term and a picture to open large are a help on the screen: on paper their addresses would only
    be in the way.
    """

    def link(match: re.Match[str]) -> str:
        kept = any(sign in match[2] for sign in ("data-term=", "data-address=", "oer-picture"))
        return match[0] if kept else f'<a data-address="{escape(url)}{match[1]}" {match[2]}>'

    return _LINK.sub(link, html) if url else html
