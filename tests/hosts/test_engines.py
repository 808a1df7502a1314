"""One core, several engines: MkDocs and ProperDocs publish the same site, and a folder holds the same
pages."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.core.small_course import write

CONFIG = """\
site_name: Demo
site_url: https://demo.example/
docs_dir: content
theme: {name: material, font: false}
plugins: [oer]
"""
ENVIRONMENT = os.environ | {"SOURCE_DATE_EPOCH": "1767225600", "NO_MKDOCS_2_WARNING": "1"}


def built(engine: str, project: Path, site: Path) -> dict[str, str]:
    """The pages of a project built with an engine, by path."""
    command = [sys.executable, "-m", engine, "build", "--strict", "-q", "-d", str(site)]
    done = subprocess.run(command, cwd=project, env=ENVIRONMENT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return {str(file.relative_to(site)): file.read_text("utf-8") for file in sorted(site.rglob("*.html"))}


def body(html: str) -> str:
    """The part of a page that is ours: the article."""
    found = re.search(r"<article.*</article>", html, re.S)
    return found[0] if found else ""


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("engines")
    write(root)
    (root / "mkdocs.yml").write_text(CONFIG, "utf-8")
    return root


def test_mkdocs_and_properdocs_publish_the_same_pages(project: Path) -> None:
    ours, theirs = built("mkdocs", project, project / "a"), built("properdocs", project, project / "b")
    assert set(ours) == set(theirs)
    assert "modules/asking/teach/index.html" in ours
    for path, html in ours.items():
        assert body(html) == body(theirs[path]), path
    assert all(body(html) for path, html in ours.items() if path != "404.html")


def test_a_folder_for_other_engines_holds_every_page(project: Path) -> None:
    ours = built("mkdocs", project, project / "c")
    command = [sys.executable, "-m", "oer_build", "build", "--to", "folder", str(project / "folder")]
    subprocess.run(command, cwd=project, env=ENVIRONMENT, check=True, capture_output=True)
    pages = {
        str(file.relative_to(project / "folder")).removesuffix(".md")
        for file in (project / "folder").rglob("*.md")
    }
    assert {path.removesuffix(".html") for path in ours if path != "404.html"} <= pages
