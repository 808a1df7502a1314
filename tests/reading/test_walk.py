"""What is read from a project's folders, where it is published, and what is left alone."""

from __future__ import annotations

import hashlib
import os
import sys
import threading
from pathlib import Path

import pytest

from oer_build.diagnostics import Report
from oer_build.files import MAX_LINE, MAX_MARKDOWN_BYTES, MAX_YAML_BYTES, place_of, read_project, slug
from oer_build.files.places import reserved
from oer_build.model import Site
from oer_build.project import Project
from tests.reading.projects import read, said, write

PNG = b"\x89PNG\r\n\x1a\n...."


@pytest.mark.parametrize(
    ("path", "kind", "identifier", "address"),
    [
        ("competencies/framework.yml", "framework", "framework", ""),
        ("competencies/users.yml", "competency", "users", "competencies/users/"),
        ("competencies/roles/owner.yml", "role", "owner", "roles/owner/"),
        ("competencies/crosswalks/other.yml", "crosswalk", "other", "crosswalks/other/"),
        ("content/glossary.yml", "glossary", "glossary", "glossary/"),
        ("content/modules/a/index.md", "module", "a", "modules/a/"),
        ("content/courses/a/index.md", "course", "a", "courses/a/"),
        ("content/index.md", "article", "", ""),
        ("content/about.md", "article", "about", "about/"),
        ("content/teach/index.md", "article", "teach", "teach/"),
        ("content/teach/room.md", "article", "teach/room", "teach/room/"),
        ("content/modules/a/more.md", "article", "modules/a/more", "modules/a/more/"),
        ("content/modules/a/p.png", "asset", "", "modules/a/p.png"),
        ("content/programmes/a/index.md", "programme", "a", "programmes/a/"),
        ("content/packs/a/index.md", "pack", "a", "packs/a/"),
        ("content/packs/a/cards.md", "article", "packs/a/cards", "packs/a/cards/"),
        ("content/packs/index.md", "article", "packs", "packs/"),
        ("content/opportunities/a.md", "opportunity", "a", "opportunities/a/"),
        ("content/opportunities/index.md", "article", "opportunities", "opportunities/"),
        ("content/opportunities/a.png", "asset", "", "opportunities/a.png"),
        ("content/stories/a.md", "story", "a", "stories/a/"),
        ("content/organisations/a.yml", "organisation", "a", "organisations/a/"),
        ("content/organisations/deep/a.yml", "", "", ""),
        ("content/opportunities/a.yml", "", "", ""),
        ("content/calls.yml", "calls", "calls", "taking-part/"),
        ("content/wishes.yml", "wishes", "wishes", "taking-part/"),
        ("content/calendar.yml", "calendar", "calendar", "calendar/"),
        ("content/teach/calls.yml", "", "", ""),
        ("docs/index.md", "article", "docs", "docs/"),
        ("docs/how-to/x.md", "article", "docs/how-to/x", "docs/how-to/x/"),
        ("docs/p.png", "asset", "", "docs/p.png"),
        ("competencies/users.yaml", "", "", ""),
        ("competencies/notes.md", "", "", ""),
        ("competencies/roles/deep/x.yml", "", "", ""),
        ("content/other.yml", "", "", ""),
    ],
)
def test_a_path_says_what_a_file_is(path: str, kind: str, identifier: str, address: str) -> None:
    place = place_of(path)
    assert (place.kind, place.identifier, place.address) == (kind, identifier, address)


@pytest.mark.parametrize(
    ("path", "taken"),
    [
        ("content/map.md", False),
        ("content/opportunities/index.md", False),
        ("content/taking-part.md", False),
        ("content/roles/index.md", False),
        ("content/modules/a/notes.md", False),
        ("content/packs/a/cards.pdf", False),
        ("content/search.md", True),
        ("content/offline.md", True),
        ("content/roles/adviser.md", True),
        ("content/modules/a/teach.md", True),
        ("content/programmes/a/agenda.md", True),
        ("content/opportunities/a/index.md", True),
        ("content/opportunities/a/b/c.md", True),
        ("content/packs/a.md", True),
        ("content/overlaps.csv", True),
        ("content/calendar.ics", True),
        ("content/packs/a/a.zip", True),
        ("content/programmes/a/a.ics", True),
    ],
)
def test_an_address_of_the_program_is_not_for_others_but_a_site_wide_page_may_have_an_introduction(
    path: str, taken: bool
) -> None:
    assert reserved(place_of(path)) == taken


def test_lists_and_the_introduction_of_the_page_that_shows_them_do_not_clash(tmp_path: Path) -> None:
    files = {
        "content/calls.yml": "calls: []\n",
        "content/wishes.yml": "wishes: []\n",
        "content/glossary.yml": "terms: []\n",
        "content/calendar.yml": "events: []\n",
        "content/taking-part.md": "# Taking part\n",
        "content/glossary.md": "# Words\n",
        "content/calendar/index.md": "# Days\n",
    }
    sources, report = read(tmp_path, files)
    assert said(report) == []
    assert set(sources.records) == set(files)


def test_records_assets_and_their_licences_are_read(tmp_path: Path) -> None:
    sources, report = read(
        tmp_path,
        {
            "competencies/users.yml": "\ufefftitle: Users\r\n",
            "content/modules/a/index.md": "---\n---\n",
            "content/modules/a/images/p.PNG": PNG,
            "content/modules/a/images/p.PNG.license": "SPDX-License-Identifier: CC0-1.0\n",
            "docs/index.md": "# Docs\n",
            "REUSE.toml": "version = 1\n",
        },
    )
    assert said(report) == []
    assert sources.records == {
        "competencies/users.yml": "title: Users\n",
        "content/modules/a/index.md": "---\n---\n",
        "docs/index.md": "# Docs\n",
    }
    (asset,) = sources.assets.values()
    assert (asset.path, asset.size, asset.media_type) == ("modules/a/images/p.PNG", len(PNG), "image/png")
    assert asset.digest == hashlib.sha256(PNG).hexdigest()
    assert sources.side_cars == {asset.file: "SPDX-License-Identifier: CC0-1.0\n"}
    assert sources.reuse == "version = 1\n"


def test_hidden_files_backups_litter_and_readmes_are_left_alone(tmp_path: Path) -> None:
    names = [
        ".DS_Store",
        ".git/config",
        "a.md~",
        "#a.md#",
        "a.md.swp",
        "a.bak",
        "a.orig",
        "Thumbs.db",
        "README.md",
    ]
    sources, report = read(
        tmp_path, {f"content/{name}": b"\xff\x00" for name in names} | {"content/index.md": "# A\n"}
    )
    assert said(report) == []
    assert list(sources.records) == ["content/index.md"]


def test_a_project_without_folders_is_empty(tmp_path: Path) -> None:
    sources, report = read(tmp_path, {})
    assert (sources.records, sources.assets, said(report)) == ({}, {}, [])


def test_the_order_is_that_of_the_names_whatever_the_disk_says(tmp_path: Path) -> None:
    names = ["b", "a", "c-2", "c-10"]
    sources, _ = read(tmp_path, {f"competencies/{name}.yml": "" for name in names})
    assert list(sources.records) == [f"competencies/{name}.yml" for name in sorted(names)]


@pytest.mark.parametrize(
    ("path", "limit"), [("competencies/a.yml", MAX_YAML_BYTES), ("content/a.md", MAX_MARKDOWN_BYTES)]
)
def test_a_file_may_be_as_large_as_its_limit_and_no_larger(path: str, limit: int, tmp_path: Path) -> None:
    text = "x" * 99 + "\n"
    exact = (text * (limit // 100 + 1))[:limit]
    sources, report = read(tmp_path / "fits", {path: exact})
    assert (list(sources.records), said(report)) == ([path], [])
    sources, report = read(tmp_path / "does-not", {path: exact + "x"})
    assert (list(sources.records), said(report)) == ([], [f"{path}:1:1 file-too-large"])


def test_a_line_may_be_as_long_as_its_limit_and_no_longer(tmp_path: Path) -> None:
    _, report = read(
        tmp_path, {"content/a.md": "x" * MAX_LINE + "\n", "content/b.md": "\n" + "é" * (MAX_LINE + 1)}
    )
    assert said(report) == ["content/b.md:2:20001 line-too-long"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_a_pipe_does_not_make_the_reader_wait(tmp_path: Path) -> None:
    write(tmp_path, {"content/index.md": "# A\n"})
    os.mkfifo(tmp_path / "content/notes.md")
    os.mkfifo(tmp_path / "REUSE.toml")
    report = Report()
    thread = threading.Thread(
        target=read_project, args=(Project(tmp_path, Site("A", "CC0-1.0")), report), daemon=True
    )
    thread.start()
    thread.join(10)
    assert not thread.is_alive()
    assert said(report) == ["REUSE.toml:1:1 not-a-regular-file", "content/notes.md:1:1 not-a-regular-file"]


@pytest.mark.skipif(sys.platform == "win32", reason="needs symbolic links")
@pytest.mark.parametrize(
    "link", ["content", "content/modules", "content/modules/a", "content/modules/a/index.md"]
)
def test_no_link_is_followed_at_any_depth(link: str, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    inside = tmp_path / "inside"
    write(
        outside, {"content/modules/a/index.md": "---\ntitle: Secret\n---\n", "content/modules/a/p.png": PNG}
    )
    (inside / link).parent.mkdir(parents=True)
    (inside / link).symlink_to(outside / link)
    report = Report()
    sources = read_project(Project(inside, Site("A", "CC0-1.0")), report)
    assert (sources.records, sources.assets) == ({}, {})
    assert f"{link}:1:1 not-a-regular-file" in said(report)


@pytest.mark.skipif(sys.platform == "win32", reason="needs symbolic links")
def test_a_file_that_becomes_a_link_after_the_look_is_not_followed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, {"content/about.md": "# About\n", "secret.md": "# Secret\n"})
    real = os.open

    def swap(path: str | Path, *arguments: int) -> int:
        if Path(path).name == "about.md":
            Path(path).unlink()
            Path(path).symlink_to(tmp_path / "secret.md")
        return real(path, *arguments)

    monkeypatch.setattr(os, "open", swap)
    report = Report()
    assert read_project(Project(tmp_path, Site("A", "CC0-1.0")), report).records == {}
    assert said(report) == ["content/about.md:1:1 not-a-regular-file"]


@pytest.mark.parametrize(
    ("folder", "code"),
    [
        ("..", "path-outside-project"),
        ("docs/../..", "path-outside-project"),
        ("/etc", "path-outside-project"),
        ("C:\\docs", "path-outside-project"),
        ("..\\docs", "path-outside-project"),
        ("", "path-outside-project"),
        (".", "path-outside-project"),
        ("nowhere", "missing-folder"),
    ],
)
def test_a_folder_of_pages_lies_inside_the_project(folder: str, code: str, tmp_path: Path) -> None:
    report = Report()
    read_project(Project(tmp_path, Site("A", "CC0-1.0"), (folder,)), report)
    assert [one.code for one in report] == [code]


def test_what_could_not_be_used_is_remembered(tmp_path: Path) -> None:
    sources, _ = read(
        tmp_path,
        {
            "competencies/users.yml": b"\xff",
            "content/modules/a/index.md": b"\x00",
            "content/about.md": b"\xff",
            "content/p.png": b"no picture",
        },
    )
    assert sources.refused == {
        ("competency", "users"),
        ("module", "a"),
        ("article", "about"),
        ("asset", "p.png"),
    }


@pytest.mark.parametrize(
    ("text", "identifier"),
    [
        ("What is a service?", "what-is-a-service"),
        ("  Données & co. ", "donnees-co"),
        ("A/B test", "a-b-test"),
        ("日本", ""),
        ("x" * 70, "x" * 64),
    ],
)
def test_a_text_suggests_an_identifier(text: str, identifier: str) -> None:
    assert slug(text) == identifier
