"""How long a module takes a learner, estimated from its text, beside the time that it states."""

from __future__ import annotations

from dataclasses import dataclass

from oer_build.analysis.content_limits import MINUTES_A_QUESTION, WORDS_A_MINUTE
from oer_build.analysis.content_prose import plain, words_in
from oer_build.lesson import Lesson
from oer_build.model import Module


@dataclass(frozen=True, slots=True)
class Time:
    """Minutes. The instructions of an exercise are read in its own time, and are not in `reading`."""

    stated: int
    reading: float
    exercises: int
    discussions: int
    questions: float
    challenges: int
    challenges_included: bool
    """Whether the plan for the stated time has a challenge in it. Otherwise challenges are extra."""

    @property
    def needed(self) -> int:
        return round(sum(minutes for _, minutes in self.parts()))

    @property
    def share(self) -> float:
        """Needed of stated; 0 where none is stated."""
        return self.needed / self.stated if self.stated else 0.0

    def parts(self) -> tuple[tuple[str, float], ...]:
        """What the needed time is made of."""
        return (
            ("reading", self.reading),
            ("exercises", self.exercises),
            ("discussions", self.discussions),
            ("questions", self.questions),
            ("challenges", self.challenges if self.challenges_included else 0),
        )

    def told(self) -> str:
        """ "needs about 58 of 60 minutes: reading 12, exercises 31, ..." """
        of = f" of {self.stated}" if self.stated else ""
        parts = ", ".join(f"{name} {round(minutes)}" for name, minutes in self.parts() if round(minutes))
        apart = self.challenges and not self.challenges_included
        extra = f"; challenges {self.challenges} extra" if apart else ""
        return f"needs about {self.needed}{of} minutes{': ' if parts else ''}{parts}{extra}"


def time_of(module: Module, lesson: Lesson) -> Time:
    """Estimate the time of a module. A challenge comes on top, unless the plan for the stated time has it."""
    timed = [block for block in lesson.blocks("exercise", "discussion", "challenge") if block.minutes]
    minutes = {
        name: sum(block.minutes for block in timed if block.name == name)
        for name in ("exercise", "discussion", "challenge")
    }
    read = max(0, lesson.words - sum(words_in(block) for block in timed))
    return Time(
        stated=module.minutes,
        reading=read / WORDS_A_MINUTE,
        exercises=minutes["exercise"],
        discussions=minutes["discussion"],
        questions=MINUTES_A_QUESTION * sum(1 for _ in lesson.blocks("question")),
        challenges=minutes["challenge"],
        challenges_included=_planned(module, lesson),
    )


def _planned(module: Module, lesson: Lesson) -> bool:
    """Whether a plan for the stated time has an item with a challenge's title, or with its length where
    nothing else is as long."""
    others = {block.minutes for block in lesson.blocks("exercise", "discussion")}
    items = [
        item
        for plan in lesson.blocks("plan")
        if sum(item.minutes for item in plan.plan) == module.minutes
        for item in plan.plan
    ]
    return any(
        (challenge.text and challenge.text in plain(item.html))
        or (item.minutes == challenge.minutes and item.minutes not in others)
        for challenge in lesson.blocks("challenge")
        for item in items
    )
