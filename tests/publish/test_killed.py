"""Forty builds killed at random moments: whoever reads meanwhile, and afterwards, meets one whole site."""

from __future__ import annotations

import contextlib
import os
import random
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from tests.cli.tiny import ENVIRONMENT, write_tiny
from tests.publish.builds import WORD

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="builds are forked and killed as POSIX does")

KILLS = 40
PAGES = (
    "index.html",
    "404.html",
    "modules/asking/index.html",
    "competencies/listening/index.html",
    "catalogue.json",
)


class Builds:
    """The builder process and what it answered."""

    def __init__(self, root: Path) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.publish.builds", str(root)],
            cwd=Path(__file__).parents[2],
            env=ENVIRONMENT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def start(self, word: str) -> int:
        assert self.process.stdin and self.process.stdout
        self.process.stdin.write(f"{word}\n")
        self.process.stdin.flush()
        return int(self.process.stdout.readline())

    def end(self) -> int:
        """The wait status: 0 for a build that ended well, 9 for one that was killed."""
        assert self.process.stdout
        return int(self.process.stdout.readline())


class Reader(threading.Thread):
    """Reads the published site again and again, as a web server would."""

    def __init__(self, site: Path) -> None:
        super().__init__(daemon=True)
        self.site = site
        self.done = threading.Event()
        self.whole = 0
        self.faults: list[str] = []

    def run(self) -> None:
        while not self.done.is_set():
            try:
                self.read()
            except Exception as fault:  # the test shows it
                self.faults.append(repr(fault))
            time.sleep(0.002)  # the builds need the processor too

    def read(self) -> None:
        # A request: a path, looked up anew. No page may be missing or half there.
        for page in PAGES:
            if not WORD.search((self.site / page).read_bytes()):
                self.faults.append(f"{page} is not whole")
        # A folder held open: everything in it is of one build.
        folder = os.open(self.site, os.O_RDONLY)
        try:
            words = {word for page in PAGES for word in WORD.findall(read_at(folder, page))}
        except FileNotFoundError:
            if os.path.samestat(os.fstat(folder), self.site.stat()):
                raise
            return  # it was replaced meanwhile, and is being removed
        finally:
            os.close(folder)
        if len(words) != 1:
            self.faults.append(f"mixed: {sorted(words)}")
        self.whole += 1


def read_at(folder: int, path: str) -> bytes:
    with open(path, "rb", opener=lambda name, flags: os.open(name, flags, dir_fd=folder)) as file:
        return file.read()


def words_of(site: Path) -> set[bytes]:
    return {word for path in site.rglob("*.html") for word in WORD.findall(path.read_bytes())}


def test_forty_kills_never_show_a_reader_half_a_site(tmp_path: Path) -> None:
    root = write_tiny(tmp_path / "course")
    site = root / "site"
    builds = Builds(root)
    dice = random.Random(20261121)

    assert builds.start("build-0000")
    assert builds.end() == 0
    files = len(list(site.rglob("*")))
    began = time.monotonic()
    builds.start("build-0001")
    assert builds.end() == 0
    length = time.monotonic() - began

    reader = Reader(site)
    reader.start()
    killed = 0
    for number in range(2, 2 + KILLS):
        child = builds.start(f"build-{number:04}")
        # Up to a little after the end, so that the exchange itself is among the moments.
        time.sleep(dice.uniform(0, 1.1) * length)
        with contextlib.suppress(ProcessLookupError):
            os.kill(child, signal.SIGKILL)
        status = builds.end()
        assert status in (0, signal.SIGKILL)
        killed += status == signal.SIGKILL
        words = words_of(site)
        assert len(words) == 1, f"after kill {number}: {words}"
        assert len(list(site.rglob("*"))) == files
    builds.start("build-9999")
    assert builds.end() == 0
    reader.done.set()
    reader.join()

    assert reader.faults == []
    assert reader.whole > KILLS
    assert killed > KILLS / 2
    assert words_of(site) == {b"build-9999"}
    assert [path.name for path in root.iterdir() if path.name.startswith(".site")] == []
    builds.process.stdin.close()  # type: ignore[union-attr]
    builds.process.wait(timeout=30)
