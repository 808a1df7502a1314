"""Visits for browser tests: a test fails when anything went wrong behind its pages."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

import pytest

from tests.arabic import COURSE, URL
from tests.browser.visits import Rooms, Visit
from tests.browser.walker import PAPER, Walker
from tests.conftest import build, once, serve
from tests.site.built import Site


@pytest.fixture(scope="session")
def arabic(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The test site from right to left, built and served."""
    folder = once(tmp_path_factory, "arabic", partial(build, project=COURSE))
    with serve(folder) as origin:
        yield Site(folder, f"{origin}/", f"{origin}/", URL)


@pytest.fixture(scope="session")
def rooms(browser: Any) -> Rooms:
    """The browser contexts of all visits."""
    return Rooms(browser)


@pytest.fixture
def visit_arabic(rooms: Rooms, arabic: Site) -> Iterator[Callable[..., Visit]]:
    """`visit` on the test site from right to left."""
    yield from _visits(rooms, arabic)


@pytest.fixture
def visit(rooms: Rooms, site: Site) -> Iterator[Callable[..., Visit]]:
    """`visit(path, size=NARROW, java_script_enabled=False, ...)` opens a page in a context that is empty.

    At the end no message in the console, no failed request and none to another host may have occurred.
    """
    yield from _visits(rooms, site)


def _visits(rooms: Rooms, site: Site) -> Iterator[Callable[..., Visit]]:
    visits: list[Visit] = []

    def go(path: str = "", *, address: str = "", **options: Any) -> Visit:
        found = rooms.visit(address or site.address, **options)
        visits.append(found)
        found.open(path)
        return found

    yield go
    problems = [problem for one in visits for problem in one.problems]
    problems += [text for one in visits if not one.page.is_closed() for text in one.violations()]
    for one in visits:
        rooms.leave(one)
    assert not problems, "\n".join(problems)


@pytest.fixture
def walk(visit: Callable[..., Visit], browser: Any) -> Iterator[Callable[[str, tuple[int, int]], Walker]]:
    """`walk(path, size)` opens a page for somebody with a keyboard alone. `printed` in it counts prints."""
    table = browser.new_page()

    def go(path: str, size: tuple[int, int]) -> Walker:
        here = visit("404.html", size=size)
        here.page.add_init_script(PAPER)
        walker = Walker(here.open(path), table)
        walker.begin()
        return walker

    yield go
    table.close()
