"""What was measured as a page of the documentation, and which targets are missed."""

from __future__ import annotations

import datetime
import os
import statistics
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from measure import Median, Run, Slowed

PAGE = Path(__file__).resolve().parent.parent.parent / "docs" / "reference" / "page-weight-and-speed.md"
LIMIT = 60_000
"""Bytes of a first view, compressed, without pictures."""
LONGEST = 50
"""Milliseconds that a task may take."""
SHIFT = 0.001
"""A layout shift that rounds to nothing."""
SPEED = {"mobile": 95, "desktop": 100}
FULL = ("accessibility", "best-practices", "seo")
NAMES = {
    "home": "Home",
    "map": "Competency map",
    "competency": "Competency",
    "module": "Module",
    "course": "Course",
    "self-assessment": "Check yourself",
}
THROTTLING = "https://github.com/GoogleChrome/lighthouse/blob/main/docs/throttling.md#cpu-throttling"
CALIBRATION = (
    "https://app.unpkg.com/chrome-devtools-frontend@1.0.1473514/files/front_end/panels/mobile_throttling/"
    "CalibrationController.ts"
)
HEAD = """---
title: Page weight and speed
description: What the first view of six kinds of page weighs, and what Lighthouse says of them.
---

<!-- Written by `make audit`. Do not edit. -->

Measured on {date} with Lighthouse {version} and Chromium {browser}, headless, from a server on the same
machine that compresses (gzip), lets browsers keep files, and sends the Content-Security-Policy of
[Publish the site](../how-to/publish.md). Each figure is {median} in a new browser with nothing kept.
Lighthouse works out mobile speed for a slow connection (1.6 Mbit/s, 150 ms) and a processor four times
slower than that of the machine. So speed varies with the machine and with what else it does: the range of
the runs stands in brackets. Weights do not vary. Lighthouse gave this machine a benchmark index of
{power:,.0f}, so four times slower {slow:,.0f}. Its documentation has
[phones of the middle class between 125 and 800]({throttling}), and advises four times for a machine of 1,500
to 2,000 and twice for one of 1,000 to 1,500; the developer tools of Chromium take 1,000 for a phone of the
middle class (Pixel 5) and 264 for a slow one (Moto G Power of 2022; [source]({calibration})).

Lighthouse takes the time from the beginning of a task to its end, four times on mobile. In it a task may wait
for a processor, too. {waits} So the table has two figures: how long the
longest task has a processor, four times too, and how long it lasts. Both are held to the target; the first
is the part that a page can change.

A browser begins a document with a task that belongs to no page: it takes leave of the one before, sets up the
new one and takes in its first bytes. It had a processor for {first} and lasted {first_lasts}; for a page of a
heading and a paragraph, without style sheet and script, {empty} and {empty_lasts}. It is held to the
target too.{other}

{verdict}
"""
ALONE = """So that it does not wait for what measures it, the process of the page has one of
the {processors} processors of this machine for itself; the browser's other processes, the server and
Lighthouse share the rest."""
SHARED = """Here the browser's other processes, the server and Lighthouse share the {processors} processors of
this machine with it, so tasks last longer than a page makes them."""
BUSY = """

**The machine was busy with other work when this was measured.** Speeds are lower and tasks longer than
they are on a quiet one. What does not depend on the machine is right: weights, shifts, accessibility, best
practices, SEO."""
COLUMNS = (
    "Page",
    "Weight of the first view",
    "Speed, mobile",
    "Speed, desktop",
    "Accessibility",
    "Best practices",
    "SEO",
    "Layout shift",
    "Longest task, mobile",
    "Longest task, desktop",
    "As it lasts, mobile",
    "As it lasts, desktop",
    "Held up",
    "Drawn, slow line",
    "Scripts, slow line",
)
TAIL = f"""
- **Weight**: everything that the page loads by itself, compressed, without pictures: HTML, style sheets,
  scripts and those that they bring. Limit: {LIMIT // 1000} kB. A second page takes less: what it shares
  with the first is kept.
- **Speed**: at least {SPEED["mobile"]} on mobile and {SPEED["desktop"]} on desktop.
- **Accessibility, best practices, SEO**: 100, on mobile and on desktop.
- **Layout shift**: none.
- **Longest task**, of the page and its scripts: at most {LONGEST} ms of a processor, and as it lasts. A page
  that is opened from its top is laid out from top to bottom, a few milliseconds at a time (`early.js`), first
  what is in sight.
- **Held up**: by how much tasks exceed {LONGEST} ms, added up, once something of the page shows (what
  Lighthouse calls total blocking time). None, on mobile and on desktop.
- **Slow line**: with line and processor really slowed down as much, how long it takes until something of the
  page shows, and until its last script has come. Here every request waits more than half a second, so what
  counts is how many have to follow one another: style sheets and the first script come in one round, scripts
  in two (`tests/site/test_weight.py`, `tests/theme/test_ahead.py`). No target; Google calls a page quick that
  [shows something within 1.8 s](https://web.dev/articles/fcp).

Tests hold the weights at every change (`tests/site/test_weight.py`), and that pages look the same with the
style sheets that are made light for publishing (`tests/browser/test_light.py`). Two kinds of page put many
texts on one page on purpose and weigh more: packs, which print whole, and the list of every work that is
used or cited.
"""


@dataclass(frozen=True, slots=True)
class Line:
    """A kind of page: what was found in each form factor and on a slow line, and bytes of its first view."""

    kind: str
    forms: dict[str, Median]
    slowed: Slowed
    bytes: int


def missed(lines: list[Line]) -> list[str]:
    """A sentence for each target that is missed."""
    return [problem for line in lines for problem in _missed(line)]


def _missed(line: Line) -> Iterator[str]:
    name = NAMES[line.kind]
    if line.bytes > LIMIT:
        yield f"{name}: the first view takes {line.bytes} bytes, more than {LIMIT}"
    for form, found in line.forms.items():
        for category, wanted in {"performance": SPEED[form], **dict.fromkeys(FULL, 100)}.items():
            if found.scores[category] < wanted:
                why = f" ({', '.join(found.failed)})" if found.failed else ""
                yield f"{name}, {form}: {category} is {found.scores[category]}, not {wanted}{why}"
        if found.shift >= SHIFT:
            yield f"{name}, {form}: the page shifts by {found.shift:.3f}"
        for task, time in {"a task": found.longest, "the browser's first task": found.first}.items():
            if time > LONGEST:
                yield f"{name}, {form}: {task} takes {time:.0f} ms of a processor, more than {LONGEST}"
        lasting = {"a task": found.longest_lasts, "the browser's first task": found.first_lasts}
        for task, time in lasting.items():
            if time > LONGEST:
                yield f"{name}, {form}: {task} lasts {time:.0f} ms, more than {LONGEST}"
        if found.blocked >= 1:
            yield f"{name}, {form}: long tasks keep readers waiting for {found.blocked:.0f} ms"


def report(
    lines: list[Line],
    empty: Median,
    date: datetime.date,
    one: Run,
    runs: int,
    *,
    alone: bool,
    busy: float = 0,
) -> str:
    """The page. Speeds are of one day and one machine; the page says so, and whether that had other work.
    Versions are those of `one`; `alone`: pages had a processor for themselves (`processors.py`)."""
    problems = "".join(f"\n- {problem}" for problem in missed(lines))
    power = statistics.median(found.power for line in lines for found in line.forms.values())
    mobile = [line.forms["mobile"] for line in lines]
    head = HEAD.format(
        date=f"{date.day} {date:%B %Y}",
        version=one.version,
        browser=one.browser,
        median=f"the median of {runs} runs, each" if runs > 1 else "of one run",
        first=_range([found.first for found in mobile]),
        first_lasts=_lasts(max(found.first_lasts for found in mobile), "up to "),
        empty=f"{empty.first:.0f} ms",
        empty_lasts=_lasts(empty.first_lasts),
        waits=(ALONE if alone else SHARED).format(processors=os.cpu_count()),
        power=power,
        slow=power / 4,
        throttling=THROTTLING,
        calibration=CALIBRATION,
        other=BUSY if busy > 0.5 else "",
        verdict=f"Targets that were missed:\n{problems}" if problems else "Every target was met.",
    )
    rows = [COLUMNS, ("---",) + ("---:",) * (len(COLUMNS) - 1), *(_row(line) for line in lines)]
    return head + "".join(f"\n| {' | '.join(row)} |" for row in rows) + "\n" + TAIL


def _range(times: list[float]) -> str:
    least, most = f"{min(times):.0f}", f"{max(times):.0f}"
    return f"{least} ms" if least == most else f"{least} to {most} ms"


def _lasts(time: float, before: str = "") -> str:
    """How long a task lasts: the browser tells it of tasks longer than the limit, of others nothing (0)."""
    return f"{before}{time:.0f} ms" if time else f"under {LONGEST} ms"


def _row(line: Line) -> tuple[str, ...]:
    mobile, desktop = line.forms["mobile"], line.forms["desktop"]
    shift = max(form.shift for form in line.forms.values())
    blocked = max(form.blocked for form in line.forms.values())
    return (
        NAMES[line.kind],
        f"{line.bytes / 1000:.1f} kB",
        *(f"{one.scores['performance']} ({one.slowest} to {one.fastest})" for one in (mobile, desktop)),
        *(str(min(form.scores[name] for form in line.forms.values())) for name in FULL),
        "none" if shift < SHIFT else f"{shift:.3f}",
        f"{mobile.longest:.0f} ms",
        f"{desktop.longest:.0f} ms",
        *(_lasts(one.longest_lasts) for one in (mobile, desktop)),
        "none" if blocked < 1 else f"{blocked:.0f} ms",
        *(f"{time / 1000:.1f} s" for time in (line.slowed.drawn, line.slowed.scripts)),
    )
