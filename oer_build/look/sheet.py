"""A look as a style sheet: a few variables, read after the theme's own."""

from __future__ import annotations

from collections.abc import Mapping

from oer_build.look.options import GENERIC, Look
from oer_build.look.scheme import Colours, both_schemes

SHEET = "assets/oer/look.css"
"""Where it is published."""
_FALLBACK = {"font_heading": "Georgia, serif", "font_text": "Arial, sans-serif"}


def style_sheet(look: Look) -> str:
    """The style sheet, or an empty text where nothing is set."""
    light, dark = both_schemes(look)
    rules = [
        _rule(":root, [data-md-color-scheme]", {**light.variables, **_fonts(look)}),
        _rings("", light),
        _rule('[data-md-color-scheme="slate"]', dark.variables),
        _rings('[data-md-color-scheme="slate"] ', dark),
    ]
    return "".join(rules)


def _rule(selector: str, variables: Mapping[str, str]) -> str:
    lines = "".join(f"  --oer-{name}: {value};\n" for name, value in variables.items())
    return f"{selector} {{\n{lines}}}\n" if lines else ""


def _rings(scheme: str, colours: Colours) -> str:
    if colours.rings is None:
        return ""
    focus, halo = colours.rings
    return _rule(f"{scheme}.oer-header, {scheme}.oer-menu", {"focus": focus, "halo": halo})


def _fonts(look: Look) -> dict[str, str]:
    return {key.replace("_", "-"): _stack(key, names) for key, names in look.fonts.items()}


def _stack(key: str, names: tuple[str, ...]) -> str:
    """Names as CSS has them: a family in quotes, a generic one without."""
    written = ", ".join(name if name in GENERIC else f'"{name}"' for name in names)
    return written if names[-1] in GENERIC else f"{written}, {_FALLBACK[key]}"
