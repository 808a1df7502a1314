"""What a look comes to in each scheme: colours that were set, those that follow from them, and what fails.

A colour that is not set for the dark scheme is worked out from the light one so that it passes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from oer_build.look.colours import at_lightness, contrast, lightness, mix, nearest
from oer_build.look.options import Look
from oer_build.look.palette import DARK, EDGE, LIGHT, TEXT, Scheme
from oer_build.settings import Fault

COMFORT = 7.0
"""The contrast to which a link is brought where the site does not say its dark colour."""
DIMMED = 0.66
"""How light the header of the dark scheme is, beside that of the light one, and how light it is at most."""
DIM_ENOUGH = 0.22
_RINGS = ("#ffd15c", "#14282a")
"""The two rings of the theme around what has the focus in the header."""


@dataclass(frozen=True, slots=True)
class Colours:
    """Variables of the theme and their values in one scheme; empty where the site sets none."""

    variables: Mapping[str, str]
    rings: tuple[str, str] | None = None
    """Focus and halo in the header, where its ground is set."""


def both_schemes(look: Look) -> tuple[Colours, Colours]:
    """The colours of a look, light and dark."""
    dark = dict(look.dark)
    if "brand" in look.light and "brand" not in dark:
        dark["brand"] = at_lightness(
            look.light["brand"], min(DIM_ENOUGH, lightness(look.light["brand"]) * DIMMED)
        )
    if "link" in look.light and "link" not in dark:
        dark["link"] = nearest(look.light["link"], lambda one: _link_ratio(one, DARK) >= COMFORT)
    brand = dark.get("brand", DARK.brand)
    if "mark" not in dark and ("mark" in look.light or "brand" in dark):
        mark = look.light.get("mark", DARK.mark)
        dark["mark"] = nearest(mark, lambda one: contrast(one, brand) >= EDGE)
    light = dict(look.light)
    if "brand" in light and "mark" not in light:
        light["mark"] = nearest(LIGHT.mark, lambda one: contrast(one, light["brand"]) >= EDGE)
    return _colours(light, LIGHT), _colours(dark, DARK)


def _colours(own: Mapping[str, str], scheme: Scheme) -> Colours:
    found: dict[str, str] = {}
    rings = None
    if "brand" in own:
        brand = own["brand"]
        # One of the two always has 4.5 to 1, and one of the rings 3 to 1.
        ink = max(("#ffffff", "#000000"), key=lambda one: contrast(one, brand))
        first, second = sorted(_RINGS, key=lambda one: contrast(one, brand), reverse=True)
        found |= {"brand": brand, "brand-ink": ink}
        rings = (first, second)
    if "mark" in own:
        found["mark"] = own["mark"]
    if "link" in own:
        link = own["link"]
        found |= {"link": link, "link-strong": mix(link, scheme.ink, 60), "petrol": link}
    return Colours(found, rings)


def contrast_faults(look: Look) -> Iterator[Fault]:
    """Every colour that a site sets and that does not stand out enough, in either scheme."""
    for own, scheme, way, name in (
        (look.light, LIGHT, (), "light"),
        (look.dark, DARK, ("dark",), "dark"),
    ):
        if "link" in own:
            yield from _link(own["link"], scheme, (*way, "link"), name)
        if "mark" in own:
            brand = own.get("brand", scheme.brand)
            if name == "dark" and "brand" not in own and "brand" in look.light:
                brand = both_schemes(look)[1].variables["brand"]
            ratio = contrast(own["mark"], brand)
            if ratio < EDGE:
                better = nearest(own["mark"], lambda one, on=brand: contrast(one, on) >= EDGE)  # type: ignore[misc]
                yield _fault((*way, "mark"), own["mark"], f"the header ({brand})", name, ratio, EDGE, better)


def _link(link: str, scheme: Scheme, keys: tuple[str, ...], name: str) -> Iterator[Fault]:
    """The first ground on which a colour of links fails, the page before all others."""
    for ground, colour in scheme.grounds(link):
        ratio = contrast(link, colour)
        if ratio < TEXT:
            better = nearest(link, lambda one: _link_ratio(one, scheme) >= TEXT)
            yield _fault(keys, link, f"{ground} ({colour})", name, ratio, TEXT, better)
            return


def _link_ratio(link: str, scheme: Scheme) -> float:
    """The least contrast that a colour of links has on any ground."""
    return min(contrast(link, ground) for _, ground in scheme.grounds(link))


def _fault(
    keys: tuple[str, ...], colour: str, ground: str, scheme: str, ratio: float, least: float, better: str
) -> Fault:
    what = "text" if least == TEXT else "what is no text"
    return Fault(
        "low-contrast",
        keys,
        # Cut and not rounded: 4.499 must not read as 4.5.
        f"`{keys[-1]}` {colour} on {ground} in the {scheme} scheme has a contrast of "
        f"{int(ratio * 100) / 100:g} to 1, and {what} needs {least:g} to 1",
        f'write "{better}", the nearest that passes, or another colour',
    )
