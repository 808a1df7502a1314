"""Modules of the browser are asked for in one go: no page waits for one before it knows of the next."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from oer_build import theme
from oer_build.offline.scripts import rewritten

ROOT = Path(theme.__file__).parent / "assets/oer"
START = (ROOT / "oer.js").read_text(encoding="utf-8")
WITH_EVERY_PAGE = {"oer", "store"}
"""What `main.html` names: the first script, and what it imports."""
_PART = re.compile(
    r'import\("\./(?P<module>[\w-]+)\.js"\)\)?(?:,\s*"(?P<ahead>[\w -]+)")?(?:,\s*true)?,?\s*\]'
)
_CALLED = re.compile(r'^\s*import\("\./(?P<module>[\w-]+)\.js"\)\.catch\(console', re.MULTILINE)
_OPENED = re.compile(r'ahead\("(?P<ahead>[\w -]+)"\);\s*import\("\./(?P<module>[\w-]+)\.js"\)')
ASKED = {
    one["module"]: (one.groupdict().get("ahead") or "").split()
    for kind in (_PART, _OPENED, _CALLED)
    for one in kind.finditer(START)
}
"""By what oer.js brings in: what it asks for with it."""


def _imported(name: str) -> set[str]:
    """What a module cannot run without, its own imports and theirs."""
    source = (ROOT / f"{name}.js").read_text(encoding="utf-8")
    direct = {path.removesuffix(".js") for path in rewritten(f"{name}.js", source).static}
    return direct.union(*(_imported(one) for one in direct))


def test_every_part_that_is_brought_in_is_known_here() -> None:
    dynamic = rewritten("oer.js", START).dynamic
    assert set(ASKED) == {path.removesuffix(".js") for path in dynamic}
    assert len(ASKED) > 10


@pytest.mark.parametrize("name", sorted(ASKED))
def test_what_a_part_imports_is_asked_for_with_it(name: str) -> None:
    assert len(set(ASKED[name])) == len(ASKED[name])
    assert set(ASKED[name]) - {name} == _imported(name) - WITH_EVERY_PAGE


def test_what_the_first_script_imports_is_named_by_every_page() -> None:
    template = (ROOT.parent.parent / "main.html").read_text(encoding="utf-8")
    named = set(re.findall(r"type=\"module\" src=\"\{\{ 'assets/oer/([\w-]+)\.js'", template))
    assert named == WITH_EVERY_PAGE == {"oer"} | _imported("oer")
