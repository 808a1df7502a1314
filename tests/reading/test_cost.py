"""Shapes of text that hang other programs cost next to nothing here.

The bound is of processor time and far above what is used (about a tenth of a second), so that it holds on a
slow machine and still fails for anything that grows with the square of the text.
"""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from oer_build.files import MAX_LINE
from oer_build.load.headings import first_heading
from tests.reading.projects import loaded

MIB = 1024 * 1024 - 100
SECONDS = 8.0

YAML = {
    "equal keys": "a: 1\n" * (MIB // 5),
    "aliases": "a: [" + "*a," * (MIB // 3 - 9) + "]",
    "tags": "a: [" + "! 1," * (MIB // 4 - 9) + "]",
    "items of the wrong type": "sources: [" + "1," * 45_000 + "]",
    "unknown keys": "".join(f"k{n}: 1\n" for n in range(45_000)),
    "a long key": '? "' + "a" * (MIB - 99) + '"\n: 1\n',
    "a long identifier": 'identifier: "' + "A b" * (MIB // 3 - 9) + '"\n',
    "a quotation mark without end": '"' + "a\n" * (MIB // 2),
    "signs for keys": "? " * (MIB // 2),
    "one long text": "title: " + "b\n  " * (MIB // 4 - 9),
}
FRONT_MATTER = {
    "a duration of blanks": 'timeRequired: "' + " " * 19_000 + 'x"',
    "a duration of numbers": 'timeRequired: "' + "1 " * 9_000 + 'x"',
    "an address of dots": 'sources: [{title: A, creator: B, url: "' + "a." * 9_000 + '"}]',
    "a licence of brackets": 'license: "' + "(" * 19_000 + '"',
    "many licences": "sources: [" + "".join(f"{{license: x{n}}}," for n in range(1000)) + "]",
    "a long word of a list": "creativeWorkStatus: " + "x" * 19_000,
}
SVG = {
    "comments without end": "<style>:" + "/*" * 50_000 + "</style>",
    "many scripts": "<script/>" * 100_000,
    "many addresses": '<g style="' + "url( " * 100_000 + '"/>',
}


def cost(folder: Path, files: dict[str, str]) -> float:
    before = time.process_time()
    loaded(folder, dict(files))
    return time.process_time() - before


@pytest.mark.parametrize("text", YAML.values(), ids=YAML.keys())
def test_yaml(text: str, tmp_path: Path) -> None:
    assert cost(tmp_path, {"competencies/data.yml": text}) < SECONDS


@pytest.mark.parametrize("text", FRONT_MATTER.values(), ids=FRONT_MATTER.keys())
def test_front_matter(text: str, tmp_path: Path) -> None:
    assert cost(tmp_path, {"content/modules/a/index.md": f"---\n{text}\n---\nText\n"}) < SECONDS


@pytest.mark.parametrize("inside", SVG.values(), ids=SVG.keys())
def test_svg(inside: str, tmp_path: Path) -> None:
    picture = f'<svg xmlns="http://www.w3.org/2000/svg">{inside}</svg>'
    assert cost(tmp_path, {"content/p.svg": picture}) < SECONDS


@pytest.mark.parametrize("unit", [" ", "# ", "*a ", "[", "`a ", "{", "[a](", "**a"])
def test_headings(unit: str) -> None:
    before = time.process_time()
    first_heading("# " + unit * (MAX_LINE // len(unit)) + "x")
    assert time.process_time() - before < SECONDS


@pytest.mark.parametrize("pattern", ["**a" * 40, "*a" * 40, "**/" * 40, "*" * 500])
def test_path_patterns(pattern: str, tmp_path: Path) -> None:
    name = "content/" + "a" * 60 + "/" + "a" * 60 + ".txt"
    reuse = f'version = 1\n[[annotations]]\npath = "{pattern}b"\nSPDX-License-Identifier = "MIT"\n'
    assert cost(tmp_path, {name: "a", "REUSE.toml": reuse}) < SECONDS
