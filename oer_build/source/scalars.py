"""What an unquoted scalar of YAML means.

The YAML 1.2 core schema, more strictly in one point: a plain scalar is a number only when the number
prints as the author wrote it. So `str(value)` is always the author's text.
"""

from __future__ import annotations

import re
from typing import Any

_WORDS: dict[str, Any] = {"": None, "~": None}
_WORDS.update(dict.fromkeys(("null", "Null", "NULL")))
_WORDS.update(dict.fromkeys(("true", "True", "TRUE"), True))
_WORDS.update(dict.fromkeys(("false", "False", "FALSE"), False))
_STARTS = frozenset("0123456789-")
_INTEGER = re.compile(r"(?:0|-?[1-9][0-9]{0,17})\Z", re.ASCII)
_DECIMAL = re.compile(r"-?[0-9]{1,17}\.[0-9]{1,17}\Z", re.ASCII)


def plain(text: str) -> Any:
    """The value of an unquoted scalar: null, true, false, a number that prints as written, or the text."""
    if text in _WORDS:
        return _WORDS[text]
    if text[0] in _STARTS:
        if _INTEGER.match(text):
            return int(text)
        if _DECIMAL.match(text) and repr(float(text)) == text:
            return float(text)
    return text
