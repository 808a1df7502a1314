"""Visits for browser tests: a test fails when anything went wrong behind its pages."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from tests.browser.visits import Visit, start
from tests.site.built import Site


@pytest.fixture
def visit(browser: Any, site: Site) -> Iterator[Callable[..., Visit]]:
    """`visit(path, size=NARROW, java_script_enabled=False, ...)` opens a page in a fresh context.

    At the end no message in the console, no failed request and none to another host may have occurred.
    """
    visits: list[Visit] = []

    def go(path: str = "", *, address: str = "", **options: Any) -> Visit:
        found = start(browser, address or site.address, **options)
        visits.append(found)
        found.open(path)
        return found

    yield go
    problems = [problem for one in visits for problem in one.problems]
    problems += [text for one in visits if not one.page.is_closed() for text in one.violations()]
    for one in visits:
        one.context.close()
    assert not problems, "\n".join(problems)
