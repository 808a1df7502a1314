"""What of Material's own files is published, and how: the style sheets, without the pictures in them, and no
scripts.

No page loads Material's scripts: ours are in `assets/oer/`. Its icons are `data:` addresses in style sheets.
Ours replace every one of them, and a Content-Security-Policy of `default-src 'self'` forbids to load them.
"""

from __future__ import annotations

import re
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

from oer_build.hosts.shared_sheet import SHEET
from oer_build.theme.sheets import FOLDER, SHARED

SCRIPTS = ("assets/javascripts/", "assets/oer/material.js")
"""A megabyte, and what of ours it needs. A site wants it that says `extra: {oer: {material_js: true}}`."""
STYLES = "assets/stylesheets/"
_PICTURE = re.compile(r"""url\((?:"data:[^"]*"|'data:[^']*'|data:[^)"']*)\)""")


def trim(files: Files, config: MkDocsConfig) -> None:
    """Take out of `files` what the theme brings and no page of ours uses. The project's own files stay, in
    folders that are named like Material's too."""
    scripts = loads_material(config)
    for file in list(files):
        if file.src_dir == config.theme.custom_dir:
            continue
        if file.src_uri.startswith(SCRIPTS) and not scripts:
            files.remove(file)
        elif file.src_uri.startswith(STYLES) and file.src_uri.endswith(".map"):
            files.remove(file)  # of sheets as Material publishes them, which these are no longer
        elif file.src_uri.startswith(STYLES) and file.src_uri.endswith(".css"):
            text = file.content_string
            if _PICTURE.search(text):
                file.content_string = without_pictures(text)


def material_sheets(config: MkDocsConfig) -> set[str]:
    """The style sheets in `STYLES` that a theme brings and the project has not put its own over."""
    own = config.theme.custom_dir
    brought = (Path(folder) / STYLES for folder in config.theme.dirs if folder != own)
    names = {path.name for folder in brought for path in folder.glob("*.css")}
    return {f"{STYLES}{name}" for name in names if not (own and (Path(own) / STYLES / name).is_file())}


def shared_parts(config: MkDocsConfig) -> list[str]:
    """Style sheets that every page links and that can be one file, in their order: Material's, ours.

    There are none where the project has a sheet of its own in the place of one, or of that file: what such a
    sheet imports would be lost.
    """
    own = config.theme.custom_dir
    brought = [Path(folder) for folder in config.theme.dirs if folder != own]
    names = ("main", "palette") if config.theme.get("palette") else ("main",)
    material = [
        f"{STYLES}{path.name}"
        for name in names
        for folder in brought
        for path in folder.glob(f"{STYLES}{name}.*.css")
    ]
    parts = [*material, *(f"{FOLDER}{name}.css" for name in SHARED)]
    return [] if own and any((Path(own) / part).is_file() for part in (*parts, SHEET)) else parts


def without_pictures(css: str) -> str:
    """A sheet whose pictures in `data:` addresses, which a strict policy refuses, are `none`."""
    return _PICTURE.sub("none", css)


def loads_material(config: MkDocsConfig) -> bool:
    """Whether the site asked for Material's own script."""
    settings = config.extra.get("oer")
    return bool(isinstance(settings, dict) and settings.get("material_js"))
