"""JavaScript with everything that is no code blanked out, so that its statements can be found by their form.

Not a parser: it tells code from comments, strings, templates and regular expressions, which is all that is
needed to find `import` and `export`.
"""

from __future__ import annotations

import re

_TOKEN = re.compile(r"[\w$]+|[^\w\s$]")
_SPACE = re.compile(r"[^\n]")
_REGEX = re.compile(r"/(?![*/])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\[\n])+/[a-z]*")
_STRING = re.compile(r"\"(?:\\.|[^\"\\\n])*\"|'(?:\\.|[^'\\\n])*'", re.DOTALL)
_COMMENT = re.compile(r"//[^\n]*|/\*.*?\*/", re.DOTALL)
_WORDS_BEFORE_REGEX = frozenset(
    "return typeof case in of do else void delete instanceof new throw await yield".split()  # noqa: SIM905
)


def masked(source: str) -> str:
    """The source, as long as before: comments, regular expressions and what stands in quotes are blank."""
    out: list[str] = []
    at, before = 0, ""
    # For each template that is open: how many braces are open in the code within it.
    templates: list[int] = []
    while at < len(source):
        sign = source[at]
        if sign.isspace():
            out.append(sign)
            at += 1
            continue
        found = _COMMENT.match(source, at)
        if found:
            out.append(_blank(found[0]))
            at = found.end()
            continue
        found = _STRING.match(source, at) if sign in "\"'" else None
        if found:
            out.append(sign + _blank(found[0][1:-1]) + sign)
            at, before = found.end(), sign
            continue
        found = _REGEX.match(source, at) if sign == "/" and _may_begin_regex(before) else None
        if found:
            out.append(_blank(found[0]))
            at, before = found.end(), "x"
            continue
        if sign == "`" or (sign == "}" and templates and templates[-1] == 0):
            if sign == "}":
                templates.pop()
            end, goes_on = _template(source, at + 1)
            out.append(_blank(source[at:end]))
            at, before = end, "(" if goes_on else "x"
            if goes_on:
                templates.append(0)
            continue
        if templates and sign in "{}":
            templates[-1] += 1 if sign == "{" else -1
        token = _TOKEN.match(source, at)
        text = token[0] if token else sign
        out.append(text)
        at, before = at + len(text), text
    return "".join(out)


def _template(source: str, at: int) -> tuple[int, bool]:
    """Where the text of a template ends, and whether code in `${` follows."""
    while at < len(source):
        if source[at] == "\\":
            at += 2
        elif source[at] == "`":
            return at + 1, False
        elif source.startswith("${", at):
            return at + 2, True
        else:
            at += 1
    return len(source), False


def _may_begin_regex(before: str) -> bool:
    """Whether a slash after this token begins a regular expression and does not divide."""
    if before in _WORDS_BEFORE_REGEX or not before:
        return True
    return not (re.match(r"[\w$]", before) or before in (")", "]", "}", '"', "'"))


def _blank(text: str) -> str:
    return _SPACE.sub(" ", text)
