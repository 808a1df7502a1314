"""The last word on what HTML a text can publish: an allow-list of tags, attributes and schemes of addresses.

Rendering makes nothing that this takes away; it stands behind the renderer in case that is ever wrong.
"""

from __future__ import annotations

import nh3


def names(text: str) -> frozenset[str]:
    """Names that are written with spaces between them."""
    return frozenset(text.split())


TAGS = names(
    "a abbr b bdi bdo blockquote br cite code dd del details dfn div dl dt em h1 h2 h3 h4 h5 h6 hr i "
    "img input ins kbd li mark ol p pre q s samp small span strong sub summary sup table tbody td th "
    "thead tr u ul var wbr"
)
_ATTRIBUTES = {
    "*": {"id", "class", "title", "lang", "dir", "role", "aria-label", "aria-describedby", "tabindex"},
    "a": {"href", "data-term"},
    "img": {"src", "alt", "width", "height", "loading", "decoding"},
    "input": {"checked", "disabled"},
    "details": {"open"},
    "ol": {"start"},
    "th": {"scope"},
}
SCHEMES = frozenset({"http", "https", "mailto"})

_CLEANER = nh3.Cleaner(
    tags=set(TAGS),
    attributes=_ATTRIBUTES,
    tag_attribute_values={"input": {"type": {"checkbox"}}},
    clean_content_tags={
        "script",
        "style",
        "iframe",
        "object",
        "embed",
        "noscript",
        "template",
        "svg",
        "math",
    },
    url_schemes=set(SCHEMES),
    link_rel=None,
    strip_comments=True,
)


def sanitise(html: str) -> str:
    """HTML with nothing in it that can run, load or cover the page."""
    return _CLEANER.clean(html)
