"""`oer strings`: a file for translators that loses nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

from oer_build.translation import TranslationFault, update, wording
from tests.cli.tiny import oer


def read(file: Path) -> Catalog:
    with file.open("rb") as source:
        return read_po(source, abort_invalid=True)


def test_words_are_found_wherever_they_are_used() -> None:
    found = wording()
    for text in (
        "Skip to content",  # the frame
        "Table {number}",  # rendered Markdown
        "This is the whole site, to use without a connection.",  # the offline copy
        "What comes before what",  # a map
        "Coverage",
        "Credit as text",
    ):
        assert text in found, text
    plural = found["%(count)s module"]
    assert plural is not None and plural.id == ("%(count)s module", "%(count)s modules")


def test_a_new_file_lists_every_string_empty(tmp_path: Path) -> None:
    file = tmp_path / "deep" / "pt.po"
    counts = update(file, "pt")
    assert (counts.translated, counts.obsolete, counts.packaged) == (0, 0, 0)
    assert counts.empty == counts.new == len(wording())
    text = file.read_text(encoding="utf-8")
    assert text.startswith("# The words of the interface in Portuguese")
    assert '"Language: pt\\n"' in text and "Plural-Forms" in text
    assert "@" not in text[: text.index("\n\n")]


def test_an_update_keeps_translations_and_comments(tmp_path: Path) -> None:
    file = tmp_path / "pt.po"
    update(file, "pt")
    text = file.read_text(encoding="utf-8")
    text = text.replace(
        'msgid "Coverage"\nmsgstr ""', '# as in the law\nmsgid "Coverage"\nmsgstr "Cobertura"'
    )
    text += '\nmsgid "A word that is gone"\nmsgstr "Uma palavra"\n'
    file.write_text(text, encoding="utf-8")
    counts = update(file, "pt")
    assert (counts.translated, counts.new, counts.obsolete) == (1, 0, 1)
    after = read(file)
    kept = after["Coverage"]
    assert kept is not None and kept.string == "Cobertura" and kept.user_comments == ["as in the law"]
    assert [message.string for message in after.obsolete.values()] == ["Uma palavra"]
    before = file.read_bytes()
    assert update(file, "pt") == counts
    assert file.read_bytes() == before, "nothing changed, so the file does not change"


def test_a_word_that_comes_back_is_translated_again(tmp_path: Path) -> None:
    file = tmp_path / "pt.po"
    file.write_text(
        'msgid ""\nmsgstr "Language: pt\\n"\n\n#~ msgid "Coverage"\n#~ msgstr "Cobertura"\n', "utf-8"
    )
    assert update(file, "pt").translated == 1


def test_the_projects_file_shows_what_the_tool_says(tmp_path: Path) -> None:
    file = tmp_path / "fr-CA.po"
    counts = update(file, "fr-CA")
    assert counts.empty >= counts.packaged > 900
    said = read(file)["Coverage"]
    assert said is not None and not said.string and said.auto_comments == ["The tool says: Couverture"]


def test_words_of_the_projects_own_templates_are_listed(tmp_path: Path) -> None:
    pages = tmp_path / "overrides" / "pages"
    pages.mkdir(parents=True)
    (pages / "role.html.jinja").write_text("<h1>{% trans %}Our own title{% endtrans %}</h1>", "utf-8")
    update(tmp_path / "pt.po", "pt", pages)
    found = read(tmp_path / "pt.po")["Our own title"]
    assert found is not None and found.locations == [("overrides/pages/role.html.jinja", None)]


def test_a_template_that_is_broken_is_named(tmp_path: Path) -> None:
    (tmp_path / "role.html.jinja").write_text("{% trans %}never ends", "utf-8")
    with pytest.raises(TranslationFault, match=r"overrides/pages/role\.html\.jinja cannot be read"):
        update(tmp_path / "pt.po", "pt", tmp_path)


def test_the_command_writes_into_the_project_and_says_the_counts(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text("site_name: x\n", "utf-8")
    first = oer("strings", "pt_br", cwd=tmp_path)
    assert first.returncode == 0, first.stderr
    assert (tmp_path / "overrides" / "strings" / "pt-BR.po").is_file()
    assert " strings: 0 translated, " in first.stdout and "new" not in first.stdout
    again = oer("strings", "pt-BR", cwd=tmp_path)
    assert again.stdout == first.stdout


def test_the_command_needs_no_project_for_another_file(tmp_path: Path) -> None:
    assert oer("strings", "fr", "--output", "fr.po", cwd=tmp_path).returncode == 0
    assert (tmp_path / "fr.po").is_file()


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (("strings", "no_such_language_"), "is no language tag"),
        (("strings", "en-x-plain", "-o", "new.po"), "write the tag without its last parts, such as 'en'"),
        (("strings", "de-DE-u-co-phonebk", "-o", "new.po"), "such as 'de'"),
        (("strings", "sl-rozaj-biske", "-o", "new.po"), "such as 'sl'"),
        (("strings", "pt"), "no mkdocs.yml in"),
        (("strings", "pt", "-o", "broken.po"), "cannot be read"),
    ],
)
def test_wrong_use_changes_nothing(arguments: tuple[str, ...], reason: str, tmp_path: Path) -> None:
    broken = tmp_path / "broken.po"
    broken.write_text("what is this", "utf-8")
    answer = oer(*arguments, cwd=tmp_path)
    assert answer.returncode == 2 and reason in answer.stderr
    assert broken.read_text("utf-8") == "what is this" and list(tmp_path.iterdir()) == [broken]
