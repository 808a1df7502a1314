"""`oer serve` redraws the site when a competency or a module changes, with the click that is installed."""

from __future__ import annotations

import contextlib
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.cli.tiny import ENVIRONMENT, MODULE, edit, oer, write_tiny

PATIENCE = 120


@dataclass(frozen=True)
class Preview:
    """A preview that runs: its address, and what it says."""

    address: str
    log: Path

    def said(self) -> str:
        return self.log.read_text(encoding="utf-8")

    def shows(self, path: str, words: str) -> bool:
        """Whether a page says the words before patience ends."""
        return eventually(lambda: words in read(self.address + path))

    def says(self, words: str) -> bool:
        return eventually(lambda: words in self.said())


def read(url: str) -> str:
    try:
        with urllib.request.urlopen(url, timeout=5) as answer:
            return str(answer.read().decode())
    except urllib.error.HTTPError as error:
        return str(error.read().decode())
    except OSError:
        return ""


def eventually(test: Callable[[], bool]) -> bool:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if test():
            return True
        time.sleep(0.2)
    return False


@contextlib.contextmanager
def serving(root: Path) -> Iterator[Preview]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    path = root.parent / "serve.log"
    with path.open("w", encoding="utf-8") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", "oer_build", "serve", "--port", str(port)],
            cwd=root,
            env=ENVIRONMENT,
            stdout=log,
            stderr=subprocess.STDOUT,
        )
        try:
            yield Preview(f"http://127.0.0.1:{port}/", path)
        finally:
            process.terminate()
            process.wait(timeout=60)


def test_a_change_of_a_module_and_of_a_competency_is_seen(tmp_path: Path) -> None:
    root = write_tiny(tmp_path / "course")
    edit(root, "mkdocs.yml", "docs_dir:", "site_url: https://academy.example/\ndocs_dir:")
    with serving(root) as preview:
        assert preview.shows("modules/asking/", "MARKER"), preview.said()
        edit(root, MODULE, "MARKER", "SECOND")
        assert preview.shows("modules/asking/", "SECOND"), preview.said()
        edit(root, "competencies/listening.yml", "Hears what is said.", "Hears THIRD things.")
        assert preview.shows("competencies/listening/", "THIRD"), preview.said()
    assert not (root / "site").exists()


def test_a_mistake_is_told_and_the_last_good_page_stays(tmp_path: Path) -> None:
    root = write_tiny(tmp_path / "course")
    edit(root, MODULE, "PT10M", "ten minutes")
    with serving(root) as preview:
        # From the first moment: the preview starts and says what is wrong.
        assert preview.says("'ten minutes'"), preview.said()
        assert preview.shows("modules/asking/", "Nothing here yet"), preview.said()
        edit(root, MODULE, "ten minutes", "PT10M")
        assert preview.shows("modules/asking/", "MARKER"), preview.said()
        edit(root, MODULE, "PT10M", "an hour")
        assert preview.says("'an hour'"), preview.said()
        assert preview.shows("modules/asking/", "MARKER"), preview.said()
        edit(root, MODULE, "an hour", "PT10M")
        edit(root, MODULE, "MARKER", "MENDED")
        assert preview.shows("modules/asking/", "MENDED"), preview.said()
        assert "Traceback" not in preview.said()


def test_a_port_that_is_taken_is_named(tmp_path: Path) -> None:
    root = write_tiny(tmp_path)
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        answer = oer("serve", "--port", str(taken.getsockname()[1]), cwd=root)
    assert answer.returncode == 2
    assert "choose another --port" in answer.stderr


def test_a_build_after_a_preview_in_one_process_is_whole(tmp_path: Path) -> None:
    """MkDocs keeps the plugin from one to the next, and with it what it was told of the first."""
    root = write_tiny(tmp_path)
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        assert oer("serve", "--port", str(taken.getsockname()[1]), cwd=root).returncode == 2
    assert oer("build", "--offline", cwd=root).returncode == 0
    assert (root / "site/site-offline.zip").is_file()
    assert "Content-Security-Policy" in (root / "site/index.html").read_text("utf-8")
