"""The style sheets that every page has, published as one file.

A browser draws nothing before the last style sheet has come, and asks a server of the older kind (HTTP/1.1)
for six files at a time. With one file for four, what a page needs in order to be drawn comes in one go.
"""

from __future__ import annotations

from pathlib import Path

from oer_build.theme.sheets import FOLDER

SHEET = f"{FOLDER}shared.css"


def write_shared(folder: Path, parts: list[str]) -> None:
    """Write the sheet into the folder of a built site. The parts stay, for templates that link them.

    All lie in folders of the same depth, so what they refer to is where it was.
    """
    (folder / SHEET).write_bytes(joined([(folder / part).read_bytes() for part in parts]))


def joined(sheets: list[bytes]) -> bytes:
    """Some style sheets as one."""
    return b"\n".join(sheets)
