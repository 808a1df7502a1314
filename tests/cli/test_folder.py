"""`oer build --to folder`: the same pages as plain Markdown files, for any other site engine."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import markdown
import pytest
import yaml

from oer_build.hosts.folder import markdown as as_markdown
from oer_build.hosts.folder import unbroken
from oer_build.lesson import ROOT
from oer_build.pages.page import Page
from tests.cli.tiny import MODULE, edit, oer, tree, write_tiny


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = write_tiny(tmp_path_factory.mktemp("folder"))
    answer = oer("build", "--to", "folder", "out", cwd=root)
    assert answer.returncode == 0, answer.stderr
    return root


def test_every_page_is_a_markdown_file_at_its_path_and_data_lies_beside(written: Path) -> None:
    out = written / "out"
    for path in ("index.md", "modules/asking/index.md", "competencies/listening/index.md", "catalogue.json"):
        assert (out / path).is_file(), path
    assert json.loads((out / "catalogue.json").read_text(encoding="utf-8"))["modules"]
    assert not list(out.rglob("*.html"))


def test_a_page_is_front_matter_and_html_that_markdown_passes_through(written: Path) -> None:
    text = (written / "out/modules/asking/index.md").read_text(encoding="utf-8")
    _, front, body = text.split("---\n", 2)
    assert yaml.safe_load(front)["title"] == "Asking"
    made = markdown.markdown(body.strip())
    assert made.count("<p>") == body.count("<p>")
    assert "The word of the day is MARKER." in made
    assert "../../competencies/listening/" in made
    assert ROOT not in text


def test_the_folder_can_be_written_again_and_a_site_never_takes_its_place(written: Path) -> None:
    edit(written, MODULE, "MARKER", "AGAIN")
    assert oer("build", "--to", "folder", "out", cwd=written).returncode == 0
    edit(written, MODULE, "AGAIN", "MARKER")
    assert "AGAIN" in (written / "out/modules/asking/index.md").read_text(encoding="utf-8")


def test_errors_leave_the_folder_as_it_was(written: Path) -> None:
    before = tree(written / "out")
    edit(written, MODULE, "PT10M", "ten minutes")
    answer = oer("build", "--to", "folder", "out", cwd=written)
    edit(written, MODULE, "ten minutes", "PT10M")
    assert answer.returncode == 1
    assert "'ten minutes'" in answer.stderr
    assert tree(written / "out") == before


def test_html_has_no_line_at_which_markdown_would_stop() -> None:
    html = "<div>\n\n  <p>a</p>\n   \n    <pre>x\n\n\n  y</pre>\n\n<p>b</p>\n</div>"
    assert unbroken(html) == "<div>\n<p>a</p>\n<pre>x&#10;&#10;\n  y</pre>\n<p>b</p>\n</div>"


def test_addresses_are_relative_to_the_page() -> None:
    page = Page("a/b/", 'T: "x"', "", "article", f'<a href="{ROOT}map/">m</a>', language="fr")
    assert as_markdown(page) == (
        '---\ntitle: "T: ”x”"\nlang: "fr"\n---\n\n'
        '<div lang="fr" dir="ltr">\n<a href="../../map/">m</a>\n</div>\n'
    )


def test_the_host_imports_no_mkdocs() -> None:
    script = "import sys, oer_build.hosts.folder; print('mkdocs' in sys.modules)"
    answer = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert answer.stdout.strip() == "False"
