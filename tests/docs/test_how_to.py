"""What the how-to pages show works: files are accepted, a translation is found, a workflow is safe."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from oer_build.compile import compile_site
from oer_build.hosts.mkdocs import THEME
from oer_build.hosts.mkdocs_pages import Chrome, context, missing_page
from oer_build.look.options import read_look
from oer_build.look.sheet import style_sheet
from oer_build.model import Site
from oer_build.pages.page import Page
from oer_build.project import Project
from oer_build.strings import Strings
from oer_build.templates import PACKAGE_TEMPLATES, draw, environment

ROOT = Path(__file__).parent.parent.parent
HOW_TO = ROOT / "docs" / "how-to"


def shown(page: str, language: str) -> list[str]:
    """The pieces in a language that a page shows."""
    text = (HOW_TO / page).read_text(encoding="utf-8")
    return re.findall(rf"^```{language}\n(.*?)^```", text, re.DOTALL | re.MULTILINE)


@pytest.fixture
def course(tmp_path: Path) -> Iterator[Path]:
    """A copy of this course, to add things to."""
    for folder in ("competencies", "content"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    if (ROOT / "REUSE.toml").is_file():
        shutil.copy(ROOT / "REUSE.toml", tmp_path)
    yield tmp_path


def problems(root: Path) -> list[str]:
    report = compile_site(Project(root=root, site=Site("The course", "CC-BY-SA-4.0"))).report
    return [f"{problem.span}: {problem.message}" for problem in report]


def test_the_competency_shown_is_accepted(course: Path) -> None:
    (course / "competencies/privacy.yml").write_text(
        shown("add-a-competency.md", "yaml")[0], encoding="utf-8"
    )
    assert problems(course) == []


def test_the_crosswalk_shown_is_accepted(course: Path) -> None:
    text = shown("add-a-crosswalk.md", "yaml")[0]
    (course / "competencies/crosswalks/other-framework.yml").write_text(text, encoding="utf-8")
    assert problems(course) == []


def test_the_module_shown_is_accepted(course: Path) -> None:
    folder = course / "content/modules/first-steps"
    folder.mkdir()
    front, body = shown("add-a-module.md", "yaml")[0], shown("add-a-module.md", "text")[0]
    (folder / "index.md").write_text(f"---\n{front}---\n\n{body}", encoding="utf-8")
    assert problems(course) == []


def test_the_programme_shown_is_accepted(course: Path) -> None:
    folder = course / "content/programmes/team-morning"
    folder.mkdir(parents=True)
    front = shown("plan-a-programme.md", "yaml")[0]
    (folder / "index.md").write_text(f"---\n{front}---\n\nWhat it is.\n", encoding="utf-8")
    assert problems(course) == []


def test_the_credit_shown_is_accepted(course: Path) -> None:
    file = course / "content/modules/designing-and-testing/index.md"
    credit = shown("fork-this-course.md", "yaml")[0]
    file.write_text(
        file.read_text(encoding="utf-8").replace("\n---\n", f"\n{credit}---\n", 1), encoding="utf-8"
    )
    assert problems(course) == []


def test_what_the_option_look_sets_is_named_beside_the_variables() -> None:
    text = (HOW_TO / "change-the-look.md").read_text(encoding="utf-8")
    sentence, _, tables = text.partition("## The variables")[2].partition("| Variable |")
    first_five = re.findall(r"`(--oer-[\w-]+)`", tables)[:5]
    fonts = {"--oer-font-text", "--oer-font-heading"}
    colours = {"brand": "#3b2a5c", "link": "#4a2f86", "mark": "#f3b33d"}
    look, faults = read_look({**colours, "font_text": "Arial", "font_heading": "Georgia"})
    assert not faults
    set_there = set(re.findall(r"(--oer-[\w-]+):", style_sheet(look)))
    assert set_there == {*first_five, *fonts, *re.findall(r"`(--oer-[\w-]+)`", sentence)}


def test_what_templates_of_the_frame_can_read_is_listed() -> None:
    """`page.meta.oer` as the build fills it and as our own templates read it."""
    text = (HOW_TO / "change-the-look.md").read_text(encoding="utf-8")
    table = text.partition("`page.meta.oer`:")[2].partition("Addresses are relative")[0]
    told = {
        name
        for cell in re.findall(r"^\|(.+?)\|", table, re.MULTILINE)
        for name in re.findall(r"`(\w+)`", cell)
    }
    site, strings = Site("The course", "CC-BY-SA-4.0"), Strings("en")
    given = {*context(Page("map/", "Map", "A map.", "map", ""), Chrome(site, strings, {}))}
    given |= {*missing_page(site, strings)}
    assert given - told == set()
    templates = "".join(path.read_text(encoding="utf-8") for path in THEME.rglob("*.html"))
    assert set(re.findall(r"\boer\.(\w+)", templates)) - {"css", "js"} - told == set()


def test_a_sign_that_a_script_reads_stays_as_the_override_shown_writes_it(tmp_path: Path) -> None:
    """Of the commas on an Arabic page those become Arabic that a reader sees."""
    (tmp_path / "overrides/pages").mkdir(parents=True)
    (tmp_path / "overrides/pages/own.html.jinja").write_text(shown("override-a-page.md", "html")[0], "utf-8")
    env = environment(Project(tmp_path, Site("The course", "CC-BY-SA-4.0")), Strings("ar"))
    drawn = draw(env, "own", {"topics": ["a", "b"], "first": 1, "last": 2})
    assert drawn.strip() == '<p data-topics="a,b" data-span="1, 2">a، b</p>'


def test_the_translation_shown_is_found(tmp_path: Path) -> None:
    (tmp_path / "pt.po").write_text(shown("translate-the-interface.md", "text")[0], encoding="utf-8")
    strings = Strings("pt-BR", tmp_path)
    assert strings.gettext("Before you start") == "Antes de começar"
    assert strings.ngettext("%(count)s module", "%(count)s modules", 3) == "%(count)s módulos"


def test_words_that_the_translation_shows_are_words_of_the_interface() -> None:
    templates = "".join(path.read_text(encoding="utf-8") for path in PACKAGE_TEMPLATES.glob("*.jinja"))
    templates += "".join(path.read_text(encoding="utf-8") for path in (ROOT / "oer_build/pages").glob("*.py"))
    for word in re.findall(r'^msgid "(.+)"', shown("translate-the-interface.md", "text")[0], re.MULTILINE):
        assert re.sub(r"%\((\w+)\)s", r"{{ \1 }}", word) in templates


def test_the_workflow_shown_is_yaml_and_gives_strangers_nothing() -> None:
    workflow = yaml.safe_load(shown("check-pull-requests.md", "yaml")[0])
    assert workflow["permissions"] == {"contents": "read"}
    assert "pull_request_target" not in str(workflow)
