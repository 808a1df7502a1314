"""The search index, written by Pagefind from our own values: none of the site's HTML is parsed to find what
it says.

Each page is handed over as a bare document of its sections, so that a result is a page and opens where the
words are.
"""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Sequence
from html import escape
from pathlib import Path

from pagefind.service import get_executable

from oer_build.hosts.stable_index import stabilise
from oer_build.pages.page import Page

UNUSED = ("pagefind-*ui.*", "pagefind-highlight.js")
"""Pagefind's own interface, which this site does not load."""


class SearchIndexError(Exception):
    """The index could not be written; the message is Pagefind's."""


def write_search_index(pages: Sequence[Page], site_dir: Path, language: str) -> None:
    """Write `pagefind/` into the site: the index, and the browser code that reads it.

    Raises `SearchIndexError` when Pagefind is not there or fails.
    """
    program = get_executable()
    if program is None:
        raise SearchIndexError("Pagefind is not installed: install oer-build with its dependencies")
    with tempfile.TemporaryDirectory() as scratch:
        searched = [page for page in pages if page.sections]
        for page in searched:
            path = Path(scratch, page.path, "index.html")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(_document(page, language), encoding="utf-8")
        if not searched:
            return
        done = subprocess.run(
            [str(program), "--site", scratch, "--output-path", str(site_dir / "pagefind"), "--quiet"],
            capture_output=True,
            text=True,
            check=False,
        )
    if done.returncode:
        raise SearchIndexError((done.stderr or done.stdout).strip())
    for unused in UNUSED:
        for file in (site_dir / "pagefind").glob(unused):
            file.unlink()
    stabilise(site_dir / "pagefind")


def _document(page: Page, language: str) -> str:
    """A page as Pagefind reads it: facets, what a result shows, and a heading with an anchor for each
    section."""
    facets = "".join(
        f'<i data-pagefind-filter="{escape(name)}:{escape(value)}"></i>'
        for name, values in page.filters.items()
        for value in values
    )
    sections = "".join(
        (f'<h2 id="{escape(section.anchor)}">{escape(section.title)}</h2>' if section.anchor else "")
        + f"<p>{escape(section.text)}</p>"
        for section in page.sections
    )
    return (
        f'<!doctype html><html lang="{escape(page.language or language)}">'
        f'<body data-pagefind-body data-pagefind-weight="{page.weight}">'
        f'<h1 data-pagefind-meta="title">{escape(page.title)}</h1>'
        f'<i data-pagefind-meta="description:{escape(page.description)}"></i>'
        f"{facets}{sections}</body></html>"
    )
