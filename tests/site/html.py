"""HTML as a tree that tests can ask questions of, on the standard library. Knows nothing of the site."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())  # noqa: SIM905
BLOCKS = VOID.union(
    *(
        tags.split()
        for tags in (
            "address article aside blockquote dd details div dl dt figcaption figure footer form",
            "h1 h2 h3 h4 h5 h6 header label legend li main nav ol option p pre section summary",
            "table tbody td th thead tr ul",
        )
    )
) - {"wbr", "img"}
"""Elements whose edge separates words."""


@dataclass(eq=False)
class Element:
    """An element of a page. `line` counts from 1."""

    tag: str
    attributes: dict[str, str]
    line: int
    parent: Element | None = None
    children: list[Element | str] = field(default_factory=list)

    def __getitem__(self, name: str) -> str:
        """An attribute, or an empty string."""
        return self.attributes.get(name, "")

    @property
    def classes(self) -> list[str]:
        return self["class"].split()

    @property
    def text(self) -> str:
        """The words in it, single spaces between them."""
        return " ".join("".join(self._pieces()).split())

    def _pieces(self) -> Iterator[str]:
        edge = " " if self.tag in BLOCKS else ""
        yield edge
        for child in self.children:
            if isinstance(child, str):
                yield child
            elif child.tag not in ("script", "style", "template"):
                yield from child._pieces()
        yield edge

    @property
    def source(self) -> str:
        """All character data in it as it stands, that of scripts too."""
        return "".join(child if isinstance(child, str) else child.source for child in self.children)

    def all(self, *tags: str, **attributes: str) -> Iterator[Element]:
        """Every element in it with one of the tags (all when none is given) and the attributes.

        `class_="a"` asks for a class among others; `rel="license"` likewise for a word of a list.
        """
        for child in self.children:
            if isinstance(child, str):
                continue
            if (not tags or child.tag in tags) and all(
                value in child[name.rstrip("_").replace("_", "-")].split()
                for name, value in attributes.items()
            ):
                yield child
            yield from child.all(*tags, **attributes)

    def one(self, *tags: str, **attributes: str) -> Element | None:
        """The first of `all`, or None."""
        return next(self.all(*tags, **attributes), None)

    def above(self) -> Iterator[Element]:
        """The elements around it, the nearest first."""
        place = self.parent
        while place is not None:
            yield place
            place = place.parent

    def __repr__(self) -> str:
        name = "".join(
            f" {key}={value!r}" for key, value in self.attributes.items() if key in ("id", "class", "href")
        )
        return f"<{self.tag}{name}> in line {self.line}"


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Element("", {}, 1)
        self.place = self.root

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = self._add(tag, attrs)
        if tag not in VOID:
            self.place = element

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._add(tag, attrs)

    def _add(self, tag: str, attrs: list[tuple[str, str | None]]) -> Element:
        element = Element(tag, {name: value or "" for name, value in attrs}, self.getpos()[0], self.place)
        self.place.children.append(element)
        return element

    def handle_endtag(self, tag: str) -> None:
        for place in (self.place, *self.place.above()):
            if place.tag == tag:
                self.place = place.parent or self.root
                return

    def handle_data(self, data: str) -> None:
        self.place.children.append(data)


def parse(text: str) -> Element:
    """The page as a tree; its root has no tag."""
    reader = _Reader()
    reader.feed(text)
    reader.close()
    return reader.root
