"""What browser scripts work out without a page: Node runs it, no browser."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

CASES = sorted((Path(__file__).parent / "js").glob("*.test.mjs"))


@pytest.mark.parametrize("cases", CASES, ids=lambda path: path.name.partition(".")[0])
def test_what_is_pure_is_right(cases: Path) -> None:
    node = shutil.which("node")
    if not node:
        pytest.fail("node is needed: install Node.js 20 or newer", False)
    done = subprocess.run([node, "--test", cases], capture_output=True, text=True, check=False, timeout=60)
    assert not done.returncode, done.stdout
