"""Style sheets and scripts of a built site made light: Material's sheets without the rules that match nothing
on its pages, ours without comments and blanks. What is in the repository stays readable.

A site that loads Material's script or scripts of its own keeps Material's sheets whole: what those may add to
a page cannot be known. Previews keep them too, because there a page may change without the sheets.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from rcssmin import cssmin
from rjsmin import jsmin

from oer_build.hosts.style_rules import Vocabulary, trimmed

OURS = "assets/oer/"
_SEARCH = "pagefind"
"""Folder of the search index; nothing in it draws on a page."""


def lighten_styles(folder: Path, material: Iterable[str]) -> None:
    """Rewrite the style sheets in the folder of a built site: ours, and those of Material that are named."""
    sheets = [path for path in (folder / name for name in sorted(material)) if path.is_file()]
    if sheets:
        known = vocabulary(folder, skip=sheets)
        texts = trimmed([path.read_text(encoding="utf-8") for path in sheets], known)
        for path, text in zip(sheets, texts, strict=True):
            path.write_text(text, encoding="utf-8")
    for path in sorted((folder / OURS).glob("*.css")):
        _lighten(path, cssmin)


def lighten_scripts(folder: Path) -> None:
    """Rewrite our scripts in the folder of a built site."""
    for path in sorted((folder / OURS).glob("*.js")):
        _lighten(path, jsmin)


def _lighten(path: Path, light: Callable[[str], str]) -> None:
    """Files of the project in our folder may be anything: what is not text in UTF-8 goes out as it came."""
    if not path.is_file():
        return
    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return
    path.write_text(light(text), encoding="utf-8")


def vocabulary(folder: Path, skip: list[Path]) -> Vocabulary:
    """What the pages, scripts and other style sheets of a built site name."""
    known = Vocabulary()
    for path in folder.rglob("*"):
        if path.suffix not in _READ or path in skip or not path.is_file():
            continue
        if path.relative_to(folder).parts[0] == _SEARCH:
            continue
        _READ[path.suffix](known, path.read_text(encoding="utf-8", errors="replace"))
    return known


_READ = {
    ".html": Vocabulary.add_page,
    ".js": Vocabulary.add_script,
    ".mjs": Vocabulary.add_script,
    ".css": Vocabulary.add_sheet,
}
