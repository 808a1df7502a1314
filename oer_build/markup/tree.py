"""The one walk over the rendered tree: links, images, headings, tables, terms, and plain text.

It is the last of Markdown's tree processors. What it needs to know of the text is in `Context`; what it
finds is left there too.
"""

from __future__ import annotations

import html
import re
from xml.etree.ElementTree import Element

from markdown.treeprocessors import Treeprocessor

from oer_build.diagnostics import Span
from oer_build.lesson import ROOT, Heading, Link
from oer_build.markup.addresses import BadAddress, resolve
from oer_build.markup.context import Context
from oer_build.markup.dialect import REFERENCE_TAG
from oer_build.markup.pictures import NARROW, dress_picture, open_large
from oer_build.markup.plain import joined
from oer_build.markup.references import parse_key
from oer_build.markup.sanitise import names
from oer_build.markup.scan import MARK, MARK_END
from oer_build.markup.tables import dress_table, task_item
from oer_build.markup.terms import Hit

FOOTNOTES = "f"
"""Stands for the number of a part before the footnotes, which come after all parts."""

_PART = re.compile(MARK + r"(\d+)" + MARK_END)
_FENCE = re.compile(MARK + r"c(\d+)" + MARK_END)
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_UNLINKED = frozenset(
    {"a", "abbr", "cite", "code", "dfn", "dt", "kbd", "pre", "samp", "summary", "th", "var"}
)
"""Elements in which no glossary term is linked, besides headings."""
_BREAKS = names("blockquote br dd details div dl dt hr li ol p pre summary table tbody td th thead tr ul")
"""Elements that end a word."""


class Walk(Treeprocessor):
    """Walks the tree of one text after the other. Set `context` before each."""

    context: Context
    _in_link = False

    def run(self, root: Element) -> None:
        self._in_link = False
        footnotes: Element | None = None
        for number, child in enumerate(root):
            mark = _PART.match(child.text) if child.text and child.text[0] == MARK else None
            if mark and child.tag == "p":
                self._begin(int(mark[1]))
                child.attrib.clear()
                child.text = (child.text or "")[mark.end() :]
                self._element(child, root, self._linkable())
                child.text = mark[0] + (child.text or "")
                continue
            if child.tag == "div" and child.get("class") == "footnote":
                footnotes = child
                self._begin(None)
                child.set("role", "doc-endnotes")
                child.set("aria-label", self.context.labels.footnotes)
            root[number] = self._element(child, root, self._linkable())
        if footnotes is not None:
            before = Element("p")
            before.text = f"{MARK}{FOOTNOTES}{MARK_END}"
            root.insert(list(root).index(footnotes), before)

    def _begin(self, number: int | None) -> None:
        context = self.context
        if number is None:
            context.part = None
            context.plain.begin(-1, counts=True, shows=True)
            return
        context.order.append(number)
        part = context.part = context.outline.parts[number] if number < len(context.outline.parts) else None
        if part:
            counts = not part.teacher and not part.quiz
            context.plain.begin(number, counts=counts, shows=not part.teacher and not part.hidden)

    def _linkable(self) -> bool:
        part = self.context.part
        return self.context.terms is not None and (part is None or part.terms)

    # -- elements --------------------------------------------------------------------------------

    def _element(self, element: Element, parent: Element, linkable: bool) -> Element:
        """Walk an element; what takes its place."""
        tag = element.tag
        if tag in _HEADINGS:
            self._heading(element, _HEADINGS[tag])
            return element
        if tag == "summary" or element.get("class") == "admonition-title":
            self._note_title(element, parent)
        if tag == REFERENCE_TAG:
            return self._reference(element)
        if element.attrib and (anchor := element.get("id")):
            self._anchor(anchor)
        result, box = element, None
        breaks = tag in _BREAKS
        say = self.context.plain.say
        if breaks:
            say(" ")
        if tag == "a":
            if self._link(element):
                return element
        elif tag == "img":
            result = self._image(element)
        elif tag == "li":
            box = task_item(element, parent)
        elif tag == "table":
            result = self._table(element)
        elif tag == "pre":
            element.set("tabindex", "0")
        elif tag == "p" and element.get("class") == "admonition-title":
            linkable = False
        if tag in _UNLINKED:
            linkable = False
        if tag == "a":
            self._in_link = True
        if box is None:
            self._children(element, linkable)
        else:
            before = self.context.plain.swap([])
            self._children(element, linkable)
            words = self.context.plain.swap(before)
            before.extend(words)
            box.set("aria-label", " ".join(joined(words).split()))
        if tag == "a":
            self._in_link = False
        if breaks:
            say(" ")
        return result

    def _children(self, element: Element, linkable: bool) -> None:
        """Walk the text and the children of an element, and put links into the text between them."""
        children = list(element)
        made: list[Element] = []
        changed = False
        if element.text:
            if element.tag == "code":
                self.context.plain.say(html.unescape(element.text))
            else:
                element.text, added = self._words(element.text, linkable)
                if added:
                    made += added
                    changed = True
        for child in children:
            result = self._element(child, element, linkable)
            changed = changed or result is not child
            made.append(result)
            if result.tail:
                result.tail, added = self._words(result.tail, linkable)
                if added:
                    made += added
                    changed = True
        if changed:
            element[:] = made

    def _words(self, text: str, linkable: bool) -> tuple[str, list[Element]]:
        """Say a text; what comes before the first term or abbreviation in it, and the elements from there."""
        context = self.context
        if text[0] == MARK and (fence := _FENCE.search(text)):
            number = int(fence[1])
            if number < len(context.found.fences):
                context.plain.code(context.found.fences[number].code)
            return text, []
        context.plain.say(text)
        hits: list[tuple[Hit, bool]] = []
        if linkable and context.terms:
            for hit in context.terms.find(text):
                if hit.value not in context.seen:
                    context.seen.add(hit.value)
                    hits.append((hit, True))
        if context.abbreviations:
            hits += [(hit, False) for hit in context.abbreviations.find(text)]
            hits.sort(key=lambda pair: (pair[0].start, pair[1]))
        if not hits:
            return text, []
        kept: list[tuple[Hit, bool]] = []
        for pair in hits:
            if not kept or pair[0].start >= kept[-1][0].end:
                kept.append(pair)
        ends = [*(hit.start for hit, _ in kept[1:]), len(text)]
        elements: list[Element] = []
        for (hit, is_term), following in zip(kept, ends, strict=True):
            made = _term(hit.value) if is_term else Element("abbr", {"title": hit.value})
            made.text = text[hit.start : hit.end]
            made.tail = text[hit.end : following]
            elements.append(made)
        return text[: kept[0][0].start], elements

    # -- what each kind of element needs ---------------------------------------------------------

    def _anchor(self, anchor: str, span: Span | None = None) -> None:
        context = self.context
        if not context.anchors.take(anchor):
            context.report.add(
                "duplicate-anchor",
                span or context.positions.second(f"#{anchor}", context.here()),
                f"the page has two anchors '#{anchor}'",
                "rename one of them",
            )
        if context.teacher:
            context.anchors.teacher.add(anchor)

    def _heading(self, element: Element, level: int) -> None:
        context = self.context
        span = context.positions.heading(level, context.here())
        before = context.plain.swap([])
        self._children(element, False)
        title = " ".join(joined(context.plain.swap(before)).split())
        scope = context.part.scope if context.part else ""
        last = context.levels.get(scope, context.levels.get("", 1))
        if level == 1:
            context.report.add(
                "heading-level",
                span,
                "the heading has the level of the page's title",
                "begin with `##`; the title of the page comes from its front matter",
            )
        elif level > last + 1:
            context.report.add(
                "heading-level",
                span,
                f"the heading has level {level}, but the one before it has level {last}"
                if last > 1
                else f"the first heading has level {level}",
                f"write it with {'#' * (last + 1)}",
            )
        context.levels[scope] = level
        anchor = element.get("id")
        if anchor:
            self._anchor(anchor, span)
        else:
            anchor = context.anchors.of_heading(title)
            element.set("id", anchor)
            if context.teacher:
                context.anchors.teacher.add(anchor)
        if not context.teacher:
            context.toc.append(Heading(level, anchor, title))
        if level <= 3:
            context.plain.section(anchor, title)
        else:
            context.plain.say(f" {title} ")

    def _link(self, element: Element) -> bool:
        """Dress a link. True for one that is a mark and no text: to a footnote, or back from it."""
        context = self.context
        kind = element.get("class", "")
        url = element.get("href") or ""
        if url.startswith("#fn") and kind in ("footnote-ref", "footnote-backref"):
            self._footnote(element, kind)
            return True
        span = context.positions.address(url, context.here())
        if not len(element) and not (element.text and element.text.strip()):
            context.report.add(
                "empty-link",
                span,
                "the link has no text",
                "write what it leads to between the square brackets",
            )
        self._address(element, "href", url, span)
        return False

    def _note_title(self, element: Element, parent: Element) -> None:
        """The title of a note that has none of its own: its kind, in words."""
        for kind in (parent.get("class") or "").split():
            if element.text == kind.capitalize() and not len(element):
                element.text = self.context.labels.notes.get(kind, element.text)

    def _footnote(self, element: Element, kind: str) -> None:
        labels = self.context.labels
        if kind == "footnote-ref":
            element.set("role", "doc-noteref")
            element.set("aria-label", labels.footnote.format(number=element.text))
            return
        number = re.sub(r"\D", "", element.attrib.pop("title", ""))
        again = re.match(r"#fnref(\d+):", element.get("href", ""))
        element.set("role", "doc-backlink")
        element.set("aria-label", labels.back.format(number=number) + (f" ({again[1]})" if again else ""))

    def _address(self, element: Element, attribute: str, url: str, span: Span) -> None:
        """Check and rewrite an address."""
        context = self.context
        try:
            address = resolve(html.unescape(url), span.file, context.page_path)
        except BadAddress as bad:
            context.report.add(bad.code, span, bad.message, bad.hint)
            element.attrib.pop(attribute, None)
            return
        if attribute == "src" and address.kind == "external":
            context.report.add(
                "remote-image",
                span,
                "the image lies on another site",
                "put the file beside the text, with its licence, or link to it",
            )
            element.attrib.pop(attribute, None)
            return
        element.set(attribute, address.html)
        kind = "asset" if attribute == "src" else address.kind
        context.links.append((Link(kind, address.target, span, address.fragment), context.teacher))

    def _image(self, element: Element) -> Element:
        """Dress a picture. One that is wider than a phone is a link to itself, to be opened large."""
        context = self.context
        url = element.get("src") or ""
        alternative = " ".join((element.get("alt") or "").split())
        place = context.positions.image(url, context.here())
        if not alternative:
            context.report.add(
                "missing-alt",
                place,
                "the image has no alternative text",
                "say between the square brackets what the image shows: `![What it shows](file.png)`",
            )
        context.plain.say(alternative)
        self._address(element, "src", url, context.positions.address(url, place))
        size = context.sizes.get((element.get("src") or "").removeprefix(ROOT))
        dress_picture(element, alternative, size)
        if size and size[0] > NARROW and alternative and not self._in_link:
            return open_large(element, context.labels.picture)
        return element

    def _reference(self, element: Element) -> Element:
        """A cross-reference becomes a link, or its own text where the linker has found no target."""
        key = element.get("key", "")
        target = self.context.targets.get(key)
        parsed = parse_key(key)
        ours = not element.text and not len(element)
        if ours:
            element.text = target.title if target else parsed[1] if parsed else key
            if target and parsed and parsed[0] == "source":
                # In brackets wherever the text goes: into search, a slide, a feed.
                element.text = f"({element.text})"
        self._children(element, False)
        element.attrib.clear()
        if target is None:
            element.tag = "span"
            return element
        element.tag = "a"
        element.set("class", f"oer-ref oer-ref-{parsed[0] if parsed else 'competency'}")
        element.set("href", ROOT + target.path)
        if ours and target.language:
            element.set("lang", target.language)
            element.set("dir", target.direction)
        return element

    def _table(self, table: Element) -> Element:
        context = self.context
        context.tables += 1
        part = context.part
        label = context.labels.table.format(number=context.tables)
        return dress_table(table, label, row_headers=part is not None and part.rows)


def _term(identifier: str) -> Element:
    """A link to a term of the glossary, which a script may show in place."""
    address = f"{ROOT}glossary/#{identifier}"
    return Element("a", {"class": "oer-term", "href": address, "data-term": identifier})
