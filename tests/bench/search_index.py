"""How many bytes the search index has for a site of some size: `python tests/bench/search_index.py 500`.

The pages of this repository's site are indexed, and as many more as are missing: each of these takes sections
of the others, and words that are nowhere else, as many as such texts bring in (Heaps' law, from this site).
"""

from __future__ import annotations

import gzip
import math
import random
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

from oer_build.cli.project import project
from oer_build.compile import compile_site
from oer_build.hosts.search_index import write_search_index
from oer_build.lesson import SearchSection
from oer_build.pages.page import Page
from oer_build.pages.search_data import PAGES, WORDS, searched, words_data


def vocabulary(pages: list[Page]) -> list[str]:
    return words_data(pages)["words"].split()


def more(pages: list[Page], count: int, dice: random.Random) -> list[Page]:
    """So many pages like these, each with some words of its own."""
    shuffled = dice.sample(pages, len(pages))
    known, half = vocabulary(pages), vocabulary(shuffled[: len(pages) // 2])
    growth = math.log(len(known) / len(half)) / math.log(2)
    new = len(known) * ((1 + count / len(pages)) ** growth - 1) / count
    sections = [section for page in pages for section in page.sections]
    made = []
    for number in range(count):
        like = dice.choice(pages)
        chosen = [dice.choice(sections) for _ in like.sections]
        whole = sum(len(section.text) for section in chosen) or 1
        own = tuple(
            SearchSection(
                section.anchor and f"s{place}",
                section.title,
                renamed(section.text, round(new * len(section.text) / whole), dice),
            )
            for place, section in enumerate(chosen)
        )
        title = f"{like.title} {number}"
        made.append(replace(like, path=f"made/{number}/", title=title, sections=own, language="en"))
    return made


def renamed(text: str, count: int, dice: random.Random) -> str:
    """A text in which so many words are such as no other text has."""
    words = text.split()
    for place in dice.sample(range(len(words)), min(count, len(words))):
        words[place] = "".join(dice.choices("aeioubdlmnrst", k=8))
    return " ".join(words)


def main() -> None:
    wanted = int(sys.argv[1]) if len(sys.argv) > 1 else 500
    here = compile_site(project(Path(__file__).parents[2]))
    pages = list(searched(here.pages))
    for size in (len(pages), wanted):
        extra = more(pages, size - len(pages), random.Random(1)) if size > len(pages) else []
        with tempfile.TemporaryDirectory() as scratch:
            folder = Path(scratch)
            write_search_index([*pages, *extra], here.catalogue.terms.values(), folder, "en")
            files = [path for path in (folder / "pagefind").rglob("*") if path.is_file()]
            print(f"{size} pages: {sum(path.stat().st_size for path in files):,} bytes in {len(files)} files")
            for name in (PAGES, WORDS):
                data = (folder / name).read_bytes()
                print(f"  {name}: {len(data):,}, compressed {len(gzip.compress(data)):,}")
            print(f"  words: {len(vocabulary([*pages, *extra])):,}")


if __name__ == "__main__":
    main()
