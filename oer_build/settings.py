"""A project's settings, such as `mkdocs.yml`: where each of them stands, and what is wrong with one.

A host reads that file by its own rules, with tags of its own, and keeps no places. It is read once more here,
for places only: nothing in it is constructed, so no tag acts.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from oer_build.diagnostics import Span

Way = tuple[str | int, ...]
"""The keys, and numbers of items from 0, that lead to a setting."""


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong with a setting: permanent code, the way to it, what is wrong, what to do."""

    code: str
    way: Way
    message: str
    hint: str


@dataclass(frozen=True, slots=True)
class Settings:
    """The file, by its path in the project, and its text; empty where there is none to find places in."""

    file: str = "mkdocs.yml"
    text: str = ""
    options: Way = ()
    """The way from the top of the file to the options of the compiler."""
    inherited: Settings | None = None
    """The file that says what this one does not."""

    def option(self, *way: str | int) -> Span:
        """Where an option of the compiler stands: `place`."""
        return self.place((*self.options, *way))

    def place(self, way: Way) -> Span:
        """Where a setting stands. Where it is not to be found: the last on the way, or the beginning."""
        return max(self._found(way), key=lambda one: one[0])[1]

    def _found(self, way: Way) -> Iterator[tuple[int, Span]]:
        """How much of the way is in this file, and where it ends; then the same of those that it inherits."""
        node, depth, span = _composed(self.text), 0, Span(self.file)
        for step in way:
            mark, node = _step(node, step)
            if mark is None:
                break
            depth, span = depth + 1, Span(self.file, mark.line + 1, mark.column + 1)
        yield depth, span
        if self.inherited:
            yield from self.inherited._found(way)


def _composed(text: str) -> yaml.Node | None:
    try:
        node: yaml.Node | None = yaml.compose(text, Loader=yaml.SafeLoader)
    except (yaml.YAMLError, RecursionError):
        return None
    return node


def _step(node: yaml.Node | None, step: str | int) -> tuple[yaml.Mark | None, yaml.Node | None]:
    """Where a key or an item of a node begins, and its value; nothing where the node does not have it."""
    if isinstance(node, yaml.SequenceNode):
        if isinstance(step, int):
            return (node.value[step].start_mark, node.value[step]) if step < len(node.value) else (None, None)
        # `plugins: [search, oer: {...}]`: a name, or a mapping of one key.
        for item in node.value:
            if isinstance(item, yaml.ScalarNode) and item.value == step:
                return item.start_mark, None
            mark, value = _step(item, step) if isinstance(item, yaml.MappingNode) else (None, None)
            if mark is not None:
                return mark, value
    if isinstance(node, yaml.MappingNode):
        merged: list[yaml.Node] = []
        for key, value in reversed(node.value):  # of a key that stands there twice, the last one holds
            if isinstance(key, yaml.ScalarNode) and key.value == step:
                return key.start_mark, value
            if key.tag == "tag:yaml.org,2002:merge":
                merged = value.value if isinstance(value, yaml.SequenceNode) else [value]
        for one in merged:
            mark, value = _step(one, step)
            if mark is not None:
                return mark, value
    return None, None
