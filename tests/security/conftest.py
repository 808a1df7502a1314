"""The hostile course, published once for all tests that look at it, by a process that has no network."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jinja2
import pytest

from tests.cli.tiny import oer
from tests.security.hostile import write


@pytest.fixture(scope="package", autouse=True)
def templates_are_compiled_once() -> Iterator[None]:
    """They are the same for each small course, and take nine tenths of its time."""
    kept: dict[Any, Any] = {}
    compile_template = jinja2.Environment.compile

    def compiled(environment: jinja2.Environment, *template: Any) -> Any:
        key = (environment.autoescape, environment.trim_blocks, *template)
        if key not in kept:
            kept[key] = compile_template(environment, *template)
        return kept[key]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(jinja2.Environment, "compile", compiled)
        yield


@pytest.fixture(scope="session")
def course(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The hostile course with its site in `site/`."""
    root = write(tmp_path_factory.mktemp("hostile"))
    with pytest.MonkeyPatch.context() as patch:
        asked = refuse_network(patch)
        answer = oer("build", cwd=root)
    assert answer.returncode == 0, answer.stderr
    assert asked == []
    return root


@pytest.fixture(scope="session")
def published(course: Path) -> Path:
    return course / "site"


@pytest.fixture
def no_network(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """What asked for a socket or a host's address, which nobody gets."""
    asked = refuse_network(monkeypatch)
    yield asked
    assert asked == []


def refuse_network(patch: pytest.MonkeyPatch) -> list[str]:
    asked: list[str] = []

    def refuse(*arguments: Any, **_: Any) -> None:
        asked.append(repr(arguments))
        raise AssertionError(f"a build asked for the network: {arguments}")

    for name in ("socket", "create_connection", "getaddrinfo", "gethostbyname"):
        patch.setattr(socket, name, refuse)
    return asked
