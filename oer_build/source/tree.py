"""YAML text to plain data, and the place of every key and item in it.

The tree is built from the parser's events, not with its composer: the composer calls itself for each level of
nesting (a deep file ends the process), expands aliases, and applies YAML 1.1 rules that corrupt this
field's data (`1.10` becomes 1.1, `no` becomes false, `1:30` becomes 90, the first of two equal keys is
lost).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)
from yaml.parser import Parser
from yaml.reader import Reader
from yaml.scanner import Scanner

from oer_build.diagnostics import Related, Report, Span
from oer_build.source.characters import forbidden_characters, place
from oer_build.source.document import STYLES, Document, Items, Keys, Node, pack, unpack, within
from oer_build.source.scalars import plain
from oer_build.source.wording import explain

MAX_DEPTH = 50
"""How deep lists and keys may be nested in a YAML text."""

MAX_VALUES = 100_000
"""How many beginnings and ends of keys, values and lists a YAML text may have; 10,000 terms have 80,000."""
MAX_PROBLEMS = 100
"""How many problems are reported of one text before the reader gives up on it."""


class PureParser(Reader, Scanner, Parser):
    """The events of PyYAML without libyaml, for an installation that lacks it."""

    def __init__(self, stream: str) -> None:
        Reader.__init__(self, stream)
        Scanner.__init__(self)
        Parser.__init__(self)


def _fastest() -> Any:
    try:
        from yaml._yaml import CParser
    except ImportError:
        return PureParser
    return CParser


parser_class: Any = _fastest()


def parse_yaml(text: str, file: str, report: Report, first_line: int = 1) -> Document | None:
    """The tree of a YAML text, or None when it has none. Every reason is in the report.

    `first_line` is the line of `file` on which the text begins. A duplicate key is reported and its first
    value kept, so that what else is wrong can be said in the same run.
    """
    text = _plain_breaks(text)
    return _Reader(text, file, report, first_line - 1).read()


def _plain_breaks(text: str) -> str:
    """LF line ends and no byte order mark; neither changes a line or a column that an editor shows."""
    text = text.removeprefix("\ufeff")
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


_SEPARATORS = str.maketrans({"\x85": "\ufdd0", "\u2028": "\ufdd1", "\u2029": "\ufdd3"})
_RESTORED = str.maketrans({"\ufdd0": "\x85", "\ufdd1": "\u2028", "\ufdd3": "\u2029"})
_SEPARATOR = re.compile("[\x85\u2028\u2029]")


_STANDARD = "tag:yaml.org,2002:"
"""What `!!` stands for."""


class _Stop(Exception):
    """The tree cannot be built; the reason has been reported."""


class _Frame:
    """A list or mapping that is still open. `key` waits for its value, which is dropped if not `kept`."""

    __slots__ = ("data", "items", "kept", "key", "keys", "values")

    def __init__(self, data: Any, node: Keys | Items) -> None:
        self.data = data
        self.keys: dict[str, int] | None = node.keys if isinstance(node, Keys) else None
        self.values: dict[str, Node] = node.values if isinstance(node, Keys) else {}
        self.items: list[Node] = node.items if isinstance(node, Items) else []
        self.key: str | None = None
        self.kept = True

    def attach(self, value: Any, node: Node) -> None:
        """Put a value where it belongs."""
        if self.keys is None:
            self.data.append(value)
            self.items.append(node)
            return
        if self.kept and self.key is not None:
            self.data[self.key] = value
            self.values[self.key] = node
        self.key = None


class _Reader:
    """Builds one tree."""

    def __init__(self, text: str, file: str, report: Report, offset: int) -> None:
        # YAML 1.1 parsers end lines at NEL, LS and PS, YAML 1.2 and editors do not: they travel in disguise.
        self._disguised = not text.isascii() and bool(_SEPARATOR.search(text))
        self._text = text.translate(_SEPARATORS) if self._disguised else text
        self._lines = text.split("\n")
        self._file, self._report, self._offset = file, report, offset
        self._refused = False
        self._problems = 0

    def read(self) -> Document | None:
        try:
            data, root = self._build(parser_class(self._text))
        except _Stop:
            return None
        except yaml.MarkedYAMLError as error:
            self._complain(error)
            return None
        except (yaml.reader.ReaderError, UnicodeEncodeError):
            self._unreadable()
            return None
        if self._refused:
            return None
        return Document(self._file, data, root, self._lines, self._offset)

    def _build(self, parser: Any) -> tuple[Any, Node]:
        """Data and places. The outermost frame is a list that holds the one document."""
        next_event = parser.get_event
        top = Items(0)
        frame = _Frame([], top)
        open_frames: list[_Frame] = []
        outermost = frame
        values = 0
        while True:
            event = next_event()
            kind = type(event)
            values += 1
            if values > MAX_VALUES and event.start_mark is not None:
                self._stop(
                    "file-too-large",
                    event.start_mark,
                    f"the text holds more than {MAX_VALUES:,} keys and values",
                    "split it, or look for lines that are not meant",
                )
            if kind is ScalarEvent:
                text, mark, style = event.value, event.start_mark, event.style
                if event.tag is not None or event.anchor is not None:
                    self._refuse_properties(event)
                if self._disguised:
                    text = text.translate(_RESTORED)
                if style == '"':
                    self._check_escapes(text, mark)
                if frame.keys is not None and frame.key is None:
                    self._key(frame, frame.keys, text, mark)
                elif style:
                    frame.attach(text, pack(mark, STYLES[style]))
                else:
                    frame.attach(plain(text), mark.line << 26 | mark.column << 2)
            elif kind is MappingStartEvent or kind is SequenceStartEvent:
                if event.tag is not None or event.anchor is not None:
                    self._refuse_properties(event)
                self._check_opening(frame, len(open_frames), event.start_mark)
                value: Any = {} if kind is MappingStartEvent else []
                place = pack(event.start_mark)
                node = Keys(place) if kind is MappingStartEvent else Items(place)
                frame.attach(value, node)
                open_frames.append(frame)
                frame = _Frame(value, node)
            elif kind is MappingEndEvent or kind is SequenceEndEvent:
                frame = open_frames.pop()
            elif kind is AliasEvent:
                self._alias(event)
                if frame.keys is not None and frame.key is None:
                    self._key(frame, frame.keys, "*" + event.anchor, event.start_mark)
                else:
                    frame.attach(None, pack(event.start_mark))
            elif kind is DocumentStartEvent and top.items:
                self._stop(
                    "yaml-syntax",
                    event.start_mark,
                    "a second YAML document begins here",
                    "a file holds one record: remove the line '---', or move what follows elsewhere",
                )
            elif kind is StreamEndEvent:
                return (outermost.data[0], top.items[0]) if top.items else (None, 0)

    def _check_opening(self, frame: _Frame, depth: int, mark: Any) -> None:
        """Whether a list or mapping may begin here."""
        if frame.keys is not None and frame.key is None:
            self._stop(
                "yaml-syntax",
                mark,
                "a list or a group of keys stands where a key belongs",
                "a key is one word, followed by ': '; put text that begins with a bracket in quotes",
            )
        if depth >= MAX_DEPTH:
            self._stop(
                "yaml-too-deep",
                mark,
                f"lists and keys are nested more than {MAX_DEPTH} deep here",
                "no record needs more than ten: look for brackets or dashes that are not meant",
            )

    def _key(self, frame: _Frame, keys: dict[str, int], key: str, mark: Any) -> None:
        frame.key = key
        frame.kept = key not in keys
        if frame.kept:
            keys[key] = mark.line << 26 | mark.column << 2
            return
        line, column, _ = unpack(keys[key])
        self._say(
            "yaml-duplicate-key",
            self._at(mark),
            f"the key '{_shown(key)}' is here a second time",
            "keep one of the two",
            [Related(self._span(line, column), "the first one is here")],
        )

    def _check_escapes(self, text: str, mark: Any) -> None:
        r"""Refuse what a text in double quotes could bring in unseen: `"\0"`, `"\u202e"`."""
        for _, name in forbidden_characters(text):
            self._refused = True
            self._say(
                "nul-character" if name.startswith("U+0000") else "forbidden-character",
                self._at(mark),
                f"this text holds {name}",
                "remove the backslash and what belongs to it",
            )
            return

    def _refuse_properties(self, event: Any) -> None:
        self._refused = True
        mark = event.start_mark
        if event.tag is not None:
            self._say(
                "yaml-tag",
                self._at(mark),
                f"the YAML tag '{_shown(event.tag.replace(_STANDARD, '!!'))}' is not allowed",
                "remove it; if the text begins with '!', put it in quotes",
            )
        if event.anchor is not None:
            self._say(
                "yaml-alias",
                self._at(mark),
                f"the YAML anchor '&{_shown(event.anchor)}' is not allowed",
                "remove it; if the text begins with '&', put it in quotes",
            )

    def _alias(self, event: Any) -> None:
        self._refused = True
        self._say(
            "yaml-alias",
            self._at(event.start_mark),
            f"the YAML alias '*{_shown(event.anchor)}' is not allowed",
            "write the value out; if the text begins with '*', put it in quotes",
        )

    def _complain(self, error: yaml.MarkedYAMLError) -> None:
        complaint = explain(error, self._lines)
        related = [Related(self._at(mark), words) for mark, words in complaint.related]
        self._report.add(complaint.code, self._at(complaint.mark), complaint.message, complaint.hint, related)

    def _unreadable(self) -> None:
        for index, name in forbidden_characters(self._text.translate(_RESTORED)):
            line, column = place(self._text, index)
            span = self._span(line - 1, column - 1)
            code = "nul-character" if name.startswith("U+0000") else "forbidden-character"
            self._report.add(code, span, f"the text holds {name}", "delete it")
            return
        self._report.add("yaml-syntax", self._span(0, 0), "the text holds a character that YAML cannot hold")

    def _say(self, code: str, span: Span, message: str, hint: str, related: Iterable[Related] = ()) -> None:
        """Report a problem after which reading goes on, unless there were too many."""
        self._report.add(code, span, message, hint, related)
        self._problems += 1
        if self._problems >= MAX_PROBLEMS:
            raise _Stop

    def _stop(self, code: str, mark: Any, message: str, hint: str) -> None:
        self._report.add(code, self._at(mark), message, hint)
        raise _Stop

    def _at(self, mark: Any) -> Span:
        return self._span(mark.line, mark.column)

    def _span(self, line: int, column: int) -> Span:
        return within(self._file, self._lines, line, column, self._offset)


def _shown(text: str, limit: int = 60) -> str:
    """An author's text for a message: one line, not endless."""
    line = "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in text)
    return line if len(line) <= limit else line[: limit - 3] + "..."
