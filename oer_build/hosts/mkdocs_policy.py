"""The Content-Security-Policy that published pages carry themselves, for hosts that send no header."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from oer_build.hosts.mkdocs_theme import loads_material

POLICY = "script-src 'self' 'wasm-unsafe-eval'; object-src 'none'; base-uri 'none'; form-action 'self'"
"""What a page can say of itself; search is WebAssembly, which browsers let in by that name since 2022. The
header that the documentation advises says more; both hold where both are there."""
_SCRIPT = re.compile(
    r"<script\b(?![^>]*\stype=[\"']?application/(?:ld\+)?json\b)|[\s\"'/]on\w+=|javascript:", re.IGNORECASE
)


def policy_of(config: MkDocsConfig, overrides: Path) -> str:
    """The policy for the pages of a site; empty where the project brings scripts, which it may stop."""
    named = config.extra_javascript or config.extra.get("analytics") or loads_material(config)
    written = config.hooks or set(config.plugins) - {"oer"}  # they may put scripts into pages
    own = named or written or any(_scripted(path) for path in _templates(config, overrides))
    return "" if own else POLICY


def _templates(config: MkDocsConfig, overrides: Path) -> Iterator[Path]:
    folders = {overrides, *([Path(config.theme.custom_dir)] if config.theme.custom_dir else [])}
    for folder in folders:
        yield from (path for path in folder.rglob("*") if path.suffix in (".html", ".jinja"))


def _scripted(template: Path) -> bool:
    return bool(_SCRIPT.search(template.read_text("utf-8", "replace")))
