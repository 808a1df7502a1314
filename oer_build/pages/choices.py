"""Filters of a table: the values that occur, and how each is called. The theme's `catalogue.js` compares them
with the data attributes of the rows."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Choice:
    """A value of a filter, how it is called, and how many rows have it (0: not counted)."""

    value: str
    title: str
    count: int = 0


def joined(values: Iterable[str]) -> str:
    """Values of a data attribute: identifiers, each once, separated by spaces."""
    return " ".join(dict.fromkeys(value for value in values if value))


def open_to(rows: Iterable[Iterable[str]], everyone: str) -> list[tuple[str, ...]]:
    """The values of each row, where a row with `everyone` has every value that occurs: what all may join is
    found by whoever looks for one group."""
    given = [tuple(values) for values in rows]
    every = tuple(dict.fromkeys(value for values in given for value in values))
    return [every if everyone in values else values for values in given]


def counted(rows: Iterable[Iterable[str]], title: Callable[[str], str]) -> tuple[Choice, ...]:
    """The choices of a filter over the values that each row has, in the order in which they first occur."""
    counts: dict[str, int] = {}
    for values in rows:
        for value in dict.fromkeys(values):
            if value:
                counts[value] = counts.get(value, 0) + 1
    return tuple(Choice(value, title(value), count) for value, count in counts.items())
