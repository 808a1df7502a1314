"""The pages about the site as a whole: home, map, coverage, catalogue, glossary, licences, search,
articles, indexes."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from functools import cache

import pytest

from oer_build.lesson import ROOT
from oer_build.model import Duration
from oer_build.pages.page import Crumb, Page
from tests.builders import (
    SITE,
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
from tests.pages.drawn import article, draw, site
from tests.pages.html import page_at, read, text_of

GUIDE = work("A guide", "CC-BY-4.0", "The office", identifier="guide", url="https://guide.example/")
OLD = work("An old course", "CC-BY-SA-3.0", url="https://old.example/", changes="Shorter.")


@cache
def pages() -> tuple[Page, ...]:
    return site(
        competency("users", "C1"),
        competency("teams", "C2"),
        module("first", ["users@awareness", "users@working assessed"], sources=(GUIDE,), is_based_on=(OLD,)),
        module("second", ["users@working practised"], ["first"], minutes=30, audience=("policy",)),
        module("later", ["teams@working"], ["second"], status="planned"),
        course("start", ["first", "second", "later"]),
        role("adviser", "users@working"),
        crosswalk("other", ("users", "isRelatedTo", "1.1")),
        term("user-need", "What a person must get *done*.", ["need"]),
        term("agile"),
        term("état"),
        asset("content/modules/first/picture.svg", "CC-BY-4.0", "2026 A painter"),
        articles={
            "": article("", "Home", "Learn to run services."),
            "about/": article("about/", "About us", "## Who\n\nWe are a team.", description="Who we are."),
            "contribute/": article("contribute/", "Take part"),
            "docs/how/publish/": article("docs/how/publish/", "Publish"),
            "coverage/": article("coverage/", "Coverage", "How to read this."),
        },
    )


def test_home_opens_three_doors() -> None:
    home = page_at(pages(), "")
    assert re.findall(r'id="door-(\w+)"', home.body) == ["learn", "teach", "contribute"]
    links = read(home).links
    for path in ("courses/start/", "modules/first/teach/", "contribute/", "map/", "coverage/", "catalogue/"):
        assert ROOT + path in links


def test_home_keeps_what_is_planned_out_of_its_numbers() -> None:
    text = text_of(pages(), "")
    assert "To read now 2 modules, 1 hour 30 minutes; 1 more planned" in text
    assert "2 modules to read" in text
    assert "1 more module is planned and not in these numbers. Their planned time is 1 hour." in text
    assert "Learn to run services." in text


def test_home_says_for_whom_and_what_is_free() -> None:
    leaders = module("second", audience=("leaders", "policy"))
    text = text_of(site(module("first", audience=("all",)), leaders), "")
    assert "For everyone; some parts for leaders and policy" in text
    assert "For leaders and policy" in text_of(site(leaders), "")
    assert "For " not in text_of(site(module("first"), leaders), "")
    assert "Free to use, change and share under CC BY-SA 4.0; no account" in text


def test_home_promises_no_changes_where_the_licence_forbids_them() -> None:
    closed = catalogue(competency("users"), module("first"), site=replace(SITE, license="CC-BY-ND-4.0"))
    assert "Free to use and share under CC BY-ND 4.0; no account" in text_of(draw(closed), "")


def test_home_lets_readers_choose_by_time() -> None:
    text = text_of(
        site(
            competency("users"),
            module("first", ["users@working"], minutes=60),
            module("second", ["users@working"], minutes=30),
            course("long", ["first", "second"]),
            course("short", ["second"]),
        ),
        "",
    )
    places = [
        text.index(words) for words in ("From 30 minutes", "30 minutes Short", "1 hour 30 minutes Long")
    ]
    assert places == sorted(places)


def test_a_shorter_way_counts_wherever_time_is_asked_for() -> None:
    """Who has twenty minutes finds the modules that can be done in twenty minutes."""
    short = (Duration("PT40M", 40), "Leave the case out."), (Duration("PT20M", 20), "Read and answer.")
    made = site(
        competency("users", "C1", indicators=[("working", "w1", "behaviour", "Asks.")]),
        module("first", ["users@working"], variants=short),
        module("second", ["users@working"], minutes=90, variants=((Duration("PT3H", 180), "With a visit."),)),
        role("adviser", "users@working"),
    )
    assert "From 20 minutes" in text_of(made, "")
    catalogue = page_at(made, "catalogue/")
    times = re.search(r'<select[^>]* name="time".*?</select>', catalogue.body, re.DOTALL)
    assert times
    assert re.findall(r'value="(\d+)"', times[0]) == ["20", "30", "60"], "and nothing that fits no module"
    assert re.findall(r'data-time="(\d+)"', catalogue.body) == ["20", "90"]
    assert "1 hour shorter way: 20 minutes" in read(catalogue).text
    data = re.search(
        r'<script type="application/json"[^>]*>(.*?)</script>', page_at(made, "map/").body, re.DOTALL
    )
    assert data
    modules = json.loads(data[1])["modules"]
    assert [(one["shortest"], one["time"]) for one in modules] == [
        (20, "1 hour; shorter way: 20 minutes"),
        (90, "1 hour 30 minutes"),
    ]


def test_home_shows_each_competency_with_its_shape() -> None:
    body = page_at(pages(), "").body
    assert re.findall(r"oer-tile oer-tile--(\d)", body) == ["1", "2"]
    assert body.count('<svg class="oer-shape') == 2
    assert "C1 Users 2 modules, 1 hour 30 minutes" in text_of(pages(), "")


@pytest.mark.parametrize(("number", "tiles", "figures"), [(3, 3, True), (40, 40, False), (60, 0, False)])
def test_home_fits_frameworks_of_all_sizes(number: int, tiles: int, figures: bool) -> None:
    some = [competency(f"skill-{place}") for place in range(number)]
    body = page_at(site(*some, module("first", ["skill-1"])), "").body
    assert body.count('class="oer-tile oer-tile--') == tiles
    assert ("oer-tile__figures" in body) is figures
    assert f"{number} competencies" in body


def test_home_of_a_plan_does_not_pretend() -> None:
    text = text_of(site(competency("users"), module("later", ["users@working"], status="planned")), "")
    assert "1 module is planned; none can be read yet." in text
    assert "modules to read" not in text


def test_the_map_names_modules_while_there_are_few() -> None:
    row = read(page_at(pages(), "map/")).row("C1 Users")
    assert row[1] == "First introduced 1 hour"
    assert row[2] == "First assessed Second practised 1 hour 30 minutes"
    assert row[3] == "nothing yet"
    assert read(page_at(pages(), "map/")).row("C2 Teams")[2] == "1 planned"


def test_the_map_counts_modules_when_there_are_many() -> None:
    many = [module(f"m{number}", ["users@working practised"], minutes=30) for number in range(6)]
    page = read(page_at(site(competency("users"), *many), "map/"))
    assert page.row("Users")[2] == "6 modules 3 hours; 6 of them let you practise it"
    assert f"{ROOT}competencies/users/#working" in page.links


def test_the_map_has_the_order_as_a_picture_and_as_a_list() -> None:
    page = page_at(pages(), "map/")
    # From left to right, and from top to bottom for narrow screens.
    assert page.body.count('class="oer-graph oer-graph--') == 2
    assert read(page).row("Second") == ["Second", "First", "Later", "30 minutes", "Working"]


def test_coverage_says_the_gaps_first() -> None:
    page = read(page_at(pages(), "coverage/"))
    assert "How to read this." in page.text
    assert "Taught by a module that can be read: 2 of 8 levels of all competencies." in page.text
    assert "For 1 more, a module is planned. For 5 there is nothing, and nothing is planned." in page.text
    assert page.text.index("C2 Teams Nothing, and nothing planned: Awareness") < page.text.index("CSV")
    for level in ("Practitioner", "Expert"):
        assert f"{level} Nothing, and nothing planned: no module for any of the 2 competencies" in page.text
    assert page.text.count("Nothing, and nothing planned:") == 3
    first = ["Awareness", "introduced, not practised", "1", "0", "0", "1 hour", "0"]
    assert page.row("C1 Users")[1:] == first
    second = ["taught, practised and assessed", "2", "2", "1", "1 hour 30 minutes", "0"]
    assert page.row("Working")[1:] == second


def test_map_and_coverage_stand_under_the_competencies_which_have_no_way_to_themselves() -> None:
    for path in ("map/", "coverage/"):
        assert [crumb.title for crumb in page_at(pages(), path).breadcrumbs] == ["Home", "Competencies"]
    assert page_at(pages(), "competencies/").breadcrumbs == (Crumb("Home", ""),)


def test_the_index_of_competencies_lists_them_before_other_ways() -> None:
    page = read(page_at(pages(), "competencies/"))
    assert page.text.index("C1 Users") < page.text.index("C2 Teams") < page.text.index("Framework")
    assert {f"{ROOT}competencies/users/", f"{ROOT}coverage/"} <= set(page.links)


def test_a_catalogue_of_published_modules_has_no_column_that_says_so_each_time() -> None:
    drawn = site(competency("users"), module("first", ["users"]), module("second", ["users"]))
    body = page_at(drawn, "catalogue/").body
    assert 'name="status"' not in body and "Published" not in body


def test_the_catalogue_is_whole_without_scripts() -> None:
    page = page_at(pages(), "catalogue/")
    assert read(page).row("Second") == [
        "Second About second.",
        "C1 Users, Working",
        "30 minutes",
        "Published",
    ]
    assert read(page).row("Later")[-1] == "Planned"


def test_rows_of_the_catalogue_carry_what_its_filters_ask_for() -> None:
    body = page_at(pages(), "catalogue/").body
    fields = set(re.findall(r'<(?:select|input)[^>]* name="(\w+)"', body)) - {"q"}
    assert {"competency", "level", "time", "status"} <= fields
    row = re.search(r"<tr (data-[^>]*)>", body)
    assert row
    for field in fields:
        assert f"data-{field}=" in row[1]
    assert 'data-level="awareness working"' in row[1]
    assert "language" not in fields, "one language leaves nothing to choose"


def test_the_glossary_is_in_the_order_of_the_alphabet() -> None:
    page = page_at(pages(), "glossary/")
    assert re.findall(r'class="oer-terms__entry" id="([^"]+)"', page.body) == ["agile", "état", "user-need"]
    assert "Also called: need" in read(page).text
    assert "<em>done</em>" in page.body
    assert [part.anchor for part in page.sections] == ["", "agile", "état", "user-need"]


def test_every_work_of_others_is_credited() -> None:
    page = read(page_at(pages(), "licenses/"))
    assert page.row("An old course")[1:] == ["Someone else", "CC BY-SA 3.0", "First: Shorter."]
    assert page.row("A guide")[1:3] == ["The office", "CC BY 4.0"]
    assert page.row("picture.svg") == ["picture.svg", "2026 A painter", "CC BY 4.0", "First"]
    assert page.row("Other framework")[2] == "CC BY 4.0"
    assert f"{ROOT}crosswalks/other/" in page.links


def test_search_is_ready_for_its_script_and_has_ways_without_it() -> None:
    page = page_at(pages(), "search/")
    found = re.search(r'data-facets="([^"]+)"', page.body)
    assert found
    facets = json.loads(found[1].replace("&#34;", '"').replace("&quot;", '"'))
    assert list(facets) == ["kind", "level", "competency", "role", "audience", "time", "language"]
    used = {name for one in pages() for name in one.filters}
    assert used <= set(facets), "every facet of a page can be asked for"
    assert f"{ROOT}catalogue/" in read(page).links
    assert not page.sections


def test_without_scripts_pages_are_listed_by_kind_by_level_and_by_length() -> None:
    drawn = site(
        framework(["basic", "full"], in_language="en"),
        competency("users"),
        module("short", ["users@full"], minutes=30, title="Short"),
        module("long", ["users@basic", "users@full"], minutes=180, title="Long"),
        module("open", minutes=0, title="Open"),
    )
    lists = {path: page_at(drawn, f"search/{path}/") for path in ("all", "by-level", "by-length")}
    headings = {path: [one.title for one in page.toc] for path, page in lists.items()}
    assert headings["by-level"] == ["Basic", "Full"], "ascending"
    assert headings["by-length"] == ["Up to 30 minutes", "More than 2 hours"], "the shortest first"
    assert {"Module", "Competency"} <= set(headings["all"])
    said = {path: read(page).text for path, page in lists.items()}
    basic, full = said["by-level"].partition("Full (")[::2]
    assert "Long Module · More than 2 hours" in basic and "Short" not in basic
    assert "Long" in full and "Short Module · Up to 30 minutes" in full
    assert "Open" not in said["by-level"] + said["by-length"] and "Open" in said["all"]
    for here, page in lists.items():
        there = {one for one in read(page).links if one.startswith(f"{ROOT}search/")}
        assert there == {f"{ROOT}search/{other}/" for other in lists if other != here}
    bare = site(module("open", minutes=0))
    assert not {"search/by-level/", "search/by-length/"} & {page.path for page in bare}


def test_search_asks_by_role_for_what_leads_there() -> None:
    drawn = site(
        competency("users"),
        competency("teams"),
        module("low", ["users@awareness"]),
        module("enough", ["users@working"]),
        module("planned", ["teams@expert"], status="planned"),
        module("gone", ["users@expert"], status="retired"),
        role("adviser", "users@working", "teams@working"),
        role("leader", "teams@awareness"),
    )
    asked = {page.path: page.filters.get("role") for page in drawn if page.filters.get("role")}
    assert asked == {
        "competencies/users/": ("Adviser",),
        "competencies/teams/": ("Adviser", "Leader"),
        "modules/enough/": ("Adviser",),
        "modules/planned/": ("Adviser", "Leader"),
        "roles/adviser/": ("Adviser",),
        "roles/leader/": ("Leader",),
    }


def test_an_article_stands_where_its_file_stands() -> None:
    about = page_at(pages(), "about/")
    assert about.description == "Who we are."
    assert about.source == "content/about.md"
    assert [heading.title for heading in about.toc] == ["Who"]


def test_a_description_that_nobody_wrote_is_the_beginning_of_the_text() -> None:
    assert page_at(pages(), "contribute/").description == "Some words."


def test_a_folder_of_articles_is_a_page_so_that_no_way_back_is_missing() -> None:
    assert page_at(pages(), "docs/how/publish/").breadcrumbs == (
        Crumb("Home", ""),
        Crumb("Docs", "docs/"),
        Crumb("How", "docs/how/"),
    )
    assert f"{ROOT}docs/how/publish/" in read(page_at(pages(), "docs/how/")).links


def test_an_address_cut_short_leads_somewhere() -> None:
    for path in ("modules/", "competencies/", "courses/", "roles/", "crosswalks/"):
        assert len(read(page_at(pages(), path)).links) >= 1, path
