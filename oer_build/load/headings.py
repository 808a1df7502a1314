"""The first heading of a page that has no other title."""

from __future__ import annotations

import re

_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_HEADING = re.compile(r" {0,3}#[ \t]+(.*)\Z")
_UNDERLINE = re.compile(r" {0,3}=+[ \t]*\Z")
_ATTRIBUTES = re.compile(r"[ \t]*\{[:]?[^{}]*\}\Z")
_LINK = re.compile(r"!?\[([^\[\]]*)\]\([^()]*\)")
_LONGEST = 300
"""A longer heading keeps its marks: looking for pairs costs the square of the length."""
_EMPHASIS = re.compile(r"(\*\*|__|\*|`)(?=\S)(.+?)(?<=\S)\1")


def first_heading(body: str) -> str:
    """The text of the first heading of level 1 outside code, without its markup; empty when there is none."""
    fence = ""
    before = ""
    for line in body.split("\n"):
        mark = _FENCE.match(line)
        if fence:
            if mark and mark[1].startswith(fence) and not line.strip().strip(fence[0]):
                fence = ""
            continue
        if mark:
            fence, before = mark[1], ""
            continue
        heading = _HEADING.match(line)
        if heading and (text := _without_closing_signs(heading[1])):
            return _plain(text)
        if before and _UNDERLINE.match(line):
            return _plain(before)
        before = line.strip() if not line.startswith("    ") else ""
    return ""


def _without_closing_signs(text: str) -> str:
    """`Title ##` is `Title`; `C#` stays as it is (CommonMark 4.2)."""
    text = text.rstrip(" \t")
    shorter = text.rstrip("#")
    return shorter.rstrip(" \t") if shorter != text and shorter[-1:] in ("", " ", "\t") else text


def _plain(text: str) -> str:
    if len(text) > _LONGEST:
        return text.strip()
    text = _LINK.sub(r"\1", _ATTRIBUTES.sub("", text))
    return _EMPHASIS.sub(r"\2", text).strip()
