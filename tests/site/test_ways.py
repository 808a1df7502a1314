"""Ways through the site: every kind of page is there and near, no link leads nowhere, and links between
records go both ways."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.site.built import Site
from tests.site.kinds import KINDS


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_page_is_there(site: Site, kind: str) -> None:
    assert KINDS[kind] in site.pages


def test_every_page_is_at_most_three_clicks_from_home(site: Site) -> None:
    """But `modules/` and `competencies/`, which only help a reader who cuts an address short."""
    clicks = site.clicks() | {"modules/": 0, "competencies/": 0}
    far = {
        path: clicks.get(path, "never")
        for path in site.pages
        if path != "404.html" and clicks.get(path, 99) > 3
    }
    assert not far


def test_every_link_leads_to_a_page_or_file_and_every_anchor_is_there(site: Site) -> None:
    broken = []
    for path, page in site.pages.items():
        for element in page.all():
            for name in ("href", "src", "poster", "data", "action"):
                reference = element.attributes.get(name)
                if reference is None:
                    continue
                target = site.where(path, reference)
                if target is None:
                    continue
                place, fragment = target
                if not site.exists(place):
                    broken.append(f"{path}:{element.line} {name}={reference}: no such page or file")
                elif fragment and place in site.pages and fragment not in site.identifiers[place]:
                    broken.append(f"{path}:{element.line} {name}={reference}: no such anchor")
    assert not broken, "\n".join(broken)


def test_links_to_folders_end_in_a_slash(site: Site) -> None:
    """Otherwise a server answers with a redirection, or not at all."""
    assert not [
        f"{path}:{link.line} {link['href']}"
        for path in site.pages
        for link, place, _ in site.links(path)
        if f"{place}/" in site.pages
    ]


def test_a_competency_lists_its_modules_and_a_module_its_competencies(site: Site) -> None:
    teaching = {
        (module["identifier"], taught["competency"])
        for module in site.modules
        for taught in module.get("teaches", ())
    }
    assert teaching
    listed = {
        (place.split("/")[1], competency["identifier"])
        for competency in site.catalogue["competencies"]
        for part in site.article(f"competencies/{competency['identifier']}/").all(
            "section", class_="oer-level-part"
        )
        for _, place, _ in site.links(f"competencies/{competency['identifier']}/", part)
        if place.startswith("modules/")
    }
    assert listed == teaching
    said = {
        (module["identifier"], place.split("/")[1])
        for module in site.modules
        for card in site.article(f"modules/{module['identifier']}/").all("dl", class_="oer-card")
        for _, place, _ in site.links(f"modules/{module['identifier']}/", card)
        if place.startswith("competencies/")
    }
    assert said == teaching


def pairs(site: Site, folder: str, section: str, targets: str) -> Iterator[tuple[str, str]]:
    """Records in `folder` and the records in `targets` that a section of their pages links to."""
    for path in site.pages:
        if path.startswith(f"{folder}/") and path.count("/") == 2:
            for part in site.article(path).all("section", aria_labelledby=section):
                for link, place, _ in site.links(path, part):
                    drawn = any(one.tag == "svg" for one in link.above())  # a picture shows both ways
                    if place.startswith(f"{targets}/") and not drawn:
                        yield path.split("/")[1], place.split("/")[1]


@pytest.mark.parametrize("section", ["oer-related", "oer-ways"])
def test_a_relation_between_competencies_is_told_on_both_pages(site: Site, section: str) -> None:
    found = set(pairs(site, "competencies", section, "competencies"))
    assert found == {(target, source) for source, target in found}


def test_some_competencies_are_related(site: Site) -> None:
    assert set(pairs(site, "competencies", "oer-related", "competencies"))


def test_a_role_lists_what_it_needs_and_a_competency_who_needs_it(site: Site) -> None:
    needs = set(pairs(site, "roles", "oer-needs", "competencies"))
    assert needs == {
        (role, competency) for competency, role in pairs(site, "competencies", "oer-roles", "roles")
    }
    assert needs == {
        (role["identifier"], need["competency"])
        for role in site.catalogue["roles"]
        for need in role["competencyRequired"]
    }


def test_a_course_lists_its_modules_and_a_module_its_courses(site: Site) -> None:
    listed = {(course, module) for course, module in pairs(site, "courses", "oer-syllabus", "modules")}
    placed = {
        (place.split("/")[1], module["identifier"])
        for module in site.modules
        for nav in site.article(f"modules/{module['identifier']}/").all("nav", class_="oer-place")
        for _, place, _ in site.links(f"modules/{module['identifier']}/", nav)
        if place.startswith("courses/")
    }
    assert listed == placed
    assert {module for _, module in listed} == {module["identifier"] for module in site.modules}


def test_a_module_that_builds_on_another_is_named_by_it(site: Site) -> None:
    before = set(pairs(site, "modules", "oer-before", "modules"))
    assert before
    assert before == {(later, first) for first, later in pairs(site, "modules", "oer-after", "modules")}


def test_the_way_back_from_every_page_begins_at_home(site: Site) -> None:
    for path, page in site.pages.items():
        if path in ("", "404.html"):
            continue
        trail = page.one("nav", class_="oer-path")
        assert trail, path
        assert next(site.links(path, trail))[1] == "", path


def test_the_teaching_view_and_the_learner_view_lead_to_each_other(site: Site) -> None:
    for module in site.written:
        learn = f"modules/{module['identifier']}/"
        for path in (learn, *(f"{learn}{part}/" for part in ("teach", "slides", "handouts"))):
            views = site.pages[path].one("nav", class_="oer-view")
            assert views, path
            beyond = {f"{learn}slides/", f"{learn}handouts/"} if path != learn else set()
            assert {place for _, place, _ in site.links(path, views)} == {learn, f"{learn}teach/", *beyond}
            current = views.one("a", aria_current="page")
            assert current, path
            assert site.where(path, current["href"]) == (path, "")


IN_A_LIST = (
    "module",
    "competency",
    "course",
    "story",
    "programme",
    "opportunity",
    "organisation",
    "pack",
    "role",
)


@pytest.mark.parametrize("kind", IN_A_LIST)
def test_the_navigation_marks_the_entry_that_a_page_belongs_to(site: Site, kind: str) -> None:
    (navigation,) = site.pages[KINDS[kind]].all("ul", class_="oer-nav__top")
    marked = [entry for entry in navigation.all("a") if "aria-current" in entry.attributes]
    assert len(marked) == 1
