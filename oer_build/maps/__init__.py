"""Pictures of the catalogue, drawn at build time as SVG: what requires what, and what is taught at which
level."""

from __future__ import annotations

from oer_build.maps.graph import Graph, Relation, prerequisite_graph
from oer_build.maps.graph_file import prerequisite_graph_svg
from oer_build.maps.matrix import competency_map_svg
from oer_build.maps.neighbours import Neighbours, neighbours

__all__ = [
    "Graph",
    "Neighbours",
    "Relation",
    "competency_map_svg",
    "neighbours",
    "prerequisite_graph",
    "prerequisite_graph_svg",
]
