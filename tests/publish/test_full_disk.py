"""Four builds on a disk that fills up: one plain line, and the published site as it was."""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.tiny import edit, oer, oer_process, tree, write_tiny

MODULE = "content/modules/asking/index.md"


@contextlib.contextmanager
def small_disk(place: Path, size: int) -> Iterator[Path]:
    """A file system of `size` bytes. Skips where this machine lets us make none."""
    if sys.platform != "linux" or os.geteuid() != 0 or not shutil.which("mount"):
        pytest.skip("only root on Linux can mount a small disk")
    place.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(place)], capture_output=True, check=False
    )
    if mounted.returncode != 0:
        pytest.skip("this machine forbids mounting")
    try:
        yield place
    finally:
        subprocess.run(["umount", str(place)], check=True)


def resize(place: Path, size: int) -> None:
    subprocess.run(["mount", "-o", f"remount,size={size}", str(place)], check=True)


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_tiny(tmp_path_factory.mktemp("course"))


# Where the disk fills: at once, among the theme's files, among the pages, in the search index.
@pytest.mark.parametrize("share", [0.0, 0.3, 0.7, 0.95])
def test_a_full_disk_leaves_the_published_site(share: float, course: Path, tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", 64 * 2**20) as disk:
        site = disk / "site"
        assert oer("build", "--site-dir", site, cwd=course).returncode == 0
        before = tree(site)
        size = sum(map(len, before.values()))
        resize(disk, int(shutil.disk_usage(disk).used + size * share) // 4096 * 4096)
        edit(course, MODULE, "MARKER", "CHANGED")
        try:
            answer = oer_process("build", "--site-dir", site, cwd=course)
        finally:
            edit(course, MODULE, "CHANGED", "MARKER")
        assert answer.returncode == 1
        assert "No space left on device" in answer.stderr
        assert answer.stderr.count("\n") == 1, answer.stderr
        assert f"{site} is as it was" in answer.stderr
        assert tree(site) == before
        assert [path.name for path in disk.iterdir()] == ["site"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limit")
def test_a_file_that_may_not_grow_is_no_different(course: Path) -> None:
    """The same where no disk can be made: the system refuses every file over 10,000 bytes."""
    assert oer("build", cwd=course).returncode == 0
    before = tree(course / "site")
    script = (
        "import resource, runpy, sys; resource.setrlimit(resource.RLIMIT_FSIZE, (10000, 10000));"
        "sys.argv = ['oer', 'build']; runpy.run_module('oer_build', run_name='__main__')"
    )
    answer = subprocess.run(
        [sys.executable, "-c", script], cwd=course, capture_output=True, text=True, check=False, timeout=60
    )
    assert answer.returncode == 1
    assert "File too large" in answer.stderr
    assert "Traceback" not in answer.stderr
    assert tree(course / "site") == before
