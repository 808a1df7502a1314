"""The Markdown that authors write: Python-Markdown with our extensions, without what is unsafe or slow.

`docs/reference/markdown.md` describes it for authors. Nothing here looks at the project: an engine turns
text into HTML, and hands the tree of elements to the processor that it was made with.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.blockprocessors import BlockProcessor
from markdown.extensions.admonition import AdmonitionExtension
from markdown.extensions.attr_list import AttrListExtension, AttrListTreeprocessor
from markdown.extensions.def_list import DefListExtension
from markdown.extensions.footnotes import FootnoteExtension
from markdown.extensions.sane_lists import SaneListExtension
from markdown.extensions.tables import TableExtension
from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import InlineProcessor as InlineTreeprocessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AMP_SUBSTITUTE, STX, AtomicString
from pymdownx.details import DetailsExtension

from oer_build.markup.attributes import LIST
from oer_build.markup.rawhtml import ATTRIBUTES, INLINE, VOID
from oer_build.markup.references import REFERENCE
from oer_build.markup.scan import MARK

REFERENCE_TAG = "oer-reference"
"""Element that stands for a cross-reference until the tree is walked."""

_MAIL = r"<((?:mailto:)?[^<>@\s:]+@[^<>@\s]+)>"
_ENTITY = r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});"
_TAG = rf"<({'|'.join(sorted(INLINE))})({ATTRIBUTES})>|<({'|'.join(sorted(VOID))})\s*/?>"
_ATTRIBUTE = re.compile(r"""(title|lang|dir)\s*=\s*(?:"([^"]*)"|'([^']*)')""")

Attributes = Callable[[Element, str], None]
"""Gives an element the attributes of an attribute list."""


class Reference(InlineProcessor):
    """`[[users|label]]`: an element with the key, which the walk over the tree turns into a link."""

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[Element | None, int | None, int | None]:  # type: ignore[override]
        if STX in m[1]:  # code between the brackets: no key, and its stand-in is not to be shown
            return None, None, None
        element = Element(REFERENCE_TAG)
        element.set("key", m[1].strip())
        element.text = (m[2] or "").strip()
        return element, m.start(), m.end()


class Mail(InlineProcessor):
    """`<name@example.org>`. Addresses are not disguised: that helps no reader and hardly hinders a robot."""

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[Element | None, int | None, int | None]:  # type: ignore[override]
        address = m[1].removeprefix("mailto:")
        element = Element("a")
        element.set("href", f"mailto:{address}")
        element.text = AtomicString(address)
        return element, m.start(), m.end()


class Entity(InlineProcessor):
    """`&nbsp;`: the character itself."""

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[str | None, int | None, int | None]:  # type: ignore[override]
        text = html.unescape(m[0])
        return (f"{AMP_SUBSTITUTE}amp;" if text == "&" else text), m.start(), m.end()


class Tag(InlineProcessor):
    """A pair of allowed tags becomes an element, so that what an author wrote is always balanced."""

    again: Callable[[str], str]
    """Applies the inline patterns from this one on."""

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[Element | None, int | None, int | None]:  # type: ignore[override]
        if m[3]:
            return Element(m[3]), m.start(), m.end()
        depth = 1
        for tag in re.finditer(rf"<(/?){m[1]}(?=[\s>])[^<>]*>", data[m.end() :]):
            depth += -1 if tag[1] else 1
            if not depth:
                element = Element(m[1])
                for name, double, single in _ATTRIBUTE.findall(m[2]):
                    element.set(name, html.unescape(double or single))
                inner = data[m.end() : m.end() + tag.start()]
                element.text = self.again(inner) if "<" in inner else inner
                return element, m.start(), m.end() + tag.end()
        return None, None, None


class Heading(BlockProcessor):
    """`## Heading`. Unlike Python-Markdown's own, it needs the space, so that `#1` and `#tag` stay text."""

    _RE = re.compile(r"^(#{1,6})[ ]+([^\n]*)$", re.MULTILINE)

    def test(self, parent: Element, block: str) -> bool:
        return self._RE.search(block) is not None

    def run(self, parent: Element, blocks: list[str]) -> bool | None:
        block = blocks.pop(0)
        match = self._RE.search(block)
        assert match is not None
        before, after = block[: match.start()], block[match.end() + 1 :]
        if before.strip():
            self.parser.parseBlocks(parent, [before])
        heading = Element(f"h{len(match[1])}")
        text = match[2].rstrip()
        bare = text.rstrip("#")
        heading.text = bare.rstrip() if not bare or bare.endswith(" ") else text
        parent.append(heading)
        if after:
            if self.parser.state.isstate("looselist"):
                after = self.looseDetab(after)
            blocks.insert(0, after)
        return None


class FastInline(InlineTreeprocessor):
    """Applies an inline pattern only to text that has the character which it begins with.

    Python-Markdown tries fifteen patterns on every piece of text; most text has none of their characters.
    This replaces one private method (held by a test); if it is renamed one day, all still works at the
    usual speed.
    """

    def arrange(self, triggers: dict[str, str]) -> None:
        """Fix the order of the patterns. To be called when all are registered."""
        registry = self.md.inlinePatterns
        self.names = names = sorted(triggers, key=registry.get_index_for_name)
        self.ordered: list[tuple[tuple[str, ...], Any]] = [
            (tuple(triggers[name].split(" or ")), registry[name]) for name in names
        ]
        self.inlinePatterns = [pattern for _, pattern in self.ordered]  # type: ignore[assignment]
        self.apply = getattr(self, "_InlineProcessor__applyPattern", None)

    def _InlineProcessor__handleInline(self, data: str, patternIndex: int = 0) -> str:
        if isinstance(data, AtomicString) or self.apply is None:
            return data
        for index in range(patternIndex, len(self.ordered)):
            triggers, pattern = self.ordered[index]
            if triggers[0] not in data and (len(triggers) < 2 or triggers[1] not in data):
                continue
            start, matched = 0, True
            while matched:
                data, matched, start = self.apply(pattern, data, index, start)
        return data

    def handle(self, data: str, first: int) -> str:
        """Apply the patterns from number `first` on."""
        return self._InlineProcessor__handleInline(data, first)


_TRIGGERS = {
    "backtick": "`",
    "oer_reference": "[[",
    "escape": "\\",
    "footnote": "[^",
    "reference": "[",
    "link": "[",
    "image_link": "![",
    "image_reference": "![",
    "short_reference": "[",
    "short_image_ref": "![",
    "autolink": "<",
    "automail": "<",
    "linebreak": "  \n",
    "html": "<",
    "entity": "&",
    "em_strong": "* or _",
}
"""The inline patterns of the dialect, and what a text must have for each to be tried."""

_BLOCK_MARKS = {
    "details": ("???", "    "),
    "admonition": ("!!!", "    "),
    "hashheader": ("#",),
    "setextheader": ("\n=", "\n-"),
    "table": ("|",),
    "deflist": (":",),
    "quote": (">",),
    "footnote": ("[^",),
    "reference": ("]:",),
    "hr": ("---", "***", "___", "- -", "* *", "_ _", "-  -", "*  *", "_  _"),
}
"""What a block of text must have for a block processor to be tried."""


class _Attributes(AttrListTreeprocessor):
    """Attribute lists, the attributes of which another room chooses from.

    Python-Markdown takes any `{text in curly brackets}` for an attribute list; here it must look like one.
    """

    HEADER_RE = re.compile(rf"(?<! )[ ]+{LIST}[ ]*$")  # type: ignore[misc]
    BLOCK_RE = re.compile(rf"\n[ ]*{LIST}[ ]*$")  # type: ignore[misc]
    INLINE_RE = re.compile(rf"^{LIST}")  # type: ignore[misc]
    assign: Attributes

    def assign_attrs(self, elem: Element, attrs_string: str, *, strict: bool = False) -> str:
        self.assign(elem, attrs_string)
        return ""


class Engine:
    """A Markdown instance that is used again and again. Not for several threads at once."""

    def __init__(self, walk: Treeprocessor, attributes: Attributes) -> None:
        footnotes = FootnoteExtension(
            PLACE_MARKER=MARK + "footnotes", USE_DEFINITION_ORDER=False, BACKLINK_TEXT="\u21a9\ufe0e"
        )
        md = self.markdown = Markdown(
            extensions=[
                TableExtension(use_align_attribute=True),
                footnotes,
                DefListExtension(),
                AttrListExtension(),
                AdmonitionExtension(),
                DetailsExtension(),
                SaneListExtension(),
            ],
            output_format="html",
        )
        md.ESCAPED_CHARS.append("<")
        # No HTML passes through: not as blocks, not inside lines. White space is normalised before.
        md.preprocessors.deregister("html_block")
        md.preprocessors.deregister("normalize_whitespace")
        md.postprocessors.deregister("raw_html")
        md.treeprocessors.deregister("prettify")
        tag = Tag(_TAG, md)
        md.inlinePatterns.register(Reference(REFERENCE.pattern, md), "oer_reference", 185)
        md.inlinePatterns.register(Mail(_MAIL, md), "automail", 110)
        md.inlinePatterns.register(tag, "html", 90)
        md.inlinePatterns.register(Entity(_ENTITY, md), "entity", 80)
        md.parser.blockprocessors.register(Heading(md.parser), "hashheader", 70)
        inline = FastInline(md)
        md.treeprocessors.register(inline, "inline", 20)
        inline.arrange(_TRIGGERS)
        place = inline.names.index("html")
        tag.again = lambda text: inline.handle(text, place)
        lists = _Attributes(md)
        lists.assign = attributes
        md.treeprocessors.register(lists, "attr_list", 8)
        md.treeprocessors.register(walk, "oer", -10)
        for name, marks in _BLOCK_MARKS.items():
            processor = md.parser.blockprocessors[name]
            setattr(processor, "test", _guarded(processor.test, marks))  # noqa: B010
        md.parser.blockprocessors = list(md.parser.blockprocessors)  # type: ignore[assignment]

    def convert(self, text: str) -> str:
        """HTML of a text (white space normalised, no tabs)."""
        self.markdown.reset()
        return self.markdown.convert(text + "\n\n")


def _guarded(test: Callable[[Element, str], bool], marks: tuple[str, ...]) -> Callable[[Element, str], bool]:
    """The test of a block processor, asked only when the block has one of the marks."""
    if len(marks) == 1:
        mark = marks[0]
        return lambda parent, block: mark in block and test(parent, block)
    return lambda parent, block: any(mark in block for mark in marks) and test(parent, block)
