"""Text to tree: YAML and front matter as plain data, with the place of every key and item.

Knows the rules of YAML and of front matter and which characters no source may hold; knows nothing of
folders or of what the keys mean. `tree.py` builds a `document.py` from the parser's events, `scalars.py`
says what unquoted words mean, `wording.py` says the parser's complaints in an
author's words.
"""

from __future__ import annotations

from oer_build.source.characters import forbidden_characters
from oer_build.source.document import Document, Path
from oer_build.source.front_matter import split_front_matter
from oer_build.source.tree import MAX_DEPTH, MAX_PROBLEMS, MAX_VALUES, parse_yaml

__all__ = [
    "MAX_DEPTH",
    "MAX_PROBLEMS",
    "MAX_VALUES",
    "Document",
    "Path",
    "forbidden_characters",
    "parse_yaml",
    "split_front_matter",
]
