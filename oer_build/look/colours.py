"""Colours as numbers: hexadecimal notation, WCAG's contrast, and the nearest colour that passes a test."""

from __future__ import annotations

import colorsys
import re
from collections.abc import Callable
from functools import cache

_HEX = re.compile(r"#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})")
_STEPS = 200
"""How finely the nearest colour is looked for: half a percent of lightness."""

RGB = tuple[float, float, float]


def is_colour(text: str) -> bool:
    """Whether a text is a colour as `#rgb` or `#rrggbb`."""
    return bool(_HEX.fullmatch(text))


def six_digits(colour: str) -> str:
    """A colour in the one notation that is compared and written: `#rrggbb`, lower case."""
    digits = colour[1:].lower()
    return "#" + (digits if len(digits) == 6 else "".join(digit * 2 for digit in digits))


@cache
def rgb(colour: str) -> RGB:
    """Red, green and blue from 0 to 1."""
    digits = six_digits(colour)
    return (int(digits[1:3], 16) / 255, int(digits[3:5], 16) / 255, int(digits[5:7], 16) / 255)


def hexadecimal(parts: RGB) -> str:
    """A colour as it is written, `#` and six digits; what lies outside 0 to 1 is cut off."""
    return "#" + "".join(f"{min(255, max(0, round(part * 255))):02x}" for part in parts)


@cache
def luminance(colour: str) -> float:
    """Relative luminance, from 0 for black to 1 for white.

    WCAG 2.2, https://www.w3.org/TR/WCAG22/#dfn-relative-luminance: 0.2126 R + 0.7152 G + 0.0722 B, where a
    part c of sRGB counts as c / 12.92 up to 0.04045 and as ((c + 0.055) / 1.055) ^ 2.4 above.
    """
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in rgb(colour)
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, two: str) -> float:
    """How far two colours stand apart, from 1 to 21.

    WCAG 2.2, https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio: (L1 + 0.05) / (L2 + 0.05), L1 the lighter.
    """
    light, dark = sorted((luminance(one), luminance(two)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def mix(colour: str, ground: str, percent: float) -> str:
    """So much of a colour over a ground, as `color-mix(in srgb, ...)` does it."""
    part = percent / 100
    pairs = zip(rgb(colour), rgb(ground), strict=True)
    red, green, blue = (part * one + (1 - part) * two for one, two in pairs)
    return hexadecimal((red, green, blue))


def lightness(colour: str) -> float:
    """From 0 for black to 1 for white, as in HSL."""
    return colorsys.rgb_to_hls(*rgb(colour))[1]


def at_lightness(colour: str, light: float) -> str:
    """The same hue and saturation at another lightness of HSL."""
    hue, _, saturation = colorsys.rgb_to_hls(*rgb(colour))
    return hexadecimal(colorsys.hls_to_rgb(hue, min(1.0, max(0.0, light)), saturation))


def nearest(colour: str, passes: Callable[[str], bool]) -> str:
    """The colour of the same hue, nearest in lightness, that passes; the colour itself where it does, or
    where none does."""
    start = lightness(colour)
    for step in range(_STEPS + 1):
        for way in (-1, 1):
            light = start + way * step / _STEPS
            tried = six_digits(colour) if step == 0 else at_lightness(colour, light)
            if -1 / _STEPS < light < 1 + 1 / _STEPS and passes(tried):
                return tried
    return six_digits(colour)
