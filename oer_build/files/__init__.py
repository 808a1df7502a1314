"""The project's folders, walked safely: text of the records, and what is known of each asset.

Content is data from strangers. Every entry is looked at before it is opened, only regular files are, no
link is followed, and nothing outside the project is touched. Knows the layout of the folders; knows nothing
of what the texts say.
"""

from __future__ import annotations

from oer_build.files.names import IDENTIFIER, MAX_IDENTIFIER, slug
from oer_build.files.places import ADDRESSES, INTRODUCED, LIST_PAGES, Place, place_of
from oer_build.files.text import MAX_LINE
from oer_build.files.walk import (
    MAX_ASSET_BYTES,
    MAX_MARKDOWN_BYTES,
    MAX_YAML_BYTES,
    REUSE_FILE,
    AssetFile,
    Sources,
    read_project,
)

__all__ = [
    "ADDRESSES",
    "IDENTIFIER",
    "INTRODUCED",
    "LIST_PAGES",
    "MAX_ASSET_BYTES",
    "MAX_IDENTIFIER",
    "MAX_LINE",
    "MAX_MARKDOWN_BYTES",
    "MAX_YAML_BYTES",
    "REUSE_FILE",
    "AssetFile",
    "Place",
    "Sources",
    "place_of",
    "read_project",
    "slug",
]
