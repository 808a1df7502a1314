"""Pictures of a built site: `python tests/browser/screenshots.py SITE_DIR OUT_DIR [KIND ...]`.

Each kind of page in both themes and at two widths, the whole page, as kind-theme-width.png,
and what a printer gets as kind.pdf. Without names of kinds those of `PICTURED`.
"""

from __future__ import annotations

import sys
from pathlib import Path

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[2]))

from playwright.sync_api import sync_playwright

from tests.browser.find_browser import find_browser
from tests.browser.visits import start
from tests.conftest import BROWSER_OPTIONS, serve
from tests.site.kinds import KINDS, PICTURED

WIDTHS = {1280: 800, 320: 640}
"""Widths of the window, and its height."""


def main(site: Path, out: Path, kinds: list[str]) -> None:
    out.mkdir(parents=True, exist_ok=True)
    with serve(site) as origin, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_browser(), args=BROWSER_OPTIONS)
        for scheme in ("light", "dark"):
            for width, height in WIDTHS.items():
                visit = start(browser, f"{origin}/", (width, height), color_scheme=scheme)
                for kind in kinds:
                    visit.open(KINDS[kind])
                    file = out / f"{kind}-{scheme}-{width}.png"
                    visit.page.screenshot(path=file, full_page=True)
                    print(file)
                visit.context.close()
        visit = start(browser, f"{origin}/")
        for kind in kinds:
            visit.open(KINDS[kind])
            file = out / f"{kind}.pdf"
            visit.page.pdf(path=file, format="A4", tagged=True)
            print(file)
        browser.close()


if __name__ == "__main__":
    if len(sys.argv) < 3 or (set(sys.argv[3:]) - set(KINDS)):
        raise SystemExit(f"{__doc__}\nKinds: {' '.join(KINDS)}")
    main(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3:] or list(PICTURED))
