"""A course of any size, made from a seed: the same Markdown for us and for plain MkDocs + Material."""

from __future__ import annotations

import random
from pathlib import Path

WORDS = [
    "service",
    "people",
    "public",
    "team",
    "need",
    "data",
    "form",
    "letter",
    "office",
    "test",
    "change",
    "open",
    "policy",
    "record",
    "small",
    "step",
    "law",
    "budget",
    "phone",
    "counter",
    "screen",
    "paper",
    "question",
    "answer",
    "reason",
    "risk",
    "privacy",
    "supplier",
    "system",
    "rule",
    "citizen",
    "department",
    "region",
    "language",
    "support",
    "delay",
    "evidence",
    "learn",
    "measure",
    "feedback",
    "plan",
    "review",
    "publish",
    "standard",
    "the",
    "a",
    "of",
    "and",
    "to",
    "in",
    "for",
    "with",
    "from",
    "that",
    "this",
    "by",
    "on",
    "is",
    "are",
    "was",
    "can",
    "may",
    "must",
    "when",
    "where",
    "which",
    "who",
    "how",
]
COMPETENCIES = ("users", "risks", "teams", "iteration", "change", "openness", "data", "technology")
LEVELS = ("awareness", "working", "practitioner", "expert")


def write_course(root: Path, modules: int, words: int = 1200, seed: int = 1) -> None:
    """Write a project with `modules` modules of about `words` words each, courses of 24 modules, and a
    glossary."""
    dice = random.Random(seed)
    _write(
        root / "competencies/framework.yml",
        "identifier: bench\ntitle: Bench framework\nversion: '1.0'\nlicense: CC-BY-SA-4.0\nlevels:\n"
        + "".join(f"  - {{identifier: {level}, title: {level.title()}}}\n" for level in LEVELS),
    )
    for number, competency in enumerate(COMPETENCIES, 1):
        indicators = "".join(
            f"  {level}:\n    - {{type: skill, statement: '{_sentence(dice)}'}}\n" for level in LEVELS
        )
        _write(
            root / f"competencies/{competency}.yml",
            f"title: {competency.title()}\nhumanCodingScheme: C{number}\n"
            f"fullStatement: {_sentence(dice)}\nindicators:\n{indicators}",
        )
    for number in range(modules):
        _write(root / f"content/modules/module-{number}/index.md", _module(dice, number, words))
    for start in range(0, modules, 24):
        members = ", ".join(f"module-{n}" for n in range(start, min(start + 24, modules)))
        _write(
            root / f"content/courses/course-{start // 24}/index.md",
            f"---\ntitle: Course {start // 24}\ndescription: {_sentence(dice)}\nlicense: CC-BY-SA-4.0\n"
            f"units:\n  - title: All\n    modules: [{members}]\n---\n\n{_sentence(dice)}\n",
        )
    terms = "".join(
        f"  - {{term: {word} {other}, definition: '{_sentence(dice)}'}}\n"
        for word, other in zip(WORDS[:40], WORDS[40:80], strict=False)
    )
    _write(root / "content/glossary.yml", f"terms:\n{terms}")
    _write(root / "content/index.md", "---\ntitle: Bench\n---\n\nA course to measure with.\n")


def _module(dice: random.Random, number: int, words: int) -> str:
    competency, other = dice.sample(COMPETENCIES, 2)
    earlier = f"requires: [module-{dice.randrange(max(0, number - 10), number)}]\n" if number % 3 else ""
    front = (
        f"---\ntitle: Module {number} {dice.choice(WORDS)}\ndescription: {_sentence(dice)}\nteaches:\n"
        f"  - {{competency: {competency}, level: {dice.choice(LEVELS)}, strength: practised}}\n"
        f"  - {{competency: {other}, level: awareness, strength: introduced}}\n"
        f"{earlier}timeRequired: PT60M\nlearningResourceType: [lesson, exercise, quiz]\naudience: [all]\n"
        "inLanguage: en\nlicense: CC-BY-SA-4.0\ncreator: [{name: The bench}]\n"
        "creativeWorkStatus: published\ndateModified: 2026-01-01\n---\n\n"
    )
    parts = [f"## {_sentence(dice)[:40]}\n\n{_paragraph(dice)}\n"]
    parts.append("/// objectives\n\n" + "".join(f"- {_sentence(dice)}\n" for _ in range(3)) + "///\n")
    written = 0
    while written < words * 0.8:
        parts.append(f"## {_sentence(dice)[:50]}\n")
        for _ in range(3):
            paragraph = _paragraph(dice)
            written += len(paragraph.split())
            parts.append(paragraph + "\n")
        parts.append("".join(f"- **{dice.choice(WORDS)}**: {_sentence(dice)}\n" for _ in range(4)))
        written += 40
    parts.append(f"See [[{competency}]] and [the one before](../module-{max(0, number - 1)}/index.md).\n")
    parts.append(
        "| What | Who | When |\n|---|---|---|\n"
        + "".join(f"| {dice.choice(WORDS)} | {dice.choice(WORDS)} | {_sentence(dice)} |\n" for _ in range(3))
    )
    parts.append(
        f"/// exercise | {_sentence(dice)}\n    time: PT15M\n    grouping: pairs\n    objective: 1\n\n"
        f"{_paragraph(dice)}\n\n//// answer | What good looks like\n\n{_paragraph(dice)}\n////\n///\n"
    )
    for _ in range(3):
        options = "".join(
            f"- [{'x' if n == 1 else ' '}] {_sentence(dice)}\n    - {_sentence(dice)}\n" for n in range(3)
        )
        parts.append(
            f"/// question | {_sentence(dice)}?\n    type: single-choice\n    objective: 2\n\n{options}///\n"
        )
    parts.append(f"/// facilitator | Notes\n\n{_paragraph(dice)}\n///\n")
    parts.append("/// plan | An hour\n    time: PT60M\n\n- 20 min: Open.\n- 40 min: Work.\n///\n")
    parts.append("/// keypoints\n\n" + "".join(f"- {_sentence(dice)}\n" for _ in range(3)) + "///\n")
    return front + "\n".join(parts)


def _paragraph(dice: random.Random) -> str:
    sentences = [_sentence(dice) for _ in range(5)]
    sentences[1] = f"The *{dice.choice(WORDS)}* is [outside](https://example.org/{dice.choice(WORDS)})."
    return " ".join(sentences)


def _sentence(dice: random.Random) -> str:
    words = dice.choices(WORDS, k=dice.randint(8, 16))
    return " ".join(words).capitalize() + "."


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
