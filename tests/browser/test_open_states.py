"""What readers open, answer and fill in is clean for axe-core too: in both themes, at 320 and 1280 px."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from tests.browser.states import STATES, faults
from tests.browser.visits import Visit, start
from tests.site.built import Site


@pytest.fixture(scope="module")
def here(browser: Any, site: Site) -> Iterator[Visit]:
    """One browser context for all states: what one of them kept, the next clears away."""
    found = start(browser, site.address, accept_downloads=True)
    yield found
    found.context.close()


@pytest.mark.parametrize("name", STATES)
def test_it_is_clean_for_axe(here: Visit, name: str) -> None:
    found = faults(here, STATES[name])
    assert not found, "\n".join(found)
