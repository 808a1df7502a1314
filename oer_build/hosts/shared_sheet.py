"""The style sheets that every page has, published as one file.

A browser draws nothing before the last style sheet has come, and asks a server of the older kind (HTTP/1.1)
for six files at a time. With one file for four, what a page needs in order to be drawn comes in one go.
"""

from __future__ import annotations

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from oer_build.hosts.mkdocs_theme import STYLES
from oer_build.theme.sheets import FOLDER, SHARED

SHEET = f"{FOLDER}shared.css"


def shared_parts(config: MkDocsConfig) -> list[str]:
    """Paths of the sheets that belong into one, in the order in which a page links them: Material's, ours.

    There are none where the project has put a sheet of its own over one: what that imports would be lost.
    """
    own = config.theme.custom_dir
    brought = [Path(folder) for folder in config.theme.dirs if folder != own]
    names = ("main", "palette") if config.theme.get("palette") else ("main",)
    material = [
        f"{STYLES}{path.name}"
        for name in names
        for folder in brought
        for path in folder.glob(f"{STYLES}{name}.*.css")
    ]
    parts = [*material, *(f"{FOLDER}{name}.css" for name in SHARED)]
    return [] if own and any((Path(own) / part).is_file() for part in parts) else parts


def write_shared(folder: Path, parts: list[str]) -> None:
    """Write the sheet into the folder of a built site. The parts stay, for templates that link them.

    All lie in folders of the same depth, so what they refer to is where it was.
    """
    (folder / SHEET).write_bytes(joined([(folder / part).read_bytes() for part in parts]))


def joined(sheets: list[bytes]) -> bytes:
    """Some style sheets as one."""
    return b"\n".join(sheets)
