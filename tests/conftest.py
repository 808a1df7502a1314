"""What tests share: this repository's site, built once and served, and one browser for all.

`--site DIR` tests a site that is there already, which saves the build while one works on a test.
"""

from __future__ import annotations

import functools
import http.server
import os
import re
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from tests.browser.find_browser import find_browser
from tests.site.built import Site

settings.register_profile("unhurried", deadline=None)  # a busy machine is no fault
settings.load_profile("unhurried")

# What tests render is kept for this run only, and apart from what the user's builds keep.
KEPT = tempfile.TemporaryDirectory(prefix="oer-tests-")
os.environ["XDG_CACHE_HOME"] = KEPT.name

ROOT = Path(__file__).parent.parent
URL = "https://digital-era.example/"
"""`site_url` in mkdocs.yml."""
DEEP = "/some/academy/course"
"""The server shows the site here too, as hosts do that give each project a folder."""
ADVICE = (ROOT / "docs" / "how-to" / "publish.md").read_text(encoding="utf-8")
POLICIES = (
    "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'",
    *re.findall(r"^Content-Security-Policy: (.+)$", ADVICE, re.MULTILINE),
)
"""A strict policy that lets in only WebAssembly, for search, and the one that the documentation advises."""

BROWSER_OPTIONS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--site", metavar="DIR", help="test the site in DIR instead of building one")


@pytest.fixture(scope="session")
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """This repository's site, built through the real command line, in strict mode, and served."""
    given = request.config.getoption("--site")
    folder = Path(given) if given else once(tmp_path_factory, "site", build)
    with serve(folder) as origin:
        yield Site(folder, f"{origin}/", f"{origin}{DEEP}/", URL)


def build(folder: Path, project: Path = ROOT) -> Path:
    """The site of a project in a folder; a failure shows what the command said."""
    made = subprocess.run(
        [sys.executable, "-m", "oer_build", "--project", str(project), "build", "--site-dir", str(folder)],
        capture_output=True,
        text=True,
        check=False,
        timeout=600,
        env=os.environ | {"SOURCE_DATE_EPOCH": "1795219200"},
    )
    if made.returncode:
        pytest.fail(
            f"the site does not build (exit status {made.returncode}):\n{made.stdout}{made.stderr}", False
        )
    return folder


def once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], Path]) -> Path:
    """What `make` writes into a folder, made by one worker of a run for all of them. Tests only read it."""
    own = factory.getbasetemp()
    common = (
        own.parent if own.name.startswith("popen-") else own
    )  # the folder of a worker lies in that of the run
    latest = time.monotonic() + 660
    made, failed = common / f"{name}.made", common / f"{name}.failed"
    try:
        (common / name).mkdir()
    except FileExistsError:
        while not made.exists():
            if failed.exists() or time.monotonic() > latest:
                pytest.fail(f"another worker could not make {name}; it tells why, or has ended", False)
            time.sleep(0.1)
        return Path(made.read_text(encoding="utf-8"))
    try:
        folder = make(common / name / "site")
    except BaseException:
        failed.touch()
        raise
    whole = common / f"{name}.new"
    whole.write_text(str(folder), encoding="utf-8")
    whole.rename(made)
    return folder


class Handler(http.server.SimpleHTTPRequestHandler):
    """Serves files with the documented policy, at the root and under `DEEP`; says nothing."""

    protocol_version = "HTTP/1.1"
    policies: tuple[str, ...] = POLICIES
    extensions_map = http.server.SimpleHTTPRequestHandler.extensions_map | {
        ".js": "text/javascript",
        ".wasm": "application/wasm",
    }

    def translate_path(self, path: str) -> str:
        return super().translate_path(path.removeprefix(DEEP))

    def end_headers(self) -> None:
        for policy in self.policies:
            self.send_header("Content-Security-Policy", policy)
        self.send_header("Cache-Control", "max-age=60")
        super().end_headers()

    def log_message(self, format: str, *args: Any) -> None:
        pass


class serve:
    """A server for a folder on a free port, as a context; gives its origin: `http://127.0.0.1:1234`."""

    def __init__(self, folder: Path, handler: type[Handler] = Handler) -> None:
        shows = functools.partial(handler, directory=str(folder))
        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), shows)
        self.server.daemon_threads = True

    def __enter__(self) -> str:
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        return f"http://127.0.0.1:{self.server.server_address[1]}"

    def __exit__(self, *_: object) -> None:
        self.server.shutdown()
        self.server.server_close()


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """One Chromium for the whole session. Tests open contexts in it, which share nothing."""
    from playwright.sync_api import sync_playwright

    path = find_browser()
    if not path:
        pytest.fail("no browser: run `python tests/browser/find_browser.py --install`", False)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=BROWSER_OPTIONS)
        yield chromium
        chromium.close()
