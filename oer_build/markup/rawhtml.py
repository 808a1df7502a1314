"""Finds HTML that an author wrote: a few tags for words may be used, the rest is refused with its place.

What is refused here is also never let through: Markdown is given no way to pass HTML on (`dialect.py`), and
the result is sanitised (`sanitise.py`). This room only says where it stands and how to write it instead.
"""

from __future__ import annotations

import re

from oer_build.diagnostics import Report
from oer_build.markup.sanitise import names
from oer_build.markup.scan import Visible

INLINE = names("abbr b bdi bdo cite del dfn em i ins kbd mark q s samp small span strong sub sup u var")
"""Tags that an author may write, in pairs within a paragraph."""
VOID = frozenset({"br", "wbr"})
"""Tags that stand alone."""
ATTRIBUTES = r"""(?:\s+(?:title|lang|dir)\s*=\s*(?:"[^"<>]*"|'[^'<>]*'))*\s*"""
"""Attributes that such a tag may have."""

_TAG_OR_GAP = re.compile(
    r"\n[ \t]*(?=\n)|(?<!\\)<(/?)([A-Za-z][\w-]*)(?![\w@:.-])([^<>]*)(>?)|(?<!\\)<[!?](?=[A-Za-z\[])"
)
_ATTRIBUTES = re.compile(ATTRIBUTES + "/?")
_HANDLER = re.compile(r"[\s/\"'](on\w+|style|src|href|srcdoc|action|formaction|data)\s*=", re.IGNORECASE)

_RUNS = names(
    "script iframe object embed applet style form frame frameset base meta link svg math template noscript"
)
_HINTS = {
    "a": "write a link as `[text](address)`",
    "img": "write an image as `![what it shows](file.png)`",
    "picture": "write an image as `![what it shows](file.png)`",
    "p": "leave a blank line between paragraphs",
    "hr": "write `---` in a line of its own",
    "details": 'write `??? note "Title"` and indent the text under it by four spaces',
    "summary": 'write `??? note "Title"` and indent the text under it by four spaces',
    "blockquote": "begin each line of a quotation with `> `",
    "code": "put code between backticks",
    "pre": "put code between lines of ```",
    "video": "link to the video: `[title (video, 5 minutes)](address)`",
    "audio": "link to the recording: `[title (audio, 5 minutes)](address)`",
    "iframe": "link to the page instead: `[title](address)`",
    "strike": "use `<s>`, or `<del>` for a deletion",
    "tt": "put code between backticks",
    **dict.fromkeys(("ul", "ol", "li"), "begin each item with `- ` or `1. `"),
    **dict.fromkeys(("dl", "dt", "dd"), "write the term in a line, and `:   ` with its meaning in the next"),
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), "write a heading as `## Heading`"),
    **dict.fromkeys(("table", "thead", "tbody", "tr", "td", "th"), "write a table with bars: `| A | B |`"),
    **dict.fromkeys(
        ("div", "section", "aside"), 'for a box, write `!!! note "Title"` and indent the text under it'
    ),
}
_ELEMENTS = (
    _RUNS
    | frozenset(_HINTS)
    | names(
        "address area article bgsound big body button canvas caption center col colgroup command datalist "
        "dialog dir fieldset figcaption figure font footer head header hgroup html image input isindex "
        "keygen label legend listing main map marquee menu meter multicol nav nobr option optgroup output "
        "param plaintext portal progress rb rp rt rtc ruby search select slot source spacer textarea "
        "tfoot time title track xmp data"
    )
)


def check_html(shown: Visible, report: Report) -> None:
    """Report the HTML of a text that may not be there."""
    if "<" not in shown.text:
        return
    waiting: list[tuple[str, int]] = []
    reported: set[str] = set()
    for match in _TAG_OR_GAP.finditer(shown.text):
        if match[0][0] == "\n":
            _report_open(waiting, shown, report)
        elif match[2] is None:
            _report(
                shown,
                match.start(),
                "a declaration of XML or HTML",
                "remove it, or put it between backticks",
                report,
            )
        else:
            _check_tag(match, waiting, reported, shown, report)
    _report_open(waiting, shown, report)


def _check_tag(
    match: re.Match[str], waiting: list[tuple[str, int]], reported: set[str], shown: Visible, report: Report
) -> None:
    closing, name, rest, end = match[1], match[2].lower(), match[3], match[4]
    handler = _HANDLER.search(rest)
    if name in INLINE or name in VOID:
        if not end:
            return
        if not _ATTRIBUTES.fullmatch(rest) or handler:
            what = (
                f"the attribute '{handler[1]}' of '<{name}>'"
                if handler
                else f"'<{name}>' with these attributes"
            )
            hint = "the only attributes are title, lang and dir, in quotation marks"
            _report(shown, match.start(), what, hint, report)
        if closing and waiting and waiting[-1][0] == name:
            waiting.pop()
        elif closing:
            what, hint = f"'</{name}>' without its beginning", f"write <{name}> before it"
            _report(shown, match.start(), what, hint, report)
        elif name in INLINE:
            waiting.append((name, match.start()))
        return
    if closing and name in reported:
        return
    reported.add(name)
    if name in _RUNS or (end and (name in _ELEMENTS or handler)):
        hint = _HINTS.get(name, "write it in Markdown, or remove it")
        _report(
            shown,
            match.start(),
            f"'<{closing}{name}>'",
            f"{hint} (to show a tag, put it between backticks)",
            report,
        )


def _report_open(waiting: list[tuple[str, int]], shown: Visible, report: Report) -> None:
    for name, offset in waiting:
        _report(
            shown, offset, f"'<{name}>' without its end", f"write </{name}> in the same paragraph", report
        )
    waiting.clear()


def _report(shown: Visible, offset: int, what: str, hint: str, report: Report) -> None:
    report.add("raw-html", shown.span(offset), f"{what} is HTML that a text cannot have", hint)
