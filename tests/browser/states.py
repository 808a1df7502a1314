"""What readers open, answer and fill in: pages as they are then, for tests that look at them."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tests.browser.accessibility import unclean
from tests.browser.learning import MATCHING, MINE, ORDERING, SOME
from tests.browser.set_by_readers import STICKING_OUT
from tests.browser.traffic import go
from tests.browser.visits import WIDE
from tests.site.kinds import KINDS

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

    from tests.browser.visits import Visit

SELF = {
    "schemaVersion": 1,
    "statements": {"users": ["a1", "a2", "a3", "a4"], "data": ["a1", "a2", "a3"]},
    "done": [],
    "role": "policy-adviser",
    "hours": 9,
}
OPEN_ALL = "() => document.querySelectorAll('article details').forEach((one) => (one.open = true))"


@dataclass(frozen=True)
class State:
    """A page, and what is done on it. `kept`: what the browser holds beforehand, by key of the store."""

    path: str
    open: Callable[[Page], None]
    kept: tuple[tuple[str, str], ...] = ()


def reach(page: Page, address: str, state: State) -> None:
    """Bring a page of a browser into a state; what other states kept is gone."""
    go(page, f"{address}404.html")
    page.evaluate(
        "(kept) => { localStorage.clear(); sessionStorage.clear();"
        " for (const [key, value] of kept) localStorage.setItem(`oer:${key}`, value); }",
        [list(pair) for pair in state.kept],
    )
    go(page, address + state.path)
    state.open(page)


def faults(here: Visit, state: State) -> list[str]:
    """What axe-core finds in a state in both themes, wide and narrow, what sticks out of it at 320 px, and
    what went wrong behind the page."""
    here.page.set_viewport_size({"width": WIDE[0], "height": WIDE[1]})
    here.page.emulate_media(color_scheme="light")
    reach(here.page, here.address, state)
    found = unclean(here.page)  # ends at 320 px
    found += [f"sticks out at 320 px: {one}" for one in here.page.evaluate(STICKING_OUT)]
    found += here.problems + here.violations()
    here.problems.clear()
    return found


def answer(quiz: Locator, right: bool) -> None:
    """Answer a question of any kind by mouse, and check it."""
    answers = quiz.locator(".oer-quiz__answer")
    good = [one.get_attribute("data-correct") == "true" for one in answers.all()]
    if quiz.locator("select").count():
        for chosen in quiz.locator("select").all():
            number = int(chosen.get_attribute("data-item") or 0)
            partner = answers.nth(number - 1).get_attribute("data-partner") or str(number)
            if right:
                chosen.select_option(label=partner)
            else:
                texts = chosen.locator("option").all_inner_texts()[1:]
                chosen.select_option(label=texts[(texts.index(partner) + 1) % len(texts)])
    elif quiz.locator(".oer-quiz__text").count():
        known = answers.nth(good.index(True)).get_attribute("data-text") or ""
        quiz.locator(".oer-quiz__text").fill(known if right else "something else")
    else:
        for at, correct in enumerate(good):
            if correct == right:
                quiz.locator(".oer-quiz__set input").nth(at).check()
    quiz.get_by_label("Sure", exact=True).check()
    quiz.get_by_role("button", name="Check").click()
    assert quiz.get_attribute("data-result") in ({"right"} if right else {"wrong", "partly"})


def _answered(right: bool) -> Callable[[Page], None]:
    def go(page: Page) -> None:
        for quiz in page.locator(".oer-quiz").all():
            answer(quiz, right)
        page.evaluate(OPEN_ALL)

    return go


def _search(page: Page) -> None:
    page.keyboard.press("/")
    page.locator("dialog [name=q]").fill("needs")
    page.locator("dialog .oer-result__link").first.wait_for()


def _menu(page: Page) -> None:
    """Folded at 320 px only; on wide screens its entries are a row, and nothing opens."""
    page.evaluate("() => document.getElementById('oer-menu').click()")


def _teach(page: Page) -> None:
    page.locator(".oer-clock__start:visible").first.fill("09:00")
    page.get_by_role("button", name="Start now").first.click()
    page.locator(".oer-plan").first.get_by_role("button", name="Done").first.click()
    page.get_by_role("button", name="Start timer").first.click()
    page.evaluate(OPEN_ALL)


def _slides(page: Page) -> None:
    page.get_by_role("button", name="Start the slide show").click()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("n")
    page.locator(".oer-slide--now .oer-slide__notes").wait_for()


def _result(page: Page) -> None:
    page.locator("[name=oer-picture][value=radar]").check()
    page.evaluate(OPEN_ALL)
    page.locator("[data-part=steps] > li").first.wait_for()


def _erase(page: Page) -> None:
    page.get_by_role("button", name="Erase everything", exact=True).click()
    page.locator("#learning-asking").wait_for()


def _alert(page: Page) -> None:
    page.locator("article [role=alert]:visible").first.wait_for()


def _term(page: Page) -> None:
    page.locator("a.oer-term").first.focus()
    page.locator(".oer-note").wait_for()


def _written(page: Page) -> None:
    page.get_by_label("Your notes on this module").fill("Ask the desk first.")
    page.get_by_role("button", name="Mark as done").click()
    page.evaluate(OPEN_ALL)


def _results(page: Page) -> None:
    page.locator("article .oer-result").first.wait_for()
    page.evaluate(OPEN_ALL)


def _first_day(page: Page) -> None:
    page.get_by_label("First day").fill("2027-03-01")
    page.get_by_role("button", name="Make my calendar file").click()
    page.locator(".oer-first-day__status").filter(has_text="begins on").wait_for()


def _unfolded(page: Page) -> None:
    page.evaluate(OPEN_ALL)


_LEARNING = ("progress", json.dumps(SOME))

STATES: dict[str, State] = {
    "search with results": State("about/", _search),
    "search page with facets": State(f"{KINDS['search']}?q=users", _results),
    "menu": State(KINDS["glossary"], _menu),
    "questions answered right": State(MATCHING, _answered(True)),
    "questions answered wrong": State(MATCHING, _answered(False)),
    "order answered wrong": State(ORDERING, _answered(False)),
    "module done, with notes": State(KINDS["module"], _written),
    "term explained": State(KINDS["module"], _term),
    "teaching with the clock": State(KINDS["teach"], _teach),
    "slide with notes": State(KINDS["slides"], _slides),
    "self-assessment with a pathway": State(
        KINDS["self-assessment"], _result, (("self-assessment", json.dumps(SELF)),)
    ),
    "self-assessment, store damaged": State(KINDS["self-assessment"], _alert, (("self-assessment", "{no"),)),
    "learning kept": State(MINE, _unfolded, (_LEARNING,)),
    "learning about to be erased": State(MINE, _erase, (_LEARNING,)),
    "learning, store damaged": State(MINE, _alert, (("progress", "{no"),)),
    "competency unfolded": State(KINDS["competency"], _unfolded),
    "opportunities unfolded": State(KINDS["opportunities"], _unfolded),
    "taking part unfolded": State(KINDS["taking-part"], _unfolded),
    "course begun": State(KINDS["course"], _unfolded, (_LEARNING,)),
    "programme with a date of one's own": State(KINDS["programme"], _first_day),
}
