"""Sites of every sort: with one kind of record and without it, with no levels and with eight, small and
large.

Each is read as a browser would read it: no address leads nowhere, no anchor is missing or there twice,
headings do not skip, and every page is reached from home in three clicks.
"""

from __future__ import annotations

from urllib.parse import urldefrag

import pytest

from oer_build.diagnostics import Span
from oer_build.lesson import ROOT
from oer_build.model import Article, Catalogue
from oer_build.pages.page import Page
from tests.builders import (
    asset,
    catalogue,
    competency,
    course,
    crosswalk,
    framework,
    module,
    role,
    term,
    work,
)
from tests.community import call, opportunity, organisation, pack, story, wish
from tests.pages.drawn import BODY, article, draw, files_of
from tests.pages.html import faults, page_at, read, text_of
from tests.programmes import day, event, programme, session

GUIDE = work("A guide", "CC-BY-4.0", identifier="guide", url="https://guide.example/", date_published="2024")
RATIONALE = "## Background\n\nWords.\n\n## Meaning\n\nMore words."


def course_site() -> Catalogue:
    """A bit of everything."""
    return catalogue(
        competency(
            "users",
            "C1",
            rationale=RATIONALE,
            indicators=[("working", "w1", "skill", "Watches people."), ("working", "w2", "", "Says why.")],
            associations=[("precedes", "teams"), ("isRelatedTo", "risks")],
        ),
        competency("teams", "C2", associations=[("isRelatedTo", "users")]),
        competency("risks", "C3"),
        module("first", ["users@awareness", "users@working assessed"], body=BODY, sources=(GUIDE,)),
        module("second", ["teams@working practised"], ["first"], ["users@working"]),
        module("third", ["teams@expert"], ["second"], ["risks@working"], status="planned"),
        module("old", ["risks@working"], status="retired"),
        course("start", ["first", "second"], ["third"]),
        role("adviser", "users@working", "teams@expert", "risks@working"),
        crosswalk("other", ("users", "isRelatedTo", "1.1")),
        term("user-need", synonyms=["need"]),
        asset("content/modules/first/picture.svg"),
        articles={path: article(path, title) for path, title in (("", "Home"), ("about/", "About us"))},
    )


def framework_only() -> Catalogue:
    return catalogue(competency("users", rationale=RATIONALE), competency("teams"))


def without_levels(number: int = 3) -> Catalogue:
    """A framework without levels; every second competency is taught."""
    names = [f"skill-{index}" for index in range(number)]
    taught = [module(f"m-{name}", [f"{name} practised"]) for name in names[::2]]
    return catalogue(*(competency(name) for name in names), *taught, frame=framework(()))


def eight_levels(number: int = 3) -> Catalogue:
    levels = tuple(f"level-{index}" for index in range(1, 9))
    names = [f"skill-{index}" for index in range(number)]
    taught = [
        module(
            f"m-{name}", [f"{name}@{levels[at % 8]} assessed"], status="planned" if at % 3 else "published"
        )
        for at, name in enumerate(names)
    ]
    competencies = [competency(name, indicators=[(levels[0], "a1", "skill", "Can.")]) for name in names]
    return catalogue(*competencies, *taught, frame=framework(levels))


def mixed_levels() -> Catalogue:
    """One module names a level, another one does not."""
    return catalogue(competency("users"), module("first", ["users@expert"]), module("second", ["users"]))


def people() -> Catalogue:
    """What surrounds a course, and no course."""
    return catalogue(
        competency("users"),
        organisation("office", member_of="hub"),
        organisation("hub", type="hub"),
        opportunity("one", "mentoring", ["users"], host="office", relations=[("complements", "two", "R.")]),
        opportunity("two", "mentoring", ["users"], host="office"),
        opportunity("three", "shadowing", ["users@working"], host="office"),
        pack("starter", opportunities="one", programmes="workshop"),
        story("tax", ["users"], organisations="hub"),
        call("offer", "opportunities"),
        wish("more", 3, ["users"]),
        event("march"),
        programme(day(1, session("opening", "09:30", 45))),
    )


SITES = {
    "everything": course_site,
    "people and no course": people,
    "only opportunities": lambda: catalogue(opportunity("one")),
    "only an organisation": lambda: catalogue(organisation("one")),
    "only a wish": lambda: catalogue(wish("one")),
    "only a call": lambda: catalogue(call("one")),
    "an empty pack and nothing else": lambda: catalogue(pack("one")),
    "nothing at all": lambda: catalogue(),
    "framework and no competencies": lambda: catalogue(framework()),
    "framework and no modules": framework_only,
    "modules and no framework": lambda: catalogue(module("first", body="Some words."), module("second")),
    "only planned modules": lambda: catalogue(
        competency("users"), module("first", ["users@working"], status="planned"), course("start", ["first"])
    ),
    "an empty course and an empty role": lambda: catalogue(course("empty"), role("nobody")),
    "only terms": lambda: catalogue(term("ab"), term("zoo"), term("état"), term("3d")),
    "only articles": lambda: catalogue(articles={"docs/a/b/": article("docs/a/b/", "Deep")}),
    "no levels": without_levels,
    "eight levels": eight_levels,
    "mixed levels": mixed_levels,
    "nothing said of times": lambda: catalogue(
        competency("users"), module("first", ["users@working"], minutes=0), course("start", ["first"])
    ),
}


@pytest.fixture(scope="module", params=SITES)
def built(request: pytest.FixtureRequest) -> tuple[Catalogue, tuple[Page, ...]]:
    linked = SITES[request.param]()
    return linked, draw(linked)


def test_nothing_is_wrong_with_markup_and_links(built: tuple[Catalogue, tuple[Page, ...]]) -> None:
    linked, pages = built
    assert faults(pages, files_of(linked)) == []


def test_every_page_is_three_clicks_from_home(built: tuple[Catalogue, tuple[Page, ...]]) -> None:
    pages = built[1]
    links = {
        page.path: {urldefrag(one)[0].removeprefix(ROOT) for one in read(page).links if one.startswith(ROOT)}
        | {crumb.path for crumb in page.breadcrumbs}
        for page in pages
    }
    reached = {"", "search/", "accessibility/"}  # the header and the footer of every page lead there
    for _click in range(3):
        reached |= {target for path in reached for target in links.get(path, ())}
    # Deep articles hang below their folders: one click a folder.
    far = {page.path for page in pages} - reached
    assert {path for path in far if not path.startswith("docs/")} == set()


def test_every_page_has_what_hosts_need(built: tuple[Catalogue, tuple[Page, ...]]) -> None:
    for page in built[1]:
        assert page.title
        assert page.description or page.path == ""
        assert page.linked_data["@context"] == "https://schema.org"
        assert page.breadcrumbs[0].path == "" if page.path else not page.breadcrumbs
        assert not page.sections or page.filters["kind"]


def test_what_a_site_does_not_have_it_does_not_show() -> None:
    paths = {page.path for page in draw(SITES["nothing at all"]())}
    assert paths == {"", "accessibility/", "licenses/", "search/"}
    paths = {page.path for page in draw(framework_only())}
    assert not paths & {"catalogue/", "coverage/", "courses/", "roles/", "glossary/", "modules/"}
    assert {"framework/", "map/", "competencies/"} <= paths


def test_a_framework_without_modules_is_not_called_a_list_of_gaps() -> None:
    pages = draw(framework_only())
    everything = " ".join(read(page).text for page in pages)
    assert "no module" not in everything.lower().replace("this site has no modules yet", "")
    assert "gap" not in everything.lower()


def test_a_framework_without_levels_never_speaks_of_levels() -> None:
    pages = draw(without_levels())
    for path in ("map/", "coverage/", "competencies/skill-0/", "catalogue/"):
        assert "level" not in text_of(pages, path).lower(), path
    assert "no levels" in text_of(pages, "framework/")


def test_160_competencies_without_levels_stay_readable() -> None:
    linked = without_levels(160)
    pages = draw(linked)
    assert faults(pages, files_of(linked)) == []
    matrix = read(page_at(pages, "map/"))
    assert matrix.row("Skill 158")[1] == "1 module 1 hour; with practice"
    assert matrix.row("Skill 159")[1] == "nothing yet"
    assert len(page_at(pages, "").body) < 10_000, "home does not grow with the framework"


def test_500_competencies_with_eight_levels_stay_bounded() -> None:
    linked = eight_levels(500)
    pages = draw(linked)
    assert len(page_at(pages, "map/").body) < 1_200_000
    assert len(page_at(pages, "coverage/").body) < 1_000_000
    assert len(page_at(pages, "").body) < 10_000
    assert "left out here" in text_of(pages, "coverage/")
    assert max(len(page.body) for page in pages if page.kind == "competency") < 12_000


def test_no_page_of_a_module_grows_with_the_site() -> None:
    def bodies(number: int) -> dict[str, int]:
        names = [f"m{index:04}" for index in range(number)]
        made = [module(name, ["users@working"], names[at - 1 : at]) for at, name in enumerate(names)]
        pages = draw(catalogue(competency("users"), *made, course("all", names)))
        return {page.path: len(page.body) for page in pages}

    small, large = bodies(30), bodies(300)
    for path in ("modules/m0003/", "modules/m0003/teach/", "", "search/", "modules/", "courses/"):
        assert abs(large[path] - small[path]) < 60, path


def test_the_same_catalogue_gives_the_same_pages() -> None:
    assert draw(course_site()) == draw(course_site())


def test_interface_words_are_those_of_the_language() -> None:
    linked = catalogue(competency("users"), module("first", ["users@working"], minutes=75))
    assert "1 Stunde 15 Minuten" in text_of(draw(linked, language="de"), "modules/first/")


def test_what_authors_write_is_never_markup() -> None:
    evil = "<script>alert(1)</script>\"'&"
    linked = catalogue(
        framework(title=evil, description=evil),
        competency("users", evil, evil, full_statement=evil, indicators=[("working", "w1", "skill", evil)]),
        module("first", ["users@working"], title=evil, description=evil, owner=evil, keywords=(evil,)),
        course("start", ["first"], title=evil, description=evil),
        role("adviser", "users@working", title=evil, description=evil),
        articles={"about/": Article("about/", evil, "Words.", Span("content/about.md"), description=evil)},
    )
    for page in draw(linked):
        assert "<script>" not in page.body, page.path
        silent = page.kind in ("accessibility", "search", "licenses", "index", "glossary")
        assert "alert(1)" in page.body or silent, page.path
