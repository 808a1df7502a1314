"""The map page as it is sent, whole without scripts, and the small maps of single records."""

from __future__ import annotations

import json
import re
from functools import cache

from oer_build.lesson import ROOT
from oer_build.pages.page import Page
from tests.builders import competency, course, module, role
from tests.pages.drawn import site
from tests.pages.html import page_at, read


@cache
def pages() -> tuple[Page, ...]:
    return site(
        competency("users", "C1"),
        competency("teams", "C2"),
        module("first", ["users@awareness", "users@working assessed"], audience=("all",)),
        module("second", ["users@working practised"], ["first"], minutes=30, audience=("policy",)),
        module("later", ["teams@working"], ["second"], status="planned", audience=("leaders",)),
        module("alone", ["teams@expert"]),
        course("start", ["first", "second", "alone"]),
        course("loose", ["first", "alone"]),
        role("adviser", "users@practitioner", "teams@working"),
        role("nobody"),
    )


def data_of(page: Page, part: str) -> dict:
    found = re.search(rf'<script type="application/json" data-part="{part}">(.*?)</script>', page.body)
    assert found
    return json.loads(found[1])


def test_the_data_of_the_map_are_those_of_its_table() -> None:
    page = page_at(pages(), "map/")
    data = data_of(page, "data")
    cells = re.findall(r'<td [^>]*data-cell="([^"]+)"(.*?)</td>', page.body, re.DOTALL)
    assert len(cells) == 8
    assert set(data["cells"]) <= {name for name, _ in cells}
    for name, html in cells:
        written = [one for one, _ in data["cells"].get(name, ()) if one != "later"]
        assert re.findall(r'data-module="([^"]+)"', html) == written
    assert data["cells"]["users.working"] == [["first", "assessed"], ["second", "practised"]]
    assert data["roles"][0]["needs"] == {"users": 2, "teams": 1}
    second = next(one for one in data["modules"] if one["identifier"] == "second")
    assert (second["minutes"], second["time"], second["requires"]) == (30, "30 minutes", ["first"])


def test_choices_are_there_and_wait_for_the_script() -> None:
    body = page_at(pages(), "map/").body
    assert re.search(r"<fieldset [^>]*disabled", body)
    assert set(re.findall(r'<(?:select|input)[^>]* name="(\w+)"', body)) == {
        "role",
        "audience",
        "level",
        "time",
    }
    assert re.findall(r'data-view="(\w+)" aria-pressed="(\w+)"', body) == [
        ("matrix", "true"),
        ("graph", "false"),
    ]
    audience = re.search(r'<select [^>]*name="audience".*?</select>', body, re.DOTALL)
    assert audience
    assert re.findall(r'value="([^"]*)"', audience[0]) == ["", "policy", "leaders"]
    roles = re.search(r'<select [^>]*name="role".*?</select>', body, re.DOTALL)
    assert roles
    assert "nobody" not in roles[0], "a role that needs nothing has nothing to lay over"


def test_every_word_of_the_script_is_there() -> None:
    words = data_of(page_at(pages(), "map/"), "words")
    assert words["standings"]["untaught"] == "needed, not yet taught"
    assert all(words["said"].values())


def test_a_cell_without_modules_leads_to_its_level_all_the_same() -> None:
    assert f"{ROOT}competencies/users/#expert" in read(page_at(pages(), "map/")).links


def test_the_graph_stands_beside_as_a_table_and_can_be_taken_away() -> None:
    page = read(page_at(pages(), "map/"))
    head = page.row("Module")
    assert head == ["Module", "Needs", "Leads to", "Time", "Level"]
    assert page.row("First") == ["First", "nothing", "Second", "1 hour", "Awareness and Working"]
    assert page.row("Second") == ["Second", "First", "Later", "30 minutes", "Working"]
    assert page.row("Later Planned") == ["Later Planned", "Second", "nothing", "1 hour", "Working"]
    assert not [row for row in page.cells if row and row[0] == "Alone"], "it is not in the picture either"
    assert re.search(r"Download this picture \(SVG, \d+ kB\)", page.text)
    assert re.search(r"Download what comes before what as a table \(CSV, \d+ kB\)", page.text)
    assert {f"{ROOT}prerequisites.svg", f"{ROOT}prerequisites.csv"} <= set(page.links)


def test_a_map_without_modules_has_no_choices() -> None:
    body = page_at(site(competency("users", indicators=[("working", "a", "skill", "Asks.")])), "map/").body
    assert "<form" not in body
    assert "data-oer-map" not in body


def test_a_role_says_in_words_what_it_needs_against_what_is_taught() -> None:
    page = page_at(pages(), "roles/adviser/")
    users = read(page).row("C1 Users")
    assert users[1:] == [
        "needed and taught 1 module",
        "needed and taught 2 modules",
        "needed, not yet taught",
        "beyond the role",
    ]
    teams = read(page).row("C2 Teams")
    assert teams[1:3] == ["needed, taught at a higher level", "needed, taught at a higher level"]
    assert "Levels needed, each with the lower ones: 5. Taught: 4." in read(page).text
    assert f"{ROOT}map/?role=adviser" in read(page).links


def test_a_role_that_needs_very_much_says_what_its_table_leaves_out() -> None:
    """The figures below the table count all: 62 competencies, of which the table shows 60."""
    many = [competency(f"c{number}") for number in range(62)]
    all_of_it = role("head", *(f"{one.identifier}@awareness" for one in many))
    page = read(page_at(site(*many, module("first", ["c0@awareness"]), all_of_it), "roles/head/"))
    assert sum(row[0].strip() in {one.title for one in many} for row in page.cells if row) == 60
    assert "lower ones: 62. Taught: 1. 2 more competencies are counted here and named below" in page.text
    assert "more competenc" not in read(page_at(pages(), "roles/adviser/")).text


def test_a_role_without_needs_has_no_strip() -> None:
    assert "oer-map--strip" not in page_at(pages(), "roles/nobody/").body


def test_a_competency_has_its_levels_as_a_strip() -> None:
    page = read(page_at(pages(), "competencies/users/"))
    assert page.row("Level") == ["Level", "Modules", "Indicators", "Needed by"]
    assert page.row("Awareness")[1:] == ["1 module 1 hour", "0", "Adviser (to Practitioner)"]
    assert page.row("Working")[1:] == ["2 modules 1 hour 30 minutes", "0", "Adviser (to Practitioner)"]
    assert page.row("Practitioner")[1:] == ["nothing yet", "0", "Adviser"]
    assert page.row("Expert")[1:] == ["nothing yet", "0", "no role"]


def test_a_role_that_names_levels_twice_or_none_stands_once_at_each_level_that_it_needs() -> None:
    """As on the map: the highest level counts, and a need without a level is met at the lowest."""
    records = (
        competency("users", "C1"),
        module("first", ["users@awareness", "users"]),
        role("twice", "users@awareness", "users@working"),
        role("open", "users"),
    )
    page = read(page_at(site(*records), "competencies/users/"))
    assert page.row("Awareness")[-1] == "Twice (to Working), Open"
    assert page.row("Working")[-1] == "Twice"
    assert page.row("Practitioner")[-1] == "no role"
    assert page.row("At no particular level")[-1] == "no role"


def test_a_module_shows_its_neighbours_with_words_beside_them() -> None:
    second = page_at(pages(), "modules/second/")
    assert 'aria-label="Before: First"' in second.body
    assert 'aria-label="After: Later, planned"' in second.body
    assert "It comes after: First." in read(second).text
    assert f"{ROOT}map/?view=graph&open=second" in read(second).links
    first = read(page_at(pages(), "modules/first/")).text
    assert "Nothing has to come before it." in first
    later = read(page_at(pages(), "modules/later/")).text
    assert "It comes after: Second. Nothing builds on it yet." in later
    assert "oer-near" not in page_at(pages(), "modules/alone/").body


def test_a_course_shows_the_order_of_its_modules() -> None:
    page = page_at(pages(), "courses/start/")
    assert page.body.count('<a class="oer-graph__box') == 2 * 2
    drawings = re.findall(r'class="oer-graph oer-graph--(\w+)".*?</svg>', page.body, re.DOTALL)
    assert drawings == ["right", "down"], "for wide screens and for narrow ones"
    assert "1 module stands alone: take it at any time." in read(page).text
    assert "oer-course-order" in {heading.identifier for heading in page.toc}
    assert "oer-course-order" not in page_at(pages(), "courses/loose/").body


def test_what_an_author_wrote_stays_text() -> None:
    nasty = '</script><script>alert("1")</script>'
    page = page_at(
        site(
            competency("users", "C1"),
            module("one", ["users@working"], title=nasty),
            role("r", "users@working"),
        ),
        "map/",
    )
    assert data_of(page, "data")["modules"][0]["title"] == nasty
    assert "<script>alert" not in page.body
