"""The search page: results by kind, facets with counts, an address that says all of it, and no script."""

from __future__ import annotations

import re
from collections.abc import Callable
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import expect

from tests.browser.accessibility import violations
from tests.browser.visits import NARROW, WIDE, Visit
from tests.site.built import Site
from tests.site.kinds import KINDS

Visitor = Callable[..., Visit]
ANSWERED = "[role=status]:has-text('result')"


def test_a_short_name_is_no_beginning_of_other_words(visit: Visitor) -> None:
    page = visit(f"{KINDS['search']}?q=AI").page
    page.locator(f"article {ANSWERED}").wait_for()
    marks = page.locator("article .oer-result mark").all_inner_texts()
    assert marks
    assert not [mark for mark in marks if mark.lower().startswith(("aim", "aid", "air"))], marks


def test_where_filters_leave_nothing_out_of_it_leads_fewer(visit: Visitor) -> None:
    page = visit(f"{KINDS['search']}?q=consent&kind=Story&level=Working").page
    status = page.locator("article [role=status]")
    expect(status).to_contain_text("Nothing found for “consent” with these filters.")
    choice = page.get_by_role("link", name=re.compile("Without any filter"))
    count = re.findall(r"\d+", choice.inner_text())[0]
    choice.click()
    expect(status).to_have_text(f"{count} results for “consent”.")
    assert parse_qs(urlsplit(page.url).query) == {"q": ["consent"]}


@pytest.mark.parametrize(
    ("query", "choice", "asked"),
    [
        ("q=consent&kind=Story&level=Working", "Without any filter", {"q": ["consent"]}),
        ("q=xylophone+consent", "consent (", {"q": ["consent"]}),
    ],
)
def test_older_browsers_keep_the_search_in_the_address(
    visit: Visitor, query: str, choice: str, asked: dict[str, list[str]]
) -> None:
    """Safari before 17, Chrome before 113 and Firefox before 112 do not count the parts of a query."""
    here = visit("404.html", fresh=True)
    here.context.add_init_script("delete URLSearchParams.prototype.size")
    page = here.open(f"{KINDS['search']}?{query}")
    page.locator(".oer-search-choice").filter(has_text=choice).click()
    page.locator(f"article {ANSWERED}").wait_for()
    assert parse_qs(urlsplit(page.url).query) == asked
    page.get_by_role("checkbox", name=re.compile(r"^Module \(")).check()
    assert parse_qs(urlsplit(page.url).query) == asked | {"kind": ["Module"]}
    page = here.open(KINDS["catalogue"])
    page.fill("#filter-q", "privacy")
    page.wait_for_url(lambda url: urlsplit(url).query == "q=privacy")


def test_where_nothing_is_found_what_helps_is_said_aloud(visit: Visitor) -> None:
    page = visit(f"{KINDS['search']}?q=consent&kind=Story&level=Working").page
    status = page.locator("article [role=status]")
    expect(status).to_contain_text(
        re.compile(r"with these filters\. With fewer filters: .*Without any filter \(\d+\)\.$")
    )
    page.goto(f"{page.url.partition('?')[0]}?q=xylophone+consent")
    expect(status).to_contain_text(re.compile(r"^Nothing found for .* With fewer words: consent \(\d+\)\.$"))


def test_a_role_leads_to_what_it_needs(visit: Visitor) -> None:
    page = visit(KINDS["search"]).page
    role = page.get_by_role("group", name="Role", exact=True)
    tick = role.get_by_role("checkbox", name=re.compile(r"^Policy adviser \("))
    count = re.findall(r"\((\d+)\)", tick.locator("..").inner_text())[0]
    tick.check()
    expect(page.locator("article [role=status]")).to_have_text(f"{count} results for “Policy adviser”.")
    assert parse_qs(urlsplit(page.url).query) == {"role": ["Policy adviser"]}
    kinds = [kind.partition(" (")[0] for kind in page.locator(".oer-results__kind").all_inner_texts()]
    assert kinds == ["Module", "Competency", "Role"]
    page.reload()
    expect(tick).to_be_checked()


def test_results_stand_by_kind_with_level_time_and_competency(visit: Visitor) -> None:
    page = visit(f"{KINDS['search']}?q=consent").page
    page.locator(f"article {ANSWERED}").wait_for()
    heading = page.get_by_role("heading", name=re.compile(r"^Module \(\d+\)$"))
    group = page.locator(".oer-results__group").filter(has=heading)
    about = group.locator(".oer-result__about").first.inner_text()
    assert re.search(r"(Awareness|Working).* · .*(hour|minutes).* · C\d", about), about
    kinds = page.locator(".oer-results__kind").all_inner_texts()
    total = sum(int(re.findall(r"\((\d+)\)$", kind)[0]) for kind in kinds)
    expect(page.locator("article [role=status]")).to_have_text(f"{total} results for “consent”.")


@pytest.mark.parametrize(("asked", "term"), [("prototype", "prototype"), ("open data", "open data")])
def test_a_term_of_the_glossary_is_found_by_its_name(visit: Visitor, asked: str, term: str) -> None:
    page = visit(f"{KINDS['search']}?q={asked}").page
    page.locator(f"article {ANSWERED}").wait_for()
    heading = page.get_by_role("heading", name=re.compile(r"^Glossary \("))
    result = page.locator(".oer-results__group").filter(has=heading).locator(".oer-result").first
    link = result.locator(".oer-result__link")
    expect(link).to_have_text(term)
    assert "glossary/#" in str(link.get_attribute("href"))
    said = result.locator(".oer-result__part").first.inner_text()
    assert not said.casefold().startswith(f"{term}. "), "its name is not said twice"


def test_an_excerpt_does_not_repeat_its_heading_and_shows_where_it_is_cut(visit: Visitor) -> None:
    page = visit(f"{KINDS['search']}?q=buying&kind=Module").page
    page.locator(f"article {ANSWERED}").wait_for()
    parts = page.locator("article .oer-result__part").all_inner_texts()
    assert any(part.endswith("…") for part in parts)
    for part in parts:
        title, _, text = part.partition(": ")
        assert not text.startswith(title), part
        assert not re.match(r"[a-z]", text), f"begins within a sentence and does not say so: {part}"


def test_modules_stand_before_competencies_and_the_manual_last(visit: Visitor) -> None:
    page = visit(f"{KINDS['search']}?q=procurement").page
    page.locator(f"article {ANSWERED}").wait_for()
    kinds = [kind.partition(" (")[0] for kind in page.locator(".oer-results__kind").all_inner_texts()]
    assert kinds[0] == "Module" and "Competency" in kinds
    page.goto(page.url.replace("procurement", "module"))
    page.locator(f"article {ANSWERED}").wait_for()
    kinds = [kind.partition(" (")[0] for kind in page.locator(".oer-results__kind").all_inner_texts()]
    assert kinds[:2] == ["Module", "Course"] and kinds.index("Documentation") >= len(kinds) - 2


def test_where_nothing_is_found_other_ways_are_in_sight(visit: Visitor) -> None:
    page = visit(f"{KINDS['search']}?q=zzzzqqq", size=WIDE).page
    expect(page.locator("article [role=status]")).to_have_text("Nothing found for “zzzzqqq”.")
    expect(page.locator(".oer-facets")).to_be_hidden()
    spot = page.get_by_role("heading", name="Other ways to find something").bounding_box()
    assert spot and spot["y"] < WIDE[1] / 2
    page.locator("#search-q").fill("consent")
    page.locator(f"article {ANSWERED}").wait_for()
    expect(page.locator(".oer-facets")).to_be_visible()


def test_the_short_name_of_a_law_leads_to_the_module_on_privacy(visit: Visitor) -> None:
    page = visit(f"{KINDS['search']}?q=GDPR").page
    page.locator(f"article {ANSWERED}").wait_for()
    first = page.locator("article .oer-result__link").first
    expect(first).to_have_text("Privacy by design")


def test_each_count_of_a_facet_is_what_ticking_it_gives(visit: Visitor) -> None:
    page = visit(f"{KINDS['search']}?q=consent&level=Working").page
    page.locator(f"article {ANSWERED}").wait_for()
    for name in ("Module", "Course"):
        tick = page.get_by_role("checkbox", name=re.compile(rf"^{name} \("))
        count = int(re.findall(r"\((\d+)\)", tick.locator("..").inner_text())[0])
        tick.check()
        page.locator("article [role=status]").filter(has_text=re.compile(rf"^{count} result")).wait_for()
        page.get_by_role("checkbox", name=re.compile(rf"^{name} \(")).uncheck()
        page.locator("article [role=status]").filter(has_not_text=re.compile(rf"^{count} result")).wait_for()
    page.get_by_role("button", name="Clear all filters").click()
    page.wait_for_url(f"**/{KINDS['search']}?q=consent")
    expect(page.locator(".oer-facets summary")).to_be_focused()


def test_the_address_keeps_how_much_is_shown_and_how_it_is_searched(visit: Visitor) -> None:
    page = visit(f"{KINDS['search']}?kind=Module").page
    page.locator(f"article {ANSWERED}").wait_for()
    before = page.locator("article .oer-result").count()
    page.locator(".oer-results__more").click()
    page.wait_for_function("n => document.querySelectorAll('article .oer-result').length > n", arg=before)
    assert "show=40" in page.url
    expect(page.locator(".oer-result__link").nth(before)).to_be_focused()
    more = page.locator("article .oer-result").count()
    page.reload()
    page.wait_for_function("n => document.querySelectorAll('article .oer-result').length === n", arg=more)
    page.goto(page.url.partition("?")[0] + "?q=consnet&as=written&show=-3")
    expect(page.locator("article [role=status]")).to_contain_text("“consnet”")


@pytest.mark.parametrize("size", [NARROW, WIDE])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_search_page_is_clean_for_axe(visit: Visitor, size: tuple[int, int], scheme: str) -> None:
    page = visit(f"{KINDS['search']}?q=dpai&level=Working", size=size, color_scheme=scheme).page
    page.locator(f"article {ANSWERED}").wait_for()
    if size == NARROW:
        page.locator(".oer-facets summary").click()
    assert not violations(page)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_the_search_page_narrows_by_facet_and_its_address_keeps_the_search(visit: Visitor) -> None:
    here = visit(f"{KINDS['search']}?q=users")
    page = here.page
    page.locator(f"article {ANSWERED}").wait_for()
    everything = page.locator("article .oer-result").count()
    legends = page.locator("article fieldset legend").all_inner_texts()
    assert {"Kind", "Level", "Competency", "Role", "Time", "Language", "For"} <= set(legends)
    modules = (
        page.locator("fieldset")
        .filter(has_text="Kind")
        .get_by_role("checkbox", name=re.compile(r"^Module \("))
    )
    modules.focus()
    page.keyboard.press("Space")
    page.wait_for_function("n => document.querySelectorAll('article .oer-result').length < n", arg=everything)
    assert parse_qs(urlsplit(page.url).query) == {"q": ["users"], "kind": ["Module"]}
    narrowed = page.locator("article .oer-result__link").all_inner_texts()
    assert page.evaluate("document.activeElement.type") == "checkbox", "focus stays where it was"
    page.reload()
    page.wait_for_function(
        "n => document.querySelectorAll('article .oer-result').length === n", arg=len(narrowed)
    )
    assert page.locator("article .oer-result__link").all_inner_texts() == narrowed
    page.go_back()
    page.wait_for_function(
        "n => document.querySelectorAll('article .oer-result').length === n", arg=everything
    )


def test_a_facet_alone_lists_its_pages(visit: Visitor, site: Site) -> None:
    page = visit(f"{KINDS['search']}?kind=Module").page
    page.locator("article .oer-result").first.wait_for()
    more = page.locator(".oer-results__more")
    while more.is_visible():
        more.click()
        page.wait_for_timeout(200)
    found = page.locator("article .oer-result__link").all_inner_texts()
    assert sorted(found) == sorted(module["title"] for module in site.written)


def test_without_scripts_search_leads_to_the_catalogue(visit: Visitor) -> None:
    page = visit("", java_script_enabled=False).page
    expect(page.locator("#oer-search-open")).not_to_be_visible()
    page.locator("header").get_by_role("link", name="Search").click()
    expect(page.locator("h1")).to_be_visible()
    for name, path in (("Glossary", "glossary/"), ("Catalogue", "catalogue/"), ("All pages", "search/all/")):
        link = page.locator("article").get_by_role("link", name=name, exact=True)
        assert str(link.evaluate("one => one.href")).endswith(f"/{path}")
    page.locator("article").get_by_role("link", name="All pages").click()
    expect(page.get_by_role("heading", name=re.compile(r"^Module \(\d+\)$"))).to_be_visible()
    page.locator("article").get_by_role("link", name="by length").click()
    expect(page.get_by_role("heading", level=2).first).to_have_text(
        re.compile(r"^30 minutes to 1 hour \(\d+\)$")
    )
    page.locator("article").get_by_role("link", name="by level").click()
    expect(page.get_by_role("heading", level=2).first).to_have_text(re.compile(r"^Awareness \(\d+\)$"))
    page.locator("article").get_by_role("link", name="Privacy by design").first.click()
    assert page.url.endswith("/modules/privacy-by-design/")
