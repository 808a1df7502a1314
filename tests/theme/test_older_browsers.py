"""Scripts run in Safari 15.4, Chrome 93 and Firefox 98, the first with dialogs and with what the scripts call
most: they call none of what came later and is named here."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import oer_build

SCRIPTS = sorted(Path(oer_build.__file__).parent.rglob("*.js"))
LATER = re.compile(
    r"\.(?:toSorted|toReversed|toSpliced|findLast|findLastIndex|requestSubmit|checkVisibility|showPopover"
    r"|isWellFormed|union|intersection|difference|isSubsetOf|throwIfAborted|setHTML)\("
    r"|\b(?:Object|Map)\.groupBy\b|\bArray\.fromAsync\b|\bPromise\.(?:withResolvers|try)\b|\bURL\.canParse\b"
    r"|\bAbortSignal\.(?:any|timeout)\b|\bIntl\.(?:Segmenter|DurationFormat)\b|\bstructuredClone\("
    r"|\bIterator\.from\b|\.(?:keys|values|entries)\(\)\.(?:map|filter|toArray|some|every|find)\("
    r"|\(\?<[=!]|\bsearchParams\.size\b"
)
"""Also what looks back in a regular expression: without it Safari before 16.4 refuses the whole file."""
_QUERY = re.compile(r"\b(\w+) = new URLSearchParams\b")


def later(script: str) -> list[str]:
    """What a script asks of a browser that older ones do not have."""
    code = re.sub(r"/\*.*?\*/|(?<![:\"'`])//[^\n]*", "", script, flags=re.DOTALL)
    sizes = [f"{name}.size" for name in _QUERY.findall(code) if re.search(rf"\b{name}\.size\b", code)]
    return [*LATER.findall(code), *sizes]


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.stem)
def test_a_script_asks_nothing_of_a_browser_that_older_ones_do_not_have(path: Path) -> None:
    assert later(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    "script",
    [
        "const query = new URLSearchParams(); if (query.size) go();",
        "if (new URL(text).searchParams.size) go();",
        "form.requestSubmit(); // for all",
        "const last = [...list].findLast(Boolean);",
        "/(?<=a)b/.test(text)",
        "new Map().values().map(String)",
    ],
)
def test_what_came_later_is_seen(script: str) -> None:
    assert later(script)
    assert not later("// query.findLast( and\n/* .toSorted( */ const size = new Map().size;")
