"""A module between what it requires and what requires it: a small picture for the module's own page.

One column, narrow enough for a phone, and as few bytes as can be, because every module page carries it. Every
box is a link with the module's name; its own box says that it is this module. All colours are the text's own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from oer_build.lesson import ROOT
from oer_build.maps.text import escape, wrap
from oer_build.model import Catalogue
from oer_build.strings import Strings

MOST = 6
"""Neighbours on each side that are drawn; the text beside the picture counts the others."""

_WIDTH = 280
_RAIL = 10
_LEFT = 24
"""Where boxes begin: left of them run the lines."""
_PAD = 12
_LINE = 18
_GAP = 8
_TITLE = 14.0


@dataclass(frozen=True, slots=True)
class Neighbours:
    """The picture, and the modules on both sides, by identifier; those that it has no room for too."""

    svg: str
    before: tuple[str, ...]
    after: tuple[str, ...]


def neighbours(catalogue: Catalogue, identifier: str, strings: Strings, teach: bool = False) -> Neighbours:
    """`svg` is empty for a module that stands alone. Retired modules are left out. `teach`: boxes lead to
    the teaching views of modules, where there are such."""
    here = catalogue.modules[identifier]
    before = _there(catalogue, [one.identifier for one in here.requires])
    after = _there(catalogue, catalogue.required_by.get(identifier, ()))
    if not before and not after:
        return Neighbours("", (), ())
    return Neighbours(_Drawing(catalogue, identifier, before, after, strings, teach).svg(), before, after)


def _there(catalogue: Catalogue, identifiers: Sequence[str]) -> tuple[str, ...]:
    modules = catalogue.modules
    return tuple(
        one
        for one in dict.fromkeys(identifiers)
        if one in modules and modules[one].creative_work_status != "retired"
    )


class _Drawing:
    def __init__(
        self,
        catalogue: Catalogue,
        identifier: str,
        before: Sequence[str],
        after: Sequence[str],
        words: Strings,
        teach: bool,
    ) -> None:
        self.teach = teach
        self.modules = catalogue.modules
        self.words = words
        self.rtl = words.direction == "rtl"
        self.here = identifier
        self.order = (*before[:MOST], identifier, *after[:MOST])
        self.own = len(before[:MOST])
        self.titles = [self._lines(one) for one in self.order]

    def svg(self) -> str:
        _ = self.words.gettext
        heights = [_PAD * 2 + _LINE * len(lines) - 6 for lines in self.titles]
        tops = [1 + sum(heights[:at]) + _GAP * at for at in range(len(heights))]
        middles = [top + height // 2 for top, height in zip(tops, heights, strict=True)]
        label = _("What comes before and after this module")
        height = tops[-1] + heights[-1] + 1
        return (
            f'<svg width="{_WIDTH}" height="{height}" '
            f'viewBox="0 0 {_WIDTH} {height}" role="group" aria-label="{escape(label)}">'
            f"{self._paths(middles)}"
            f"{''.join(map(self._box, range(len(self.order)), tops, heights))}</svg>"
        )

    def _lines(self, identifier: str) -> tuple[str, ...]:
        return wrap(self.modules[identifier].title, _TITLE, _WIDTH - _LEFT - 2 * _PAD, 2, bold=True)

    def _paths(self, middles: Sequence[int]) -> str:
        """From each module before to this one, and from this one to each after it, beside the boxes. Lines
        arrive a little above its middle and leave a little below."""
        side = -1 if self.rtl else 1
        edge, rail = self._x(_LEFT), self._x(_RAIL)
        own = middles[self.own]
        lines = ""
        ends: list[int] = []
        if self.own:
            arrives = own - (5 if self.own + 1 < len(middles) else 0)
            lines += "".join(f"M{edge} {y}H{rail}" for y in middles[1 : self.own])
            lines += f"M{edge} {middles[0]}H{rail}V{arrives}H{edge - 6 * side}"
            ends.append(arrives)
        if self.own + 1 < len(middles):
            leaves = own + (5 if self.own else 0)
            lines += f"M{edge} {leaves}H{rail}V{middles[-1]}H{edge - 6 * side}"
            lines += "".join(f"M{rail} {y}H{edge - 6 * side}" for y in middles[self.own + 1 : -1])
            ends += middles[self.own + 1 :]
        heads = "".join(f"M{edge - 7 * side} {y - 4}L{edge} {y} {edge - 7 * side} {y + 4}z" for y in ends)
        return (
            f'<g aria-hidden="true"><path d="{lines}" fill="none" stroke="currentColor" opacity=".7"/>'
            f'<path d="{heads}" fill="currentColor"/></g>'
        )

    def _x(self, x: int) -> int:
        return _WIDTH - x if self.rtl else x

    def _box(self, at: int, top: int, height: int) -> str:
        identifier = self.order[at]
        module = self.modules[identifier]
        wide = _WIDTH - _LEFT - 2
        x = 2 if self.rtl else _LEFT
        near = x + wide - _PAD if self.rtl else x + _PAD
        dashes = ' stroke-dasharray="4 3"' if module.planned else ""
        turn = ' direction="rtl"' if self.rtl else ""
        own = identifier == self.here
        inside = f'<rect x="{x}" y="{top}" width="{wide}" height="{height}" rx="4"{dashes}/>' + "".join(
            f'<text x="{near}" y="{top + 22 + _LINE * number}"{turn}>{escape(line)}</text>'
            for number, line in enumerate(self.titles[at])
        )
        name = escape(self._name(at))
        if own:
            return f'<g class="oer-near__here" role="img" aria-label="{name}">{inside}</g>'
        view = "teach/" if self.teach and not module.planned else ""
        return f'<a href="{ROOT}modules/{identifier}/{view}" aria-label="{name}">{inside}</a>'

    def _name(self, at: int) -> str:
        """What a screen reader says of a box: where it stands, its title, and whether it is only planned."""
        _ = self.words.gettext
        module = self.modules[self.order[at]]
        place = _("Before: %s") if at < self.own else _("After: %s")
        if at == self.own:
            place = _("This module: %s")
        return place % module.title + (f", {_('planned')}" if module.planned else "")
