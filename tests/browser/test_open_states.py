"""What readers open, answer and fill in is clean for axe-core too: in both themes, at 320 and 1280 px."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.browser.accessibility import unclean
from tests.browser.states import STATES, reach
from tests.browser.visits import WIDE, Visit, start
from tests.site.built import Site

STICKING_OUT = (Path(__file__).parent / "probes" / "sticking-out.js").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def here(browser: Any, site: Site) -> Iterator[Visit]:
    """One browser context for all states: what one of them kept, the next clears away."""
    found = start(browser, site.address, accept_downloads=True)
    yield found
    found.context.close()


@pytest.mark.parametrize("name", STATES)
def test_it_is_clean_for_axe(here: Visit, name: str) -> None:
    page = here.page
    page.set_viewport_size({"width": WIDE[0], "height": WIDE[1]})
    page.emulate_media(color_scheme="light")
    reach(page, here.address, STATES[name])
    found = unclean(page)
    assert not found, "\n".join(found)
    assert not page.evaluate(STICKING_OUT), "nothing sticks out at 320 px"
    problems = here.problems + here.violations()
    here.problems.clear()
    assert not problems, "\n".join(problems)
