"""A folder is published whole or not at all."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from oer_build import publish
from oer_build.publish import PublishError, staged

needs_flock = pytest.mark.skipif(sys.platform == "win32", reason="holds the lock as POSIX does")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A published site that says "old"."""
    target = tmp_path / "site"
    with staged(target) as stage:
        write(stage, "old")
    return target


def write(stage: Path, word: str) -> None:
    (stage / "modules").mkdir()
    (stage / "404.html").write_text(word, encoding="utf-8")
    (stage / "modules" / "index.html").write_text(word, encoding="utf-8")


def contents(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_a_new_site_takes_the_place_of_the_old_one(site: Path) -> None:
    with staged(site) as stage:
        (stage / "404.html").write_text("new", encoding="utf-8")
        assert contents(site) == {"404.html": "old", "modules/index.html": "old"}
    assert contents(site) == {"404.html": "new"}


def test_nothing_is_left_beside_it(site: Path) -> None:
    with staged(site) as stage:
        write(stage, "new")
    assert [path.name for path in site.parent.iterdir()] == ["site"]


def test_an_exception_leaves_the_old_site_and_no_litter(site: Path) -> None:
    with pytest.raises(RuntimeError), staged(site) as stage:
        write(stage, "half")
        raise RuntimeError
    assert contents(site) == {"404.html": "old", "modules/index.html": "old"}
    assert [path.name for path in site.parent.iterdir()] == ["site"]


def test_litter_of_a_killed_build_is_swept_and_what_only_looks_like_it_stays(site: Path) -> None:
    (site.parent / ".site.oer-dead").mkdir()
    (site.parent / ".site.other").mkdir()
    with staged(site) as stage:
        write(stage, "new")
    assert sorted(path.name for path in site.parent.iterdir()) == [".site.other", "site"]


def test_a_folder_name_with_pattern_characters_is_swept_too(tmp_path: Path) -> None:
    (tmp_path / ".[s]*.oer-dead").mkdir()
    (tmp_path / ".s.oer-mine").mkdir()
    with staged(tmp_path / "[s]*") as stage:
        write(stage, "new")
    assert sorted(path.name for path in tmp_path.iterdir()) == [".s.oer-mine", "[s]*"]


def test_a_folder_of_something_else_is_refused_and_untouched(tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    (home / "letter.txt").write_text("dear", encoding="utf-8")
    with pytest.raises(PublishError, match="choose another folder"), staged(home):
        pass
    assert contents(home) == {"letter.txt": "dear"}


def test_an_empty_folder_is_taken(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    with staged(tmp_path / "site") as stage:
        write(stage, "new")
    assert contents(tmp_path / "site")["404.html"] == "new"


@pytest.mark.skipif(sys.platform == "win32", reason="symbolic links need a privilege")
def test_a_link_is_not_followed(site: Path) -> None:
    link = site.parent / "link"
    link.symlink_to(site)
    with pytest.raises(PublishError, match="is not a folder"), staged(link):
        pass


@needs_flock
def test_two_builds_of_one_folder_keep_apart(site: Path) -> None:
    with staged(site) as stage:
        write(stage, "first")
        with pytest.raises(PublishError, match="another build is writing"), staged(site):
            pass
    assert contents(site)["404.html"] == "first"


@needs_flock
def test_a_killed_build_leaves_no_lock(site: Path) -> None:
    script = (
        "import os, sys; from pathlib import Path; from oer_build.publish import staged\n"
        "with staged(Path(sys.argv[1])): os._exit(9)"
    )
    assert subprocess.run([sys.executable, "-c", script, str(site)], check=False).returncode == 9
    assert len(list(site.parent.glob(".site.oer-*"))) == 1
    with staged(site) as stage:
        write(stage, "new")
    assert [path.name for path in site.parent.iterdir()] == ["site"]


@needs_flock
def test_a_lock_that_was_removed_meanwhile_is_no_lock(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A build may open the lock file just before the one before it removes it."""
    taken: list[int] = []
    lock = publish._lock

    def removed_while_waiting(handle: object) -> None:
        if not taken:
            (site.parent / ".site.oer.lock").unlink()
        taken.append(1)
        lock(handle)  # type: ignore[arg-type]

    monkeypatch.setattr(publish, "_lock", removed_while_waiting)
    with staged(site) as stage:
        write(stage, "new")
        assert (site.parent / ".site.oer.lock").exists()
    assert len(taken) == 2


def test_without_an_exchange_the_folders_are_renamed(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(publish, "_swap", lambda first, second: False)
    with staged(site) as stage:
        write(stage, "new")
    assert contents(site)["404.html"] == "new"
    assert [path.name for path in site.parent.iterdir()] == ["site"]


def test_a_kill_between_the_two_renames_is_mended_by_the_next_build(site: Path) -> None:
    site.rename(site.parent / ".site.oer-previous")
    with pytest.raises(RuntimeError), staged(site):
        raise RuntimeError
    assert contents(site)["404.html"] == "old"


def test_published_folders_have_the_mode_that_the_user_gives_to_new_ones(tmp_path: Path) -> None:
    (tmp_path / "plain").mkdir()
    with staged(tmp_path / "site") as stage:
        write(stage, "new")
    assert (tmp_path / "site").stat().st_mode == (tmp_path / "plain").stat().st_mode
