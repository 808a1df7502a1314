"""A text becomes a `Lesson`: scan, bounds, blocks, one run of Markdown, and the result taken apart.

The only place that calls Markdown. Never raises for what an author wrote: what cannot be rendered is a
diagnostic.
"""

from __future__ import annotations

import html
import re
import threading
from collections.abc import Mapping
from dataclasses import replace

from oer_build.diagnostics import Report
from oer_build.lesson import Block, Lesson, Node, Option, PlanItem, Prose
from oer_build.markup.anchors import Anchors
from oer_build.markup.arranged import arranged, item_keys
from oer_build.markup.attributes import AttributeLists
from oer_build.markup.blocks import cut
from oer_build.markup.clock import SECONDS, TooSlow, at_most
from oer_build.markup.context import Context
from oer_build.markup.dialect import Engine
from oer_build.markup.labels import Labels
from oer_build.markup.limits import within_limits
from oer_build.markup.parts import Outline, Part, RawBlock, RawNode
from oer_build.markup.positions import Positions, check_definitions
from oer_build.markup.rawhtml import check_html
from oer_build.markup.references import Target, report_malformed
from oer_build.markup.sanitise import sanitise
from oer_build.markup.scan import MARK, MARK_END, Place, Scan, scan
from oer_build.markup.terms import PhraseIndex, TermIndex, abbreviations
from oer_build.markup.tree import FOOTNOTES, Walk

_ABBREVIATION = re.compile(r"[ ]{0,3}\*\[([^\]]{1,60})\]:[ ]*(.*)")
_TITLE = re.compile(r"[ ]{0,3}#[ ]")
_SPLIT = re.compile(rf"<p>{MARK}(\d+|{FOOTNOTES}){MARK_END}")
_FENCE = re.compile(rf"<p>{MARK}c(\d+){MARK_END}</p>|{MARK}c(\d+){MARK_END}")
_ENGINES = threading.local()


class _Room:
    """An engine with the processors that it calls, kept for one thread."""

    def __init__(self) -> None:
        self.walk, self.attributes = Walk(), AttributeLists()
        self.engine = Engine(self.walk, self.attributes.assign)


def render(
    text: str,
    *,
    file: str,
    line: int,
    page_path: str,
    targets: Mapping[str, Target],
    terms: TermIndex | None,
    report: Report,
    minutes: int = 0,
    column: int = 1,
    labels: Labels | None = None,
    sizes: Mapping[str, tuple[int, int]] | None = None,
) -> Lesson:
    """Render a text that begins at `line` and `column` of `file` and is shown on the page at `page_path`.

    `targets` says what each cross-reference leads to, by its key. `terms` is the glossary (None: no terms
    are linked). `minutes` is the learner time of the module, with which a plan without a time of its own
    must agree. A text that begins at the first line of its file may begin with the title of its page
    (`# Title`), which the page shows itself. `labels` are words for screen readers, English by default.
    `sizes` are width and height of pictures, by their address under the site.
    """
    found = scan(text, Place(file, line, column), report)
    if not within_limits(found, report):
        return Lesson()
    if line == 1:
        _take_title(found)
    short = _take_abbreviations(found)
    outline = cut(found, minutes, report)
    positions = Positions(found.visible())
    shown = positions.shown
    check_html(shown, report)
    report_malformed(shown, report)
    check_definitions(positions, _teacher_lines(outline), report)
    anchors = Anchors({block.identifier for block in outline.blocks})
    context = Context(
        found,
        outline,
        positions,
        anchors,
        page_path,
        targets,
        terms,
        short,
        labels or Labels(),
        report,
        sizes or {},
    )
    pieces = _convert(context)
    if pieces is None:
        return Lesson()
    return _lesson(context, pieces)


def _take_title(found: Scan) -> None:
    """Take a heading of the first level out of the beginning of the text."""
    first = next((index for index, line in enumerate(found.flat) if line.strip()), -1)
    if first >= 0 and not found.opaque[first] and _TITLE.match(found.flat[first]):
        found.feed[first] = ""
        found.hide(first)


def _take_abbreviations(found: Scan) -> PhraseIndex | None:
    """Take the lines `*[HTML]: ...` out of the text."""
    definitions: dict[str, str] = {}
    for index, line in enumerate(found.flat):
        if "*[" in line and not found.opaque[index] and (match := _ABBREVIATION.fullmatch(line)):
            definitions[match[1]] = html.unescape(match[2].strip())
            found.feed[index] = ""
            found.hide(index)
    return abbreviations(definitions) if definitions else None


def _teacher_lines(outline: Outline) -> list[range]:
    return [range(block.first, block.last + 1) for block in outline.blocks if block.teacher]


# -- one run of Markdown ---------------------------------------------------------------------------


def _convert(context: Context) -> dict[int, str] | None:
    """HTML of each part by its number, of the footnotes by -1; None when it cannot be made (reported)."""
    parts = context.outline.parts
    source = "\n\n".join(_marked(part) for part in parts)
    if not source.strip():
        return {}
    room = getattr(_ENGINES, "room", None) or _Room()
    _ENGINES.room = None  # an engine that failed half-way is not used again
    room.walk.context = context
    room.attributes.shown, room.attributes.report = context.positions.shown, context.report
    beginning = context.found.place.at(0)
    try:
        with at_most(SECONDS):
            made = sanitise(room.engine.convert(source))
    except TooSlow:
        context.report.add(
            "too-complex",
            beginning,
            f"the text was not rendered within {SECONDS:.0f} seconds of processor time",
            "divide it into shorter texts, and look for a part with very many special characters",
        )
        return None
    except RecursionError:
        context.report.add(
            "too-complex",
            beginning,
            "emphasis, lists or quotations are too deep inside one another",
            "simplify the text",
        )
        return None
    except Exception as fault:  # Markdown must never end a build with a traceback
        context.report.add(
            "markdown-failed",
            beginning,
            "Markdown could not read the text",
            f"halve it until the place is found, and please report the fault: {type(fault).__name__}",
        )
        return None
    _ENGINES.room = room
    return _take_apart(made, context)


def _marked(part: Part) -> str:
    """A part with its mark: alone in a paragraph, or at the beginning of text that must stay a paragraph."""
    mark = f"{MARK}{part.number}{MARK_END}"
    return mark + part.text.lstrip() if part.inline else f"{mark}\n\n{part.text}"


def _take_apart(made: str, context: Context) -> dict[int, str] | None:
    pieces = _SPLIT.split(made)
    marks = pieces[1::2]
    expected = [part.number for part in context.outline.parts]
    if context.order != expected or [int(mark) for mark in marks if mark != FOOTNOTES] != expected:
        lost = next((part for part in context.outline.parts if part.number not in context.order), None)
        context.report.add(
            "misread-text",
            context.found.place.at(lost.line if lost else 0),
            "Markdown takes the beginning of this text for something else (a meaning, or a table)",
            "leave a blank line before it, and write `\\` before a sign at its beginning",
        )
        return None
    result: dict[int, str] = {}
    for mark, piece in zip(marks, pieces[2::2], strict=True):
        number = -1 if mark == FOOTNOTES else int(mark)
        inline = number >= 0 and context.outline.parts[number].inline
        result[number] = _with_code(_inline(piece) if inline else piece[4:].strip(), context)
    return result


def _inline(piece: str) -> str:
    """What follows the mark of an inline part: bare when it is one paragraph."""
    first, _, rest = piece.partition("</p>")
    rest = rest.strip()
    if not rest:
        return first
    return f"<p>{first}</p>{rest}" if rest.startswith("<p>") else first + rest


def _with_code(made: str, context: Context) -> str:
    """Put the fenced code back. It is escaped here and was never seen by Markdown or by the sanitiser."""
    if MARK not in made:
        return made

    def code(match: re.Match[str]) -> str:
        number = int(match[1] or match[2])
        if number >= len(context.found.fences):
            return ""
        fence = context.found.fences[number]
        language = f' class="language-{html.escape(fence.language)}"' if fence.language else ""
        return f'<pre tabindex="0"><code{language}>{html.escape(fence.code, quote=False)}\n</code></pre>'

    return _FENCE.sub(code, made)


# -- values ----------------------------------------------------------------------------------------


def _lesson(context: Context, pieces: dict[int, str]) -> Lesson:
    sections = context.plain.sections()  # the text of the last part is whole
    nodes = [node for raw in context.outline.nodes if (node := _node(raw, context, pieces))]
    if -1 in pieces:
        nodes.append(Prose(pieces[-1]))
    hidden = {block.identifier for block in context.outline.blocks if block.teacher} | context.anchors.teacher
    links = [
        link
        for link, teacher in context.links
        # From one teacher-only block to another: right, though the learner's page has no such place.
        if not (teacher and link.target == context.page_path and link.fragment in hidden)
    ]
    return Lesson(
        nodes=tuple(nodes),
        toc=tuple(context.toc),
        anchors=frozenset(context.anchors.used - hidden),
        links=tuple(links),
        sections=sections,
        words=context.plain.words,
    )


def _node(raw: RawNode, context: Context, pieces: dict[int, str]) -> Node | None:
    if isinstance(raw, Part):
        made = pieces.get(raw.number, "")
        return Prose(made) if made else None
    return _block(raw, context, pieces)


def _block(raw: RawBlock, context: Context, pieces: dict[int, str]) -> Block:
    texts = context.plain.texts

    def made(part: Part | None) -> str:
        return pieces.get(part.number, "") if part else ""

    block = Block(
        name=raw.name,
        identifier=raw.identifier,
        title=made(raw.title),
        span=raw.span,
        settings={key: setting.value for key, setting in raw.settings.items()},
        children=tuple(node for child in raw.children if (node := _node(child, context, pieces))),
        answers=tuple(
            Option(
                html=made(answer.option),
                text=texts.get(answer.option.number, ""),
                correct=answer.correct,
                reason=made(answer.reason),
                partner=made(answer.partner),
                partner_text=texts.get(answer.partner.number, "") if answer.partner else "",
            )
            for answer in raw.answers
        ),
        items=tuple(made(item) for item in raw.items),
        plan=tuple(PlanItem(length, made(item)) for length, item in raw.plan),
        minutes=raw.minutes,
        text=texts.get(raw.title.number, "") if raw.title else "",
    )
    if raw.name == "objectives":
        return replace(block, item_keys=item_keys(texts.get(item.number, "") for item in raw.items))
    return arranged(block) if raw.name == "question" else block
