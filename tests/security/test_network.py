"""A build asks no other host for anything, and makes no reader's browser ask one."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.core.small_course import FILES, compiled
from tests.security.dangers import dangers
from tests.site.html import parse

INTERNAL = "http://127.0.0.1:8080/token.png"
MODULE = "content/modules/asking/index.md"
TEXT = FILES[MODULE]

PICTURES = {
    "in a text": {MODULE: f"{TEXT}\n![A token]({INTERNAL})\n"},
    "by reference": {MODULE: f"{TEXT}\n![A token][t]\n\n[t]: {INTERNAL}\n"},
    "without a scheme": {MODULE: f"{TEXT}\n![A token](//127.0.0.1/token.png)\n"},
    "of a cloud's metadata": {MODULE: f"{TEXT}\n![A token](http://169.254.169.254/latest/meta-data/a.png)\n"},
    "of a file": {MODULE: f"{TEXT}\n![A token](file:///etc/passwd.png)\n"},
    "as data": {MODULE: f"{TEXT}\n![A token](data:image/svg+xml,<svg/>)\n"},
    "in a link": {MODULE: f"{TEXT}\n[![A token]({INTERNAL})](index.md)\n"},
    "in a footnote": {MODULE: f"{TEXT}\nA[^1]\n\n[^1]: ![A token]({INTERNAL})\n"},
    "in a note's title": {MODULE: f'{TEXT}\n!!! note "![A token]({INTERNAL})"\n    Text\n'},
    "in a block's title": {MODULE: f"{TEXT}\n/// case | ![A token]({INTERNAL})\nText\n///\n"},
    "in an option": {MODULE: TEXT.replace("Do you like it?", f"![A token]({INTERNAL})")},
    "in a table": {MODULE: f"{TEXT}\n| a |\n|---|\n| ![A token]({INTERNAL}) |\n"},
    "in HTML": {MODULE: f"{TEXT}\n<img src={INTERNAL}>\n"},
    "in a rationale": {
        "competencies/listening.yml": FILES["competencies/listening.yml"].replace(
            "People know", f"![A token]({INTERNAL}) People know"
        )
    },
    "in a definition": {
        "content/glossary.yml": f"terms:\n  - {{term: token, definition: 'A ![token]({INTERNAL})'}}\n"
    },
    "in an article": {"content/page.md": f"# A page\n\n![A token]({INTERNAL})\n"},
    "in a picture": {
        "content/a.svg": f'<svg xmlns="http://www.w3.org/2000/svg"><image href="{INTERNAL}"/></svg>',
        "content/a.svg.license": "SPDX-License-Identifier: CC0-1.0\n",
    },
}


@pytest.mark.parametrize("place", PICTURES)
def test_a_picture_elsewhere_is_refused_and_never_fetched(
    place: str, tmp_path: Path, no_network: list[str]
) -> None:
    made = compiled(tmp_path, PICTURES[place])
    refused = {"remote-image", "unsafe-link", "raw-html", "unsafe-svg"}
    assert refused & {problem.code for problem in made.report if problem.severity == "error"}
    # What has errors is not published; even so nothing in it would load anything.
    assert [found for page in made.pages for found in dangers(parse(str(page.body)))] == []
    assert not any("token" in file.path for file in made.files)


LINKS = {
    "https://127.0.0.1/": True,
    "http://[::1]/x": True,
    "mailto:a@example.org": True,
    "javascript:a()": False,
}


@pytest.mark.parametrize("address", LINKS)
def test_a_link_elsewhere_is_followed_by_readers_only(
    address: str, tmp_path: Path, no_network: list[str]
) -> None:
    made = compiled(tmp_path, {MODULE: f"{TEXT}\n[A link]({address})\n"})
    assert (made.report.errors == 0) is LINKS[address]


def test_addresses_in_records_are_not_fetched_either(course: Path) -> None:
    """The hostile course, full of them, was built in a process whose sockets fail: see `conftest.py`."""
    assert (course / "site/index.html").is_file()
