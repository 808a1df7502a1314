"""`oer new` writes files that pass `oer check`, and never over others."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.cli.tiny import oer, tree, write_tiny

HEADER = re.compile(r"# yaml-language-server: \$schema=(\S+)")


@pytest.fixture(scope="module")
def academy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("new")
    answer = oer(
        "new", "site", "academy", "--title", 'An "academy": ours', "--license", "CC-BY-4.0", cwd=folder
    )
    assert answer.returncode == 0, answer.stderr
    return folder / "academy"


def test_a_new_site_is_clean(academy: Path) -> None:
    answer = oer("check", cwd=academy)
    assert (answer.returncode, answer.stdout) == (0, "No problems.\n")


def test_its_records_name_schemas_that_are_there(academy: Path) -> None:
    named = 0
    for path in academy.rglob("*"):
        if path.suffix in (".yml", ".md") and path.name != "mkdocs.yml":
            for schema in HEADER.findall(path.read_text(encoding="utf-8")):
                assert (path.parent / schema).is_file(), path
                named += 1
    assert named >= 7


def test_its_example_shows_every_kind_of_block(academy: Path) -> None:
    from oer_build.lesson import BLOCK_NAMES

    text = (academy / "content/modules/notice-people-act-on/index.md").read_text(encoding="utf-8")
    for name in BLOCK_NAMES:
        assert re.search(rf"^/{{3,}} {name}\b", text, re.MULTILINE), name
    for kind in ("single-choice", "multiple-choice", "true-false", "short-text"):
        assert f"type: {kind}" in text


@pytest.mark.parametrize("kind", ["competency", "module", "course"])
def test_a_new_record_is_clean_and_a_second_one_of_that_name_is_refused(kind: str, academy: Path) -> None:
    answer = oer("new", kind, "my-own", cwd=academy)
    assert answer.returncode == 0, answer.stderr
    assert oer("check", cwd=academy).stdout == "No problems.\n"
    before = tree(academy)
    again = oer("new", kind, "my-own", "--title", "Another", cwd=academy)
    assert again.returncode == 2
    assert "already there" in again.stderr
    assert tree(academy) == before


def test_a_competency_of_a_framework_without_levels_is_clean(tmp_path: Path) -> None:
    root = write_tiny(tmp_path)
    assert oer("new", "competency", "seeing", cwd=root).returncode == 0
    assert oer("new", "module", "looking", "--teaches", "seeing", cwd=root).returncode == 0
    assert oer("check", cwd=root).stdout == "No problems.\n"


@pytest.mark.parametrize("identifier", ["Users", "über", "../x", "a b", "a/b", "con", "x" * 65, ""])
@pytest.mark.parametrize("kind", ["competency", "module", "course"])
def test_a_bad_identifier_is_refused_with_advice(kind: str, identifier: str, tmp_path: Path) -> None:
    root = write_tiny(tmp_path)
    before = tree(root)
    answer = oer("new", kind, identifier, cwd=root)
    assert answer.returncode == 2
    assert "Error: Invalid value for 'ID'" in answer.stderr
    assert tree(root) == before


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["module", "a", "--teaches", "lisening"], "did you mean 'listening'?"),
        (["module", "a", "--teaches", "listening@high"], "no level 'high'"),
        (["course", "a", "asking", "askng"], "did you mean 'asking'?"),
        (["competency", "framework"], "the framework itself"),
        (["module", "asking"], "already there"),
    ],
)
def test_a_mistake_is_explained_and_nothing_is_written(
    arguments: list[str], words: str, tmp_path: Path
) -> None:
    root = write_tiny(tmp_path)
    before = tree(root)
    answer = oer("new", *arguments, cwd=root)
    assert answer.returncode == 2
    assert words in answer.stderr
    assert tree(root) == before


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--license", "CC BY-SA"], "did you mean CC-BY-SA-4.0?"),
        (["--license", "CC-BY-4.0", "--language", "english"], "no language tag"),
        (["--license", "CC-BY-4.0", "--url", "academy.example"], "https://"),
    ],
)
def test_a_site_with_a_mistaken_option_is_not_started(
    arguments: list[str], words: str, tmp_path: Path
) -> None:
    answer = oer("new", "site", "academy", "--title", "A", *arguments, cwd=tmp_path)
    assert answer.returncode == 2
    assert words in answer.stderr
    assert not (tmp_path / "academy").exists()


def test_a_folder_with_something_in_it_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("dear", encoding="utf-8")
    answer = oer("new", "site", ".", "--title", "A", "--license", "CC-BY-4.0", cwd=tmp_path)
    assert answer.returncode == 2
    assert "not empty" in answer.stderr
    assert list(tree(tmp_path)) == ["letter.txt"]


def test_a_fresh_repository_counts_as_empty(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    assert oer("new", "site", ".", "--title", "A", "--license", "CC-BY-4.0", cwd=tmp_path).returncode == 0
    assert (tmp_path / "mkdocs.yml").is_file()
