"""The generated pages of `docs/` say what the code says."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent


def test_the_generated_pages_are_in_step_with_the_code() -> None:
    done = subprocess.run(
        [sys.executable, "tools/reference", "--check"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_each_code_has_an_entry_to_link_to() -> None:
    from oer_build.codes import CODES

    lines = (ROOT / "docs/reference/diagnostics.md").read_text(encoding="utf-8").splitlines()
    entries = [line.removeprefix("### ") for line in lines if line.startswith("### ")]
    assert sorted(entries) == sorted(CODES)


def test_each_page_template_has_an_entry() -> None:
    from oer_build.templates import PACKAGE_TEMPLATES

    text = (ROOT / "docs/reference/templates.md").read_text(encoding="utf-8")
    assert [path.name for path in sorted(PACKAGE_TEMPLATES.glob("*.jinja")) if path.name not in text] == []


def test_each_name_in_every_template_has_a_meaning() -> None:
    text = (ROOT / "docs/reference/templates.md").read_text(encoding="utf-8")
    table = text.partition("## In every template")[2].partition("```")[0]
    assert "| `shapes` |" in table
    assert [line for line in table.splitlines() if line.endswith("|   |")] == []


def test_each_value_of_a_template_has_one_entry() -> None:
    """A context links to its values by their names: two of one name, and a link leads to the wrong one."""
    text = (ROOT / "docs/reference/templates.md").read_text(encoding="utf-8")
    entries = [line for line in text.splitlines() if line.startswith("### ")]
    assert [entry for entry in set(entries) if entries.count(entry) > 1] == []


def test_wrong_use_of_the_generator_says_how_it_is_used() -> None:
    done = subprocess.run(
        [sys.executable, "tools/reference", "--chek"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 2
    assert "python tools/reference --check" in done.stderr
