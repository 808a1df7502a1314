"""One module in numbers: words, reading age, minutes, questions, countries; and what is worth a look."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from oer_build.analysis import content_limits as limits
from oer_build.analysis.content_findings import Detail, Finding
from oer_build.analysis.content_prose import paragraphs, place_of, plain, words_in
from oer_build.analysis.content_time import Time, time_of
from oer_build.analysis.readability import Reading, measure, sentences_of, words_of
from oer_build.diagnostics import Span
from oer_build.lesson import Lesson
from oer_build.model import Module

_SHOWN = 70
"""Characters of a sentence or objective that a finding shows."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the connected prose, its length in words, and where it begins."""

    text: str
    words: int
    span: Span


@dataclass(frozen=True, slots=True)
class ModuleContent:
    """The numbers of a module."""

    module: Module
    words: int
    """Of the text that learners read in order: without the quiz, teachers' notes, and the answers and rubrics
    that are folded until they are wanted."""
    time: Time
    reading: Reading
    """Of the connected prose only; without a grade where there is too little of it."""
    longest: tuple[Sentence, ...]
    objectives: int
    questions: int
    options_without_reason: int
    cases: int
    countries: tuple[str, ...]
    """Of the cases, each once, in the order of the text."""


def module_content(module: Module, lesson: Lesson) -> ModuleContent:
    """Count a module and its rendered text."""
    sentences = [
        sentence for paragraph in paragraphs(lesson, module.sources) for sentence in sentences_of(paragraph)
    ]
    reading = measure(sentences, module.in_language)
    if reading.words < limits.READING_SAMPLE:
        reading = Reading(reading.words, reading.sentences)
    by_length = sorted(sentences, key=lambda sentence: -len(words_of(sentence)))
    cases = list(lesson.blocks("case"))
    return ModuleContent(
        module=module,
        words=lesson.words - sum(words_in(block) for block in lesson.blocks("answer", "rubric")),
        time=time_of(module, lesson),
        reading=reading,
        longest=tuple(
            Sentence(sentence, len(words_of(sentence)), place_of(sentence, module))
            for sentence in by_length[: limits.LONGEST_SENTENCES]
        ),
        objectives=sum(len(block.items) for block in lesson.blocks("objectives")),
        questions=sum(1 for _ in lesson.blocks("question")),
        options_without_reason=sum(
            not option.reason for block in lesson.blocks("question") for option in block.answers
        ),
        cases=len(cases),
        countries=tuple(
            dict.fromkeys(case.settings["country"] for case in cases if case.settings.get("country"))
        ),
    )


def findings(content: ModuleContent, lesson: Lesson, today: datetime.date) -> Iterator[Finding]:
    """What is worth a look in a module."""
    module, span, own = content.module, content.module.span, content.module.identifier
    yield from _hard_to_read(content)
    if not limits.WORDS[0] <= content.words <= limits.WORDS[1]:
        yield Finding("words", f"{content.words:,} words", span, own)
    if not content.time.stated:
        yield Finding("time", f"states no time; {content.time.told()}", span, own)
    elif not limits.TIME_SHARES[0] <= content.time.share <= limits.TIME_SHARES[1]:
        yield Finding("time", content.time.told(), span, own)
    yield from _unused_objectives(module, lesson)
    if content.questions < limits.QUESTIONS:
        yield Finding("few-questions", f"{content.questions} quiz items", span, own)
    yield from _review(module, today)
    for kind, message in _missing_parts(content, lesson):
        yield Finding(kind, message, span, own)


def _hard_to_read(content: ModuleContent) -> Iterator[Finding]:
    age = content.reading.age
    low, high = limits.READING_AGES
    # What is printed is what is judged: no finding says "15.0, outside 12 to 15".
    if age is None or low <= round(age, 1) <= high:
        return
    # In an easy text no sentence is too long.
    details = tuple(
        Detail(f"{sentence.words} words: {shortened(sentence.text)}", sentence.span)
        for sentence in (content.longest if age > high else ())
    )
    message = f"reading age {age:.1f} (words a sentence: {content.reading.words_a_sentence:.1f})"
    yield Finding("reading-age", message, content.module.span, content.module.identifier, details)


def _unused_objectives(module: Module, lesson: Lesson) -> Iterator[Finding]:
    used = {block.settings.get("objective") for block in lesson.blocks("exercise", "challenge", "question")}
    objectives = [item for block in lesson.blocks("objectives") for item in block.items]
    for number, item in enumerate(objectives, 1):
        if str(number) not in used:
            text = plain(item)
            message = f"objective {number}: {shortened(text)}"
            yield Finding("objective-not-used", message, place_of(text, module), module.identifier)


def _review(module: Module, today: datetime.date) -> Iterator[Finding]:
    due = module.review_by
    # A month or a year is over when its last day is: compare as far as the author's date goes.
    if not due:
        yield Finding("review-without-date", "no `reviewBy`", module.span, module.identifier)
    elif today.isoformat()[: len(due)] > due:
        yield Finding("review-overdue", f"was to be reviewed by {due}", module.span, module.identifier)


def _missing_parts(content: ModuleContent, lesson: Lesson) -> Iterator[tuple[str, str]]:
    names = {block.name for block in lesson.blocks()}
    if not content.module.variants:
        yield "without-variants", "no `variants`"
    if "plan" not in names:
        yield "without-plan", "no plan"
    if "challenge" not in names:
        yield "without-challenge", "no challenge"
    elif "rubric" not in names:
        yield "without-challenge", "a challenge without a rubric"
    if "facilitator" not in names:
        yield "without-facilitator-notes", "no facilitator notes"
    if "keypoints" not in names:
        yield "without-key-points", "no key points"
    if len(content.countries) < limits.CASE_COUNTRIES:
        where = f" ({', '.join(content.countries)})" if content.countries else ""
        yield "few-countries", f"{content.cases} cases, {len(content.countries)} countries{where}"


def shortened(text: str) -> str:
    """The beginning of a text, cut between words."""
    if len(text) <= _SHOWN:
        return text
    return text[:_SHOWN].rsplit(" ", 1)[0] + " ..."
