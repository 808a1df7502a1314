"""On hostile input every command ends with words and status 1, and the published folder keeps every byte."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.tiny import ENVIRONMENT, MODULE, oer, oer_process, tree, write_tiny
from tests.diagnostics.harness import CASES, lay_out, read_case
from tests.security import hostile

CASES_OF_THE_THREAT_MODEL = [
    "yaml-tag",
    "yaml-alias",
    "yaml-syntax",
    "yaml-duplicate-key",
    "unknown-key",
    "front-matter-unclosed",
    "not-utf-8",
    "nul-character",
    "nul-character--escaped",
    "raw-html",
    "raw-html--handler",
    "unsafe-link",
    "unsafe-link--data",
    "remote-image",
    "link-outside-project",
    "not-a-regular-file",
    "not-a-regular-file--pipe",
    "asset-type",
    "unsafe-svg",
    "unsafe-svg--encoding",
    "too-complex",
    "too-complex--depth",
    "line-too-long",
    "licence-conflict",
]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A site that is published; no test may have changed it."""
    root = write_tiny(tmp_path_factory.mktemp("published"))
    assert oer("build", cwd=root).returncode == 0
    before = tree(root / "site")
    yield root / "site"
    assert tree(root / "site") == before
    made = {path.name for path in root.iterdir()} - {"competencies", "content", "mkdocs.yml"}
    assert made == {"site"}


@pytest.mark.parametrize("name", CASES_OF_THE_THREAT_MODEL)
def test_a_hostile_file_stops_check_and_build(name: str, site: Path, tmp_path: Path) -> None:
    lay_out(read_case(CASES / f"{name}.txt"), tmp_path / "project")
    settings = hostile.SETTINGS.replace("repo_url: https://git.example/course\n", "")
    (tmp_path / "project/mkdocs.yml").write_text(settings.replace("edit_uri: edit/main/content/\n", ""))
    before = tree(site)
    for command in (["check"], ["build", "--site-dir", site]):
        answer = oer(*command, cwd=tmp_path / "project")  # an exception would fail the test
        assert answer.returncode == 1, answer
        said = answer.stdout + answer.stderr
        assert f"error[{name.partition('--')[0]}]" in said
        assert "Traceback" not in said
        assert not any(ord(sign) < 32 and sign not in "\n\t" for sign in said), "a terminal obeys escapes"
        assert tree(site) == before


@pytest.fixture
def everything(tmp_path: Path) -> Path:
    """A project in which all of that is wrong at once."""
    root = write_tiny(tmp_path / "project")
    content = root / "content"
    (content / "evil.html").write_text("<script>alert(1)</script>")
    (content / "a.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>")
    (content / "latin.md").write_bytes(b"# \xe9\x1b[2J\n")
    (content / os.fsdecode(b"\x1b]0;evil\x07\n::error::x.txt")).write_text("x")
    (content / "tag.md").write_text("---\ntitle: !!python/object/apply:os.system ['touch marker']\n---\n")
    (content / "bomb.md").write_text("[" * 10_000)
    (content / "page.md").write_text(
        "---\ntitle: \"a\\e[2J\"\nkey: '::error::x'\n---\n\n<script>alert(1)</script> ![a](http://127.0.0.1/a.png)\n"
    )
    (content / "link.txt").symlink_to("/etc/passwd")
    if hasattr(os, "mkfifo"):
        os.mkfifo(content / "pipe.md")
    return root


def test_all_at_once_as_processes(everything: Path, site: Path) -> None:
    before = tree(site)
    answers = [
        oer_process("check", "--format", "github", cwd=everything),
        oer_process("build", "--site-dir", site, cwd=everything),
        oer_process("build", "--to", "folder", "out", cwd=everything),
    ]
    for answer in answers:
        said = answer.stdout + answer.stderr
        assert answer.returncode == 1
        assert "Traceback" not in said
        assert "\x1b" not in said
    annotations = answers[0].stdout.splitlines()
    assert all(line.startswith(("::error file=", "::warning file=")) for line in annotations)
    assert tree(site) == before
    assert not (everything / "out").exists()
    assert not (everything / "marker").exists()


def test_plain_mkdocs_publishes_nothing_either(everything: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    root = write_tiny(tmp_path / "good")
    assert oer("build", "--site-dir", site, cwd=root).returncode == 0
    before = tree(site)
    # MkDocs lists the files of the folder, but never opens one: the pipe would hang it.
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "-d", str(site)],
        cwd=everything, env=ENVIRONMENT, capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    assert done.returncode == 1
    assert "Traceback" not in done.stderr and "nothing was published" in done.stderr
    assert tree(site) == before


def test_no_content_names_the_folder_that_is_replaced(tmp_path: Path) -> None:
    root = write_tiny(tmp_path)
    for folder in ("content", "competencies", "."):
        answer = oer("build", "--site-dir", folder, cwd=root)
        assert answer.returncode == 2, answer
        assert (root / MODULE).is_file()


def test_a_mended_project_publishes_again(everything: Path, tmp_path: Path) -> None:
    shutil.rmtree(everything / "content")
    write_tiny(everything)
    assert oer("build", "--site-dir", tmp_path / "site", cwd=everything).returncode == 0
