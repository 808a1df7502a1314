"""Rendered texts are kept, and made anew as soon as anything that they depend on is another."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from mkdocs.config import load_config

from oer_build import prose
from oer_build.compile import Compilation, compile_site
from oer_build.hosts.mkdocs import project_of
from oer_build.project import Project
from tests.core.small_course import FILES, write

MODULE = "content/modules/asking/index.md"


@pytest.fixture
def rendered(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The files whose texts were rendered, and not taken from the store."""
    files: list[str] = []
    render = prose.render

    def noted(text: str, **more: object) -> object:
        files.append(str(more["file"]))
        return render(text, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(prose, "render", noted)
    return files


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return replace(write(tmp_path / "course"), cache=tmp_path / "kept")


def again(project: Project, path: str, change: Callable[[str], str]) -> Compilation:
    file = project.root / path
    file.write_text(change(FILES[path]), "utf-8")
    return compile_site(project)


def test_a_second_run_renders_nothing_and_makes_the_same_pages(project: Project, rendered: list[str]) -> None:
    first = compile_site(project)
    assert MODULE in rendered
    rendered.clear()
    second = compile_site(project)
    assert rendered == []
    assert second.lessons == first.lessons
    assert second.pages == first.pages


def test_a_changed_text_is_rendered_and_the_others_are_not(project: Project, rendered: list[str]) -> None:
    compile_site(project)
    rendered.clear()
    changed = again(project, MODULE, lambda text: text.replace("You ask", "They ask"))
    assert rendered == [MODULE]
    assert "They ask" in next(page.body for page in changed.pages if page.path == "modules/asking/")


def test_a_new_title_of_what_a_text_refers_to_is_shown(project: Project, rendered: list[str]) -> None:
    compile_site(project)
    rendered.clear()
    again(
        project, "competencies/listening.yml", lambda text: text.replace("title: Listening", "title: Hearing")
    )
    assert MODULE in rendered


def test_a_changed_glossary_reaches_the_texts_that_link_its_terms(
    project: Project, rendered: list[str]
) -> None:
    compile_site(project)
    rendered.clear()
    again(project, "content/glossary.yml", lambda text: text.replace("open question", "situation"))
    assert MODULE in rendered


def test_another_version_of_the_renderer_uses_nothing_of_the_old_one(
    project: Project, rendered: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    compile_site(project)
    rendered.clear()
    monkeypatch.setattr(prose, "renderer", lambda: "another renderer")
    compile_site(project)
    assert MODULE in rendered


def test_a_damaged_entry_is_made_anew(project: Project, rendered: list[str], tmp_path: Path) -> None:
    first = compile_site(project)
    for entry in (tmp_path / "kept").rglob("*"):
        if entry.is_file():
            entry.write_bytes(b"{")
    rendered.clear()
    assert compile_site(project).lessons == first.lessons
    assert MODULE in rendered


def test_a_text_with_a_problem_is_not_kept_so_the_problem_is_told_again(project: Project) -> None:
    broken = [again(project, MODULE, lambda text: text + "\n![](x.png)\n") for _ in range(2)]
    assert [[problem.code for problem in run.report] for run in broken] == [
        ["missing-alt", "dangling-asset"]
    ] * 2


def test_nothing_that_lies_in_the_project_is_taken_for_a_rendered_text(tmp_path: Path) -> None:
    """A pull request could bring an entry: what is kept lies with the user, outside the project."""
    write(tmp_path)
    (tmp_path / "mkdocs.yml").write_text(
        "site_name: Demo\ndocs_dir: content\ntheme: {name: material}\nplugins: [oer]\n", "utf-8"
    )
    config = load_config(str(tmp_path / "mkdocs.yml"))
    cache = project_of(config, config.plugins["oer"].config).cache
    assert cache is not None
    assert not cache.is_relative_to(tmp_path)
