"""The style sheets that every page has, published as one file.

A browser draws nothing before the last style sheet has come, and asks a server of the older kind (HTTP/1.1)
for six files at a time. With one file for four, what a page needs in order to be drawn comes in one go.
"""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from oer_build.theme.sheets import FOLDER

SHEET = f"{FOLDER}shared.css"


def write_shared(folder: Path, parts: Iterable[str]) -> None:
    """Write the sheet into the folder of a built site, and take away the parts that no page links by itself.

    A template of the project may link one. All lie in folders of the same depth, so what they refer to by
    `../` is where it was.
    """
    paths = [folder / part for part in parts]
    (folder / SHEET).write_bytes(joined(path.read_bytes() for path in paths))
    for page in folder.rglob("*.html"):
        text = page.read_text("utf-8", "replace")
        paths = [path for path in paths if f"/{path.name}" not in text]
    for path in paths:
        path.unlink()
        with suppress(OSError):  # it holds more
            path.parent.rmdir()


def joined(sheets: Iterable[bytes]) -> bytes:
    """Some style sheets as one."""
    return b"\n".join(sheets)
