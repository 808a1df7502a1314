"""Pictures of each kind of page, to compare with those that people have looked at.

`python -m tests.browser.pictures` draws them anew into `references/`. Look at each one that changed before it
is committed. `python -m tests.browser.pictures DIR` draws into another folder, as PNG, to look at.
"""

from __future__ import annotations

import base64
import json
import sys
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

from playwright.sync_api import sync_playwright

from tests.browser.audit import pages_by_kind
from tests.browser.find_browser import find_browser
from tests.browser.traffic import go
from tests.conftest import BROWSER_OPTIONS, serve
from tests.specimen import specimen

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

REFERENCES = Path(__file__).parent / "references"
FONTS = "fonts.json"
"""In the folder of the references: how wide the fonts are with which they were drawn."""
MEASURE = (Path(__file__).parent / "probes" / "fonts.js").read_text(encoding="utf-8")
COMPARE = (Path(__file__).parent / "probes" / "compare.js").read_text(encoding="utf-8")

WHOLE = """() => Promise.all([document.fonts.ready, ...[...document.images].map((one) => {
  one.loading = "eager";
  return one.decode();
})])"""
"""Pictures far down come when one scrolls to them; here they are there at once."""
FRAMES = "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"
"""Until what follows the theme has been drawn."""
TALLEST = 2600
"""Pixels from the top of a page that are kept."""
QUALITY = 55
"""Of WebP: what it loses is far below what counts as a difference."""


@dataclass(frozen=True, slots=True)
class Look:
    """A way to look at a page. `scale` is how much smaller the picture is kept."""

    name: str
    width: int
    height: int
    theme: str = "light"
    media: str = "screen"
    scale: float = 1.0


LOOKS = (
    Look("light-1280", 1280, 800, scale=0.5),
    Look("dark-1280", 1280, 800, "dark", scale=0.5),
    Look("light-320", 320, 640),
    Look("dark-320", 320, 640, "dark"),
    Look("print", 680, 960, media="print", scale=0.75),
)


def drawn(
    browser: Browser, address: str, paths: dict[str, str], format: str = "webp"
) -> Iterator[tuple[str, bytes]]:
    """The name and the picture of each page in each look, and of the slide show."""
    for size, looks in groupby(LOOKS, lambda look: (look.width, look.height)):
        same = tuple(looks)
        context = browser.new_context(
            viewport={"width": size[0], "height": size[1]},
            reduced_motion="reduce",
            locale="en-GB",
            timezone_id="UTC",
        )
        page = context.new_page()
        for kind, path in paths.items():
            _dress(page, same[0])
            _open(page, address + path)
            yield from _pictures(page, kind, same, format)
            if kind == "slides" and same[0].media == "screen":
                page.get_by_role("button", name="Start the slide show").click()
                yield from _pictures(page, "slide-show", same, format)
        context.close()


def _pictures(page: Page, name: str, looks: Iterable[Look], format: str) -> Iterator[tuple[str, bytes]]:
    """The page as it stands, in looks of one size."""
    for look in looks:
        _dress(page, look)
        yield f"{name}-{look.name}", _picture(page, look, format)


def _dress(page: Page, look: Look) -> None:
    """Set the theme and the medium, and wait until the page shows them."""
    page.emulate_media(
        media="print" if look.media == "print" else "screen",
        color_scheme="dark" if look.theme == "dark" else "light",
    )
    page.evaluate(FRAMES)


def _open(page: Page, address: str) -> None:
    go(page, address)
    page.evaluate(WHOLE)


def _picture(page: Page, look: Look, format: str) -> bytes:
    width, height = page.evaluate(
        "[document.documentElement.clientWidth, document.documentElement.scrollHeight]"
    )
    clip = {"x": 0, "y": 0, "width": width, "height": min(height, TALLEST), "scale": look.scale}
    session = page.context.new_cdp_session(page)
    options: dict[str, Any] = {"format": format, "clip": clip, "captureBeyondViewport": True}
    if format == "webp":
        options["quality"] = QUALITY
    answer = session.send("Page.captureScreenshot", options)
    session.detach()
    return base64.b64decode(answer["data"])


def fonts(page: Page) -> dict[str, float]:
    """How wide a line is in each of the site's font stacks: other fonts, other pictures."""
    return page.evaluate(MEASURE)


def difference(page: Page, one: bytes, other: bytes) -> dict[str, float]:
    """Compare two pictures in a browser: the share of cells that differ, and both heights."""
    pictures = [base64.b64encode(picture).decode() for picture in (one, other)]
    return page.evaluate(COMPARE, pictures)


def main(folder: Path, format: str) -> None:
    with (
        tempfile.TemporaryDirectory() as scratch,
        serve(specimen(Path(scratch))) as origin,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path=find_browser(), args=BROWSER_OPTIONS)
        folder.mkdir(parents=True, exist_ok=True)
        for old in folder.glob(f"*.{format}"):
            old.unlink()
        for name, picture in drawn(
            browser, f"{origin}/", pages_by_kind(Path(scratch, "specimen/site")), format
        ):
            (folder / f"{name}.{format}").write_bytes(picture)
        page = browser.new_page()
        page.goto(f"{origin}/")
        (folder / FONTS).write_text(json.dumps(fonts(page), indent=1) + "\n", encoding="utf-8")
        browser.close()
    print(f"{len(list(folder.glob(f'*.{format}')))} pictures in {folder}")


if __name__ == "__main__":
    if len(sys.argv) > 1:
        main(Path(sys.argv[1]), "png")
    else:
        main(REFERENCES, "webp")
