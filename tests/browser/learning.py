"""What a reader has done, as tests put it into a browser and take it out again."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from tests.browser.traffic import settled

if TYPE_CHECKING:
    from playwright.sync_api import Page

MATCHING = "modules/participation-and-accountability/"
ORDERING = "modules/privacy-by-design/"
COURSE = "courses/public-service-in-the-digital-era/"
MINE = "my-learning/"

DONE = {
    "started": "2026-11-19T10:00:00.000Z",
    "done": True,
    "doneAt": "2026-11-20T10:00:00.000Z",
    "at": "2026-11-20T10:00:00.000Z",
    "objectives": [1, 2],
    "note": "=SUM(1) and “notes”",
    "quiz": {
        "0123456789ab": {
            "answers": ["x"],
            "right": True,
            "confidence": "sure",
            "attempts": 2,
            "at": "2026-11-20T10:00:00.000Z",
        }
    },
}
BEGUN = {"started": "2026-11-20T12:00:00.000Z", "at": "2026-11-20T12:00:00.000Z"}
SOME = {
    "schemaVersion": 1,
    "modules": {"participation-and-accountability": DONE, "privacy-by-design": BEGUN, "long-gone": BEGUN},
}

CLOSED = """
for (const name of ["getItem", "setItem", "removeItem"]) {
  Storage.prototype[name] = () => { throw new DOMException("closed", "SecurityError"); };
}
"""
"""A browser in which storage throws, as in some private windows."""


def put(page: Page, value: Any) -> None:
    """Fill the store (text as it is), and load the page again."""
    text = value if isinstance(value, str) else json.dumps(value)
    page.evaluate("text => localStorage.setItem('oer:progress', text)", text)
    page.reload()
    settled(page)


def again(page: Page) -> None:
    """Load the page again, once the pictures that have come into view are there."""
    page.wait_for_timeout(500)
    page.reload()
    settled(page)


def held(page: Page) -> Any:
    """What the store holds; None where it is empty."""
    text = page.evaluate("localStorage.getItem('oer:progress')")
    return json.loads(text) if text else None
