"""`mkdocs.yml` and `overrides/` are code, and trusted; mistakes in them are told in plain words."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.cli.tiny import FILES, MODULE, edit, oer, tree, write_tiny

SETTINGS = FILES["mkdocs.yml"]

OPTIONS = {
    "a list for a text": "license: [CC-BY-SA-4.0]",
    "a number for a text": "license: 4",
    "a text for a list": "articles: docs",
    "numbers in a list": "articles: [1]",
    "a list in a list": "articles: [[docs]]",
    "a map for a list": "articles: {docs: docs}",
    "a text for yes or no": "edit: sometimes",
    "a number for yes or no": "cache: 3",
    "an unknown option": "licence: MIT",
}


@pytest.mark.parametrize("mistake", OPTIONS)
@pytest.mark.parametrize("command", ["check", "build"])
def test_an_option_of_the_wrong_type_is_wrong_use(command: str, mistake: str, tmp_path: Path) -> None:
    root = write_tiny(tmp_path)
    edit(root, "mkdocs.yml", "license: CC-BY-SA-4.0", OPTIONS[mistake])
    before = tree(root)
    answer = oer(command, cwd=root)
    assert answer.returncode == 2
    assert answer.stderr.startswith("oer: mkdocs.yml")
    assert OPTIONS[mistake].partition(":")[0] in answer.stderr
    assert "Traceback" not in answer.stderr
    assert tree(root) == before


@pytest.mark.parametrize("option", ["articles: [..]", "articles: [/etc]", "license: free"])
def test_an_option_of_the_wrong_value_is_told(option: str, tmp_path: Path) -> None:
    root = write_tiny(tmp_path)
    edit(root, "mkdocs.yml", "license: CC-BY-SA-4.0", option)
    answer = oer("build", cwd=root)
    assert answer.returncode == 1
    assert re.search(r"mkdocs\.yml:\d+:\d+: error\[", answer.stderr)
    assert option.split(": ")[1].strip("[]") in answer.stderr
    assert "Traceback" not in answer.stderr
    assert not (root / "site").exists()


ALTERNATES = {
    "7": "`extra.alternate` is no list of languages: 7",
    "foo": "`extra.alternate` is no list of languages: 'foo'",
    "[fr]": "language 1 has no name, lang and link: 'fr'",
    "[{name: Français, link: /fr/}]": "language 1 has no `lang`",
    "[{name: Norsk, lang: no, link: /no/}]": "language 1: `lang` is no text: False",
    "[{name: Français, lang: french, link: /fr/}]": "language 1: 'french' is the name of a language",
    "[{name: A, lang: fr, link: /}, {lang: de, link: /}]": "language 2 has no `name`",
    "[{name: A, lang: fr, link: 'javascript:alert(1)'}]": "language 1: `link` is no web address",
    "[{name: A, lang: fr, link: 'https://[x'}]": "language 1: `link` is no address",
    "[{name: A, lang: fr, link: /, pages: always}]": "`pages` is neither true nor false: 'always'",
    "[{name: A, lang: fr, link: /fr/index.html, pages: true}]": "'/fr/index.html' is no folder",
}


@pytest.mark.parametrize("value", ALTERNATES)
@pytest.mark.parametrize("command", ["check", "build"])
def test_a_mistake_in_the_other_languages_is_told(command: str, value: str, tmp_path: Path) -> None:
    root = write_tiny(tmp_path)
    edit(root, "mkdocs.yml", "docs_dir", f"extra: {{alternate: {value}}}\ndocs_dir")
    answer = oer(command, cwd=root)
    assert answer.returncode == 1
    assert ALTERNATES[value] in answer.stdout + answer.stderr
    assert "help: " in answer.stdout + answer.stderr
    assert "Traceback" not in answer.stderr
    assert not (root / "site").exists()


def test_the_address_of_another_language_may_lack_its_last_slash(tmp_path: Path) -> None:
    """The address of the page follows it: `https://c.example/frmap/` would be nobody's."""
    root = write_tiny(tmp_path)
    languages = """
    - {name: English, lang: en, link: /, pages: true}
    - {name: Français, lang: fr, link: "https://c.example/fr", pages: true}
    - {name: Deutsch, lang: de, link: "https://c.example/de"}
docs_dir"""
    edit(root, "mkdocs.yml", "docs_dir", f"extra:\n  alternate:{languages}")
    answer = oer("build", cwd=root)
    assert answer.returncode == 0, answer.stderr
    page = (root / "site/map/index.html").read_text("utf-8")
    assert 'href="https://c.example/fr/map/"' in page
    assert 'href="https://c.example/de"' in page
    assert "c.example/frmap" not in page


def test_an_override_is_code_and_draws_what_it_wants(tmp_path: Path) -> None:
    root = write_tiny(tmp_path)
    template = root / "overrides/pages/module.html.jinja"
    template.parent.mkdir(parents=True)
    template.write_text("<h1>Mine</h1><script>1</script>{{ '<b>' }}")
    assert oer("build", cwd=root).returncode == 0
    page = (root / "site/modules/asking/index.html").read_text("utf-8")
    assert "<script>1</script>&lt;b&gt;" in page


@pytest.mark.parametrize(
    "name", ["overrides/pages/module.html.jinja", "main.html", "strings/strings.po", "hooks.py"]
)
def test_but_content_holds_no_override(name: str, tmp_path: Path) -> None:
    root = write_tiny(tmp_path)
    file = root / "content" / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("<script>1</script>")
    answer = oer("check", cwd=root)
    assert answer.returncode == 1
    assert f"content/{name}:1:1: error[asset-type]" in answer.stdout


def test_a_template_that_fails_is_told_and_publishes_nothing(tmp_path: Path) -> None:
    root = write_tiny(tmp_path)
    template = root / "overrides/pages/module.html.jinja"
    template.parent.mkdir(parents=True)
    template.write_text("<h1>Mine</h1>\n{{ module.no_such_thing.at_all }}")
    answer = oer("build", cwd=root)
    assert answer.returncode == 1
    assert "overrides/pages/module.html.jinja:2" in answer.stderr
    assert "Traceback" not in answer.stderr
    assert not (root / "site").exists()


def test_template_code_in_content_is_text(tmp_path: Path) -> None:
    root = write_tiny(tmp_path)
    edit(root, MODULE, "MARKER", "{{ 7 * 7 }} {% include 'main.html' %} ${7*7} <%= 7 %>")
    edit(root, MODULE, "title: Asking", "title: 'Asking {{ config }}'")
    assert oer("build", cwd=root).returncode == 0
    page = (root / "site/modules/asking/index.html").read_text("utf-8")
    assert "{{ 7 * 7 }} {% include 'main.html' %} ${7*7} &lt;%= 7 %&gt;" in page
    assert "<title>Asking {{ config }} · " in page


@pytest.mark.parametrize(
    "command", [("new", "module", "another"), ("list",), ("list", "modules")], ids=" ".join
)
def test_a_command_that_does_not_compile_takes_no_setting_for_another(
    command: tuple[str, ...], tmp_path: Path
) -> None:
    """Nothing is written under a licence that nobody chose."""
    root = write_tiny(tmp_path)
    edit(root, "mkdocs.yml", "license: CC-BY-SA-4.0", "license: CC BY-NC")
    before = tree(root)
    answer = oer(*command, cwd=root)
    assert answer.returncode == 2
    assert re.search(r"mkdocs\.yml:\d+:\d+: error\[invalid-license\]", answer.stderr)
    assert tree(root) == before


def test_what_mkdocs_does_not_accept_has_its_place_too(tmp_path: Path) -> None:
    root = write_tiny(tmp_path)
    edit(root, "mkdocs.yml", "license: CC-BY-SA-4.0", "license: 4")
    answer = oer("check", cwd=root)
    assert answer.returncode == 2
    assert re.match(r"oer: mkdocs\.yml:4:\d+: Config value 'plugins': Plugin 'oer' option", answer.stderr)
