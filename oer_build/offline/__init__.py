"""The whole site as one zip that works from a folder, by double click and without a connection.

Takes a built site as files and knows no site generator. From a folder browsers load no modules, fetch
nothing, and show a list of files in place of a page: so addresses lead to `index.html`, one classic script
stands in for all modules, and what scripts would fetch lies beside them as scripts.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from oer_build.model import Site
from oer_build.offline.copy import ARCHIVE, announce, offline_copy, read_files
from oer_build.offline.scripts import OfflineError
from oer_build.pages.page import Page
from oer_build.strings import Strings

__all__ = ["ARCHIVE", "OfflineError", "write_offline"]


def write_offline(folder: Path, pages: Sequence[Page], site: Site, strings: Strings) -> None:
    """Add the zip to a built site, and its size to the links that lead to it. Raises `OfflineError`."""
    files = read_files(folder)
    data = offline_copy(files, pages, site, strings)
    (folder / ARCHIVE).write_bytes(data)
    size = strings.size(len(data))
    for path, content in files.items():
        if path.endswith(".html") and b"data-oer-offline-size" in content:
            (folder / path).write_bytes(announce(content.decode("utf-8"), size).encode())
