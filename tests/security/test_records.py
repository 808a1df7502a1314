"""Records and front matter are data: no tag runs, no alias expands, no key names a template."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.core.small_course import FILES, compiled
from tests.security.test_files import published

MODULE = "content/modules/asking/index.md"
TEXT = FILES[MODULE]
RECORD = "competencies/listening.yml"

TAGS = [
    "!!python/object/apply:os.system ['touch {marker}']",
    "!!python/object/new:subprocess.Popen [['touch', '{marker}']]",
    "!!python/object/apply:builtins.open ['{marker}', 'w']",
    "!!python/name:os.system",
    "!!python/module:antigravity",
    "!ENV SECRET_OF_THE_BUILD",
    "!relative $config_dir",
    "!!binary aGk=",
]


@pytest.mark.parametrize("tag", TAGS)
@pytest.mark.parametrize("file", [RECORD, MODULE])
def test_a_tag_is_refused_and_does_nothing(
    tag: str, file: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SECRET_OF_THE_BUILD", "hunter2")
    marker = tmp_path / "marker"
    title = "title: Asking" if file == MODULE else "title: Listening"
    made = compiled(
        tmp_path / "project", {file: FILES[file].replace(title, f"title: {tag.format(marker=marker)}")}
    )
    assert "yaml-tag" in {problem.code for problem in made.report if problem.span.file == file}
    assert not marker.exists()
    assert "hunter2" not in published(made)


def test_aliases_that_expand_to_a_billion_words_are_refused(tmp_path: Path) -> None:
    laughs = "a0: &a0 [ha, ha, ha]\n" + "".join(
        f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 12)
    )
    made = compiled(tmp_path, {RECORD: laughs})
    assert "yaml-alias" in {problem.code for problem in made.report}
    assert len(list(made.report)) <= 150


DAMAGE = {
    "another spelling of the key": ("license: CC-BY-SA-4.0", "licence: CC-BY-SA-4.0", "unknown-key"),
    "no space after the colon": ("license: CC-BY-SA-4.0", "license:CC-BY-SA-4.0", "yaml-syntax"),
    "a tab": ("license: CC-BY-SA-4.0", "\tlicense: CC-BY-SA-4.0", "yaml-tab"),
    "a quotation mark without end": ("title: Asking", 'title: "Asking', "yaml-syntax"),
    "a bracket without end": ("{name: The demo team}]", "{name: The demo team}", "yaml-syntax"),
    "a colon in a title": ("title: Asking", "title: Asking: how", "yaml-syntax"),
    "the key twice": ("inLanguage: en", "license: CC-BY-NC-ND-4.0\ninLanguage: en", "yaml-duplicate-key"),
    "a dash instead of three": ("---\n\n## The", "--\n\n## The", "front-matter-unclosed"),
    "another dash": ("---\ntitle", "—\ntitle", "front-matter-missing"),
    "a line above": ("---\ntitle", "\n---\ntitle", "front-matter-missing"),
    "no licence": ("license: CC-BY-SA-4.0\n", "", "missing-key"),
    "an empty licence": ("license: CC-BY-SA-4.0", "license:", "empty-value"),
    "a licence that is none": ("license: CC-BY-SA-4.0", "license: free for all", "invalid-license"),
    "a list of licences": ("license: CC-BY-SA-4.0", "license: [CC-BY-SA-4.0]", "wrong-type"),
}


@pytest.mark.parametrize("how", DAMAGE)
def test_no_slip_takes_a_licence_away_in_silence(how: str, tmp_path: Path) -> None:
    before, after, code = DAMAGE[how]
    assert TEXT.count(before) == 1
    made = compiled(tmp_path, {MODULE: TEXT.replace(before, after)})
    found = {(problem.span.file, problem.code) for problem in made.report if problem.severity == "error"}
    assert (MODULE, code) in found


@pytest.mark.parametrize(
    "key",
    [
        "template: main.html",
        "template: ../../evil.html",
        "hide: [navigation]",
        "search: {exclude: true}",
        "social: {cards: true}",
        "extra_javascript: [https://evil.example/x.js]",
        "hooks: [evil.py]",
        "redirect: https://evil.example/",
        "__class__: x",
    ],
)
def test_a_page_cannot_name_a_template_or_change_the_site(key: str, tmp_path: Path) -> None:
    files = ["content/courses/demo/index.md", "content/index.md", MODULE]
    made = compiled(
        tmp_path, {file: FILES[file].replace("---\ntitle", f"---\n{key}\ntitle", 1) for file in files}
    )
    assert [(problem.span.file, problem.code, problem.span.line) for problem in made.report] == [
        (file, "unknown-key", 2) for file in files
    ]


ESCAPES = {
    r"\0": "nul-character",
    r"\a": "forbidden-character",
    r"\e[31m": "forbidden-character",
    r"\x7f": "forbidden-character",
    r"\N": "forbidden-character",
    r"\L": "forbidden-character",
    r"\u202e": "forbidden-character",
    r"\u200b": "forbidden-character",
    r"\ufdd0": "forbidden-character",
    r"\ufffe": "forbidden-character",
    r"\U000e0041": "forbidden-character",
    r"\ud800": "yaml-syntax",
}


@pytest.mark.parametrize("escape", ESCAPES)
def test_characters_that_no_xml_holds_or_nobody_sees_do_not_come_as_escapes(
    escape: str, tmp_path: Path
) -> None:
    made = compiled(
        tmp_path, {RECORD: FILES[RECORD].replace("title: Listening", f'title: "List{escape}ening"')}
    )
    found = [(problem.code, problem.span.line, problem.span.file) for problem in made.report]
    assert (ESCAPES[escape], 2, RECORD) in found


def test_nor_as_references_in_a_text(tmp_path: Path) -> None:
    made = compiled(
        tmp_path, {MODULE: f"{TEXT}\nA &#0; &#1; &#8; &#27; &#x7f; &#xfdd0; &#xfffe; &#xd800; B\n"}
    )
    body = next(str(page.body) for page in made.pages if page.path == "modules/asking/")
    assert not set(body) & {*map(chr, range(9)), "\x1b", "\x7f", "\ufdd0", "\ufffe", "\ud800"}
