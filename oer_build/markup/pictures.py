"""Pictures of a text: what a browser is told of one, and the link that opens it large."""

from __future__ import annotations

from xml.etree.ElementTree import Element

NARROW = 400
"""Pixels: what is wider is drawn smaller than it was made on every phone."""


def dress_picture(image: Element, alternative: str, size: tuple[int, int] | None) -> None:
    """Give a picture its words, and its size where that is known: it keeps its place until it is there."""
    image.set("alt", alternative)
    image.set("loading", "lazy")
    image.set("decoding", "async")
    if size and not {"width", "height"} & image.attrib.keys():
        image.set("width", str(size[0]))
        image.set("height", str(size[1]))


def open_large(image: Element, title: str) -> Element:
    """A link from a picture to itself, which takes the picture's place in the text."""
    link = Element("a", {"class": "oer-picture", "href": image.get("src", ""), "title": title})
    link.append(image)
    image.tail, link.tail = None, image.tail
    return link
