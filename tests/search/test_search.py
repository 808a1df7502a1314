"""The files that search needs: every word and name of the site once, every page under its facets, an index
for each language; and the pure scripts, by node's own test runner."""

from __future__ import annotations

import gzip
import json
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from oer_build.diagnostics import Span
from oer_build.hosts.search_index import write_search_index
from oer_build.lesson import SearchSection
from oer_build.model import Term
from oer_build.offline.copy import search_files
from oer_build.pages.page import Page
from oer_build.pages.search_data import PAGES, WORDS, fold, names, pages_data, searched, words_data

HERE = Path(__file__).parent


@pytest.mark.parametrize("file", ["words.test.mjs", "names.test.mjs"])
def test_the_pure_scripts(file: str) -> None:
    node = shutil.which("node")
    if not node:
        pytest.fail("node is needed: install Node.js 20 or newer", False)
    done = subprocess.run(
        [node, "--test", str(HERE / file)], capture_output=True, text=True, check=False, timeout=60
    )
    assert not done.returncode, done.stdout + done.stderr


def page(name: str, text: str = "Words.", language: str = "en", **filters: tuple[str, ...]) -> Page:
    sections = (SearchSection("", name, text),) if text else ()
    return Page(f"{name}/", name, "", "article", "", sections=sections, filters=filters, language=language)


def term(name: str, *synonyms: str) -> Term:
    return Term(name, name, "What it is.", Span("content/glossary.yml"), synonyms)


@pytest.mark.parametrize(("text", "folded"), json.loads((HERE / "folding.json").read_text(encoding="utf-8")))
def test_words_are_folded_as_in_the_browser(text: str, folded: str) -> None:
    assert fold(text) == folded


def words(*texts: str) -> list[str]:
    return words_data([page("x", text) for text in texts])["words"].split()


def test_every_word_stands_once_the_most_used_first() -> None:
    assert words("consent data consent", "data", "The data: consent.", "data") == ["data", "consent", "The"]


def test_a_word_is_written_as_it_mostly_is() -> None:
    assert words("Éthique éthique", "éthique", "ETHIQUE") == ["éthique"]
    assert words("DPIA", "DPIA", "dpia") == ["DPIA"]
    assert words("Same", "same") == words("same", "Same"), "the order of pages does not matter"


def test_words_are_letters_with_their_marks() -> None:
    assert words("e-mail2web l’évaluation 2024 <b>x</b> a_b") == ["évaluation", "mail", "web"]
    assert set(words("سِجِلّ निजता")) == {"سِجِلّ", "निजता"}


def test_scripts_without_spaces_short_words_and_endless_ones_are_left_out() -> None:
    assert words("公共サービス บริการ is it " + "a" * 41) == []
    assert words_data([]) == {"words": ""}
    assert words_data([page("x", "")])["words"] == ""


def test_only_terms_of_several_names_have_other_names() -> None:
    terms = [
        term("AI", "artificial intelligence"),
        term("algorithm"),
        term("share alike", "Share-Alike", "share alike"),
        term("e-mail", "", "…", "electronic mail"),
    ]
    assert names(terms) == [["AI", "artificial intelligence"], ["e-mail", "electronic mail"]]


def test_a_facet_lists_the_places_of_its_pages() -> None:
    pages = [page("a", kind=("Module",), level=("One", "Two")), page("b", kind=("Module",)), page("c")]
    data = pages_data(pages, ["en_1", "en_2", "en_3"], [])
    assert data["facets"] == {"kind": {"Module": [0, 1]}, "level": {"One": [0], "Two": [0]}}
    assert data["ids"] == ["en_1", "en_2", "en_3"]
    drawn = {"article": "Documentation", "story": "Story", "home": "Overview", "module": "Module"}
    many = [replace(page(name, kind=(title,)), kind=name) for name, title in drawn.items()]
    kinds = pages_data(many, list("abcd"), [])["facets"]["kind"]
    assert list(kinds.items()) == [
        ("Module", [3]),
        ("Story", [1]),
        ("Overview", [2]),
        ("Documentation", [0]),
    ]
    assert pages_data([], [], []) == {"ids": [], "facets": {}, "names": [], "languages": [], "tongues": {}}


def test_pages_in_another_language_than_the_site_are_named() -> None:
    pages = [
        page("a", language="en"),
        page("b", language="ar"),
        page("c", language=""),
        page("d", language="fr"),
    ]
    assert pages_data(pages, list("abcd"), [], "ar")["tongues"] == {
        "en": {"dir": "ltr", "pages": [0]},
        "fr": {"dir": "ltr", "pages": [3]},
    }
    assert pages_data(pages[1:3], list("bc"), [], "ar")["tongues"] == {}


def written(pages: list[Page], folder: Path, language: str = "en") -> dict[str, Any]:
    write_search_index(pages, [term("AI", "artificial intelligence")], folder, language)
    data: dict[str, Any] = json.loads((folder / PAGES).read_text(encoding="utf-8"))
    return data


def test_each_id_is_that_of_a_page_of_the_index(tmp_path: Path) -> None:
    pages = [page("a", kind=("Module",)), page("silent", ""), page("b c"), page("deep/é")]
    data = written(pages, tmp_path)
    for identifier, one in zip(data["ids"], searched(pages), strict=True):
        fragment = gzip.decompress((tmp_path / f"pagefind/fragment/{identifier}.pf_fragment").read_bytes())
        assert json.loads(fragment[12:])["meta"]["title"] == one.title
    assert data["names"] == [["AI", "artificial intelligence"]]
    assert "Words" in (tmp_path / WORDS).read_text(encoding="utf-8")
    assert not list(tmp_path.rglob("*ui*"))


def test_pages_in_another_language_have_an_index_of_their_own(tmp_path: Path) -> None:
    pages = [
        page("a"),
        page("b", "Les services publics.", "fr"),
        page("c", "خدمات", "ar"),
        page("d", language=""),
    ]
    data = written(pages, tmp_path)
    assert data["languages"] == ["ar", "fr"]
    assert [one.partition("_")[0] for one in data["ids"]] == ["en", "fr", "ar", "en"]
    for folder, wasm in (("", "en"), ("fr", "fr"), ("ar", "ar")):
        entry = json.loads(
            (tmp_path / "pagefind" / folder / "pagefind-entry.json").read_text(encoding="utf-8")
        )
        assert entry["languages"][wasm]["wasm"] == wasm, "its own stemmer"
        assert (tmp_path / "pagefind" / folder / "pagefind.js").is_file()


def test_a_site_in_one_language_has_one_index(tmp_path: Path) -> None:
    assert written([page("a", "خدمات", "ar")], tmp_path, "ar")["languages"] == []


def test_the_same_pages_make_the_same_files(tmp_path: Path) -> None:
    pages = [
        page(f"p{n}", f"word{n} all", kind=(f"K{n % 3}",), language="fr" if n % 4 else "en")
        for n in range(20)
    ]
    for name in ("one", "two"):
        written(pages, tmp_path / name)
    files = sorted(
        path.relative_to(tmp_path / "one") for path in (tmp_path / "one").rglob("*") if path.is_file()
    )
    assert files == sorted(
        path.relative_to(tmp_path / "two") for path in (tmp_path / "two").rglob("*") if path.is_file()
    )
    for file in files:
        assert (tmp_path / "one" / file).read_bytes() == (tmp_path / "two" / file).read_bytes(), file


def test_a_site_without_text_has_no_search_files(tmp_path: Path) -> None:
    write_search_index([page("silent", "")], [], tmp_path, "en")
    assert not list(tmp_path.iterdir())


def test_the_offline_copy_knows_pages_by_their_addresses() -> None:
    pages = [page("a"), page("silent", ""), page("b", language="fr")]
    made = pages_data(
        searched(pages), ["en_1", "fr_2"], [term("AI", "artificial intelligence")], "en", ["fr"]
    )
    (content,) = search_files({PAGES: json.dumps(made).encode()}, pages).values()
    data = json.loads(content)
    assert data["tongues"] == made["tongues"] != {}, "the places of pages are the same"
    assert (data["ids"], data["languages"], data["names"]) == (
        ["a/index.html", "b/index.html"],
        [],
        [["AI", "artificial intelligence"]],
    )
    assert search_files({}, pages) == {}
