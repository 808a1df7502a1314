"""Whatever is wrong, `oer build` exits with 1, says what is wrong, and leaves the published folder alone."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from click.testing import CliRunner

from oer_build.cli import main
from tests.diagnostics.harness import HARMLESS, cases, lay_out, read_case

PUBLISHED = {"index.html": "<h1>The last good site</h1>", "catalogue.json": "{}"}
HARMFUL = [file for file in cases() if read_case(file).code != HARMLESS and "--" not in file.stem]
"""One case of each code; the others differ in what is wrong and not in what follows."""


@pytest.mark.parametrize("file", HARMFUL, ids=[file.stem for file in HARMFUL])
def test_a_bad_input_exits_with_1_and_publishes_nothing(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = read_case(file)
    if os.name == "nt" and {section.mark for section in case.sections} & {"pipe", "symlink"}:
        pytest.skip("needs pipes and links")
    project = lay_out(case, tmp_path / "project")
    site = tmp_path / "site"
    site.mkdir()
    for name, text in PUBLISHED.items():
        (site / name).write_text(text, encoding="utf-8")
    plugin = {"license": "CC-BY-SA-4.0", "cache": False}
    settings = {
        "site_name": "Small",
        "docs_dir": "content",
        "theme": {"name": "material"},
        "plugins": [{"oer": plugin}],
    }
    if not (project.root / "mkdocs.yml").exists():  # a case about the settings brings its own
        (project.root / "mkdocs.yml").write_text(json.dumps(settings), encoding="utf-8")
    monkeypatch.chdir(project.root)

    answer = CliRunner().invoke(main, ["build", "--site-dir", str(site)])

    assert answer.exit_code == 1, answer.output
    assert "Traceback" not in answer.output
    assert all(line.split(" ", 1)[0] in answer.output for line in case.expected)
    assert f"[{case.code}]" in answer.output
    assert {path.name: path.read_text("utf-8") for path in site.iterdir()} == PUBLISHED
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".site")] == []
