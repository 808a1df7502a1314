"""Draws the icons of the installable site from `mark.svg`, with the browser of the tests.

    python tools/icons [mark.svg [folder]]

Run it when the mark changes; what it draws is part of the repository, because no build should need a browser.
"""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
sys.path.insert(0, str(ROOT))
THEME = ROOT / "oer_build" / "theme" / "assets" / "oer"
SAFE = 0.6
"""Share of a maskable icon that the mark takes: launchers may cut everything but a circle of 0.8."""
ICONS = {"app-192.png": (192, 1.0), "app-512.png": (512, 1.0), "app-maskable-512.png": (512, SAFE)}
DRAW = """
([svg, size, share, ground]) => {
  document.body.replaceChildren();
  document.documentElement.style.background = ground;
  document.body.style = `margin:0;width:${size}px;height:${size}px;display:grid;place-items:center`;
  const image = new Image(size * share, size * share);
  image.src = `data:image/svg+xml,${encodeURIComponent(svg)}`;
  document.body.append(image);
  return image.decode();
}
"""


def main() -> None:
    from playwright.sync_api import sync_playwright

    from tests.browser.find_browser import find_browser

    mark = Path(sys.argv[1]) if len(sys.argv) > 1 else THEME / "mark.svg"
    folder = Path(sys.argv[2]) if len(sys.argv) > 2 else THEME
    svg = mark.read_text(encoding="utf-8")
    ground = svg.partition('fill="')[2].partition('"')[0]
    path = find_browser()
    if not path:
        sys.exit("no browser: run `python tests/browser/find_browser.py --install`")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])
        for name, (size, share) in ICONS.items():
            page = browser.new_page(viewport={"width": size, "height": size})
            page.evaluate(DRAW, [svg, size, share, ground if share < 1 else "transparent"])
            page.screenshot(path=folder / name, omit_background=True)
            page.close()
        browser.close()


if __name__ == "__main__":
    main()
