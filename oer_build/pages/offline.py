"""The page that an installable site shows in place of one that is not kept, and the list of those that are.

The theme's `offline-page.js` fills it: what is kept lies in the reader's browser. Without scripts nothing is.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from oer_build.pages.frame import LEARNING, Frame
from oer_build.pages.page import Page

PATH = "offline/"


@dataclass(frozen=True, slots=True)
class OfflineContext:
    """What `offline.html.jinja` is given."""

    pages: int
    """How many pages a browser keeps at most, besides those that it keeps from the start."""
    zip: bool
    """Whether the whole site can be taken away for use without a connection."""


MOST = 60
"""As in the service worker, which a test compares: this room may not know it."""


def offline(frame: Frame) -> Iterator[Page]:
    """The page, for sites that can be installed. It is not searched, and of no use to search engines."""
    site = frame.catalogue.site
    if not site.app:
        return
    _ = frame.strings.gettext
    yield frame.page(
        PATH,
        _("Pages to read offline"),
        _("What this browser keeps of the site, to be read without a connection."),
        "offline",
        OfflineContext(pages=MOST, zip=site.offline),
        breadcrumbs=frame.crumbs(),
        head=f'<meta name="robots" content="noindex">{LEARNING}',
    )
