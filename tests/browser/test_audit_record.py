"""What the record of a test says of the site that was tested, without a browser."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from oer_build.diagnostics import Report
from oer_build.load.audit import FILE, KEYS, read_audit
from tests.browser.audit import by_people, edition
from tests.conftest import ROOT

URL = "https://academy.example/"
BY_PEOPLE = {
    "date": "2026-11-20",
    "by": "A users' group",
    "technology": "A screen reader",
    "done": "Read a module.",
    "found": "Nothing.",
}


def git(folder: Path, *arguments: str) -> str:
    somebody = ("-c", "user.name=x", "-c", "user.email=x@academy.example")
    command = ["git", "-C", str(folder), *somebody, *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with one commit, and its site, built from that."""
    git(tmp_path, "init", "-q")
    (tmp_path / ".gitignore").write_text("site/\n", encoding="utf-8")
    git(tmp_path, "add", "-A")
    git(tmp_path, "commit", "-q", "-m", "Begin")
    built(tmp_path, {"url": URL, "revision": git(tmp_path, "log", "-1", "--format=%h")})
    return tmp_path


def built(project: Path, site: dict[str, str]) -> None:
    (project / "site").mkdir(exist_ok=True)
    (project / "site/catalogue.json").write_text(json.dumps({"site": site}), encoding="utf-8")


def test_it_names_address_and_revision(project: Path) -> None:
    revision = git(project, "log", "-1", "--format=%h")
    (project / FILE).write_text("{}", encoding="utf-8")
    assert edition(project / "site", project) == {"site": URL, "revision": revision}


def test_files_that_differ_from_the_commit_have_no_revision(project: Path) -> None:
    (project / "page.md").write_text("New.", encoding="utf-8")
    assert edition(project / "site", project) == {"site": URL, "revision": ""}
    git(project, "add", "-A")
    git(project, "commit", "-q", "-m", "Add a page")
    assert edition(project / "site", project)["revision"] == "", "the site is of the commit before"


def test_a_site_without_address_and_revision(tmp_path: Path) -> None:
    """It is made from a folder without Git."""
    built(tmp_path, {"title": "A folder"})
    assert edition(tmp_path / "site", tmp_path) == {"site": "", "revision": ""}


def test_tests_by_people_stay_with_their_site(tmp_path: Path) -> None:
    record = tmp_path / FILE
    assert by_people(record, URL) == []
    for before in (URL, ""):
        record.write_text(json.dumps({"site": before, "manual": [BY_PEOPLE]}), encoding="utf-8")
        assert by_people(record, URL) == [BY_PEOPLE]
    record.write_text(json.dumps({"site": "https://first.example/", "manual": [BY_PEOPLE]}), encoding="utf-8")
    with pytest.raises(SystemExit, match="holds tests by people of https://first"):
        by_people(record, URL)
    record.write_text(json.dumps({"site": "https://first.example/", "manual": []}), encoding="utf-8")
    assert by_people(record, URL) == []


def test_what_it_writes_is_read(tmp_path: Path) -> None:
    record = json.loads((ROOT / FILE).read_text(encoding="utf-8"))
    assert record.keys() <= set(KEYS)
    record |= {"site": URL, "revision": "0abc123", "manual": [BY_PEOPLE]}
    (tmp_path / FILE).write_text(json.dumps(record), encoding="utf-8")
    report = Report()
    found = read_audit(tmp_path, report)
    assert found and not list(report)
    assert (found.site, found.revision, found.manual[0].by) == (URL, "0abc123", "A users' group")
