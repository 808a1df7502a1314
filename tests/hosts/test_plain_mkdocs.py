"""Plain `mkdocs build` publishes whole or not at all too, without our command line."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.core.small_course import write
from tests.hosts.test_engines import CONFIG, ENVIRONMENT


def mkdocs(project: Path, *more: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", *more]
    return subprocess.run(command, cwd=project, env=ENVIRONMENT, capture_output=True, text=True, check=False)


def tree(folder: Path) -> dict[str, bytes]:
    return {str(file.relative_to(folder)): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    write(tmp_path)
    (tmp_path / "mkdocs.yml").write_text(CONFIG, "utf-8")
    assert mkdocs(tmp_path).returncode == 0
    return tmp_path


def litter(project: Path) -> list[str]:
    return [path.name for path in project.iterdir() if path.name.startswith(".site")]


def test_the_site_stands_where_mkdocs_yml_says_and_nothing_is_left_beside_it(project: Path) -> None:
    assert (project / "site/index.html").is_file()
    assert litter(project) == []


def test_a_mistake_in_the_content_changes_nothing(project: Path) -> None:
    before = tree(project / "site")
    (project / "competencies/writing.yml").write_text("title: [", "utf-8")
    answer = mkdocs(project)
    assert answer.returncode == 1
    assert "competencies/writing.yml:1:8: error[yaml-syntax]" in answer.stderr
    assert "Traceback" not in answer.stderr
    assert tree(project / "site") == before
    assert litter(project) == []


def test_a_warning_of_mkdocs_in_a_strict_build_changes_nothing(project: Path) -> None:
    before = tree(project / "site")
    (project / "mkdocs.yml").write_text(CONFIG + "nav: [nowhere.md]\n", "utf-8")
    assert mkdocs(project).returncode == 1
    assert tree(project / "site") == before
    assert litter(project) == []


@pytest.mark.parametrize("later", ["app: true", "app: false"])
def test_a_dirty_build_over_an_app_is_no_app_and_takes_the_worker_back(project: Path, later: str) -> None:
    """Pages of two builds are no version of a site: `--dirty` is for a look at one's own computer."""
    settings = project / "mkdocs.yml"
    settings.write_text(CONFIG.replace("[oer]", "[oer: {app: true}]"), "utf-8")
    assert mkdocs(project).returncode == 0
    worker = project / "site/sw.js"
    assert "fetch" in worker.read_text("utf-8")
    settings.write_text(CONFIG.replace("[oer]", f"[oer: {{{later}}}]"), "utf-8")
    for _ in range(2):
        answer = mkdocs(project, "--dirty", "--no-strict")
        assert answer.returncode == 0, answer.stderr
        assert "unregister" in worker.read_text("utf-8")
        assert "fetch" not in worker.read_text("utf-8")


def test_a_worker_of_the_project_s_own_stays_in_a_dirty_build(project: Path) -> None:
    own = project / "overrides/theme/sw.js"
    own.parent.mkdir(parents=True, exist_ok=True)
    own.write_text("// mine", "utf-8")
    settings = CONFIG.replace("font: false", "font: false, custom_dir: overrides/theme")
    (project / "mkdocs.yml").write_text(settings, "utf-8")
    for _ in range(2):
        assert mkdocs(project, "--dirty", "--no-strict").returncode == 0
        assert (project / "site/sw.js").read_text("utf-8") == "// mine"


def test_another_folder_s_files_are_not_replaced(project: Path, tmp_path: Path) -> None:
    letters = tmp_path / "letters"
    letters.mkdir()
    (letters / "letter.txt").write_text("Dear all")
    answer = mkdocs(project, "-d", str(letters))
    assert answer.returncode == 1
    assert "holds" in answer.stderr
    assert tree(letters) == {"letter.txt": b"Dear all"}


def test_a_killed_build_leaves_one_whole_site(project: Path) -> None:
    """What a page says and what the catalogue says come from the same build, whenever the kill comes."""
    dice = random.Random(7)
    for attempt in range(8):
        title = f"Asking {attempt}"
        module = project / "content/modules/asking/index.md"
        lines = module.read_text("utf-8").splitlines()
        lines[1] = f"title: {title}"
        module.write_text("\n".join(lines) + "\n", "utf-8")
        building = subprocess.Popen(
            [sys.executable, "-m", "mkdocs", "build", "--strict", "-q"], cwd=project, env=ENVIRONMENT
        )
        time.sleep(dice.uniform(0.5, 2.5))
        building.send_signal(signal.SIGKILL)
        building.wait()
        page = (project / "site/modules/asking/index.html").read_text("utf-8")
        catalogue = (project / "site/catalogue.json").read_text("utf-8")
        shown = page.split("<h1", 1)[1].split(">", 1)[1].split("</h1>", 1)[0].strip()
        assert f'"title": "{shown}"' in catalogue
        assert len(tree(project / "site/pagefind")) > 3
