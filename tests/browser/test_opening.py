"""A page that is opened from its top is laid out from top to bottom, a little at a time.

A slow machine stays ready for its reader that way; then the page is like any other. Who comes to a part of a
page, or back to it, finds it whole.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.visits import Visit
from tests.site.kinds import KINDS

Visitor = Callable[..., Visit]

LONG = KINDS["course"]
HIDDEN = "document.querySelectorAll('[data-oer-wait], .oer-closed').length"
"""How many elements are not shown yet."""
WATCHED = """
globalThis.waited = [];
globalThis.shifted = [];
requestAnimationFrame(function look() {
  waited.push(HIDDEN);
  if ("oerOpening" in document.documentElement.dataset) requestAnimationFrame(look);
});
new PerformanceObserver((list) => {
  for (const shift of list.getEntries()) {
    const moved = shift.sources.map(({ node }) => `${node?.nodeName} ${node?.className}`);
    if (shift.value > 0.001) shifted.push(`${shift.value} ${moved}`);
  }
}).observe({ type: "layout-shift", buffered: true });""".replace("HIDDEN", HIDDEN)
"""Writes down at each frame what still waits, and sums up what moves under the eyes of the reader."""
SLOW = 4
"""How many times slower the processor is made, for the steps to show."""


def slow(page: Page) -> None:
    """Slow the processor under a page down."""
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOW})


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize(
    "kind", ["home", "map", "competency", "module", "course", "self-assessment", "search"]
)
def test_it_is_shown_from_the_top_and_nothing_moves(visit: Visitor, kind: str, width: int) -> None:
    here = visit("404.html", size=(width, 800), fresh=True)
    slow(here.page)
    here.page.add_init_script(WATCHED)
    page = here.open(KINDS[kind])
    assert max(page.evaluate("waited")) > 0, "something waited"
    assert page.evaluate(HIDDEN) == 0, "and is shown"
    assert page.evaluate("shifted") == []


STEPS = """
let now = 0;
performance.now = () => (now += 10);
globalThis.steps = [];
const waiting = new Set();
new MutationObserver((changes) => {
  const seen = new Set(changes.map(({ target }) => target));
  const came = [...seen].filter((one) => waiting.has(one) && !one.hasAttribute("data-oer-wait"));
  for (const one of seen) waiting[one.hasAttribute("data-oer-wait") ? "add" : "delete"](one);
  const below = came.some((one) => one.getBoundingClientRect().top > innerHeight);
  if (came.length) steps.push([came.length, below]);
}).observe(document, { attributes: true, attributeFilter: ["data-oer-wait"], subtree: true });"""
"""Has each look at the clock find that too much time has gone. Writes down how many parts come with each
step, and whether the reader could not see one of them."""


def test_what_is_in_sight_comes_one_by_one_where_each_part_takes_long(visit: Visitor) -> None:
    """What a part takes cannot be told before: new letters may take a browser longer than a table."""
    here = visit("404.html", fresh=True)
    here.page.add_init_script(STEPS)
    page = here.open(LONG)
    page.wait_for_function("!('oerOpening' in document.documentElement.dataset)")
    steps = page.evaluate("steps")
    in_sight = list(itertools.takewhile(lambda step: not step[1], steps))
    assert len(in_sight) > 5 and {count for count, _ in in_sight} == {1}
    assert max(count for count, _ in steps) > 1, "further below there are fewer looks"


PARTS = """
globalThis.parts = new Set();
globalThis.steps = new Set();
new MutationObserver((changes) => {
  for (const { target } of changes) if (target.matches("PART")) parts.add(target);
  steps.add(document.querySelectorAll("PART[data-oer-wait]").length);
}).observe(document, { attributes: true, attributeFilter: ["data-oer-wait"], subtree: true });"""
"""Writes down which parts of large things waited, and how many still do after each step."""
FIRST = 3
"""So many may come in the step that brings what they are parts of."""


@pytest.mark.parametrize(
    ("kind", "part", "all", "most"),
    [
        pytest.param("map", "svg a", 23, 12, id="the graph of the map"),
        pytest.param("course", "svg a", 23, 12, id="the graph of a course"),
        pytest.param("map", ".oer-map tbody > tr", 8, 5, id="the matrix"),
    ],
)
def test_what_is_large_comes_part_by_part(visit: Visitor, kind: str, part: str, all: int, most: int) -> None:
    """Whole it would be the longest task of its page. `most`: so many parts at once, of `all` or more."""
    here = visit("404.html", size=(320, 800), fresh=True)
    slow(here.page)
    here.page.add_init_script(PARTS.replace("PART", part))
    page = here.open(KINDS[kind])
    page.wait_for_function("!('oerOpening' in document.documentElement.dataset)")
    steps = sorted(page.evaluate("[...steps]"))
    assert page.evaluate("parts.size") >= all
    assert steps[0] == 0 and steps[-1] >= all - FIRST
    assert max(after - before for before, after in itertools.pairwise(steps)) <= most


@pytest.mark.parametrize("part", ["#oer-syllabus", "#:~:text=syllabus"])
def test_who_comes_to_a_part_finds_it_whole(visit: Visitor, part: str) -> None:
    here = visit("404.html")
    here.page.add_init_script(WATCHED)
    page = here.open(LONG + part)
    assert max(page.evaluate("waited")) == 0
    assert page.evaluate("scrollY") > 0


def test_who_reloads_or_comes_back_finds_it_whole(visit: Visitor) -> None:
    here = visit(LONG)
    here.page.add_init_script(WATCHED)
    here.page.reload()
    assert max(here.page.evaluate("waited")) == 0
    here.open(KINDS["home"])
    here.page.go_back()
    assert max(here.page.evaluate("waited")) == 0


def test_where_other_scripts_run_it_is_whole_at_once(visit: Visitor) -> None:
    here = visit("404.html", fresh=True)
    here.page.add_init_script(WATCHED)

    def with_others(route: Route) -> None:
        said = route.fetch()
        route.fulfill(response=said, body=said.text().replace('early.js"', 'early.js" data-at-once'))

    here.page.route(f"**/{LONG}", with_others)
    assert max(here.open(LONG).evaluate("waited")) == 0


COLOURS = """
globalThis.colours = [];
const probe = document.createElement("i");
probe.style.position = "fixed";
new ResizeObserver(() => colours.push(document.body.dataset.mdColorScheme)).observe(probe);
requestAnimationFrame(function look(time) {
  if (document.body) document.documentElement.append(probe);
  probe.style.width = `${1 + (time % 7)}px`;
  requestAnimationFrame(look);
});"""
"""Writes down in which colours each frame is drawn: sizes are looked at when all that it calls has run."""
FRAMES = """new Promise((done) => requestAnimationFrame(function look() {
  "oerOpening" in document.documentElement.dataset ? requestAnimationFrame(look) : done();
}))"""
"""Waits until the whole page is drawn."""


@pytest.mark.parametrize(("scheme", "name"), [("dark", "slate"), ("light", "default")])
def test_on_a_slow_line_it_is_whole_and_in_its_colours_from_the_start(
    visit: Visitor, scheme: str, name: str
) -> None:
    """Nothing of a page waits for more than the first script."""
    here = visit("404.html", fresh=True, color_scheme=scheme)
    here.page.add_init_script(COLOURS)
    late: list[Route] = []
    here.page.route(
        "**/*.js", lambda route: route.continue_() if "early.js" in route.request.url else late.append(route)
    )
    page = here.page
    page.goto(here.address + LONG, wait_until="commit")
    expect(page.locator("footer")).to_be_visible()
    page.evaluate(FRAMES)
    assert page.evaluate(HIDDEN) == 0
    assert set(page.evaluate("colours")) == {name}
    button = page.locator("#oer-scheme")
    button.click()
    assert page.locator("body").get_attribute("data-md-color-scheme") != name
    assert late, "the other scripts have not come yet"
    while late:
        late.pop().continue_()


def test_what_a_script_imports_is_asked_for_before_it_has_come(visit: Visitor) -> None:
    here = visit("404.html", fresh=True)
    late: list[Route] = []
    here.page.route("**/quiz.js", lambda route: late.append(route))
    with here.page.expect_request("**/quiz-kinds.js"):
        here.page.goto(here.address + KINDS["module"], wait_until="commit")
    assert late, "it has not come"
    late.pop().continue_()


HELD = """{
  const after = globalThis.setTimeout;
  globalThis.setTimeout = (act, time, ...rest) =>
    document.querySelector("[data-oer-wait]") ? (globalThis.held = act, 0) : after(act, time, ...rest);
}"""
"""Stops between two steps, as a machine does that has other things to do."""


def test_a_link_to_what_is_not_there_yet_leads_to_it(visit: Visitor) -> None:
    here = visit("404.html", fresh=True)
    here.page.add_init_script(HELD)
    page = here.page
    page.goto(here.address + LONG)
    page.wait_for_function("'held' in globalThis", polling=50)
    assert not page.locator("#oer-syllabus").is_visible()
    page.evaluate("location.hash = '#oer-syllabus'")
    page.wait_for_function("scrollY > 0", polling=50)
    box = page.locator("#oer-syllabus").bounding_box()
    assert box and 0 <= box["y"] < 120
    assert page.evaluate(HIDDEN) == 0
    page.evaluate("held()")  # the step that was still to come finds nothing to do, and says nothing


@pytest.mark.parametrize(
    "trouble",
    [
        pytest.param(
            "Element.prototype.getBoundingClientRect = () => { throw new Error('trouble'); };", id="a fault"
        ),
        pytest.param(
            "Object.defineProperty(Document.prototype, 'visibilityState', { get: () => 'hidden' });",
            id="a tab in the background, which draws nothing",
        ),
    ],
)
def test_in_trouble_all_of_it_is_shown(visit: Visitor, trouble: str) -> None:
    here = visit("404.html", fresh=True)
    here.page.add_init_script(trouble)
    page = here.page
    page.goto(here.address + LONG)
    page.wait_for_function("!('oerOpening' in document.documentElement.dataset)")
    assert page.evaluate(HIDDEN) == 0
    assert page.locator("#oer-syllabus").is_visible()
    here.problems[:] = [one for one in here.problems if "trouble" not in one]


def test_without_scripts_it_is_whole_at_once(visit: Visitor) -> None:
    page = visit(LONG, java_script_enabled=False).page
    assert page.evaluate(HIDDEN) == 0
