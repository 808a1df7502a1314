"""Tables and task lists as people with a keyboard or a screen reader need them. Works on elements."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

_BOX = re.compile(r"\s*\[([ xX])\][ \u00a0]+")


def dress_table(table: Element, label: str, *, row_headers: bool) -> Element:
    """A table in a region that can be scrolled with the keyboard, with headers that say what they head.

    The first column heads its rows where `row_headers` is set or the corner of the table is empty.
    Alignment becomes a class: the attribute is obsolete, and a style would not pass a strict
    Content-Security-Policy.
    """
    region = Element("div", {"class": "oer-scroll", "role": "region", "tabindex": "0", "aria-label": label})
    region.tail, table.tail = table.tail, None
    region.append(table)
    corner = True
    for row in table.iter("tr"):
        for number, cell in enumerate(row):
            align = cell.attrib.pop("align", None)
            if align:
                cell.set("class", f"oer-align-{align} {cell.get('class', '')}".strip())
            if cell.tag == "th":
                if len(cell) or (cell.text and cell.text.strip()):
                    cell.set("scope", "col")
                else:
                    cell.tag = "td"
                    row_headers = row_headers or (corner and number == 0)
            elif number == 0 and row_headers and (len(cell) or (cell.text and cell.text.strip())):
                cell.tag = "th"
                cell.set("scope", "row")
        corner = False
    return region


def task_item(item: Element, parent: Element) -> Element | None:
    """The checkbox of an item that begins with `[ ]` or `[x]`, taken out of its text and put before it."""
    owner = item
    if not (item.text and item.text.strip()) and len(item) and item[0].tag == "p":
        owner = item[0]
    match = _BOX.match(owner.text or "")
    if match is None:
        return None
    box = Element("input", {"type": "checkbox", "disabled": "disabled"})
    if match[1] != " ":
        box.set("checked", "checked")
    box.tail = (owner.text or "")[match.end() :]
    owner.text = None
    owner.insert(0, box)
    box.set("aria-label", " ".join("".join(owner.itertext()).split()))
    item.set("class", "task-list-item")
    parent.set("class", "task-list")
    return box
