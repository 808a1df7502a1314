"""The frame of a page as MkDocs draws it: a small site, built with this theme, read as HTML."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config

from oer_build import theme

EVIL = """Needs & "wishes" <script>alert(1)</script>"""
HOOK = """
import json
OER = json.loads({data!r})
def on_page_context(context, page, config, nav):
    page.meta["oer"] = OER if page.file.src_uri.startswith("modules/") else {{}}
    return context
"""
OER = {
    "kind": "module",
    "title": EVIL,
    "description": EVIL,
    "license": "CC-BY-SA-4.0",
    "license_url": "https://creativecommons.org/licenses/by-sa/4.0/",
    "canonical": "https://course.example/modules/needs/",
    "jsonld": '{"name": "a \\u003c/script>"}',
    "language": "ar",
    "dir": "rtl",
    "breadcrumbs": [
        {"title": "Home", "url": "../../"},
        {"title": "Guide", "url": "../../guide/a/"},
        {"title": EVIL, "url": "../../catalogue/"},
    ],
    "previous": {"title": EVIL, "url": "../before/"},
    "next": None,
    "edit_url": "https://code.example/edit/needs.md",
    "edit_label": f"Edit “{EVIL}”",
    "og": {"title": EVIL, "description": EVIL, "image": "https://course.example/card.png", "type": "article"},
    "head": '<meta name="extra" content="yes">',
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    import json

    root = tmp_path_factory.mktemp("frame")
    for path, text in {
        "index.md": "# Home\n\nText.",
        "catalogue/index.md": "# Catalogue\n\n## One\n\n## Two",
        "modules/needs/index.md": "# Needs\n\nText.",
        "guide/a.md": "# A",
        "guide/b.md": "# B",
    }.items():
        file = root / "content" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    (root / "hook.py").write_text(HOOK.format(data=json.dumps(OER)), encoding="utf-8")
    (root / "mkdocs.yml").write_text(
        f"""
site_name: A <course> & more
site_url: https://course.example/
docs_dir: content
theme:
  name: material
  custom_dir: {Path(theme.__file__).parent}
  font: false
  palette:
    - media: "(prefers-color-scheme: light)"
      scheme: default
      toggle: {{icon: material/weather-night, name: Use dark colours}}
    - media: "(prefers-color-scheme: dark)"
      scheme: slate
      toggle: {{icon: material/weather-sunny, name: "It's light"}}
plugins: []
hooks: [hook.py]
nav: [{{Home: index.md}}, {{Catalogue: catalogue/index.md}}, {{Guide: [guide/a.md, guide/b.md]}}]
""",
        encoding="utf-8",
    )
    build(load_config(str(root / "mkdocs.yml"), site_dir=str(root / "site")))
    return root / "site"


@pytest.fixture(scope="module")
def module(site: Path) -> str:
    return (site / "modules/needs/index.html").read_text(encoding="utf-8")


def test_nothing_that_an_author_wrote_becomes_markup(module: str) -> None:
    assert "<script>alert" not in module
    assert module.count("&lt;script&gt;alert(1)&lt;/script&gt;") >= 6


def test_the_head_says_what_the_page_is(module: str) -> None:
    head = module.split("</head>")[0]
    assert '<link rel="license" href="https://creativecommons.org/licenses/by-sa/4.0/">' in head
    assert '<link rel="canonical" href="https://course.example/modules/needs/">' in head
    assert '<link rel="prev" href="../before/">' in head
    assert 'rel="next"' not in head
    assert head.count('name="description"') == 1
    assert '<script type="application/ld+json">{"name": "a \\u003c/script>"}</script>' in head
    assert '<meta property="og:image" content="https://course.example/card.png">' in head
    assert '<meta name="extra" content="yes">' in head


def test_breadcrumbs_and_the_tab_that_they_pass_last(module: str) -> None:
    path = re.search(r'<nav class="oer-path".*?</nav>', module, re.DOTALL)
    assert path and path[0].count("<li>") == 3
    assert re.findall(r'<a href="([^"]*)" aria-current="true">', module) == ["../../catalogue/"]


def test_text_in_another_language_says_so(module: str) -> None:
    """The page with its way and its contents; the frame stays in the language of the site."""
    assert re.search(r'<div class="oer-content"[^>]* lang="ar" dir="rtl">', module)
    assert "right-to-left.css" not in module, "only where the host says that something runs that way"


def test_the_menu_is_a_named_checkbox_before_the_navigation(module: str) -> None:
    assert re.search(
        r'<input class="oer-menu" id="oer-menu" type="checkbox">'
        r'.*<label[^>]* for="oer-menu">Menu</label>.*<nav class="oer-nav" id="oer-nav"',
        module,
        re.DOTALL,
    )


def test_without_scripts_there_is_a_link_to_search(module: str) -> None:
    assert '<a class="oer-tool oer-tool--link" href="../../search/">Search</a>' in module
    assert "__config" not in module and "bundle" not in module, "Material's own script is left out"


def test_every_script_is_a_file_of_this_site(site: Path) -> None:
    for page in site.rglob("*.html"):
        html = page.read_text(encoding="utf-8")
        for attributes, body in re.findall(r"<script([^>]*)>(.*?)</script>", html, re.DOTALL):
            assert "application/" in attributes or not body.strip(), page
            source = re.search(r'src="([^"]+)"', attributes)
            if source:
                target = (
                    site / source[1].lstrip("/") if source[1].startswith("/") else (page.parent / source[1])
                )
                assert target.resolve().is_file(), (page, source[1])
        assert "style=" not in html and "<style" not in html, page


@pytest.mark.parametrize(
    "others", [{}, {"extra_javascript": ["own.js"]}, {"extra": {"oer": {"material_js": True}}}]
)
def test_where_scripts_run_that_are_not_ours_a_page_is_laid_out_at_once(
    site: Path, tmp_path: Path, others: dict[str, Any]
) -> None:
    """They may measure it as soon as they run."""
    build(load_config(str(site.parent / "mkdocs.yml"), site_dir=str(tmp_path), **others))
    html = (tmp_path / "index.html").read_text(encoding="utf-8")
    [opening] = re.findall(r'<script src="[^"]*early.js"[^>]*>', html)
    assert (" data-at-once" in opening) == bool(others)


def test_a_section_shows_its_pages_beside_the_text_and_others_do_not(site: Path) -> None:
    guide = (site / "guide/a/index.html").read_text(encoding="utf-8")
    assert re.search(r'<nav class="oer-side".*?aria-current="page">A</a>.*?</nav>', guide, re.DOTALL)
    assert "oer-side" not in (site / "index.html").read_text(encoding="utf-8")


def test_contents_are_listed_from_two_headings_on(site: Path, module: str) -> None:
    html = (site / "catalogue/index.html").read_text(encoding="utf-8")
    assert html.count('<nav class="oer-toc"') == html.count('<details class="oer-toc__fold">') == 1
    assert html.index('class="oer-toc"') < html.index("<article"), "before the text in reading order"
    assert "oer-toc" not in module


def test_a_page_without_data_of_ours_is_whole(site: Path) -> None:
    html = (site / "index.html").read_text(encoding="utf-8")
    assert "<title>A &lt;course&gt; &amp; more</title>" in html
    assert 'id="oer-content"' in html


def test_page_not_found_is_drawn_with_the_same_frame(site: Path) -> None:
    assert 'class="oer-nav"' in (site / "404.html").read_text(encoding="utf-8")


def test_schemes_are_handed_to_the_script_unharmed(module: str) -> None:
    assert re.search(r"data-schemes='[^']+'", module)
    assert "It\\u0027s light" in module
