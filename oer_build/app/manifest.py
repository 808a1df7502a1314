"""The web app manifest: what an operating system shows of a site that a reader installs."""

from __future__ import annotations

import json

from oer_build.look.palette import LIGHT
from oer_build.model import Site

ICONS = (
    ("assets/oer/app-192.png", "192x192", "any"),
    ("assets/oer/app-512.png", "512x512", "any"),
    ("assets/oer/app-maskable-512.png", "512x512", "maskable"),
)
"""Drawn from the theme's mark (tools/icons). A project's own files of these names win."""


def manifest(site: Site, direction: str, colour: str) -> str:
    """The manifest as JSON. Its addresses are relative to it: it holds wherever the site is served."""
    values = {
        "name": site.title,
        "short_name": site.app_name or site.title,
        **({"description": site.description} if site.description else {}),
        "lang": site.language,
        "dir": direction,
        "start_url": "./",
        "scope": "./",
        # Readers follow links and go back: an own window, with the browser's few buttons where it has them.
        "display": "minimal-ui",
        "background_color": LIGHT.paper,
        "theme_color": colour or LIGHT.brand,
        "icons": [
            {"src": path, "sizes": sizes, "type": "image/png", "purpose": purpose}
            for path, sizes, purpose in ICONS
        ],
    }
    return json.dumps(values, ensure_ascii=False, indent=2) + "\n"
