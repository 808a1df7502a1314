"""Scripts made light for publishing do what the sources do: the same words, signs and texts, in order."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from rjsmin import jsmin

from oer_build import theme
from oer_build.hosts.light import OURS
from oer_build.offline.masking import masked

SCRIPTS = sorted((Path(theme.__file__).parent / OURS).glob("*.js"))


def _code(source: str) -> list[str]:
    return re.findall(r"[\w$]+|[^\s\w$]", masked(source))


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_code_is_the_same(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    assert _code(jsmin(source)) == _code(source)


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_what_is_quoted_is_the_same(path: Path) -> None:
    """Every text, regular expression and template of the light script stands in the source."""
    source = path.read_text(encoding="utf-8")
    light = jsmin(source)
    code = masked(light)
    quoted = [light[one.start() : one.end()] for one in re.finditer(r"(?<=[\"'])[ ]{3,}(?=[\"'])", code)]
    assert all(text in source for text in quoted)


def test_they_are_a_third_lighter() -> None:
    sources = "".join(path.read_text(encoding="utf-8") for path in SCRIPTS)
    assert len(jsmin(sources)) < len(sources) * 2 / 3
