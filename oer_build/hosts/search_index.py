"""The search index, written by Pagefind from our own values: no HTML is parsed to find what it says.

Each section of a page is a record of its own, so that a result opens where the words are.
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from pathlib import Path

from pagefind.index import IndexConfig, PagefindIndex

from oer_build.pages.page import Page


def write_search_index(pages: Sequence[Page], site_dir: Path, language: str) -> None:
    """Write `pagefind/` into the site: the index and the browser code that reads it."""
    asyncio.run(_write(pages, site_dir / "pagefind", language))


async def _write(pages: Sequence[Page], folder: Path, language: str) -> None:
    config = IndexConfig(output_path=str(folder))
    async with PagefindIndex(config=config) as index:
        for page in pages:
            for number, section in enumerate(page.sections):
                meta = {"title": page.title, "description": page.description}
                if section.anchor:
                    meta["section"] = section.title
                await index.add_custom_record(
                    url=page.path + (f"#{section.anchor}" if section.anchor else ""),
                    content=section.text if number else f"{page.title}. {section.text}",
                    language=page.language or language,
                    meta=meta,
                    filters={name: list(values) for name, values in page.filters.items()},
                )
