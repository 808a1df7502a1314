"""Published pages say themselves which scripts may run; not where a project brings scripts of its own."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import pytest

from tests.cli.tiny import edit, oer, write_tiny
from tests.hosts.test_plain_mkdocs import mkdocs

POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]+)">')


def _said(root: Path) -> list[list[str]]:
    pages = sorted((root / "site").rglob("*.html"))
    assert pages
    return [POLICY.findall(page.read_text("utf-8")) for page in pages]


def test_every_page_says_it_once_before_anything_is_loaded(tmp_path: Path) -> None:
    root = write_tiny(tmp_path)
    assert oer("build", cwd=root).returncode == 0
    policy = "script-src 'self' 'wasm-unsafe-eval'; object-src 'none'; base-uri 'none'; form-action 'self'"
    assert all(said == [policy.replace("'", "&#39;")] for said in _said(root))
    home = (root / "site/index.html").read_text("utf-8")
    assert home.index("http-equiv") < home.index("<link") < home.index("<script")


def test_the_offline_copy_says_nothing_for_a_folder_is_no_site(tmp_path: Path) -> None:
    root = write_tiny(tmp_path)
    edit(root, "mkdocs.yml", "license: CC-BY-SA-4.0}", "license: CC-BY-SA-4.0, offline: true}")
    assert oer("build", cwd=root).returncode == 0
    with zipfile.ZipFile(root / "site/site-offline.zip") as copy:
        pages = [copy.read(name).decode() for name in copy.namelist() if name.endswith(".html")]
    assert pages
    assert not any(POLICY.search(page) for page in pages)


def test_a_preview_says_nothing_for_it_has_a_script_of_its_own(tmp_path: Path) -> None:
    root = write_tiny(tmp_path)
    assert mkdocs(root, "--dirty", "--no-strict").returncode == 0
    assert not any(_said(root))


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("overrides/theme/partials/content.html", "<script>count()</script>"),
        (
            "overrides/theme/partials/more.html",
            '<script type="application/javascript" src="https://a.example/x.js"></script>',
        ),
        ("overrides/theme/partials/some.html", '<script data-type="application/json">count()</script>'),
        ("overrides/theme/partials/any.html", "<svg/onload=go()>"),
        ("overrides/pages/role.html.jinja", '<p onclick="go()">{{ page.title }}</p>'),
        (
            "overrides/theme/404.html",
            '<!doctype html><title>Gone</title><script src="https://a.example/x.js"></script>',
        ),
    ],
)
def test_a_template_of_the_project_with_a_script_is_not_stopped(tmp_path: Path, path: str, text: str) -> None:
    root = write_tiny(tmp_path)
    edit(root, "mkdocs.yml", "font: false", "font: false, custom_dir: overrides/theme")
    for place in (root / "overrides/theme/x.txt", root / path):
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, "utf-8")
    answer = oer("build", cwd=root)
    assert answer.returncode == 0, answer.stderr
    assert not any(_said(root))


def test_nor_is_a_script_that_the_settings_name(tmp_path: Path) -> None:
    root = write_tiny(tmp_path)
    edit(
        root,
        "mkdocs.yml",
        "docs_dir: content",
        "docs_dir: content\nextra_javascript: [https://a.example/x.js]",
    )
    assert oer("build", cwd=root).returncode == 0
    assert not any(_said(root))


def test_nor_what_a_hook_may_write(tmp_path: Path) -> None:
    root = write_tiny(tmp_path)
    (root / "hook.py").write_text("def on_post_page(output, **_):\n    return output\n", "utf-8")
    edit(root, "mkdocs.yml", "docs_dir: content", "docs_dir: content\nhooks: [hook.py]")
    assert oer("build", cwd=root).returncode == 0
    assert not any(_said(root))


def test_a_template_with_data_in_a_script_element_is_as_good_as_ours(tmp_path: Path) -> None:
    root = write_tiny(tmp_path)
    edit(root, "mkdocs.yml", "font: false", "font: false, custom_dir: overrides/theme")
    page = root / "overrides/theme/404.html"
    page.parent.mkdir(parents=True)
    data = '<script type="application/json">{}</script>'
    page.write_text('{% extends "main.html" %}{% block content %}' + data + "{% endblock %}", "utf-8")
    assert oer("build", cwd=root).returncode == 0
    assert all(_said(root))
