"""The prerequisite graph as a picture to take away: the drawing of the map page on a ground of its own, with
its name above and what one has to say of it below.

A file of its own, in quiet colours that read in a document, on paper and on a dark screen.
`prerequisites.csv` has the same relations as a table.
"""

from __future__ import annotations

from oer_build.analysis.licences import license_title
from oer_build.lesson import ROOT
from oer_build.maps.graph import Graph
from oer_build.maps.matrix import FONTS, INK, PAPER, SOFT
from oer_build.maps.text import escape, wrap
from oer_build.model import Catalogue
from oer_build.strings import Strings

_MARGIN = 24.0
_LEAST = 480.0
"""A small graph is given this width, so that the credits have room."""


def prerequisite_graph_svg(catalogue: Catalogue, graph: Graph, words: Strings) -> str:
    """A graph that was drawn for a page as a complete SVG document; empty where there is none. Boxes lead to
    the site where its address is known, else to where the file lies beside the pages."""
    if not graph.svg:
        return ""
    width = max(graph.width, _LEAST) + 2 * _MARGIN
    room = width - 2 * _MARGIN
    title = words.gettext("What comes before what")
    parts: list[str] = []
    y = _MARGIN

    def line(text: str, size: float, colour: str, weight: int) -> None:
        x, turn = (width - _MARGIN, ' direction="rtl"') if words.direction == "rtl" else (_MARGIN, "")
        parts.append(
            f'<text x="{x:g}" y="{y:g}" font-size="{size:g}" font-weight="{weight}" '
            f'fill="{colour}"{turn}>{escape(text)}</text>'
        )

    for text in wrap(f"{catalogue.site.title}: {title}", 20, room, 2, bold=True):
        y += 22
        line(text, 20, INK, 600)
    y += 14
    shift = width - _MARGIN - graph.width if words.direction == "rtl" else _MARGIN
    drawing = graph.svg.replace(ROOT, escape(catalogue.site.url))
    parts.append(f'<g transform="translate({shift:g} {y:g})" color="{INK}">{drawing}</g>')
    y += graph.height + 6
    for text in (_cut(graph, words), _credit(catalogue, words)):
        for piece in wrap(text, 12, room, 3):
            y += 18
            line(piece, 12, SOFT, 400)
    height = y + _MARGIN - 8
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{width:g}" height="{height:g}" '
            f'viewBox="0 0 {width:g} {height:g}" lang="{escape(words.language)}" font-family="{FONTS}">',
            f'<rect width="100%" height="100%" rx="8" fill="{PAPER}"/>',
            *parts,
            "</svg>",
            "",
        ]
    )


def _cut(graph: Graph, words: Strings) -> str:
    """How many modules did not fit; empty where all did."""
    if not graph.cut:
        return ""
    return words.ngettext(
        "%(shown)s more module has requirements and did not fit in the picture: its page names them.",
        "%(shown)s more modules have requirements and did not fit in the picture: their pages name them.",
        len(graph.cut),
    ) % {"shown": words.number(len(graph.cut))}


def _credit(catalogue: Catalogue, words: Strings) -> str:
    site = catalogue.site
    return " · ".join(
        filter(None, (site.title, license_title(site.license), site.url, words.date(site.date)))
    )
