"""Scripts made light for publishing do what the sources do: the same words, signs and texts, in order."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from rjsmin import jsmin

from oer_build import theme
from oer_build.hosts.light import OURS
from oer_build.offline.masking import masked
from tests.cli.tiny import edit, oer, write_tiny

SCRIPTS = sorted((Path(theme.__file__).parent / OURS).glob("*.js"))


def _code(source: str) -> list[str]:
    return re.findall(r"[\w$]+|[^\s\w$]", masked(source))


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_code_is_the_same(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    assert _code(jsmin(source)) == _code(source)


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_what_is_quoted_is_the_same(path: Path) -> None:
    """Every text, regular expression and template of the light script stands in the source."""
    source = path.read_text(encoding="utf-8")
    light = jsmin(source)
    code = masked(light)
    quoted = [light[one.start() : one.end()] for one in re.finditer(r"(?<=[\"'])[ ]{3,}(?=[\"'])", code)]
    assert all(text in source for text in quoted)


def test_they_are_a_third_lighter() -> None:
    sources = "".join(path.read_text(encoding="utf-8") for path in SCRIPTS)
    assert len(jsmin(sources)) < len(sources) * 2 / 3


def test_files_of_a_project_are_made_light_where_they_are_text(tmp_path: Path) -> None:
    """What is in another encoding, or is a folder that is named like a script, goes out as it came."""
    root = write_tiny(tmp_path)
    edit(root, "mkdocs.yml", "font: false", "font: false, custom_dir: overrides/theme")
    edit(root, "mkdocs.yml", "CC-BY-SA-4.0}", "CC-BY-SA-4.0, offline: true}")
    own = root / "overrides/theme/assets"
    (own / "oer/more.css").mkdir(parents=True)
    (own / "d3.js").mkdir()
    (own / "oer/old.js").write_text("// \u00e9\nlet a;\n", "latin-1")
    (own / "oer/old.css").write_text("/* \u00e9 */ p { }\n", "latin-1")
    (own / "oer/more.css/new.js").write_text("// 1\n", "utf-8")
    (own / "oer/new.js").write_text("// \u00e9\nlet b;\n", "utf-8")
    (own / "d3.js/readers.txt").write_text("1\n", "utf-8")
    answer = oer("build", cwd=root)
    assert answer.returncode == 0, answer.stderr
    published = root / "site/assets"
    for name in ("oer/old.js", "oer/old.css", "d3.js/readers.txt"):
        assert (published / name).read_bytes() == (own / name).read_bytes()
    assert (published / "oer/new.js").read_text("utf-8").strip() == "let b;"
