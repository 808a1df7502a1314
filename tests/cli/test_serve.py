"""`oer serve` redraws the site when a competency or a module changes, with the click that is installed."""

from __future__ import annotations

import contextlib
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

from tests.cli.tiny import ENVIRONMENT, MODULE, edit, write_tiny

PATIENCE = 60


@contextlib.contextmanager
def serving(root: Path) -> Iterator[str]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with (root.parent / "serve.log").open("w", encoding="utf-8") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", "oer_build", "serve", "--port", str(port)],
            cwd=root,
            env=ENVIRONMENT,
            stdout=log,
            stderr=subprocess.STDOUT,
        )
        try:
            yield f"http://127.0.0.1:{port}/"
        finally:
            process.terminate()
            process.wait(timeout=30)


def seen(url: str, words: str) -> bool:
    """Whether a page says the words before patience ends."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        with contextlib.suppress(urllib.error.URLError, ConnectionError):
            if words in urllib.request.urlopen(url, timeout=5).read().decode():
                return True
        time.sleep(0.2)
    return False


def test_a_change_of_a_module_and_of_a_competency_is_seen(tmp_path: Path) -> None:
    root = write_tiny(tmp_path / "course")
    log = tmp_path / "serve.log"
    with serving(root) as address:
        assert seen(f"{address}modules/asking/", "MARKER"), log.read_text()
        edit(root, MODULE, "MARKER", "SECOND")
        assert seen(f"{address}modules/asking/", "SECOND"), log.read_text()
        edit(root, "competencies/listening.yml", "Hears what is said.", "Hears THIRD things.")
        assert seen(f"{address}competencies/listening/", "THIRD"), log.read_text()
        # A mistake is told, and the last good page stays.
        edit(root, MODULE, "PT10M", "ten minutes")
        end = time.monotonic() + PATIENCE
        while "'ten minutes'" not in log.read_text(encoding="utf-8") and time.monotonic() < end:
            time.sleep(0.2)
        assert "Traceback" not in log.read_text(encoding="utf-8")
        assert seen(f"{address}modules/asking/", "SECOND")
        edit(root, MODULE, "ten minutes", "PT20M")
        edit(root, MODULE, "SECOND", "FOURTH")
        assert seen(f"{address}modules/asking/", "FOURTH"), log.read_text()
    assert not (root / "site").exists()
