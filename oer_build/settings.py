"""A project's settings, `mkdocs.yml`: where each of them stands, and what is wrong with one.

A host reads that file by its own rules, with tags of its own, and keeps no places. It is read once more here,
for places only: nothing in it is constructed, so no tag acts.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import yaml

from oer_build.diagnostics import Span

Way = tuple[str | int, ...]
"""The keys, and numbers of items from 0, that lead to a setting from the top of the file."""

OPTIONS: Way = ("plugins", "oer")
"""The way to the options of the plugin. `plugins` may be a list of names or a mapping."""


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong with a setting: permanent code, the way to it, what is wrong, what to do."""

    code: str
    way: Way
    message: str
    hint: str


@dataclass(slots=True)
class Settings:
    """The file, by its name, and its text; empty where there is none to find places in."""

    file: str = "mkdocs.yml"
    text: str = ""
    _top: yaml.Node | None = field(default=None, init=False)

    def place(self, way: Way) -> Span:
        """Where a setting stands; where it is not to be found, the last on the way to it, or the beginning.

        It may stand in a file that this one inherits from, or in what an alias or a tag stands for.
        """
        if self._top is None and self.text:
            self._top = _composed(self.text)
        node, found = self._top, None
        for step in way:
            begins, node = _step(node, step)
            if begins is None:
                break
            found = begins
        return Span(self.file, found.line + 1, found.column + 1) if found else Span(self.file)


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
            begins, value = _step(item, step) if isinstance(item, yaml.MappingNode) else (None, None)
            if begins is not None:
                return begins, value
    if isinstance(node, yaml.MappingNode):
        for key, value in reversed(node.value):  # of a key that stands there twice, the last one holds
            if isinstance(key, yaml.ScalarNode) and key.value == step:
                return key.start_mark, value
    return None, None
