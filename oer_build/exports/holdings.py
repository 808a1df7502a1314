"""Which files belong to which module, found in one pass, and the hash that stands for a module's content."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence

from oer_build.model import Asset, Catalogue, Module

Holdings = Mapping[str, Sequence[Asset]]
"""By module: the files that lie in its folder, by name."""


def holdings(catalogue: Catalogue) -> Holdings:
    """The files of every module. A module without files is not in it."""
    found: dict[str, list[Asset]] = {}
    for path in sorted(catalogue.assets):
        kind, _, rest = path.partition("/")
        identifier = rest.partition("/")[0]
        if kind == "modules" and identifier in catalogue.modules:
            found.setdefault(identifier, []).append(catalogue.assets[path])
    return found


def revision(module: Module, files: Sequence[Asset] = ()) -> str:
    """Hash of a module's content, SHA-256 in hexadecimal: of its front matter, its text and its files."""
    text = json.dumps(
        {
            "record": module.record,
            "body": module.body,
            "files": {asset.file: [asset.digest, asset.license, asset.copyright] for asset in files},
        },
        ensure_ascii=False,
        sort_keys=True,
        separators=(",", ":"),
        default=str,
    )
    return hashlib.sha256(text.encode()).hexdigest()
