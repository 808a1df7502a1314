"""The option `look`: what is written, what follows from it, and that whatever is set can be read."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some

from oer_build import theme
from oer_build.diagnostics import Report
from oer_build.look import compile_look
from oer_build.look.colours import contrast, nearest, six_digits
from oer_build.look.options import Look, read_look
from oer_build.look.palette import DARK, EDGE, LIGHT, TEXT, Scheme
from oer_build.look.scheme import both_schemes, contrast_faults
from oer_build.look.shapes import SHAPES, mark_of
from oer_build.settings import Settings

COLOURS = some.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


def sheet(**look: object) -> str:
    report = Report()
    text = compile_look(look, Settings(), report)
    assert not list(report)
    return text


def test_contrast_is_that_of_the_recommendation() -> None:
    assert contrast("#000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#fff") == pytest.approx(4.478, abs=0.001)
    assert contrast("#767676", "#fff") == pytest.approx(4.542, abs=0.001)


def test_nothing_set_is_nothing_written() -> None:
    assert sheet() == ""


def test_a_colour_is_written_for_both_schemes() -> None:
    light, dark = sheet(link="#4A2F86").split('[data-md-color-scheme="slate"]')
    assert "--oer-link: #4a2f86;" in light
    assert "--oer-link: #" in dark
    assert "--oer-link: #4a2f86;" not in dark


def test_what_is_set_for_the_dark_scheme_is_kept() -> None:
    assert "--oer-link: #c3aef2;" in sheet(link="#4a2f86", dark={"link": "#c3aef2"})


@pytest.mark.parametrize(("written", "css"), [
    ("Marianne", '"Marianne", Georgia, serif'),
    ("Source Serif 4,  Georgia, serif", '"Source Serif 4", "Georgia", serif'),
    ("نسخ", '"نسخ", Georgia, serif'),
])  # fmt: skip
def test_fonts_are_names_in_quotes(written: str, css: str) -> None:
    assert f"--oer-font-heading: {css};" in sheet(font_heading=written)


@pytest.mark.parametrize(
    "name", ['A"; } body { x: "', "a;b", "url(x)", "", ",", " ", "A\\22", 7, None, ["Arial"]]
)
def test_nothing_else_comes_into_the_style_sheet_as_a_font(name: object) -> None:
    look, faults = read_look({"font_text": name})
    assert not look.fonts
    assert [fault.code for fault in faults] == ["invalid-look"]


@pytest.mark.parametrize(
    "value", ["red", "#12", "#12345g", "0d474c", "#0d474c;", 123456, ["#fff"], None, True]
)
def test_nothing_else_is_a_colour(value: object) -> None:
    look, faults = read_look({"brand": value, "dark": {"link": value}})
    assert not look.light
    assert not look.dark
    assert [fault.way for fault in faults] == [("brand",), ("dark", "link")]


@given(brand=COLOURS, mark=COLOURS, link=COLOURS)
def test_the_colour_that_a_message_names_passes(brand: str, mark: str, link: str) -> None:
    own = {"brand": brand, "mark": mark, "link": link}
    for fault in contrast_faults(Look(own)):
        (better,) = re.findall("#[0-9a-f]{6}", fault.hint)
        own[str(fault.way[-1])] = better
    assert not list(contrast_faults(Look(own)))


@given(brand=COLOURS, link=COLOURS)
def test_what_follows_from_a_colour_always_passes(brand: str, link: str) -> None:
    light, dark = both_schemes(Look({"brand": brand, "link": link}))
    assert not list(
        contrast_faults(Look({}, {key: dark.variables[key] for key in ("brand", "link", "mark")}))
    )
    for colours in (light, dark):
        ground = colours.variables["brand"]
        assert contrast(colours.variables["brand-ink"], ground) >= TEXT
        assert contrast(colours.variables["mark"], ground) >= EDGE
        assert colours.rings is not None
        assert contrast(colours.rings[0], ground) >= EDGE


@given(COLOURS)
def test_a_link_that_passes_passes_under_the_pointer_too(link: str) -> None:
    for scheme, own in ((LIGHT, Look({"link": link})), (DARK, Look({}, {"link": link}))):
        if not list(contrast_faults(own)):
            colours = both_schemes(own)[0 if scheme is LIGHT else 1].variables
            assert contrast(colours["link-strong"], scheme.paper) >= TEXT
            assert contrast(colours["link-strong"], scheme.wash) >= TEXT


def test_the_nearest_of_a_colour_that_passes_is_itself() -> None:
    assert nearest("#0B5A64", lambda one: True) == "#0b5a64"


@pytest.mark.parametrize(("scheme", "selector"), [
    (LIGHT, ":root, [data-md-color-scheme]"), (DARK, '[data-md-color-scheme="slate"]'),
], ids=["light", "dark"])  # fmt: skip
def test_the_grounds_are_those_of_the_theme(scheme: Scheme, selector: str) -> None:
    css = (Path(theme.__file__).parent / "assets/oer/oer.css").read_text("utf-8")
    block = css.split(f"\n{selector} {{", 1)[1].split("}", 1)[0]
    found = dict(re.findall(r"--oer-([a-z-]+): (#[0-9a-f]{3,6}|\d+%);", block))
    for name in ("brand", "paper", "wash", "ink"):
        assert getattr(scheme, name) == six_digits(found[name])
    assert f"{scheme.tint}%" == found["tint"]
    hues = ("plum", "clay", "blue", "brick", "green", "slate")
    assert scheme.hues == tuple(six_digits(found[name]) for name in hues)


def test_eight_shapes_come_round_again() -> None:
    assert len(set(SHAPES)) == 8
    assert [mark_of(place) for place in (0, 7, 8, 39)] == [1, 8, 1, 8]
