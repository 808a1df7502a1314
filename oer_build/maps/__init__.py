"""Pictures of the catalogue, drawn at build time as SVG: what requires what, and what is taught at which
level."""

from __future__ import annotations

from oer_build.maps.graph import Graph, Relation, prerequisite_graph
from oer_build.maps.matrix import competency_map_svg

__all__ = ["Graph", "Relation", "competency_map_svg", "prerequisite_graph"]
