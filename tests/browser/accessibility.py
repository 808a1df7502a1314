"""axe-core, as the `axe-playwright-python` package brings it along, and its findings as lines of text."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from playwright.sync_api import Page

TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
"""WCAG 2.2 AA is what public bodies are held to; best practice is more than they are."""


@cache
def script() -> str:
    """axe-core, from 4.5 on, which knows the target size of WCAG 2.2."""
    import axe_playwright_python

    (folder,) = axe_playwright_python.__path__ if hasattr(axe_playwright_python, "__path__") else ()
    text = (Path(folder) / "axe.min.js").read_text(encoding="utf-8")
    assert "wcag22aa" in text and "target-size" in text
    return text


def violations(page: Page) -> list[str]:
    """What axe-core finds on the page as it is now: a line for each rule and place."""
    if not page.evaluate("typeof axe === 'object'"):
        page.evaluate(script())
    # What watches sizes acts in the frame after the window changed.
    page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
    results: dict[str, Any] = page.evaluate(
        "(tags) => axe.run({runOnly: tags, resultTypes: ['violations']})", list(TAGS)
    )
    return [
        f"{rule['id']}: {' '.join(str(part) for part in node['target'])} | {_reason(node)}"
        for rule in results["violations"]
        for node in rule["nodes"]
    ]


def _reason(node: dict[str, Any]) -> str:
    checks = [*node["any"], *node["all"], *node["none"]]
    return "; ".join(check["message"] for check in checks)[:200]
