"""The option `contact`: a mailbox of a role or a web address, on the accessibility statement."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.tiny import edit, oer, write_tiny


def project(tmp_path: Path, contact: str) -> Path:
    root = write_tiny(tmp_path)
    edit(root, "mkdocs.yml", "CC-BY-SA-4.0}", f"CC-BY-SA-4.0, contact: '{contact}'}}")
    return root


@pytest.mark.parametrize("contact", ["accessibility@academy.example", "https://academy.example/barriers"])
def test_a_role_or_an_address_is_named(tmp_path: Path, contact: str) -> None:
    root = project(tmp_path, contact)
    assert oer("build", cwd=root).returncode == 0
    assert contact in (root / "site/accessibility/index.html").read_text("utf-8")
    home = (root / "site/index.html").read_text("utf-8")
    assert '<a href="accessibility/">Accessibility</a>' in home


@pytest.mark.parametrize(
    ("contact", "words"),
    [
        ("jane.doe@academy.example", "looks like the address of a person"),
        ("nobody", "'nobody' is not an electronic address"),
        ("javascript:alert(1)", "is not an electronic address"),
    ],
)
def test_anything_else_is_refused(tmp_path: Path, contact: str, words: str) -> None:
    answer = oer("build", cwd=project(tmp_path, contact))
    assert answer.returncode == 1
    assert "mkdocs.yml:4:" in answer.stderr
    assert words in answer.stderr
