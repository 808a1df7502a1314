"""What tests do on the page "Check yourself"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect

if TYPE_CHECKING:
    from playwright.sync_api import Page

PATH = "self-assessment/"
ROLE = "policy-adviser"


def choose(page: Page, *names: str) -> None:
    """Tick boxes as a keyboard does."""
    for name in names:
        box = page.locator(f'[id="{name}"]')
        box.evaluate("(one) => (one.closest('details').open = true)")
        box.focus()
        page.keyboard.press("Space")
        expect(box).to_be_checked()
