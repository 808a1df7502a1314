"""The pure scripts of the self-assessment, by node's own test runner."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

HERE = Path(__file__).parent


def test_answers_and_pictures() -> None:
    node = shutil.which("node")
    if not node:
        pytest.fail("node is needed: install Node.js 20 or newer", False)
    done = subprocess.run(
        [node, "--test", str(HERE / "assessment.test.mjs")],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert not done.returncode, done.stdout + done.stderr
