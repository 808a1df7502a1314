"""The service worker of a site: the program in `browser/sw.js` with what it keeps from the start."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

WORKER = "sw.js"
MANIFEST = "manifest.webmanifest"
BROWSER = Path(__file__).parent / "browser"
GONE = BROWSER / "gone.js"
PAGES = ("", "offline/")
"""Pages that are kept from the start: home, and the one that stands in for others."""
DATA = ("glossary.json",)
"""What scripts of pages fetch."""
KEPT = (".css", ".js", ".mjs", ".svg", ".woff2")
MOST = 2_000_000
"""Bytes that a browser fetches when it meets the site first, before compression."""
_BLANK = 'const site = { version: "", pages: [], files: [], data: [] };'


class AppError(Exception):
    """The site cannot be made an app; the message says why and what to do."""


def worker(folder: Path, version: str, renamed: Mapping[str, str]) -> str:
    """The worker for the site in `folder`, whose scripts and styles have the addresses of `renamed`.

    Raises `AppError` where it would keep too much.
    """
    pages = [path for path in PAGES if (folder / path / "index.html").is_file()]
    data = [path for path in DATA if (folder / path).is_file()]
    files = {new: folder / old for old, new in sorted(renamed.items()) if old.endswith(KEPT)}
    sizes = {path: (folder / path / "index.html").stat().st_size for path in pages}
    sizes |= {path: (folder / path).stat().st_size for path in data}
    sizes |= {path: file.stat().st_size for path, file in files.items()}
    total = sum(sizes.values())
    if total > MOST:
        largest = max(sizes, key=lambda path: sizes[path])
        raise AppError(
            f"browsers would have to keep {total:,} bytes from the start, and {MOST:,} is the most; "
            f"the largest is {largest} with {sizes[largest]:,}: keep large files out of assets/"
        )
    source = (BROWSER / WORKER).read_text(encoding="utf-8")
    assert source.count(_BLANK) == 1, "the worker has its list of what is kept in one place"
    site = {"version": version, "pages": pages, "files": list(files), "data": data}
    return source.replace(_BLANK, f"const site = {json.dumps(site, ensure_ascii=False)};")


def is_ours(file: Path) -> bool:
    """Whether a build of this tool wrote the worker, and not the project."""
    text = file.read_text(encoding="utf-8", errors="replace")
    head = (BROWSER / WORKER).read_text(encoding="utf-8").partition(_BLANK)[0]
    return text.startswith(head) or text == GONE.read_text(encoding="utf-8")
