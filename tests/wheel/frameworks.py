"""Frameworks of other shapes than this project's: any number of competencies, of levels, of modules."""

from __future__ import annotations

from pathlib import Path

SUBJECTS = ("Boats", "Bread", "Bridges", "Clocks", "Forests", "Gardens", "Letters", "Maps", "Rivers", "Wells")
VERBS = ("Counting", "Drawing", "Finding", "Keeping", "Mending", "Naming", "Sharing", "Weighing")


def title(number: int) -> str:
    return f"{VERBS[number % len(VERBS)]} {SUBJECTS[number // len(VERBS) % len(SUBJECTS)].lower()} {number}"


def write_framework(root: Path, competencies: int, levels: int, modules: int) -> None:
    """Replace the records of a new site by competencies and modules in these numbers, in one course."""
    for old in (root / "competencies", root / "content" / "modules", root / "content" / "courses"):
        for file in sorted(old.rglob("*"), reverse=True):
            file.rmdir() if file.is_dir() else file.unlink()
    named = "".join(
        f"  - {{identifier: step-{n}, title: Step {n}, description: Can do it {n} times.}}\n"
        for n in range(1, levels + 1)
    )
    head = "identifier: other\ntitle: Another framework\nversion: '2'\nlicense: CC-BY-4.0\n"
    _write(root / "competencies/framework.yml", head + (f"levels:\n{named}" if levels else ""))
    for number in range(competencies):
        _write(root / f"competencies/skill-{number}.yml", _competency(number, levels))
    for number in range(modules):
        _write(root / f"content/modules/lesson-{number}/index.md", _module(number, levels))
    welcome = "---\ntitle: Another academy\ndescription: Another one.\n---\n\nWelcome.\n"
    _write(root / "content/index.md", welcome)
    if modules:
        lessons = ", ".join(f"lesson-{number}" for number in range(modules))
        _write(
            root / "content/courses/all/index.md",
            "---\ntitle: All lessons\ndescription: In order.\nlicense: CC-BY-4.0\n"
            f"units: [{{title: One, modules: [{lessons}]}}]\n---\n\nOne after the other.\n",
        )


def _competency(number: int, levels: int) -> str:
    seen = f"{{type: skill, statement: Shows number {number} to a friend.}}"
    indicators = (
        "indicators:\n" + "".join(f"  step-{n}: [{seen}]\n" for n in range(1, levels + 1))
        if levels
        else f"indicators: [{seen}]\n"
    )
    before = f"associations: [{{type: precedes, target: skill-{number + 1}}}]\n" if number % 10 < 3 else ""
    return (
        f"humanCodingScheme: S{number}\ntitle: {title(number)}\n"
        f"fullStatement: Goes about {title(number).lower()} with care.\n{indicators}{before}"
    )


def _module(number: int, levels: int) -> str:
    level = f", level: step-{number % levels + 1}" if levels else ""
    return (
        f"---\ntitle: Lesson {number}\ndescription: How it is done.\n"
        f"teaches: [{{competency: skill-{number}{level}, strength: practised}}]\n"
        "timeRequired: PT30M\nlicense: CC-BY-4.0\ncreativeWorkStatus: published\n---\n\n"
        f"## A morning\n\nSomebody begins with [[skill-{number}]].\n"
    )


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
