"""Habits of quiz writers that give answers away, counted over all single-choice items of a catalogue."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from oer_build.analysis.content_findings import Finding
from oer_build.analysis.content_limits import HABIT_ITEMS, HABIT_SHARE
from oer_build.lesson import Block


@dataclass(frozen=True, slots=True)
class Habits:
    """Single-choice items with one right option; the other types have no habits to count."""

    items: int = 0
    longest: int = 0
    """Items whose right option is longer than every other."""
    longest_by_chance: float = 0.0
    """How many those would be if length and rightness had nothing to do with each other."""
    positions: tuple[int, ...] = ()
    """How often the right option stands first, second, and so on."""

    @property
    def longest_share(self) -> float:
        return self.longest / self.items if self.items else 0.0


def habits(questions: Iterable[Block]) -> Habits:
    """Count the habits in questions."""
    items = longest = 0
    chance = 0.0
    places: Counter[int] = Counter()
    options = 0
    for question in questions:
        right = [number for number, option in enumerate(question.answers) if option.correct]
        if question.settings.get("type") != "single-choice" or len(right) != 1:
            continue
        lengths = [len(option.text) for option in question.answers]
        items += 1
        longest += all(
            length < lengths[right[0]] for number, length in enumerate(lengths) if number != right[0]
        )
        chance += 1 / len(lengths)
        places[right[0]] += 1
        options = max(options, len(lengths))
    return Habits(items, longest, chance, tuple(places[number] for number in range(options)))


def findings(found: Habits) -> Iterator[Finding]:
    """Habits that are strong enough to be used by somebody who has not learned anything."""
    if found.items < HABIT_ITEMS:
        return
    if found.longest_share > HABIT_SHARE:
        yield Finding(
            "longest-option",
            f"in {found.longest} of {found.items} single-choice items ({found.longest_share:.0%}; by chance "
            f"{found.longest_by_chance / found.items:.0%}) the right option is the longest",
        )
    for place, count in enumerate(found.positions, 1):
        if count / found.items > HABIT_SHARE:
            yield Finding(
                "option-position",
                f"in {count} of {found.items} single-choice items ({count / found.items:.0%}) the right "
                f"option is number {place}",
            )
