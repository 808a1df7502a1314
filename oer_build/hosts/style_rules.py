"""Which rules of Material's style sheets can match anything on the pages of a site, and the sheets without
the others.

A rule goes when it asks for a class, an identifier, an element or a colour scheme that no page has and no
script could add: scripts can only add what they name. Text in, text out; knows no MkDocs and no folder.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

import tinycss2
from rcssmin import cssmin

# Without \b before them: the search for a fixed beginning is ten times as fast.
_CLASSES = re.compile(r"""class=(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""")
_IDS = re.compile(r""" id=["']?([\w:.-]+)""")
_ELEMENTS = re.compile(r"<([A-Za-z][\w-]*)")
_SCHEMES = re.compile(r"""data-md-color-[\w]+="([\w-]*)\"""")
_CHOICES = re.compile(r"""data-schemes='([^']*)'""")
_SCRIPT = re.compile(r"<script\b([^>]*)>(.*?)</script", re.DOTALL | re.IGNORECASE)
_QUOTED = re.compile(r'"([^"]*)"')
_WORDS = re.compile(r"[\w-]+")
_USED = re.compile(r"var\(\s*(--[\w-]+)")
_NAMED = re.compile(r"--[\w-]+")
_IMPLIED = frozenset({"html", "head", "body", "tbody", "tr", "colgroup"})
"""Elements that a browser adds where the page does not name them."""
_GROUPS = frozenset({"media", "supports", "layer", "container"})


@dataclass(slots=True)
class Vocabulary:
    """What the pages and scripts of a site name. Too much of it does no harm: rules stay that could go."""

    classes: set[str] = field(default_factory=set)
    ids: set[str] = field(default_factory=set)
    elements: set[str] = field(default_factory=lambda: set(_IMPLIED))
    schemes: set[str] = field(default_factory=set)
    """Values of `data-md-color-scheme`, `-primary` and `-accent`."""
    words: set[str] = field(default_factory=set)
    """Every word of every script: any of them may be a class or an element that it adds."""
    variables: set[str] = field(default_factory=set)
    """Custom properties that something other than Material's own sheets refers to."""

    def add_page(self, html: str) -> None:
        """A page, or a template of one: its classes, identifiers, elements and schemes."""
        for value in set(_CLASSES.findall(html)):
            self.classes.update("".join(value).split())
        self.ids.update(_IDS.findall(html))
        self.elements.update(name.lower() for name in set(_ELEMENTS.findall(html)))
        self.schemes.update(_SCHEMES.findall(html))
        for choices in set(_CHOICES.findall(html)):
            self.schemes.update(value.replace(" ", "-") for value in _QUOTED.findall(choices))
        self.variables.update(_NAMED.findall(html) if "--md-" in html else ())
        for attributes, text in _SCRIPT.findall(html):
            if text and "json" not in attributes.lower():  # data, which runs nothing
                self.add_script(text)

    def add_script(self, text: str) -> None:
        """A script that runs on pages."""
        self.words.update(_WORDS.findall(text))
        self.variables.update(_NAMED.findall(text))

    def add_sheet(self, text: str) -> None:
        """A style sheet that is published as it is."""
        self.variables.update(_USED.findall(text))

    def has(self, kind: str, name: str) -> bool:
        """Whether anything of this kind and name may be on a page."""
        if kind == "scheme":
            return name in self.schemes
        known: set[str] = {"class": self.classes, "id": self.ids, "element": self.elements}[kind]
        return (name.lower() if kind == "element" else name) in known or name in self.words


def trimmed(sheets: Iterable[str], known: Vocabulary) -> list[str]:
    """Sheets without the rules that match nothing, and without the custom properties and animations that
    nothing refers to any more."""
    trees = [_tree(one, known) for one in sheets]
    texts = [_text(tree, lambda _: True, lambda _: True) for tree in trees]
    while True:
        whole = "".join(texts)
        variables = known.variables | set(_USED.findall(whole))
        words = known.words | set(_WORDS.findall(re.sub(r"@[\w-]*keyframes\s+[\w-]+", "", whole)))
        smaller = [_text(tree, variables.__contains__, words.__contains__) for tree in trees]
        if smaller == texts:
            return [cssmin(text) for text in texts]
        texts = smaller


@dataclass(frozen=True, slots=True)
class _Rule:
    """A rule that stays. `declarations` are pairs of a custom property's name (else empty) and the text."""

    head: str
    declarations: tuple[tuple[str, str], ...] = ()
    inner: tuple[_Rule, ...] = ()
    animation: str = ""


class _NotUnderstood(Exception):
    """The parser made nothing of a part of a sheet: how much of it a browser would skip is not known."""


def _tree(sheet: str, known: Vocabulary) -> list[_Rule]:
    try:
        return list(_rules(_parsed(sheet), known))
    except _NotUnderstood:
        return [_Rule(sheet)]  # whole: what the parser does not understand, a browser may


@lru_cache(maxsize=4)
def _parsed(sheet: str) -> list[Any]:
    """What a sheet says. Material's are the same for every site that a process builds."""
    nodes: list[Any] = tinycss2.parse_stylesheet(sheet, skip_comments=True, skip_whitespace=True)
    return nodes


def _rules(nodes: Iterable[Any], known: Vocabulary) -> Iterator[_Rule]:
    for node in nodes:
        if node.type == "qualified-rule":
            kept = _selectors(node.prelude, known)
            said = tuple(_declarations(node.content)) if kept else ()
            if said:
                yield _Rule(",".join(kept), said)
        elif node.type == "at-rule" and node.at_keyword in _GROUPS and node.content is not None:
            inner = tuple(_rules(tinycss2.parse_rule_list(node.content, True, True), known))
            if inner:
                yield _Rule(f"@{node.at_keyword}{tinycss2.serialize(node.prelude)}", inner=inner)
        elif node.type == "error":
            raise _NotUnderstood
        elif node.type == "at-rule":
            moving = node.at_keyword.endswith("keyframes")
            name = tinycss2.serialize(node.prelude).strip() if moving else ""
            yield _Rule(node.serialize(), animation=name)
        else:
            yield _Rule(node.serialize())


def _selectors(prelude: Iterable[Any], known: Vocabulary) -> list[str]:
    """The selectors of a rule that can match. All or none where one names what is a browser's own: a browser
    that does not know it drops the whole rule, and must go on doing so."""
    lists: list[list[Any]] = [[]]
    for part in prelude:
        if part == ",":
            lists.append([])
        else:
            lists[-1].append(part)
    kept = [one for one in lists if all(known.has(*need) for need in _needs(one))]
    texts = [tinycss2.serialize(one).strip() for one in (lists if kept else ())]
    if any(":-" in text for text in texts):
        return texts
    return [tinycss2.serialize(one).strip() for one in kept]


def _needs(selector: Iterable[Any]) -> Iterator[tuple[str, str]]:
    """What an element, or one around it, must have for a selector to match. What stands in `:not()` and its
    like is left aside."""
    before = ""
    for token in selector:
        if token.type == "ident" and before == ".":
            yield "class", token.value
        elif token.type == "ident" and before != ":":
            yield "element", token.value
        elif token.type == "hash":
            yield "id", token.value
        elif token.type == "[] block":
            parts = [one for one in token.content if one.type != "whitespace"]
            if len(parts) == 3 and parts[0].value.startswith("data-md-color-") and parts[1] == "=":
                yield "scheme", parts[2].value
        before = token.value if token.type == "literal" else ""


def _declarations(content: Iterable[Any]) -> Iterator[tuple[str, str]]:
    for node in tinycss2.parse_blocks_contents(content, True, True):
        if node.type == "error":
            raise _NotUnderstood
        name = node.lower_name if node.type == "declaration" else ""
        yield (name if name.startswith("--") else ""), node.serialize()


def _text(rules: Iterable[_Rule], variable: Callable[[str], bool], animation: Callable[[str], bool]) -> str:
    parts = []
    for rule in rules:
        if rule.inner:
            inner = _text(rule.inner, variable, animation)
            parts.append(f"{rule.head}{{{inner}}}" if inner else "")
        elif rule.declarations:
            kept = [text for name, text in rule.declarations if not name or variable(name)]
            parts.append(f"{rule.head}{{{';'.join(kept)}}}" if kept else "")
        elif not rule.animation or animation(rule.animation):
            parts.append(rule.head)
    return "".join(parts)
