"""Languages and directions of the test site's pages as values, and the words that its catalogue has."""

from __future__ import annotations

import re
import shutil
from dataclasses import replace
from functools import partial
from html.parser import HTMLParser
from importlib import resources
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from oer_build.cli.project import project
from oer_build.compile import Compilation, compile_site
from oer_build.pages.page import Page
from oer_build.strings import Strings, direction, tongue
from tests.arabic import COURSE, KINDS, LETTER, LOG
from tests.builders import SITE, catalogue, competency, course, framework, module, role
from tests.conftest import build, once
from tests.pages.drawn import article, draw
from tests.pages.html import VOID, page_at

CATALOGUE = COURSE / "overrides" / "strings" / "ar.po"
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%s|\{\w+\}")


@pytest.fixture(scope="module")
def made() -> Compilation:
    found = compile_site(replace(project(COURSE), cache=None))
    assert not list(found.report)
    return found


def page(made: Compilation, path: str) -> Page:
    return next(one for one in made.pages if one.path == path)


def test_every_kind_of_page_is_looked_at_in_a_browser(made: Compilation) -> None:
    """`planned` is a module. Only sites that browsers can install have the page `offline`."""
    folder = resources.files("oer_build") / "pages" / "templates"
    names = {file.name.removesuffix(".html.jinja") for file in folder.iterdir()}
    drawn = {name for name in names if not name.endswith("parts")} - {"blocks", "offline"}
    assert {page(made, path).kind for path in KINDS.values() if path != KINDS["missing"]} == drawn


def test_marks_of_a_language() -> None:
    assert str(tongue("ar")) == ' lang="ar" dir="rtl"'
    assert str(tongue("pt-BR")) == ' lang="pt-BR" dir="ltr"'
    assert str(tongue("")) == ""
    assert [direction(tag) for tag in ("he", "ur-PK", "fa", "en", "xx-unknown")] == ["rtl"] * 3 + ["ltr"] * 2


@pytest.mark.parametrize(
    ("minutes", "words"),
    [(1, "دقيقة"), (2, "دقيقتان"), (3, "3 دقائق"), (60, "ساعة"), (75, "ساعة و15 دقيقة"), (120, "ساعتان")],
)
def test_lengths_in_arabic(minutes: int, words: str) -> None:
    assert Strings("ar").hours(minutes) == words


def test_days_and_months_that_the_data_do_not_have() -> None:
    strings = Strings("ar", CATALOGUE.parent)
    assert strings.period("P2M") == "شهران"
    assert strings.period("P11D") == "11 يومًا"


@pytest.mark.parametrize(
    ("count", "words"),
    list(
        zip(
            (0, 1, 2, 3, 10, 11, 99, 100, 102, 103),
            (
                "لا وحدات",
                "وحدة واحدة",
                "وحدتان",
                "3 وحدات",
                "10 وحدات",
                "11 وحدة",
                "99 وحدة",
                "100 وحدة",
                "102 وحدة",
                "103 وحدات",
            ),
            strict=True,
        )
    ),
)
def test_six_forms_of_the_plural(count: int, words: str) -> None:
    said = Strings("ar", CATALOGUE.parent).ngettext("%(count)s module", "%(count)s modules", count)
    assert said % {"count": count} == words


def test_the_catalogue_has_every_form_and_every_placeholder() -> None:
    with CATALOGUE.open("rb") as file:
        catalogue = read_po(file, locale="ar")
    for message in catalogue:
        if not message.id:
            continue
        english = (message.id,) if isinstance(message.id, str) else message.id
        arabic = (message.string,) if isinstance(message.string, str) else message.string
        assert len(arabic) == (1 if isinstance(message.id, str) else 6), message.id
        assert all(arabic), message.id
        known = set(PLACEHOLDER.findall(" ".join(english)))
        for text in arabic:
            assert set(PLACEHOLDER.findall(text)) <= known, message.id
        assert set(PLACEHOLDER.findall(arabic[-1])) == known, message.id


def test_pages_have_hardly_a_word_of_english(made: Compilation, monkeypatch: pytest.MonkeyPatch) -> None:
    """New words of the interface may be missing for a while, a page that is half English may not."""
    asked: set[str] = set()
    missing: set[str] = set()
    real = Strings.gettext

    def gettext(self: Strings, message: str) -> str:
        said = real(self, message)
        if self.language == "ar" and re.search("[a-z]{3}", re.sub(r"[{(]\w+[)}]", "", message)):
            asked.add(message)
            if said == message and "CASE" not in message:
                missing.add(message)
        return said

    monkeypatch.setattr(Strings, "gettext", gettext)
    compile_site(replace(project(COURSE), cache=None))
    assert len(missing) < len(asked) * 0.1, sorted(missing)


def test_a_module_in_another_language_speaks_its_own(made: Compilation) -> None:
    english, arabic = page(made, LOG), page(made, LETTER)
    assert (english.language, english.spoken, arabic.language, arabic.spoken) == ("en", "en", "ar", "ar")
    assert "Before you start" in english.body and "قبل أن تبدأ" not in english.body
    assert re.search(
        r'<a class="oer-module-link"[^>]* lang="ar" dir="rtl"[^>]*>رسالة يفهمها قارئها</a>', english.body
    )
    assert re.search(r'class="oer-ref oer-ref-competency"[^>]*lang="ar"', english.body)
    assert english.previous and english.previous.language == "ar"
    assert not re.search(r"<h1[^>]* lang=", english.body), "the page itself says its language"


def test_what_search_puts_together_is_in_the_words_of_the_site(made: Compilation) -> None:
    assert page(made, LOG).filters["kind"] == page(made, LETTER).filters["kind"] == ("الوحدة",)
    assert page(made, LOG).filters["language"] == ("الإنجليزية",)


def test_titles_in_lists_say_their_language(made: Compilation) -> None:
    course = page(made, "courses/first-steps/").body
    assert re.search(
        r'<a class="oer-module-link"[^>]* lang="en" dir="ltr"[^>]*>Reading a service log', course
    )
    assert not re.search(r'lang="ar"', course), "what is in the language of the page says nothing"


@pytest.mark.parametrize(
    "path",
    [
        "opportunities/",
        "opportunities/a-day-at-the-desk/",
        "overlaps/",
        "organisations/licences-ministry/",
        "packs/new-colleague/",
        "programmes/desk-day/",
        "programmes/desk-day/run-sheet/",
        "competencies/listening/",
        "licenses/",
    ],
)
def test_sentences_about_english_records_say_that_they_are_english(made: Compilation, path: str) -> None:
    sentence = re.compile(r"[A-Za-z]{2,} [a-z]+ [a-z]+")
    found = [(said, text) for _, said, text in Marked(page(made, path)).elements if sentence.search(text)]
    assert found, "the page tells of an English record"
    assert [text for said, text in found if said == "ar" and "The course team" not in text] == []


def test_an_english_record_says_what_in_it_is_arabic(made: Compilation) -> None:
    """But for the names of people and works, whose language no record states."""
    shown = page(made, "opportunities/help-desk-shadowing/")
    assert (shown.language, shown.spoken) == ("en", "en")
    arabic = {text: said for _, said, text in Marked(shown).elements if re.search("[\u0620-\u06ff]{2}", text)}
    for text in ("يوم في الشباك", "اعرض يومًا في مكتبك"):
        assert arabic[text] == "ar", text
    (reason,) = (text for text in arabic if text.startswith("هذا اليوم في الشباك"))
    assert arabic[reason] == "ar"


def test_an_english_framework_course_and_article_on_an_arabic_site() -> None:
    """Each link, heading and head of a table that is one of their titles says that it is English."""
    linked = catalogue(
        framework(in_language="en"),
        competency("users", "C1", associations=[("precedes", "teams")]),
        competency("teams", "C2", indicators=[("working", "t1", "skill", "Shares the work.")]),
        module("form", ["users@awareness practised"], title="نموذج", in_language="ar"),
        module("meeting", ["teams@working"], ["form"], ["users@working"], title="اجتماع", in_language="ar"),
        course("first", ["form"], title="First steps", in_language="en"),
        course("all", ["form", "meeting"], title="الكل", in_language="ar"),
        role("adviser", "users@working", "teams@awareness", title="مستشار"),
        articles={
            "about/": article("about/", "About us", in_language="en"),
            "learn/": article("learn/", "How to learn", in_language="en"),
        },
        site=replace(SITE, language="ar"),
    )
    drawn = draw(linked, language="ar")
    titles = {
        "Users",
        "C1 Users",
        "C2 Teams",
        "Awareness",
        "Working",
        "First steps",
        "About us",
        "How to learn",
    }
    named = ("a", "strong", "h1", "h2", "h3", "th")
    found = [
        (one.path, said, text)
        for one in drawn
        for element, said, text in Marked(one).elements
        if text in titles and (element in named or one.path == "self-assessment/")
    ]
    assert {(path, text) for path, _, text in found} >= {
        ("", "First steps"),
        ("", "Users"),
        ("", "About us"),
        ("", "How to learn"),
        ("map/", "C1 Users"),
        ("map/", "Working"),
        ("coverage/", "C2 Teams"),
        ("coverage/", "Working"),
        ("catalogue/", "First steps"),
        ("courses/", "First steps"),
        ("competencies/users/", "Working"),
        ("courses/all/", "Working"),
        ("roles/adviser/", "C1 Users"),
        ("roles/adviser/", "Working"),
        ("self-assessment/", "C2 Teams"),
        ("search/all/", "C1 Users"),
    }
    assert [one for one in found if one[1] != "en"] == []
    assert '<span lang="en" dir="ltr">Working</span> (' in page_at(drawn, "search/by-level/").body
    assert '<span lang="en" dir="ltr">Users</span></h1>' in page_at(drawn, "competencies/users/").body


class Marked(HTMLParser):
    """The elements of a page that hold words and nothing else: name, language as a screen reader takes it,
    words."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        self.elements: list[tuple[str, str, str]] = []
        self.open = [("", page.spoken or page.language)]
        self.feed(page.body)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in VOID:
            self.open.append((tag, dict(attrs).get("lang") or self.open[-1][1]))

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            self.open.pop()

    def handle_data(self, data: str) -> None:
        self.elements.append((*self.open[-1], data.strip()))


def test_signs_between_values_are_arabic(made: Compilation) -> None:
    course = re.sub(r"<[^>]+>", "", page(made, "courses/first-steps/").body)
    assert "وحدتان، ساعة و25 دقيقة" in course
    assert "؛" in course
    english = re.sub(r"<[^>]+>", "", page(made, LOG).body)
    assert "،" not in english


def test_an_arabic_module_in_an_english_site(tmp_path: Path) -> None:
    """Without Arabic words in the project only the author's text is Arabic; with them, the page is."""
    for folder in ("competencies", "content/modules/asking-well"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "competencies/framework.yml").write_text(
        "identifier: small\ntitle: Small\nversion: '1'\nlicense: CC-BY-SA-4.0\n", encoding="utf-8"
    )
    (tmp_path / "competencies/asking.yml").write_text(
        "identifier: asking\ntitle: Asking\nfullStatement: Asks people.\n", encoding="utf-8"
    )
    settings = "site_name: Course\ndocs_dir: content\ntheme: {name: material, language: en}\nplugins: [oer]\n"
    (tmp_path / "mkdocs.yml").write_text(settings, encoding="utf-8")
    (tmp_path / "content/modules/asking-well/index.md").write_text(
        "---\ntitle: كيف تسأل\ndescription: عن السؤال.\nteaches: [{competency: asking}]\n"
        "timeRequired: PT10M\ninLanguage: ar\n"
        "license: CC-BY-SA-4.0\ncreator: [{name: فريق الدورة}]\ncreativeWorkStatus: published\n---\n\nنص.\n",
        encoding="utf-8",
    )
    path = "modules/asking-well/"
    plain = page(compile_site(project(tmp_path)), path)
    assert (plain.language, plain.spoken) == ("ar", "en")
    assert '<h1 lang="ar" dir="rtl">كيف تسأل</h1>' in plain.body
    assert re.search(r'<div class="oer-body"[^>]* lang="ar" dir="rtl">', plain.body)
    assert "Use this module" in plain.body
    (tmp_path / "overrides/strings").mkdir(parents=True)
    (tmp_path / "overrides/strings/ar.po").write_bytes(CATALOGUE.read_bytes())
    spoken = page(compile_site(project(tmp_path)), path)
    assert (spoken.language, spoken.spoken) == ("ar", "ar")
    assert "<h1>كيف تسأل</h1>" in spoken.body and "استعمل هذه الوحدة" in spoken.body
    assert spoken.filters["kind"] == ("Module",)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return once(tmp_path_factory, "arabic", partial(build, project=COURSE))


def test_language_and_direction_stand_at_the_root_of_every_page(site: Path) -> None:
    for file in site.rglob("*.html"):
        text = file.read_text(encoding="utf-8")
        if "pagefind" not in file.parts:
            assert re.search(r'<html(?=[^>]* lang="ar")[^>]* dir="rtl"', text), file


def test_the_other_languages_are_named_without_flags(site: Path) -> None:
    home = (site / "index.html").read_text(encoding="utf-8")
    found = re.search(r'<nav class="oer-languages" aria-label="اللغات">(.*?)</nav>', home, re.DOTALL)
    assert found
    assert re.search(r'<span[^>]* lang="ar" dir="auto" aria-current="true">العربية</span>', found[1])
    address = "https://khidma.example/en/"
    link = rf'<a[^>]* href="{address}" rel="alternate" hreflang="en" lang="en" dir="auto">English</a>'
    assert re.search(link, found[1])
    assert "<img" not in found[1] and "<svg" not in found[1]


def test_alternates_are_said_where_the_page_is_there(site: Path) -> None:
    """Of the other site only home is known: another page there may not exist."""
    alternate = re.compile(r'<link rel="alternate" href="([^"]+)" hreflang="([^"]+)">')
    home = alternate.findall((site / "index.html").read_text(encoding="utf-8"))
    assert home == [("https://khidma.example/", "ar"), ("https://khidma.example/en/", "en")]
    assert not alternate.findall((site / LETTER / "index.html").read_text(encoding="utf-8"))


def test_alternates_of_every_page_where_both_sites_have_the_same(tmp_path: Path) -> None:
    copy = tmp_path / "course"
    shutil.copytree(COURSE, copy)
    settings = (copy / "mkdocs.yml").read_text(encoding="utf-8")
    settings = settings.replace("lang: ar, link", "lang: ar, pages: true, link")
    settings = settings.replace("lang: en, link", "lang: en, pages: true, link")
    (copy / "mkdocs.yml").write_text(settings, encoding="utf-8")
    text = (build(tmp_path / "site", copy) / LETTER / "index.html").read_text(encoding="utf-8")
    for lang, address in (("ar", "https://khidma.example/"), ("en", "https://khidma.example/en/")):
        assert f'<link rel="alternate" href="{address}{LETTER}" hreflang="{lang}">' in text
    assert f'href="https://khidma.example/en/{LETTER}" rel="alternate" hreflang="en"' in text
