"""`oer build` publishes a whole site or leaves the published one as it was."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.cli.tiny import ENVIRONMENT, MODULE, edit, oer, oer_process, tree, write_tiny


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project that was built once."""
    root = write_tiny(tmp_path_factory.mktemp("published"))
    answer = oer("build", cwd=root)
    assert answer.returncode == 0, answer.stderr
    return root


def test_a_build_says_in_one_line_what_it_made(tmp_path: Path) -> None:
    write_tiny(tmp_path)
    answer = oer("build", "--site-dir", "out", cwd=tmp_path)
    assert answer.returncode == 0
    assert answer.stdout.endswith(f" pages in {tmp_path / 'out'}\n") or answer.stdout.endswith(
        " pages in out\n"
    )
    assert answer.stderr == ""
    assert (tmp_path / "out/modules/asking/index.html").is_file()
    assert not (tmp_path / "site").exists()


def test_two_folders_give_the_same_bytes(published: Path, tmp_path: Path) -> None:
    other = write_tiny(tmp_path / "another" / "place")
    assert oer_process("build", cwd=other).returncode == 0
    first, second = tree(published / "site"), tree(other / "site")
    assert list(first) == list(second)
    assert [path for path in first if first[path] != second[path]] == []


def test_errors_are_told_once_and_the_published_site_stays(published: Path) -> None:
    before = tree(published / "site")
    edit(published, MODULE, "PT10M", "ten minutes")
    try:
        answer = oer("build", cwd=published)
    finally:
        edit(published, MODULE, "ten minutes", "PT10M")
    assert answer.returncode == 1
    assert answer.stderr.count("'ten minutes'") == 1
    assert answer.stderr.startswith(f"{MODULE}:5:15: error[")
    assert "Traceback" not in answer.stderr
    assert "mkdocs" not in answer.stderr.lower()
    assert tree(published / "site") == before
    assert [path.name for path in published.iterdir() if path.name.startswith(".site")] == []


def test_a_warning_stops_a_strict_build_only(published: Path, tmp_path: Path) -> None:
    """A page that the navigation names and the site lacks."""
    root = write_tiny(tmp_path)
    edit(root, "mkdocs.yml", "docs_dir: content\n", "docs_dir: content\nnav: [gone.md]\n")
    strict = oer("build", cwd=root)
    assert strict.returncode == 1
    assert "gone.md" in strict.stderr
    assert not (root / "site").exists()
    assert oer("build", "--no-strict", cwd=root).returncode == 0
    assert (root / "site/index.html").is_file()


def test_a_foreign_folder_is_refused(tmp_path: Path) -> None:
    root = write_tiny(tmp_path)
    (root / "home").mkdir()
    (root / "home/letter.txt").write_text("dear", encoding="utf-8")
    for arguments in (["--site-dir", "home"], ["--to", "folder", "home"]):
        answer = oer("build", *arguments, cwd=root)
        assert answer.returncode == 2
        assert "choose another folder" in answer.stderr
    assert list(tree(root / "home")) == ["letter.txt"]


def test_a_mistaken_override_is_named(tmp_path: Path) -> None:
    root = write_tiny(tmp_path)
    (root / "overrides/theme").mkdir(parents=True)
    (root / "overrides/theme/main.html").write_text("{% if %}", encoding="utf-8")
    edit(root, "mkdocs.yml", "font: false", "font: false, custom_dir: overrides/theme")
    answer = oer("build", cwd=root)
    assert answer.returncode == 1
    assert "main.html" in answer.stderr
    assert "Traceback" not in answer.stderr
    assert not (root / "site").exists()


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_forbids_writing_is_one_plain_line(tmp_path: Path) -> None:
    root = write_tiny(tmp_path)
    (root / "locked").mkdir(mode=0o555)
    answer = oer("build", "--site-dir", "locked/site", cwd=root)
    assert answer.returncode == 1
    assert len(answer.stderr.splitlines()) == 1
    assert "Permission denied" in answer.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signals")
@pytest.mark.parametrize(("number", "status"), [(signal.SIGTERM, 143), (signal.SIGINT, 130)])
def test_a_polite_stop_leaves_the_site_and_no_litter(
    published: Path, number: signal.Signals, status: int
) -> None:
    before = tree(published / "site")
    process = subprocess.Popen(
        [sys.executable, "-m", "oer_build", "build"],
        cwd=published,
        env=ENVIRONMENT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )
    while not list(published.glob(".site.oer-*")) and process.poll() is None:
        time.sleep(0.01)
    process.send_signal(number)
    _, told = process.communicate(timeout=60)
    assert process.returncode == status
    assert "Traceback" not in told
    assert tree(published / "site") == before
    assert list(published.glob(".site*")) == []
