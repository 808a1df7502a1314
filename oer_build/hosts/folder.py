"""The folder host: writes pages as Markdown files for any other site engine. Imports no MkDocs.

A page at `modules/a/` becomes `modules/a/index.md`: front matter, then its HTML, which every Markdown engine
passes through. Data, archives, images and the theme's styles and scripts lie beside, at the paths of the
published contract.
"""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from oer_build.compile import Compilation
from oer_build.exports.linked_data import dumps
from oer_build.lesson import at_depth
from oer_build.pages.page import Page
from oer_build.project import Project
from oer_build.publish import staged
from oer_build.strings import tongue

MARK = ".oer-folder"
"""A folder that holds this file was written here, and may be written again."""
_ASSETS = Path(__file__).parent.parent / "theme" / "assets"

_INSTRUCTION = re.compile(r"\{(?=[{%#<])")
"""What template languages that read Markdown first (Liquid, Nunjucks, Jinja, shortcodes) would run."""
_LOOKALIKES = str.maketrans({"<": "‹", ">": "›", '"': "”"})

_PREFORMATTED = re.compile(r"(<(?:pre|textarea)\b.*?</(?:pre|textarea)>)", re.DOTALL | re.IGNORECASE)
_MARGIN = re.compile(r"\n\s+")
_BEFORE_BLANK_LINE = re.compile(r"\n(?=[ \t]*\n)")


def write_folder(compilation: Compilation, project: Project, target: Path) -> int:
    """Write a compilation without errors into `target`, whole or not at all; the number of pages.

    Raises `PublishError` when the folder holds anything that was not written here, `OSError` when the disk
    refuses.
    """
    with staged(target, signs=(MARK,)) as stage:
        for path, content in _texts(compilation):
            _write(stage, path, content)
        for file in compilation.files:
            if file.copy_of:
                place = _place(stage, file.path)
                shutil.copyfile(project.root / file.copy_of, place)
            else:
                _write(stage, file.path, file.content)
        if _ASSETS.is_dir():
            shutil.copytree(_ASSETS, stage / "assets", dirs_exist_ok=True, copy_function=shutil.copyfile)
        _write(
            stage,
            MARK,
            b"Written by `oer build --to folder`, which replaces the whole folder the next time.\n",
        )
    return len(compilation.pages)


def _texts(compilation: Compilation) -> Iterator[tuple[str, bytes]]:
    for page in compilation.pages:
        yield f"{page.path}index.md", markdown(page).encode()


def markdown(page: Page) -> str:
    """A page as Markdown: front matter (JSON, hence YAML), then one block of HTML without a blank line."""
    about = {
        "title": _plain(page.title),
        "description": _plain(page.description),
        "lang": page.language,
        "license": page.license,
    }
    front = "".join(
        f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in about.items() if value
    )
    body = _INSTRUCTION.sub("&#123;", str(at_depth(page.body, page.path)))
    if page.linked_data:
        data = _INSTRUCTION.sub(r"\\u007b", dumps(page.linked_data))
        body += f'\n<script type="application/ld+json">{data}</script>'
    language = tongue(page.spoken or page.language)
    return f"---\n{front}---\n\n<div{language}>\n{unbroken(body)}\n</div>\n"


def _plain(text: str) -> str:
    """A text in which no engine finds markup: some print titles and descriptions without escaping them."""
    return text.translate(_LOOKALIKES)


def unbroken(html: str) -> str:
    """The same HTML without blank or indented lines: CommonMark ends a block of HTML at a blank line."""
    parts = _PREFORMATTED.split(html)
    return "".join(
        # In preformatted text every line counts, so its line ends are written as references.
        _BEFORE_BLANK_LINE.sub("&#10;", part) if number % 2 else _MARGIN.sub("\n", part)
        for number, part in enumerate(parts)
    ).strip()


def _write(stage: Path, path: str, content: bytes) -> None:
    _place(stage, path).write_bytes(content)


def _place(stage: Path, path: str) -> Path:
    """Where a path of the site lies in the stage, its folder made."""
    parts = PurePosixPath(path).parts
    if not parts or ".." in parts or PurePosixPath(path).is_absolute():
        raise ValueError(f"not a path under the site: {path!r}")
    place = stage.joinpath(*parts)
    place.parent.mkdir(parents=True, exist_ok=True)
    return place
