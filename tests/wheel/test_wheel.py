"""From the wheel to other people's sites: nothing of this course goes along."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from tests.wheel.frameworks import title, write_framework
from tests.wheel.installed import CHECKOUT, Installed


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Installed:
    return Installed(tmp_path_factory.mktemp("wheel"))


@pytest.fixture
def academy(installed: Installed, tmp_path: Path) -> Path:
    command = ("new", "site", "academy", "--title", "Harbour academy", "--license", "CC-BY-4.0")
    started = installed.run(installed.oer, *command, cwd=tmp_path)
    assert started.returncode == 0, started.stderr
    return tmp_path / "academy"


def test_the_tool_comes_from_the_wheel_and_not_from_the_checkout(
    installed: Installed, tmp_path: Path
) -> None:
    answer = installed.run(
        installed.python, "-c", "import oer_build.cli as c; print(c.__file__)", cwd=tmp_path
    )
    assert Path(answer.stdout.strip()).is_relative_to(installed.folder), answer.stderr


def test_the_wheel_holds_the_tool_its_licences_and_no_course(installed: Installed) -> None:
    names = installed.names()
    assert {name.partition("/")[0] for name in names if ".dist-info/" not in name} == {"oer_build"}
    assert any(name.endswith(".dist-info/licenses/LICENSE") for name in names)
    needed_files = (
        "scaffold/site/mkdocs.yml.tmpl",
        "theme/main.html",
        "theme/assets/oer/oer.css",
        "locales/fr.po",
    )
    for needed in needed_files:
        assert f"oer_build/{needed}" in names


def test_a_new_site_builds_and_has_its_pages(installed: Installed, academy: Path) -> None:
    site = installed.build(academy)
    for page in (
        "",
        "framework/",
        "map/",
        "coverage/",
        "catalogue/",
        "glossary/",
        "licenses/",
        "competencies/plain-writing/",
        "modules/notice-people-act-on/",
        "modules/notice-people-act-on/teach/",
        "courses/first-course/",
        "roles/front-desk/",
    ):
        assert (site / page / "index.html").is_file(), page
    assert "Harbour academy" in (site / "index.html").read_text(encoding="utf-8")
    assert broken_links(site) == []


def test_not_one_sentence_of_this_course_is_in_it(installed: Installed, academy: Path) -> None:
    site = installed.build(academy)
    ours = set(sentences_of_the_course())
    assert len(ours) > 200
    theirs = " ".join(words(page.read_text(encoding="utf-8")) for page in pages(site))
    theirs += squeezed(" ".join(path.read_text(encoding="utf-8") for path in sources(academy)))
    assert [sentence for sentence in ours if sentence in theirs] == []


def test_its_overrides_and_strings_are_used(installed: Installed, academy: Path) -> None:
    (academy / "overrides/theme/partials").mkdir()
    footer = "<footer>Footer of the harbour</footer>"
    (academy / "overrides/theme/partials/footer.html").write_text(footer, encoding="utf-8")
    head = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
    po = head + 'msgid "Catalogue"\nmsgstr "All our lessons"\n'
    (academy / "overrides/strings/en.po").write_text(po, encoding="utf-8")
    (academy / "overrides/pages/role.html.jinja").write_text("<h1>Our own role page</h1>", encoding="utf-8")
    site = installed.build(academy)
    assert "Footer of the harbour" in (site / "map/index.html").read_text(encoding="utf-8")
    assert "All our lessons" in words((site / "catalogue/index.html").read_text(encoding="utf-8"))
    assert "Our own role page" in (site / "roles/front-desk/index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("competencies", "levels", "modules"),
    [
        pytest.param(160, 0, 12, id="160 competencies without levels"),
        pytest.param(500, 8, 24, id="500 competencies with eight levels"),
        pytest.param(9, 3, 0, id="no modules at all"),
    ],
)
def test_a_framework_of_another_shape_reads_well(
    competencies: int, levels: int, modules: int, installed: Installed, academy: Path
) -> None:
    write_framework(academy, competencies, levels, modules)
    site = installed.build(academy)
    read = {path.relative_to(site).as_posix(): path.read_text(encoding="utf-8") for path in pages(site)}

    # Every competency has a page, and the framework and the map name them all.
    for number in range(competencies):
        assert title(number) in read[f"competencies/skill-{number}/index.html"]
    for path in ("framework/index.html", "map/index.html"):
        said = words(read[path])
        assert [n for n in range(competencies) if title(n) not in said] == [], path
    # Levels are spoken of where there are any, and only there.
    shown = words(read["competencies/skill-1/index.html"])
    assert ("Step 8" in shown) == (levels == 8)
    assert ("Step" in shown) == bool(levels)
    # Where there are no modules nothing leads to lists of them.
    assert (f"modules/lesson-{modules - 1}/index.html" in read) == bool(modules)
    if not modules:
        assert "catalogue/" not in links(read["index.html"])
    for path, text in read.items():
        said = words(text)
        assert not re.search(r"\bNone\b|\bundefined\b|\bnan\b|\bTraceback\b", said), path
        assert "<h1" in text, path
        assert "<th></th>" not in text, path
    assert broken_links(site) == []
    # What a page costs does not grow with the framework, but for the pages that list it.
    longest = max(len(text) for path, text in read.items() if path.startswith("competencies/"))
    assert longest < 60_000 + 2_000 * levels


def pages(site: Path) -> Iterator[Path]:
    return site.rglob("*.html")


def sources(project: Path) -> Iterator[Path]:
    for folder in ("competencies", "content", "overrides"):
        yield from (path for path in (project / folder).rglob("*") if path.is_file())


def words(text: str) -> str:
    """What a page says, without its tags."""
    bare = re.sub(r"<(script|style)\b.*?</\1>|<[^>]*>", " ", text, flags=re.DOTALL)
    return squeezed(html.unescape(bare))


def squeezed(text: str) -> str:
    return " ".join(text.split())


def sentences_of_the_course() -> Iterator[str]:
    """Sentences of six words or more of this repository's own course and framework."""
    for path in sources(CHECKOUT):
        if path.suffix in (".md", ".yml"):
            for line in path.read_text(encoding="utf-8").splitlines():
                for sentence in re.findall(r"[A-Z][^.?!|{}\[\]]{25,}[.?!](?=\s|\"|$)", line):
                    if len(sentence.split()) >= 6:
                        yield squeezed(sentence)


class _Links(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found += [value for name, value in attrs if name in ("href", "src") and value]


def links(text: str) -> list[str]:
    parser = _Links()
    parser.feed(text)
    return parser.found


def broken_links(site: Path) -> list[str]:
    """Links within the site that lead nowhere."""
    broken = set()
    for page in pages(site):
        for link in links(page.read_text(encoding="utf-8")):
            parts = urlsplit(link)
            if parts.scheme or parts.netloc or not parts.path:
                continue
            # 404.html is served at any address, so its links count from the site's root.
            base = site if parts.path.startswith("/") else page.parent
            target = (base / unquote(parts.path).lstrip("/")).resolve()
            if not (target.is_file() or (target / "index.html").is_file()):
                broken.add(f"{page.relative_to(site).as_posix()} -> {link}")
    return sorted(broken)
