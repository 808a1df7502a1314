"""What a site says under `look` of the plugin, read: colours and fonts, or what is wrong with them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from oer_build.diagnostics import near_miss
from oer_build.look.colours import is_colour, six_digits
from oer_build.settings import Fault

COLOURS = ("brand", "mark", "link")
"""Ground of the header; second colour of the mark in it; links, buttons and bars."""
FONTS = ("font_heading", "font_text")
KEYS = (*COLOURS, *FONTS, "dark")
GENERIC = frozenset({"serif", "sans-serif", "monospace", "system-ui", "ui-serif", "ui-sans-serif"})
_NAME = re.compile(r"[^\W_](?:[\w .-]{0,62}[\w.])?")


@dataclass(frozen=True, slots=True)
class Look:
    """What a site has set. Colours are `#rrggbb` by key; a font is a list of names, the first that a reader
    has is used."""

    light: Mapping[str, str] = field(default_factory=dict)
    dark: Mapping[str, str] = field(default_factory=dict)
    fonts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def read_look(raw: Mapping[Any, Any]) -> tuple[Look, tuple[Fault, ...]]:
    """The values that are sound, and a fault for each that is not. Ways of faults begin below `look`."""
    faults: list[Fault] = list(_unknown(raw, KEYS, ()))
    light = _colours(raw, (), faults)
    fonts: dict[str, tuple[str, ...]] = {}
    for key in FONTS:
        if key in raw:
            names = _font(raw[key])
            if names:
                fonts[key] = names
            else:
                faults.append(
                    Fault(
                        "invalid-look",
                        (key,),
                        f"`{key}` is not the name of a font: {_shown(raw[key])}",
                        "write the name alone, or several with commas: Source Serif 4, Georgia, serif",
                    )
                )
    dark: dict[str, str] = {}
    said = raw.get("dark")
    if isinstance(said, Mapping):
        faults.extend(_unknown(said, COLOURS, ("dark",)))
        dark = _colours(said, ("dark",), faults)
    elif "dark" in raw:
        faults.append(
            Fault(
                "invalid-look",
                ("dark",),
                f"`dark` is not a list of colours by name: {_shown(said)}",
                f'write it as {{link: "#83d0d0"}}; it has {_listed(COLOURS)}',
            )
        )
    return Look(light, dark, fonts), tuple(faults)


def _unknown(raw: Mapping[Any, Any], known: tuple[str, ...], way: tuple[str, ...]) -> Iterator[Fault]:
    place = ".".join(("look", *way))
    for key in raw:
        if key not in known:
            near = near_miss(str(key), known)
            hint = f"did you mean `{near}`? " if near else ""
            yield Fault(
                "invalid-look",
                (*way, str(key)),
                f"`{place}` has no key {_shown(key)}",
                f"{hint}it has {_listed(known)}",
            )


def _colours(raw: Mapping[Any, Any], way: tuple[str, ...], faults: list[Fault]) -> dict[str, str]:
    found: dict[str, str] = {}
    for key in COLOURS:
        if key not in raw:
            continue
        value = raw[key]
        if isinstance(value, str) and is_colour(value):
            found[key] = six_digits(value)
        elif value is None:
            faults.append(
                Fault(
                    "invalid-look",
                    (*way, key),
                    f"`{key}` is empty",
                    'put the colour in quotes, "#0d474c": without them YAML takes # for a comment',
                )
            )
        else:
            faults.append(
                Fault(
                    "invalid-look",
                    (*way, key),
                    f"`{key}` is not a colour: {_shown(value)}",
                    'write it as # and six digits from 0 to f, in quotes: "#0d474c"',
                )
            )
    return found


def _font(value: object) -> tuple[str, ...]:
    """The names in a list of fonts; nothing where one of them is no plain name."""
    names = tuple(" ".join(name.split()) for name in value.split(",")) if isinstance(value, str) else ()
    return names if all(_NAME.fullmatch(name) for name in names) else ()


def _shown(value: object) -> str:
    text = " ".join(str(value).split())
    return f"'{text if len(text) <= 40 else text[:39] + '…'}'"


def _listed(words: tuple[str, ...]) -> str:
    return ", ".join(f"`{word}`" for word in words)
