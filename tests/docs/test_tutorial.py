"""The tutorial, done as it is written: its commands run, its changes are made, its promises are looked at.

Installing is left to `tests/wheel`, which does it in an environment of its own.
"""

from __future__ import annotations

import os
import re
import shlex
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
TUTORIAL = ROOT / "docs" / "tutorial" / "a-course-in-20-minutes.md"
STEP = re.compile(
    r"^```sh\n(?P<commands>.*?)^```"
    r"|^In `(?P<file>[^`]+)`, replace\n\n```yaml\n(?P<old>.*?)^```\n\nby\n\n```yaml\n(?P<new>.*?)^```"
    r"|^```text\n(?P<told>.*?)^```",
    re.DOTALL | re.MULTILINE,
)


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """An environment in which `oer` is the tool of this repository."""
    folder = tmp_path / "bin"
    folder.mkdir()
    tool = folder / "oer"
    tool.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m oer_build "$@"\n')
    tool.chmod(0o755)
    return {
        **os.environ,
        "PATH": f"{folder}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": os.pathsep.join([str(ROOT), os.environ.get("PYTHONPATH", "")]),
    }


@pytest.mark.skipif(sys.platform == "win32", reason="the tutorial's commands are for a Unix shell")
def test_the_tutorial_does_what_it_says(tmp_path: Path, environment: dict[str, str]) -> None:
    text = TUTORIAL.read_text(encoding="utf-8")
    folder, told = tmp_path, ""
    with Served(environment) as served:
        for step in STEP.finditer(text, text.index("## Start a site")):
            if step["told"]:
                for line in step["told"].splitlines():
                    assert line in told
            elif step["file"]:
                file = folder / step["file"]
                before = file.read_text(encoding="utf-8")
                assert before.count(step["old"]) == 1, f"{step['file']} has not once: {step['old']}"
                file.write_text(before.replace(step["old"], step["new"]), encoding="utf-8")
            else:
                for command in step["commands"].splitlines():
                    words = shlex.split(command)
                    if words[0] == "cd":
                        folder = folder / words[1]
                    elif words[:2] == ["oer", "serve"]:
                        served.start(folder)
                    elif words[0] == "oer":
                        told = run(
                            words, folder, environment, clean="what is wrong" not in told_before(text, step)
                        )
        titles = served.page("competencies/plain-writing/")
    assert "Writing that works" in titles
    course = (folder / "site/courses/first-course/index.html").read_text(encoding="utf-8")
    assert "Five questions" in course
    assert "Asking first" in (folder / "site/coverage/index.html").read_text(encoding="utf-8")


def told_before(text: str, step: re.Match[str]) -> str:
    """The sentence before a step."""
    return text[: step.start()].rstrip().rpartition("\n\n")[2]


def run(words: list[str], folder: Path, environment: dict[str, str], *, clean: bool) -> str:
    done = subprocess.run(words, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    assert (done.returncode == 0) == clean, f"{shlex.join(words)}: {done.stdout}{done.stderr}"
    return done.stdout + done.stderr


class Served:
    """`oer serve` on a free port, once it was started."""

    def __init__(self, environment: dict[str, str]) -> None:
        self._environment = environment
        self._process: subprocess.Popen[bytes] | None = None
        self._told = tempfile.TemporaryFile()  # noqa: SIM115  (closed by `__exit__`)
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self._port = free.getsockname()[1]

    def __enter__(self) -> Served:
        return self

    def __exit__(self, *_: object) -> None:
        if self._process:
            self._process.terminate()
            self._process.wait(20)
        self._told.close()

    def start(self, folder: Path) -> None:
        self._process = subprocess.Popen(
            ["oer", "serve", "--port", str(self._port)],
            cwd=folder,
            env=self._environment,
            stdout=self._told,
            stderr=subprocess.STDOUT,
        )
        if not next(self._answers(""), ""):
            self._told.seek(0)
            raise AssertionError(f"`oer serve` shows no page: {self._told.read().decode()[-3000:]}")

    def page(self, path: str) -> str:
        """The page, asked for until it was redrawn after the last change."""
        answer = ""
        for answer in self._answers(path):
            if "Writing that works" in answer:
                break
        return answer

    def _answers(self, path: str) -> Iterator[str]:
        end = time.monotonic() + 60
        while time.monotonic() < end and self._process and self._process.poll() is None:
            try:
                with urllib.request.urlopen(f"http://127.0.0.1:{self._port}/{path}", timeout=30) as answer:
                    yield answer.read().decode()
            except OSError:
                pass
            time.sleep(0.3)
