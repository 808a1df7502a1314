"""What every page must have, whatever it is about, and what none may have."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

import pytest

from tests.site.built import Site
from tests.site.html import Element

LOADING = {
    "script": "src",
    "img": "src",
    "iframe": "src",
    "source": "src",
    "video": "src",
    "audio": "src",
    "object": "data",
}
"""Elements that make a browser fetch what their attribute names."""
FETCHED_LINKS = {
    "stylesheet",
    "icon",
    "preload",
    "modulepreload",
    "prefetch",
    "preconnect",
    "dns-prefetch",
    "manifest",
}
REFERRING = (
    "aria-labelledby",
    "aria-describedby",
    "aria-controls",
    "aria-owns",
    "aria-details",
    "for",
    "headers",
)


def everywhere(site: Site, *tags: str) -> Iterator[tuple[str, Element]]:
    for path, page in site.pages.items():
        for element in page.all(*tags):
            yield path or "home", element


def attributes(site: Site) -> Iterator[tuple[str, Element, str, str]]:
    for path, element in everywhere(site):
        for name, value in element.attributes.items():
            yield path, element, name, value


def one_of_each(site: Site, tag: str, **wanted: str) -> dict[str, int]:
    """Pages that do not have exactly one such element, and how many they have."""
    counts = {path or "home": len(list(page.all(tag, **wanted))) for path, page in site.pages.items()}
    return {path: count for path, count in counts.items() if count != 1}


def test_every_page_has_one_title_and_titles_tell_pages_apart(site: Site) -> None:
    titles = {
        path: [t.text for t in page.all("title") if "svg" not in {a.tag for a in t.above()}]
        for path, page in site.pages.items()
    }
    assert not {path: found for path, found in titles.items() if len(found) != 1 or not found[0]}
    twice = {
        title: count for title, count in Counter(found[0] for found in titles.values()).items() if count > 1
    }
    assert not twice


def test_every_page_has_one_first_heading(site: Site) -> None:
    assert not one_of_each(site, "h1")


def test_headings_do_not_skip_a_level(site: Site) -> None:
    skips = []
    for path in site.pages:
        before = 0
        for heading in site.article(path).all("h1", "h2", "h3", "h4", "h5", "h6"):
            level = int(heading.tag[1])
            if level > before + 1:
                skips.append(f"{path}:{heading.line} h{before} is followed by h{level}: {heading.text}")
            before = level
    assert not skips, "\n".join(skips)


def test_questions_of_a_module_stand_under_a_heading_that_the_contents_lead_to(site: Site) -> None:
    asked = 0
    for path, page in site.pages.items():
        if re.fullmatch(r"modules/[^/]+/", path) and any(page.all("div", class_="oer-quiz")):
            before = ""
            for one in page.all("h2", "div"):
                if "oer-quiz" in one.classes:
                    break
                if one.tag == "h2" or "oer-block" in one.classes:
                    before = one["id"]
            contents = page.one("nav", class_="oer-toc")
            assert contents is not None
            assert any(contents.all("a", href=f"#{before}")), f"{path}: {before}"
            asked += 1
    assert asked > 20


def test_every_page_has_a_description_of_its_own(site: Site) -> None:
    found: dict[str, list[str]] = {}
    for path, page in site.pages.items():
        said = page.one("meta", name="description")
        if path != "404.html":
            found.setdefault(said["content"] if said else "", []).append(path)
    assert "" not in found, found[""]
    assert not {text: paths for text, paths in found.items() if len(paths) > 1}


def test_every_page_says_its_language(site: Site) -> None:
    for path, page in site.pages.items():
        html = page.one("html")
        assert html and re.fullmatch(r"[a-z]{2,3}(-[A-Za-z0-9]+)*", html["lang"]), path


def test_every_page_names_its_licence_to_people_and_to_programs(site: Site) -> None:
    assert not one_of_each(site, "link", rel="license")
    for path, page in site.pages.items():
        link = page.one("link", rel="license")
        footer = page.one("footer")
        assert link and link["href"].startswith("https://"), path
        assert footer and [a for a in footer.all("a", rel="license") if a.text], path


def test_every_page_says_where_it_lives(site: Site) -> None:
    for path, page in site.pages.items():
        if path != "404.html":
            links = [link["href"] for link in page.all("link", rel="canonical")]
            assert links == [site.url + path], path


def test_every_page_has_a_card_for_those_who_share_it(site: Site) -> None:
    for path, page in site.pages.items():
        if path == "404.html":
            continue
        said = {meta["property"]: meta["content"] for meta in page.all("meta") if meta["property"]}
        assert {"og:title", "og:description", "og:type", "og:url", "og:image"} <= said.keys(), path
        target = site.where(path, said["og:image"])
        assert target and site.exists(target[0]), said["og:image"]


def test_ids_are_unique_on_a_page(site: Site) -> None:
    for path, page in site.pages.items():
        twice = [
            name for name, count in Counter(one["id"] for one in page.all() if one["id"]).items() if count > 1
        ]
        assert not twice, path


def test_what_is_named_by_its_id_is_there(site: Site) -> None:
    missing = [
        f"{path}:{element.line} {name}={reference}"
        for path, element, name, value in attributes(site)
        if name in REFERRING
        for reference in value.split()
        if reference not in site.identifiers["" if path == "home" else path]
    ]
    assert not missing, "\n".join(missing)


def test_no_page_has_an_event_handler_or_a_style_attribute(site: Site) -> None:
    found = [
        f"{path}:{element.line} {name}={value[:60]!r}"
        for path, element, name, value in attributes(site)
        if name == "style" or (name.startswith("on") and len(name) > 4)
    ]
    assert not found, "\n".join(found)


def test_no_page_has_a_script_or_a_style_sheet_in_it(site: Site) -> None:
    """A Content-Security-Policy without 'unsafe-inline' and without hashes then holds."""
    found = [
        f"{path}:{element.line} <{element.tag}> {element.source[:60]!r}"
        for path, element in everywhere(site, "script", "style")
        if not element["src"] and element["type"] not in ("application/ld+json", "application/json")
    ]
    assert not found, "\n".join(found)


def test_no_address_runs_script(site: Site) -> None:
    assert not [
        (path, element, value)
        for path, element, name, value in attributes(site)
        if name in ("href", "src", "action", "formaction", "data", "xlink:href")
        and re.match(r"\s*(javascript|vbscript|data:text)", value, re.IGNORECASE)
    ]


def test_nothing_is_fetched_from_another_host(site: Site) -> None:
    found = []
    for path, element in everywhere(site, "link", *LOADING):
        if element.tag == "link" and not FETCHED_LINKS & set(element["rel"].split()):
            continue
        reference = element["href"] if element.tag == "link" else element[LOADING[element.tag]]
        if re.match(r"(?:[a-z]+:)?//", reference):
            found.append(f"{path}:{element.line} {reference}")
    assert not found, "\n".join(found)


def test_no_style_sheet_or_script_names_another_host(site: Site) -> None:
    for file in [*site.folder.rglob("*.css"), *(site.folder / "assets" / "oer").rglob("*.js")]:
        text = file.read_text(encoding="utf-8")
        assert not re.findall(
            r"url\(\s*['\"]?(?:https?:)?//[^)]*|@import[^;]*//[^;]*|from\s+['\"]https?:", text
        ), file


def test_no_iframe(site: Site) -> None:
    assert not list(everywhere(site, "iframe", "object", "embed"))


def test_every_picture_has_an_alternative(site: Site) -> None:
    assert not [(path, image) for path, image in everywhere(site, "img") if "alt" not in image.attributes]
    for path, picture in everywhere(site, "svg"):
        hidden = picture["aria-hidden"] == "true" or any(a["aria-hidden"] == "true" for a in picture.above())
        assert hidden or picture["aria-label"] or picture["aria-labelledby"], (path, picture)


def test_every_data_table_has_headers_and_a_name(site: Site) -> None:
    for path in site.pages:
        for table in site.article(path).all("table"):
            assert table.one("th"), (path, table)
            assert all(th["scope"] or not th.text or "md-typeset" for th in table.all("th")), (path, table)


def test_links_say_where_they_lead(site: Site) -> None:
    vague = {"here", "click here", "more", "read more", "link", "this"}
    assert not [(path, a) for path, a in everywhere(site, "a") if a.text.lower().strip(" .") in vague]
    empty = [
        (path, a)
        for path, a in everywhere(site, "a")
        if "href" in a.attributes
        and not (a.text or a["aria-label"] or a["aria-labelledby"] or any(i["alt"] for i in a.all("img")))
        and not any(t.text for t in a.all("title"))
    ]
    assert not empty


@pytest.mark.parametrize(
    "token",
    ["\ufdd2", "{{", "{%", "/// exercise", "/// question", "[[", "StrictUndefined", "None</", ">None<"],
)
def test_nothing_of_how_pages_are_made_shows(site: Site, token: str) -> None:
    """Not our mark for the root of the site, no template code, no block or reference left as it was."""
    shown = []
    for path, page in site.pages.items():
        written = [code.text for code in page.all("code", "pre", "script") if token in code.text]
        if page.text.count(token) > sum(text.count(token) for text in written):
            shown.append(path)
    assert not shown
