"""Measures six kinds of page of a built site with Lighthouse and writes down what it found.

    python tools/audit SITE --runs 1    a quick look, which writes nothing
    python tools/audit SITE --write     five runs a page and form; writes the page in docs/reference/

Needs Node.js, what tools/audit/package.json names (make audit sees to it) and a browser of the Chromium
family. The exit status is 1 where a target is missed. Times depend on the machine: measure on a quiet one.
"""

from __future__ import annotations

import argparse
import datetime
import os
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT))

from measure import (  # noqa: E402
    CATEGORIES,
    PROGRAM,
    Median,
    Run,
    median,
    median_slowed,
    run,
    run_slowed,
    weight,
)
from processors import apart  # noqa: E402
from report import LIMIT, PAGE, Line, missed, report  # noqa: E402
from server import serve  # noqa: E402

from tests.browser.find_browser import find_browser  # noqa: E402
from tests.site.kinds import KINDS  # noqa: E402

MEASURED = ("home", "map", "competency", "module", "course", "self-assessment")
FORMS = {"mobile": False, "desktop": True}
EMPTY = """<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>An empty page</title>
<h1>A heading</h1>
<p>A paragraph. No style sheet, no script.</p>
</html>
"""


def measured(site: Path, kinds: list[str], runs: int, browser: str) -> tuple[list[Line], Run]:
    """A line for each kind of page, and one run for the versions that it names."""
    lines = []
    last: Run | None = None
    with serve(site) as address:
        for kind in kinds:
            found: dict[str, Median] = {}
            loaded: set[str] = set()
            for form, desktop in FORMS.items():
                several = [run(address + KINDS[kind], desktop, browser) for _ in range(runs)]
                found[form], last = median(several), several[-1]
                loaded.update(path for one in several for path in one.addresses)
                _say(kind, form, found[form])
            slowed = median_slowed([run_slowed(address + KINDS[kind], browser) for _ in range(runs)])
            line = Line(kind, found, slowed, weight(site, tuple(loaded)))
            print(
                f"  on a slow line drawn after {slowed.drawn:.0f} ms, scripts after {slowed.scripts:.0f} ms; "
                f"{line.bytes} bytes, limit {LIMIT}",
                file=sys.stderr,
            )
            lines.append(line)
    assert last is not None
    return lines, last


def empty(runs: int, browser: str) -> Median:
    """What is found of a page from which nothing can be left out: the part of the browser and the machine."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "index.html").write_text(EMPTY, encoding="utf-8")
        with serve(Path(folder)) as address:
            found = median([run(address, False, browser) for _ in range(runs)])
    _say("an empty page", "mobile", found)
    return found


def load() -> float:
    """How much else the machine does: work that waits or runs, for each of its processors."""
    return os.getloadavg()[0] / (os.cpu_count() or 1) if hasattr(os, "getloadavg") else 0


def _say(kind: str, form: str, found: Median) -> None:
    scores = " ".join(str(found.scores[name]) for name in CATEGORIES)
    print(
        f"{kind}, {form}: {scores} (speed {found.slowest} to {found.fastest}), shift {found.shift:.3f}, "
        f"longest task {found.longest:.0f} ms (lasts {found.longest_lasts:.0f}), "
        f"first task {found.first:.0f} ms (lasts {found.first_lasts:.0f}), "
        f"held up {found.blocked:.0f} ms {' '.join(found.failed)}",
        file=sys.stderr,
    )


def main() -> int:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("site", type=Path)
    asked.add_argument("--runs", type=int, default=5)
    asked.add_argument("--write", action="store_true", help="write the page of the documentation")
    asked.add_argument("--kind", action="append", choices=MEASURED, help="only this kind; writes nothing")
    given = asked.parse_args()
    if not (given.site / "index.html").is_file():
        asked.error(f"{given.site} is no built site")
    browser = find_browser()
    if not browser or not PROGRAM.exists():
        asked.error("a browser or Lighthouse is missing: use make audit")
    busy = load()
    with apart(browser) as program:
        bare = empty(given.runs, program)
        lines, last = measured(given.site, given.kind or list(MEASURED), given.runs, program)
    problems = missed(lines)
    if given.write and not given.kind:
        today = datetime.datetime.now(datetime.UTC).date()
        PAGE.write_text(
            report(lines, bare, today, last, given.runs, alone=program != browser, busy=busy),
            encoding="utf-8",
        )
        print(PAGE.relative_to(ROOT))
    for problem in problems:
        print(problem)
    return 1 if problems else 0


if __name__ == "__main__":
    raise SystemExit(main())
