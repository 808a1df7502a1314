"""Only regular files of listed kinds inside the project are read and published, under names that are safe."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from oer_build.compile import Compilation, compile_site
from oer_build.project import Project
from tests.core.small_course import FILES, compiled, write

SECRET = "-----BEGIN OPENSSH PRIVATE KEY-----"
MODULE = "content/modules/asking/index.md"
SVG = '<svg xmlns="http://www.w3.org/2000/svg">{}</svg>'


def said(made: Compilation) -> set[tuple[str, str]]:
    return {(problem.span.file, problem.code) for problem in made.report}


def published(made: Compilation) -> str:
    """Everything that a site of this would hold, as one text."""
    bodies = [str(page.body) for page in made.pages]
    return "\n".join([*bodies, *(f"{file.path} {file.copy_of} {file.content!r}" for file in made.files)])


@pytest.fixture
def outside(tmp_path: Path) -> Path:
    folder = tmp_path / "outside"
    folder.mkdir()
    for name in ("secret.txt", "secret.png", "index.md", "secret.yml"):
        (folder / name).write_text(f"title: {SECRET}\n")
    return folder


@pytest.mark.parametrize(
    ("link", "target"),
    [
        ("content/a.txt", "secret.txt"),
        ("content/a.png", "secret.png"),
        ("content/page.md", "index.md"),
        ("content/modules/stolen/index.md", "index.md"),
        ("content/modules/stolen", ""),
        ("content/pages", ""),
        ("competencies/stolen.yml", "secret.yml"),
        ("competencies/roles/stolen.yml", "secret.yml"),
        ("REUSE.toml", "secret.txt"),
    ],
)
def test_a_link_out_of_the_project_is_not_followed(
    link: str, target: str, outside: Path, tmp_path: Path
) -> None:
    project = write(tmp_path / "project")
    place = project.root / link
    place.parent.mkdir(parents=True, exist_ok=True)
    place.symlink_to(outside / target, target_is_directory=not target)
    made = compile_site(project)
    assert (link, "not-a-regular-file") in said(made)
    assert SECRET not in published(made)


def test_a_link_in_place_of_a_licence_is_not_followed(outside: Path, tmp_path: Path) -> None:
    project = write(tmp_path / "project", {"content/a.svg": SVG})
    (project.root / "content/a.svg.license").symlink_to(outside / "secret.txt")
    made = compile_site(project)
    assert ("content/a.svg", "asset-without-licence") in said(made)
    assert SECRET not in published(made)


def test_whole_folders_that_are_links_are_not_followed(outside: Path, tmp_path: Path) -> None:
    project = write(tmp_path / "project")
    (project.root / "competencies").rename(tmp_path / "moved")
    (project.root / "competencies").symlink_to(tmp_path / "moved", target_is_directory=True)
    made = compile_site(project)
    assert ("competencies", "not-a-regular-file") in said(made)
    assert not made.catalogue.competencies


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
@pytest.mark.parametrize("name", ["content/a.txt", "content/page.md", "competencies/a.yml", "REUSE.toml"])
def test_a_named_pipe_does_not_hang_the_build(name: str, tmp_path: Path) -> None:
    project = write(tmp_path)
    os.mkfifo(tmp_path / name)
    assert (name, "not-a-regular-file") in said(compile_site(project))


REFUSED = [
    "id_rsa", "id_ed25519.pub", "server.pem", "server.key", "dump.sql", "evil.html", "evil.HTM", "evil.xhtml",
    "evil.js", "evil.mjs", "evil.css", "evil.svgz", "evil.xml", "evil.swf", "evil.json", "evil.wasm",
    "evil.php", "evil.docm", "CNAME", "Makefile", "web.config", "page.html.jinja", "mkdocs.yml",
]  # fmt: skip
IGNORED = [
    ".env",
    ".htaccess",
    "index.md~",
    "#index.md#",
    "index.md.bak",
    "index.md.orig",
    "a.swp",
    "Thumbs.db",
]


def test_what_is_no_page_picture_or_document_is_refused(tmp_path: Path) -> None:
    made = compiled(tmp_path, {f"content/modules/asking/{name}": SECRET for name in REFUSED})
    assert {file.rpartition("/")[2] for file, _ in said(made)} == set(REFUSED)
    assert made.report.errors == len(REFUSED)
    assert SECRET not in published(made)


def test_what_an_editor_leaves_behind_is_not_published(tmp_path: Path) -> None:
    made = compiled(tmp_path, {f"content/modules/asking/{name}": SECRET for name in IGNORED})
    assert said(made) == set()
    assert [word for word in (SECRET, *IGNORED) if word in published(made)] == []


@pytest.mark.parametrize(
    "inner",
    [
        "<script>alert(1)</script>",
        '<rect onclick="alert(1)"/>',
        '<a href="javascript:alert(1)"/>',
        "<foreignObject/>",
        '<set attributeName="onmouseover" to="alert(1)"/>',
    ],
)
def test_a_picture_with_a_script_is_refused(inner: str, tmp_path: Path) -> None:
    changes = {
        "content/a.svg": SVG.format(inner),
        "content/a.svg.license": "SPDX-License-Identifier: CC0-1.0",
    }
    made = compiled(tmp_path, changes)
    assert said(made) == {("content/a.svg", "unsafe-svg")}
    assert "a.svg" not in published(made)


def test_a_page_under_the_name_of_a_picture_is_refused(tmp_path: Path) -> None:
    made = compiled(tmp_path, {"content/a.png": "<script>alert(1)</script>"})
    assert said(made) == {("content/a.png", "asset-type")}


@pytest.mark.parametrize(
    "name",
    [
        "assets/oer/mark.svg",
        "competency-map.svg",
        "prerequisites.svg",
        "Coverage.csv",
        "pagefind/a.txt",
        "schemas/a.txt",
    ],
)
def test_no_picture_or_table_takes_the_place_of_one_of_ours(name: str, tmp_path: Path) -> None:
    assert (f"content/{name}", "reserved-path") in said(compiled(tmp_path, {f"content/{name}": SVG}))


OUT = [
    "../../../../../etc/passwd",
    "../../../../../etc/passwd.png",
    "%2e%2e/%2e%2e/%2e%2e/%2e%2e/%2e%2e/etc/passwd.png",
    "..%2f..%2f..%2f..%2f..%2fetc%2fpasswd.png",
    "a/../../../../../../etc/passwd.png",
]


@pytest.mark.parametrize("mark", ["", "!"])
@pytest.mark.parametrize("address", OUT)
def test_no_address_leads_out_of_the_project(address: str, mark: str, tmp_path: Path) -> None:
    made = compiled(tmp_path, {MODULE: FILES[MODULE] + f"\n{mark}[A file]({address})\n"})
    assert said(made) == {(MODULE, "link-outside-project")}
    assert "passwd" not in "".join(file.path for file in made.files)


@pytest.mark.parametrize("address", ["..\\..\\..\\..\\windows\\win.ini", "C:\\a.png", "file:///etc/passwd"])
def test_nor_an_address_of_another_system(address: str, tmp_path: Path) -> None:
    made = compiled(tmp_path, {MODULE: FILES[MODULE] + f"\n![A file](<{address}>)\n"})
    assert {code for _, code in said(made)} <= {"unsafe-link", "remote-image"} and made.report.errors


def test_an_absolute_address_is_one_of_the_project(tmp_path: Path) -> None:
    made = compiled(tmp_path, {MODULE: FILES[MODULE] + "\n![A file](/etc/passwd.png)\n"})
    assert said(made) == {(MODULE, "dangling-asset")}


@pytest.mark.parametrize(
    "folder",
    ["..", "../other", "/etc", "docs/../..", "C:\\Users", "\\\\host\\share", ".", "", "~", "docs/../../x"],
)
def test_no_folder_of_articles_lies_outside_the_project(folder: str, tmp_path: Path) -> None:
    project = write(tmp_path / "project")
    (tmp_path / "other").mkdir()
    (tmp_path / "other/index.md").write_text(f"# {SECRET}\n")
    made = compile_site(Project(project.root, project.site, (folder,)))
    assert {code for _, code in said(made)} <= {"path-outside-project", "missing-folder"}
    assert made.report.errors == 1
    assert SECRET not in published(made)


@pytest.mark.parametrize("name", ["../../evil", "/etc", "a/../b", "con", "A", "a b", "\\evil"])
def test_identifiers_are_no_paths(name: str, tmp_path: Path) -> None:
    changes = {MODULE: FILES[MODULE].replace("title: Asking", f"identifier: '{name}'\ntitle: Asking")}
    made = compiled(tmp_path, changes)
    assert {code for _, code in said(made)} & {"invalid-identifier", "identifier-mismatch"}
    for path in (*(page.path for page in made.pages), *(file.path for file in made.files)):
        assert not path.startswith("/") and ".." not in path.split("/") and "\\" not in path
