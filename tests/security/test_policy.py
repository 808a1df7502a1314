"""The site works under a Content-Security-Policy that lets nothing in, checked without a browser."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest

from oer_build.diagnostics import Report
from oer_build.files.svg import check_svg
from tests.conftest import POLICIES
from tests.security.dangers import dangers, pages
from tests.site.html import parse

SITE = "https://demo.example/"


@pytest.mark.parametrize(
    "html",
    [
        "<script>1</script>",
        "<script type=module>1</script>",
        "<script src=//x.example/x.js></script>",
        "<svg><g onload=a()></svg>",
        "<p style='color:red'>",
        "<style>p{}</style>",
        "<a href=' javascript:a()'>",
        "<a href='java&#x73;cript:a()'>",
        "<form action=https://x.example/>",
        "<img src=data:image/png;base64,x>",
        "<link rel='preload stylesheet' href=https://x.example/x.css>",
        "<iframe src=a>",
        "<base href=/>",
        "<meta http-equiv=refresh content=0>",
        "<foreignObject>",
    ],
)
def test_the_tests_here_would_see_it(html: str) -> None:
    assert len(list(dangers(parse(html)))) == 1


@pytest.mark.parametrize("policy", POLICIES)
def test_the_documented_policies_allow_no_inline_code_and_no_other_host(policy: str) -> None:
    said = {
        name: set(values) for name, *values in (part.split() for part in policy.split(";") if part.strip())
    }
    assert said["default-src"] <= {"'self'", "'none'"}
    assert said.pop("script-src") <= {"'self'", "'wasm-unsafe-eval'"}
    assert said.pop("img-src", set()) <= {"'self'", "data:"}
    for name, values in said.items():
        assert values <= {"'self'", "'none'"}, name


def test_every_script_of_a_page_is_a_file_of_the_theme(published: Path) -> None:
    ours = {f"assets/oer/{file.name}" for file in published.glob("assets/oer/*.js")}
    for path, page in pages(published).items():
        for script in page.all("script"):
            if script["type"] in ("application/ld+json", "application/json"):
                continue
            assert urljoin(SITE + path, script["src"]).removeprefix(SITE) in ours, path
            assert script.source.strip() == ""


def test_style_sheets_and_pictures_of_a_page_are_files_of_the_site(published: Path) -> None:
    for path, page in pages(published).items():
        wanted = [
            link["href"] for link in page.all("link") if {"stylesheet", "icon"} & set(link["rel"].split())
        ]
        wanted += [picture["src"] for picture in page.all("img")]
        assert wanted
        for address in wanted:
            place = urljoin(SITE + path, address)
            assert place.startswith(SITE), (path, address)
            assert (published / urlsplit(place).path.lstrip("/")).is_file(), (path, address)


def test_forms_lead_to_the_site(published: Path) -> None:
    for path, page in pages(published).items():
        for form in page.all("form"):
            assert urljoin(SITE + path, form["action"]).startswith(SITE)


def test_style_sheets_fetch_nothing(published: Path) -> None:
    for file in published.rglob("*.css"):
        text = re.sub(r"/\*.*?\*/", "", file.read_text("utf-8"), flags=re.S)
        assert not re.search(r"@import|url\(\s*[\"']?(?:data:|https?:|//)|expression\(", text), file.name


def test_our_scripts_turn_no_text_into_code_or_markup(published: Path) -> None:
    sinks = r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function|srcdoc"
    for file in published.glob("assets/oer/*.js"):
        assert not re.search(sinks, file.read_text("utf-8")), file.name


def test_every_picture_of_the_site_is_a_drawing_only(published: Path) -> None:
    for file in published.rglob("*.svg"):
        report = Report()
        sound = check_svg(file.read_bytes(), file.name, report)
        links = [one.message for one in report if one.message.startswith(("<a> ", "href="))]
        assert sound or (file.name == "prerequisites.svg" and len(links) == len(list(report))), list(report)


def test_a_picture_with_links_leads_to_pages_of_the_site_only(published: Path) -> None:
    picture = (published / "prerequisites.svg").read_text(encoding="utf-8")
    links = re.findall(r"<a\b[^>]*?href=\"([^\"]*)\"", picture)
    assert links
    assert len(links) == len(re.findall(r"<a\b", picture))
    assert all(re.fullmatch(rf"{re.escape(SITE)}modules/[a-z-]+/", link) for link in links), links


def test_nothing_else_that_a_browser_would_run_is_published(published: Path) -> None:
    kinds = {file.suffix for file in published.rglob("*") if file.is_file() and "pagefind" not in file.parts}
    kinds.discard("")  # CASE packages, which are JSON
    assert kinds <= {
        ".html",
        ".css",
        ".js",
        ".json",
        ".csv",
        ".ics",
        ".svg",
        ".png",
        ".xml",
        ".gz",
        ".zip",
        ".map",
    }
