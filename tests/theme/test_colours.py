"""The palette as numbers: every pair of colours of text or controls, in both schemes, against WCAG 2.2 AA."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from oer_build import theme

ASSETS = Path(theme.__file__).parent / "assets" / "oer"
HUES = ("petrol", "plum", "clay", "blue", "brick", "green", "slate", "ochre")


def _variables(selector: str) -> dict[str, str]:
    css = (ASSETS / "oer.css").read_text(encoding="utf-8")
    block = css.split(selector + " {", 1)[1].split("}", 1)[0]
    return dict(re.findall(r"--oer-([a-z-]+):\s*(#[0-9a-f]{3,6}|\d+%)", block))


LIGHT = _variables(":root, [data-md-color-scheme]")
DARK = LIGHT | _variables('[data-md-color-scheme="slate"]')


def _rgb(colour: str) -> tuple[float, float, float]:
    digits = colour.lstrip("#")
    if len(digits) == 3:
        digits = "".join(digit * 2 for digit in digits)
    return tuple(int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4))  # type: ignore[return-value]


def _mix(colour: str, ground: str, share: str) -> str:
    part = int(share.rstrip("%")) / 100
    mixed = (
        round(255 * (part * one + (1 - part) * two))
        for one, two in zip(_rgb(colour), _rgb(ground), strict=True)
    )
    return "#" + "".join(f"{value:02x}" for value in mixed)


def _luminance(colour: str) -> float:
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in _rgb(colour)]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, two: str) -> float:
    high, low = sorted((_luminance(one), _luminance(two)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_black_on_white_is_the_known_21_to_1() -> None:
    assert contrast("#000", "#ffffff") == pytest.approx(21)


@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("ground", ["paper", "wash"])
@pytest.mark.parametrize("text", ["ink", "soft", "link", "link-strong", "right", "wrong", *HUES])
def test_text_stands_out_from_each_ground(scheme: dict[str, str], ground: str, text: str) -> None:
    assert contrast(scheme[text], scheme[ground]) >= 4.5


@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("hue", HUES)
@pytest.mark.parametrize("text", ["ink", "soft", "link", "right", "wrong"])
def test_text_stands_out_in_a_tinted_block(scheme: dict[str, str], hue: str, text: str) -> None:
    ground = _mix(scheme[hue], scheme["paper"], scheme["tint"])
    assert contrast(scheme[text], ground) >= 4.5
    assert contrast(scheme[hue], ground) >= 4.5


def test_each_accent_of_a_competency_is_one_of_the_hues() -> None:
    """So it stands out from each ground, in both schemes; and no two competencies of eight share one.

    The first does not follow petrol, which becomes the colour of links where a site sets that.
    """
    css = (ASSETS / "oer.css").read_text(encoding="utf-8")
    accents = dict(re.findall(r"--oer-c(\d): var\(--oer-([a-z]+)\);", css))
    first = re.findall(r"--oer-c1: (#[0-9a-f]{6});", css)
    assert first == [LIGHT["petrol"], DARK["petrol"]]
    assert sorted(accents) == [str(number) for number in range(2, 9)]
    assert sorted(accents.values()) == sorted(set(HUES) - {"petrol"})
    pages = (ASSETS / "pages.css").read_text(encoding="utf-8")
    for number in range(1, 9):
        assert f".oer-shape--{number} {{ color: var(--oer-c{number}); }}" in pages


@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
def test_what_is_written_on_colour_can_be_read(scheme: dict[str, str]) -> None:
    assert contrast(scheme["brand-ink"], scheme["brand"]) >= 4.5
    assert contrast(scheme["paper"], scheme["link"]) >= 4.5, "buttons and the current view"
    assert contrast(scheme["ink"], scheme["marker"]) >= 4.5, "what a search found"


@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
def test_controls_and_focus_are_seen(scheme: dict[str, str]) -> None:
    for ground in ("paper", "wash"):
        assert contrast(scheme["edge"], scheme[ground]) >= 3, "borders of controls"
        assert contrast(scheme["focus"], scheme[ground]) >= 3, "the ring around what has the focus"
    assert contrast("#ffd15c", scheme["brand"]) >= 3, "the ring in the header"
