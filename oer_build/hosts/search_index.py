"""The search index, written by Pagefind from our own values: none of the site's HTML is parsed to find what
it says.

Each page is handed over as a bare document of its sections, so that a result is a page and opens where the
words are. Pagefind keeps an index for each language and its browser code reads one of them: the site's own
lies in `pagefind/`, that of pages in another language in a folder of it, and `search/pages.json` names them.
"""

from __future__ import annotations

import gzip
import json
import subprocess
import tempfile
from collections.abc import Iterable, Sequence
from html import escape
from pathlib import Path
from typing import Any

from pagefind.service import get_executable

from oer_build.model import Term
from oer_build.pages.page import Page
from oer_build.pages.search_data import COLLECTIONS, PAGES, WORDS, pages_data, searched, words_data

UNUSED = ("pagefind-*ui.*", "pagefind-highlight.js")
"""Pagefind's own interface, which this site does not load."""
_MAGIC = b"pagefind_dcd"
"""Begins every file that Pagefind's browser code unpacks."""


class SearchIndexError(Exception):
    """The index could not be written; the message is Pagefind's."""


def write_search_index(pages: Sequence[Page], terms: Iterable[Term], site_dir: Path, language: str) -> None:
    """Write what search needs into the site: `pagefind/`, `search/pages.json` and `search/words.json`.

    At least one page, such as home, is in the language of the site.
    Raises `SearchIndexError` when Pagefind is not there or fails.
    """
    program = get_executable()
    if program is None:
        raise SearchIndexError("Pagefind is not installed: install oer-build with its dependencies")
    found = searched(pages)
    if not found:
        return
    others = sorted({page.language for page in found if page.language} - {language})
    ids: dict[str, str] = {}
    for one in ("", *others):
        chosen = [page for page in found if (page.language or language) == (one or language)]
        if chosen:
            folder = site_dir / "pagefind" / one
            _run(program, chosen, folder, one or language)
            ids |= _identifiers(folder)
    data = pages_data(found, [ids[page.path] for page in found], terms, language, others)
    _write(site_dir / PAGES, data)
    _write(site_dir / WORDS, words_data(found))


def _run(program: Path, pages: Sequence[Page], folder: Path, language: str) -> None:
    with tempfile.TemporaryDirectory() as scratch:
        for page in pages:
            path = Path(scratch, page.path, "index.html")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(_document(page, language), encoding="utf-8")
        done = subprocess.run(
            [str(program), "--site", scratch, "--output-path", str(folder), "--quiet"],
            capture_output=True,
            text=True,
            check=False,
        )
    if done.returncode:
        raise SearchIndexError((done.stderr or done.stdout).strip())
    for unused in UNUSED:
        for file in folder.glob(unused):
            file.unlink()


def _identifiers(folder: Path) -> dict[str, str]:
    """What an index calls each page: the name of the file that has its text."""
    found = {}
    for file in (folder / "fragment").glob("*.pf_fragment"):
        data = gzip.decompress(file.read_bytes())
        if not data.startswith(_MAGIC):
            raise SearchIndexError(f"{file.name} is not a file of the Pagefind that we know")
        found[json.loads(data[len(_MAGIC) :])["url"].lstrip("/")] = file.stem
    return found


def _document(page: Page, language: str) -> str:
    """A page as Pagefind reads it: what a result shows, and a heading with an anchor for each section."""
    sections = "".join(
        (f'<h2 id="{escape(section.anchor)}">{escape(section.title)}</h2>' if section.anchor else "")
        + f"<p>{escape(section.text)}</p>"
        for section in page.sections
    )
    return (
        f'<!doctype html><html lang="{escape(language)}">'
        f'<body data-pagefind-body data-pagefind-weight="{page.weight}">'
        f'<h1 data-pagefind-meta="title">{escape(page.title)}</h1>'
        f'<i data-pagefind-meta="description:{escape(page.description)}"></i>'
        + ('<i data-pagefind-meta="collects:yes"></i>' if page.kind in COLLECTIONS else "")
        + f"{sections}</body></html>"
    )


def _write(path: Path, data: Any) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    path.write_text(text, encoding="utf-8", newline="\n")
