"""Attribute lists, `{: #id .class lang=fr }`, limited to what is harmless."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from markdown.extensions.attr_list import get_attrs_and_remainder

from oer_build.diagnostics import Report
from oer_build.markup.anchors import Anchors
from oer_build.markup.scan import Place, Visible

_ENTRY = r"""(?:[#.][^\s{}"'=]+|[\w:-]+=(?:"[^"\n{}]*"|'[^'\n{}]*'|[^\s{}"']+))"""
LIST = rf"\{{:?[ ]*({_ENTRY}(?:[ ]+{_ENTRY})*)[ ]*\}}"
"""An attribute list. Curly brackets around anything else are text."""

_CLASS = re.compile(r"[A-Za-z][\w-]{0,59}")
_OURS = re.compile(r"(?:md|oer)-(?!button$|button--primary$)")
"""Classes of the theme and of our own pages, which would let a text cover the page or pass for a control."""
_VALUES = {
    "title": re.compile(r"[^<>]{1,300}"),
    "lang": re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*"),
    "dir": re.compile(r"ltr|rtl|auto"),
    "width": re.compile(r"[1-9]\d{0,3}"),
    "height": re.compile(r"[1-9]\d{0,3}"),
    "start": re.compile(r"\d{1,6}"),
    "scope": re.compile(r"row|col|rowgroup|colgroup"),
}


class AttributeLists:
    """Gives elements the attributes that authors may set, and reports the others.

    Set the fields before each text.
    """

    shown: Visible
    report: Report

    def assign(self, element: Element, text: str) -> None:
        """Give an element the attributes of a list."""
        attributes, _ = get_attrs_and_remainder(text)
        for key, value in attributes:
            value = value or ""
            if key == "." and _CLASS.fullmatch(value) and not _OURS.match(value):
                element.set("class", f"{element.get('class', '')} {value}".strip())
            elif key == "id" and not Anchors.refuses(value):
                element.set("id", value)
            elif key in _VALUES and _VALUES[key].fullmatch(value):
                element.set(key, value)
            else:
                self._refuse(text, "class" if key == "." else key, value)

    def _refuse(self, text: str, key: str, value: str) -> None:
        offset = self.shown.text.find(text)
        column = text.find(value if key in ("class", "id") else key)
        span = (
            self.shown.span(offset + max(column, 0))
            if offset >= 0
            else Place(self.shown.place.file, self.shown.place.line).at(0)
        )
        known = key in _VALUES or key in ("class", "id")
        self.report.add(
            "invalid-attribute",
            span,
            f"'{value[:40]}' cannot be the {key} of an element"
            if known
            else f"an element cannot be given '{key}'",
            "use another value"
            if known
            else "use #id, .class, title, lang, dir, width, height, start or scope",
        )
