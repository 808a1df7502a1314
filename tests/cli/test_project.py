"""A mistaken `mkdocs.yml` is wrong use: plain words, status 2, no traceback, whatever the command."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.tiny import FILES, oer, tree, write_tiny

CONFIGURATION = FILES["mkdocs.yml"]


def test_without_a_project_every_command_says_where_it_looked(tmp_path: Path) -> None:
    for command in (["check"], ["build"], ["serve"], ["list"], ["new", "module", "a"]):
        answer = oer(*command, cwd=tmp_path)
        assert answer.returncode == 2
        assert answer.stderr.startswith(f"oer: no mkdocs.yml in {tmp_path}")
        assert "oer new site" in answer.stderr


def test_the_project_can_be_named_from_elsewhere(tmp_path: Path) -> None:
    write_tiny(tmp_path / "course")
    answer = oer("-C", "course", "list", "modules", cwd=tmp_path)
    assert (answer.returncode, answer.stdout) == (0, "asking  draft  10 min  Asking\n")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("site_name: [", "while parsing", id="not YAML"),
        pytest.param("- a\n- b\n", "", id="a list"),
        pytest.param("", "site_name", id="empty"),
        pytest.param(CONFIGURATION.replace("site_name: Tiny\n", ""), "site_name", id="no name"),
        pytest.param(CONFIGURATION + "sitename: x\n", "sitename", id="unknown key"),
        pytest.param(CONFIGURATION.replace("material", "materiel"), "materiel", id="unknown theme"),
        pytest.param(CONFIGURATION.replace("license:", "licence:"), "licence", id="unknown option"),
        pytest.param(
            CONFIGURATION.replace("[oer: {license: CC-BY-SA-4.0}]", "[]"), "plugins", id="no plugin"
        ),
        pytest.param(
            CONFIGURATION.replace("docs_dir: content\n", "docs_dir: .\n"), "docs_dir", id="other folder"
        ),
        pytest.param(CONFIGURATION + "hooks: [missing.py]\n", "missing.py", id="missing hook"),
        pytest.param(CONFIGURATION + "extra: !!python/name:no.such.name x\n", "", id="a tag that fails"),
    ],
)
@pytest.mark.parametrize("command", ["check", "build"])
def test_a_mistake_is_named_and_nothing_happens(command: str, text: str, words: str, tmp_path: Path) -> None:
    write_tiny(tmp_path)
    (tmp_path / "mkdocs.yml").write_text(text, encoding="utf-8")
    before = tree(tmp_path)
    answer = oer(command, cwd=tmp_path)
    assert answer.returncode == 2
    assert answer.stderr.startswith("oer: mkdocs.yml")
    assert words in answer.stderr
    assert "Traceback" not in answer.stderr
    assert answer.stdout == ""
    assert tree(tmp_path) == before


def test_an_unreadable_encoding_is_named_too(tmp_path: Path) -> None:
    write_tiny(tmp_path)
    (tmp_path / "mkdocs.yml").write_bytes("site_name: Ä\n".encode("latin-1"))
    answer = oer("check", cwd=tmp_path)
    assert answer.returncode == 2
    assert answer.stderr.startswith("oer: mkdocs.yml")
    assert "Traceback" not in answer.stderr
