"""An installable site for tests: three builds, and a server that shows one of them, or none, or is slow."""

from __future__ import annotations

import contextlib
import functools
import http.server
import os
import re
import threading
import time
from pathlib import Path
from typing import Any

from tests.cli.tiny import MODULE, edit, oer, write_tiny
from tests.conftest import DEEP, Handler

ASKING, HEARING = "modules/asking/", "modules/hearing/"


class Builds:
    """`a` and `b` are two versions of a site that is an app; `c` is `b` when the option is off again."""

    def __init__(self, root: Path) -> None:
        write_tiny(root)
        text = (root / MODULE).read_text("utf-8")
        (root / "content/modules/hearing").mkdir(parents=True)
        (root / "content/modules/hearing/index.md").write_text(text.replace("Asking", "Hearing"), "utf-8")
        edit(root, "mkdocs.yml", "CC-BY-SA-4.0}", "CC-BY-SA-4.0, app: true}")
        self.a = self._build(root, "a", 0)
        for path in (MODULE, "content/modules/hearing/index.md"):
            edit(root, path, "MARKER", "NEWER")
        self.b = self._build(root, "b", 100)
        edit(root, "mkdocs.yml", "app: true", "app: false")
        self.c = self._build(root, "c", 200)

    @staticmethod
    def _build(root: Path, name: str, later: int) -> Path:
        made = oer("build", "--site-dir", root / name, cwd=root)
        assert made.returncode == 0, made.stderr
        for file in (root / name).rglob("*"):  # servers tell versions of a file apart by whole seconds
            os.utime(file, (1_700_000_000 + later, 1_700_000_000 + later))
        return root / name


def version(folder: Path) -> str:
    found = re.search(r'data-oer-app="(\w+)"', (folder / "index.html").read_text("utf-8"))
    return found[1] if found else ""


class Shown(http.server.ThreadingHTTPServer):
    """Shows `folder`; with `up` false it ends every connection, as one without a network sees it."""

    daemon_threads = True

    def __init__(self, folder: Path) -> None:
        self.folder, self.up, self.delay = folder, True, 0.0
        super().__init__(("127.0.0.1", 0), functools.partial(Switched))
        threading.Thread(target=self.serve_forever, daemon=True).start()

    @property
    def address(self) -> str:
        """In a folder, as many sites are."""
        return f"http://127.0.0.1:{self.server_address[1]}{DEEP}/"


class Switched(Handler):
    server: Shown

    def translate_path(self, path: str) -> str:
        self.directory = str(self.server.folder)
        return super().translate_path(path)

    def do_GET(self) -> None:
        if not self.server.up:
            self.close_connection = True
            return
        if self.server.delay and self.path.endswith("/"):
            time.sleep(self.server.delay)
        with contextlib.suppress(ConnectionError):  # who asked has gone
            super().do_GET()


def versions(page: Any) -> set[str]:
    """Of what a page is made: its own version, and that of each script and style that it loaded."""
    found = page.evaluate(
        "() => [document.querySelector('[data-oer-app]')?.dataset.oerApp ?? '',"
        " ...performance.getEntriesByType('resource').map((one) => /assets-(\\w+)\\//.exec(one.name)?.[1])]"
    )
    return {one for one in found if one is not None}


def stores(page: Any) -> set[str]:
    """The versions of which the browser keeps something."""
    return set(page.evaluate("async () => (await caches.keys()).map((name) => name.split(':')[2])"))


def kept(page: Any) -> set[str]:
    """Pages that are kept, by their path under the site."""
    addresses = page.evaluate(
        "async () => { const all = []; for (const name of await caches.keys()) if (name.endsWith(':pages'))"
        " all.push(...(await (await caches.open(name)).keys()).map((one) => one.url)); return all; }"
    )
    return {one.partition(DEEP + "/")[2] for one in addresses}
