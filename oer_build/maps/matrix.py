"""The competency map as one picture to take away: competencies by levels, with counts, time and words in each
cell.

A file of its own with its own quiet colours on a light ground, so that it reads in a document, on paper and
on a dark screen. Each cell says in words what its tint shows; `coverage.csv` has the same numbers as a table.
"""

from __future__ import annotations

from collections.abc import Sequence

from oer_build.analysis.coverage import Cell, Coverage, Row, coverage
from oer_build.analysis.licences import license_title
from oer_build.maps.text import escape, fit, wrap
from oer_build.model import Catalogue
from oer_build.strings import Strings

MOST_ROWS = 200
"""A longer map ends with a line that says how many competencies more there are."""

_MARGIN = 24.0
_LABEL = 220.0
_CELL = 150.0
_TABLE = 640.0
"""A table of few columns is made this wide, so that names and the line of credits have room."""
_GAP = 6.0
_HEAD = 34.0
FONTS = "system-ui, -apple-system, Segoe UI, Roboto, Helvetica Neue, Arial, sans-serif"
INK = "#1b1f24"
SOFT = "#4a535e"
PAPER = "#ffffff"
_TINT = "#2b6cb0"


def competency_map_svg(
    catalogue: Catalogue, table: Coverage | None = None, strings: Strings | None = None
) -> str:
    """The map as a complete SVG document."""
    return _Map(catalogue, table or coverage(catalogue), strings or Strings(catalogue.site.language)).svg()


class _Map:
    def __init__(self, catalogue: Catalogue, table: Coverage, words: Strings) -> None:
        self.catalogue = catalogue
        self.table = table
        self.words = words
        self.rows = table.rows[:MOST_ROWS]
        self.levels = {level.identifier: level.title for level in catalogue.levels}
        self.most = max((len(cell.taught) for row in self.rows for cell in row.cells), default=0)
        self.labels = {row.competency: self._label(row) for row in self.rows}
        columns = max(1, len(table.levels))
        self.cell = max(_CELL, (_TABLE - _LABEL) / columns - _GAP)
        self.width = 2 * _MARGIN + _LABEL + columns * (self.cell + _GAP)
        self.rtl = self.words.direction == "rtl"

    def svg(self) -> str:
        _ = self.words.gettext
        framework = self.catalogue.framework
        name = framework.title if framework else self.catalogue.site.title
        parts: list[str] = []
        y = _MARGIN
        for line in wrap(name, 20, self.width - 2 * _MARGIN, 2, bold=True):
            y += 22
            parts.append(self._text(_MARGIN, y, line, 20, bold=True))
        for line in wrap(self._summary(), 13, self.width - 2 * _MARGIN, 2):
            y += 20
            parts.append(self._text(_MARGIN, y, line, 13, soft=True))
        y += 18
        parts += self._head(y)
        y += _HEAD
        for row in self.rows:
            height = self._height(row)
            parts += self._row(row, y, height)
            y += height + _GAP
        hidden = len(self.table.rows) - len(self.rows)
        if hidden:
            y += 18
            more = self.words.ngettext("and %(n)d competency more", "and %(n)d competencies more", hidden)
            parts.append(self._text(_MARGIN, y, more % {"n": hidden}, 13, soft=True))
        y += 6
        for line in wrap(self._credit(), 12, self.width - 2 * _MARGIN, 3):
            y += 18
            parts.append(self._text(_MARGIN, y, line, 12, soft=True))
        height = y + _MARGIN - 8
        title = _("Competency map: %(framework)s") % {"framework": name}
        return "\n".join(
            [
                f'<svg xmlns="http://www.w3.org/2000/svg" width="{_n(self.width)}" height="{_n(height)}" '
                f'viewBox="0 0 {_n(self.width)} {_n(height)}" role="img" aria-labelledby="title desc" '
                f'lang="{escape(self.words.language)}" font-family="{FONTS}">',
                f'<title id="title">{escape(title)}</title>',
                f'<desc id="desc">{escape(self._description())}</desc>',
                f'<rect width="100%" height="100%" rx="8" fill="{PAPER}"/>',
                *parts,
                "</svg>",
                "",
            ]
        )

    def _label(self, row: Row) -> tuple[str, tuple[str, ...]]:
        entry = self.catalogue.competencies[row.competency]
        indent = 40 if entry.human_coding_scheme else 0
        return entry.human_coding_scheme, wrap(entry.title, 15, _LABEL - indent - 12, 4, bold=True)

    def _height(self, row: Row) -> float:
        lines = max([len(self._lines(cell)) for cell in row.cells] or [1])
        return max(58.0, 18.0 + 17.0 * max(lines, len(self.labels[row.competency][1])))

    def _head(self, y: float) -> list[str]:
        _ = self.words.gettext
        parts = [self._text(_MARGIN, y + 20, _("Competency"), 13, soft=True)]
        for number, level in enumerate(self.table.levels):
            title = self.levels.get(level) or (_("No level named") if self.levels else _("Taught by"))
            x = _MARGIN + _LABEL + number * (self.cell + _GAP) + 12
            parts.append(self._text(x, y + 20, fit(title, 13, self.cell - 16, bold=True), 13, bold=True))
        return parts

    def _row(self, row: Row, y: float, height: float) -> list[str]:
        code, lines = self.labels[row.competency]
        ends = (_MARGIN + _GAP, _MARGIN) if self.rtl else (_MARGIN, _MARGIN + _GAP)
        parts = [f'<path d="M{_n(ends[0])} {_n(y)}H{_n(self.width - ends[1])}" stroke="#d5dae0"/>']
        if code:
            parts.append(self._text(_MARGIN, y + 24, fit(code, 13, 36), 13, soft=True))
        for number, line in enumerate(lines):
            parts.append(self._text(_MARGIN + (40 if code else 0), y + 24 + 18 * number, line, 15, bold=True))
        for number, cell in enumerate(row.cells):
            parts += self._cell(cell, _MARGIN + _LABEL + number * (self.cell + _GAP), y + _GAP, height - _GAP)
        return parts

    def _cell(self, cell: Cell, x: float, y: float, height: float) -> list[str]:
        first, *rest = self._lines(cell)
        left = self.width - x - self.cell if self.rtl else x
        place = f'x="{_n(left + 0.5)}" y="{_n(y + 0.5)}" width="{_n(self.cell - 1)}" '
        place += f'height="{_n(height - 1)}" rx="5"'
        if cell.gap:
            box = f'<rect {place} fill="none" stroke="#7f8994" stroke-dasharray="4 4"/>'
        else:
            share = 0.10 + 0.22 * (len(cell.taught) - 1) / max(1, self.most - 1)
            box = f'<rect {place} fill="{_TINT}" fill-opacity="{share:.2f}" stroke="{_TINT}"/>'
        texts = [self._text(x + 12, y + 20, first, 13, bold=not cell.gap, soft=cell.gap)]
        texts += [self._text(x + 12, y + 37 + 17 * n, line, 12, soft=cell.gap) for n, line in enumerate(rest)]
        return [box, *texts]

    def _lines(self, cell: Cell) -> list[str]:
        """What a cell says: how many modules, how long, how far they take it, what is planned."""
        _, n_ = self.words.gettext, self.words.ngettext
        planned = len(cell.planned)
        later = n_("%(n)d planned", "%(n)d planned", planned) % {"n": planned} if planned else ""
        if cell.gap:
            return [_("nothing yet"), later] if later else [_("nothing yet")]
        count = len(cell.taught)
        lines = [n_("%(n)d module", "%(n)d modules", count) % {"n": count}]
        if cell.minutes:
            lines += wrap(self.words.hours(cell.minutes), 12, self.cell - 20, 2)
        if cell.assessed:
            lines.append(_("assessed"))
        elif cell.practised:
            lines.append(_("practised"))
        else:
            lines.append(_("introduced"))
        return [*lines, later] if later else lines

    def _summary(self) -> str:
        n_ = self.words.ngettext
        modules = [m for m in self.catalogue.modules.values() if m.creative_work_status != "retired"]
        written = sum(not module.planned for module in modules)
        planned = len(modules) - written
        competencies = len(self.table.rows)
        parts = [
            n_("%(n)d competency", "%(n)d competencies", competencies) % {"n": competencies},
            n_("%(n)d module", "%(n)d modules", written) % {"n": written},
        ]
        if planned:
            parts.append(n_("%(n)d planned", "%(n)d planned", planned) % {"n": planned})
        return " · ".join(parts)

    def _credit(self) -> str:
        site = self.catalogue.site
        license_ = self.catalogue.framework.license if self.catalogue.framework else site.license
        return " · ".join(
            filter(None, (site.title, license_title(license_), site.url, self.words.date(site.date)))
        )

    def _description(self) -> str:
        """The numbers as sentences: what a screen reader has in place of the picture."""
        sentences = [self._summary() + "."]
        for row in self.rows:
            entry = self.catalogue.competencies[row.competency]
            cells = "; ".join(self._spoken(cell) for cell in row.cells)
            sentences.append(f"{entry.human_coding_scheme} {entry.title}: {cells}.".strip())
        return " ".join(sentences)

    def _spoken(self, cell: Cell) -> str:
        title = self.levels.get(cell.level, "")
        said: Sequence[str] = self._lines(cell)
        return f"{title}, {', '.join(said)}" if title else ", ".join(said)

    def _text(
        self, x: float, y: float, text: str, size: float, bold: bool = False, soft: bool = False
    ) -> str:
        """A line that begins at `x`, counted from the side where writing begins."""
        place = self.width - x if self.rtl else x
        weight = ' font-weight="600"' if bold else ""
        turn = ' direction="rtl"' if self.rtl else ""
        return (
            f'<text x="{_n(place)}" y="{_n(y)}" font-size="{_n(size)}"{weight}{turn} '
            f'fill="{SOFT if soft else INK}">{escape(text)}</text>'
        )


def _n(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")
