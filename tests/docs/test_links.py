"""What the documentation refers to is there: pages, headings, files, commands, options."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from oer_build.compile import Compilation, compile_site
from oer_build.model import Site
from oer_build.project import Project

ROOT = Path(__file__).parent.parent.parent
FENCE = re.compile(r"^( *)(`{3,}).*?^\1\2", re.DOTALL | re.MULTILINE)
LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
FOR_THE_REPOSITORY = ["README.md", "CONTRIBUTING.md", "SECURITY.md", "CODE_OF_CONDUCT.md", "CHANGELOG.md"]
"""Pages that the site does not publish."""


@pytest.fixture(scope="module")
def compilation() -> Compilation:
    """This repository, compiled with its documentation."""
    site = Site("The course", "CC-BY-SA-4.0")
    return compile_site(Project(root=ROOT, site=site, articles=("docs",)))


def test_the_site_finds_nothing_wrong_with_the_documentation(compilation: Compilation) -> None:
    """Links, headings, anchors, front matter and the dialect are all held by the compiler itself."""
    problems = [problem for problem in compilation.report if problem.span.file.startswith("docs/")]
    assert [f"{problem.span}: {problem.message}" for problem in problems] == []


@pytest.mark.parametrize("name", FOR_THE_REPOSITORY)
def test_links_of_the_repositorys_own_pages_lead_somewhere(name: str) -> None:
    text = FENCE.sub("", (ROOT / name).read_text(encoding="utf-8"))
    targets = [link.partition("#")[0] for link in LINK.findall(text) if not re.match(r"[a-z]+:", link)]
    assert [target for target in targets if target and not (ROOT / target).exists()] == []


def test_every_page_of_the_documentation_is_reached_from_its_first_page() -> None:
    docs = ROOT / "docs"
    reached: set[Path] = set()
    waiting = [docs / "index.md"]
    while waiting:
        page = waiting.pop()
        if page in reached:
            continue
        reached.add(page)
        text = FENCE.sub("", page.read_text(encoding="utf-8"))
        for link in LINK.findall(text):
            target = (page.parent / link.partition("#")[0]).resolve()
            if target.suffix == ".md" and target.is_relative_to(docs) and target.is_file():
                waiting.append(target)
    pages = {path for path in docs.rglob("*.md") if not path.name.startswith((".", "README"))}
    assert sorted(str(path.relative_to(docs)) for path in pages - reached) == []


def test_options_of_the_plugin_are_those_that_the_configuration_page_lists() -> None:
    from oer_build.hosts.mkdocs import OerConfig

    text = (ROOT / "docs/reference/configuration.md").read_text(encoding="utf-8")
    listed = text.split("## Options of the plugin")[1].split("\n## ")[0]
    assert sorted(re.findall(r"^\| `(\w+)` \|", listed, re.MULTILINE)) == sorted(dict(OerConfig._schema))


def test_commands_that_pages_show_exist() -> None:
    from oer_build.cli import main

    for page in [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").rglob("*.md")]:
        text = page.read_text(encoding="utf-8")
        for command in re.findall(r"(?:^|`|oer run |/)oer ([a-z]+)", text, re.MULTILINE):
            assert command in main.commands, f"{page.name} shows `oer {command}`"


def test_the_policies_of_which_pages_tell_are_those_that_are_tested() -> None:
    from tests.browser.test_strict_policy import Bare
    from tests.conftest import POLICIES

    stated = [
        policy
        for page in sorted((ROOT / "docs").rglob("*.md"))
        for policy in re.findall(r"default-src [^`\n]+", page.read_text(encoding="utf-8"))
    ]
    assert stated
    assert [policy for policy in stated if policy not in POLICIES + Bare.policies] == []


def promised() -> list[re.Pattern[str]]:
    """The addresses in the tables of `published-files.md`, as patterns of paths under the site."""
    text = (ROOT / "docs/reference/published-files.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `/([^`]*)` \|", text, re.MULTILINE)
    return [re.compile(re.sub(r"<[a-z]+>", "[^/]+", row.replace(".", r"\."))) for row in rows]


def test_every_address_that_is_promised_is_published(compilation: Compilation) -> None:
    paths = [page.path for page in compilation.pages] + [file.path for file in compilation.files]
    assert [row.pattern for row in promised() if not any(row.fullmatch(path) for path in paths)] == []


def test_every_file_that_programs_may_read_is_promised(compilation: Compilation) -> None:
    made = [file.path for file in compilation.files if not file.copy_of]
    assert [path for path in made if not any(row.fullmatch(path) for row in promised())] == []
