"""Which browser the browser tests drive: one of the Chromium family that the machine has.

`CHROMIUM` in the environment names one. Run as a program with `--install`, it installs Debian's when there is
none and it may (root, on Debian or Ubuntu), with `--fonts` also the fonts with which the reference pictures
were drawn: with others those are not compared. It prints the browser's path, or ends with status 1.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = (
    "chromium-headless-shell",  # Chromium without windows: starts a page in half the time
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "microsoft-edge",
    "microsoft-edge-stable",
    "msedge",
    "brave-browser",
)
PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
)
FONTS = {
    "fonts-noto-core": Path("/usr/share/fonts/truetype/noto/NotoSans-Regular.ttf"),
    "fonts-noto-mono": Path("/usr/share/fonts/truetype/noto/NotoSansMono-Regular.ttf"),
}
"""Debian's packages of the fonts with which the reference pictures were drawn, and a file of each."""


def find_browser() -> str | None:
    """The path of a browser, or None."""
    named = os.environ.get("CHROMIUM")
    if named:
        return shutil.which(named)
    for name in NAMES:
        path = shutil.which(name)
        if path:
            return path
    return next((place for place in PLACES if Path(place).is_file()), None)


def install(fonts: bool) -> None:
    """Debian's Chromium without windows, or with them, and the fonts, where this is Debian and we may."""
    wanted: list[tuple[str, ...]] = [] if find_browser() else [("chromium-headless-shell", "chromium")]
    wanted += [(package,) for package, file in FONTS.items() if fonts and not file.exists()]
    if not wanted or not shutil.which("apt-get") or not hasattr(os, "geteuid") or os.geteuid() != 0:
        return
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(["apt-get", "update", "-q"], check=False, env=environment, stdout=sys.stderr)
    for packages in wanted:
        for package in packages:
            command = ["apt-get", "install", "-q", "-y", "--no-install-recommends", package]
            if not subprocess.run(command, check=False, env=environment, stdout=sys.stderr).returncode:
                break


def main() -> int:
    if "--install" in sys.argv[1:]:
        install(fonts="--fonts" in sys.argv[1:])
    found = find_browser()
    if not found:
        print(
            "No browser of the Chromium family was found: install Chromium, Chrome or Edge, "
            "or name one in the environment variable CHROMIUM.",
            file=sys.stderr,
        )
        return 1
    print(found)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
